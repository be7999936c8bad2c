"""Eight turned copies and their median."""

import numpy as np
import pytest
import torch

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.ensemble import ensemble, median, members, turn
from ussr_engine.imaging.resize_torch import resize_tensor


def picture(height=5, width=8):
    return torch.rand(1, 2, height, width, generator=torch.Generator().manual_seed(4))


def test_the_eight_copies_all_differ():
    copies = [turn(picture(6, 6), member).numpy().tobytes() for member in range(8)]
    assert len(set(copies)) == 8


def test_the_first_four_copies_keep_the_shape():
    assert [tuple(turned.shape[2:]) for turned, _ in members(picture())] == [(5, 8)] * 4 + [(8, 5)] * 4


def test_an_enlarger_that_treats_all_directions_alike_gains_nothing_from_the_ensemble():
    lr = picture().double()

    def enlarge(x):
        return resize_tensor(x, scale=3)

    assert torch.allclose(ensemble(enlarge, lr), enlarge(lr), atol=1e-12)


def test_an_enlarger_that_drifts_to_one_side_is_set_right():
    lr = picture(20, 24)

    def drifting(x):
        return x + torch.linspace(-1, 1, x.shape[3])

    assert torch.allclose(ensemble(drifting, lr), lr, atol=1e-6)
    assert not torch.allclose(ensemble(drifting, lr, 1), lr, atol=1e-2)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_the_median_is_that_of_numpy(count, monkeypatch):
    monkeypatch.setattr("ussr_engine.imaging.ensemble.STRIP", 40)
    answers = [picture(13, 7) * factor for factor in np.random.default_rng(0).normal(size=count)]
    expected = np.median(np.stack([answer.numpy() for answer in answers]), axis=0)
    assert median(answers).numpy() == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("count", [0, 9])
def test_an_impossible_ensemble_is_refused(count):
    with pytest.raises(BadRequest, match="1 to 8"):
        ensemble(lambda x: x, picture(), count)
