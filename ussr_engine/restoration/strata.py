"""Sorts pixels by what is around them, so that each kind of place can have filters of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.imaging.work import Work
from ussr_engine.scan import Image

ANGLES = 4
COUNT = 3 * 2 * ANGLES * 3
"""Kinds of place: strength of the edge, its coherence, its angle, brightness."""


MIRRORED = np.arange(COUNT).reshape(6, ANGLES, 3)[:, [-angle % ANGLES for angle in range(ANGLES)]].ravel()
"""What every kind becomes when a picture is flipped along one axis."""


@dataclass(frozen=True)
class Structure:
    """What is around every pixel of a picture: strength, coherence and angle of the structure tensor, brightness."""

    strength: Image
    coherence: Image
    angle: npt.NDArray[np.int8]
    brightness: Image

    @classmethod
    def of(cls, image: Image) -> Work[Structure]:
        """Of a picture (h, w)."""
        axial, lateral = np.gradient(gaussian_filter(image, 0.7))
        yield 0.1
        products = []
        for product in (lateral * lateral, lateral * axial, axial * axial):
            products.append(gaussian_filter(product, 1.5))
            yield 0.1 + 0.15 * len(products)
        xx, xy, yy = products
        half, spread = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
        major, minor = np.sqrt(half + spread), np.sqrt(np.maximum(half - spread, 0))
        yield 0.6
        # Angles are counted from the axes, so that flips map kinds of place on kinds.
        angle = np.rint(np.arctan2(2 * xy, xx - yy) * (ANGLES / (2 * math.pi))).astype(np.int8) % ANGLES
        yield 0.8
        brightness = gaussian_filter(image, 2)
        return cls(major / (brightness + 0.03), (major - minor) / (major + minor + 1e-9), angle, brightness)


@dataclass(frozen=True)
class Strata:
    """Bounds between the kinds, taken as quantiles of one picture and used on others like it.

    After RAISR: Romano, Isidoro, Milanfar, IEEE TCI 3(1), 2017.
    """

    strength: npt.NDArray[np.floating]
    coherence: npt.NDArray[np.floating]
    brightness: npt.NDArray[np.floating]

    @classmethod
    def of(cls, seen: Structure) -> Strata:
        """Bounds that part a picture evenly."""
        strength, brightness = np.quantile(seen.strength, [1 / 3, 2 / 3]), np.quantile(seen.brightness, [0.4, 0.75])
        return cls(strength, np.quantile(seen.coherence, [0.5]), brightness)

    def kinds(self, seen: Structure) -> npt.NDArray[np.int64]:
        """(h, w) the kind of every pixel, 0 to COUNT - 1."""
        kind = np.digitize(seen.strength, self.strength) * 2 + np.digitize(seen.coherence, self.coherence)
        return np.asarray((kind * ANGLES + seen.angle) * 3 + np.digitize(seen.brightness, self.brightness))
