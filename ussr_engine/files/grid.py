"""What the header of a volume says: how its samples lie, how far apart they are, which way is up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np
import numpy.typing as npt

from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.files.levels import Levels
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Spacing

COLOURS = (1, 3, 4)
"""Samples of a pixel that are understood: grey, RGB, RGB and transparency."""

_TIMESTAMP = re.compile(r"Seq_Frame(\d{1,7})_Timestamp")


@dataclass(frozen=True, slots=True)
class Grid:
    """Samples of a volume in the order in which they lie in the file, the first axis fastest.

    Attributes
    ----------
    format : str
        "NIfTI", "MetaImage" or "NRRD".
    columns, rows : int
        The first two axes.
    clip : Clip
        All further axes: slices, times or both.
    dtype : numpy.dtype
        Of one sample, with its byte order.
    channels : int
        Samples of a pixel, side by side.
    spacing : (float, float) or None
        mm along the first and second axis.
    transposed, mirrored, upside_down : bool
        How a frame is turned to stand upright, in this order.
    inverted : bool
        Large values are dark.
    """

    format: str
    columns: int
    rows: int
    clip: Clip
    dtype: npt.DTypeLike
    channels: int = 1
    spacing: Spacing | None = None
    transposed: bool = False
    mirrored: bool = False
    upside_down: bool = False
    inverted: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def frame_bytes(self) -> int:
        """Bytes of a frame."""
        return self.columns * self.rows * self.channels * np.dtype(self.dtype).itemsize

    def stored(self) -> Stored:
        """The same in the numbers of every format, of the upright picture."""
        bits = 8 * np.dtype(self.dtype).itemsize
        columns, rows = (self.rows, self.columns) if self.transposed else (self.columns, self.rows)
        return Stored(self.format, columns, rows, self.channels, bits, self.clip.frames, self.notes)

    def upright(self, frame: Levels) -> Levels:
        """A frame (rows, columns[, 3]) turned as the header says."""
        if self.transposed:
            frame = np.swapaxes(frame, 0, 1)
        if self.mirrored:
            frame = frame[:, ::-1]
        return np.ascontiguousarray(frame[::-1] if self.upside_down else frame)

    def upright_spacing(self) -> Spacing | None:
        """``spacing`` of the upright picture."""
        if self.spacing and self.transposed:
            return Spacing(self.spacing.lateral, self.spacing.axial)
        return self.spacing


def frames_of(sizes: Sequence[int], name: str) -> tuple[int, int, int]:
    """Columns, rows and frames of the sizes of all axes; axes after the second count one after the other.

    Raises
    ------
    UnreadableFile
        For sizes that no file can have.
    """
    if not 2 <= len(sizes) <= 5 or min(sizes) < 1 or prod(sizes) > 1 << 40:
        raise UnreadableFile(f"{name} says that it has {' × '.join(map(str, sizes[:6]))} samples, which is no picture.")
    return sizes[0], sizes[1], prod(sizes[2:])


def spacing_of(lateral: float, axial: float, notes: dict[str, str]) -> Spacing | None:
    """Millimetres, unless they are none, or the 1 × 1 that programs write when they know nothing."""
    if abs(lateral) == abs(axial) == 1:
        notes["spacing"] = "1 × 1 is what programs write when they know none, and was not used"
        return None
    try:
        return Spacing(axial=abs(axial), lateral=abs(lateral))
    except BadRequest:
        notes["spacing"] = "not two positive millimetres, and was not used"
        return None


def clip_of(frames: int, entries: Mapping[str, str]) -> Clip:
    """Times from the time stamps, in seconds, that tracking programs (Plus, SlicerIGSIO) write for every frame."""
    stamps: dict[int, float] = {}
    for key, value in entries.items():
        if found := _TIMESTAMP.fullmatch(key):
            try:
                stamps[int(found[1])] = float(value)
            except ValueError:
                return Clip(frames)
    if frames < 2 or sorted(stamps) != list(range(frames)):
        return Clip(frames)
    times = 1000 * (np.array([stamps[number] for number in range(frames)]) - stamps[0])
    rising = np.isfinite(times).all() and (np.diff(times) > 0).all()
    return Clip(frames, tuple(times.tolist()) if rising else ())


def turned_as(orientation: str) -> dict[str, bool]:
    """How a frame is turned that Plus calls "MF", "UN", "FM"...: the first letter is that of the first axis.

    Upright is MF: columns towards the probe's mark, rows away from the probe.  U is unmarked, N near.
    """
    words = orientation.upper() + "  "
    first, second = words[0], words[1]
    if first in ("F", "N") and second in ("M", "U"):
        return {"transposed": True, "mirrored": second == "U", "upside_down": first == "N"}
    return {"transposed": False, "mirrored": first == "U", "upside_down": second == "N"}
