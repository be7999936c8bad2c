"""DICOM by pydicom and its decoders: the first frame, as a viewer shows it, with its millimetres."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from PIL import Image as Pillow
from pydicom import dcmread
from pydicom.encaps import get_frame
from pydicom.pixels import apply_color_lut, get_decoder, pixel_array
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian, JPEGBaseline8Bit, JPEGExtended12Bit, RLELossless

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.display import displayed
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_unit
from ussr_engine.files.regions import calibration
from ussr_engine.files.stored import Stored, shown
from ussr_engine.files.streams import stream_size
from ussr_engine.scan import Image, Scan

_GREY = ("MONOCHROME1", "MONOCHROME2")
_COLOUR = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT")
_AGAIN = "Copy it again from its source."
_CONVERT = "Convert it to an uncompressed DICOM file first."


def read_dicom(path: Path) -> tuple[Scan, Stored]:
    """Read the first frame of a DICOM file.

    Nothing of the header but numbers about the picture is kept: no name, date, institution or comment.

    Raises
    ------
    UnreadableFile
        For a file without a picture, truncated, too large or coded in a way no decoder here knows.  The sentence never
        quotes the header.
    """
    name = shown(path)
    try:
        with path.open("rb") as file:
            header = dcmread(file, stop_before_pixels=True)
            start = file.tell()
            syntax = _syntax(header, name)
            stored = _described(header, name)
            stored.check_size(name)
            _check_whole(header, syntax, stored, path.stat().st_size - start, name)
            notes: dict[str, str] = {}
            image = _image(file, start, header, syntax, stored, notes, name)
        height, width = image.shape[:2]
        regions, spacing, words = calibration(header, width, height)
        if stored.frames > 1:
            notes["frame"] = f"1 of {stored.frames}"
        notes = {
            "photometric": str(header.PhotometricInterpretation),
            "transfer syntax": syntax.name,
            **notes,
            **words,
        }
        stored = replace(stored, notes=notes)
    except (UnreadableFile, MemoryError):
        raise
    except OSError as error:
        if error.errno:
            raise
        raise _damaged(name) from None
    except Exception:  # whatever the decoders raise may quote the header, so it goes no further
        raise _damaged(name) from None
    scan = Scan(
        image=image,
        spacing=spacing,
        bits=16 if stored.bits > 8 else 8,
        name=path.stem.encode("utf-8", "backslashreplace").decode(),
        regions=regions,
        facts=stored.facts(),
    )
    return scan, stored


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(f"{name} is a damaged DICOM file: its picture cannot be decoded.", _AGAIN)


def _syntax(header: Any, name: str) -> UID:  # noqa: ANN401 - pydicom is untyped here
    syntax = header.file_meta.get("TransferSyntaxUID")
    if not syntax:
        raise UnreadableFile(f"{name} does not say how its pixels are coded (no Transfer Syntax UID).", _AGAIN)
    if not UID(syntax).is_valid:  # a damaged length makes it swallow what follows, the patient's name too
        raise UnreadableFile(f"{name} names no transfer syntax that there can be.", _AGAIN)
    if syntax == DeflatedExplicitVRLittleEndian:
        # Inflated by pydicom without any bound on the result.
        raise UnreadableFile(f"{name} is a deflated DICOM file, which is not opened.", _CONVERT)
    try:
        available = get_decoder(syntax).is_available
    except NotImplementedError:
        available = False
    if not available:
        words = syntax.name if not syntax.is_private else "a private transfer syntax"
        raise UnreadableFile(f"{name} is coded as {words}, for which there is no decoder here.", _CONVERT)
    return UID(syntax)


def _described(header: Any, name: str) -> Stored:  # noqa: ANN401
    if "Rows" not in header or "Columns" not in header:
        raise UnreadableFile(f"{name} is a DICOM file without a picture.", "Choose a file of the image series.")
    photometric = header.get("PhotometricInterpretation")
    if photometric not in (*_GREY, *_COLOUR, "PALETTE COLOR"):
        raise UnreadableFile(f"{name} has a colour coding (Photometric Interpretation) that is not read.", _CONVERT)
    channels, frames = int(header.get("SamplesPerPixel", 1)), int(header.get("NumberOfFrames") or 1)
    bits, allocated = int(header.BitsStored), int(header.BitsAllocated)
    if channels != (3 if photometric in _COLOUR else 1) or not 1 <= bits <= allocated <= 32 or frames < 1:
        raise UnreadableFile(f"{name} contradicts itself about its channels, bits or frames.", _AGAIN)
    if bits > 16:
        raise UnreadableFile(f"{name} has {bits} bits per sample; at most 16 are read.", _CONVERT)
    return Stored("DICOM", int(header.Columns), int(header.Rows), channels, bits, frames)


def _check_whole(header: Any, syntax: UID, stored: Stored, left: int, name: str) -> None:  # noqa: ANN401
    if left < 8:
        raise UnreadableFile(f"{name} ends before its pixels (no Pixel Data).", _AGAIN)
    if syntax.is_encapsulated:
        return
    samples = 2 if header.PhotometricInterpretation == "YBR_FULL_422" else stored.channels
    needed = stored.width * stored.height * samples * stored.frames * int(header.BitsAllocated) // 8
    if needed > left:
        raise UnreadableFile(
            f"{name} is cut short: {left:,} of {needed:,} bytes of pixels are there for "
            f"{stored.frames} × {stored.width} × {stored.height}.",
            _AGAIN,
        )


def _image(
    file: BinaryIO,
    start: int,
    header: Any,  # noqa: ANN401
    syntax: UID,
    stored: Stored,
    notes: dict[str, str],
    name: str,
) -> Image:
    top = 2**stored.bits - 1
    frame = b""
    if syntax.is_encapsulated and syntax != RLELossless:
        file.seek(start + 12)
        frame = get_frame(file, 0, number_of_frames=stored.frames)
        # A decoder would allocate for whatever the stream claims.
        claimed = stream_size(frame)
        if claimed is None:
            raise _damaged(name)
        if claimed != (stored.width, stored.height, stored.channels):
            raise UnreadableFile(
                f"{name} contradicts itself: {stored.width:,} × {stored.height:,} pixels with {stored.channels} "
                f"channels in its header, {claimed[0]:,} × {claimed[1]:,} with {claimed[2]} in its compressed picture.",
                _AGAIN,
            )
    if stored.channels == 3 and stored.bits == 8 and syntax in (JPEGBaseline8Bit, JPEGExtended12Bit):
        levels = _jpeg(frame, header.PhotometricInterpretation)
    else:
        file.seek(0)
        levels = pixel_array(file, index=0)
    if header.PhotometricInterpretation in _GREY:
        return displayed(header, levels, notes)
    if header.PhotometricInterpretation == "PALETTE COLOR":
        levels = apply_color_lut(levels, header)[..., :3]
        top = 2 ** (8 * levels.dtype.itemsize) - 1
        if levels.dtype == np.uint16 and "RedPaletteColorLookupTableData" in header and not syntax.is_little_endian:
            levels = levels.byteswap()
        if levels.dtype == np.uint16 and stored.bits <= 8:
            # Tables of 16 bits for 8 bit screens hold the colour in the high byte.
            levels, top = (levels >> 8).astype(np.uint8), 255
    lossy = header.PhotometricInterpretation.startswith("YBR")
    grey = one_channel_if_grey(levels, tolerance=2 if lossy else 0)
    if grey.ndim == 2:
        notes["colour"] = "three equal channels, read as one"
    return to_unit(np.minimum(grey, top), top)


def _jpeg(frame: bytes, photometric: str) -> Levels:
    # Scanners often declare RGB for a YCbCr stream, or the reverse; the stream's own marks decide where it has any.
    picture: Any = Pillow.open(io.BytesIO(frame), formats=["JPEG"])
    names = bytes(layer[0] for layer in picture.layer)
    speaks = "jfif" in picture.info or "adobe_transform" in picture.info or names in (b"RGB", b"rgb")
    if names == b"rgb" or (photometric == "RGB" and not speaks):
        picture.draft("YCbCr", picture.size)  # no transform: the three components are R, G, B
        return np.asarray(picture)
    return np.asarray(picture.convert("RGB"))
