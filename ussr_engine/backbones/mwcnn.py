"""MWCNN: a U-Net whose pooling is a Haar wavelet, so that going down loses nothing.

Liu, Zhang, Lian, Zuo, Multi-level Wavelet Convolutional Neural Networks, IEEE Access 2019, arXiv:1907.03128.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PreUpsampled, initialise_
from ussr_engine.imaging.wavelet import dwt, iwt
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    width: int = knob(64, 4, 128, unit="channels", says="64 as published; 16 for processors, sixteen times lighter")


def stage(*widths: int, dilations: Sequence[int]) -> nn.Sequential:
    """3×3 convolutions with ReLU, one per dilation, through the channels ``widths``."""
    layers: list[nn.Module] = []
    for before, after, dilation in zip(widths[:-1], widths[1:], dilations, strict=True):
        layers += [nn.Conv2d(before, after, 3, padding=dilation, dilation=dilation), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)


@BACKBONES.add("mwcnn", title="MWCNN, three wavelet levels", options=Options, reference="arXiv:1907.03128")
class MWCNN(PreUpsampled):
    """Three levels of the orthonormal Haar wavelet, sums across, dilated 3×3 convolutions with bias.

    24,927,809 parameters for one channel at width 64.  Sees 160 pixels far.
    """

    multiple_of = 8
    reach = 160

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n = options.width
        self.down0 = stage(channels, n, n, n, dilations=(1, 2, 1))
        self.down1 = stage(4 * n, 2 * n, 2 * n, 2 * n, dilations=(1, 2, 1))
        self.down2 = stage(8 * n, 4 * n, 4 * n, 4 * n, dilations=(1, 2, 1))
        self.bottom = stage(16 * n, *[8 * n] * 5, 16 * n, dilations=(1, 2, 3, 3, 2, 1))
        self.up2 = stage(4 * n, 4 * n, 4 * n, 8 * n, dilations=(2, 1, 1))
        self.up1 = stage(2 * n, 2 * n, 2 * n, 4 * n, dilations=(2, 1, 1))
        self.up0 = stage(n, n, n, dilations=(2, 1))
        self.tail = nn.Conv2d(n, channels, 3, padding=1)
        initialise_(self, "fan_in", generator)

    def residual(self, enlarged: Tensor) -> Tensor:
        """(N, C, H, W), sides multiples of 8."""
        x0 = self.down0(enlarged)
        x1 = self.down1(dwt(x0))
        x2 = self.down2(dwt(x1))
        x = iwt(self.bottom(dwt(x2))) + x2
        x = iwt(self.up2(x)) + x1
        x = iwt(self.up1(x)) + x0
        last: Tensor = self.tail(self.up0(x))
        return last
