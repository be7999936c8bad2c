"""Methods 1-3 and what they are made of."""

import numpy as np
import pytest
import torch

from ussr_engine.degradations.blur import Blur, Options
from ussr_engine.degradations.diffusion import diffuse
from ussr_engine.degradations.speckle import speckle
from ussr_engine.degradations.study import degrade
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import resize
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.knobs import knobs_of
from ussr_engine.metrics import to_levels
from ussr_engine.scan import Region, Scan, Spacing


def scan(height=48, width=64, colour=False):
    rows, columns = np.mgrid[:height, :width]
    image = 0.5 + 0.25 * np.sin(rows / 5) * np.cos(columns / 7)
    if colour:
        image = np.stack([image, image * 0.8, image * 0.6], axis=2)
    return Scan(image.astype(np.float32), Spacing(0.1, 0.2), name="waves")


@pytest.mark.parametrize("method", [1, 2, 3])
@pytest.mark.parametrize("scale", [2, 4])
def test_a_degraded_scan_is_smaller_in_eight_bits_and_its_pixels_are_wider(method, scale):
    coarse = degrade(scan(45, 62), method, scale)
    assert coarse.image.shape == (-(-45 // scale), -(-62 // scale))
    assert coarse.spacing == Spacing(0.1 * scale, 0.2 * scale)
    assert coarse.bits == 8
    assert np.array_equal(to_levels(coarse.image) / np.float32(255), coarse.image)


def test_a_region_shrinks_with_its_scan():
    whole = Scan(scan().image, regions=(Region("2D", 8, 4, 48, 60, Spacing(0.1, 0.1)),))
    assert degrade(whole, 1, 2).regions == (Region("2D", 4, 2, 24, 30, Spacing(0.2, 0.2)),)


def test_method_1_is_the_cubic_resize_rounded_once_on_either_side():
    truth = scan()
    expected = to_levels(resize(to_levels(truth.image) / 255.0, scale=0.5))
    assert np.array_equal(to_levels(degrade(truth, 1, 2).image), expected)


def test_method_1_has_no_noise_to_choose():
    truth = scan()
    assert np.array_equal(degrade(truth, 1, 2, noise="rgb", seed=3).image, degrade(truth, 1, 2).image)


@pytest.mark.parametrize("method", [2, 3])
def test_a_seed_repeats_its_speckle_and_another_does_not(method):
    truth = scan()
    assert np.array_equal(degrade(truth, method, 2, seed=5).image, degrade(truth, method, 2, seed=5).image)
    assert not np.array_equal(degrade(truth, method, 2, seed=5).image, degrade(truth, method, 2, seed=6).image)


def test_methods_2_and_3_blur_differently_under_the_same_speckle():
    truth = scan()
    assert not np.array_equal(degrade(truth, 2, 2).image, degrade(truth, 3, 2).image)


@pytest.mark.parametrize("method", [2, 3])
def test_grey_noise_keeps_a_grey_scan_grey_and_rgb_noise_colours_it(method):
    assert degrade(scan(), method, 2, noise="grey").image.ndim == 2
    assert degrade(scan(), method, 2, noise="rgb").image.shape == (24, 32, 3)
    assert degrade(scan(colour=True), method, 2, noise="grey").image.shape == (24, 32, 3)


@pytest.mark.parametrize("method", [2, 3])
def test_the_speckle_has_the_variance_of_the_study(method):
    flat = Scan(np.full((400, 400), 200 / 255, np.float32))
    noise = degrade(flat, method, 2).image * 255 / 200 - 1
    assert noise.var() == pytest.approx(0.01, abs=0.0005)
    assert noise.mean() == pytest.approx(0, abs=0.003)
    assert np.abs(noise).max() <= np.sqrt(0.03) + 0.5 / 200


def test_black_stays_black_and_white_does_not_overflow():
    for grey in (0.0, 1.0):
        coarse = degrade(Scan(np.full((32, 32), grey, np.float32)), 3, 2).image
        assert coarse.min() >= 0
        assert coarse.max() <= 1
    assert not degrade(Scan(np.zeros((32, 32), np.float32)), 3, 2).image.any()


def test_the_gaussian_of_method_3_has_five_taps_of_sigma_0_6():
    square = np.zeros((64, 64), np.float32)
    square[:, 32:] = 0.5
    blurred = np.mean([degrade(Scan(square), 3, 2, seed=seed).image for seed in range(30)], axis=(0, 1))
    weights = np.exp(-(np.arange(-2, 3) ** 2) / (2 * 0.6**2))
    sharp = to_levels(resize(square.astype(float), scale=0.5, kernel="lanczos3"))[0] / 255
    expected = np.convolve(sharp, weights / weights.sum(), "valid")
    assert blurred[2:-2] == pytest.approx(expected, abs=0.01)
    assert np.abs(sharp[2:-2] - expected).max() > 0.05


def test_diffusion_smooths_a_ripple_and_keeps_an_edge():
    chance = np.random.default_rng(0)
    ripple = 0.3 + 0.02 * chance.standard_normal((40, 40))
    ripple[:, 20:] += 0.5
    smooth = diffuse(ripple)
    assert smooth[:, :18].std() < 0.5 * ripple[:, :18].std()
    assert smooth[:, 20].mean() - smooth[:, 19].mean() > 0.48


def test_one_step_of_diffusion_moves_an_eighth_of_each_difference():
    dot = np.zeros((5, 5))
    dot[2, 2] = 0.1
    after = diffuse(dot, steps=1, contrast=0.1)
    flow = np.exp(-1) * 0.1 / 8
    assert after[2, 1] == pytest.approx(flow)
    assert after[1, 1] == pytest.approx(flow / 2)
    assert after[2, 2] == pytest.approx(0.1 - 6 * flow)
    assert after.sum() == pytest.approx(0.1)


def test_diffusion_leaves_channels_apart():
    image = np.random.default_rng(1).random((12, 10, 3))
    assert diffuse(image)[..., 1] == pytest.approx(diffuse(image[..., 1]))


def test_speckle_without_variance_changes_nothing():
    image = np.random.default_rng(1).random((6, 7))
    assert np.array_equal(speckle(image, 0.0, np.random.default_rng(0), per_channel=False), image)


@pytest.mark.parametrize(
    "wrong", [{"method": 4}, {"scale": 1}, {"scale": float("inf")}, {"noise": "pink"}, {"seed": -1}]
)
def test_a_degradation_that_does_not_exist_is_refused(wrong):
    with pytest.raises(BadRequest):
        degrade(scan(), **{"method": 2, "scale": 2, **wrong})


def test_the_assumed_blur_is_the_antialiased_resize_and_lets_gradients_through():
    hr = torch.rand(1, 1, 33, 40, requires_grad=True)
    lr = Blur(Options("lanczos3"))(hr, (17, 20), 2)
    assert torch.equal(lr, resize_tensor(hr, scale=0.5, shape=(17, 20), kernel="lanczos3"))
    lr.sum().backward()
    assert float(hr.grad.abs().min()) > 0


def test_every_kernel_offered_for_the_blur_works():
    (record,) = (knob for knob in knobs_of(Options) if knob.choices)
    for kernel in record.choices:
        coarse = Blur(Options(kernel))(torch.ones(1, 1, 8, 8), (4, 4), 2)
        assert torch.allclose(coarse, torch.ones(1, 1, 4, 4))
