"""Frames onto the disk, one at a time: a cine of a thousand frames takes the memory of one."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np
from pydicom import config, dcmwrite
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import PYDICOM_IMPLEMENTATION_UID, ExplicitVRLittleEndian

from ussr_engine import __version__
from ussr_engine.errors import BadRequest
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_levels
from ussr_engine.scan import Image

LONGEST = 2**32 - 2
"""Bytes of uncompressed pixels that the length field of one element can name."""

_CHUNK = 3 << 20


@dataclass(frozen=True, slots=True)
class Meant:
    """What was meant to be written: how many bytes of pixels, their SHA-256, and whether they are colour."""

    length: int
    digest: str
    colour: bool


def poured(
    path: Path,
    frames: Iterator[Image],
    count: int,
    shape: tuple[int, int],
    bits: int,
    head: Callable[[bool], Dataset],
    mask: Levels | None = None,
) -> Meant:
    """Write header and frames.

    Parameters
    ----------
    path : Path
        Of the temporary file.
    frames : iterator of (H, W) or (H, W, 3) float32 in [0, 1]
        Consumed one at a time; exactly ``count`` of ``shape``.  Colour is written with 8 bits, as the class asks.
        Where colour begins only after some grey frames, these are written anew.
    head : callable
        The header for colour (True) or grey pixels.
    mask : (H, W) of bool, optional
        False where pixels are to be black.

    Raises
    ------
    BadRequest
        For another number or size of frames, or for more bytes than the format can hold.
    """
    first = next(frames)
    colour = one_channel_if_grey(to_levels(first, 8)).ndim == 3
    with path.open("wb+") as file:
        start, digest = _begun(file, head(colour), count, shape, colour, bits)
        for number, image in enumerate(chain([first], frames), 1):
            if image.shape[:2] != shape:
                raise BadRequest(f"Frame {number} is {image.shape[1]} × {image.shape[0]}, not {shape[1]} × {shape[0]}.")
            if number > count:
                raise BadRequest(f"There are more frames than the {count} of the source.")
            levels = one_channel_if_grey(to_levels(image, 8 if colour else bits))
            if levels.ndim == 3 and not colour:
                colour = True
                start, digest = _coloured(file, start, head(True), count, shape, bits)
                levels = to_levels(image, 8)
            if colour and levels.ndim == 2:
                levels = np.repeat(levels[..., None], 3, axis=2)
            if mask is not None:
                levels = np.where(mask if levels.ndim == 2 else mask[..., None], levels, 0).astype(levels.dtype)
            written = levels.astype(levels.dtype.newbyteorder("<"), copy=False).tobytes()
            file.write(written)
            digest.update(written)
        if number != count:
            raise BadRequest(f"Only {number} of the {count} frames of the source were given.")
        length = file.tell() - start
        if length % 2:
            file.write(b"\0")
            digest.update(b"\0")
            length += 1
    return Meant(length, digest.hexdigest(), colour)


def _begun(
    file: BinaryIO, header: Dataset, count: int, shape: tuple[int, int], colour: bool, bits: int
) -> tuple[int, hashlib._Hash]:
    """Header and the head of Pixel Data; where the pixels start, and their hash to be."""
    length = count * shape[0] * shape[1] * (3 if colour else bits // 8)
    length += length % 2
    if length > LONGEST:
        raise BadRequest(
            f"{count} frames of {shape[1]} × {shape[0]} would take {length / 1e9:.1f} GB; a DICOM file without "
            "compression holds at most 4.3 GB.",
            "Write fewer frames, a smaller scale, or another format.",
        )
    file.write(encoded(header))
    file.write(struct.pack("<HH2sHI", 0x7FE0, 0x0010, b"OW" if bits == 16 and not colour else b"OB", 0, length))
    return file.tell(), hashlib.sha256()


def _coloured(
    file: BinaryIO, start: int, header: Dataset, count: int, shape: tuple[int, int], bits: int
) -> tuple[int, hashlib._Hash]:
    """Write grey pixels anew as colour."""
    with TemporaryFile() as kept:
        file.seek(start)
        while chunk := file.read(_CHUNK):
            kept.write(chunk)
        kept.seek(0)
        file.seek(0)
        file.truncate()
        start, digest = _begun(file, header, count, shape, True, 8)
        while chunk := kept.read(_CHUNK):
            grey = np.frombuffer(chunk, np.uint8 if bits == 8 else "<u2")
            grey = grey if bits == 8 else ((grey.astype(np.uint32) * 2 + 257) // 514).astype(np.uint8)
            written = np.repeat(grey, 3).tobytes()
            file.write(written)
            digest.update(written)
    return start, digest


def encoded(header: Dataset) -> bytes:
    """Preamble, file meta information and data set; values the standard does not allow are an error."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = header.SOPClassUID, header.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID, meta.ImplementationVersionName = PYDICOM_IMPLEMENTATION_UID, f"USSR {__version__}"
    header.file_meta = meta
    buffer = io.BytesIO()
    before = config.settings.writing_validation_mode
    config.settings.writing_validation_mode = config.RAISE
    try:
        dcmwrite(buffer, header, enforce_file_format=True)
    finally:
        config.settings.writing_validation_mode = before
    return buffer.getvalue()


def peeked(frames: Iterable[Image]) -> tuple[Iterator[Image], bool]:
    """The same frames, and whether there is more than one.

    Raises
    ------
    BadRequest
        If there is none.
    """
    iterator = iter(frames)
    first = next(iterator, None)
    if first is None:
        raise BadRequest("There is no frame to write.")
    second = next(iterator, None)
    if second is None:
        return iter([first]), False
    return chain([first, second], iterator), True
