"""Separable linear degradations A S Bᵀ and the nearest picture that agrees with a scan, at a cost linear in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import linalg, sparse

from ussr_engine.imaging.resize import P, Real, banded
from ussr_engine.imaging.work import Work, done

RADIUS = 3.0
"""Standard deviations after which a Gaussian blur is cut off."""
FAINT = 0.1
"""Standard deviation in pixels under which a sampled Gaussian is no blur."""
PIXELS = 400_000
"""Pixels that are computed between two chances to stop."""


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
    """The degradation along one axis: ``down`` (coarse, fine), sparse, and the Cholesky factor of its damped Gram.

    ``exact`` is the same in double precision, in which the factor is found.
    """

    exact: sparse.csr_array
    damping: float
    kind: np.dtype[Any]

    @cached_property
    def down(self) -> sparse.csr_array:
        """In the precision of the pictures."""
        return self.exact.astype(self.kind)

    @cached_property
    def factor(self) -> npt.NDArray[Any]:
        """Banded factor of A Aᵀ + damping × the median of its diagonal, as narrow as the kernel."""
        gram = (self.exact @ self.exact.T).tocoo()
        width = int((gram.row - gram.col).max())
        lower = np.zeros((width + 1, self.exact.shape[0]))
        keep = gram.row >= gram.col
        lower[(gram.row - gram.col)[keep], gram.col[keep]] = gram.data[keep]
        # The median belongs to no border, so that a part of a picture is treated as the whole is.
        lower[0] += self.damping * np.median(lower[0])
        factor: Real = linalg.cholesky_banded(lower, lower=True, check_finite=False)
        return factor.astype(self.kind)

    def spread(self, residual: npt.NDArray[P]) -> npt.NDArray[P]:
        """Aᵀ (A Aᵀ + damping)⁻¹ applied to the rows of a residual."""
        solved = linalg.cho_solve_banded((self.factor, True), residual, check_finite=False)
        spread: npt.NDArray[P] = self.down.T @ solved
        return spread


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
        self._sides = (
            (fine[0], coarse[0], float(axial), blur.kernel, blur.axial, damping),
            (fine[1], coarse[1], float(lateral), blur.kernel, blur.lateral, damping),
        )

    def _axes(self, kind: np.dtype[Any]) -> tuple[Axis, Axis]:
        rows, columns = (_axis(*side, kind) for side in self._sides)
        return rows, columns

    def coarsened(self, picture: npt.NDArray[P]) -> npt.NDArray[P]:
        """A S Bᵀ: (fine) to (coarse)."""
        rows, columns = self._axes(picture.dtype)
        small: npt.NDArray[P] = (columns.down @ (rows.down @ picture).T).T
        return small

    def nearest(self, picture: npt.NDArray[P], scan: npt.NDArray[P]) -> npt.NDArray[P]:
        """The picture nearest to ``picture`` that, coarsened, gives ``scan`` as far as the damping allows.

        Not clipped; computed in the precision of ``picture``.
        """
        return done(self.approached(picture, scan))

    def approached(self, picture: npt.NDArray[P], scan: npt.NDArray[P]) -> Work[npt.NDArray[P]]:
        """`nearest` in small steps: S + A⁺ (L - A S Bᵀ) B⁺ᵀ, strip by strip."""
        rows, columns = self._axes(picture.dtype)
        height, width = picture.shape
        strips = [slice(first, first + max(1, PIXELS // height)) for first in range(0, width, max(1, PIXELS // height))]
        half = np.empty((scan.shape[0], width), picture.dtype)
        for strip in strips:
            half[:, strip] = rows.down @ picture[:, strip]
            yield strip.start / width * 0.4
        residual = scan - (columns.down @ half.T).T
        yield 0.45
        half[:] = columns.spread(residual.T).T
        nearest = np.empty_like(picture)
        for strip in strips:
            nearest[:, strip] = picture[:, strip] + rows.spread(half[:, strip])
            yield 0.6 + 0.4 * strip.start / width
        return nearest


@lru_cache(maxsize=64)
def _axis(
    size_in: int, size_out: int, scale: float, kernel: str, sigma: float, damping: float, kind: np.dtype[Any]
) -> Axis:
    down = banded(size_in, size_out, 1 / scale, kernel)
    return Axis(_gaussian(size_out, sigma) @ down if sigma >= FAINT else down, damping, kind)


def _gaussian(size: int, sigma: float) -> sparse.csr_array:
    """A Gaussian blur along one axis, borders replicated."""
    reach = max(1, int(np.ceil(RADIUS * sigma)))
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-(offsets**2) / (2 * sigma**2))
    weights /= weights.sum()
    rows = np.repeat(np.arange(size), len(offsets))
    columns = np.clip(np.arange(size)[:, None] + offsets, 0, size - 1).ravel()
    return sparse.csr_array((np.tile(weights, size), (rows, columns)), shape=(size, size))
