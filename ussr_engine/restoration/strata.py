"""Sorts pixels by what is around them, so that each kind of place can have filters of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.imaging.resize import Real

ANGLES = 4
COUNT = 3 * 2 * ANGLES * 3
"""Kinds of place: strength of the edge, its coherence, its angle, brightness."""


@dataclass(frozen=True)
class Strata:
    """Bounds between the kinds, taken as quantiles of one picture and used on others like it.

    After RAISR: Romano, Isidoro, Milanfar, IEEE TCI 3(1), 2017.
    """

    strength: Real
    coherence: Real
    brightness: Real

    @classmethod
    def of(cls, image: Real) -> Strata:
        """Bounds that part a picture (h, w) evenly."""
        strength, coherence, _, brightness = _structure(image)
        return cls(
            np.quantile(strength, [1 / 3, 2 / 3]), np.quantile(coherence, [0.5]), np.quantile(brightness, [0.4, 0.75])
        )

    def kinds(self, image: Real) -> npt.NDArray[np.int64]:
        """(h * w,) the kind of every pixel, 0 to COUNT - 1."""
        strength, coherence, angle, brightness = _structure(image)
        kind = np.digitize(strength, self.strength) * 2 + np.digitize(coherence, self.coherence)
        kind = (kind * ANGLES + angle) * 3 + np.digitize(brightness, self.brightness)
        return np.asarray(kind).ravel()


def _structure(image: Real) -> tuple[Real, Real, npt.NDArray[np.int64], Real]:
    """Strength, coherence and angle of the structure tensor, and mean brightness."""
    axial, lateral = np.gradient(gaussian_filter(image, 0.7))
    xx, xy, yy = (gaussian_filter(part, 1.5) for part in (lateral * lateral, lateral * axial, axial * axial))
    spread = np.sqrt((xx - yy) ** 2 / 4 + xy * xy)
    major, minor = (xx + yy) / 2 + spread, np.maximum((xx + yy) / 2 - spread, 0)
    angle = (np.arctan2(2 * xy, xx - yy) / (2 * np.pi) * ANGLES).astype(np.int64) % ANGLES
    brightness = gaussian_filter(image, 2)
    strength = np.sqrt(major) / (brightness + 0.03)
    coherence = (np.sqrt(major) - np.sqrt(minor)) / (np.sqrt(major) + np.sqrt(minor) + 1e-9)
    return strength, coherence, angle, brightness
