"""Scans without noise: what a scan's own coarser copies, and its spectrum, say of the next finer grid.

The start is the picture nearest to bicubic that agrees with the scan.  What such a start lacks is learned, by ridge
regression, where the truth is known: from copies of the scan coarsened once more, and from random fields whose
spectrum continues the scan's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ussr_engine.imaging.noise import LEVEL, ROUNDING
from ussr_engine.imaging.recording import PLAIN, Recording
from ussr_engine.imaging.resize import resized
from ussr_engine.imaging.separable import Blur
from ussr_engine.imaging.tiling import middle
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.lesson import Adding, Lesson
from ussr_engine.restoration.ridge import Moments, Table, filtered, mean, moments
from ussr_engine.restoration.spectrum import extrapolated
from ussr_engine.restoration.start import DAMPING, Start
from ussr_engine.scan import Image

DAMPINGS = (DAMPING, 0.03, 0.1, 0.3, 1.0)
"""That are tried where there is noise or JPEG too."""
RIDGE = 1e-5
GRAIN, WIDTH = 0.15, 0.35
"""Unsharp masking of the textured end: its strength and its width in pixels, over the scale."""
MATCHED, SLACK = 1.0, 0.25
"""Decibels learned beyond the start at which the start has grain enough, and those below from which all of the masking
is wanted: where little is learned, what is lacking is random detail.  Set by LPIPS on the ten scans.
"""
PRIOR = 0.2
"""Strength of the random fields beside the scan's own copies."""
SQUARE = 8
"""Side of the squares that are held out in turn, in pixels of a copy."""
REACH = 24
"""Pixels of the scan around a place that have a say in it: patches, and the data step's long tails."""
LARGEST = 1024
"""Largest side in pixels of what is learned from: bounds memory, and filters get no better from more."""
POWERS = (4, 8)
"""Scales that are reached by twos."""
BETWEEN = 1.35
"""How much coarser than its enlargement a scan is made to learn from once more.  Copies of that are 1.35 times as
coarse as the scan, not twice: the nearer, the more alike.
"""
NEARER = 1.2
"""The same for what a polishing network learns from."""
LEAST = 24
"""Smallest side of a scan whose copies still teach something, in pixels of a copy times the scale."""


@dataclass(frozen=True)
class Answer:
    """A picture (H, W), not clipped, and what leads from there to the textured end."""

    picture: Image
    removed: Image


