"""Scans with noise: restore, degrade the restored picture as the scan was, learn from that pair, and again.

The noise is first taken out by comparing blocks.  The restored picture is then coarsened and made noisy by the
identified degradation, which gives a pair whose truth is known; ridge regression learns from it the way back, for all
pixels together and, shrunk towards that, for every kind of place.  Texture that cleaning has lost is drawn at random
with the missing spectrum, so that the pair has the statistics of the scan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import torch
from scipy import ndimage

from ussr_engine.identification.candidates import Candidate
from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.recording import Recording
from ussr_engine.imaging.resize import Real, resized
from ussr_engine.imaging.separable import Separable
from ussr_engine.imaging.tiling import middle
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.blocks import MARGIN, cleaned
from ussr_engine.restoration.blocks_torch import cleaned_tensor
from ussr_engine.restoration.clean import Answer, mean_square
from ussr_engine.restoration.lesson import Adding, Lesson
from ussr_engine.restoration.regression import Regression, View, enlarged
from ussr_engine.restoration.strata import Structure
from ussr_engine.scan import Image

DAMPING = 1.2
"""Of the data step, over the scale: what cleaning leaves is not all signal."""
PASSES, MORE = 2, 3
"""Times that simulating and learning are gone through, at the scale of 2 and above."""
DRAWS = 3
"""Simulations that a pass learns from, at most: one less than the scale, for the coarser a scan, the fewer pixels."""
LESSONS = 6
"""Simulations that a polishing network learns from."""
UNKNOWN = 0.5
"""Part of the doubt that is about all candidates: its share of the picture is the cleaned scan, interpolated."""
LARGEST = 1280
"""Largest side, enlarged, of what is learned from: bounds memory, and filters get no better from more."""
REACH = MARGIN + 16
"""Pixels of the scan around a place that have a say in it: similar blocks, and the data step's long tails."""


@dataclass(frozen=True)
class Cleaned:
    """A scan without its noise, and what is around every pixel of it."""

    picture: Image
    structure: Structure

    @classmethod
    def of(cls, scan: Image, law: NoiseLaw, accelerator: torch.device | None = None) -> Work[Cleaned]:
        """Clean a scan (h, w) in [0, 1], on the accelerator if there is one."""
        cleaning = cleaned(scan, law) if accelerator is None else cleaned_tensor(scan, law, accelerator)
        picture = yield from part(cleaning, 0, 0.9)
        return cls(picture, (yield from part(Structure.of(picture), 0.9, 1)))


