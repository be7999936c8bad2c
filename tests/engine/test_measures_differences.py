"""Maps of how one picture differs from another."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.metrics import structural_similarity

from ussr_engine.measures.differences import Difference, difference, on_grid


@pytest.fixture
def pair():
    rng = np.random.default_rng(3)
    truth = rng.random((40, 53), np.float32)
    return (np.clip(truth + 0.1 * rng.standard_normal(truth.shape), 0, 1)).astype(np.float32), truth


def test_similarity_is_the_map_of_scikit_image(pair):
    _, published = structural_similarity(*pair, data_range=1.0, full=True)
    assert difference(*pair, Difference.SIMILARITY) == pytest.approx(1 - published, abs=1e-5)


def test_signed_absolute_and_relative_differences_are_those_worked_out_by_hand():
    image, truth = np.float32([[0.5, 0.2, 0.0]]), np.float32([[0.4, 0.4, 0.0]])
    assert difference(image, truth, Difference.SIGNED) == pytest.approx(np.float32([[25.5, -51, 0]]), abs=1e-3)
    assert difference(image, truth, Difference.ABSOLUTE) == pytest.approx(np.float32([[25.5, 51, 0]]), abs=1e-3)
    assert difference(image, truth, Difference.RELATIVE) == pytest.approx(np.float32([[25, 50, 0]]), abs=1e-3)


def test_a_relative_difference_from_black_is_finite():
    made = difference(np.float32([[4 / 255]]), np.zeros((1, 1), np.float32), Difference.RELATIVE)
    assert made[0, 0] == pytest.approx(100)


def test_a_ramp_on_a_finer_grid_stays_the_same_ramp():
    ramp = np.repeat((np.arange(20, dtype=np.float32)[None] + 0.5) / 20, 6, axis=0)
    fine = on_grid(ramp, (12, 40))
    assert fine.shape == (12, 40)
    expected = (np.arange(40) + 0.5) / 40
    assert fine[3, 1:-1] == pytest.approx(expected[1:-1], abs=1e-6)


def test_a_grid_that_covers_half_of_a_picture_sees_that_half():
    ramp = np.repeat((np.arange(20, dtype=np.float32)[None] + 0.5) / 20, 6, axis=0)
    half = on_grid(ramp, (6, 10), (1.0, 0.5))
    assert half == pytest.approx(ramp[:, :10], abs=1e-6)


def test_the_same_picture_differs_nowhere(pair):
    for kind in Difference:
        assert np.abs(difference(pair[1], pair[1], kind)).max() < 1e-6
