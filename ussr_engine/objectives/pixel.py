"""Losses between two pictures (N, C, H, W), pixel by pixel."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, l1_loss, mse_loss

PIXEL: dict[str, Callable[..., Tensor]] = {"l1": l1_loss, "mse": mse_loss}
"""Mean absolute and mean squared difference, by the name of their curve."""
WINDOW = 5
"""Side in pixels of the box over which gradients are averaged."""


def gradients(picture: Tensor) -> Tensor:
    """Length of the gradient per pixel, averaged over a box of 5 × 5: (N, C, H, W) to the same shape, not negative.

    Bell-Kligler, Shocher, Irani, NeurIPS 2019: ZSSR, after KernelGAN, weighs its loss by this.
    """
    down, across = torch.gradient(picture, dim=(2, 3))
    return avg_pool2d(torch.hypot(down, across), WINDOW, 1, WINDOW // 2, count_include_pad=False)
