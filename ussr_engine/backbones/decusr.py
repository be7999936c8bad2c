"""DECUSR: features and scan are enlarged by repetition, then refined by blocks that see all that came before.

Temiz, Bilge, Super Resolution of B-Mode Ultrasound Images With Deep Learning, IEEE Access 2020,
doi:10.1109/ACCESS.2020.2990344.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.backbones.conv import PostUpsampled, initialise_
from ussr_engine.knobs import knob
from ussr_engine.registry import BACKBONES


@dataclass(frozen=True)
class Options:
    """Knobs of the network."""

    features: int = knob(16, 4, 128, unit="channels", says="width of every layer", advanced=True)
    blocks: int = knob(4, 1, 16, says="repeating blocks; each is given the answers of all before it", advanced=True)
    residual: bool = knob(True, says="learn what interpolation lacks; off as published, with a ReLU", advanced=True)


@BACKBONES.add("decusr", title="DECUSR", options=Options, reference="doi:10.1109/ACCESS.2020.2990344")
class DECUSR(PostUpsampled):
    """Three 3×3 and one 1×1 convolution at the scan's size, repetition of pixels, four dense blocks of 3×3, 3×3, 1×1.

    39,265 parameters for one channel, at every scale.  ReLU after every layer.
    """

    title = "DECUSR"

    def __init__(self, channels: int, scale: int, options: Options, generator: torch.Generator) -> None:
        super().__init__()
        n, self.scale, self.adds = options.features, scale, options.residual
        self.reach = 3 * scale + 2 * options.blocks + 1
        self.features = _layers((channels, 3), (n, 3), (n, 3), (n, 1), width=n)
        self.blocks = nn.ModuleList(
            _layers((n + channels + n * before, 3), (n, 3), (n, 1), width=n) for before in range(options.blocks)
        )
        self.last = nn.Conv2d(n, channels, 3, padding=1)
        initialise_(self, "glorot", generator)

    def finer(self, lr: Tensor) -> Tensor:
        """(N, C, h, w) to (N, C, scale h, scale w)."""
        seen = [self._repeated(self.features(lr)), self._repeated(lr)]
        for block in self.blocks:
            seen.append(block(torch.cat(seen, dim=1)))
        answer: Tensor = self.last(seen[-1])
        return answer if self.adds else torch.relu(answer)

    def _repeated(self, picture: Tensor) -> Tensor:
        return picture.repeat_interleave(self.scale, 2).repeat_interleave(self.scale, 3)


def _layers(*before: tuple[int, int], width: int) -> nn.Sequential:
    """Convolutions to ``width`` channels with ReLU, one per (channels in, side of the kernel)."""
    layers: list[nn.Module] = []
    for channels, side in before:
        layers += [nn.Conv2d(channels, width, side, padding=side // 2), nn.ReLU()]
    return nn.Sequential(*layers)
