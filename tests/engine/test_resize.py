"""The resize: published values, borders, sizes, and NumPy against torch."""

import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import matrix, resize, taps
from ussr_engine.imaging.resize_torch import resize_tensor

sides = st.integers(1, 40)
scales = st.floats(0.15, 5)
kernels = st.sampled_from(["cubic", "lanczos3"])
seeds = st.integers(0, 2**32 - 1)


def test_the_weights_at_a_quarter_pixel_are_those_of_matlab():
    impulse = np.zeros((1, 16))
    impulse[0, 8] = 128
    found = resize(impulse, scale=(1, 2))[0]
    assert found[12:22] == pytest.approx([0, -3, -9, 29, 111, 111, 29, -9, -3, 0], abs=1e-12)


def test_halving_weighs_eight_pixels_as_matlab_does():
    impulse = np.zeros((1, 16))
    impulse[0, 8] = 1
    expected = np.array([0, 0, -0.01171875, 0.11328125, 0.43359375, -0.03515625, 0, 0])
    assert resize(impulse, scale=(1, 0.5))[0] == pytest.approx(expected, abs=1e-12)


def test_without_antialias_halving_takes_the_middle_of_four_pixels():
    impulse = np.zeros((1, 16))
    impulse[0, 8] = 1
    found = resize(impulse, scale=(1, 0.5), antialias=False)[0]
    assert found[3:6] == pytest.approx([-0.0625, 0.5625, 0], abs=1e-12)


def test_lanczos_weights_follow_their_formula():
    _, weights = taps(30, 60, 2, "lanczos3")
    distance = np.array([-2.25, -1.25, -0.25, 0.75, 1.75, 2.75])
    raw = np.sin(np.pi * distance) * np.sin(np.pi * distance / 3) * 3 / (np.pi * distance) ** 2
    assert np.sort(weights[30]) == pytest.approx(np.sort(raw / raw.sum()), abs=1e-12)


