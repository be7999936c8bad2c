"""RRDBNet: the generator of ESRGAN, residual blocks of dense blocks without normalisation.

Wang et al., ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks, ECCV workshops 2018, arXiv:1809.00219.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu

from ussr_engine.backbones.conv import PostUpsampled, initialise_, steps_of
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES

SLOPE, SHARE = 0.2, 0.2
"""Of the leaky ReLU, and what every block adds of its answer."""


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    blocks: int = knob(23, 1, 32, says="residual blocks of three dense blocks; 23 as published, 3 for processors")
    features: int = knob(64, 4, 128, unit="channels", says="width", advanced=True)
    growth: int = knob(32, 2, 64, unit="channels", says="what every layer of a dense block adds", advanced=True)
    residual: bool = knob(True, says="learn what interpolation lacks; off as published", advanced=True)


@BACKBONES.add("rrdb", title="RRDBNet", options=Options, reference="arXiv:1809.00219")
class RRDBNet(PostUpsampled):
    """3×3 convolutions: dense blocks of five, in threes, a sum across all; repetition of pixels, then 3×3, each step.

    16,697,987 parameters at ×4 for three channels.
    """

    title = "RRDBNet"

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n, self.scale, self.adds = options.features, scale, options.residual
        steps = steps_of(scale)
        # Fifteen layers a block, one before and one after; one at every step up, and two at full size.
        self.reach = (15 * options.blocks + 2 + len(steps)) * scale + 2
        self.first = nn.Conv2d(channels, n, 3, padding=1)
        self.blocks = nn.Sequential(*(_Residual(n, options.growth) for _ in range(options.blocks)))
        self.after = nn.Conv2d(n, n, 3, padding=1)
        self.steps = steps
        self.up = nn.ModuleList(nn.Conv2d(n, n, 3, padding=1) for _ in steps)
        self.full = nn.Conv2d(n, n, 3, padding=1)
        self.last = nn.Conv2d(n, channels, 3, padding=1)
        initialise_(self, "he", generator)
        with torch.no_grad():  # as published: blocks begin near the identity
            for module in self.blocks.modules():
                if isinstance(module, nn.Conv2d):
                    module.weight.mul_(0.1)

    def finer(self, lr: Tensor) -> Tensor:
        """(N, C, h, w) to (N, C, scale h, scale w)."""
        first = self.first(lr)
        x = first + self.after(self.blocks(first))
        for step, layer in zip(self.steps, self.up, strict=True):
            x = leaky_relu(layer(x.repeat_interleave(step, 2).repeat_interleave(step, 3)), SLOPE)
        last: Tensor = self.last(leaky_relu(self.full(x), SLOPE))
        return last


class _Dense(nn.Module):
    """Five convolutions, each of which sees the answers of all before it."""

    def __init__(self, n: int, growth: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Conv2d(n + at * growth, n if at == 4 else growth, 3, padding=1) for at in range(5)
        )

    def forward(self, x: Tensor) -> Tensor:
        seen = [x]
        for layer in self.layers[:4]:
            seen.append(leaky_relu(layer(torch.cat(seen, dim=1)), SLOPE))
        answer: Tensor = x + SHARE * self.layers[4](torch.cat(seen, dim=1))
        return answer


class _Residual(nn.Module):
    def __init__(self, n: int, growth: int) -> None:
        super().__init__()
        self.body = nn.Sequential(*(_Dense(n, growth) for _ in range(3)))

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = x + SHARE * self.body(x)
        return answer
