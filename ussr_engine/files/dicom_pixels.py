"""From the bytes of one DICOM frame to stored samples, by one decoder per coding; none of them is under the GPL."""

from __future__ import annotations

import io
from typing import Any

import imagecodecs
import numpy as np
from PIL import Image as Pillow
from pydicom.encaps import encapsulate
from pydicom.pixels import convert_color_space, get_decoder
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    UID,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    HTJ2KLosslessRPCL,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.levels import Levels
from ussr_engine.files.stored import Stored
from ussr_engine.files.streams import stream_size

NATIVE = (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian)
_JPEG = (JPEGBaseline8Bit, JPEGExtended12Bit)
_LOSSLESS = (JPEGLossless, JPEGLosslessSV1)
_PLUGINS = {
    RLELossless: "pylibjpeg",
    JPEGLSLossless: "pyjpegls",
    JPEGLSNearLossless: "pyjpegls",
    JPEG2000: "pylibjpeg",
    JPEG2000Lossless: "pylibjpeg",
    HTJ2K: "pylibjpeg",
    HTJ2KLossless: "pylibjpeg",
    HTJ2KLosslessRPCL: "pylibjpeg",
}
"""The decoder that pydicom asks; whichever else happens to be installed is left alone."""

CODINGS = (*NATIVE, *_JPEG, *_LOSSLESS, *_PLUGINS)
"""Transfer syntaxes that are read."""


def samples(frame: bytes, header: Any, syntax: UID, stored: Stored, name: str) -> Levels:  # noqa: ANN401
    """Decode one frame.

    Parameters
    ----------
    frame : bytes
        Its samples, or its compressed stream.
    header : pydicom.Dataset
        The Image Pixel module.

    Returns
    -------
    (H, W) or (H, W, 3)
        Integers of Bits Stored, signed where the header says so; YBR as RGB; a palette's indices.

    Raises
    ------
    UnreadableFile
        Where the stream has another size than the header.  Anything else that a decoder raises means damage.
    """
    if syntax in NATIVE or syntax == RLELossless:
        # Some scanners keep an overlay in the bits above or below the picture's own: all are read, then told apart.
        allocated = int(header.BitsAllocated)
        return _own_bits(_by_pydicom(frame, header, syntax, bits=allocated, signed=0), header, stored.bits)
    # A decoder would allocate for whatever the stream claims.
    claimed = stream_size(frame)
    if claimed is None:
        raise ValueError("no size in the stream")
    if claimed != (stored.width, stored.height, stored.channels):
        raise UnreadableFile(
            f"{name} contradicts itself: {stored.width:,} × {stored.height:,} pixels with {stored.channels} "
            f"channels in its header, {claimed[0]:,} × {claimed[1]:,} with {claimed[2]} in its compressed picture.",
            "Copy it again from its source.",
        )
    if syntax in _PLUGINS:
        return _by_pydicom(frame, header, syntax, stored.bits, int(header.get("PixelRepresentation", 0)))
    if syntax in _JPEG and stored.channels == 3 and stored.bits == 8:
        return _jpeg(frame, header.PhotometricInterpretation)
    return _by_libjpeg(frame, header, stored)


def _by_pydicom(frame: bytes, header: Any, syntax: UID, bits: int, signed: int) -> Levels:  # noqa: ANN401
    settings: dict[str, Any] = {
        "rows": header.Rows,
        "columns": header.Columns,
        "number_of_frames": 1,
        "samples_per_pixel": header.get("SamplesPerPixel", 1),
        "photometric_interpretation": str(header.PhotometricInterpretation),
        "pixel_representation": signed,
        "bits_allocated": header.BitsAllocated,
        "bits_stored": bits,
        "pixel_keyword": "PixelData",
        "pixel_vr": "OW" if header.BitsAllocated > 8 else "OB",
    }
    if header.get("SamplesPerPixel", 1) > 1:
        settings["planar_configuration"] = header.get("PlanarConfiguration", 0)
    source = frame if syntax in NATIVE else encapsulate([frame], has_bot=False)
    levels: Levels
    levels, _ = get_decoder(syntax).as_array(source, index=0, decoding_plugin=_PLUGINS.get(syntax, ""), **settings)
    return levels


def _own_bits(levels: Levels, header: Any, bits: int) -> Levels:  # noqa: ANN401
    shift = int(header.get("HighBit", bits - 1)) + 1 - bits
    if not 0 <= shift <= int(header.BitsAllocated) - bits:
        shift = 0
    signed = int(header.get("PixelRepresentation", 0)) == 1
    if bits == int(header.BitsAllocated) and not signed:
        return levels
    plain: Levels = (levels.astype(np.int64) >> shift) & (2**bits - 1)
    if signed:
        plain = np.where(plain >= 2 ** (bits - 1), plain - 2**bits, plain)
    return plain.astype(np.int32 if signed else np.uint16 if bits > 8 else np.uint8)


def _jpeg(frame: bytes, photometric: str) -> Levels:
    # Scanners often declare RGB for a YCbCr stream, or the reverse; the stream's own marks decide where it has any.
    picture: Any = Pillow.open(io.BytesIO(frame), formats=["JPEG"])
    names = bytes(layer[0] for layer in picture.layer)
    speaks = "jfif" in picture.info or "adobe_transform" in picture.info or names in (b"RGB", b"rgb")
    if names == b"rgb" or (photometric == "RGB" and not speaks):
        picture.draft("YCbCr", picture.size)  # no transform: the three components are R, G, B
        return np.asarray(picture)
    return np.asarray(picture.convert("RGB"))


def _by_libjpeg(frame: bytes, header: Any, stored: Stored) -> Levels:  # noqa: ANN401
    """Grey of 8 and 12 bits, and lossless of any depth, whose components are taken as they are."""
    as_stored = "rgb" if stored.channels == 3 else None
    levels: Levels = imagecodecs.jpeg8_decode(frame, colorspace=as_stored, outcolorspace=as_stored)
    if header.PhotometricInterpretation == "YBR_FULL" and levels.dtype == np.uint8:
        levels = convert_color_space(levels, "YBR_FULL", "RGB")
    if int(header.get("PixelRepresentation", 0)) == 1:
        wide = levels.astype(np.int32)
        levels = np.where(wide >= 2 ** (stored.bits - 1), wide - 2**stored.bits, wide)
    return levels
