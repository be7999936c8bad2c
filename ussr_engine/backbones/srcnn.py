"""SRCNN: patches, a mapping, a reconstruction: the first convolutional network for super-resolution.

Dong, Loy, He, Tang, Image Super-Resolution Using Deep Convolutional Networks, TPAMI 2016, arXiv:1501.00092.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PreUpsampled, initialise_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    form: str = knob("9-5-5", choices=("9-5-5", "9-1-5"), says="sides of the three convolutions")
    residual: bool = knob(True, says="learn what interpolation lacks; off as published", advanced=True)


@BACKBONES.add("srcnn", title="SRCNN", options=Options, reference="arXiv:1501.00092")
class SRCNN(PreUpsampled):
    """Three convolutions of 64, 32 and C channels with bias, ReLU between, zero padding.

    57,281 parameters for one channel, 8,129 in the form 9-1-5.  Learning the residual makes training on one scan
    begin at interpolation instead of at black.
    """

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        sides = [int(side) for side in options.form.split("-")]
        self.adds = options.residual
        self.reach = sum(side // 2 for side in sides)
        first, second, third = sides
        self.patches = nn.Conv2d(channels, 64, first, padding=first // 2)
        self.mapping = nn.Conv2d(64, 32, second, padding=second // 2)
        self.reconstruction = nn.Conv2d(32, channels, third, padding=third // 2)
        initialise_(self, "fan_in", generator)

    def residual(self, enlarged: Tensor) -> Tensor:
        """Three layers over (N, C, H, W)."""
        last: Tensor = self.reconstruction(torch.relu_(self.mapping(torch.relu_(self.patches(enlarged)))))
        return last
