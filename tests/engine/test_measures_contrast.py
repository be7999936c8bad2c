"""Contrast of regions whose distributions are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from ussr_engine.measures.contrast import cnr, contrast_db, contrast_ratio, gcnr, speckle_snr


def normals(mean, sd, count=200_000, seed=0):
    return np.random.default_rng(seed).normal(mean, sd, count)


@pytest.mark.parametrize(("apart", "other"), [(0.5, 1.0), (1.0, 1.0), (2.0, 1.0), (3.5, 1.0)])
def test_gcnr_of_two_normals_is_one_minus_their_overlap(apart, other):
    overlap = 2 * norm.cdf(-apart / 2)
    assert gcnr(normals(0, 1), normals(apart, other, seed=1)) == pytest.approx(1 - overlap, abs=0.01)


def test_gcnr_of_normals_of_different_spread_is_that_of_the_integral():
    x = np.linspace(-20, 20, 400_001)
    overlap = np.minimum(norm.pdf(x, 0, 1), norm.pdf(x, 1, 3)).sum() * (x[1] - x[0])
    assert gcnr(normals(0, 1), normals(1, 3, seed=1)) == pytest.approx(1 - overlap, abs=0.015)


def test_gcnr_is_one_for_regions_that_share_no_value_and_nothing_for_one_region_twice():
    dark, bright = np.linspace(0.1, 0.2, 500), np.linspace(0.7, 0.9, 700)
    assert gcnr(dark, bright) == 1
    assert gcnr(dark, dark) == 0
    assert gcnr(np.ones(10), np.ones(10)) == 0
    assert np.isnan(gcnr(np.empty(0), bright))


def test_small_regions_of_the_same_tissue_are_hardly_told_apart():
    values = [gcnr(normals(0, 1, 300, seed), normals(0, 1, 300, seed + 100)) for seed in range(30)]
    assert np.mean(values) < 0.12


@given(st.floats(0.01, 100), st.floats(-5, 5))
def test_gcnr_does_not_change_when_greys_are_stretched(gain, offset):
    one, other = normals(0, 1, 3000), normals(1, 1, 3000, 1)
    assert gcnr(one * gain + offset, other * gain + offset) == pytest.approx(gcnr(one, other), abs=0.01)


def test_contrast_and_cnr_follow_their_definitions_by_hand():
    inside, outside = np.array([0.1, 0.3]), np.array([0.4, 0.6])
    assert contrast_ratio(inside, outside) == pytest.approx(0.4)
    assert contrast_db(inside, outside) == pytest.approx(-7.9588, abs=1e-4)
    assert cnr(inside, outside) == pytest.approx(0.3 / np.sqrt(0.01 + 0.01))


def test_black_regions_give_infinities_and_even_ones_no_cnr():
    black, grey = np.zeros(4), np.full(4, 0.5)
    assert contrast_db(black, grey) == -np.inf
    assert contrast_db(grey, black) == np.inf
    assert np.isnan(contrast_db(black, black))
    assert np.isnan(cnr(black, grey))


def test_fully_developed_speckle_has_an_snr_of_1_91():
    envelope = np.random.default_rng(0).rayleigh(0.3, 400_000)
    assert speckle_snr(envelope) == pytest.approx(1.913, abs=0.01)
    assert np.isnan(speckle_snr(np.ones(5)))
    assert np.isnan(speckle_snr(np.empty(0)))
