"""The maps: what is measured and what is inferred, how sure every pixel is, what the scan leaves unexplained."""

from __future__ import annotations

import dataclasses
import json
import pickle
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import tifffile
from numpy.random import default_rng

from ussr_engine.benchmark import coverage
from ussr_engine.benchmark.coverage import Coverage
from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.export import export
from ussr_engine.files import read_scan
from ussr_engine.honesty.band import COVERED, Band
from ussr_engine.honesty.maps import INFERRED, RESIDUAL, UNCERTAINTY
from ussr_engine.honesty.residuals import inferred, summed, unexplained
from ussr_engine.identification.candidates import CUBIC
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.resize import resize
from ussr_engine.methods import plan_for
from ussr_engine.phantom import phantom
from ussr_engine.result import Result
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train


@cache
def truth() -> Scan:
    return phantom(4, width=320, height=256).scan


@cache
def result(way: int, maps: bool = True) -> Result:
    plan = plan_for("simreg", 2, {"maps": maps})
    *_, last = train(degrade(truth(), way, 2), plan, Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    return last.result


def covered(image: np.ndarray, width: np.ndarray, reference: np.ndarray) -> float:
    return float(np.mean(np.abs(image - reference) <= width))


def test_maps_come_only_when_asked_for() -> None:
    assert not result(3, maps=False).maps
    assert set(result(3).maps) == {INFERRED, UNCERTAINTY, RESIDUAL}
    assert all(one.values.shape == (256, 320) for one in result(3).maps.values())
    assert all(one.values.dtype == np.float32 for one in result(3).maps.values())
    assert any("unexplained" in note for note in result(3).notes)


def test_asking_for_maps_does_not_change_the_picture() -> None:
    assert np.array_equal(result(3).sr.image, result(3, maps=False).sr.image)


def test_what_interpolation_adds_is_measured_and_what_is_drawn_between_pixels_is_inferred() -> None:
    scan = default_rng(0).random((40, 44))
    fine = resize(scan, scale=2)
    checks = np.where(np.add.outer(np.arange(80), np.arange(88)) % 2, 0.1, -0.1)
    calm, drawn = (inferred(image, scan.shape, 2, CUBIC)[8:-8, 8:-8] for image in (fine, fine + checks))
    assert calm.mean() < drawn.mean() / 2


def test_a_picture_that_explains_its_scan_leaves_white_noise_of_the_right_strength() -> None:
    fine = truth().image.astype(np.float64)
    law = NoiseLaw(0.02**2, 0.0)
    quiet = CUBIC.coarsened(fine, (128, 160), 2)
    noisy = quiet + 0.02 * default_rng(0).standard_normal(quiet.shape)
    left = summed(unexplained(noisy, fine, 2, CUBIC, law))
    assert left.chi_square == pytest.approx(1, abs=0.05)
    assert abs(left.correlation) < 0.03
    assert "1.0" in left.words or "0.9" in left.words


def test_a_picture_that_lost_detail_leaves_more_than_noise() -> None:
    fine = truth().image.astype(np.float64)
    scan = CUBIC.coarsened(fine, (128, 160), 2)
    flat = resize(resize(fine, scale=1 / 8), scale=8)
    left = summed(unexplained(scan, flat, 2, CUBIC, NoiseLaw(0.02**2, 0.0)))
    assert left.chi_square > 3
    assert left.correlation > 0.1


def test_the_band_covers_what_it_was_learned_from() -> None:
    chance = default_rng(0)
    reference = truth().image.astype(np.float64)
    picture = reference + 0.02 * (0.2 + reference) * chance.standard_normal(reference.shape)
    width = Band.of([(picture, reference)], 2, 1.0).width(picture, 2)
    assert covered(picture, width, reference) == pytest.approx(COVERED, abs=0.01)


def test_the_band_is_wider_where_there_is_more_to_get_wrong() -> None:
    width = result(1).maps[UNCERTAINTY].values
    error = np.abs(result(1).sr.image - truth().image)
    wide = width > np.median(width)
    assert error[wide].mean() > 1.2 * error[~wide].mean()


def test_a_tiff_carries_the_maps_as_further_pages_that_say_what_they_are(tmp_path: Path) -> None:
    made = result(3)
    words = export(tmp_path / "fine.tif", made.sr, made, 16).words
    with tifffile.TiffFile(tmp_path / "fine.tif") as file:
        pages = file.pages[1:]
        names = [page.tags["PageName"].value for page in pages]
        descriptions = [page.description for page in pages]
        again = [page.asarray() for page in pages]
    assert words.endswith("with 3 maps")
    assert names == ["Inferred", "Uncertainty", "Residual"]
    assert descriptions[1] == "Uncertainty: half-width of the 90 % band; in grey levels"
    assert descriptions[2].endswith("in standard deviations")
    for name, values in zip((INFERRED, UNCERTAINTY, RESIDUAL), again, strict=True):
        assert np.array_equal(values, made.maps[name].values)
    assert np.abs(read_scan(tmp_path / "fine.tif").image - made.sr.image).max() < 1e-4


def test_a_png_of_a_result_with_maps_holds_the_picture_alone(tmp_path: Path) -> None:
    made = result(3)
    assert "maps" not in export(tmp_path / "fine.png", made.sr, made, 16).words
    assert np.abs(read_scan(tmp_path / "fine.png").image - made.sr.image).max() < 1e-4


def test_the_residual_map_is_the_scan_minus_the_picture_in_deviations_of_the_noise() -> None:
    made = result(3)
    assert made.evidence
    values = made.maps[RESIDUAL].values
    assert made.maps[RESIDUAL].signed
    assert (values < 0).mean() == pytest.approx(0.5, abs=0.1)
    assert np.array_equal(values[::2, ::2], values[1::2, 1::2])
    assert float(np.mean(np.square(values))) == pytest.approx(made.evidence.chi_square, rel=1e-3)


def test_a_result_keeps_what_was_found_and_what_is_left_as_plain_numbers() -> None:
    found = result(3).evidence
    assert found
    assert found.shows_more
    assert found.gain_db > 0.5
    assert found.chi_square == pytest.approx(1, abs=0.3)
    assert abs(found.correlation) < 0.3
    assert json.loads(json.dumps(dataclasses.asdict(found)))["gain_db"] == found.gain_db
    assert pickle.loads(pickle.dumps(found)) == found


def test_where_the_scan_holds_no_more_than_interpolation_shows_the_record_says_so() -> None:
    ramp = np.round(np.tile(np.linspace(50, 200, 96), (96, 1))).astype(np.float32) / 255
    *_, last = train(Scan(ramp), plan_for("simreg", 2), Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    assert last.result.evidence
    assert not last.result.evidence.shows_more
    assert any("hardly more detail" in note for note in last.result.notes)


def test_methods_that_find_nothing_out_leave_no_evidence() -> None:
    *_, last = train(degrade(truth(), 1, 2), plan_for("exact", 2), Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    assert last.result.evidence is None
    assert not last.result.maps


@pytest.mark.parametrize("name", ["cca_splab/17-37-04.jpg", "busi/benign (197).png"])
@pytest.mark.parametrize("way", [1, 3])
def test_the_band_is_no_worse_than_one_of_constant_width_on_real_scans(data: Path, name: str, way: int) -> None:
    whole = read_scan(data / name)
    rows, columns = (min(size // 8 * 8, 320) for size in whole.image.shape[:2])
    reference = Scan(np.ascontiguousarray(whole.image[:rows, :columns]), bits=8)
    found = coverage.covered(reference, way, 2)
    assert 0.7 < found.share < 0.99
    assert found.score < 1.01


def test_a_band_that_follows_the_error_scores_better_than_one_of_constant_width() -> None:
    chance = np.random.default_rng(0)
    spread = chance.uniform(0.5, 2, (200, 300))
    error = np.abs(chance.normal(0, spread))
    told = Coverage.of(error, 1.645 * spread)
    assert told.share == pytest.approx(0.9, abs=0.005)
    assert told.score < 0.9
    assert Coverage.of(error, 1.645 * chance.permuted(spread)).score > 1
    assert Coverage.of(error, np.full_like(error, 2.0)).score == pytest.approx(1, abs=1e-3)
