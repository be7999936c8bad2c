"""Widths of lines and edges, against profiles whose widths are known in closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import peak_widths
from scipy.special import erf

from ussr_engine.measures.resolution import edge_width, fwhm

FWHM = 2 * np.sqrt(2 * np.log(2))
RISE = 2.5631031310892007
"""10-90 % distance of a normal distribution function, in standard deviations."""


@given(st.floats(0.3, 2.0), st.floats(-0.4, 0.4), st.floats(0.02, 0.3))
def test_a_gaussian_line_is_as_wide_as_2_3548_sigma_wherever_it_lies(sigma, shift, step):
    x = np.arange(-6 * sigma, 6 * sigma, step * sigma)
    profile = 0.2 + 0.7 * np.exp(-((x - shift * sigma) ** 2) / (2 * sigma**2))
    assert fwhm(profile, step * sigma) == pytest.approx(FWHM * sigma, rel=0.02)


def test_the_width_agrees_with_scipy_on_a_profile_with_several_peaks():
    chance = np.random.default_rng(0)
    profile = np.convolve(chance.random(200), np.hanning(15), "same")
    profile[0] = profile[-1] = profile.min()
    (width,) = peak_widths(profile, [profile.argmax()], rel_height=0.5)[0]
    assert fwhm(profile) == pytest.approx(width)


def test_a_triangle_is_as_wide_as_half_its_base_and_a_floor_lifts_the_half():
    profile = np.array([0, 0, 1, 2, 3, 4, 3, 2, 1, 0, 0], float)
    assert fwhm(profile, 0.1) == pytest.approx(0.4)
    assert fwhm(profile, 0.1, floor=2.0) == pytest.approx(0.2)


def test_a_line_that_reaches_beyond_the_profile_or_is_flat_has_no_width():
    assert np.isnan(fwhm(np.array([3, 4, 3, 2, 1, 0.0])))
    assert np.isnan(fwhm(np.ones(9)))
    assert np.isnan(fwhm(np.array([0, 1, np.nan, 0])))


@given(st.floats(0.3, 2.0), st.floats(-1.0, 1.0), st.floats(0.02, 0.25), st.booleans())
def test_a_blurred_edge_rises_over_2_563_sigma_in_either_direction(sigma, shift, step, falls):
    x = np.arange(-8 * sigma, 8 * sigma, step * sigma)
    profile = 0.1 + 0.4 * (1 + erf((x - shift * sigma) / (np.sqrt(2) * sigma)))
    profile = profile[::-1] if falls else profile
    assert edge_width(profile, step * sigma) == pytest.approx(RISE * sigma, rel=0.01)


def test_a_straight_ramp_takes_eight_tenths_of_its_length():
    profile = np.concatenate([np.zeros(20), np.linspace(0, 1, 11), np.ones(20)])
    assert edge_width(profile, 0.5) == pytest.approx(0.5 * 8)


def test_a_profile_without_a_step_has_no_edge():
    assert np.isnan(edge_width(np.ones(30)))
    assert np.isnan(edge_width(np.array([1.0, 2.0])))
    line = 0.2 + 0.7 * np.exp(-(np.linspace(-5, 5, 200) ** 2) / 2) + np.linspace(0, 0.1, 200)
    assert np.isnan(edge_width(line))
