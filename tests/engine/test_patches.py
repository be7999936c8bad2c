"""Samples are cut from the scan itself, and only from it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from tests.engine.conftest import speckled
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.imaging.patches import Options, Patches, Source, warp
from ussr_engine.imaging.resize_torch import resize_tensor


def supply(options: Options, image: np.ndarray | None = None, scale: float = 2, seed: int = 0) -> Patches:
    picture = torch.from_numpy(speckled(96, 80) if image is None else image)[None, None]
    chance = np.random.default_rng(seed)
    return Patches([Source(1.0, picture)], Blur(BlurOptions()), scale, options, chance)


def test_a_plain_crop_is_a_piece_of_the_scan() -> None:
    image = speckled(96, 80)
    pair = supply(Options(crop=32, as_is=1.0), image).draw()
    father = pair.hr[0, 0].numpy()
    places = np.lib.stride_tricks.sliding_window_view(image, (32, 32))
    assert (places == father).all(axis=(2, 3)).any()


def test_a_son_is_its_father_shrunk_by_the_degradation() -> None:
    pair = supply(Options(crop=32)).draw()
    torch.testing.assert_close(pair.lr, resize_tensor(pair.hr, scale=0.5).clamp(0, 1))


def test_speckled_sons_are_multiplied_with_noise_of_the_variance_asked_for() -> None:
    flat = np.full((96, 80), 0.5, np.float32)
    patches = supply(Options(crop=64, as_is=1.0, speckle=0.01), flat)
    sons = torch.cat([patches.draw().lr.ravel() for _ in range(20)]) / 0.5 - 1
    assert sons.mean().abs() < 0.003
    assert sons.var() == pytest.approx(0.01, rel=0.05)
    assert sons.abs().max() <= np.sqrt(0.03) + 1e-6


@pytest.mark.parametrize("scale", [1.5, 2, 3, 4])
@pytest.mark.parametrize("crop", [17, 64, 200])
def test_fathers_never_exceed_the_scan_and_sons_fit_them(scale: float, crop: int) -> None:
    patches = supply(Options(crop=max(crop, 16)), scale=scale)
    for _ in range(20):
        pair = patches.draw()
        height, width = pair.hr.shape[2:]
        assert max(height, width) <= min(max(crop, 16), 96)
        assert pair.lr.shape[2:] == (-(-height // scale), -(-width // scale))
        assert pair.hr.min() >= 0
        assert pair.hr.max() <= 1


def test_equal_chance_gives_equal_samples_and_the_state_can_be_carried_over() -> None:
    first, second = supply(Options(), seed=3), supply(Options(), seed=9)
    for _ in range(5):
        first.draw()
    second.chance.bit_generator.state = first.chance.bit_generator.state
    for _ in range(10):
        torch.testing.assert_close(first.draw().hr, second.draw().hr, rtol=0, atol=0)


def test_without_turns_depth_keeps_pointing_down() -> None:
    depth = np.repeat(np.linspace(0, 1, 96, dtype=np.float32)[:, None], 80, axis=1)
    patches = supply(Options(crop=24, turns=False, shear=0.0), depth)
    for _ in range(40):
        father = patches.draw().hr[0, 0].mean(dim=1)
        assert father[-1] > father[0]


def test_warped_fathers_have_no_black_corners() -> None:
    patches = supply(Options(crop=48, as_is=0.0, whole_pixels=0.0), np.full((60, 60), 0.7, np.float32))
    for _ in range(20):
        torch.testing.assert_close(patches.draw().hr, torch.full((1, 1, 48, 48), 0.7), rtol=0, atol=1e-5)


def test_the_identity_warp_is_the_picture() -> None:
    image = torch.from_numpy(speckled(30, 24))[None, None]
    warped = warp(image, np.eye(2), np.array([-12.0, -15.0]), (30, 24))
    torch.testing.assert_close(warped, image, rtol=0, atol=1e-6)


def test_a_warp_by_whole_pixels_is_a_shift() -> None:
    image = torch.from_numpy(speckled(30, 24))[None, None]
    warped = warp(image, np.eye(2), np.array([-12.0 + 3, -15.0 + 5]), (20, 16))
    torch.testing.assert_close(warped, image[:, :, 5:25, 3:19], rtol=0, atol=1e-6)


def test_noise_on_sons_has_the_spread_asked_for() -> None:
    patches = supply(Options(crop=64, noise=0.05), np.full((96, 80), 0.5, np.float32))
    spread = np.std([patches.draw().lr.numpy() for _ in range(10)])
    assert spread == pytest.approx(0.05, rel=0.1)
