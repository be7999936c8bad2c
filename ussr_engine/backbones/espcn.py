"""ESPCN: all work at the scan's own size, one pixel shuffle at the end.

Shi et al., Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural
Network, CVPR 2016, arXiv:1609.05158.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle

from ussr_engine.backbones.conv import initialise_
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    features: int = knob(64, 4, 256, unit="channels", says="width of the first layer, twice the second", advanced=True)
    residual: bool = knob(True, says="learn what interpolation lacks; off as published", advanced=True)


@BACKBONES.add("espcn", title="ESPCN, sub-pixel convolution", options=Options, reference="arXiv:1609.05158")
class ESPCN(nn.Module):
    """5×5, 3×3, 3×3 convolutions with bias and tanh between, then a pixel shuffle.

    21,284 parameters at ×2 and 24,752 at ×4 for one channel.  Built for one whole scale, the only one it can enlarge
    by.
    """

    multiple_of = 1

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

    def forward(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """(N, C, h, w) to (N, C, *shape), ``scale`` being the one it was built for."""
        if scale != self.scale:
            raise BadRequest(
                f"ESPCN enlarges ×{self.scale} in one jump and cannot take a stage of ×{scale:g}.",
                "Set stages to one jump.",
            )
        x = self.last(torch.tanh(self.second(torch.tanh(self.first(lr)))))
        answer = pixel_shuffle(x, self.scale)[..., : shape[0], : shape[1]].to(lr.dtype)
        return resize_tensor(lr, scale=scale, shape=shape) + answer if self.adds else answer
