"""Numeric mistakes that super-resolution programs have made, each shown not to be made here."""

from itertools import pairwise

import numpy as np
import pytest
import torch

from ussr_engine.degradations.study import degrade
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.backprojection import backproject
from ussr_engine.imaging.downsampling import downsample
from ussr_engine.imaging.ensemble import members, turn, turn_back
from ussr_engine.imaging.kernels import analytic_x4, centre_of_mass, centred, middle
from ussr_engine.imaging.resize import resize, taps
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.imaging.wavelet import dwt, iwt
from ussr_engine.metrics import measure, to_levels
from ussr_engine.scan import Scan


def blob(size, sigma=(1.3, 0.9), off=(0.0, 0.0)):
    """A Gaussian, turned and off its middle."""
    rows, columns = np.mgrid[:size, :size] - (size - 1) / 2
    y, x = rows - off[0], columns - off[1]
    y, x = 0.8 * y + 0.6 * x, 0.8 * x - 0.6 * y
    return np.exp(-((y / sigma[0]) ** 2 + (x / sigma[1]) ** 2) / 2)


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_shrinking_widens_the_kernel_to_four_coarse_pixels(scale):
    """P1: a kernel as narrow as when enlarging would let fine stripes through as coarse ones."""
    indices, weights = taps(40 * scale, 40, 1 / scale)
    used = [row[np.abs(weight) > 1e-12] for row, weight in zip(indices[5:-5], weights[5:-5], strict=True)]
    # An odd scale puts the outermost pixels, and the one inside them, on the zeros of the kernel.
    assert {row.max() - row.min() + 1 for row in used} == {4 * scale if scale % 2 == 0 else 4 * scale - 1}
    stripes = np.tile([0.0, 1.0], (8, 40))
    if scale % 2 == 0:
        assert resize(stripes, scale=1 / scale)[:, 4:-4] == pytest.approx(0.5, abs=0.02)


def test_the_cubic_kernel_is_that_of_matlab_not_of_opencv():
    """P2: a = -0.5, not -0.75."""
    _, weights = taps(32, 64, 2)
    assert np.sort(weights[21]) == pytest.approx([-0.0703125, -0.0234375, 0.2265625, 0.8671875])


def test_a_ramp_stays_a_ramp_with_its_pixels_in_place():
    """P3: pixel centres are half-integers; corners are not pinned."""
    ramp = np.arange(16.0)[None]
    assert resize(ramp, scale=(1, 0.5))[0, 2:-2] == pytest.approx([4.5, 6.5, 8.5, 10.5])
    assert resize(ramp, scale=(1, 2))[0, 4:-4] == pytest.approx(np.arange(32)[4:-4] / 2 - 0.25)
    assert resize(ramp, scale=(1, 0.25))[0, 1:-1] == pytest.approx([5.5, 9.5], abs=0.02)


@pytest.mark.parametrize("scale", [0.25, 0.5, 2, 3, 4])
def test_both_borders_of_a_picture_are_treated_alike(scale):
    """P4: negative indices mirror, they do not wrap."""
    image = np.random.default_rng(0).random((24, 36))
    flipped = resize(image[::-1, ::-1], scale=scale)[::-1, ::-1]
    assert flipped == pytest.approx(resize(image, scale=scale), abs=1e-12)
    border = np.zeros((1, 32))
    border[0, -1] = 1
    assert resize(border, scale=(1, scale))[0, 0] == 0


