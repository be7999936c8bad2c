"""Pictures on their way to the screen: levels, and the means that stand for them where they are seen small."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_gui.viewers import picture
from ussr_gui.viewers.picture import Texture, halved, to_levels

SHAPES = [(7, 9), (101, 65), (64, 128, 3), (67, 33, 3)]


@pytest.mark.parametrize("shape", SHAPES)
def test_levels_are_the_nearest_of_65536_and_end_at_black_and_white(shape):
    image = np.random.default_rng(0).uniform(-0.2, 1.2, shape).astype(np.float32)
    levels = to_levels(image)
    assert levels.dtype == np.uint16
    assert np.abs(levels / 65535 - np.clip(image, 0, 1)).max() <= 0.51 / 65535


@pytest.mark.parametrize("shape", SHAPES)
def test_a_halved_picture_has_the_mean_of_four_pixels_and_no_odd_row(shape):
    levels = np.random.default_rng(1).integers(0, 65536, shape, np.uint16)
    height, width = shape[0] // 2, shape[1] // 2
    blocks = levels[: 2 * height, : 2 * width].astype(float).reshape(height, 2, width, 2, *shape[2:])
    found = halved(levels)
    assert found.shape == (height, width, *shape[2:])
    assert np.abs(found - blocks.mean(axis=(1, 3))).max() <= 0.5


def test_a_picture_that_is_not_seen_costs_nothing_and_one_that_is_seen_twice_is_made_once(monkeypatch):
    made = []
    monkeypatch.setattr(picture, "to_levels", lambda image: made.append(image) or to_levels(image))
    texture = Texture(np.full((300, 200), 0.5, np.float32))
    assert (texture.height, texture.width, made) == (300, 200, [])
    small, again, large = texture.image(0.4), texture.image(0.4), texture.image(1.0)
    assert len(made) == 1
    assert again is small
    assert (small.width(), large.width()) == (100, 200)
    assert {small.pixelColor(50, 50).red(), large.pixelColor(50, 50).red()} <= {127, 128}
