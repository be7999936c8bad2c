"""A small network for what ridge regression leaves: trained on the program's own simulations of the scan.

It sees a scan and its enlargement and gives what the enlargement lacks, the same whichever way the picture is turned.
How much of that is added is decided on a part of the simulations that it has not seen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from scipy.ndimage import uniform_filter
from torch import Tensor, nn
from torch.nn import functional

from ussr_engine.device import Device
from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.ensemble import members
from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import Work, at_once, done, part
from ussr_engine.restoration.lesson import Lesson
from ussr_engine.scan import Image
from ussr_engine.stage import Trained

FEATURES, LAYERS = 32, 5
RATE = 3e-3
"""Largest learning rate of Adam."""
CROP, BATCH = 32, 8
MEAN = 33
"""Side of the neighbourhood whose mean brightness is taken away."""
BORDER = 4
"""Pixels of a crop's edge that do not count."""
TILE = 256
"""Sides in pixels of the scan of what the network sees at one time."""
LEAST = 48
"""Smallest side in pixels of a coarse picture from which there is enough to learn."""
LEARNED = 0.75
"""Part of the columns that is learned from; the rest is held out."""
ASKED = 2
"""Lessons whose held-out part is looked at: one by each of two likely blurs."""
TURNS = 8
"""Flips and turns whose mean counts."""
TRUSTED = {True: 0.9, False: 0.85}
"""Share of the held-out weight that is used, with and without noise; the copies of a clean scan are farther from it."""
DOUBT = 3.0
"""What that share loses by every part of the probability that another degradation has than the likeliest."""
REACH = MEAN // 2 + LAYERS
"""Pixels of the scan around a place that have a say in its detail."""
AROUND = 2 * REACH
"""Pixels of the scan that have a say in a place beyond those that the closed form looks at."""
FAINT = 1e-6


@dataclass(frozen=True)
class Strength:
    """Root mean squares of what the network sees, by kind, and of what it is to say: it deals in numbers of about 1."""

    even: float
    removed: float
    lacking: float

    @classmethod
    def of(cls, lessons: list[Lesson]) -> Strength:
        """Means over the lessons."""
        sums = np.zeros(3)
        for lesson in lessons:
            kinds = evened(lesson.coarse), removed(lesson.coarse, lesson.enlarged), lesson.lacking
            sums += [float(np.mean(np.square(kind), dtype=np.float64)) for kind in kinds]
        return cls(*np.sqrt(sums / len(lessons) + FAINT**2).tolist())

    def seen(self, scan: Image, enlarged: Image) -> tuple[Image, Image]:
        """What the network sees of a scan (h, w) and its enlargement."""
        return evened(scan) / np.float32(self.even), removed(scan, enlarged) / np.float32(self.removed)


def evened(scan: Image) -> Image:
    """A scan (h, w) without its mean brightness."""
    even: Image = scan - uniform_filter(scan, MEAN, mode="nearest")
    return even


def removed(scan: Image, enlarged: Image) -> Image:
    """What enlarging took from a scan (h, w): the mean of the fine pixels above every pixel, minus it."""
    (height, width), scale = scan.shape, enlarged.shape[0] // scan.shape[0]
    taken: Image = enlarged.reshape(height, scale, width, scale).mean((1, 3), dtype=np.float32) - scan
    return taken


class Detail(nn.Module):
    """Five small convolutions on the scan's own grid, then a pixel shuffle."""

    def __init__(self, scale: int, generator: torch.Generator) -> None:
        super().__init__()
        widths = [2, *[FEATURES] * (LAYERS - 1), scale * scale]
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

    def forward(self, seen: Tensor) -> Tensor:
        """(N, 2, h, w), what is even and what was removed, to (N, 1, scale h, scale w), what is lacking."""
        return functional.pixel_shuffle(self.layers(seen.contiguous(memory_format=torch.channels_last)), self.scale)


