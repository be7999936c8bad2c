"""Degradations no method was fitted to: drawn as described, and the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.benchmark.strangers import LOUDEST, NOISES, SHARPEST, WIDEST, Stranger
from ussr_engine.imaging.jpeg import quality_of
from ussr_engine.imaging.resize import resize
from ussr_engine.phantom import phantom


def drawn(count: int, seed: int = 0) -> list[Stranger]:
    chance = np.random.default_rng(seed)
    return [Stranger.drawn(index, chance) for index in range(count)]


def test_draws_cover_every_noise_both_scales_and_half_of_them_jpeg() -> None:
    draws = drawn(48)
    assert drawn(48) == draws
    assert {(one.noise, one.scale, one.quality > 0) for one in draws} == {
        (noise, scale, jpeg) for noise in NOISES for scale in (2, 4) for jpeg in (False, True)
    }
    assert sum(one.quality > 0 for one in draws) == 24
    for one in draws:
        assert SHARPEST <= min(one.axial, one.lateral) <= max(one.axial, one.lateral) <= WIDEST
        assert 0 <= one.level <= LOUDEST
        assert one.level == 0 or one.noise != "none"


@pytest.mark.parametrize("scale", [2, 4])
def test_what_is_coarsened_stays_in_its_place(scale: int) -> None:
    truth = phantom(3, width=256, height=256).scan.image.astype(np.float64)
    stranger = Stranger(scale, 0.6, 0.6, 0.3, "none", 0.0, 0)
    scan = stranger.coarsened(truth, np.random.default_rng(0))
    assert scan.shape == (256 // scale, 256 // scale)
    wanted = resize(truth, scale=1 / scale)
    there = np.square(scan - wanted).mean()
    for axis in (0, 1):
        for step in (-1, 1):
            assert there < 0.5 * np.square(np.roll(scan, step, axis) - wanted).mean()


def test_noise_and_jpeg_come_as_drawn() -> None:
    truth = np.full((256, 256), 0.5) + 0.2 * np.sin(np.arange(256) / 9)
    loud = Stranger(2, 0.5, 0.5, 0.0, "multiplicative", 0.1, 0).coarsened(truth, np.random.default_rng(0))
    quiet = Stranger(2, 0.5, 0.5, 0.0, "none", 0.0, 0).coarsened(truth, np.random.default_rng(0))
    assert np.std(loud / quiet - 1) == pytest.approx(0.1, rel=0.05)
    kept = Stranger(2, 0.5, 0.5, 0.0, "even", 0.05, 83).coarsened(truth, np.random.default_rng(0))
    assert quality_of(kept) == 83
