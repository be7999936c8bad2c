"""What is found of a scan's degradation: its noise, its smoothing, and how sure that is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from ussr_engine.degradations.study import degrade
from ussr_engine.files import read_scan
from ussr_engine.identification.candidates import CANDIDATES, CUBIC, DIFFUSED, SHARP, SOFT
from ussr_engine.identification.finding import Finding, identified
from ussr_engine.identification.grain import grain
from ussr_engine.identification.hidden import uncovered
from ussr_engine.identification.posterior import PRIOR, posterior
from ussr_engine.identification.record import recorded
from ussr_engine.identification.table import MEAN, SPREAD
from ussr_engine.identification.tint import tinted
from ussr_engine.imaging.jpeg import compressed, quality_of
from ussr_engine.imaging.noise import NoiseLaw, estimated, of_channels
from ussr_engine.phantom import phantom
from ussr_engine.scan import Scan


@cache
def truth(seed: int = 3) -> Scan:
    return phantom(seed, width=512, height=416).scan


def coarse(method: int, scale: int, seed: int = 0) -> np.ndarray:
    return degrade(truth(), method, scale, seed=seed).image.astype(np.float64)


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a_scan_without_noise_is_left_alone(scale: int) -> None:
    finding = identified(coarse(1, scale), scale)
    assert not finding.noisy
    assert finding.candidates == ((CUBIC, 1.0),)
    assert "No noise was found" in finding.words


@pytest.mark.parametrize("scale", [2, 4])
@pytest.mark.parametrize("method", [2, 3])
def test_ten_percent_of_noise_is_found_and_named(method: int, scale: int) -> None:
    finding = identified(coarse(method, scale), scale)
    assert finding.noisy
    assert np.sqrt(finding.law.relative) == pytest.approx(0.1, rel=0.25)
    assert finding.words.startswith("Multiplicative noise of about ")
    assert "confidence" in finding.words


def test_weak_noise_is_noticed_also_where_the_scan_is_coarse() -> None:
    quiet = coarse(1, 4)
    noisy = quiet * (1 + 0.05 * np.random.default_rng(0).standard_normal(quiet.shape))
    assert identified(np.round(np.clip(noisy, 0, 1) * 255) / 255, 4).noisy


def test_even_noise_is_told_from_noise_that_grows_with_brightness() -> None:
    quiet = coarse(1, 2)
    noisy = np.clip(quiet + 0.03 * np.random.default_rng(0).standard_normal(quiet.shape), 0, 1)
    words = identified(noisy, 2).words
    assert words.startswith("Even noise of about ")
    assert "multiplicative" not in words


def test_smoothing_that_spares_edges_is_told_from_a_gaussian() -> None:
    assert identified(coarse(2, 2), 2).candidates[0][0] is DIFFUSED
    assert identified(coarse(3, 2), 2).candidates[0][0] is SOFT


def test_probabilities_sum_to_one_and_the_likeliest_comes_first() -> None:
    scan = coarse(3, 4)
    chances = [chance for _, chance in identified(scan, 4).candidates]
    assert sum(chances) == pytest.approx(1)
    assert chances == sorted(chances, reverse=True)
    law = estimated(scan)
    everything = posterior(grain(scan, law), 4)
    assert sum(chance for _, chance in everything) == pytest.approx(1)
    assert [candidate for candidate, _ in everything] == list(CANDIDATES)


def test_what_a_person_says_counts() -> None:
    scan = coarse(2, 2)
    assert identified(scan, 2, "3").candidates == ((SOFT, 1.0),)
    assert identified(scan, 2, "2").words.endswith("as you said.")
    assert not identified(scan, 2, "1").noisy
    assert identified(coarse(1, 2), 2, "3").noisy


def test_a_scan_too_small_to_measure_is_still_enlarged() -> None:
    chance = np.random.default_rng(0)
    assert not identified(np.full((8, 8), 0.5), 2).noisy
    assert isinstance(identified(chance.random((20, 30)), 2), Finding)
    assert isinstance(identified(np.zeros((64, 64)), 2), Finding)


def test_noise_of_both_kinds_is_said_of_both() -> None:
    finding = Finding(NoiseLaw(4e-4, 0.01), True, ((SOFT, 0.84),))
    assert finding.words == (
        "Multiplicative noise of about 10% and even noise of about 5.1 levels; blur of about 0.6 px; confidence 0.8."
    )


@pytest.mark.parametrize("quality", [75, 85, 95])
@pytest.mark.parametrize("method", [1, 3])
def test_the_quality_of_jpeg_is_read_from_the_picture(method: int, quality: int) -> None:
    scan = coarse(method, 2)
    assert quality_of(scan) == 0
    assert quality_of(compressed(scan, quality)) == quality
    assert quality_of(np.full((64, 64), 0.5)) == 0
    assert quality_of(scan[:5, :5]) == 0


def test_noise_that_jpeg_hid_is_found_at_its_old_strength() -> None:
    noisy = coarse(1, 2) * (1 + 0.08 * np.random.default_rng(0).standard_normal(coarse(1, 2).shape))
    scan = compressed(noisy, 80)
    left = estimated(scan)
    found = uncovered(scan, left, 80)
    light = float(np.mean(scan**2))
    strengths = [np.sqrt(law.relative + (law.additive / light)) for law in (left, found)]
    assert abs(strengths[1] - 0.08) < abs(strengths[0] - 0.08)
    assert strengths[1] == pytest.approx(0.08, rel=0.35)


def test_a_jpeg_file_is_named_and_makes_less_sure() -> None:
    scan = coarse(3, 2)
    plain, kept = identified(scan, 2), identified(compressed(scan, 90), 2)
    assert "JPEG of quality 90" in kept.words
    assert "JPEG" not in plain.words
    assert kept.confidence < plain.confidence


def test_even_noise_that_black_cuts_off_is_found_at_its_full_strength() -> None:
    dark = 0.35 * coarse(1, 2)
    noisy = np.clip(dark + 0.08 * np.random.default_rng(0).standard_normal(dark.shape), 0, 1)
    law = estimated(np.round(noisy * 255) / 255)
    assert np.sqrt(law.additive) == pytest.approx(0.08, rel=0.12)


def test_noise_whose_variance_grows_in_step_with_brightness_is_found_as_such() -> None:
    quiet = 0.02 + 0.9 * np.add.outer(np.linspace(0, 0.5, 360), np.linspace(0, 0.5, 360)) ** 3
    noisy = quiet + np.sqrt(0.002 * quiet) * np.random.default_rng(0).standard_normal(quiet.shape)
    law = estimated(noisy)
    assert law.linear == pytest.approx(0.002, rel=0.3)
    assert law.is_there


def test_noise_of_one_percent_in_every_channel_is_measured_by_their_differences() -> None:
    quiet = coarse(1, 4)
    chance = np.random.default_rng(0)
    image = np.stack([quiet * (1 + 0.01 * chance.standard_normal(quiet.shape)) for _ in range(3)], axis=2)
    bright = np.array(0.5)
    assert np.sqrt(of_channels(image).variance(bright)) == pytest.approx(0.01 * 0.5, rel=0.1)
    found = tinted(image)
    assert found == of_channels(image).times(1 / 3)
    painted = image.copy()
    painted[10:40, 10:40, 2] = 0.8
    assert tinted(painted) is None
    assert tinted(np.stack([quiet] * 3, axis=2)) is None


def test_a_blur_whose_width_a_person_knows_is_taken_as_told() -> None:
    finding = identified(coarse(3, 2), 2, "gaussian", blur=0.9)
    assert finding.noisy
    assert finding.candidates[0][0].blur.axial == 0.9
    assert finding.words.endswith("blur of about 0.9 px; as you said.")
    assert not identified(coarse(1, 2), 2, "gaussian", blur=0.9).noisy


@pytest.mark.parametrize("name", ["cca_splab/17-37-04.jpg", "busi/benign (324).png"])
def test_real_scans_are_told_apart(data: Path, name: str) -> None:
    whole = read_scan(data / name)
    rows, columns = (size // 8 * 8 for size in whole.image.shape[:2])
    reference = whole.with_image(whole.image[:rows, :columns], 1)
    for scale in (2, 4):
        for method in (1, 2, 3):
            scan = degrade(reference, method, scale).image
            grey = scan if scan.ndim == 2 else scan.mean(2)
            finding = identified(grey.astype(np.float64), scale)
            assert finding.noisy == (method > 1)
            if method == 1:
                continue
            true = DIFFUSED if method == 2 else SOFT
            if scale == 2:
                assert finding.candidates[0][0] is true
            else:  # a coarser scan may be taken for one that was blurred less, but then it is not called sure
                assert finding.candidates[0][0] is true or (
                    finding.candidates[0][0] is SHARP and finding.confidence < 0.6
                )


def test_the_record_of_a_finding_holds_the_points_the_law_was_fitted_to_and_every_likely_blur() -> None:
    scan = coarse(3, 2)
    finding = identified(scan, 2)
    record = recorded(finding, scan)
    brightness, variance = np.array(record.points).T
    assert np.all(np.diff(brightness) > 0)
    constant, linear, square = record.law
    fitted = constant + linear * brightness + square * brightness**2
    bright = brightness > 0.2
    assert np.corrcoef(fitted[bright], variance[bright])[0, 1] > 0.8
    assert np.median(variance[bright] / fitted[bright]) == pytest.approx(1, abs=0.35)
    assert [name for name, _, _ in record.candidates] == [one.name for one, _ in finding.candidates]
    assert sum(chance for _, _, chance in record.candidates) == pytest.approx(1)
    assert record.words == finding.words


def test_of_a_scan_too_small_to_measure_the_record_has_no_points() -> None:
    scan = np.random.default_rng(0).random((8, 8))
    assert recorded(identified(scan, 2), scan).points == ()


@pytest.mark.parametrize("scale", [2, 4])
def test_of_a_coarse_scan_unlike_those_learned_from_it_is_less_sure(scale: int) -> None:
    def odds(times: float) -> float:
        """Logarithm of those between two smoothings, the prior apart, for numbers so many deviations from the usual."""
        numbers = MEAN + times * SPREAD * np.where(np.arange(len(MEAN)) % 2, 1, -1)
        chances = [chance / prior for (_, chance), prior in zip(posterior(numbers, scale), PRIOR, strict=True)]
        return float(np.log(chances[3] / chances[1]))

    usual, strange = odds(1.0), odds(2.0)
    # Odds of numbers are a straight line, unless strangeness takes from them: at twice the deviation it halves them.
    straight = 2 * usual - odds(0.0)
    assert strange == pytest.approx(straight / 2 if scale == 4 else straight, rel=1e-6)
