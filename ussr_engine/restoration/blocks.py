"""Noise taken out by comparing blocks: similar ones are stacked and their common transform is shrunk.

Collaborative filtering in two steps, hard thresholds and then a Wiener filter: Dabov, Foi, Katkovnik, Egiazarian, IEEE
TIP 16(8), 2007.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view
from scipy import fft, ndimage

from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.resize import Real

Table = npt.NDArray[np.float32]
Places = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""(blocks, STACK) rows and columns of the upper left pixels."""

SIDE, STEP, REACH, STACK = 8, 4, 6, 16
"""Pixels of a block, between blocks and of the search; blocks in a stack."""
THRESHOLD = 2.7
"""Standard deviations of the noise under which a coefficient is noise."""
SMOOTHING = 0.8
"""Pixels of blur before blocks are first compared."""
ROWS = 192
"""Rows cleaned at one time, a multiple of STEP."""
MARGIN = 48
"""Rows on either side that can have a say in the result, a multiple of STEP."""


def cleaned(image: Real, law: NoiseLaw) -> Real:
    """Take the noise out of a picture (h, w) in [0, 1]; it is returned clipped to [0, 1]."""
    bent = law.stabilised(image, 1.0).astype(np.float32)
    if min(bent.shape) < SIDE:
        return image
    clean = np.empty(image.shape)
    height = bent.shape[0]
    for first in range(0, height, ROWS):
        top, bottom = max(0, first - MARGIN), min(height, first + ROWS + MARGIN)
        last = min(height, first + ROWS)
        clean[first:last] = _filtered(bent[top:bottom])[first - top : last - top]
    return np.clip(law.restored(clean, 1.0), 0, 1)


def _filtered(image: Table) -> Table:
    """Both steps, for noise of unit variance."""
    stacks = _Stacks(image, _alike(ndimage.gaussian_filter(image, SMOOTHING)))

    def thresholded(coefficients: Table) -> tuple[Table, Table]:
        kept = np.abs(coefficients) > THRESHOLD
        kept[:, 0, 0] = True
        return coefficients * kept, (1 / kept.sum((1, 2))).astype(np.float32)

    estimate = stacks.rebuilt(thresholded)
    stacks = _Stacks(image, _alike(estimate))
    power = stacks.transformed(estimate) ** 2

    def wiener(coefficients: Table) -> tuple[Table, Table]:
        gain = power / (power + 1)
        gain[:, 0, 0] = 1
        return coefficients * gain, (1 / np.square(gain).sum((1, 2))).astype(np.float32)

    return stacks.rebuilt(wiener)


def _alike(image: Table) -> Places:
    """For every block of the grid the places of the STACK most similar ones nearby, itself first among them."""
    height, width = image.shape
    rows, columns = (np.unique(np.r_[np.arange(0, size - SIDE + 1, STEP), size - SIDE]) for size in image.shape)
    down, along = (places.ravel() for places in np.meshgrid(rows, columns, indexing="ij"))
    offsets = np.array(list(product(range(-REACH, REACH + 1), repeat=2)))
    distance = np.empty((len(offsets), len(down)), np.float32)
    padded = np.pad(image, REACH, mode="edge")
    centre = SIDE // 2
    for at, (lower, further) in enumerate(offsets):
        moved = padded[REACH + lower : REACH + lower + height, REACH + further : REACH + further + width]
        apart = ndimage.uniform_filter(np.square(image - moved), SIDE)
        distance[at] = apart[np.ix_(rows + centre, columns + centre)].ravel()
        outside = (down + lower < 0) | (down + lower > height - SIDE)
        outside |= (along + further < 0) | (along + further > width - SIDE)
        distance[at, outside] = np.inf
    distance[len(offsets) // 2] = -1
    best = np.argpartition(distance, STACK, axis=0)[:STACK]
    # In the order of likeness: the transform across a stack depends on it.
    order = np.argsort(np.take_along_axis(distance, best, 0), axis=0, kind="stable")
    best = np.take_along_axis(best, order, 0)
    return (down + offsets[best, 0]).T, (along + offsets[best, 1]).T


class _Stacks:
    """Stacks of blocks and their transform: cosines within blocks and across the stack."""

    _WITHIN = np.kron(*(2 * [fft.dct(np.eye(SIDE), axis=0, norm="ortho")])).astype(np.float32)
    _ACROSS = fft.dct(np.eye(STACK), axis=0, norm="ortho").astype(np.float32)
    _FADE = np.outer(*(2 * [np.kaiser(SIDE, 2.0)])).astype(np.float32).ravel()

    def __init__(self, image: Table, places: Places) -> None:
        self.shape, self.places = image.shape, places
        self.coefficients = self.transformed(image)

    def transformed(self, image: Table) -> Table:
        """(stacks, STACK, SIDE²)."""
        blocks = sliding_window_view(image, (SIDE, SIDE))[self.places].reshape(-1, STACK, SIDE * SIDE)
        turned: Table = np.matmul(self._ACROSS, blocks @ self._WITHIN.T)
        return turned

    def rebuilt(self, shrink: Callable[[Table], tuple[Table, Table]]) -> Table:
        """The mean, by weight, of every block's say about every pixel."""
        coefficients, weights = shrink(self.coefficients)
        blocks = np.matmul(self._ACROSS.T, coefficients) @ self._WITHIN
        height, width = self.shape
        inside = (np.arange(SIDE)[:, None] * width + np.arange(SIDE)).ravel()
        pixels = ((self.places[0] * width + self.places[1])[..., None] + inside).ravel()
        share = np.broadcast_to(weights[:, None, None] * self._FADE, blocks.shape)
        total = np.bincount(pixels, (blocks * share).ravel(), height * width)
        weight = np.bincount(pixels, share.ravel(), height * width)
        return (total / np.maximum(weight, 1e-9)).reshape(height, width).astype(np.float32)