@dataclass(frozen=True)
class Filter:
    """What was learned from a scan, to be used on it and on further frames like it.

    ``share`` is the part of the learned detail that lowers the held-out error, 0 to 1; ``gain_db`` what is gained
    there over bicubic, data step and all; ``grain`` the strength of the unsharp masking at the textured end.  ``twos``,
    where it is there, was learned for the scale of 2: used again on its own picture it stands in for the weights.
    """

    start: Start
    radius: int
    weights: Table
    share: float
    gain_db: float
    grain: float = 0.0
    recording: Recording = PLAIN
    twos: Filter | None = None

    @property
    def step(self) -> Filter:
        """What a single step of the enlargement is done with."""
        return self.twos or self

    def enlarged(self, scan: Image, add: Adding | None = None) -> Work[Answer]:
        """(h, w) to (scale h, scale w); ``add`` says what every step of it still lacks."""
        start = yield from part(self.start.enlarged(scan), 0, 0.3)
        picture = start
        if self.twos:
            picture = yield from part(self.twos.doubled(scan, self.start.scale, add), 0.3, 0.7)
        elif self.share:
            learned = yield from part(filtered(scan, self.weights, self.radius, self.start.scale), 0.3, 0.5)
            picture = start + self.share * learned
        changed = self.twos or self.share
        if changed and self.start.consistent:
            picture = yield from part(self.start.agreed(picture, scan), 0.7, 0.75)
        if add and not self.twos:
            picture = yield from part(add(scan, np.clip(picture, 0, 1)), 0.75, 0.8)
            if self.start.consistent:
                picture = yield from part(self.start.agreed(picture, scan), 0.8, 0.85)
        if not self.start.consistent:
            return Answer(picture, start - picture)
        return Answer(picture, (yield from part(self._textured(start, scan), 0.85, 1)) - picture)

    def doubled(self, scan: Image, times: int, add: Adding | None = None) -> Work[Image]:
        """A scan enlarged twice, and again, until it is ``times`` as fine, a power of 2."""
        picture, count = scan, times.bit_length() - 1
        for at in range(count):
            steps = [(at + more) / count for more in (0, 1)]
            picture = np.clip((yield from part(self.enlarged(picture, add), *steps)).picture, 0, 1)
        return picture

    def _textured(self, start: Image, scan: Image) -> Work[Image]:
        """The textured end: as consistent with the scan as the start, with more grain where grain is lacking."""
        if not self.grain:
            return start
        sharp = start + self.grain * (start - ndimage.gaussian_filter(start, WIDTH * self.start.scale))
        return (yield from self.start.data_step(scan.shape).approached(sharp, scan))

    def rehearsed(self, scan: Image, chance: np.random.Generator) -> Work[list[tuple[Image, Image]]]:
        """(scan, truth) pairs: copies of the scan coarsened once more."""
        seen = middle(scan, LARGEST // self.start.scale)
        return (yield from children(seen, self.start, self.recording, chance))

    def lessons(self, scan: Image, chance: np.random.Generator) -> Work[list[Lesson]]:
        """What a step's own pictures lack, learned between the scan and its enlargement."""
        step = self.step
        seen = middle(scan, LARGEST // step.start.scale)
        parent = yield from part(_between(seen, step, NEARER), 0, 0.2)
        pairs = yield from part(children(parent, step.start, step.recording, chance), 0.2, 0.4)
        lessons = []
        for at, (coarse, truth) in enumerate(pairs):
            steps = [0.4 + 0.6 * (at + more) / len(pairs) for more in (0, 1)]
            answer = yield from part(step.enlarged(coarse), *steps)
            lessons.append(Lesson.of(coarse, np.clip(answer.picture, 0, 1), truth))
        return lessons


def learned(
    scan: Image, scale: int, blur: Blur, chance: np.random.Generator, recording: Recording = PLAIN
) -> Work[Filter]:
    """Learn from a scan (h, w) in [0, 1] how to enlarge it ``scale`` times, a whole number.

    Of a scan larger than LARGEST its middle is learned from.  ``recording`` is how the scan became a file.  Half a scan
    is more like the scan than a quarter of it: powers of 2 are reached by twos, unless JPEG or a blur that comes only
    once stands between.
    """
    by_twos = scale in POWERS and blur == Blur() and not recording.quality
    direct = yield from part(_twice(scan, scale, blur, chance, recording), 0, 0.5 if by_twos else 1)
    if not by_twos:
        return direct
    twos = yield from part(_twice(scan, 2, blur, chance, recording), 0.5, 1)
    return replace(direct, gain_db=max(direct.gain_db, twos.gain_db), twos=twos)


def _twice(scan: Image, scale: int, blur: Blur, chance: np.random.Generator, recording: Recording) -> Work[Filter]:
    """Learned from copies of the scan and, for the scale of 2, again from those of a picture between it and its own.

    The mean of both counts.
    """
    first = yield from part(_learned(scan, scale, blur, chance, recording), 0, 0.4 if scale == 2 else 1)
    if scale != 2 or not first.share:
        return first
    parent = yield from part(_between(middle(scan, LARGEST), first, BETWEEN), 0.4, 0.5)
    second = yield from part(_learned(parent, scale, blur, chance, recording), 0.5, 1)
    weights = (first.share * first.weights + second.share * second.weights) / 2
    return replace(first, weights=weights.astype(np.float32), share=1.0)


def _between(scan: Image, step: Filter, ratio: float) -> Work[Image]:
    """The enlarged scan, made ``ratio`` times coarser again."""
    answer = yield from part(step.enlarged(scan), 0, 0.6)
    return (yield from part(resized(np.clip(answer.picture, 0, 1), scale=1 / ratio), 0.6, 1))


def _learned(scan: Image, scale: int, blur: Blur, chance: np.random.Generator, recording: Recording) -> Work[Filter]:
    radius = radius_of(scale)
    start = Start(scale, blur)
    if min(scan.shape) < LEAST * scale // 2:
        return Filter(start, radius, np.zeros(((2 * radius + 1) ** 2, scale * scale), np.float32), 0.0, 0.0)
    scan = middle(scan, LARGEST)
    family = yield from part(children(scan, start, recording, chance), 0, 0.1)
    kinds = [Start(scale, blur, damping=damping) for damping in (DAMPINGS if recording != PLAIN else (DAMPING,))]
    kinds.append(Start(scale, blur, consistent=False))
    errors = []
    for kept in kinds:
        errors.append((yield from part(_error(family[0], kept), 0.1, 0.1)))
    start = kinds[int(np.argmin(errors))]
    prior = yield from part(_prior(scan, start, radius, chance), 0.1, 0.4)
    both, lacking = [], []
    for at, (child, parent) in enumerate(family):
        steps = [0.4 + 0.6 * (at + more) / len(family) for more in (0, 0.3, 1)]
        target = parent - (yield from part(start.enlarged(child), *steps[:2]))
        lacking.append(mean_square(target))
        both.append((yield from part(moments(child, target, radius, scale, _chessboard(child.shape)), *steps[1:])))
    halves = [mean(parts) for parts in zip(*both, strict=True)]
    weights = [half.plus(prior, PRIOR).solved(RIDGE) for half in halves]
    share, left = held_out(weights, halves[::-1])
    begun = float(np.mean(lacking))
    gain, learned_db = (
        float(10 * np.log10((error + ROUNDING) / (max(begun - left, 0) + ROUNDING))) for error in (errors[-1], begun)
    )
    grain = GRAIN * scale * min(max((MATCHED - learned_db) / SLACK, 0.0), 1.0)
    return Filter(start, radius, mean(halves).plus(prior, PRIOR).solved(RIDGE), share, gain, grain, recording)


def radius_of(scale: int) -> int:
    """Radius of the patches in pixels of the scan; more neighbours teach nothing more."""
    return 4 if scale == 2 else 3


def held_out(weights: list[Table], unseen: list[Moments]) -> tuple[float, float]:
    """(best share of the learned detail, 0 to 1; mean square error it takes away) on moments not learned from."""
    agreement = sum(float(np.sum(table * half.cross)) for table, half in zip(weights, unseen, strict=True))
    energy = sum(float(np.sum(table * (half.gram @ table))) for table, half in zip(weights, unseen, strict=True))
    if energy <= 0:
        return 0.0, 0.0
    share = min(max(agreement / energy, 0.0), 1.0)
    pixels = weights[0].shape[1] * len(weights)
    return share, (2 * share * agreement - share**2 * energy) / pixels


def children(
    scan: Image, start: Start, recording: Recording, chance: np.random.Generator
) -> Work[list[tuple[Image, Image]]]:
    """(child, parent) for every place of the coarse grid on the scan's; children are recorded as the scan was.

    Of the scan's noise, shrinking leaves a part; only the rest is added.
    """
    scale = start.scale
    pairs = []
    for down, along in product(range(scale), repeat=2):
        parent = scan[down:, along:]
        shape = (parent.shape[0] // scale, parent.shape[1] // scale)
        parent = parent[: shape[0] * scale, : shape[1] * scale]
        coarse = start.data_step(shape).coarsened(parent)
        pairs.append((recording.of(coarse, chance, 1 - 1 / scale**2), parent))
        yield len(pairs) / scale**2
    return pairs


def mean_square(image: Image) -> float:
    """Of all pixels, summed in double precision."""
    return float(np.mean(np.square(image), dtype=np.float64))


def _error(pair: tuple[Image, Image], start: Start) -> Work[float]:
    child, parent = pair
    return mean_square((yield from start.enlarged(child)) - parent)


def _chessboard(shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    rows, columns = (np.arange(size) // SQUARE for size in shape)
    return np.asarray((rows[:, None] + columns[None]) % 2 == 1)


def _prior(scan: Image, start: Start, radius: int, chance: np.random.Generator) -> Work[Moments]:
    """Moments of a random field that has the scan's spectrum."""
    scale = start.scale
    field = extrapolated(scan, scale, float(scan.std(dtype=np.float64)), chance)
    yield 0.3
    shape = (field.shape[0] // scale, field.shape[1] // scale)
    coarse = start.data_step(shape).coarsened(field)
    coarse = coarse + chance.uniform(-LEVEL / 2, LEVEL / 2, shape).astype(np.float32)
    lacking = field - (yield from part(start.enlarged(coarse), 0.3, 0.5))
    (prior,) = yield from part(moments(coarse, lacking, radius, scale), 0.5, 1)
    return prior
