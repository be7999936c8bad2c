"""The generator of CycleGAN-US-SISR: three encoders, a head for each, one shared way back to a picture.

Liu, Liu, Hou, Tao, Han, Perception consistency ultrasound image super-resolution via self-supervised CycleGAN, Neural
Computing and Applications 2021, arXiv:2012.14142.
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

    slope: float = knob(
        0.2, 0.0, 1.0, says="of what is below zero; 1 is the published code's, which makes the network linear"
    )
    features: int = knob(32, 4, 128, unit="channels", says="width of the first encoder", advanced=True)


@BACKBONES.add("multiscale", title="Multi-scale generator", options=Options, reference="arXiv:2012.14142")
class Multiscale(PreUpsampled):
    """Two 3×3 convolutions a unit, no normalisation; gives the whole picture through tanh, clipped to [0, 1].

    260,729 parameters for three channels.
    """

    adds = False
    reach = 14

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n, slope = options.features, options.slope
        self.encoder1 = unit(channels, n, slope)
        self.encoder2 = unit(n, n, slope)
        self.encoder3 = unit(n, 2 * n, slope)
        self.head1 = unit(n, n, slope)
        self.head2 = nn.Sequential(unit(n, n, slope), unit(n, n, slope))
        self.head3 = nn.Sequential(unit(2 * n, 2 * n, slope), unit(2 * n, n, slope), unit(n, n, slope))
        self.shared = nn.Conv2d(n, channels, 3, padding=1)
        self.last = nn.Conv2d(3 * channels, channels, 3, padding=1)
        initialise_(self, "fan_in", generator)
        # A random last layer may be negative everywhere, where the clip lets no gradient through: it begins as the
        # mean of the three pictures.
        with torch.no_grad():
            nn.init.zeros_(self.last.weight)
            for head in range(3):
                for channel in range(channels):
                    self.last.weight[channel, head * channels + channel, 1, 1] = 1 / 3

    def residual(self, enlarged: Tensor) -> Tensor:
        """The picture itself, (N, C, H, W) in [0, 1]."""
        first = self.encoder1(enlarged)
        second = self.encoder2(first)
        third = self.encoder3(second)
        heads = (self.head1(first), self.head2(second), self.head3(third))
        pictures = torch.cat([self.shared(head) + enlarged for head in heads], dim=1)
        last: Tensor = self.last(pictures)
        return torch.tanh(last).clamp(0, 1)


def unit(before: int, after: int, slope: float) -> nn.Sequential:
    """Two convolutions, each followed by a leaky ReLU."""
    return nn.Sequential(
        nn.Conv2d(before, after, 3, padding=1),
        nn.LeakyReLU(slope, inplace=True),
        nn.Conv2d(after, after, 3, padding=1),
        nn.LeakyReLU(slope, inplace=True),
    )
