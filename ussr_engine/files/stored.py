"""What a file holds before anything is converted, and the checks that come before decoding."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ussr_engine.errors import UnreadableFile
from ussr_engine.scan import MAX_PIXELS

GIGABYTE = 1e9
JOINERS = "\u200c\u200d"
"""They print nothing, but scripts and emoji are written with them."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The header of a file, in numbers.

    Attributes
    ----------
    format : str
        "PNG", "JPEG", "TIFF", "BMP" or "DICOM".
    width, height, channels, bits, frames : int
        As stored: a palette is one channel, transparency counts as one, ``bits`` are per sample.
    notes : mapping
        Peculiarities and what was done about them, in words.
    provenance : mapping
        What this program wrote into the file when it made it.
    """

    format: str
    width: int
    height: int
    channels: int
    bits: int
    frames: int = 1
    notes: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, str] = field(default_factory=dict)

    def check_size(self, name: str) -> None:
        """Refuse, before a pixel is decoded, a picture that is empty, absurd or more than half of the memory.

        Raises
        ------
        UnreadableFile
            With the size that the header claims.
        """
        size = f"{self.width:,} × {self.height:,} pixels"
        if self.width < 1 or self.height < 1:
            raise UnreadableFile(f"{name} says that it is {size} large, so it holds no picture.")
        if self.width * self.height > MAX_PIXELS:
            raise UnreadableFile(
                f"{name} claims {size}; more than {MAX_PIXELS // 1_000_000} million are not opened.",
                "Crop or shrink it first if it is genuine.",
            )
        # The decoded samples, a float32 copy and the scan's own copy live at the same time.
        needed = self.width * self.height * self.channels * ((self.bits + 7) // 8 + 2 * 4)
        if needed > physical_memory() / 2:
            raise UnreadableFile(
                f"{name} ({size}) would need {needed / GIGABYTE:.1f} GB of memory, more than half of this computer's.",
                "Crop or shrink it first.",
            )

    def facts(self) -> dict[str, str]:
        """What is shown of the file: numbers first, then the notes, then short provenance."""
        return {
            "format": self.format,
            "stored size": f"{self.width} × {self.height}",
            "stored channels": str(self.channels),
            "stored bits": str(self.bits),
            **self.notes,
            **{f"ussr {key}": words for key, words in self.provenance.items() if len(words) <= 200},
        }


def physical_memory() -> float:
    """Bytes of memory in this computer; infinite where the system does not say."""
    try:
        return float(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    except (AttributeError, OSError, ValueError):
        return float("inf")


def shown(path: Path) -> str:
    """The file's name, printable on any terminal."""
    return printable(path.name)


def printable(words: str) -> str:
    """Words in one line that no terminal takes for commands: control signs, turned writing and stray bytes escaped."""
    return "".join(
        sign if sign.isprintable() or sign in JOINERS else sign.encode("unicode_escape").decode() for sign in words
    )


@contextmanager
def quietly() -> Iterator[None]:
    """Keep the readers' own warnings and log lines, which may quote a file's contents, to themselves.

    The C libraries below them write straight to the process's error stream, which is therefore closed meanwhile.
    """
    loggers = [logging.getLogger(name) for name in ("pydicom", "tifffile", "PIL", "pylibjpeg", "openjpeg", "rle")]
    before = [logger.propagate for logger in loggers]
    silence = logging.NullHandler()
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(silence)
    try:
        with warnings.catch_warnings(), _silent_libraries():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.propagate = propagate
            logger.removeHandler(silence)


@contextmanager
def _silent_libraries() -> Iterator[None]:
    if sys.stderr:
        sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # a window started without a terminal has no error stream
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
