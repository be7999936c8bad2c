"""DICOM pixels in: what a viewer shows, whatever the coding."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.pixels import convert_color_space
from pydicom.uid import (
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    RLELossless,
)

from tests.engine.dicom_samples import (
    COLOUR,
    GREY,
    RNG,
    levels,
    written,
)
from ussr_engine.files import read_scan


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, ExplicitVRBigEndian])
def test_grey_keeps_its_levels_in_every_byte_order(tmp_path: Path, syntax: str):
    assert (levels(written(tmp_path / "a", GREY, syntax)) == GREY).all()
    deep = RNG.integers(0, 65536, (20, 30), dtype=np.uint16)
    path = written(tmp_path / "b", deep, syntax)
    assert (levels(path, 65535) == deep).all()
    assert read_scan(path).bits == 16


def test_bits_stored_and_not_the_container_make_white(tmp_path: Path):
    twelve = RNG.integers(0, 4096, (20, 30), dtype=np.uint16)
    twelve[0, 0] = 4095
    scan = read_scan(written(tmp_path / "a", twelve, BitsStored=12))
    assert scan.bits == 16
    assert scan.image[0, 0] == 1
    assert (np.round(scan.image * 4095.0) == twelve).all()


def test_signed_values_go_from_black_to_white(tmp_path: Path):
    signed = np.array([[-2048, 0], [1024, 2047]], np.int16)
    found = read_scan(written(tmp_path / "a", signed, BitsStored=12, PixelRepresentation=1)).image
    assert found == pytest.approx(np.array([[0, 2048], [3072, 4095]]) / 4095, abs=1e-6)


def test_monochrome1_is_inverted_and_said(tmp_path: Path):
    path = written(tmp_path / "a", GREY, PhotometricInterpretation="MONOCHROME1")
    assert (levels(path) == 255 - GREY).all()
    assert "inverted" in read_scan(path).facts["photometric"]


@pytest.mark.parametrize("planar", [0, 1])
def test_colour_is_the_same_by_pixel_and_by_plane(tmp_path: Path, planar: int):
    stored = COLOUR if planar == 0 else np.ascontiguousarray(np.moveaxis(COLOUR, 2, 0))
    path = written(tmp_path / "a", stored, Rows=20, Columns=30, SamplesPerPixel=3, PlanarConfiguration=planar)
    assert (levels(path) == COLOUR).all()


def test_equal_channels_become_one(tmp_path: Path):
    assert (levels(written(tmp_path / "a", np.stack([GREY] * 3, axis=2))) == GREY).all()


def test_ybr_full_is_shown_in_its_colours_and_grey_ybr_as_grey(tmp_path: Path):
    soft = (COLOUR // 4 + 96).astype(np.uint8)
    ybr = convert_color_space(soft, "RGB", "YBR_FULL")
    assert np.abs(levels(written(tmp_path / "a", ybr, PhotometricInterpretation="YBR_FULL")) - soft).max() <= 2
    neutral = np.dstack([GREY, np.full_like(GREY, 128), np.full_like(GREY, 129)])
    neutral[..., 2] -= RNG.integers(0, 2, GREY.shape, dtype=np.uint8)
    found = levels(written(tmp_path / "b", neutral, PhotometricInterpretation="YBR_FULL"))
    assert found.shape == GREY.shape
    assert np.abs(found[(GREY > 3) & (GREY < 252)] - GREY[(GREY > 3) & (GREY < 252)]).max() <= 1


def test_ybr_422_is_expanded(tmp_path: Path):
    pairs = np.stack([GREY[:, 0::2], GREY[:, 1::2], np.full((20, 15), 128), np.full((20, 15), 128)], axis=2)
    path = written(
        tmp_path / "a",
        pairs.astype(np.uint8),
        Columns=30,
        SamplesPerPixel=3,
        PhotometricInterpretation="YBR_FULL_422",
    )
    assert (levels(path) == GREY).all()


@pytest.mark.parametrize(
    ("bits", "syntax"), [(8, ExplicitVRLittleEndian), (16, ExplicitVRLittleEndian), (16, ExplicitVRBigEndian)]
)
def test_palettes_are_expanded_to_8_bits(tmp_path: Path, bits: int, syntax: str):
    table = RNG.integers(0, 256, (256, 3), dtype=np.uint8)
    tags: dict[str, Any] = {"PhotometricInterpretation": "PALETTE COLOR"}
    for number, colour in enumerate(("Red", "Green", "Blue")):
        entries = table[:, number].astype(np.uint16) << (8 if bits == 16 else 0)
        kind = "u1" if bits == 8 else ("<u2" if syntax == ExplicitVRLittleEndian else ">u2")
        tags[f"{colour}PaletteColorLookupTableDescriptor"] = [256, 0, bits]
        tags[f"{colour}PaletteColorLookupTableData"] = entries.astype(kind).tobytes()
    path = written(tmp_path / "a", GREY, syntax, **tags)
    assert (levels(path) == table[GREY]).all()
    assert read_scan(path).bits == 8


@pytest.mark.parametrize("photometric", ["RGB", "YBR_FULL_422", "YBR_FULL"])
@pytest.mark.parametrize("marks", ["jfif", "adobe rgb"])
def test_a_jpeg_stream_is_trusted_when_the_header_contradicts_it(tmp_path: Path, photometric: str, marks: str):
    orange = np.full((16, 32, 3), (230, 120, 20), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(orange).save(stream, "JPEG", quality=95, subsampling=0, keep_rgb=marks == "adobe rgb")
    path = written(
        tmp_path / "a",
        encapsulate([stream.getvalue()]),
        JPEGBaseline8Bit,
        Rows=16,
        Columns=32,
        SamplesPerPixel=3,
        PhotometricInterpretation=photometric,
    )
    assert np.abs(levels(path) - orange).max() <= 4


def test_a_jpeg_stream_without_marks_is_what_the_header_says(tmp_path: Path):
    orange = np.full((16, 32, 3), (230, 120, 20), np.uint8)
    stream = io.BytesIO()
    Image.fromarray(orange).save(stream, "JPEG", quality=95, subsampling=0)
    data = stream.getvalue()
    unmarked = data[:2] + data[2 + 2 + int.from_bytes(data[4:6], "big") :]
    tags = {"Rows": 16, "Columns": 32, "SamplesPerPixel": 3}
    ybr = written(
        tmp_path / "a", encapsulate([unmarked]), JPEGBaseline8Bit, PhotometricInterpretation="YBR_FULL", **tags
    )
    assert np.abs(levels(ybr) - orange).max() <= 4
    rgb = written(tmp_path / "b", encapsulate([unmarked]), JPEGBaseline8Bit, PhotometricInterpretation="RGB", **tags)
    as_stored = convert_color_space(orange[:1, :1], "RGB", "YBR_FULL")[0, 0].astype(int)
    assert np.abs(levels(rgb) - as_stored).max() <= 4


def test_jpeg_2000_and_rle_keep_their_levels(tmp_path: Path):
    stream = io.BytesIO()
    Image.fromarray(GREY).save(stream, "JPEG2000", no_jp2=True, irreversible=False)
    assert (levels(written(tmp_path / "a", encapsulate([stream.getvalue()]), JPEG2000Lossless)) == GREY).all()
    source = written(tmp_path / "plain", GREY)
    file = dcmread(source)
    file.compress(RLELossless)
    file.save_as(tmp_path / "b")
    assert (levels(tmp_path / "b") == GREY).all()


def test_a_window_is_applied_as_a_viewer_does_and_said(tmp_path: Path):
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    scan = read_scan(written(tmp_path / "a", ramp, WindowCenter=[100, 50], WindowWidth=[51, 9]))
    # PS3.3 C.11.2.1.2.1: 0 up to 74.5 and 1 above 124.5.
    assert scan.image.ravel()[:75].max() == 0
    assert scan.image.ravel()[125:].min() == 1
    assert scan.image.ravel()[100] == pytest.approx((100 - 99.5) / 50 + 0.5)
    assert "window" in scan.facts


@pytest.mark.parametrize(("centre", "width"), [(127, 254), (128, 256), (127.5, 255)])
def test_a_window_of_the_full_range_keeps_levels_exact(tmp_path: Path, centre: float, width: float):
    assert (levels(written(tmp_path / "a", GREY, WindowCenter=centre, WindowWidth=width)) == GREY).all()


@pytest.mark.parametrize("width", [0, -5, 1])
def test_an_impossible_window_is_not_used(tmp_path: Path, width: float):
    assert (levels(written(tmp_path / "a", GREY, WindowCenter=100, WindowWidth=width)) == GREY).all()


def test_a_rescale_moves_the_window_and_alone_changes_nothing_but_sign(tmp_path: Path):
    assert (levels(written(tmp_path / "a", GREY, RescaleSlope=2, RescaleIntercept=-100)) == GREY).all()
    assert (levels(written(tmp_path / "b", GREY, RescaleSlope=-1, RescaleIntercept=255)) == 255 - GREY).all()
    tags = {"RescaleSlope": 2, "RescaleIntercept": -100, "WindowCenter": 100.5, "WindowWidth": 101}
    found = read_scan(written(tmp_path / "c", GREY, **tags)).image
    assert found == pytest.approx(np.clip((GREY * 2.0 - 100 - 50) / 100, 0, 1), abs=1e-6)
