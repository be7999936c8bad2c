"""An open file, frame by frame: what every reader offers, and how its troubles are told."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest, EngineError, UnreadableFile
from ussr_engine.files.stored import Stored, quietly, shown
from ussr_engine.scan import Scan

DEEPEST = 10_000
"""Reasons behind an error that are looked at: a decoder may wrap one at every level that it goes down."""


class ClipReader(ABC):
    """One open file; a context manager.

    Attributes
    ----------
    clip : Clip
        How many frames there are, and when.
    stored : Stored
        What the header says; all frames share it.
    """

    clip: Clip
    stored: Stored

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = shown(path)

    def scan(self, index: int = 0) -> Scan:
        """Decode one frame; no other is held in memory.

        Raises
        ------
        BadRequest
            Where there is no such frame; they count from 0.
        UnreadableFile
            With one sentence, where this frame is damaged; others may be sound.
        """
        return self.read(index)[0]

    def read(self, index: int = 0) -> tuple[Scan, Stored]:
        """As ``scan``, and ``stored`` with what was found in this frame."""
        if not 0 <= index < self.clip.frames:
            many = f"{self.clip.frames} frames" if self.clip.frames > 1 else "one frame"
            raise BadRequest(f"{self.name} has {many}, so there is no frame {index + 1}.")
        with told(self.path):
            return self._read(index)

    @abstractmethod
    def _read(self, index: int) -> tuple[Scan, Stored]:
        """Decode a frame that exists; whatever is raised becomes one sentence."""

    def close(self) -> None:  # noqa: B027 - a reader that holds no file open has nothing to do
        """Let go of the file."""

    def of(self, index: int) -> dict[str, str]:
        """The note that says which frame this is; none for a still."""
        return {"frame": f"{index + 1} of {self.clip.frames}"} if self.clip.frames > 1 else {}

    def __enter__(self) -> ClipReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with a file into one sentence, and keep the libraries quiet meanwhile."""
    name = shown(path)
    try:
        with quietly():
            yield
    except (EngineError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except PermissionError:
        raise UnreadableFile(f"{name} may not be read by this user.", "Ask for permission, or copy it.") from None
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {name} in {path.parent}.") from None
    except MemoryError:
        raise UnreadableFile(f"{name} does not fit into the memory that is free.", "Close other programs.") from None
    except OSError as error:
        if not error.errno:  # not the system's, but a decoder's
            raise _spoiled(name, error) from None
        raise UnreadableFile(f"{name} could not be read: {error.strerror or 'the disk or network failed'}.") from None
    except BaseException as error:  # also the panics of decoders written in Rust; their words may quote the file
        raise _spoiled(name, error) from None


def _spoiled(name: str, error: BaseException | None) -> UnreadableFile:
    """What is wrong with a file whose decoder raised ``error``, whatever it made of its own reasons."""
    for _ in range(DEEPEST):
        if isinstance(error, RecursionError):
            return UnreadableFile(f"{name} is nested so deeply that it must be damaged or hostile.")
        if error is None:
            break
        error = error.__cause__ or error.__context__
    return damaged(name)


def damaged(name: str) -> UnreadableFile:
    """For a file that its decoder gave up, in words that quote nothing of it."""
    return UnreadableFile(f"{name} is damaged: its picture cannot be decoded.", "Copy it again from its source.")