@pytest.mark.parametrize("size", [7, 8, 13, 14])
@pytest.mark.parametrize("stride", [2, 3, 4])
def test_a_centred_kernel_shifts_nothing_whether_its_size_is_odd_or_even(size, stride):
    """P5: pixel j of the coarse ramp lies at stride * j + (stride - 1) / 2 of the fine one."""
    kernel = centred(blob(size, off=(0.4, -0.7)), stride)
    assert centre_of_mass(kernel) == pytest.approx([middle(side, stride) for side in kernel.shape], abs=1e-6)
    ramp = torch.arange(96.0, dtype=torch.float64)[None, None, None, :].expand(1, 1, 96, 96)
    coarse = downsample(ramp, torch.from_numpy(kernel), stride)[0, 0, 10]
    expected = stride * torch.arange(len(coarse)) + (stride - 1) / 2
    margin = -(-size // stride) + 2
    assert coarse[margin:-margin].numpy() == pytest.approx(expected[margin:-margin].numpy(), abs=1e-5)


def test_centring_moves_a_kernel_and_does_not_change_its_shape():
    """P5: second moments survive the move."""
    kernel = blob(13, off=(0.3, 0.2))
    moved = centred(kernel, 2)

    def spread(k):
        rows, columns = np.indices(k.shape)
        middle_row, middle_column = centre_of_mass(k)
        return [((rows - middle_row) ** 2 * k).sum() / k.sum(), ((columns - middle_column) ** 2 * k).sum() / k.sum()]

    assert moved.sum() == pytest.approx(1)
    assert spread(moved) == pytest.approx(spread(kernel), rel=0.02)


@pytest.mark.parametrize("wrong", [np.zeros((5, 5)), np.full((5, 5), np.nan), np.ones(5)])
def test_a_kernel_that_is_none_is_refused(wrong):
    """P5: nothing can be centred that has no weight."""
    with pytest.raises(BadRequest):
        centred(wrong, 2)


@pytest.mark.parametrize("size", [5, 6])
def test_a_point_blurred_by_a_lopsided_kernel_shows_the_kernel_turned_by_half(size):
    """P6: kernels are applied by correlation, so an impulse gives k(-x), anchored at n // 2."""
    kernel = np.arange(size * size, dtype=float).reshape(size, size)
    point = torch.zeros(1, 1, 21, 21, dtype=torch.float64)
    point[0, 0, 10, 10] = 1
    response = downsample(point, torch.from_numpy(kernel), 1)[0, 0].numpy()
    first = 10 - (size - 1 - size // 2)
    found = response[first : first + size, first : first + size]
    assert np.array_equal(found[::-1, ::-1], kernel)
    assert response.sum() == kernel.sum()


def test_a_wavelet_and_its_inverse_are_exact_and_their_energy_is_known():
    """P7: orthonormal keeps the energy, bare multiplies it by 4."""
    x = torch.from_numpy(np.random.default_rng(0).standard_normal((1, 3, 10, 14)))
    for orthonormal, ratio in ((True, 1), (False, 4)):
        bands = dwt(x, orthonormal=orthonormal)
        assert float((bands**2).sum() / (x**2).sum()) == pytest.approx(ratio)
        assert torch.allclose(iwt(bands, orthonormal=orthonormal), x, atol=1e-12)


def test_a_result_of_another_size_is_never_squeezed_to_fit():
    """P8: an odd reference gives a result one row too large; that is refused, and cropping first avoids it."""
    truth = Scan(np.random.default_rng(0).random((33, 40), np.float32))
    enlarged = resize(degrade(truth, 1, 2).image, scale=2)
    with pytest.raises(BadRequest, match="40 × 33 pixels, the picture 40 × 34"):
        measure(truth.image, enlarged)
    cropped = truth.cropped(4)
    assert resize(degrade(cropped, 1, 4).image, scale=4).shape == cropped.image.shape


def test_values_below_black_become_black_not_their_mirror_image():
    """P9: the one rounding at the end clips; it does not take |x|."""
    assert to_levels(np.array([-0.2, 1.3])).tolist() == [0, 255]
    edge = np.zeros((8, 32), np.float32)
    edge[:, 16:] = 1
    overshoot = resize(edge, scale=2)
    assert overshoot.min() < -0.01
    assert to_levels(overshoot)[0, :30].max() == 0


@pytest.mark.parametrize("member", range(8))
def test_every_turn_is_undone_by_its_own_inverse_on_an_oblong_picture(member):
    """P10: the inverse runs in the opposite order."""
    x = torch.rand(2, 3, 5, 8)
    assert torch.equal(turn_back(turn(x, member), member), x)
    turned, back = list(members(x))[member]
    assert torch.equal(back(turned), x)


def test_back_projection_with_the_right_kernel_converges_steadily():
    """P11: the residual shrinks at every pass and is below 1e-3 after ten at Method 1."""
    rows, columns = np.mgrid[:64, :80]
    hr = torch.from_numpy((0.5 + 0.3 * np.sin(rows / 4) * np.cos(columns / 3)).astype(np.float32))[None, None]
    lr = resize_tensor(hr, scale=0.5)
    sr = resize_tensor(lr, scale=2)
    residuals = []
    for _ in range(11):
        residuals.append(float((resize_tensor(sr, scale=0.5) - lr).abs().max()))
        sr = backproject(sr, lr, lambda x: resize_tensor(x, scale=0.5), 1)
    assert all(later < earlier for earlier, later in pairwise(residuals))
    assert residuals[10] < 1e-3


@pytest.mark.parametrize("method", [2, 3])
def test_channels_share_grey_noise_and_have_their_own_in_rgb(method):
    """P12: averaging channels would remove noise that a grey scan never had."""
    level = 160 / 255
    grey = Scan(np.full((300, 300), level, np.float32))
    colour = Scan(np.full((300, 300, 3), level, np.float32))
    shared = degrade(colour, method, 2, noise="grey").image / level - 1
    apart = degrade(grey, method, 2, noise="rgb").image / level - 1
    assert np.corrcoef(shared.reshape(-1, 3).T) == pytest.approx(np.ones((3, 3)), abs=1e-6)
    assert np.corrcoef(apart.reshape(-1, 3).T) == pytest.approx(np.eye(3), abs=0.03)


@pytest.mark.parametrize("size", [7, 8, 13])
def test_two_halvings_equal_one_step_by_four_with_the_analytic_kernel(size):
    """P16: uncropped, k4 = k2 * (k2 spread by two) is exact."""
    kernel = centred(blob(size), 2)[1:, 1:]
    x = torch.from_numpy(np.random.default_rng(0).random((1, 2, 160, 168)))
    once, four = torch.from_numpy(kernel), torch.from_numpy(analytic_x4(kernel))
    twice = downsample(downsample(x, once, 2), once, 2)
    at_once = downsample(x, four, 4)
    assert twice.shape == at_once.shape
    inside = (..., slice(12, -12), slice(12, -12))
    assert torch.allclose(twice[inside], at_once[inside], atol=1e-12)
