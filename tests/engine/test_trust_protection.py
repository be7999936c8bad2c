"""The protect mask: found where text or colour is certain, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from ussr_engine.degradations.study import degrade
from ussr_engine.files import read_scan
from ussr_engine.phantom import phantom
from ussr_engine.scan import Region, Scan
from ussr_engine.trust.protection import COLOUR, SURROUND, TEXT, found, says_of, union
from ussr_engine.trust.sector import sector, surround

WORDS = ((20, 12, "L12-4  38 Hz"), (20, 40, "Gn 55"), (420, 20, "MI 0.5"))


def screen(smooth: bool = True) -> tuple[np.ndarray, list[tuple[int, int, int, int]]]:
    """A phantom on the black screen of a scanner with words beside it; boxes (left, top, right, bottom) of these."""
    tissue = phantom(0).scan.image
    height, width = tissue.shape
    page = Pictures.new("L", (width + 240, height + 80))
    draw = ImageDraw.Draw(page)
    draw.fontmode = "L" if smooth else "1"
    font = ImageFont.load_default(15)
    boxes = []
    for left, top, words in WORDS:
        draw.text((left, top), words, fill=230, font=font)
        boxes.append(draw.textbbox((left, top), words, font=font))
    made = np.asarray(page, np.float32) / 255
    made[70 : 70 + height, 120 : 120 + width] = tissue
    return made, [tuple(round(at) for at in box) for box in boxes]


def as_jpeg(image: np.ndarray, quality: int) -> np.ndarray:
    kept = io.BytesIO()
    levels = np.floor(image * 255 + 0.5).astype(np.uint8)
    Pictures.fromarray(levels).save(kept, "JPEG", quality=quality)
    return np.asarray(Pictures.open(kept), np.float32) / 255


def mask_of(scan: Scan) -> np.ndarray:
    return union(found(scan), (scan.height, scan.width))


@pytest.mark.parametrize("quality", [None, 90, 75], ids=["lossless", "JPEG 90", "JPEG 75"])
@pytest.mark.parametrize("smooth", [True, False], ids=["smooth", "hard"])
def test_words_beside_the_tissue_are_found_and_the_tissue_is_left(smooth: bool, quality: int | None) -> None:
    image, boxes = screen(smooth)
    image = image if quality is None else as_jpeg(image, quality)
    mask = mask_of(Scan(image))
    for left, top, right, bottom in boxes:
        ink = image[top:bottom, left:right] > 0.4
        assert mask[top:bottom, left:right][ink].mean() > 0.98
    assert not mask[75:, 125:430].any()
    assert mask.mean() < 0.05


def test_words_on_tissue_are_found_where_a_dark_rim_sets_them_off() -> None:
    tissue = np.clip(phantom(0).scan.image + 0.3, 0, 1)
    page = Pictures.fromarray(np.floor(tissue * 255).astype(np.uint8))
    draw = ImageDraw.Draw(page)
    draw.text((6, 4), "LQ", fill=205, font=ImageFont.load_default(14), stroke_width=2, stroke_fill=0)
    mask = mask_of(Scan(np.asarray(page, np.float32) / 255))
    assert mask[6:16, 8:20].mean() > 0.8
    assert not mask[40:].any()


def test_a_bar_of_greys_is_a_mark() -> None:
    image, _ = screen()
    image[100:220, 8:16] = np.linspace(1, 0, 120, dtype=np.float32)[:, None]
    assert mask_of(Scan(image))[102:180, 8:16].all()


@pytest.mark.parametrize("seed", range(3))
def test_a_phantom_has_nothing_to_protect(seed: int) -> None:
    assert found(phantom(seed).scan) == ()


@pytest.mark.parametrize("method", [1, 2, 3])
@pytest.mark.parametrize("noise", ["grey", "rgb"])
def test_a_shrunk_and_noisy_phantom_has_nothing_to_protect(method: int, noise: str) -> None:
    assert found(degrade(phantom(0).scan, method, 2, noise=noise, seed=1)) == ()


def test_flat_pictures_ramps_and_noise_have_nothing_to_protect() -> None:
    rng = np.random.default_rng(0)
    ramp = np.broadcast_to(np.linspace(0, 1, 300, dtype=np.float32), (200, 300))
    for image in (np.full((50, 60), 0.4, np.float32), np.zeros((9, 9), np.float32), ramp, ramp[..., None] * np.ones(3)):
        assert found(Scan(image)) == ()
    assert found(Scan(rng.random((80, 90), dtype=np.float32))) == ()


def doppler() -> tuple[np.ndarray, np.ndarray]:
    """A phantom in three channels with a colour box's flow in it, and where that flow is."""
    grey = phantom(0).scan.image
    image = np.repeat(grey[..., None], 3, axis=2)
    rows, columns = np.mgrid[: grey.shape[0], : grey.shape[1]]
    flow = ((rows - 170) / 16.0) ** 2 + ((columns - 150) / 60.0) ** 2 < 1
    speed = np.random.default_rng(2).uniform(0.4, 1, grey.shape).astype(np.float32)
    image[flow] = np.stack([speed, 0.2 * speed, 0.1 * speed], axis=2)[flow]
    return image, flow


