"""Small DICOM files for the tests, with a patient whose name must stay in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    MPEG4HP41,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    RLELossless,
)

from ussr_engine.errors import UnreadableFile
from ussr_engine.files import read_scan
from ussr_engine.scan import Scan

RNG = np.random.default_rng(11)
GREY = RNG.integers(0, 256, (20, 30), dtype=np.uint8)
COLOUR = RNG.integers(0, 256, (20, 30, 3), dtype=np.uint8)
SECRET = "Mustermann"


def region(**changes: Any) -> Dataset:
    item = Dataset()
    values = {
        "RegionSpatialFormat": 1,
        "RegionDataType": 1,
        "RegionLocationMinX0": 2,
        "RegionLocationMinY0": 3,
        "RegionLocationMaxX1": 19,
        "RegionLocationMaxY1": 14,
        "PhysicalUnitsXDirection": 3,
        "PhysicalUnitsYDirection": 3,
        "PhysicalDeltaX": 0.02,
        "PhysicalDeltaY": 0.01,
    } | changes
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def written(path: Path, pixels: np.ndarray | bytes, syntax: str = ExplicitVRLittleEndian, **tags: Any) -> Path:
    """A small DICOM file; ``tags`` override what follows from the pixels."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.6.1"
    meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    file = Dataset()
    file.file_meta = meta
    file.SOPClassUID, file.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    file.PatientName, file.PatientID, file.InstitutionName = f"{SECRET}^Erika", SECRET, SECRET
    shape = pixels.shape if isinstance(pixels, np.ndarray) else GREY.shape
    depth = pixels.dtype.itemsize * 8 if isinstance(pixels, np.ndarray) else 8
    values = {
        "Rows": shape[0],
        "Columns": shape[1],
        "SamplesPerPixel": 3 if len(shape) == 3 else 1,
        "PhotometricInterpretation": "RGB" if len(shape) == 3 else "MONOCHROME2",
        "BitsAllocated": depth,
        "BitsStored": depth,
        "PixelRepresentation": 0,
    } | tags
    for keyword, value in values.items():
        setattr(file, keyword, value)
    file.HighBit = file.BitsStored - 1
    if file.SamplesPerPixel == 3:
        file.PlanarConfiguration = tags.get("PlanarConfiguration", 0)
    little = syntax != ExplicitVRBigEndian
    if isinstance(pixels, np.ndarray):
        pixels = pixels.astype(pixels.dtype.newbyteorder("<" if little else ">")).tobytes()
    file.PixelData = pixels
    file["PixelData"].VR = "OW" if file.BitsAllocated > 8 else "OB"
    if syntax in (JPEGBaseline8Bit, JPEG2000Lossless, MPEG4HP41, RLELossless):
        file["PixelData"].is_undefined_length = True
    file.save_as(path, enforce_file_format=True, implicit_vr=syntax == ImplicitVRLittleEndian, little_endian=little)
    return path


def millimetres(scan: Scan) -> tuple[float, float]:
    return scan.spacing.axial, scan.spacing.lateral


def levels(path: Path, top: int = 255) -> np.ndarray:
    return np.round(read_scan(path).image.astype(np.float64) * top).astype(np.int64)


def sentence(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_scan(path)
    words = str(caught.value)
    assert "\n" not in words
    assert words.endswith(".")
    assert SECRET not in words
    return words


def read_or_refused(path: Path) -> Scan | str:
    try:
        return read_scan(path)
    except UnreadableFile as refusal:
        return str(refusal)
