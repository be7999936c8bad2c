"""One small sound file of every kind that is read, to be spoiled."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import imagecodecs
import numpy as np
import tifffile
from PIL import Image
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from tests.engine.dicom_samples import region, written
from tests.engine.test_volumes import metaimage, nifti, nrrd, video

RNG = np.random.default_rng(21)
GREY = RNG.integers(0, 256, (24, 32), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (24, 32, 3), dtype=np.uint8)
DEEP = RNG.integers(0, 65536, (24, 32), dtype=np.uint16)
SOFT = np.clip(np.add.outer(np.arange(24) * 4, np.arange(32) * 3), 0, 255).astype(np.uint8)
CINE = RNG.integers(0, 256, (3, 24, 32), dtype=np.uint8)
TURNED = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
SHAPE: dict[str, Any] = {"Rows": 24, "Columns": 32, "SamplesPerPixel": 1, "PhotometricInterpretation": "MONOCHROME2"}


def streams(path: Path, frames: list[bytes], syntax: str, **tags: Any) -> Path:
    """A DICOM file of compressed frames."""
    written(path, GREY, **(SHAPE | tags | {"NumberOfFrames": len(frames)}))
    file = dcmread(path)
    file.file_meta.TransferSyntaxUID = syntax
    file.PixelData = encapsulate(frames)
    file["PixelData"].VR = "OB"
    file["PixelData"].is_undefined_length = True
    file.save_as(path, enforce_file_format=True)
    return path


def jpeg(picture: np.ndarray, **options: Any) -> bytes:
    kept = io.BytesIO()
    Image.fromarray(picture).save(kept, "JPEG", quality=90, **options)
    return kept.getvalue()


def jpeg_2000(picture: np.ndarray) -> bytes:
    kept = io.BytesIO()
    Image.fromarray(picture).save(kept, "JPEG2000", no_jp2=True, irreversible=False)
    return kept.getvalue()


def compressed(path: Path, pixels: np.ndarray, syntax: str, **tags: Any) -> Path:
    file = dcmread(written(path, pixels, **tags))
    file.compress(syntax)
    file.save_as(path)
    return path


def palette(path: Path) -> Path:
    tags: dict[str, Any] = {"PhotometricInterpretation": "PALETTE COLOR"}
    for colour in ("Red", "Green", "Blue"):
        tags[f"{colour}PaletteColorLookupTableDescriptor"] = [256, 0, 16]
        tags[f"{colour}PaletteColorLookupTableData"] = RNG.integers(0, 65536, 256, dtype=np.uint16).tobytes()
    return written(path, GREY, **tags)


def picture(path: Path, pixels: np.ndarray, mode: str | None = None, **options: Any) -> Path:
    made = Image.fromarray(pixels)
    (made.convert(mode) if mode else made).save(path, **options)
    return path


def encoded(path: Path, pixels: np.ndarray) -> Path:
    path.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    return path


def tiff(path: Path, pixels: np.ndarray, **options: Any) -> Path:
    tifffile.imwrite(path, pixels, **options)
    return path


def cine(path: Path, syntax: str = ExplicitVRLittleEndian, **tags: Any) -> Path:
    shape = SHAPE | {"NumberOfFrames": len(CINE), "FrameTime": 40, "SequenceOfUltrasoundRegions": [region()]}
    return written(path, CINE, syntax, **(shape | tags))


SEEDS: dict[str, Callable[[Path], Path]] = {
    "grey.png": lambda path: picture(path, GREY),
    "palette.png": lambda path: picture(path, COLOUR, "P", transparency=3),
    "deep.png": lambda path: encoded(path, DEEP),
    "deep-colour.png": lambda path: encoded(path, RNG.integers(0, 65536, (24, 32, 4), dtype=np.uint16)),
    "colour.jpg": lambda path: picture(path, COLOUR, exif=TURNED),
    "cmyk.jpg": lambda path: picture(path, COLOUR, "CMYK"),
    "progressive.jpg": lambda path: picture(path, GREY, progressive=True),
    "colour.bmp": lambda path: picture(path, COLOUR),
    "lzw.tif": lambda path: picture(path, COLOUR, compression="tiff_lzw"),
    "jpeg.tif": lambda path: picture(path, COLOUR, compression="jpeg"),
    "fax.tif": lambda path: picture(path, GREY, "1", compression="group4"),
    "deep.tif": lambda path: tiff(path, DEEP, compression="zlib"),
    "float.tif": lambda path: tiff(path, DEEP.astype(np.float32) - 7, compression="packbits"),
    "pages.tif": lambda path: tiff(path, CINE, photometric="minisblack", bigtiff=True),
    "native.dcm": cine,
    "implicit.dcm": lambda path: cine(path, ImplicitVRLittleEndian),
    "big-endian.dcm": lambda path: cine(path, ExplicitVRBigEndian),
    "palette.dcm": palette,
    "rle.dcm": lambda path: compressed(path, COLOUR, RLELossless),
    "jpeg-ls.dcm": lambda path: compressed(path, DEEP, JPEGLSLossless),
    "jpeg-2000.dcm": lambda path: streams(
        path, [jpeg_2000(COLOUR)], JPEG2000Lossless, SamplesPerPixel=3, PhotometricInterpretation="YBR_RCT"
    ),
    "jpeg.dcm": lambda path: streams(
        path, [jpeg(COLOUR)] * 3, JPEGBaseline8Bit, SamplesPerPixel=3, PhotometricInterpretation="YBR_FULL_422"
    ),
    "jpeg-lossless.dcm": lambda path: streams(
        path, [imagecodecs.jpeg8_encode(one, lossless=True) for one in CINE], JPEGLosslessSV1
    ),
    "volume.nii": lambda path: nifti(path, CINE.astype(np.int16)),
    "volume.nii.gz": lambda path: nifti(path, CINE),
    "volume.mha": lambda path: metaimage(path, CINE),
    "packed.mha": lambda path: metaimage(path, CINE.astype(np.float32), CompressedData="True"),
    "volume.nrrd": lambda path: nrrd(path, CINE.astype(np.int16)),
    "packed.nrrd": lambda path: nrrd(path, CINE, "gzip"),
    "clip.avi": lambda path: video(path, 4, size=(64, 48)),
    "clip.mp4": lambda path: video(path, 4, "mp4v"),
    "clip.mpeg": lambda path: video(path, 4, "mpg1"),
}  # fmt: skip


def written_seeds(folder: Path) -> dict[str, bytes]:
    """All of them, by name."""
    return {name: make(folder / name).read_bytes() for name, make in SEEDS.items()}
