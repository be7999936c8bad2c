"""A clip goes in by the command line and comes out with every frame, its times and its millimetres."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pydicom
import pytest

from tests.engine.test_clips import CINE
from tests.engine.test_clips import cine as written
from ussr_engine.cli import run
from ussr_engine.files import inspect_file, open_clip, read_scan
from ussr_engine.imaging.resize import resize


def enlarged(source: Path, out: Path, *more: str) -> int:
    return run(["enlarge", str(source), "--method", "bicubic", "--scale", "2", "-o", str(out), *more])


@pytest.fixture
def cine(tmp_path: Path) -> Path:
    """Five frames of 30 × 20 pixels, 40 ms apart."""
    return written(tmp_path / "cine.dcm", FrameTime=40)


def test_a_dicom_cine_of_thirty_frames_measures_the_same_millimetres_in_each_region(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cine, out = data / "dicom" / "examples_ybr_color.dcm", tmp_path / "out.dcm"
    assert enlarged(cine, out, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["frames"] == 30
    assert told["passport"]
    assert all(row["agrees"] for row in told["passport"])
    before, after = pydicom.dcmread(cine), pydicom.dcmread(out)
    assert int(after.NumberOfFrames) == 30
    assert (after.Rows, after.Columns) == (2 * before.Rows, 2 * before.Columns)
    assert after.FrameTime == before.FrameTime
    assert after.SOPInstanceUID != before.SOPInstanceUID
    assert list(after.ImageType[:2]) == ["DERIVED", "SECONDARY"]
    for one, other in zip(before.SequenceOfUltrasoundRegions, after.SequenceOfUltrasoundRegions, strict=True):
        width = (one.RegionLocationMaxX1 - one.RegionLocationMinX0 + 1) * one.PhysicalDeltaX
        again = (other.RegionLocationMaxX1 - other.RegionLocationMinX0 + 1) * other.PhysicalDeltaX
        assert again == pytest.approx(width, rel=1e-3)
    first, last = read_scan(out, 0).image, read_scan(out, 29).image
    assert not np.array_equal(first, last)


@pytest.mark.parametrize("name", ["out.dcm", "out.nii.gz", "out.tif"])
def test_every_format_of_clips_holds_every_frame(cine: Path, name: str, tmp_path: Path) -> None:
    assert enlarged(cine, tmp_path / name) == 0
    with open_clip(tmp_path / name) as reader:
        assert reader.clip.frames == 5
        assert (reader.scan(3).height, reader.scan(3).width) == (40, 60)


def test_without_a_suffix_a_folder_of_numbered_pictures_is_made(cine: Path, tmp_path: Path) -> None:
    assert enlarged(cine, tmp_path / "frames") == 0
    names = sorted(path.name for path in (tmp_path / "frames").iterdir())
    assert names[0] == "frame-0001.png"
    assert len(names) == 5


def test_one_frame_is_enlarged_where_one_is_named(cine: Path, tmp_path: Path) -> None:
    assert enlarged(cine, tmp_path / "one.png", "--frame", "4") == 0
    assert inspect_file(tmp_path / "one.png")["frames"] == 1
    large = read_scan(tmp_path / "one.png").image
    near = [np.abs(resize(large, scale=0.5) - frame / 255).mean() for frame in CINE]
    assert int(np.argmin(near)) == 3


@pytest.mark.parametrize("frame", ["0", "-1", "6"])
def test_a_frame_that_the_clip_does_not_have_is_refused(cine: Path, frame: str, tmp_path: Path) -> None:
    assert enlarged(cine, tmp_path / "one.png", f"--frame={frame}") == 2
    assert not (tmp_path / "one.png").exists()


def test_a_picture_of_a_clip_says_that_it_is_the_first_frame(
    cine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enlarged(cine, tmp_path / "one.png") == 0
    assert "The file has 5 frames; the first is enlarged" in capsys.readouterr().err


@pytest.mark.parametrize("frames", ["0", "a", "6"])
def test_frames_that_cannot_be_learned_from_are_refused(cine: Path, frames: str, tmp_path: Path) -> None:
    assert enlarged(cine, tmp_path / "out.tif", "--learn-from", frames) == 2
    assert not (tmp_path / "out.tif").exists()


def test_the_clip_itself_is_never_overwritten(cine: Path, tmp_path: Path) -> None:
    copy = tmp_path / "clip.dcm"
    copy.write_bytes(cine.read_bytes())
    assert enlarged(copy, copy) == 2
    assert copy.read_bytes() == cine.read_bytes()
