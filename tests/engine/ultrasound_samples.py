"""A DICOM cine with all that a derived image must carry on: regions of every kind, times, losses, a patient."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from tests.engine.dicom_samples import region, written

RNG = np.random.default_rng(5)
US, CINE = "1.2.840.10008.5.1.4.1.1.6.1", "1.2.840.10008.5.1.4.1.1.3.1"
HEIGHT, WIDTH = 40, 60
FACTS = {
    "software": "USSR 0.1.0",
    "use": "Research and teaching; not for diagnosis",
    "method": "zssr",
    "title": "ZSSR",
    "scale": "2",
    "seed": "7",
    "plan": '{"schedule": {"steps": 900}}',
    "trust": "0.6",
}


def tissue(**changes: Any) -> Dataset:
    """A 2-D region whose reference pixel is not its first and whose pixels are not square."""
    values = {
        "RegionLocationMinX0": 5,
        "RegionLocationMinY0": 3,
        "RegionLocationMaxX1": 44,
        "RegionLocationMaxY1": 32,
        "PhysicalDeltaX": 0.02,
        "PhysicalDeltaY": 0.03,
        "ReferencePixelX0": 19,
        "ReferencePixelY0": -2,
        "ReferencePixelPhysicalValueX": 0.5,
        "ReferencePixelPhysicalValueY": -0.25,
        "RegionFlags": 3,
    }
    return region(**(values | changes))


def spectral() -> Dataset:
    """A Doppler trace: seconds across, cm/s up, with a sample volume and a TM line."""
    return region(
        RegionSpatialFormat=3,
        RegionDataType=3,
        RegionLocationMinX0=0,
        RegionLocationMinY0=34,
        RegionLocationMaxX1=59,
        RegionLocationMaxY1=39,
        PhysicalUnitsXDirection=4,
        PhysicalUnitsYDirection=7,
        PhysicalDeltaX=0.01,
        PhysicalDeltaY=-2.5,
        ReferencePixelX0=0,
        ReferencePixelY0=3,
        DopplerSampleVolumeXPosition=11,
        DopplerSampleVolumeYPosition=-6,
        TMLinePositionX0=1,
        TMLinePositionY0=2,
        TMLinePositionX1=3,
        TMLinePositionY1=4,
    )


def cine(path: Path, frames: int = 3, colour: bool = False, **tags: Any) -> Path:
    """A multi-frame ultrasound file with two regions, unequal frame times and lossy history."""
    shape = (frames, HEIGHT, WIDTH, 3) if colour else (frames, HEIGHT, WIDTH)
    pixels = RNG.integers(0, 256, shape, dtype=np.uint8).tobytes()
    values = {
        "SOPClassUID": CINE,
        "SOPInstanceUID": "1.2.3.4",
        "StudyInstanceUID": "1.2.3",
        "SeriesInstanceUID": "1.2.3.1",
        "ImageType": ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0009"],
        "Modality": "US",
        "Rows": HEIGHT,
        "Columns": WIDTH,
        "SamplesPerPixel": 3 if colour else 1,
        "PhotometricInterpretation": "RGB" if colour else "MONOCHROME2",
        "NumberOfFrames": frames,
        "FrameTimeVector": [0, 33.25, *[40.5] * (frames - 2)][:frames],
        "FrameIncrementPointer": 0x00181065,
        "SequenceOfUltrasoundRegions": [tissue(), spectral()],
        "LossyImageCompression": "01",
        "LossyImageCompressionRatio": ["19", "2"],
        "LossyImageCompressionMethod": ["ISO_10918_1", "ISO_14495_1"],
        "SeriesDescription": "Liver, subcostal",
        "BurnedInAnnotation": "NO",
        "WindowCenter": 127.5,
        "WindowWidth": 256,
        "SmallestImagePixelValue": 3,
        "ShutterShape": "RECTANGULAR",
        "ShutterLeftVerticalEdge": 2,
    }
    return written(path, pixels, **(values | tags))


def pictures(frames: int = 3, scale: int = 2, colour: bool = False, seed: int = 0) -> list[np.ndarray]:
    """Enlarged frames, as a method might give them."""
    chance = np.random.default_rng(seed)
    shape = (HEIGHT * scale, WIDTH * scale, 3) if colour else (HEIGHT * scale, WIDTH * scale)
    return [chance.random(shape, dtype=np.float32) for _ in range(frames)]
