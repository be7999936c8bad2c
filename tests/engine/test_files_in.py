"""Pictures in: every mode keeps its levels, and what was done to a picture is said."""

from __future__ import annotations

import json
import os
from pathlib import Path

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image, ImageOps

from tests.engine.picture_samples import COLOUR, DEEP, DEEP_COLOUR, GREY, RNG, levels, saved, sentence
from ussr_engine.files import READABLE, inspect_file, read_scan


@pytest.mark.parametrize("suffix", ["png", "bmp", "tif", "TIFF"])
def test_grey_and_colour_keep_their_levels(tmp_path: Path, suffix: str):
    assert (levels(saved(tmp_path, Image.fromarray(GREY), f"grey.{suffix}")) == GREY).all()
    assert (levels(saved(tmp_path, Image.fromarray(COLOUR), f"colour.{suffix}")) == COLOUR).all()


@pytest.mark.parametrize("suffix", ["png", "bmp", "tif"])
def test_three_equal_channels_become_one(tmp_path: Path, suffix: str):
    path = saved(tmp_path, Image.fromarray(np.stack([GREY] * 3, axis=2)), f"a.{suffix}")
    assert (levels(path) == GREY).all()
    assert "one" in read_scan(path).facts["colour"]
    assert inspect_file(path)["channels"] == 3


def test_one_pixel_of_colour_keeps_a_lossless_picture_in_colour(tmp_path: Path):
    almost = np.stack([GREY] * 3, axis=2)
    almost[3, 4, 1] ^= 1
    assert read_scan(saved(tmp_path, Image.fromarray(almost), "a.png")).is_colour


def test_a_grey_jpeg_stored_in_colour_becomes_one_channel(tmp_path: Path):
    smooth = np.broadcast_to(np.arange(64, dtype=np.uint8) * 3, (48, 64))
    path = saved(tmp_path, Image.fromarray(np.stack([smooth] * 3, axis=2)), "a.jpg", quality=85)
    scan = read_scan(path)
    assert not scan.is_colour
    assert np.abs(scan.image * 255 - smooth).max() < 12


def test_a_colour_jpeg_stays_in_colour(tmp_path: Path):
    assert read_scan(saved(tmp_path, Image.fromarray(COLOUR), "a.jpg", quality=95)).is_colour


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_16_bit_grey_keeps_every_level(tmp_path: Path, suffix: str):
    ramp = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    assert (levels(saved(tmp_path, Image.fromarray(ramp), f"a.{suffix}"), 16) == ramp).all()


def test_16_bit_colour_png_keeps_every_level(tmp_path: Path):
    path = tmp_path / "a.png"
    path.write_bytes(cv2.imencode(".png", DEEP_COLOUR[..., ::-1])[1].tobytes())
    assert (levels(path, 16) == DEEP_COLOUR).all()
    assert inspect_file(path)["bits"] == 16


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize("planar", ["contig", "separate"])
def test_16_bit_colour_tiff_keeps_every_level(tmp_path: Path, compression: str, byteorder: str, planar: str):
    path = tmp_path / "a.tif"
    stored = DEEP_COLOUR if planar == "contig" else np.moveaxis(DEEP_COLOUR, 2, 0)
    tifffile.imwrite(path, stored, photometric="rgb", planarconfig=planar, byteorder=byteorder, compression=compression)
    assert (levels(path, 16) == DEEP_COLOUR).all()


def test_white_is_zero_tiffs_are_turned_round(tmp_path: Path):
    for stored, bits in ((GREY, 8), (DEEP, 16)):
        path = tmp_path / f"{bits}.tif"
        tifffile.imwrite(path, np.iinfo(stored.dtype).max - stored, photometric="miniswhite")
        assert (levels(path, bits) == stored).all()


