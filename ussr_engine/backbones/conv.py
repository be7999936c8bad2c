"""Blocks the networks share."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from ussr_engine.imaging.resize_torch import resize_tensor


class PreUpsampled(nn.Module):
    """A network that works at output size: the scan is enlarged bicubically and the network adds what is missing.

    Sub-classes give ``residual``; ``forward`` is bicubic(lr) + residual(bicubic(lr)), the sum in float32 also when
    the convolutions run in bfloat16.
    """

    multiple_of = 1
    reach: int

    def residual(self, enlarged: Tensor) -> Tensor:
        """(N, C, H, W) in [0, 1] to the missing detail (N, C, H, W)."""
        raise TypeError(f"{type(self).__name__} has no residual")

    def forward(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """(N, C, h, w) to (N, C, *shape)."""
        enlarged = resize_tensor(lr, scale=scale, shape=shape)
        return enlarged + self.residual(enlarged).to(enlarged.dtype)


def scaled_normal_(weight: Tensor, variance: float, generator: torch.Generator) -> None:
    """Fill a convolution's weight with N(0, sqrt(variance / (kernel area · input channels))), in place."""
    fan_in = weight.shape[1] * weight.shape[2] * weight.shape[3]
    with torch.no_grad():
        weight.normal_(0.0, math.sqrt(variance / fan_in), generator=generator)
