"""What the scan says against the picture, and what it cannot say anything about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ussr_engine.identification.candidates import Candidate
from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.separable import Separable
from ussr_engine.imaging.tiling import tiles, whole
from ussr_engine.imaging.work import Work
from ussr_engine.scan import Image

DAMPING = 1e-3
TILE, REACH = 256, 32
"""Pixels of the scan a tile covers, and around a place that have a say in it."""


@dataclass(frozen=True)
class Residual:
    """The scan minus the picture coarsened, in standard deviations of the noise, (h, w).

    ``chi_square`` is its mean square: 1 where noise explains it, below where noise was followed, above where detail was
    lost.  ``correlation`` is that of neighbours: 0 where the residual is white.
    """

    map: Image
    chi_square: float
    correlation: float

    @property
    def words(self) -> str:
        """A sentence for the person."""
        return (
            f"What the picture leaves of the scan unexplained: {self.chi_square:.2f} times the noise's variance, "
            f"neighbours correlated by {self.correlation:.2f}."
        )


def unexplained(scan: Image, picture: Image, scale: float, candidate: Candidate, law: NoiseLaw) -> Image:
    """The map of a `Residual`: a scan (h, w) against the picture (H, W) made from it."""
    seen = candidate.coarsened(picture, (scan.shape[0], scan.shape[1]), scale)
    deviation = np.sqrt(law.variance(np.clip(seen, 0, 1).astype(np.float64)))
    return ((scan - seen) / deviation).astype(np.float32)


def residual(scan: Image, picture: Image, scale: float, candidate: Candidate, law: NoiseLaw) -> Work[Residual]:
    """Compare a scan (h, w) with the picture (H, W) made from it, tile by tile."""
    left = np.empty_like(scan)
    for tile in tiles((scan.shape[0], scan.shape[1]), TILE, REACH, (whole(scale), whole(scale))):
        yield 0.0
        around = tile.source
        part = unexplained(scan[around.slices()], picture[around.slices(scale)], scale, candidate, law)
        left[tile.inner.slices()] = part[tile.inner.within(around)]
    return summed(left)


def summed(left: Image) -> Residual:
    """What a map of the residual says as a whole."""
    even = left - left.mean(dtype=np.float64)
    power = max(float(np.mean(np.square(even))), 1e-12)
    # A single row has neighbours along it alone, a single pixel none.
    products = [even[1:] * even[:-1], even[:, 1:] * even[:, :-1]]
    neighbours = sum(float(part.mean()) for part in products if part.size) / max(1, sum(bool(p.size) for p in products))
    return Residual(left, float(np.mean(np.square(left), dtype=np.float64)), neighbours / power)


def inferred(picture: Image, shape: tuple[int, int], scale: float, candidate: Candidate) -> Image:
    """The part of a picture (H, W) that no scan of ``shape`` would show: its projection on the null space.

    0 where a pixel is measured; elsewhere by how much it is what the method says and not what the scan says.
    """
    step = Separable((picture.shape[0], picture.shape[1]), shape, scale, candidate.blur, DAMPING)
    measured = step.nearest(np.zeros_like(picture), step.coarsened(picture))
    beyond: Image = np.abs(picture - measured)
    return beyond
