"""DICOM files in: millimetres where they are certain, no patient's name, and damage told in one sentence."""

from __future__ import annotations

import io
import resource
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pydicom import config, dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import (
    MPEG4HP41,
    DeflatedExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    RLELossless,
)

from tests.engine.dicom_samples import (
    COLOUR,
    GREY,
    SECRET,
    levels,
    millimetres,
    read_or_refused,
    region,
    sentence,
    written,
)
from ussr_engine.files import inspect_file, read_scan
from ussr_engine.scan import Spacing


def test_millimetres_come_from_the_region_in_centimetres(tmp_path: Path):
    scan = read_scan(written(tmp_path / "a", GREY, SequenceOfUltrasoundRegions=[region()], PixelSpacing=[9, 9]))
    assert millimetres(scan) == pytest.approx((0.1, 0.2))
    (found,) = scan.regions
    assert (found.kind, found.top, found.left, found.bottom, found.right) == ("2D", 3, 2, 15, 20)


def test_pixel_spacing_is_rows_first(tmp_path: Path):
    assert read_scan(written(tmp_path / "a", GREY, PixelSpacing=[0.3, 0.4])).spacing == Spacing(axial=0.3, lateral=0.4)


@pytest.mark.parametrize(
    "changes",
    [
        {"PhysicalUnitsXDirection": 4},
        {"PhysicalUnitsYDirection": 0},
        {"PhysicalDeltaX": 0.0},
        {"PhysicalDeltaY": 1e9},
        {"RegionLocationMaxX1": 400},
        {"RegionSpatialFormat": 2, "PhysicalUnitsXDirection": 4},
    ],
)
def test_a_region_without_certain_millimetres_gives_none(tmp_path: Path, changes: dict[str, Any]):
    assert read_scan(written(tmp_path / "a", GREY, SequenceOfUltrasoundRegions=[region(**changes)])).spacing is None


def test_a_pixel_spacing_is_not_believed_on_a_time_axis(tmp_path: Path):
    mode = region(RegionSpatialFormat=2, PhysicalUnitsXDirection=4)
    scan = read_scan(written(tmp_path / "a", GREY, SequenceOfUltrasoundRegions=[mode], PixelSpacing=[0.1, 0.1]))
    assert scan.spacing is None
    assert scan.regions[0].kind == "M-mode"


def test_regions_that_disagree_leave_the_picture_without_millimetres(tmp_path: Path):
    two = [region(), region(PhysicalDeltaX=0.03, RegionLocationMinX0=21, RegionLocationMaxX1=29)]
    scan = read_scan(written(tmp_path / "a", GREY, SequenceOfUltrasoundRegions=two))
    assert scan.spacing is None
    assert [found.spacing is not None for found in scan.regions] == [True, True]


def test_the_only_tissue_region_speaks_for_the_picture(tmp_path: Path):
    two = [
        region(RegionDataType=2, PhysicalDeltaX=0.03),
        region(),
        region(RegionSpatialFormat=3, PhysicalUnitsYDirection=7),
    ]
    scan = read_scan(written(tmp_path / "a", GREY, SequenceOfUltrasoundRegions=two))
    assert scan.spacing.lateral == pytest.approx(0.2)
    assert [found.kind for found in scan.regions] == ["colour flow", "2D", "spectral"]


@pytest.mark.parametrize("bad", [[0, 0.1], [-1, 1]])
def test_an_impossible_pixel_spacing_is_not_used(tmp_path: Path, bad: list[float]):
    assert read_scan(written(tmp_path / "a", GREY, PixelSpacing=bad)).spacing is None


