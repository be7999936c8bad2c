"""Enlarged frames on disk: levels without compression, written in order, read in any.

A frame counts when all its bytes are there, so that a killed run leaves whole frames and nothing else.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.files.levels import to_levels, to_unit
from ussr_engine.scan import MAX_PIXELS, Image

LEVELS, SHAPE = "frames.raw", "frames.json"
SPARE = 1.1
"""Free room asked for, in parts of what the frames need."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Of every frame: pixels, channels (1 or 3), bits a sample (8 or 16); and how many frames there are to be."""

    height: int
    width: int
    channels: int
    bits: int
    frames: int

    @classmethod
    def of(cls, image: Image, bits: int, frames: int) -> Shape:
        """That of a picture."""
        return cls(image.shape[0], image.shape[1], 3 if image.ndim == 3 else 1, bits, frames)

    @property
    def bytes(self) -> int:
        """Of one frame."""
        return self.height * self.width * self.channels * self.bits // 8

    @property
    def is_possible(self) -> bool:
        """False for what no clip can be, as a damaged file may say."""
        sizes = all(type(size) is int and size > 0 for size in asdict(self).values())
        fits = sizes and self.height * self.width <= 16 * MAX_PIXELS
        return fits and self.channels in (1, 3) and self.bits in (8, 16)


class FrameStore:
    """A folder of frames.

    Parameters
    ----------
    folder : Path
        Made by ``begin``.

    Raises
    ------
    UnreadableFile
        If what is there is no store of frames.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            record = json.loads((folder / SHAPE).read_text(encoding="utf-8"))
            self.shape = Shape(**record)
            self._size = (folder / LEVELS).stat().st_size
        except (OSError, ValueError, TypeError) as error:
            raise UnreadableFile("The enlarged frames are gone or damaged.", "Enlarge the clip again.") from error
        if not self.shape.is_possible:
            raise UnreadableFile("The enlarged frames are damaged.", "Enlarge the clip again.")

    @classmethod
    def begin(cls, folder: Path, shape: Shape) -> FrameStore:
        """An empty store, or the one that is there if its frames are alike.

        Raises
        ------
        UnwritableFile
            Where the disk has no room for all frames, or does not take the first bytes.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if (folder / SHAPE).is_file():
                there = cls(folder)
                if there.shape == shape:
                    return there
            free = shutil.disk_usage(folder).free
            if shape.bytes * shape.frames * SPARE > free:
                need, have = (size / 1e9 for size in (shape.bytes * shape.frames, free))
                raise UnwritableFile(
                    f"{shape.frames} enlarged frames need {need:.1f} GB, and {have:.1f} GB are free on that disk.",
                    "Free some space, choose fewer frames or a smaller scale.",
                )
            (folder / LEVELS).write_bytes(b"")
            with replaced(folder / SHAPE) as temporary:
                temporary.write_text(json.dumps(asdict(shape)), encoding="utf-8")
        except OSError as error:
            raise UnwritableFile(f"Enlarged frames cannot be kept in {folder} ({error.strerror}).") from error
        return cls(folder)

    @property
    def count(self) -> int:
        """Whole frames."""
        return min(self._size // self.shape.bytes, self.shape.frames)

    def append(self, image: Image) -> None:
        """The next frame, float32 in [0, 1], rounded once.

        Raises
        ------
        BadRequest
            For a picture of another size.
        UnwritableFile
            If the disk is full.
        """
        shape = self.shape
        if Shape.of(image, shape.bits, shape.frames) != shape:
            raise BadRequest(f"Frame {self.count + 1} is of another size than the first.")
        try:
            with (self.folder / LEVELS).open("rb+") as file:
                file.truncate(self.count * shape.bytes)
                file.seek(0, os.SEEK_END)
                file.write(to_levels(image, shape.bits).tobytes())
        except OSError as error:
            raise UnwritableFile(
                f"Frame {self.count + 1} could not be kept ({error.strerror}).", "Free some space on the disk."
            ) from error
        self._size = (self.count + 1) * shape.bytes

    def frame(self, index: int) -> Image:
        """Frame ``index``, counted from 0, as (H, W) or (H, W, 3) float32 in [0, 1].

        Raises
        ------
        UnreadableFile
            If it is not there, or not yet.
        """
        shape = self.shape
        with (self.folder / LEVELS).open("rb") as file:
            file.seek(index * shape.bytes)
            data = file.read(shape.bytes)
        if not 0 <= index < self.count or len(data) < shape.bytes:
            raise UnreadableFile(f"Frame {index + 1} has not been enlarged.", "Enlarge the clip again.")
        levels = np.frombuffer(data, np.uint8 if shape.bits == 8 else np.uint16)
        size = (shape.height, shape.width, 3) if shape.channels == 3 else (shape.height, shape.width)
        return to_unit(levels.reshape(size), 2**shape.bits - 1)
