"""Scans with noise: restore, degrade the restored picture as the scan was, learn from that pair, and again.

The noise is first taken out by comparing blocks.  The restored picture is then coarsened and made noisy by the
identified degradation, which gives a pair whose truth is known; ridge regression learns from it the way back, for all
pixels together and, shrunk towards that, for every kind of place.  Texture that cleaning has lost is drawn at random
with the missing spectrum, so that the pair has the statistics of the scan.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ussr_engine.identification.candidates import Candidate
from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.resize import Real, resize
from ussr_engine.imaging.separable import Separable
from ussr_engine.restoration.blocks import MARGIN, cleaned
from ussr_engine.restoration.clean import Answer, radius_of, rounded
from ussr_engine.restoration.ridge import Table, bands, folded, patches, unfolded
from ussr_engine.restoration.spectrum import middle
from ussr_engine.restoration.strata import COUNT, Strata

DAMPING = 1.2
"""Of the data step, over the scale: what cleaning leaves is not all signal."""
RIDGE = 3e-4
SHRINKAGE = 80.0
"""Pixels that the filters of all places count for among those of one kind."""
FEWEST = 50
"""Pixels of a kind from which filters of its own are learned."""
CLEANED = 2
"""Radius of the patches of the cleaned scan."""
PASSES = 2
LARGEST = 640
"""Largest side in pixels of what is learned from: bounds memory, and filters get no better from more."""
REACH = MARGIN + 16
"""Pixels of the scan around a place that have a say in it: similar blocks, and the data step's long tails."""


@dataclass(frozen=True)
class View:
    """A scan, or a simulated one, as the regression sees it: as it is, cleaned, and enlarged after cleaning."""

    scan: Real
    clean: Real
    start: Real


class Way:
    """The way back from one degradation: what was learned in every pass."""

    def __init__(self, law: NoiseLaw, candidate: Candidate, scale: int) -> None:
        self.law, self.candidate, self.scale = law, candidate, scale
        self.regressions: list[Regression] = []

    def learn(self, scan: Real, clean: Real, chance: np.random.Generator) -> Generator[None, None, Answer]:
        """Learn from a scan, a pass between two yields; its own picture comes out."""
        real = self._seen(scan, clean)
        current, answers = real.start, []
        for _ in range(PASSES):
            yield
            simulated, truth = self.simulated(current, scan, chance)
            self.regressions.append(Regression(self._seen(simulated, cleaned(simulated, self.law)), truth, self.scale))
            answers.append(self.regressions[-1].enlarged(real))
            current = (current + answers[-1]) / 2
        return self._answer(real, answers)

    def enlarged(self, scan: Real, clean: Real) -> Answer:
        """A further scan like the one learned from."""
        real = self._seen(scan, clean)
        return self._answer(real, [regression.enlarged(real) for regression in self.regressions])

    def simulated(self, picture: Real, scan: Real, chance: np.random.Generator) -> tuple[Real, Real]:
        """(scan, truth): what ``picture`` would give, with the texture that ``scan`` has beyond it and fresh noise."""
        lost = texture(scan, self.candidate.coarsened(picture, scan.shape, self.scale), self.law, chance)
        truth = np.clip(picture + self._started(lost), 0, 1)
        return noisy(self.candidate.coarsened(truth, scan.shape, self.scale), self.law, chance), truth

    @property
    def error(self) -> float:
        """Mean square error to expect, from the simulated pairs."""
        return float(np.mean([regression.error for regression in self.regressions]))

    @property
    def gain_db(self) -> float:
        """What was gained on the last simulated pair over the better of bicubic and the cleaned start."""
        last = self.regressions[-1]
        return float(10 * np.log10(max(last.simple_error, 1e-12) / max(last.error, 1e-12)))

    def _answer(self, real: View, answers: list[Real]) -> Answer:
        picture = np.mean(answers, axis=0) if self.gain_db > 0 else real.start
        return Answer(picture, self._started(real.scan) - real.start)

    def _seen(self, scan: Real, clean: Real) -> View:
        return View(scan, clean, self._started(clean))

    def _started(self, scan: Real) -> Real:
        fine = (scan.shape[0] * self.scale, scan.shape[1] * self.scale)
        step = Separable(fine, (scan.shape[0], scan.shape[1]), self.scale, self.candidate.blur, DAMPING / self.scale)
        return step.nearest(resize(scan, scale=self.scale), scan)


@dataclass(frozen=True)
class Mixture:
    """Ways back from every degradation that is likely, with their probabilities."""

    law: NoiseLaw
    ways: list[tuple[Way, float]]

    def enlarged(self, scan: Real) -> Answer:
        """A further scan like the one learned from, (h, w) to (scale h, scale w)."""
        clean = cleaned(scan, self.law)
        return mixed([(way.enlarged(scan, clean), chance) for way, chance in self.ways])

    def rehearsed(self, scan: Real, chance: np.random.Generator) -> list[tuple[Real, Real]]:
        """(scan, truth) of a simulation from the restoration, by the likeliest degradation."""
        part = middle(scan, LARGEST)
        return [self.ways[0][0].simulated(np.clip(self.enlarged(part).picture, 0, 1), part, chance)]

    @property
    def error(self) -> float:
        """Mean square error to expect."""
        return sum(chance * way.error for way, chance in self.ways)

    @property
    def gain_db(self) -> float:
        """Gain to expect over the better of bicubic and the cleaned start."""
        return sum(chance * way.gain_db for way, chance in self.ways)