class Way:
    """The way back from one degradation: what was learned in every pass."""

    def __init__(
        self, recording: Recording, candidate: Candidate, scale: int, accelerator: torch.device | None = None
    ) -> None:
        self.recording, self.candidate, self.scale = recording, candidate, scale
        self._accelerator = accelerator
        self.regressions: list[Regression] = []

    def learn(self, scan: Image, clean: Cleaned, chance: np.random.Generator) -> Work[Answer]:
        """Learn from a scan; its own picture comes out."""
        real = yield from part(self._seen(scan, clean), 0, 0.02)
        current = real.start
        answers: list[Image] = []
        passes = passes_of(self.scale)
        for passed in range(passes):
            begun = passed / passes
            steps = [begun + (0.05 + share) * 0.95 / passes for share in (0, 0.45, 0.75, 0.95)]
            drawn = yield from part(self._drawn(current, scan, chance), *steps[:2])
            self.regressions.append((yield from part(Regression.learned(drawn, self.scale), *steps[1:3])))
            answers.append((yield from part(enlarged(real, self.regressions[-1:]), *steps[2:])))
            current = np.float32(0.5) * (current + answers[-1])
        return (yield from part(self._answer(real, np.mean(answers, axis=0, dtype=np.float32)), 0.975, 1))

    def enlarged(self, scan: Image, clean: Cleaned) -> Work[Answer]:
        """A further scan like the one learned from."""
        real = yield from part(self._seen(scan, clean), 0, 0.1)
        picture = yield from part(enlarged(real, self.regressions), 0.1, 0.9)
        return (yield from part(self._answer(real, picture), 0.9, 1))

    def simulated(self, picture: Image, scan: Image, chance: np.random.Generator) -> Work[tuple[Image, Image]]:
        """(scan, truth): what ``picture`` would give, with the texture that ``scan`` has beyond it and fresh noise."""
        coarse = self.candidate.coarsened(picture, scan.shape, self.scale)
        yield 0.1
        lost = yield from part(texture(scan, coarse, self.recording.law, chance), 0.1, 0.6)
        truth = np.clip(picture + (yield from part(self._started(lost), 0.6, 0.9)), 0, 1)
        return self.recording.of(self.candidate.coarsened(truth, scan.shape, self.scale), chance), truth

    def _drawn(self, picture: Image, scan: Image, chance: np.random.Generator) -> Work[list[tuple[View, Image]]]:
        """(view, truth) of as many simulations as a pass learns from."""
        count = min(DRAWS, max(1, self.scale - 1))
        pairs = []
        for at in range(count):
            steps = [(at + share) / count for share in (0, 0.2, 0.9, 1)]
            simulated, truth = yield from part(self.simulated(picture, scan, chance), *steps[:2])
            cleaner = yield from part(Cleaned.of(simulated, self.recording.law, self._accelerator), *steps[1:3])
            pairs.append(((yield from part(self._seen(simulated, cleaner), *steps[2:])), truth))
        return pairs

    @property
    def error(self) -> float:
        """Mean square error to expect, from the simulated pairs."""
        return float(np.mean([regression.error for regression in self.regressions]))

    @property
    def gain_db(self) -> float:
        """What was gained on the last simulated pair over the better of bicubic and the cleaned start."""
        last = self.regressions[-1]
        return float(10 * np.log10(max(last.simple_error, 1e-12) / max(last.error, 1e-12)))

    def _answer(self, real: View, picture: Image) -> Work[Answer]:
        if self.gain_db <= 0:
            picture = real.start
            if self.regressions[-1].bicubic:
                picture = yield from resized(real.scan, scale=self.scale)
        return Answer(picture, (yield from self._started(real.scan)) - real.start)

    def _seen(self, scan: Image, clean: Cleaned) -> Work[View]:
        return View(scan, clean.picture, (yield from self._started(clean.picture)), clean.structure)

    def _started(self, scan: Image) -> Work[Image]:
        fine = (scan.shape[0] * self.scale, scan.shape[1] * self.scale)
        step = Separable(fine, (scan.shape[0], scan.shape[1]), self.scale, self.candidate.blur, DAMPING / self.scale)
        bicubic = yield from part(resized(scan, scale=self.scale), 0, 0.4)
        return (yield from part(step.approached(bicubic, scan), 0.4, 1))


