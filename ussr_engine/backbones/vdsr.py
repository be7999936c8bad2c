"""VDSR: twenty layers that learn what bicubic interpolation lacks.

Kim, Lee, Lee, Accurate Image Super-Resolution Using Very Deep Convolutional Networks, CVPR 2016, arXiv:1511.04587.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PreUpsampled, initialise_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    layers: int = knob(20, 3, 30, says="3×3 convolutions; each widens the view by one pixel a side", advanced=True)
    features: int = knob(64, 4, 256, unit="channels", says="width of the hidden layers", advanced=True)


@BACKBONES.add("vdsr", title="VDSR", options=Options, reference="arXiv:1511.04587")
class VDSR(PreUpsampled):
    """3×3 convolutions with bias, ReLU between, zero padding; 665,921 parameters for one channel.

    Initialised after He; the last layer ten times smaller, so that training begins near interpolation.
    """

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        self.reach = options.layers
        widths = [channels, *[options.features] * (options.layers - 1)]
        hidden = [nn.Conv2d(before, after, 3, padding=1) for before, after in itertools.pairwise(widths)]
        last = nn.Conv2d(options.features, channels, 3, padding=1)
        self.convolutions = nn.ModuleList([*hidden, last])
        initialise_(self, "he", generator)
        with torch.no_grad():
            last.weight.mul_(0.1)

    def residual(self, enlarged: Tensor) -> Tensor:
        """Twenty layers over (N, C, H, W)."""
        x = enlarged
        for convolution in self.convolutions[:-1]:
            x = torch.relu_(convolution(x))
        last: Tensor = self.convolutions[-1](x)
        return last
