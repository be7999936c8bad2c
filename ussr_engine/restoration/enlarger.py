"""From a finding to an enlarger: learned once on a scan, applied to it and to further frames like it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import torch

from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.recording import Recording
from ussr_engine.imaging.resize import grid, resize
from ussr_engine.imaging.separable import Blur, Separable
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration import clean, noisy
from ussr_engine.restoration.blocks import STEP
from ussr_engine.restoration.lesson import Adding, Lesson
from ussr_engine.restoration.start import DAMPING
from ussr_engine.scan import Image

MOST = 0.5
"""Largest share of the removed noise that is put back."""
LITTLE = 0.05
"""Decibels of held-out gain under which nothing was found that interpolation does not show."""


@dataclass(frozen=True)
class Enlarger:
    """What was learned from a scan; ``share`` is the part of the removed texture that is put back."""

    scale: float
    finding: Finding
    model: clean.Filter | noisy.Mixture
    share: float

    @property
    def gain_db(self) -> float:
        """Gain over interpolation where the truth is known: on the scan's own copies, or on its simulation."""
        return self.model.gain_db

    @property
    def reach(self) -> int:
        """Pixels of the scan around a place that have a say in it."""
        return noisy.REACH if self.finding.noisy else clean.REACH

    @property
    def step(self) -> int:
        """The scale of a single enlargement of the model: what polishing learns to complete."""
        return self.model.step.start.scale if isinstance(self.model, clean.Filter) else self.model.scale

    @property
    def period(self) -> int:
        """Pixels of the scan after which the method repeats itself."""
        return STEP if self.finding.noisy else 1

    def enlarged(self, scan: Image, add: Adding | None = None) -> Work[Image]:
        """Enlarge the scan, a part of it, or a further frame: (h, w) to (ceil(scale h), ceil(scale w)) in [0, 1].

        ``add`` completes every enlargement by ``step`` that the model makes on the way.
        """
        answer = yield from part(self.model.enlarged(scan, add), 0, 0.9)
        picture = answer.picture + self.share * answer.removed
        whole = math.ceil(self.scale)
        if whole != self.scale:
            yield 0.95
            picture = self._between(scan, picture, whole)
        return np.clip(picture, 0, 1)

    def rehearsed(self, scan: Image, chance: np.random.Generator) -> Work[tuple[list[tuple[Image, Image]], float]]:
        """(picture, truth) pairs like this scan's, and by which scale they were enlarged.

        They are of simulations, or of the scan coarsened once more; what is reached by steps is rehearsed by its first.
        """
        one = self
        if isinstance(self.model, clean.Filter) and self.model.twos:
            one = replace(self, scale=self.step, model=self.model.step)
        pairs = yield from part(one.model.rehearsed(scan, chance), 0, 0.5)
        known = []
        for at, (coarse, truth) in enumerate(pairs):
            steps = [0.5 + 0.5 * (at + more) / len(pairs) for more in (0, 1)]
            known.append(((yield from part(one.enlarged(coarse), *steps)), one._sized(coarse, truth)))
        return known, one.scale

    def lessons(self, scan: Image, chance: np.random.Generator) -> Work[list[Lesson]]:
        """What enlargements by ``step`` lack, where the truth is known; scans like this one, the likeliest first."""
        return (yield from self.model.lessons(scan, chance))

    def _sized(self, scan: Image, truth: Image) -> Image:
        shape, _ = grid((scan.shape[0], scan.shape[1]), self.scale)
        whole = math.ceil(self.scale)
        return truth if whole == self.scale else resize(truth, scale=self.scale / whole, shape=shape)

    def _between(self, scan: Image, picture: Image, whole: int) -> Image:
        """From the next whole scale to the one wanted."""
        shape, _ = grid((scan.shape[0], scan.shape[1]), self.scale)
        smaller = resize(picture, scale=self.scale / whole, shape=shape)
        if self.finding.noisy:
            return smaller
        step = Separable(shape, (scan.shape[0], scan.shape[1]), self.scale, Blur(), DAMPING)
        return step.nearest(smaller, scan)


def learned(
    scan: Image,
    scale: float,
    finding: Finding,
    texture: float,
    chance: np.random.Generator,
    accelerator: torch.device | None = None,
) -> Work[Enlarger]:
    """Learn from a scan how to enlarge it.

    Parameters
    ----------
    scan : (h, w)
        In [0, 1].
    scale : float
        1.5 to 8; one between whole numbers is reached from the next whole one.
    texture : float
        From fidelity, 0, to texture, 1: its square is the share of the expected squared error that texture put back
        may cost.
    chance : numpy Generator
        The only source of chance.
    accelerator : torch device, optional
        One with double precision, where noise is taken out; the processor by default.
    """
    whole = math.ceil(scale)
    if not finding.noisy:
        recording = Recording(finding.law, finding.quality)
        model = yield from clean.learned(scan, whole, finding.candidates[0][0].blur, chance, recording)
        return Enlarger(scale, finding, model, texture**2)
    mixture, answer = yield from noisy.learned(scan, whole, finding, chance, accelerator)
    energy = max(clean.mean_square(answer.removed), 1e-12)
    return Enlarger(scale, finding, mixture, min(MOST, texture * math.sqrt(mixture.error / energy)))
