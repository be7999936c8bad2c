"""ESPCN: all work at the scan's own size, one pixel shuffle at the end.

Shi et al., Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural
Network, CVPR 2016, arXiv:1609.05158.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle

from ussr_engine.backbones.conv import PostUpsampled, initialise_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    features: int = knob(64, 4, 256, unit="channels", says="width of the first layer, twice the second", advanced=True)
    residual: bool = knob(True, says="learn what interpolation lacks; off as published", advanced=True)


@BACKBONES.add("espcn", title="ESPCN, sub-pixel convolution", options=Options, reference="arXiv:1609.05158")
class ESPCN(PostUpsampled):
    """5×5, 3×3, 3×3 convolutions with bias and tanh between, then a pixel shuffle.

    21,284 parameters at ×2 and 24,752 at ×4 for one channel.  Built for one whole scale, the only one it can enlarge
    by.
    """

    title = "ESPCN"

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        self.scale = scale
        self.adds = options.residual
        # Four pixels of the scan on every side; interpolation sees less.
        self.reach = 4 * scale
        half = options.features // 2
        self.first = nn.Conv2d(channels, options.features, 5, padding=2)
        self.second = nn.Conv2d(options.features, half, 3, padding=1)
        self.last = nn.Conv2d(half, channels * scale**2, 3, padding=1)
        initialise_(self, "fan_in", generator)

    def finer(self, lr: Tensor) -> Tensor:
        """(N, C, h, w) to (N, C, scale h, scale w)."""
        return pixel_shuffle(self.last(torch.tanh(self.second(torch.tanh(self.first(lr))))), self.scale)
