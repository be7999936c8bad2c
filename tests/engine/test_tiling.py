"""Tiles leave no seams."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.imaging.tiling import tiled, tiles
from ussr_engine.imaging.wavelet import dwt, iwt
from ussr_engine.imaging.work import at_once


def drain(steps):
    """All that a generator yields, and what it returns."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def network(reach, seed=0):
    """Convolutions with zero padding that see ``reach`` pixels to every side."""
    torch.manual_seed(seed)
    return torch.nn.Sequential(*[torch.nn.Conv2d(1, 1, 3, padding=1) for _ in range(reach)]).requires_grad_(False)


@settings(deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 40), st.integers(0, 20), st.integers(1, 4))
def test_every_pixel_belongs_to_exactly_one_tile(height, width, tile, overlap, multiple):
    counted = np.zeros((height, width), int)
    for part in tiles((height, width), tile, overlap, (multiple, 1)):
        inner, source = part.inner, part.source
        counted[inner.top : inner.bottom, inner.left : inner.right] += 1
        assert source.top % multiple == 0
        assert source.top == 0 or inner.top - source.top >= overlap
        assert source.left == 0 or inner.left - source.left >= overlap
        assert source.bottom == height or source.bottom - inner.bottom >= overlap
        assert source.right == width or source.right - inner.right >= overlap
    assert (counted == 1).all()


@pytest.mark.parametrize("scale", [1, 2, 1.5, 3, (1, 1.5)])
@pytest.mark.parametrize("shape", [(70, 53), (31, 64)])
def test_a_tiled_result_equals_the_untiled_one(scale, shape):
    net = network(5)

    def enlarge(x):
        return net(resize_tensor(x, scale=scale))

    lr = torch.rand(1, 1, *shape, generator=torch.Generator().manual_seed(2))
    seen, found = drain(tiled(at_once(enlarge), lr, scale, 20, 8))
    assert len(seen) > 4
    assert torch.allclose(found, enlarge(lr), atol=1e-5)


def test_too_small_an_overlap_would_leave_seams():
    net = network(5)
    lr = torch.rand(1, 1, 60, 60, generator=torch.Generator().manual_seed(2))
    _, found = drain(tiled(at_once(net), lr, 1, 20, 1))
    assert not torch.allclose(found, net(lr), atol=1e-5)


def test_a_wavelet_network_keeps_its_phase_in_every_tile():
    def enlarge(x):
        bands = dwt(x)
        bands[:, 1:] *= 0.5
        return iwt(bands)

    lr = torch.rand(1, 1, 50, 42, generator=torch.Generator().manual_seed(3))
    _, found = drain(tiled(at_once(enlarge), lr, 1, 15, 3, multiple_of=2))
    assert torch.allclose(found, enlarge(lr), atol=1e-6)


@pytest.mark.parametrize("scale", [2, 3])
def test_flat_grey_and_ramps_show_no_step(scale):
    def enlarge(x):
        return resize_tensor(x, scale=scale)

    flat = torch.full((1, 1, 50, 50), 0.4)
    ramp = torch.linspace(0, 1, 64)[None, None, None, :].expand(1, 1, 64, 64)
    assert torch.allclose(drain(tiled(at_once(enlarge), flat, scale, 16, 4))[1], torch.tensor(0.4), atol=1e-6)
    steps = drain(tiled(at_once(enlarge), ramp, scale, 16, 4))[1][..., 3 * scale : -3 * scale].diff(dim=3)
    assert float(steps.max() - steps.min()) < 1e-5


def test_progress_grows_by_a_tile_at_a_time():
    seen, _ = drain(tiled(at_once(lambda x: x), torch.zeros(1, 1, 40, 20), 1, 10, 2))
    assert sorted(set(seen)) == [done / 8 for done in range(9)]
    assert seen == sorted(seen)


def test_a_small_picture_is_one_tile_and_gets_no_copy_of_its_border():
    assert [part.source for part in tiles((30, 40), 64, 8)] == [part.inner for part in tiles((30, 40), 64, 8)]


def test_a_picture_of_one_tile_can_be_enlarged_by_any_scale():
    lr = torch.rand(1, 1, 20, 16)
    seen, found = drain(tiled(at_once(lambda x: resize_tensor(x, scale=2**0.5)), lr, 2**0.5, 20, 4))
    assert seen == [0, 1]
    assert torch.equal(found, resize_tensor(lr, scale=2**0.5))


@pytest.mark.parametrize(("scale", "tile", "overlap"), [(1.23456, 16, 2), (2, 0, 2), (2, 16, -1)])
def test_impossible_tiles_are_refused(scale, tile, overlap):
    with pytest.raises(BadRequest):
        drain(tiled(at_once(lambda x: x), torch.zeros(1, 1, 40, 20), scale, tile, overlap))
