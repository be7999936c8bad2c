"""Separable linear degradations A S Bᵀ and the nearest picture that agrees with a scan, at a cost linear in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from scipy import linalg, sparse

from ussr_engine.imaging.resize import Real, banded

RADIUS = 3.0
"""Standard deviations after which a Gaussian blur is cut off."""
FAINT = 0.1
"""Standard deviation in pixels under which a sampled Gaussian is no blur."""


@dataclass(frozen=True, slots=True)
class Blur:
    """How a scan is taken to have been coarsened: a resize kernel, then a Gaussian in pixels of the coarse grid.

    ``axial`` and ``lateral`` are the standard deviations of the Gaussian; 0 leaves it out.
    """

    kernel: str = "cubic"
    axial: float = 0.0
    lateral: float = 0.0


@dataclass(frozen=True)
class Axis:
    """The degradation along one axis: ``down`` (coarse, fine), sparse, and the Cholesky factor of its damped Gram."""

    down: sparse.csr_array
    damping: float

    @cached_property
    def factor(self) -> Real:
        """Banded factor of A Aᵀ + damping × the median of its diagonal, as narrow as the kernel."""
        gram = (self.down @ self.down.T).tocoo()
        width = int((gram.row - gram.col).max())
        lower = np.zeros((width + 1, self.down.shape[0]))
        keep = gram.row >= gram.col
        lower[(gram.row - gram.col)[keep], gram.col[keep]] = gram.data[keep]
        # The median belongs to no border, so that a part of a picture is treated as the whole is.
        lower[0] += self.damping * np.median(lower[0])
        factor: Real = linalg.cholesky_banded(lower, lower=True, check_finite=False)
        return factor

    def spread(self, residual: Real) -> Real:
        """Aᵀ (A Aᵀ + damping)⁻¹ applied to the rows of a residual."""
        solved: Real = self.down.T @ linalg.cho_solve_banded((self.factor, True), residual, check_finite=False)
        return solved


class Separable:
    """The degradation of a whole picture.

    Parameters
    ----------
    fine, coarse : (rows, columns)
        Sizes before and after.
    scale : float or (axial, lateral)
        How many times coarser.
    blur : Blur
        The kernel.
    damping : float
        Share of the response left unexplained, against noise and rounding; 0 reproduces the scan exactly.
    """

    def __init__(
        self,
        fine: tuple[int, int],
        coarse: tuple[int, int],
        scale: float | tuple[float, float],
        blur: Blur,
        damping: float = 0.0,
    ) -> None:
        axial, lateral = scale if isinstance(scale, tuple) else (scale, scale)
        self.rows = _axis(fine[0], coarse[0], float(axial), blur.kernel, blur.axial, damping)
        self.columns = _axis(fine[1], coarse[1], float(lateral), blur.kernel, blur.lateral, damping)

    def coarsened(self, picture: Real) -> Real:
        """A S Bᵀ: (fine) to (coarse)."""
        small: Real = (self.columns.down @ (self.rows.down @ picture).T).T
        return small

    def spread(self, residual: Real) -> Real:
        """The smallest picture that explains a coarse residual."""
        both: Real = self.columns.spread(self.rows.spread(residual).T).T
        return both

    def nearest(self, picture: Real, scan: Real) -> Real:
        """The picture nearest to ``picture`` that, coarsened, gives ``scan`` as far as the damping allows.

        Not clipped.
        """
        nearest: Real = picture + self.spread(scan - self.coarsened(picture))
        return nearest


@lru_cache(maxsize=64)
def _axis(size_in: int, size_out: int, scale: float, kernel: str, sigma: float, damping: float) -> Axis:
    down = banded(size_in, size_out, 1 / scale, kernel)
    return Axis(_gaussian(size_out, sigma) @ down if sigma >= FAINT else down, damping)


def _gaussian(size: int, sigma: float) -> sparse.csr_array:
    """A Gaussian blur along one axis, borders replicated."""
    reach = max(1, int(np.ceil(RADIUS * sigma)))
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-(offsets**2) / (2 * sigma**2))
    weights /= weights.sum()
    rows = np.repeat(np.arange(size), len(offsets))
    columns = np.clip(np.arange(size)[:, None] + offsets, 0, size - 1).ravel()
    return sparse.csr_array((np.tile(weights, size), (rows, columns)), shape=(size, size))