@dataclass(frozen=True)
class Mixture:
    """Ways back from every degradation that is likely, with their shares; ``doubt`` is the finding's."""

    law: NoiseLaw
    ways: list[tuple[Way, float]]
    accelerator: torch.device | None = None
    doubt: float = 0.0

    @property
    def scale(self) -> int:
        """Of all ways."""
        return self.ways[0][0].scale

    def enlarged(self, scan: Image, add: Adding | None = None) -> Work[Answer]:
        """A further scan like the one learned from, (h, w) to (scale h, scale w); ``add`` completes it."""
        clean = yield from part(Cleaned.of(scan, self.law, self.accelerator), 0, 0.5)
        answers = []
        for at, (way, chance) in enumerate(self.ways):
            steps = [0.5 + 0.4 * (at + more) / len(self.ways) for more in (0, 1)]
            answers.append(((yield from part(way.enlarged(scan, clean), *steps)), chance))
        answer = mixed(answers)
        picture = answer.picture
        if add:
            picture = yield from part(add(scan, np.clip(picture, 0, 1)), 0.9, 0.98)
        if self.doubt:
            interpolated = yield from part(resized(clean.picture, scale=self.scale), 0.98, 1)
            picture = picture + np.float32(UNKNOWN * self.doubt) * (interpolated - picture)
        return Answer(picture, answer.removed)

    def rehearsed(self, scan: Image, chance: np.random.Generator) -> Work[list[tuple[Image, Image]]]:
        """(scan, truth) of simulations from the restoration, one by every degradation that is likely.

        By one alone the mixture would look as if it always erred to the same side.
        """
        seen = middle(scan, LARGEST // self.scale)
        answer = yield from part(self._sure.enlarged(seen), 0, 0.6)
        picture, pairs = np.clip(answer.picture, 0, 1), []
        for at, (way, _) in enumerate(self.ways):
            steps = [0.6 + 0.4 * (at + more) / len(self.ways) for more in (0, 1)]
            pairs.append((yield from part(way.simulated(picture, seen, chance), *steps)))
        return pairs

    def lessons(self, scan: Image, chance: np.random.Generator) -> Work[list[Lesson]]:
        """What the mixture lacks of simulations from the restoration, from every likely degradation as often as likely.

        The likeliest comes first.
        """
        seen, sure = middle(scan, LARGEST // self.scale), self._sure
        answer = yield from part(sure.enlarged(seen), 0, 0.1)
        picture, lessons = np.clip(answer.picture, 0, 1), []
        counts = shared([share for _, share in self.ways], LESSONS)
        turns = sorted((at / count, way) for way, count in enumerate(counts) for at in range(count))
        for at, (_, which) in enumerate(turns):
            steps = [0.1 + 0.9 * (at + more) / LESSONS for more in (0, 0.2, 1)]
            coarse, truth = yield from part(self.ways[which][0].simulated(picture, seen, chance), *steps[:2])
            enlarged = (yield from part(sure.enlarged(coarse), *steps[1:])).picture
            lessons.append(Lesson.of(coarse, np.clip(enlarged, 0, 1), truth))
        return lessons

    @property
    def _sure(self) -> Mixture:
        """The same without doubt: of its own simulations it knows how they were made."""
        return replace(self, doubt=0.0)

    @property
    def error(self) -> float:
        """Mean square error to expect."""
        return sum(chance * way.error for way, chance in self.ways)

    @property
    def gain_db(self) -> float:
        """Gain to expect over the better of bicubic and the cleaned start."""
        return sum(chance * way.gain_db for way, chance in self.ways)


def learned(
    scan: Image, scale: int, finding: Finding, chance: np.random.Generator, accelerator: torch.device | None = None
) -> Work[tuple[Mixture, Answer]]:
    """Learn from a scan (h, w) in [0, 1] how to enlarge it ``scale`` times.

    Noise is taken out on ``accelerator``, if there is one: that is most of the work.

    The answer is that to the middle of the scan, enlarged LARGEST a side at most, from which it learns.
    """
    scan = middle(scan, LARGEST // scale)
    # Cleaning is about half a pass.
    first = 1 / (1 + 2 * passes_of(scale) * len(finding.candidates))
    clean = yield from part(Cleaned.of(scan, finding.law, accelerator), 0, first)
    ways, answers = [], []
    for at, (candidate, share) in enumerate(finding.mixture):
        way = Way(Recording(finding.law, finding.quality), candidate, scale, accelerator)
        steps = [first + (1 - first) * (at + more) / len(finding.candidates) for more in (0, 1)]
        answers.append(((yield from part(way.learn(scan, clean, chance), *steps)), share))
        ways.append((way, share))
    return Mixture(finding.law, ways, accelerator, finding.doubt), mixed(answers)


def shared(shares: list[float], count: int) -> list[int]:
    """So many things dealt out by shares, one to each at least."""
    rest = count - len(shares)
    dealt = np.cumsum([0, *shares]) / sum(shares) * rest
    return [1 + int(high) - int(low) for low, high in pairwise(np.floor(dealt + 0.5))]


def passes_of(scale: int) -> int:
    """A coarse scan is small: there is time for more."""
    return PASSES if scale == 2 else MORE


def mixed(answers: list[tuple[Answer, float]]) -> Answer:
    """The mean by share."""
    picture, removed = (np.zeros_like(answers[0][0].picture) for _ in range(2))
    for answer, chance in answers:
        picture += chance * answer.picture
        removed += chance * answer.removed
    return Answer(picture, removed)


def texture(scan: Image, simulated: Image, law: NoiseLaw, chance: np.random.Generator) -> Work[Image]:
    """A random field (h, w) with the spectrum that the scan has, without its noise, beyond a simulated clean one.

    It is drawn stronger where the scan is brighter, as speckle is.
    """
    height, width = scan.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    energy = np.square(window).sum()

    def power(image: Image) -> Real:
        detail = image - ndimage.gaussian_filter(image, 20)
        return np.asarray(np.abs(np.fft.fft2(detail * window)) ** 2 / energy)

    # The square of a noisy brightness is too large by the noise's own variance.
    variance = law.variance(scan.astype(np.float64)) - law.relative**2 / (1 + law.relative) * np.square(scan)
    variance *= law.left(ndimage.gaussian_filter(scan, 3).astype(np.float64))
    white = float((variance * np.square(window)).sum() / energy)
    missing = power(scan)
    yield 0.3
    missing -= power(simulated)
    yield 0.6
    missing = np.maximum(ndimage.gaussian_filter(missing, [height / 24, width / 24], mode="wrap") - white, 0)
    yield 0.8
    drawn = np.fft.ifft2(np.fft.fft2(chance.standard_normal(scan.shape)) * np.sqrt(missing)).real
    brightness = ndimage.gaussian_filter(scan, 3)
    field: Image = (drawn * brightness / np.sqrt(mean_square(brightness) + 1e-12)).astype(np.float32)
    return field
