"""Blocks the networks share."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import pad

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize_torch import resize_tensor


class PreUpsampled(nn.Module):
    """A network that works at output size: the scan is enlarged bicubically and the network adds what is missing.

    Sub-classes give ``residual``; ``forward`` is bicubic(lr) + residual(bicubic(lr)), the sum in float32 also when
    the convolutions run in bfloat16.  Where ``multiple_of`` is not 1, ``residual`` is given a picture whose last rows
    and columns are repeated up to a multiple, and what it says there is cut away.
    """

    multiple_of = 1
    reach: int
    kernel = "cubic"
    """Kernel of the enlargement, a name of `ussr_engine.imaging.resize.KERNELS`."""
    adds = True
    """False where the network gives the whole picture rather than what interpolation lacks."""

    def residual(self, enlarged: Tensor) -> Tensor:
        """(N, C, H, W) in [0, 1] to the missing detail (N, C, H, W)."""
        raise TypeError(f"{type(self).__name__} has no residual")

    def forward(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """(N, C, h, w) to (N, C, *shape)."""
        enlarged = resize_tensor(lr, scale=scale, shape=shape, kernel=self.kernel)
        below, beside = -shape[0] % self.multiple_of, -shape[1] % self.multiple_of
        whole = pad(enlarged, (0, beside, 0, below), mode="replicate") if below or beside else enlarged
        answer = self.residual(whole)[..., : shape[0], : shape[1]].to(enlarged.dtype)
        return enlarged + answer if self.adds else answer


class PostUpsampled(nn.Module):
    """A network that works at the scan's own size and enlarges by the one whole scale it was built for.

    Sub-classes give ``finer``; ``forward`` adds it to bicubic(lr) where ``adds`` says so.
    """

    multiple_of = 1
    reach: int
    adds: bool
    title: str
    """Its name in sentences."""
    scale: int

    def finer(self, lr: Tensor) -> Tensor:
        """(N, C, h, w) in [0, 1] to (N, C, scale h, scale w)."""
        raise TypeError(f"{type(self).__name__} gives no picture")

    def forward(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """(N, C, h, w) to (N, C, *shape), ``scale`` being the one it was built for."""
        if scale != self.scale:
            raise BadRequest(
                f"{self.title} enlarges ×{self.scale} in one jump and cannot take a stage of ×{scale:g}.",
                "Set stages to one jump.",
            )
        answer = self.finer(lr)[..., : shape[0], : shape[1]].to(lr.dtype)
        return resize_tensor(lr, scale=scale, shape=shape) + answer if self.adds else answer


def steps_of(scale: int) -> tuple[int, ...]:
    """Factors of the steps by which networks that double go up: 4 is twice 2, 3 is one step."""
    return (2, 2) if scale == 4 else (scale,)


def scaled_normal_(weight: Tensor, variance: float, generator: torch.Generator) -> None:
    """Fill a convolution's weight with N(0, sqrt(variance / (kernel area · input channels))), in place."""
    fan_in = weight.shape[1] * weight.shape[2] * weight.shape[3]
    with torch.no_grad():
        weight.normal_(0.0, math.sqrt(variance / fan_in), generator=generator)


def initialise_(network: nn.Module, how: str, generator: torch.Generator) -> None:
    """Fill every convolution of a network in place; biases become 0.

    ``how`` is "he" (N(0, sqrt(2 / fan-in)), He et al. 2015), "glorot" (uniform, Glorot and Bengio 2010),
    "orthogonal" (Saxe et al. 2014) or "fan_in" (uniform within 1 / sqrt(fan-in): three times less variance than
    "glorot" where a layer keeps its width).
    """
    for module in network.modules():
        if not isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            continue
        if how == "he":
            scaled_normal_(module.weight, 2.0, generator)
        elif how == "glorot":
            nn.init.xavier_uniform_(module.weight, generator=generator)
        elif how == "orthogonal":
            nn.init.orthogonal_(module.weight, generator=generator)
        elif how == "fan_in":
            nn.init.kaiming_uniform_(module.weight, math.sqrt(5), generator=generator)
        else:
            raise ValueError(f"no initialisation {how!r}")
        if module.bias is not None:
            nn.init.zeros_(module.bias)