def test_the_first_frame_of_a_loop_is_read_and_said(tmp_path: Path):
    frames = np.stack([GREY, GREY // 2, GREY // 3])
    path = written(
        tmp_path / "a",
        frames,
        Rows=20,
        Columns=30,
        SamplesPerPixel=1,
        NumberOfFrames=3,
        PhotometricInterpretation="MONOCHROME2",
    )
    assert (levels(path) == GREY).all()
    assert read_scan(path).facts["frame"] == "1 of 3"
    assert inspect_file(path)["frames"] == 3


def test_nothing_of_the_patient_leaves_the_file(tmp_path: Path):
    path = written(tmp_path / "scan7.dcm", GREY, SequenceOfUltrasoundRegions=[region()])
    scan = read_scan(path)
    assert scan.name == "scan7"
    assert SECRET not in repr(scan) + repr(inspect_file(path)) + repr(dict(scan.facts))


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"Rows": 60_000, "Columns": 60_000}, "million"),
        ({"Rows": 0}, "no picture"),
        ({"NumberOfFrames": 100_000}, "cut short"),
        ({"Rows": 21}, "cut short"),
        ({"NumberOfFrames": -1}, "contradicts"),
        ({"SamplesPerPixel": 3}, "contradicts"),
        ({"BitsStored": 9}, "contradicts"),
        ({"PhotometricInterpretation": "YBR_PARTIAL_420", "SamplesPerPixel": 3}, "colour coding"),
        ({"PhotometricInterpretation": SECRET}, "colour coding"),
    ],
)
def test_a_header_that_lies_is_refused(tmp_path: Path, tags: dict[str, Any], words: str):
    with config.disable_value_validation():
        path = written(tmp_path / "a", GREY, **tags)
    assert words in sentence(path)


def test_codings_without_a_decoder_are_named(tmp_path: Path):
    assert "MPEG" in sentence(written(tmp_path / "a", encapsulate([b"frame!"]), MPEG4HP41))
    assert "no decoder" in sentence(written(tmp_path / "b", GREY, "1.2.3.4.5"))
    assert "deflated" in sentence(written(tmp_path / "c", GREY, DeflatedExplicitVRLittleEndian))


def test_a_broken_stream_is_refused_without_a_word_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    path = written(tmp_path / "a", encapsulate([b"no JPEG 2000 at all"]), JPEG2000Lossless)
    caplog.set_level(0)
    assert "damaged" in sentence(path)
    assert not caplog.records


@pytest.mark.parametrize("kind", ["JPEG2000", "JPEG"])
def test_a_stream_that_claims_another_size_than_its_header_is_refused_before_decoding(tmp_path: Path, kind: str):
    stream = io.BytesIO()
    Image.fromarray(GREY).save(stream, kind, **({"no_jp2": True} if kind == "JPEG2000" else {}))
    data = bytearray(stream.getvalue())
    if kind == "JPEG2000":
        data[8:12] = (16_000_000).to_bytes(4, "big")
    else:
        start = data.index(b"\xff\xc0")
        data[start + 5 : start + 9] = b"\xff\xdc\xff\xdc"
    syntax = JPEG2000Lossless if kind == "JPEG2000" else JPEGBaseline8Bit
    path = written(tmp_path / "a", encapsulate([bytes(data)]), syntax)
    limits = resource.getrlimit(resource.RLIMIT_AS)
    with Path("/proc/self/statm").open() as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 200_000_000, limits[1]))
    try:
        words = sentence(path)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)
    assert "contradicts itself" in words


def test_a_file_without_pixels_is_refused(tmp_path: Path):
    data = written(tmp_path / "a", GREY).read_bytes()
    (tmp_path / "b").write_bytes(data[: data.index(b"\xe0\x7f\x10\x00")])
    assert "before its pixels" in sentence(tmp_path / "b")
    (tmp_path / "c").write_bytes(bytes(128) + b"DICM")
    sentence(tmp_path / "c")


def test_an_element_that_claims_gigabytes_is_refused(tmp_path: Path):
    (tmp_path / "a").write_bytes(
        written(tmp_path / "b", GREY).read_bytes()[:400] + b"\x09\x00\x10\x00OB\0\0\xfe\xff\xff\xff" + b"abc"
    )
    sentence(tmp_path / "a")


