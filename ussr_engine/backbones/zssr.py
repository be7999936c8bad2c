"""ZSSR's network: eight plain 3×3 convolutions over the enlarged scan.

Shocher, Cohen, Irani, "Zero-Shot" Super-Resolution using Deep Internal Learning, CVPR 2018, arXiv:1712.06087.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PreUpsampled, scaled_normal_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    layers: int = knob(8, 2, 20, says="3×3 convolutions; each widens the view by one pixel a side", advanced=True)
    features: int = knob(64, 4, 256, unit="channels", says="width of the hidden layers", advanced=True)


@BACKBONES.add("zssr", title="ZSSR, plain convolutions", options=Options, reference="arXiv:1712.06087")
class ZSSR(PreUpsampled):
    """No bias, no normalisation, zero padding, ReLU between; the last layer is linear.

    224,640 parameters for three channels, 222,336 for one.  Initialised N(0, sqrt(0.1 / fan-in)).
    """

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        self.reach = options.layers
        widths = [channels, *[options.features] * (options.layers - 1), channels]
        self.convolutions = nn.ModuleList(
            nn.Conv2d(before, after, 3, padding=1, bias=False) for before, after in itertools.pairwise(widths)
        )
        for parameter in self.parameters():
            scaled_normal_(parameter, 0.1, generator)

    def residual(self, enlarged: Tensor) -> Tensor:
        """Eight layers over (N, C, H, W)."""
        x = enlarged
        for convolution in self.convolutions[:-1]:
            x = torch.relu_(convolution(x))
        last: Tensor = self.convolutions[-1](x)
        return last
