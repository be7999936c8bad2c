"""TIFF: up to 8 bits by Pillow, wider samples by tifffile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import tifffile

from ussr_engine.clip import Clip
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded
from ussr_engine.files.clips import ClipReader
from ussr_engine.files.directories import page_offsets
from ussr_engine.files.levels import Levels, one_channel_if_grey, over_black, said_reach, to_unit, upright
from ussr_engine.files.marks import marks_in_json, provenance_from, spacing_from
from ussr_engine.files.measured import Range, filled, in_range, range_of
from ussr_engine.files.picture import ORIENTATION, decoded, opened
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Scan

_PLAIN = {
    tifffile.COMPRESSION.NONE,
    tifffile.COMPRESSION.ADOBE_DEFLATE,
    tifffile.COMPRESSION.DEFLATE,
    tifffile.COMPRESSION.PACKBITS,
}
"""Compressions that tifffile undoes with Python's own zlib."""

_DAMAGED = "Copy it again from its source."


class TiffClip(ClipReader):
    """Pages of a TIFF that are as large and deep as its first one.

    Unsigned 8 and 16 bit samples keep their levels; floats in [0, 1] stay; other samples are stretched from their
    smallest to their largest value, which ``facts["values"]`` says.

    Raises
    ------
    UnreadableFile
        For damaged, truncated, too large or exotic files and for values that are not numbers.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        with Bounded(path) as raw:
            offsets = page_offsets(raw, self.name)
        self._file = tifffile.TiffFile(path)
        self._picture: Any = None
        self._range: Range | None = None
        try:
            first = self._page(offsets[0])
            self._bits = int(first.bitspersample)
            alike = [number for number, offset in enumerate(offsets) if _form(self._page(offset)) == _form(first)]
            self._pages = [(number, offsets[number]) for number in alike]
            self._others = len(offsets) - len(alike)
            self.clip = Clip(len(alike))
            self.stored = Stored(
                "TIFF", first.imagewidth, first.imagelength, first.samplesperpixel, self._bits, len(alike)
            )
            self.stored.check_size(self.name)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
        if self._picture is not None:
            self._picture.close()

    def _page(self, offset: int) -> Any:  # noqa: ANN401 - tifffile is untyped here
        self._file.filehandle.seek(offset)
        return tifffile.TiffPage(self._file, index=0)

    def _limits(self, levels: Levels) -> Range:
        """The range of all pages, so that they can be compared."""
        if self._range is None:
            pages = (_wide_samples(self._page(offset), self.name, {}) for _, offset in self._pages)
            self._range = range_of([levels] if self.clip.frames == 1 else pages)
        return self._range

    def _read(self, index: int) -> tuple[Scan, Stored]:
        notes = self.of(index)
        if self._others:
            notes["further pages"] = f"{self._others}, of another size or depth, left out"
        number, offset = self._pages[index]
        page = self._page(offset)
        _check_whole(page, self.path.stat().st_size, self.name)
        entries = marks_in_json(page.description)
        if self._bits > 8:
            levels = _wide_samples(page, self.name, notes)
        else:
            if self._picture is None:
                self._picture = opened(self.path, "TIFF", self.name)
            self._picture.seek(number)
            levels = decoded(self._picture, "TIFF", self.name, notes)
        bits = 8 if levels.dtype == np.uint8 else 16
        if levels.dtype in (np.uint8, np.uint16):
            grey = one_channel_if_grey(levels)
            if grey.ndim < levels.ndim:
                notes["colour"] = "three equal channels, read as one"
            said_reach(grey, notes)
            image = to_unit(grey, 2**bits - 1)
        else:
            image = in_range(filled(one_channel_if_grey(levels), self.name, notes), self._limits(levels), notes)
        height, width = image.shape[:2]
        stored = replace(self.stored, notes=notes, provenance=provenance_from(entries))
        spacing = spacing_from(entries, width, height)
        return Scan(image=image, spacing=spacing, bits=bits, name=self.name, facts=stored.facts()), stored


def _form(page: Any) -> tuple[object, ...]:  # noqa: ANN401
    return page.imagewidth, page.imagelength, page.samplesperpixel, page.bitspersample, page.sampleformat


def _check_whole(page: Any, size: int, name: str) -> None:  # noqa: ANN401 - tifffile is untyped here
    ends = [offset + length for offset, length in zip(page.dataoffsets, page.databytecounts, strict=False)]
    if not ends or max(ends) > size:
        needed = f"{max(ends):,} bytes" if ends else "pixels"
        raise UnreadableFile(f"{name} is cut short: its header promises {needed}, the file has {size:,}.", _DAMAGED)


def _wide_samples(page: Any, name: str, notes: dict[str, str]) -> Levels:  # noqa: ANN401
    grey = page.photometric in (tifffile.PHOTOMETRIC.MINISBLACK, tifffile.PHOTOMETRIC.MINISWHITE)
    if not grey and page.photometric != tifffile.PHOTOMETRIC.RGB:
        words = getattr(page.photometric, "name", page.photometric)
        raise UnreadableFile(f"{name} has {words} colours of more than 8 bits, which are not read.", "Save it as RGB.")
    if page.compression not in _PLAIN or page.bitspersample not in (16, 32, 64) or page.dtype is None:
        words = getattr(page.compression, "name", page.compression)
        raise UnreadableFile(
            f"{name} holds {page.bitspersample} bit samples with {words} compression, which are not read.",
            "Save it uncompressed with 8, 16 or 32 bits.",
        )
    levels = page.asarray()
    if page.axes == "SYX":
        levels = np.moveaxis(levels, 0, 2)
    elif page.axes not in ("YX", "YXS"):
        raise UnreadableFile(f"{name} is a volume, not a picture.", "Save one slice of it.")
    if levels.dtype.kind == "c":
        raise UnreadableFile(f"{name} holds complex numbers, not grey values.", "Save their magnitude.")
    if page.photometric == tifffile.PHOTOMETRIC.MINISWHITE and levels.dtype.kind == "u":
        levels = np.iinfo(levels.dtype).max - levels
    if levels.ndim == 3:
        levels = _opaque(levels, page, grey, notes)
    tag = page.tags.get(ORIENTATION)
    return upright(levels, int(tag.value) if tag is not None else 1)


def _opaque(levels: Levels, page: Any, grey: bool, notes: dict[str, str]) -> Levels:  # noqa: ANN401
    colours = 1 if grey else 3
    if levels.shape[2] < colours:
        raise ValueError("fewer samples than the colours need")
    extras = tuple(page.extrasamples)
    if levels.shape[2] > colours and extras[:1] == (tifffile.EXTRASAMPLE.UNASSALPHA,) and levels.dtype == np.uint16:
        levels, transparent = over_black(levels[..., : colours + 1])
        if transparent:
            notes["transparency"] = "laid over black"
        return levels
    if levels.shape[2] > colours:
        notes["further channels"] = f"{levels.shape[2] - colours} left out"
    return levels[..., 0] if grey else levels[..., :3]
