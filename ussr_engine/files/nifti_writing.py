"""NIfTI-1 out: a picture or a sequence in one file, slice by slice, with millimetres, times and how it was made."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from ussr_engine import RESEARCH_USE
from ussr_engine.files.levels import Levels
from ussr_engine.files.stored import quietly
from ussr_engine.scan import Spacing

_RGB = np.dtype([("R", "u1"), ("G", "u1"), ("B", "u1")])
_COMMENT = 6
"""Extension code of free text (NIfTI-1, "comment")."""

_UNIT = Spacing(1, 1)


def header(
    shape: tuple[int, ...],
    frames: int,
    bits: int,
    spacing: Spacing | None,
    step: float | None,
    entries: Mapping[str, str],
) -> bytes:
    """Everything before the samples.

    Parameters
    ----------
    shape : (H, W) or (H, W, 3)
        Of a frame; the file's first axis runs along the columns, its second down the rows.
    step : float or None
        Milliseconds from frame to frame.
    entries : mapping
        Written as JSON into an extension.
    """
    import io

    from nibabel.nifti1 import Nifti1Extension, Nifti1Header

    made = Nifti1Header()
    colour = len(shape) == 3
    made.set_data_dtype(_RGB if colour else np.dtype("<u2" if bits == 16 else "u1"))
    made.set_data_shape((shape[1], shape[0]) if frames == 1 else (shape[1], shape[0], 1, frames))
    known = spacing or _UNIT
    zooms = (known.lateral, known.axial)
    made.set_zooms(zooms if frames == 1 else (*zooms, 1.0, (step or 0) / 1000))
    # Units are said only where they are known: a reader takes a size without a unit for none.
    made.set_xyzt_units("mm" if spacing else "unknown", "sec" if step else "unknown")
    if not spacing:
        made["pixdim"][1:3] = 0
    made["descrip"] = RESEARCH_USE.encode()
    made["magic"] = b"n+1"
    made.extensions.append(Nifti1Extension(_COMMENT, json.dumps(dict(entries)).encode()))
    buffer = io.BytesIO()
    made.write_to(buffer)
    buffer.write(bytes(int(made["vox_offset"]) - buffer.tell()))
    return buffer.getvalue()


class Packing:
    """A gzip stream with neither a name nor a time in its head.

    Python's own writes once more to a file that took nothing, when it is forgotten.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._packer = file, zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)

    def write(self, data: bytes) -> None:
        """Add to the stream."""
        self._file.write(self._packer.compress(data))

    def finish(self) -> None:
        """Write what is still held back."""
        self._file.write(self._packer.flush())


@contextmanager
def opened(path: Path, compressed: bool) -> Iterator[Packing | BinaryIO]:
    """The file to write into, compressed or not."""
    with path.open("wb") as plain:
        if not compressed:
            yield plain
            return
        packing = Packing(plain)
        yield packing
        packing.finish()


def samples(levels: Levels) -> bytes:
    """A frame, columns fastest, as the file holds it."""
    return np.ascontiguousarray(levels).astype(levels.dtype.newbyteorder("<"), copy=False).tobytes()


def reread(path: Path, index: int) -> tuple[Levels, tuple[float, ...], tuple[int, ...]]:
    """One frame by nibabel, rows first, with the steps of the axes (mm, mm, ..., s) and their lengths."""
    import nibabel

    with quietly():  # it finds a size of unknown unit worth a line
        image = nibabel.load(path)
        shape = image.shape
        levels = np.asarray(image.dataobj[..., 0, index] if len(shape) == 4 else image.dataobj[...])
    if levels.dtype.names:
        levels = (
            levels.view("u1").reshape(*levels.shape, 3)
            if levels.flags.c_contiguous
            else np.stack([levels[name] for name in ("R", "G", "B")], axis=-1)
        )
    return np.swapaxes(levels, 0, 1), tuple(float(z) for z in image.header.get_zooms()), tuple(shape)
