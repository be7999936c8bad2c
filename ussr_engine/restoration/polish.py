"""A small network for what ridge regression leaves: trained on the program's own simulations of the scan.

It sees a scan and gives what the closed form lacks.  How much of that is added is decided on a part of the simulations
that it has not seen, and shortened by a fixed share, for simulations are not the scan.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import Work, at_once, done
from ussr_engine.scan import Image
from ussr_engine.stage import Trained

FEATURES, LAYERS = 32, 5
RATE, STAIRS, DROP = 2e-3, 5, 3.0
"""Learning rate of Adam, and the stairs by which it falls over the steps, each by a third."""
CROP, BATCH = 32, 8
MEAN = 33
"""Side of the neighbourhood whose mean brightness is taken away."""
CONTRAST, DETAIL = 4.0, 20.0
"""What the network's input and its answer are multiplied by."""
BORDER = 4
"""Pixels of a crop's edge that do not count."""
REACH = MEAN // 2 + LAYERS
"""Pixels of the scan around a place that have a say in its detail."""
TILE = 256
"""Sides in pixels of the scan of what the network sees at one time."""
LEAST = 48
"""Smallest side in pixels of a coarse picture from which there is enough to learn."""
LEARNED = 0.75
"""Part of the columns that is learned from; the rest is held out."""
TRUSTED = {True: 0.5, False: 0.3}
"""Share of the held-out weight that is used, with and without noise; the copies of a clean scan are farther from it."""


@dataclass(frozen=True)
class Lesson:
    """A coarse picture (h, w) and what its enlargement lacks (scale h, scale w)."""

    coarse: Image
    lacking: Image


class Detail(nn.Module):
    """Five small convolutions on the scan's own grid, then a pixel shuffle."""

    def __init__(self, scale: int, generator: torch.Generator) -> None:
        super().__init__()
        widths = [1, *[FEATURES] * (LAYERS - 1), scale * scale]
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layer = nn.Conv2d(before, after, 3, padding=1)
            # The last layer begins near 0: what is lacking is little.
            gain = 2.0 if after == FEATURES else 0.02
            nn.init.normal_(layer.weight, std=math.sqrt(gain / (9 * before)), generator=generator)
            nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
            layers += [layer, nn.ReLU()]
        self.layers = nn.Sequential(*layers[:-1])
        self.scale = scale

    def forward(self, scan: Tensor) -> Tensor:
        """(N, 1, h, w) to (N, 1, scale h, scale w), DETAIL times what is lacking."""
        side = MEAN // 2
        around = functional.pad(scan, (side,) * 4, mode="replicate")
        even = scan - functional.avg_pool2d(around, MEAN, 1)
        return functional.pixel_shuffle(self.layers(even * CONTRAST), self.scale)


class Lessons:
    """Crops of the learned part, turned and flipped."""

    def __init__(self, lessons: list[Lesson], scale: int, chance: np.random.Generator, device: torch.device) -> None:
        self.lessons, self.scale, self.chance, self.device = lessons, scale, chance, device

    def draw(self) -> tuple[Tensor, Tensor]:
        """(BATCH, 1, side, side) and what is lacking there."""
        # Every crop of a batch has one size; copies differ by a pixel at most.
        side = min(CROP, *(min(lesson.coarse.shape[0], learned_columns(lesson)) for lesson in self.lessons))
        coarse: list[Image] = []
        lacking: list[Image] = []
        for _ in range(BATCH):
            lesson = self.lessons[self.chance.integers(len(self.lessons))]
            height, width = lesson.coarse.shape[0], learned_columns(lesson)
            top, left = self.chance.integers(height - side + 1), self.chance.integers(width - side + 1)
            turn, flip = int(self.chance.integers(4)), self.chance.integers(2)
            for pictures, picture, scale in ((coarse, lesson.coarse, 1), (lacking, lesson.lacking, self.scale)):
                part = picture[top * scale : (top + side) * scale, left * scale : (left + side) * scale]
                part = np.rot90(part, turn)
                pictures.append(part[:, ::-1] if flip else part)
        stacks = (np.stack(pictures)[:, None] for pictures in (coarse, lacking))
        first, second = (torch.from_numpy(stack).to(self.device) for stack in stacks)
        return first, second


class Polisher(Trained):
    """The network with its optimiser."""

    def __init__(self, scale: int, seed: int, device: torch.device) -> None:
        self.network = Detail(scale, torch.Generator().manual_seed(seed)).to(device)
        self.scale, self.device = scale, device
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=RATE)
        super().__init__({"network": self.network}, {"adam": self.optimiser})

    def step(self, sample: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
        """One update by the mean square of what is still lacking."""
        coarse, lacking = sample
        border = BORDER * self.scale
        off = self.network(coarse) - DETAIL * lacking
        loss = off[..., border:-border, border:-border].square().mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        return {"l2": loss.detach()}

    def detail(self, scan: Image) -> Work[Image]:
        """(h, w) to (scale h, scale w): what the network thinks is lacking."""
        lr = torch.from_numpy(scan).to(self.device)[None, None]
        answer = yield from tiled(at_once(torch.no_grad()(self.network)), lr, self.scale, TILE, REACH)
        lacking: Image = (answer[0, 0].float() / DETAIL).cpu().numpy()
        return lacking

    def held_out(self, lessons: list[Lesson]) -> tuple[float, float]:
        """(root mean square of what is lacking after the best weight, that weight) where it was not learned."""
        agreement = energy = lacking = 0.0
        count = 0
        for lesson in lessons:
            first = learned_columns(lesson) + BORDER
            near = max(0, first - REACH)
            answer = done(self.detail(lesson.coarse[:, near:]))[:, (first - near) * self.scale :]
            wanted = lesson.lacking[:, first * self.scale :]
            agreement += float(np.sum(answer * wanted, dtype=np.float64))
            energy += float(np.sum(answer * answer, dtype=np.float64))
            lacking += float(np.sum(wanted * wanted, dtype=np.float64))
            count += wanted.size
        weight = min(max(agreement / energy, 0.0), 1.0) if energy > 0 else 0.0
        left = lacking - 2 * weight * agreement + weight**2 * energy
        return float(np.sqrt(max(left, 0.0) / max(count, 1))), weight


def learned_columns(lesson: Lesson) -> int:
    """Columns of a lesson that are learned from."""
    return int(LEARNED * lesson.coarse.shape[1])
