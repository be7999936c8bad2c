"""SimReg where it was told nothing: JPEG, weak noise, coloured noise; and the textured end of its dial."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.engine.test_simreg import coarse, enlarged, fit, truth
from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.files import read_scan
from ussr_engine.identification.candidates import SHARP, SOFT
from ussr_engine.identification.finding import Finding, identified, leaning
from ussr_engine.imaging.jpeg import compressed
from ussr_engine.imaging.noise import estimated
from ussr_engine.imaging.recording import Recording
from ussr_engine.imaging.resize import resize
from ussr_engine.imaging.work import done
from ussr_engine.methods import plan_for
from ussr_engine.perceptual import available, lpips_alex
from ussr_engine.restoration import noisy
from ussr_engine.restoration.blocks import cleaned
from ussr_engine.restoration.enlarger import learned
from ussr_engine.scan import Scan, luma
from ussr_engine.train import Surroundings, train


@pytest.mark.parametrize("name", ["cca_splab/17-37-04.jpg", "busi/benign (197).png"])
def test_texture_at_full_looks_more_like_the_truth_than_exact_and_is_a_decibel_better_than_bicubic(
    data: Path, name: str
) -> None:
    if reason := available():
        pytest.skip(reason)
    rows, columns = (min(size // 8 * 8, 256) for size in read_scan(data / name).image.shape[:2])
    reference = Scan(np.ascontiguousarray(luma(read_scan(data / name).image)[:rows, :columns]), bits=8)
    scan = degrade(reference, 1, 2)
    around = Surroundings(choose("cpu", 1), reference, lpips=lpips_alex())
    scores = {}
    for method, knobs in (("bicubic", {}), ("exact", {}), ("simreg", {"texture": 1.0})):
        *_, last = train(scan, plan_for(method, 2, knobs), around)
        assert isinstance(last, Finished)
        assert last.result.scores
        scores[method] = last.result.scores
    assert scores["simreg"].lpips < min(scores["exact"].lpips, scores["bicubic"].lpips)
    assert scores["simreg"].psnr > scores["bicubic"].psnr + 1


@pytest.mark.parametrize("quality", [75, 92])
@pytest.mark.parametrize("scale", [2, 4])
def test_noise_that_went_through_jpeg_is_not_sharpened(scale: int, quality: int) -> None:
    quiet = coarse(1, scale).image.astype(np.float64)
    loud = quiet * (1 + 0.06 * np.random.default_rng(0).standard_normal(quiet.shape))
    scan = compressed(loud, quality)
    errors = [
        np.square(fine - truth().image).mean()
        for fine in (fit(scan, scale)[1], np.clip(resize(scan, scale=scale), 0, 1))
    ]
    assert errors[0] < 1.02 * errors[1]


def test_where_simulation_gains_nothing_the_better_of_bicubic_and_the_cleaned_start_is_kept() -> None:
    scan = coarse(3, 2).image
    law = estimated(scan.astype(np.float64))
    way = noisy.Way(Recording(law), SOFT, 2)
    clean = done(noisy.Cleaned.of(scan, law))
    done(way.learn(scan, clean, np.random.default_rng(0)))
    lost = [replace(one, error=2 * one.simple_error, bicubic=True) for one in way.regressions]
    way.regressions = lost
    assert np.array_equal(done(way.enlarged(scan, clean)).picture, resize(scan, scale=2))
    way.regressions = [replace(one, bicubic=False) for one in lost]
    assert not np.array_equal(done(way.enlarged(scan, clean)).picture, resize(scan, scale=2))


def test_weak_noise_over_a_sharp_scan_is_not_taken_for_the_noise_of_a_blurred_one() -> None:
    quiet = coarse(1, 2).image.astype(np.float64)
    scan = (
        np.round(np.clip(quiet * (1 + 0.03 * np.random.default_rng(0).standard_normal(quiet.shape)), 0, 1) * 255) / 255
    )
    errors = [np.square(fine - truth().image).mean() for fine in (fit(scan, 2)[1], resize(scan, scale=2))]
    assert errors[0] < 1.03 * errors[1]


def test_channels_with_noise_of_their_own_are_enlarged_as_one_and_give_a_grey_picture() -> None:
    scan = degrade(truth(), 3, 2, noise="rgb")
    assert scan.is_colour
    result = enlarged(scan, "simreg", 2, truth())
    assert not result.sr.is_colour
    assert any("their mean is enlarged" in note for note in result.notes)
    assert result.scores
    grey = Scan(luma(scan.image), bits=8)
    other = enlarged(grey, "simreg", 2, truth()).scores
    assert other
    assert result.scores.psnr > other.psnr + 0.2


def test_colours_that_mean_something_stay() -> None:
    grey = coarse(1, 2).image
    painted = np.stack([grey, grey, grey], axis=2)
    painted[20:60, 20:60, 0] = 0.9
    noisy_colours = painted * (1 + 0.05 * np.random.default_rng(0).standard_normal(painted.shape))
    result = enlarged(Scan(np.clip(noisy_colours, 0, 1).astype(np.float32)), "simreg", 2)
    assert result.sr.is_colour


def test_where_a_blur_is_doubtful_the_mixture_leans_to_none() -> None:
    shares = dict(leaning(((SOFT, 0.7), (SHARP, 0.3))))
    assert shares[SHARP] > shares[SOFT]
    assert sum(shares.values()) == pytest.approx(1)
    assert leaning(((SOFT, 1.0),)) == ((SOFT, 1.0),)


def test_a_blur_that_is_as_good_as_sure_is_undone() -> None:
    assert leaning(((SOFT, 0.95), (SHARP, 0.05))) == ((SOFT, 0.95), (SHARP, 0.05))


def test_what_is_doubtful_stays_nearer_to_interpolation() -> None:
    scan = coarse(3, 2).image
    finding = identified(scan.astype(np.float64), 2)
    plain = np.clip(resize(done(cleaned(scan, finding.law)), scale=2), 0, 1)
    away = []
    for doubt in (0.0, 0.6):
        enlarger = done(learned(scan, 2, replace(finding, doubt=doubt), 0.0, np.random.default_rng(0)))
        away.append(np.sqrt(np.square(done(enlarger.enlarged(scan)) - plain).mean()))
    assert away[1] == pytest.approx((1 - noisy.UNKNOWN * 0.6) * away[0], rel=0.02)


def test_a_person_who_knows_the_degradation_leaves_no_doubt() -> None:
    scan = coarse(3, 2).image.astype(np.float64)
    assert 0 < identified(scan, 2).doubt < 1
    assert identified(scan, 2, "3").doubt == identified(scan, 2, "gaussian", blur=0.6).doubt == 0


def test_of_two_likely_blurs_both_are_rehearsed() -> None:
    scan = coarse(3, 4).image
    law = estimated(scan.astype(np.float64))
    finding = Finding(law, True, ((SOFT, 0.6), (SHARP, 0.4)))
    mixture, _ = done(noisy.learned(scan, 4, finding, np.random.default_rng(0)))
    pairs = done(mixture.rehearsed(scan, np.random.default_rng(0)))
    assert len(pairs) == 2
    for (simulated, picture), (way, _) in zip(pairs, mixture.ways, strict=True):
        misses = [np.square(simulated - one.coarsened(picture, scan.shape, 4)).mean() for one in (SOFT, SHARP)]
        assert (SOFT, SHARP)[int(np.argmin(misses))] == way.candidate
