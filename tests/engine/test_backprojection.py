"""Back-projection, iterative and exact."""

import numpy as np
import pytest
import torch

from ussr_engine.imaging.backprojection import backproject, exact, project
from ussr_engine.imaging.resize import matrix
from ussr_engine.imaging.resize_torch import resize_tensor


def truth(height=48, width=64):
    """Discs and a gradient: a picture with edges, inside [0.1, 0.9]."""
    rows, columns = np.mgrid[:height, :width]
    disc = np.hypot(rows - height / 2, columns - width / 3) < height / 5
    image = 0.2 + 0.3 * columns / width + 0.3 * disc
    return torch.from_numpy(image.astype(np.float32))[None, None]


@pytest.mark.parametrize("kernel", ["cubic", "lanczos3"])
@pytest.mark.parametrize(
    ("scale", "lr_shape"), [(2, (24, 32)), (3, (16, 22)), (4, (12, 16)), (1.5, (33, 41)), (2, (1, 1))]
)
def test_an_exact_projection_reproduces_the_scan(scale, lr_shape, kernel):
    chance = torch.Generator().manual_seed(1)
    lr = torch.rand(2, 3, *lr_shape, generator=chance)
    shape = tuple(int(np.ceil(scale * side)) for side in lr_shape)
    sr = torch.rand(2, 3, *shape, generator=chance)
    found = project(sr, lr, scale, kernel)
    again = resize_tensor(found, scale=1 / scale, shape=lr_shape, kernel=kernel)
    assert float((again - lr).abs().max()) < 1e-5


def test_the_exact_projection_is_the_nearest_one_found_by_two_svds():
    lr, sr = torch.rand(1, 1, 9, 12).double(), torch.rand(1, 1, 18, 24).double()
    vertical, horizontal = matrix(18, 9, 0.5), matrix(24, 12, 0.5)
    residual = lr[0, 0].numpy() - vertical @ sr[0, 0].numpy() @ horizontal.T
    expected = sr[0, 0].numpy() + np.linalg.pinv(vertical) @ residual @ np.linalg.pinv(horizontal).T
    assert project(sr, lr, 2)[0, 0].numpy() == pytest.approx(expected, abs=1e-10)


def test_a_picture_that_already_agrees_is_left_alone():
    hr = truth()
    lr = resize_tensor(hr, scale=0.5)
    assert torch.allclose(project(hr, lr, 2), hr, atol=1e-6)


def test_exact_back_projection_brings_bicubic_nearer_to_the_truth():
    hr = truth()
    lr = resize_tensor(hr, scale=0.5)
    cubic = resize_tensor(lr, scale=2)
    better = exact(cubic, lr, 2)
    assert float(((better - hr) ** 2).mean()) < 0.9 * float(((cubic - hr) ** 2).mean())


def test_exact_back_projection_ends_inside_the_grey_range_and_still_nearly_agrees():
    hr = (truth() > 0.5).float()
    lr = resize_tensor(hr, scale=0.5).clamp(0, 1)
    cubic = resize_tensor(lr, scale=2).clamp(0, 1)

    def disagreement(sr):
        return float((resize_tensor(sr, scale=0.5) - lr).abs().mean())

    once, thrice = exact(cubic, lr, 2, rounds=1), exact(cubic, lr, 2)
    assert float(thrice.min()) >= 0
    assert float(thrice.max()) <= 1
    assert disagreement(thrice) < disagreement(once) < disagreement(cubic)


def test_no_passes_change_nothing():
    sr = torch.rand(1, 1, 8, 8)
    assert backproject(sr, torch.rand(1, 1, 4, 4), lambda x: resize_tensor(x, scale=0.5), 0) is sr


def test_iterating_nears_the_exact_projection():
    hr = truth()
    lr = resize_tensor(hr, scale=0.5)
    cubic = resize_tensor(lr, scale=2)
    goal = project(cubic, lr, 2)

    def away(passes):
        sr = backproject(cubic, lr, lambda x: resize_tensor(x, scale=0.5), passes)
        return float(resize_tensor(sr, scale=0.5).sub(lr).norm()), float((sr - goal).norm())

    assert away(40)[0] < 1e-3 * away(0)[0]
    assert away(40)[1] < 0.6 * away(0)[1]


def test_a_scale_that_is_not_the_ratio_of_the_shapes_is_honoured():
    ramp = torch.linspace(0.2, 0.8, 152)[None, None, None, :].expand(1, 1, 152, 152)
    lr = resize_tensor(ramp, scale=1 / 1.5, shape=(101, 101))
    shifted = (ramp + 0.05).clamp(0, 1)
    back = backproject(shifted, lr, lambda x: resize_tensor(x, scale=1 / 1.5, shape=(101, 101)), 5, scale=1.5)
    assert float((back - ramp)[..., 8:-8, 8:-8].abs().max()) < 1e-3