@pytest.mark.parametrize("coding", ["plain", "jpeg", "rle"])
def test_a_dicom_file_cut_anywhere_is_refused_or_whole(tmp_path: Path, coding: str):
    if coding == "jpeg":
        stream = io.BytesIO()
        Image.fromarray(COLOUR).save(stream, "JPEG")
        tags = {"Rows": 20, "Columns": 30, "SamplesPerPixel": 3, "PhotometricInterpretation": "YBR_FULL_422"}
        whole = written(tmp_path / "whole", encapsulate([stream.getvalue()]), JPEGBaseline8Bit, **tags)
    else:
        whole = written(tmp_path / "whole", GREY)
        if coding == "rle":
            file = dcmread(whole)
            file.compress(RLELossless)
            file.save_as(whole)
    data, image = whole.read_bytes(), read_scan(whole).image
    for length in {*range(0, len(data), 53), *range(len(data) - 30, len(data))}:
        (tmp_path / "cut").write_bytes(data[:length])
        found = read_or_refused(tmp_path / "cut")
        assert SECRET not in found if isinstance(found, str) else (found.image == image).all(), length


def test_a_transfer_syntax_that_swallowed_the_patient_tells_nothing_of_her(tmp_path: Path):
    written(tmp_path / "whole", GREY)
    content = bytearray((tmp_path / "whole").read_bytes())
    at = content.index(b"\x02\x00\x10\x00UI") + 6
    content[at : at + 2] = (216).to_bytes(2, "little")
    (tmp_path / "changed").write_bytes(content)
    found = read_or_refused(tmp_path / "changed")
    assert found == "changed names no transfer syntax that there can be. Copy it again from its source."


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_byte_gives_a_picture_or_a_sentence(tmp_path: Path, data: st.DataObject):
    whole = tmp_path / "whole"
    if not whole.exists():
        written(whole, GREY, SequenceOfUltrasoundRegions=[region()], WindowCenter=100, WindowWidth=50)
    content = bytearray(whole.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "changed").write_bytes(content)
    found = read_or_refused(tmp_path / "changed")
    assert SECRET not in found if isinstance(found, str) else np.isfinite(found.image).all()


@pytest.mark.parametrize(
    ("dicom", "screen"),
    [
        ("12-08_202103_20210100.dcm", "20210812_105633_0001.BMP"),
        ("12-08_202104_20210100.dcm", "20210812_092354_0001.BMP"),
    ],
)
def test_brachial_dicom_files_equal_their_screens_exactly(data: Path, dicom: str, screen: str):
    folder = data / "brachial_etz"
    scan = read_scan(folder / "dicom" / dicom)
    assert (scan.image == read_scan(folder / "bmp" / screen).image).all()
    assert millimetres(scan) == pytest.approx((0.05938967, 0.05938967))
    assert [(found.top, found.left, found.bottom, found.right) for found in scan.regions] == [(60, 120, 519, 800)]


@pytest.mark.parametrize(
    ("name", "size", "spacing_mm"),
    [
        ("JPGLosslessP14SV1_1s_1f_8b", (1024, 768), 0.25477),
        ("OBXXXX1A", (800, 600), 0.26229),
        ("OBXXXX1A_rle_2frame", (800, 600), 0.26229),
        ("US-PAL-8-10x-echo", (600, 430), None),
        ("US-RGB-8-epicard", (640, 480), None),
        ("US-YBR_FULL_422-EVRLE", (800, 555), 0.0616),
        ("US1_J2KI", (640, 480), None),
        ("US1_UNCR", (640, 480), None),
        ("color-pl", (256, 120), None),
        ("examples_palette", (800, 350), None),
        ("examples_rgb_color", (320, 240), None),
        ("examples_ybr_color", (320, 240), None),
    ],
)
def test_real_files_of_every_coding_open(data: Path, name: str, size: tuple[int, int], spacing_mm: float | None):
    scan = read_scan(data / "dicom" / f"{name}.dcm")
    assert (scan.width, scan.height) == size
    assert scan.image.std() > 0.05
    if spacing_mm is None:
        assert scan.spacing is None
    else:
        assert millimetres(scan) == pytest.approx((spacing_mm, spacing_mm), rel=1e-3)


def test_jpeg_2000_shows_nearly_what_its_uncompressed_twin_shows(data: Path):
    lossy, plain = (read_scan(data / "dicom" / f"US1_{kind}.dcm").image for kind in ("J2KI", "UNCR"))
    assert np.sqrt(((lossy - plain) ** 2).mean()) < 0.03
