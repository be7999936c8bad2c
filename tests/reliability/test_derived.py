"""Millimetres and identity of derived DICOM: reliability matrix, C19 and C20."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from pydicom import config, dcmread
from pydicom.dataset import Dataset

from tests.engine.dicom_samples import SECRET
from tests.engine.ultrasound_samples import FACTS, cine, pictures
from ussr_engine.derived import write_derived
from ussr_engine.files import open_clip
from ussr_engine.imaging.resize import resize


def lengths(dataset: Dataset, scale: int) -> list[float]:
    """Of test lines in every region, between the same points of the body, in the region's own units."""
    found = []
    for item in dataset.SequenceOfUltrasoundRegions:
        wide = (item.RegionLocationMaxX1 - item.RegionLocationMinX0 + 1) // scale - 1
        high = (item.RegionLocationMaxY1 - item.RegionLocationMinY0 + 1) // scale - 1
        for x, y in ((wide, 0), (0, high), (wide, high), (wide / 3, high / 2)):
            found.append(math.hypot(scale * x * item.PhysicalDeltaX, scale * y * item.PhysicalDeltaY))
    return found


@pytest.mark.parametrize("scale", [2, 4])
def test_a_measured_line_keeps_its_length_after_export(tmp_path: Path, scale: int):
    """C19."""
    source = cine(tmp_path / "in.dcm")
    write_derived(tmp_path / "out.dcm", pictures(scale=scale), source=source, scale=scale, facts=FACTS)
    before, after = dcmread(source), dcmread(tmp_path / "out.dcm")
    assert lengths(after, scale) == pytest.approx(lengths(before, 1), rel=1e-3)
    assert [float(mm) for mm in after.PixelSpacing] == pytest.approx([0.3 / scale, 0.2 / scale], rel=1e-3)


@pytest.mark.parametrize("deidentified", [False, True])
def test_a_derived_export_is_valid_to_a_strict_reader(tmp_path: Path, monkeypatch, deidentified: bool):
    """C20."""
    source = cine(tmp_path / "in.dcm")
    write_derived(tmp_path / "out.dcm", pictures(), source=source, scale=2, facts=FACTS, deidentified=deidentified)
    monkeypatch.setattr(config.settings, "reading_validation_mode", config.RAISE)
    before, after = dcmread(source), dcmread(tmp_path / "out.dcm")
    assert len(list(after.iterall())) > 50
    assert after.pixel_array.shape == (3, 80, 120)
    assert after.SOPInstanceUID != before.SOPInstanceUID
    assert after.SeriesInstanceUID != before.SeriesInstanceUID
    assert list(after.ImageType)[:2] == ["DERIVED", "SECONDARY"]
    assert (SECRET.encode() in (tmp_path / "out.dcm").read_bytes()) is not deidentified


def test_a_cine_of_thirty_frames_comes_out_twice_as_fine_with_the_same_millimetres(data: Path, tmp_path: Path):
    """C19, C20 on a real file."""
    source = data / "dicom" / "examples_ybr_color.dcm"
    with open_clip(source) as reader:
        assert reader.clip.frames == 30
        finer = (np.clip(resize(reader.scan(n).image, scale=2), 0, 1).astype(np.float32) for n in range(30))
        passport = write_derived(tmp_path / "out.dcm", finer, source=source, scale=2, facts=FACTS)
    assert passport.agrees
    before, after = dcmread(source), dcmread(tmp_path / "out.dcm")
    assert (after.NumberOfFrames, after.Rows, after.Columns) == (30, 480, 640)
    assert str(after.FrameTime) == str(before.FrameTime) == "33.333"
    assert (after.LossyImageCompression, after.LossyImageCompressionRatio) == ("01", 19)
    assert lengths(after, 2) == pytest.approx(lengths(before, 1), rel=1e-3)
    assert after.pixel_array.shape == (30, 480, 640, 3)


def test_the_standards_own_tables_find_nothing_wrong(tmp_path: Path):
    """C20, where the tables of the standard are installed for dicom-validator."""
    pytest.importorskip("dicom_validator")
    tables = Path.home() / "dicom-validator"
    if not any(tables.glob("*/json/*.json")):
        pytest.skip("the tables of dicom-validator are not on this computer")
    from dicom_validator.spec_reader.edition_reader import EditionReader
    from dicom_validator.validator.dicom_file_validator import DicomFileValidator

    write_derived(tmp_path / "out.dcm", pictures(), source=cine(tmp_path / "in.dcm"), scale=2, facts=FACTS)
    edition = EditionReader(tables).load_dicom_info(None)
    assert not DicomFileValidator(edition).validate(tmp_path / "out.dcm")[str(tmp_path / "out.dcm")].errors