@pytest.mark.parametrize("quality", [None, 90, 75], ids=["lossless", "JPEG 90", "JPEG 75"])
def test_colour_doppler_is_found_and_the_grey_around_it_is_left(quality: int | None) -> None:
    image, flow = doppler()
    scan = Scan(image if quality is None else as_jpeg(image, quality))
    assert says_of(found(scan)) == COLOUR
    mask = mask_of(scan)
    assert mask[flow].all()
    away = np.zeros_like(flow)
    away[:130], away[215:] = True, True
    assert not mask[away].any()
    assert mask.mean() < 2 * flow.mean()


def test_chroma_noise_is_no_colour() -> None:
    grey = np.repeat(phantom(0).scan.image[..., None], 3, axis=2)
    noisy = np.clip(grey + np.random.default_rng(4).normal(0, 6 / 255, grey.shape), 0, 1).astype(np.float32)
    for image in (noisy, as_jpeg(noisy, 70)):
        assert found(Scan(image)) == ()


@pytest.mark.parametrize("tint", [(1.0, 0.86, 0.66), (0.8, 0.9, 1.0)], ids=["brown", "blue"])
def test_a_tint_of_the_whole_scan_is_no_colour_and_doppler_on_it_still_is(tint: tuple[float, float, float]) -> None:
    grey = phantom(0).scan.image ** 0.6
    toned = (grey[..., None] * np.array(tint, np.float32)).astype(np.float32)
    assert found(Scan(toned)) == ()
    flowing, flow = doppler()
    toned[flow] = flowing[flow]
    mask = mask_of(Scan(toned))
    assert mask[flow].mean() > 0.95
    assert mask.mean() < 2 * flow.mean()


def test_a_region_that_the_file_calls_other_than_tissue_is_protected() -> None:
    tissue, trace = Region("2D", 0, 0, 220, 400, None), Region("spectral", 230, 20, 310, 300, None)
    scan = Scan(phantom(0).scan.image, regions=(tissue, trace))
    one, surround = found(scan)
    assert (one.kind, one.top, one.left, one.bottom, one.right) == ("spectral", 230, 20, 310, 300)
    assert union([one], (scan.height, scan.width)).sum() == 80 * 280
    assert surround.kind == SURROUND
    assert surround.mask.sum() == 100 * 400 - 80 * 280


def test_a_flow_region_as_large_as_the_tissue_leaves_the_tissue() -> None:
    whole = [Region(kind, 0, 0, 320, 400, None) for kind in ("2D", "colour flow")]
    assert found(Scan(phantom(0).scan.image, regions=tuple(whole))) == ()


def test_real_carotids_have_nothing_to_protect(data: Path) -> None:
    for path in sorted((data / "cca_splab").glob("*.jpg"))[::4]:
        assert found(read_scan(path)) == (), path.name


def test_real_breasts_have_a_mark_in_the_corner_at_most(data: Path) -> None:
    for path in sorted((data / "busi").glob("*.png"))[::3]:
        for one in found(read_scan(path)):
            assert (one.kind, one.top, one.left) == (TEXT, 0, 0)
            assert one.bottom <= 30
            assert one.right <= 40


def test_a_real_screen_keeps_its_words_and_its_tissue(data: Path) -> None:
    scan = read_scan(data / "brachial_etz" / "dicom" / "12-08_202103_20210100.dcm")
    mask = mask_of(scan)
    ink = scan.image.max(axis=2) > 0.5
    assert mask[:60, :110][ink[:60, :110]].mean() > 0.95
    assert mask[95:380, 160:760].mean() < 0.02


def test_what_the_regions_of_a_screen_leave_out_is_protected_as_one(data: Path) -> None:
    scan = read_scan(data / "brachial_etz" / "dicom" / "12-08_202103_20210100.dcm")
    regions = found(scan)
    (surround,) = (one for one in regions if one.kind == SURROUND)
    assert surround.mask[:60].all()
    assert surround.mask[:, :120].all()
    assert not surround.mask[60:519, 120:800].any()
    for one in regions:
        assert one.kind != TEXT or not surround.mask[one.top : one.bottom, one.left : one.right][one.mask].all()
    assert says_of(regions).startswith("surround")


@pytest.mark.parametrize("region", [Region("2D", 0, 0, 40, 60, None), Region("M-mode", 3, 3, 9, 9, None)])
def test_a_region_that_fills_the_screen_or_shows_no_tissue_leaves_no_surround(region: Region) -> None:
    scan = Scan(np.full((40, 60), 0.5, np.float32), regions=(region,))
    assert SURROUND not in {one.kind for one in found(scan)}


def test_nested_regions_are_one_area_with_echoes() -> None:
    regions = (Region("2D", 10, 10, 35, 50, None), Region("colour flow", 15, 20, 38, 55, None))
    outside = surround(Scan(np.zeros((40, 60), np.float32), regions=regions))
    assert not outside[10:35, 10:50].any()
    assert not outside[15:38, 20:55].any()
    assert outside[36, 12]


def test_a_sector_is_found_as_the_outline_of_its_echoes_without_the_words_beside_it() -> None:
    image, boxes = screen()
    corners = np.array(sector(image))
    assert corners.min(axis=0) == pytest.approx((120, 70), abs=2)
    assert corners.max(axis=0) == pytest.approx((120 + 400, 70 + 320), abs=2)
    for left, top, *_ in boxes:
        assert not ((corners[:, 0] < left + 1) & (corners[:, 1] < top + 1)).any()
    assert sector(np.full((40, 60), 0.5, np.float32)) is None
    assert sector(np.zeros((40, 60), np.float32)) is None