def test_transparency_is_laid_over_black_and_said(tmp_path: Path):
    alpha = RNG.integers(0, 256, GREY.shape, dtype=np.uint8)
    alpha[0, 0], alpha[0, 1] = 0, 255
    wanted = np.floor(COLOUR.astype(float) * alpha[..., None] / 255 + 0.5)
    path = saved(tmp_path, Image.fromarray(np.dstack([COLOUR, alpha])), "rgba.png")
    assert (levels(path) == wanted).all()
    assert "black" in read_scan(path).facts["transparency"]
    path = saved(tmp_path, Image.fromarray(np.dstack([GREY, alpha])), "la.png")
    assert (levels(path) == np.floor(GREY.astype(float) * alpha / 255 + 0.5)).all()


def test_an_opaque_alpha_channel_changes_nothing_and_is_not_mentioned(tmp_path: Path):
    path = saved(tmp_path, Image.fromarray(np.dstack([COLOUR, np.full_like(GREY, 255)])), "a.png")
    assert (levels(path) == COLOUR).all()
    assert "transparency" not in read_scan(path).facts


def test_16_bit_transparency_keeps_16_bits(tmp_path: Path):
    alpha = np.full_like(DEEP, 65535)
    alpha[:5] = 0
    path = tmp_path / "a.png"
    path.write_bytes(cv2.imencode(".png", np.dstack([DEEP_COLOUR[..., ::-1], alpha]))[1].tobytes())
    assert (levels(path, 16) == np.where(alpha[..., None] > 0, DEEP_COLOUR, 0)).all()
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, np.dstack([DEEP_COLOUR, alpha]), photometric="rgb", extrasamples=["unassalpha"])
    assert (levels(path, 16) == np.where(alpha[..., None] > 0, DEEP_COLOUR, 0)).all()


@pytest.mark.parametrize("suffix", ["png", "bmp", "tif"])
def test_palettes_are_expanded(tmp_path: Path, suffix: str):
    indexed = Image.fromarray(COLOUR).quantize(32)
    assert (levels(saved(tmp_path, indexed, f"a.{suffix}")) == np.asarray(indexed.convert("RGB"))).all()


