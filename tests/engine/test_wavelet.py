"""The Haar transform against PyWavelets and against itself."""

import numpy as np
import pytest
import pywt
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.wavelet import dwt, iwt


def picture(height, width, channels=2, seed=0):
    return torch.from_numpy(np.random.default_rng(seed).random((3, channels, height, width)))


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 12), st.integers(1, 12), st.booleans(), st.integers(0, 999))
def test_the_inverse_gives_the_picture_back(rows, columns, orthonormal, seed):
    x = picture(2 * rows, 2 * columns, seed=seed)
    assert torch.allclose(iwt(dwt(x, orthonormal=orthonormal), orthonormal=orthonormal), x, atol=1e-12)


def test_the_bands_are_those_of_pywavelets_up_to_their_signs():
    x = picture(6, 10)
    bands = dwt(x)
    low, (down, along, cross) = pywt.dwt2(x.numpy(), "haar")
    for found, expected in zip(bands.chunk(4, dim=1), (low, -down, -along, cross), strict=True):
        assert found.numpy() == pytest.approx(expected, abs=1e-12)


def test_the_bare_bands_are_plain_sums_and_differences():
    x = torch.tensor([[[[1.0, 20.0], [300.0, 4000.0]]]])
    a, b, c, d = 1.0, 300.0, 20.0, 4000.0
    expected = [a + b + c + d, -a - c + b + d, -a + c - b + d, a - c - b + d]
    assert dwt(x, orthonormal=False).flatten().tolist() == expected


def test_an_odd_picture_is_refused_with_its_size():
    with pytest.raises(BadRequest, match="5 × 4"):
        dwt(torch.zeros(1, 1, 4, 5))


def test_channels_that_are_not_four_bands_are_refused():
    with pytest.raises(BadRequest, match="6 channels"):
        iwt(torch.zeros(1, 6, 4, 4))