@pytest.mark.parametrize(("kernel", "filter_"), [("cubic", Image.BICUBIC), ("lanczos3", Image.LANCZOS)])
@pytest.mark.parametrize("size", [32, 48, 96, 21])
def test_away_from_borders_an_independent_library_agrees(kernel, filter_, size):
    image = np.random.default_rng(1).random((64, 64), np.float32)
    other = np.asarray(Image.fromarray(image).resize((size, size), filter_))
    inside = slice(size // 4, -size // 4)
    assert resize(image, shape=(size, size), kernel=kernel)[inside, inside] == pytest.approx(
        other[inside, inside], abs=1e-5
    )


@settings(deadline=None, max_examples=60)
@given(sides, sides, scales, kernels, st.booleans(), st.floats(0, 1))
def test_a_constant_picture_stays_constant(height, width, scale, kernel, antialias, grey):
    image = np.full((height, width), grey)
    assert resize(image, scale=scale, kernel=kernel, antialias=antialias) == pytest.approx(grey, abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(sides, sides, st.sampled_from([0.25, 0.5, 1, 2, 3, 4]), kernels, seeds)
def test_a_flipped_picture_resizes_to_the_flipped_result(height, width, scale, kernel, seed):
    step = round(1 / scale) if scale < 1 else 1
    image = np.random.default_rng(seed).random((height * step, width * step))
    flipped = resize(image[::-1, ::-1], scale=scale, kernel=kernel)[::-1, ::-1]
    assert flipped == pytest.approx(resize(image, scale=scale, kernel=kernel), abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(sides, sides, scales, kernels, st.booleans(), seeds)
def test_torch_and_numpy_give_the_same_picture(height, width, scale, kernel, antialias, seed):
    image = np.random.default_rng(seed).random((height, width, 3), np.float32)
    expected = resize(image, scale=scale, kernel=kernel, antialias=antialias)
    tensor = torch.from_numpy(image).permute(2, 0, 1)[None]
    found = resize_tensor(tensor, scale=scale, kernel=kernel, antialias=antialias)
    assert found[0].permute(1, 2, 0).numpy() == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize(("scale", "shape"), [(0.5, None), (2, None), (0.37, None), (1.9, (327, 300))])
def test_large_pictures_agree_too_where_torch_works_in_bands(scale, shape):
    image = np.random.default_rng(3).random((173, 290))
    expected = resize(image, scale=scale, shape=shape)
    found = resize_tensor(torch.from_numpy(image)[None, None].repeat(2, 1, 1, 1), scale=scale, shape=shape)
    assert found.shape[0] == 2
    assert found[1, 0].numpy() == pytest.approx(expected, abs=1e-12)


@settings(deadline=None, max_examples=25)
@given(st.integers(3, 300), st.integers(3, 30), scales, seeds)
def test_the_gradient_is_the_transposed_resize(height, width, scale, seed):
    x = torch.from_numpy(np.random.default_rng(seed).random((1, 1, height, width))).requires_grad_()
    y = resize_tensor(x, scale=scale)
    weights = torch.from_numpy(np.random.default_rng(seed + 1).random(y.shape))
    (y * weights).sum().backward()
    vertical = matrix(height, y.shape[2], scale)
    horizontal = matrix(width, y.shape[3], scale)
    assert x.grad[0, 0].numpy() == pytest.approx(vertical.T @ weights[0, 0].numpy() @ horizontal, abs=1e-10)


def test_a_picture_first_resized_while_only_inferring_can_be_trained_on_later():
    size = 157  # no other test asks for it, so that nothing is cached yet
    with torch.inference_mode():
        resize_tensor(torch.rand(1, 1, size, size), scale=0.5)
    x = torch.rand(1, 1, size, size, requires_grad=True)
    resize_tensor(x, scale=0.5).sum().backward()
    assert float(x.grad.sum()) == pytest.approx(79 * 79, rel=1e-4)


def test_autocast_does_not_coarsen_a_resize():
    x = torch.rand(1, 1, 64, 64, generator=torch.Generator().manual_seed(0))
    expected = resize_tensor(x, scale=0.5)
    with torch.autocast("cpu", torch.bfloat16):
        found = resize_tensor(x, scale=0.5)
    assert found.dtype == torch.float32
    assert torch.equal(found, expected)
    assert resize_tensor(x.bfloat16(), scale=0.5).dtype == torch.bfloat16


def test_an_odd_picture_halves_to_the_next_whole_pixel_and_rounding_adds_none():
    assert resize(np.zeros((7, 9)), scale=0.5).shape == (4, 5)
    assert resize(np.zeros((30, 3)), scale=0.1).shape == (3, 1)
    assert resize(np.zeros((9, 9)), scale=1 / 3).shape == (3, 3)


def test_scale_and_shape_together_keep_the_grid_of_the_scale():
    image = np.random.default_rng(5).random((20, 20))
    whole = resize(image, scale=2)
    assert resize(image, scale=2, shape=(37, 31)) == pytest.approx(whole[:37, :31], abs=1e-12)


def test_the_kind_of_number_is_kept_and_a_picture_of_one_pixel_can_be_resized():
    assert resize(np.full((1, 1), 0.3, np.float32), scale=4).dtype == np.float32
    assert resize(np.full((1, 1, 3), 0.3), scale=4) == pytest.approx(0.3)


@pytest.mark.parametrize(
    "wrong", [{"scale": 0.0}, {"scale": -1.0}, {"scale": float("nan")}, {}, {"scale": 2, "kernel": "cubik"}]
)
def test_a_resize_that_means_nothing_is_refused(wrong):
    with pytest.raises(BadRequest):
        resize(np.zeros((4, 4)), **wrong)


def test_numpy_resizing_does_not_load_torch():
    code = "import sys, ussr_engine.imaging.resize, ussr_engine.metrics; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