def learned(
    scan: Real, scale: int, finding: Finding, chance: np.random.Generator
) -> Generator[None, None, tuple[Mixture, Answer]]:
    """Learn from a scan (h, w) in [0, 1] how to enlarge it ``scale`` times; yields between passes.

    The answer is that to the middle of the scan, LARGEST a side at most, from which it learns.
    """
    scan = middle(scan, LARGEST)
    clean = cleaned(scan, finding.law)
    ways, answers = [], []
    for candidate, probability in finding.candidates:
        way = Way(finding.law, candidate, scale)
        answers.append(((yield from way.learn(scan, clean, chance)), probability))
        ways.append((way, probability))
    return Mixture(finding.law, ways), mixed(answers)


def mixed(answers: list[tuple[Answer, float]]) -> Answer:
    """The mean by probability."""
    picture = np.sum([chance * answer.picture for answer, chance in answers], axis=0)
    return Answer(picture, np.sum([chance * answer.removed for answer, chance in answers], axis=0))


def noisy(image: Real, law: NoiseLaw, chance: np.random.Generator) -> Real:
    """The picture with fresh noise of the law, rounded to 8 bits."""
    deviation = np.sqrt(law.additive + law.relative * np.square(image))
    return rounded(image + deviation * np.sqrt(3) * chance.uniform(-1, 1, image.shape))


def texture(scan: Real, simulated: Real, law: NoiseLaw, chance: np.random.Generator) -> Real:
    """A random field (h, w) with the spectrum that the scan has, without its noise, beyond a simulated clean one.

    It is drawn stronger where the scan is brighter, as speckle is.
    """
    height, width = scan.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    energy = np.square(window).sum()

    def power(image: Real) -> Real:
        detail = image - ndimage.gaussian_filter(image, 20)
        return np.asarray(np.abs(np.fft.fft2(detail * window)) ** 2 / energy)

    variance = law.additive + law.relative / (1 + law.relative) * np.square(scan)
    white = float((variance * np.square(window)).sum() / energy)
    missing = power(scan) - power(simulated)
    missing = np.maximum(ndimage.gaussian_filter(missing, [height / 24, width / 24], mode="wrap") - white, 0)
    drawn = np.fft.ifft2(np.fft.fft2(chance.standard_normal(scan.shape)) * np.sqrt(missing)).real
    brightness = ndimage.gaussian_filter(scan, 3)
    return np.asarray(drawn * brightness / np.sqrt(np.mean(np.square(brightness)) + 1e-12))


class Regression:
    """The way from a simulated scan back to its truth."""

    def __init__(self, seen: View, truth: Real, scale: int) -> None:
        self.scale, self.radius = scale, radius_of(scale)
        features = self._features(seen, 0, seen.scan.shape[0])
        target = folded(truth - seen.start, scale)
        gram = (features.T @ features).astype(np.float64)
        self._strength = float(np.trace(gram)) / len(gram) / len(features)
        loaded = gram / len(features)
        loaded[np.diag_indices_from(loaded)] += RIDGE * self._strength + 1e-12
        self.common: Table = np.linalg.solve(loaded, (features.T @ target) / len(features)).astype(np.float32)
        rest = target - features @ self.common
        self.error = float(np.mean(np.square(rest)))
        bicubic = float(np.mean(np.square(truth - resize(seen.scan, scale=scale))))
        self.simple_error = min(bicubic, float(np.mean(np.square(target))))
        self.strata = Strata.of(seen.clean)
        self.own: dict[int, Table] = {}
        kinds = self.strata.kinds(seen.clean)
        order = np.argsort(kinds, kind="stable")
        cuts = np.searchsorted(kinds[order], np.arange(COUNT + 1))
        for kind in range(COUNT):
            here = order[cuts[kind] : cuts[kind + 1]]
            if len(here) >= FEWEST:
                self.own[kind] = self._of(features[here], rest[here])

    def _of(self, features: Table, rest: Table) -> Table:
        gram = (features.T @ features).astype(np.float64)
        gram[np.diag_indices_from(gram)] += SHRINKAGE * self._strength + 1e-12
        table: Table = np.linalg.solve(gram, features.T @ rest).astype(np.float32)
        return table

    def enlarged(self, seen: View) -> Real:
        """The finer picture, not clipped."""
        fine = seen.start.copy()
        height, width = seen.scan.shape
        kinds = self.strata.kinds(seen.clean).reshape(height, width)
        for first, last in bands(height):
            features = self._features(seen, first, last)
            detail = features @ self.common
            here = kinds[first:last].ravel()
            for kind, table in self.own.items():
                chosen = here == kind
                if chosen.any():
                    detail[chosen] += features[chosen] @ table
            fine[first * self.scale : last * self.scale] += unfolded(detail, self.scale, width)
        return fine

    def _features(self, seen: View, first: int, last: int) -> Table:
        removed = (seen.clean - seen.scan)[first:last].reshape(-1, 1).astype(np.float32)
        parts = [patches(seen.scan, self.radius, first, last), patches(seen.clean, CLEANED, first, last), removed]
        return np.concatenate(parts, axis=1)
