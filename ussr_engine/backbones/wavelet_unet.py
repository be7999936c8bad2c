"""The network of the study's Models 1 and 2: a U-Net of one Haar level.

Y. Thapliyal, self-supervised super-resolution of ultrasound images, M.Eng project, McGill, 2021.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PreUpsampled, initialise_
from ussr_engine.imaging.wavelet import dwt, iwt
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES

LEVELS = 255.0
"""The network computes in grey levels: its zero biases then learn as slowly, beside the picture, as they did there."""


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    features: int = knob(64, 4, 256, unit="channels", says="width of every layer", advanced=True)
    start: str = knob(
        "orthogonal", choices=("orthogonal", "glorot"), says="first weights: Model 1's, or Model 2's", advanced=True
    )
    interpolation: str = knob(
        "cubic75", choices=("cubic75", "cubic"), says="OpenCV's cubic as in the study, or MATLAB's", advanced=True
    )


@BACKBONES.add("wavelet_unet", title="Wavelet U-Net, one level", options=Options, reference="Thapliyal, McGill 2021")
class WaveletUNet(PreUpsampled):
    """3×3 convolutions with bias, ReLU, one level of the un-normalised Haar wavelet, a sum across; the last is linear.

    668,035 parameters for three channels, 665,729 for one.  Takes and gives [0, 1]; computes in [0, 255].
    """

    multiple_of = 2
    reach = 20

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n = options.features
        self.kernel = options.interpolation
        self.before = _four(channels, n)
        self.below = _four(4 * n, n)
        self.widened = nn.Conv2d(n, 4 * n, 3, padding=1)
        self.after = _four(n, n)
        self.last = nn.Conv2d(n, channels, 3, padding=1)
        initialise_(self, options.start, generator)

    def residual(self, enlarged: Tensor) -> Tensor:
        """(N, C, H, W), sides even."""
        across = self.before(enlarged * LEVELS)
        below = torch.relu_(self.widened(self.below(dwt(across, orthonormal=False))))
        last: Tensor = self.last(self.after(iwt(below, orthonormal=False) + across))
        return last / LEVELS


def _four(before: int, n: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for width in (before, n, n, n):
        layers += [nn.Conv2d(width, n, 3, padding=1), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)