def test_a_transparent_palette_entry_becomes_black(tmp_path: Path):
    indexed = Image.fromarray(GREY // 64)
    indexed.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7])
    found = levels(saved(tmp_path, indexed, "a.png", transparency=2))
    assert (found[GREY // 64 == 2] == 0).all()
    assert (found[GREY // 64 == 3] == (9, 8, 7)).all()


@pytest.mark.parametrize("suffix", ["png", "bmp", "tif"])
def test_one_bit_pictures_become_black_and_white(tmp_path: Path, suffix: str):
    path = saved(tmp_path, Image.fromarray(GREY > 127), f"a.{suffix}")
    assert (levels(path) == np.where(GREY > 127, 255, 0)).all()
    assert inspect_file(path)["bits"] == 1 or suffix == "bmp"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photograph_is_read_upright(tmp_path: Path, orientation: int):
    picture = Image.fromarray(np.kron(RNG.integers(0, 256, (3, 4), dtype=np.uint8), np.ones((8, 8), np.uint8)))
    exif = Image.Exif()
    exif[274] = orientation
    for name in ("a.jpg", "a.png"):
        path = saved(tmp_path, picture, name, exif=exif)
        with Image.open(path) as stored:
            assert (levels(path) == np.asarray(ImageOps.exif_transpose(stored))).all()
    tiff = tmp_path / "a.tif"
    tifffile.imwrite(tiff, DEEP, extratags=[(274, "H", 1, orientation, True)])
    small = saved(
        tmp_path, Image.fromarray(np.arange(DEEP.size, dtype=np.uint16).reshape(DEEP.shape)), "b.png", exif=exif
    )
    assert read_scan(tiff).image.shape == read_scan(small).image.shape
    order = levels(small, 16)
    assert (levels(tiff, 16) == DEEP.ravel()[order]).all()


def test_cmyk_photographs_are_read_as_colour(tmp_path: Path):
    path = saved(tmp_path, Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "a.jpg", quality=95)
    red, green, blue = levels(path)[10, 10]
    assert red > 200
    assert max(green, blue) < 60


def test_floats_between_0_and_1_stay_and_others_are_stretched_and_said(tmp_path: Path):
    values = RNG.random((20, 30)).astype(np.float32)
    tifffile.imwrite(tmp_path / "a.tif", values)
    assert (read_scan(tmp_path / "a.tif").image == values).all()
    tifffile.imwrite(tmp_path / "b.tif", values * 72 - 60)
    scan = read_scan(tmp_path / "b.tif")
    assert (scan.image.min(), scan.image.max()) == (0, 1)
    assert "stretched" in scan.facts["values"]
    assert np.corrcoef(scan.image.ravel(), values.ravel())[0, 1] > 0.999999
    signed = (DEEP.astype(np.int32) - 40000).astype(np.int32)
    tifffile.imwrite(tmp_path / "c.tif", signed)
    assert (np.argsort(read_scan(tmp_path / "c.tif").image.ravel()) == np.argsort(signed.ravel())).mean() > 0.98


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_values_that_are_not_numbers_are_refused(tmp_path: Path, bad: float):
    values = np.zeros((5, 6), np.float32)
    values[2, 3] = bad
    tifffile.imwrite(tmp_path / "a.tif", values)
    assert "1 values that are not numbers" in sentence(tmp_path / "a.tif")


def test_the_first_page_of_a_tiff_is_read_and_said(tmp_path: Path):
    tifffile.imwrite(tmp_path / "a.tif", np.stack([GREY, GREY // 2, GREY // 3]), photometric="minisblack")
    assert (levels(tmp_path / "a.tif") == GREY).all()
    assert read_scan(tmp_path / "a.tif").facts["frame"] == "1 of 3"
    assert inspect_file(tmp_path / "a.tif")["frames"] == 3


def test_dots_per_inch_are_never_taken_for_millimetres(tmp_path: Path):
    for name in ("a.png", "a.jpg", "a.tif", "a.bmp"):
        assert read_scan(saved(tmp_path, Image.fromarray(GREY), name, dpi=(254, 254))).spacing is None


def test_the_contents_decide_and_not_the_suffix(tmp_path: Path):
    os.rename(saved(tmp_path, Image.fromarray(GREY), "a.tif"), tmp_path / "b.png")
    os.rename(saved(tmp_path, Image.fromarray(GREY), "c.png"), tmp_path / "d")
    assert (levels(tmp_path / "b.png") == GREY).all()
    assert (levels(tmp_path / "d") == GREY).all()


@pytest.mark.parametrize("name", ["сонограмма.png", "頸動脈.png", "a b'c%#;.png", "-x.png", "é\u0301🫀.png"])
def test_any_letters_in_a_name_are_fine(tmp_path: Path, name: str):
    scan = read_scan(saved(tmp_path, Image.fromarray(GREY), name))
    assert scan.name == name


def test_a_name_of_undecodable_bytes_is_shown_escaped(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/scan-\xff.png"))
    with open(path, "wb") as file:
        Image.fromarray(GREY).save(file, "PNG")
    assert "\\" in read_scan(path).name
    assert read_scan(path).name.encode("utf-8")


def test_inspection_is_plain_data(tmp_path: Path):
    found = inspect_file(saved(tmp_path, Image.fromarray(COLOUR), "a.png"))
    assert json.loads(json.dumps(found)) == found
    assert (found["format"], found["width"], found["height"], found["channels"], found["bits"]) == ("PNG", 31, 23, 3, 8)
    assert found["spacing_mm"] is None
    assert found["size_bytes"] == (tmp_path / "a.png").stat().st_size


def test_every_still_among_the_real_scans_opens(data: Path):
    suffixes = {suffix for _, group in READABLE[:2] for suffix in group}
    stills = [path for path in sorted(data.rglob("*")) if path.suffix.lower() in suffixes]
    assert len(stills) > 80
    for path in stills:
        scan = read_scan(path)
        assert min(scan.image.shape[:2]) >= 120
        assert scan.image.std() > 0.02


def test_scans_stored_as_grey_rgb_are_grey(data: Path):
    for folder in ("cca_splab", "busi", "hc18", "brachial_etz/crop_png"):
        for path in sorted((data / folder).iterdir())[:12]:
            assert not read_scan(path).is_colour, path.name
