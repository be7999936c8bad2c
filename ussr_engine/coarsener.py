"""The network that makes a fine picture coarse, in the way a critic takes for real.

Bulat, Yang, Tzimiropoulos, To learn image super-resolution, use a GAN to learn how to do image degradation first, ECCV
2018, arXiv:1807.11458, in the form of Liu et al., CycleGAN-US-SISR, arXiv:2012.14142.
"""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle

from ussr_engine.imaging.resize_torch import resize_tensor

NOISE = 64
"""Numbers of chance that go in with a picture."""
STEP = 16
"""Sides of a picture are multiples of this."""


class Coarsener(nn.Module):
    """(N, C, side, side) and noise (N, 64) to (N, C, side, side) in [0, 1], as coarse as a quarter of the side.

    Noise becomes a further plane; eight residual blocks halve the picture four times, two pixel shuffles double it
    twice, and cubic interpolation brings it back to its size.  12,300,280 parameters for three channels at the
    published width of 96.
    Its tanh is laid from -1..1 on 0..1; the published one is cut at 0, and what begins negative can never learn.
    Batch norm uses the statistics of the one picture, as published; ``train`` mode is the only one.
    """

    def __init__(self, channels: int = 1, side: int = 64, width: int = 96) -> None:
        super().__init__()
        if side % STEP:
            raise ValueError(f"the side {side} is no multiple of {STEP}")
        self.side = side
        # Two pixel shuffles divide the deepest width by 16.
        near, far = max(16, width * 4 // 3 // 16 * 16), max(64, width * 16 // 3 // 64 * 64)
        widths = [width, width, width, near, near, 2 * near, 2 * near, far, far]
        self.plane = nn.Linear(NOISE, side * side)
        self.first = nn.Conv2d(channels + 1, width, 3, padding=1, bias=False)
        pairs = enumerate(itertools.pairwise(widths))
        self.down = nn.Sequential(*(_Block(before, after, halves=at % 2 == 0) for at, (before, after) in pairs))
        self.up1 = nn.Sequential(_Block(far // 4, far // 4), _Block(far // 4, far // 4))
        self.up2 = nn.Sequential(_Block(far // 16, far // 16), _Block(far // 16, far // 16))
        self.last = nn.Sequential(
            nn.Conv2d(far // 16, 8, 3, padding=1, bias=False),
            nn.ReLU(),
            nn.Conv2d(8, channels, 3, padding=1, bias=False),
            nn.Tanh(),
        )

    def forward(self, fine: Tensor, noise: Tensor) -> Tensor:
        """A coarse version of ``fine``."""
        plane = self.plane(noise).reshape(-1, 1, self.side, self.side)
        x = self.down(self.first(torch.cat([fine, plane.to(fine.dtype)], dim=1)))
        x = self.up2(pixel_shuffle(self.up1(pixel_shuffle(x, 2)), 2))
        return resize_tensor(0.5 + 0.5 * self.last(x), shape=(self.side, self.side)).clamp(0, 1)


class _Block(nn.Module):
    """Batch norm, ReLU, convolution, twice, and a sum across; where it halves, 2 × 2 means go into the second."""

    def __init__(self, before: int, after: int, *, halves: bool = False) -> None:
        super().__init__()
        self.halved = nn.AvgPool2d(2) if halves else nn.Identity()
        self.body = nn.Sequential(
            nn.BatchNorm2d(before),
            nn.ReLU(),
            nn.Conv2d(before, after, 3, padding=1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(),
            self.halved,
            nn.Conv2d(after, after, 3, padding=1, bias=False),
        )
        self.across = nn.Conv2d(before, after, 1) if halves or before != after else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = self.body(x) + self.across(self.halved(x))
        return answer