class Lessons:
    """Crops of the learned part, turned and flipped."""

    def __init__(
        self,
        lessons: list[Lesson],
        strength: Strength,
        chance: np.random.Generator,
        device: torch.device,
    ) -> None:
        self.chance, self.device = chance, device
        self._pictures = [
            (*strength.seen(lesson.coarse, lesson.enlarged), lesson.lacking / np.float32(strength.lacking))
            for lesson in lessons
        ]
        self._sizes = [(lesson.coarse.shape[0], learned_columns(lesson)) for lesson in lessons]

    def draw(self) -> tuple[Tensor, Tensor]:
        """(BATCH, 2, side, side), what the network sees, and (BATCH, 1, scale side, scale side), what is lacking."""
        # Every crop of a batch has one size; copies differ by a pixel at most.
        side = min(CROP, *(min(size) for size in self._sizes))
        crops: tuple[list[Image], ...] = ([], [], [])
        for _ in range(BATCH):
            which = self.chance.integers(len(self._pictures))
            height, width = self._sizes[which]
            top, left = self.chance.integers(height - side + 1), self.chance.integers(width - side + 1)
            turn, flip = int(self.chance.integers(4)), self.chance.integers(2)
            for pictures, picture in zip(crops, self._pictures[which], strict=True):
                scale = picture.shape[0] // height
                cut = picture[top * scale : (top + side) * scale, left * scale : (left + side) * scale]
                cut = np.rot90(cut, turn)
                pictures.append(cut[:, ::-1] if flip else cut)
        even, taken, lacking = (torch.from_numpy(np.stack(pictures)[:, None]) for pictures in crops)
        return torch.cat([even, taken], 1).to(self.device), lacking.to(self.device)


class Polisher(Trained):
    """The network with its optimiser; on processors with bfloat16 the convolutions run in it."""

    def __init__(self, scale: int, strength: Strength, seed: int, device: Device) -> None:
        self.network = Detail(scale, torch.Generator().manual_seed(seed)).to(device.torch)
        self.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.scale, self.strength, self.device = scale, strength, device
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=RATE)
        super().__init__({"network": self.network}, {"adam": self.optimiser})

    def step(self, sample: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
        """One update by the mean square of what is still lacking."""
        seen, lacking = sample
        border = BORDER * self.scale
        off = self._pass(seen) - lacking
        loss = off[..., border:-border, border:-border].square().mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimiser.step()
        return {"l2": loss.detach()}

    def _pass(self, seen: Tensor) -> Tensor:
        with torch.autocast(self.device.torch.type, torch.bfloat16, enabled=self.device.bfloat16):
            answer: Tensor = self.network(seen)
        return answer.float()

    def detail(self, scan: Image, enlarged: Image, turns: int = TURNS) -> Work[Image]:
        """(h, w) and its enlargement to (scale h, scale w): what the network thinks that lacks, mean over turns."""
        seen = torch.from_numpy(np.stack(self.strength.seen(scan, enlarged)))[None].to(self.device.torch)
        total = np.zeros_like(enlarged)
        for at, (turned, back) in enumerate(members(seen, turns)):
            work = tiled(at_once(torch.no_grad()(self._pass)), turned, self.scale, TILE, LAYERS)
            answer = yield from part(work, at / turns, (at + 1) / turns)
            total += back(answer)[0, 0].cpu().numpy()
        lacking: Image = total * np.float32(self.strength.lacking / turns)
        return lacking

    def held_out(self, lessons: list[Lesson]) -> tuple[float, float]:
        """(root mean square of what is lacking after the best weight, that weight) where it was not learned."""
        agreement = energy = lacking = 0.0
        count = 0
        for lesson in lessons[:ASKED]:
            first = learned_columns(lesson) + BORDER
            near = max(0, first - REACH)
            seen = lesson.coarse[:, near:], lesson.enlarged[:, near * self.scale :]
            answer = done(self.detail(*seen, turns=1))[:, (first - near) * self.scale :]
            wanted = lesson.lacking[:, first * self.scale :]
            agreement += float(np.sum(answer * wanted, dtype=np.float64))
            energy += float(np.sum(answer * answer, dtype=np.float64))
            lacking += float(np.sum(wanted * wanted, dtype=np.float64))
            count += wanted.size
        weight = min(max(agreement / energy, 0.0), 1.0) if energy > 0 else 0.0
        left = lacking - 2 * weight * agreement + weight**2 * energy
        return float(np.sqrt(max(left, 0.0) / max(count, 1))), weight


def trusted(finding: Finding) -> float:
    """Share of the held-out weight that is used: simulations by a wrong degradation teach what is wrong."""
    return TRUSTED[finding.noisy] * max(0.0, 1 - DOUBT * (1 - finding.candidates[0][1]))


def learned_columns(lesson: Lesson) -> int:
    """Columns of a lesson that are learned from."""
    return int(LEARNED * lesson.coarse.shape[1])
