"""Ridge regression from patches of the scan to the fine pixels above their centre.

The normal equations are gathered band by band, so that memory does not grow with the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from ussr_engine.imaging.resize import Real

Table = npt.NDArray[np.float32]

ROWS = 64
"""Rows of a scan whose patches are in memory at one time."""


def patches(image: npt.NDArray[np.floating], radius: int, first: int, last: int) -> Table:
    """Patches around every pixel of the rows ``first`` to ``last``: ((last - first) * W, (2 radius + 1)²).

    Borders are mirrored and the mean of every patch is taken away.
    """
    side = 2 * radius + 1
    rows = np.arange(first - radius, last + radius)
    part = image[_mirrored(rows, image.shape[0])][
        :, _mirrored(np.arange(-radius, image.shape[1] + radius), image.shape[1])
    ]
    windows = sliding_window_view(part.astype(np.float32), (side, side))
    table = windows.reshape(-1, side * side)
    even: Table = table - table.mean(1, keepdims=True)
    return even


def _mirrored(index: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    period = index % (2 * size)
    return np.where(period < size, period, 2 * size - 1 - period)


def bands(height: int) -> Iterator[tuple[int, int]]:
    """(first, last) rows of the bands of a scan."""
    for first in range(0, height, ROWS):
        yield first, min(first + ROWS, height)


def folded(fine: npt.NDArray[np.floating], scale: int) -> Table:
    """(scale h, scale w) to (h * w, scale²): the fine pixels above every coarse one."""
    height, width = fine.shape[0] // scale, fine.shape[1] // scale
    cells = fine.astype(np.float32).reshape(height, scale, width, scale).transpose(0, 2, 1, 3)
    return cells.reshape(height * width, scale * scale)


def unfolded(table: Table, scale: int, width: int) -> Table:
    """Undo `folded`."""
    cells = table.reshape(-1, width, scale, scale).transpose(0, 2, 1, 3)
    return cells.reshape(-1, width * scale)


@dataclass(frozen=True)
class Moments:
    """Mean products of patches with patches (n, n) and with targets (n, scale²)."""

    gram: Real
    cross: Real

    def plus(self, other: Moments, share: float) -> Moments:
        """These and ``share`` times the others, brought to the same strength."""
        factor = share * np.trace(self.gram) / max(np.trace(other.gram), 1e-12)
        return Moments(self.gram + factor * other.gram, self.cross + factor * other.cross)

    def solved(self, ridge: float) -> Table:
        """The filters (n, scale²); ``ridge`` is relative to the mean strength of a patch's pixels."""
        gram = self.gram.copy()
        gram[np.diag_indices_from(gram)] += ridge * np.trace(gram) / len(gram) + 1e-12
        filters: Table = np.linalg.solve(gram, self.cross).astype(np.float32)
        return filters


def moments(
    pairs: list[tuple[Real, Real]], radius: int, scale: int, where: npt.NDArray[np.bool_] | None = None
) -> Moments:
    """Normal equations of coarse pictures and their fine targets.

    Parameters
    ----------
    pairs : list of ((h, w), (scale h, scale w))
        Pictures and targets.
    where : (h, w) of bool, optional
        The pixels to learn from; all pairs then have that size.
    """
    side = (2 * radius + 1) ** 2
    gram, cross, count = np.zeros((side, side)), np.zeros((side, scale * scale)), 0
    for coarse, fine in pairs:
        for first, last in bands(coarse.shape[0]):
            table = patches(coarse, radius, first, last)
            target = folded(fine[first * scale : last * scale], scale)
            if where is not None:
                chosen = where[first:last].ravel()
                table, target = table[chosen], target[chosen]
            gram += table.T @ table
            cross += table.T @ target
            count += len(table)
    return _even(gram, cross, radius, scale, max(count, 1))


def _even(gram: Real, cross: Real, radius: int, scale: int, count: int) -> Moments:
    """The mean over the four flips: texture has no left and right."""
    side = 2 * radius + 1
    pixels, targets = np.arange(side * side).reshape(side, side), np.arange(scale * scale).reshape(scale, scale)
    total = Moments(np.zeros_like(gram), np.zeros_like(cross))
    for down, along in product((1, -1), repeat=2):
        seen, wanted = pixels[::down, ::along].ravel(), targets[::down, ::along].ravel()
        total.gram[:] += gram[np.ix_(seen, seen)] / (4 * count)
        total.cross[:] += cross[np.ix_(seen, wanted)] / (4 * count)
    return total


def filtered(coarse: Real, filters: Table, radius: int, scale: int) -> Real:
    """What the filters say of every pixel: (h, w) to (scale h, scale w)."""
    height, width = coarse.shape
    fine = np.empty((height * scale, width * scale))
    for first, last in bands(height):
        answer = patches(coarse, radius, first, last) @ filters
        fine[first * scale : last * scale] = unfolded(answer, scale, width)
    return fine
