"""The U-Net of deep ultrasound localisation, used on whole scans instead of bubbles.

van Sloun et al., Super-resolution Ultrasound Localization Microscopy through Deep Learning, IEEE TMI 2021,
arXiv:1804.07661.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d

from ussr_engine.backbones.conv import PreUpsampled, initialise_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES

LEVELS = 4
"""Times the picture is halved."""


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    width: int = knob(8, 2, 64, unit="channels", says="of the first level, doubled at each level down", advanced=True)
    skips: bool = knob(True, says="sums across between levels of one size; off as published", advanced=True)


@BACKBONES.add("deepulm", title="Deep-ULM U-Net", options=Options, reference="arXiv:1804.07661")
class DeepULM(PreUpsampled):
    """Two 3×3 convolutions a level with batch norm and LeakyReLU; maxima of 2×2 pixels down, repetition up.

    186,149 numbers at width 8 for one channel, running means and variances included.  The published network drops half
    of its deepest features at random while it trains; this one does not, nor has it the last ReLU, for it gives what
    interpolation lacks.
    """

    multiple_of = 2 * 2**LEVELS  # batch norm needs more than one pixel at the bottom
    # Two pixels a level on the way down, at the bottom and on the way up, each counted in pixels of its own level, a
    # pixel of the coarsest for the pooling's grid on either side, and the last layer.
    reach = sum(2 * 2 * 2**level for level in range(LEVELS + 1)) + 2 * 2**LEVELS + 1

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n = options.width
        down = [channels, *(n * 2**level for level in range(LEVELS))]
        up = [down[-1], *(n * 2**level // 2 for level in reversed(range(LEVELS)))]
        self.across = options.skips
        self.down = nn.ModuleList(_level(before, after) for before, after in pairwise(down))
        self.bottom = _level(down[-1], down[-1])
        self.up = nn.ModuleList(_level(before, after) for before, after in pairwise(up))
        self.last = nn.Conv2d(up[-1], channels, 3, padding=1)
        initialise_(self, "fan_in", generator)
        with torch.no_grad():
            self.last.weight.mul_(0.01)  # begins at interpolation

    def residual(self, enlarged: Tensor) -> Tensor:
        """(N, C, H, W), sides multiples of 32."""
        x, kept = enlarged, []
        for level in self.down:
            x = level(x)
            kept.append(x)
            x = max_pool2d(x, 2)
        x = self.bottom(x)
        for level, same in zip(self.up, reversed(kept), strict=True):
            x = level(x.repeat_interleave(2, 2).repeat_interleave(2, 3))
            if self.across:
                # Half as wide as the way down: what is next to each other there is averaged.
                x = x + same.unflatten(1, (x.shape[1], -1)).mean(2)
        last: Tensor = self.last(x)
        return last


def _level(before: int, after: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for width in (before, after):
        layers += [nn.Conv2d(width, after, 3, padding=1), nn.BatchNorm2d(after), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers)
