"""Correlating pictures with a kernel at a stride, as tensors: a degradation that can be learned through."""

from __future__ import annotations

import torch
from torch import Tensor


def downsample(x: Tensor, kernel: Tensor, stride: int) -> Tensor:
    """Correlate with a kernel and keep every ``stride``-th pixel.

    Parameters
    ----------
    x : (N, C, H, W)
        Any range; every channel is blurred alike.
    kernel : (m, n)
        Its centre of mass belongs at `middle`; see `centred`.
    stride : int
        1 only blurs.

    Returns
    -------
    (N, C, ceil(H / stride), ceil(W / stride))
        Differentiable in both arguments; borders mirror symmetrically.
    """
    n, channels, height, width = x.shape
    rows = _mirrored(height, kernel.shape[0], stride, x.device)
    columns = _mirrored(width, kernel.shape[1], stride, x.device)
    planes = x.reshape(n * channels, 1, height, width).index_select(2, rows).index_select(3, columns)
    with torch.autocast(x.device.type, enabled=False):
        small = torch.nn.functional.conv2d(planes, kernel.to(x)[None, None], stride=stride)
    return small.reshape(n, channels, small.shape[2], small.shape[3])


def _mirrored(size: int, taps: int, stride: int, device: torch.device) -> Tensor:
    """Pixels under the kernel's whole journey along one axis, folded back into the picture."""
    last = (-(-size // stride) - 1) * stride
    period = torch.arange(-(taps // 2), last - taps // 2 + taps, device=device) % (2 * size)
    return torch.where(period < size, period, 2 * size - 1 - period)
