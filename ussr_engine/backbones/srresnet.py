"""SRResNet: the generator of SRGAN, residual blocks at the scan's size, then pixel shuffles.

Ledig et al., Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network, CVPR 2017,
arXiv:1609.04802.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PostUpsampled, initialise_, steps_of
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    blocks: int = knob(16, 1, 64, says="residual blocks; 4 is light")
    features: int = knob(64, 4, 256, unit="channels", says="width", advanced=True)
    norm: bool = knob(True, says="batch norm in the blocks, as published", advanced=True)
    residual: bool = knob(True, says="learn what interpolation lacks; off as published, with a tanh", advanced=True)


@BACKBONES.add("srresnet", title="SRResNet", options=Options, reference="arXiv:1609.04802")
class SRResNet(PostUpsampled):
    """9×9 convolution, residual blocks with batch norm and PReLU, a sum across, pixel shuffles, 9×9 convolution.

    1,549,462 parameters at ×4 for three channels.
    """

    title = "SRResNet"

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n, self.scale, self.adds = options.features, scale, options.residual
        steps = steps_of(scale)
        # 9×9 first, two 3×3 a block, one after them, one before each shuffle; the last 9×9 counts in fine pixels.
        self.reach = (4 + 2 * options.blocks + 1 + len(steps)) * scale + 4
        self.first = nn.Sequential(nn.Conv2d(channels, n, 9, padding=4), nn.PReLU())
        self.blocks = nn.Sequential(*(_Block(n, norm=options.norm) for _ in range(options.blocks)))
        self.after = nn.Sequential(nn.Conv2d(n, n, 3, padding=1), _normed(n, options.norm))
        finer: list[nn.Module] = []
        for step in steps:
            finer += [nn.Conv2d(n, n * step**2, 3, padding=1), nn.PixelShuffle(step), nn.PReLU()]
        self.up = nn.Sequential(*finer)
        self.last = nn.Conv2d(n, channels, 9, padding=4)
        initialise_(self, "fan_in", generator)

    def finer(self, lr: Tensor) -> Tensor:
        """(N, C, h, w) to (N, C, scale h, scale w)."""
        first = self.first(lr)
        answer: Tensor = self.last(self.up(first + self.after(self.blocks(first))))
        return answer if self.adds else 0.5 + 0.5 * torch.tanh(answer)


class _Block(nn.Module):
    def __init__(self, n: int, *, norm: bool) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(n, n, 3, padding=1),
            _normed(n, norm),
            nn.PReLU(),
            nn.Conv2d(n, n, 3, padding=1),
            _normed(n, norm),
        )

    def forward(self, x: Tensor) -> Tensor:
        answer: Tensor = x + self.body(x)
        return answer


def _normed(n: int, norm: bool) -> nn.Module:
    return nn.BatchNorm2d(n) if norm else nn.Identity()
