"""NIfTI-1 and NIfTI-2 headers, by nibabel; the samples are read by ourselves, slice by slice."""

from __future__ import annotations

import zlib
from typing import Any

import nibabel
import numpy as np

from ussr_engine.clip import Clip, evenly
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded
from ussr_engine.files.grid import Grid, frames_of, spacing_of
from ussr_engine.files.samples import Samples

_HEADERS = {348: nibabel.Nifti1Header, 540: nibabel.Nifti2Header}
_HEAD, _ALIGNED = 540, 2
_MILLIMETRES = {"meter": 1000.0, "mm": 1.0, "micron": 1e-3, "unknown": 1.0}
_MILLISECONDS = {"sec": 1000.0, "msec": 1.0, "usec": 1e-3}
_COLOURS = {128: 3, 2304: 4}
"""RGB and RGBA of 8 bits, by their data type codes."""


def parsed(file: Bounded, name: str) -> tuple[Grid, Samples]:
    """The header, and where the samples lie; a file may be compressed as a whole.

    Raises
    ------
    UnreadableFile
        For a header without its samples, for complex numbers and for what is no picture.
    """
    compressed = file.at(0, 2) == b"\x1f\x8b"
    words = zlib.decompressobj(wbits=31).decompress(file.at(0, 4096), _HEAD) if compressed else file.at(0, _HEAD)
    size = int.from_bytes(words[:4], "little")
    if size not in _HEADERS:
        size = int.from_bytes(words[:4], "big")
    # The header alone: what may follow it, extensions of any length, is not looked at.
    header: Any = _HEADERS[size](words[:size], check=False)
    if bytes(header["magic"])[:2] != b"n+":
        raise UnreadableFile(f"{name} is a header alone; its samples are in another file.", "Save it as one .nii file.")
    code = int(header["datatype"])
    channels = _COLOURS.get(code, 1)
    kind = np.dtype("u1") if code in _COLOURS else header.get_data_dtype()
    if kind.kind not in "uif" or kind.itemsize > 8:
        raise UnreadableFile(f"{name} holds neither grey values nor RGB.", "Save their magnitude.")
    axes = int(header["dim"][0])
    sizes = [int(length) for length in header["dim"][1 : axes + 1]]
    while len(sizes) > 5 and sizes[-1] == 1:
        sizes.pop()
    columns, rows, frames = frames_of(sizes, name)
    notes: dict[str, str] = {}
    length, time = header.get_xyzt_units()
    unit = _MILLIMETRES.get(length, float("nan"))
    lateral, axial = (float(step) * unit for step in header["pixdim"][1:3])
    grid = Grid(
        "NIfTI",
        columns,
        rows,
        _clip(sizes, float(header["pixdim"][4]) * _MILLISECONDS.get(time, 0), notes) if frames > 1 else Clip(),
        kind,
        channels,
        spacing_of(lateral, axial, notes),
        **_turned(header, notes),
        inverted=float(header["scl_slope"]) < 0,
        notes=notes,
    )
    start = int(header["vox_offset"])
    if start < size:
        raise UnreadableFile(f"{name} is damaged: its samples lie within its own header.")
    end = grid.frame_bytes * frames
    if compressed:
        return grid, Shifted(file, start, end, name)
    return grid, Samples(file, start, end, False, name)


class Shifted(Samples):
    """Samples that follow a header within one compressed stream."""

    def __init__(self, file: Bounded, shift: int, end: int, name: str) -> None:
        self._shift = shift
        super().__init__(file, 0, shift + end, True, name)

    def at(self, offset: int, length: int) -> bytes:
        """As Samples, counted from the end of the header."""
        return super().at(self._shift + offset, length)


def _clip(sizes: list[int], step: float, notes: dict[str, str]) -> Clip:
    slices = sizes[2]
    frames = int(np.prod(sizes[2:], dtype=np.int64))
    if slices == 1 or len(sizes) < 3:
        return evenly(frames, step)
    if frames > slices:
        notes["frames"] = f"{slices} slices, {frames // slices} times"
    return Clip(frames)


def _turned(header: Any, notes: dict[str, str]) -> dict[str, bool]:  # noqa: ANN401 - nibabel is untyped here
    """Columns towards the left, the back or the feet, as DICOM counts; the file's own way where it names none.

    NIfTI counts towards the right, the front and the head, so that a step along such an axis is mirrored.
    """
    # "Aligned" by an sform alone is what nibabel writes of an array of which nothing is known.
    if not int(header["qform_code"]) and int(header["sform_code"]) in (0, _ALIGNED):
        return {}
    try:
        letters = nibabel.aff2axcodes(header.get_best_affine())[:2]
    except Exception:  # an impossible matrix says nothing about the pixels
        notes["orientation"] = "unreadable, taken as upright"
        return {}
    if None in letters:
        return {}
    notes["orientation"] = f"{''.join(letters)} as stored"
    return {"mirrored": letters[0] in "RAS", "upside_down": letters[1] in "RAS"}
