"""Critics: networks that tell real patches from made ones.  They answer with a map of raw scores, not probabilities."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

GAIN = 0.1
"""Of the Xavier-normal weights at the start."""


def seeded(make: type[nn.Module], seed: int, *arguments: int) -> nn.Module:
    """A network whose layers draw their beginnings from ``seed``, the program's own randomness left as it was.

    Spectral normalisation starts from a random vector that torch draws from its global generator.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return make(*arguments)


class PatchCritic(nn.Module):
    """KernelGAN's critic: 7×7, then 1×1 convolutions, so that every answer judges one 7×7 patch.

    Bell-Kligler, Shocher, Irani, NeurIPS 2019.  Spectral norm everywhere, batch norm and ReLU after the five middle
    layers, none after the first.  30,977 parameters for three channels, 24,705 for one.
    """

    def __init__(self, channels: int = 1, features: int = 64) -> None:
        super().__init__()
        layers: list[nn.Module] = [_normed(nn.Conv2d(channels, features, 7))]
        for _ in range(5):
            norm = nn.BatchNorm2d(features)
            nn.init.normal_(norm.weight, 1.0, 0.02)
            layers += [_normed(nn.Conv2d(features, features, 1)), norm, nn.ReLU()]
        self.layers = nn.Sequential(*layers, _normed(nn.Conv2d(features, 1, 1)))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, 1, H - 6, W - 6)."""
        answer: Tensor = self.layers(x)
        return answer


class StridedCritic(nn.Module):
    """Liu's critic: six 4×4 convolutions, three of them by steps of 2, LeakyReLU 0.2, then batch norm in the middle.

    Liu, Liu, Hou, Tao, Han, Neural Comput. Appl. 2021, arXiv:2012.14142.  6,962,369 parameters for three channels;
    64 × 64 pixels give 5 × 5 answers.
    """

    def __init__(self, channels: int = 1, features: int = 64) -> None:
        super().__init__()
        widths = [channels, features, 2 * features, 4 * features, 8 * features, 8 * features, 1]
        layers: list[nn.Module] = []
        for index in range(6):
            stride = 2 if index < 3 else 1
            layers.append(nn.Conv2d(widths[index], widths[index + 1], 4, stride, padding=1))
            layers += [nn.LeakyReLU(0.2)] if index < 5 else []
            layers += [nn.BatchNorm2d(widths[index + 1])] if 0 < index < 5 else []
        self.layers = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, 1, about H / 8, about W / 8)."""
        answer: Tensor = self.layers(x)
        return answer


def _normed(layer: nn.Conv2d) -> nn.Module:
    nn.init.xavier_normal_(layer.weight, GAIN)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return spectral_norm(layer)
