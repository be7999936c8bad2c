"""The half-width, pixel by pixel, of a band that holds the truth in nine of ten pixels.

A parametric bootstrap: the scan is simulated from its own restoration (or coarsened once more, where there is no
noise), enlarged by what was learned, and the error there, whose truth is known, is sorted by what is around a pixel.
The band is as good as the simulation; it promises nothing about detail of a kind that the scan does not show.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.identification.finding import Finding
from ussr_engine.imaging.resize import Real
from ussr_engine.scan import Image

COVERED = 0.9
STRENGTHS, BRIGHTNESSES = 16, 3
FEWEST = 200
"""Pixels from which a quantile is taken; places with fewer take that of all."""
SMOOTHER = {True: 1.95, False: 1.6}
"""What errors of a simulation are multiplied by, after diffusion or not: it lacks what the scan never held."""
COARSER = (0.9, -0.45)
"""What errors of a coarser copy are multiplied by, a factor and a power of the scale: a copy holds less detail."""
STEPPED = (0.49, 0.4)
"""The same where errors are those of the first step of several.

All were frozen on six scans: carotids 09-42-05_1, 11-05-17, 17-35-56; breasts benign (48), benign (160),
malignant (57).
"""
WINDOW = 2.0
"""Standard deviation of the neighbourhood, in pixels of the picture over the scale."""


@dataclass(frozen=True)
class Band:
    """Quantiles of the error by brightness and by local contrast."""

    brightness: Real
    contrast: Real
    widths: Real

    @classmethod
    def of(cls, pairs: list[tuple[Image, Image]], scale: float, factor: float) -> Band:
        """From pictures and their truths; errors are multiplied by ``factor``."""
        seen = [_around(picture, scale) for picture, _ in pairs]
        light = np.concatenate([part[0].ravel() for part in seen])
        rough = np.concatenate([part[1].ravel() for part in seen])
        error = factor * np.concatenate([np.abs(picture - truth).ravel() for picture, truth in pairs])
        inner = np.linspace(0, 1, BRIGHTNESSES + 1)[1:-1], np.linspace(0, 1, STRENGTHS + 1)[1:-1]
        brightness = np.quantile(light, inner[0])
        contrast = np.quantile(rough, inner[1])
        cell = _cell(light, rough, brightness, contrast)
        order = np.argsort(cell, kind="stable")
        cuts = np.searchsorted(cell[order], np.arange(BRIGHTNESSES * STRENGTHS + 1))
        widths = np.full(BRIGHTNESSES * STRENGTHS, np.quantile(error, COVERED))
        for index in range(len(widths)):
            here = error[order[cuts[index] : cuts[index + 1]]]
            if len(here) >= FEWEST:
                widths[index] = np.quantile(here, COVERED)
        return cls(brightness, contrast, widths)

    def width(self, picture: Image, scale: float) -> Image:
        """Half-width of the band around every pixel of a picture (H, W)."""
        light, rough = _around(picture, scale)
        return self.widths[_cell(light, rough, self.brightness, self.contrast)].astype(np.float32)


def _around(picture: Image, scale: float) -> tuple[Image, Image]:
    light = gaussian_filter(picture, WINDOW * scale)
    return light, np.sqrt(gaussian_filter(np.square(picture - light), WINDOW * scale))


def _cell(light: Image, rough: Image, brightness: Real, contrast: Real) -> npt.NDArray[np.int8]:
    # Small integers are sorted by counting.
    return (np.digitize(light, brightness) * STRENGTHS + np.digitize(rough, contrast)).astype(np.int8)


def factor(finding: Finding, scale: float, step: float) -> float:
    """How errors where the truth is known, enlarged by ``step``, compare with those of the whole enlargement."""
    if finding.noisy:
        return SMOOTHER[finding.candidates[0][0].diffused]
    times, power = COARSER if step == scale else STEPPED
    return float(times * scale**power)
