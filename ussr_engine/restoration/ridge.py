"""Ridge regression from patches of the scan to the fine pixels above their centre.

The normal equations are gathered band by band, so that memory does not grow with the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from ussr_engine.imaging.resize import Real
from ussr_engine.imaging.work import Work
from ussr_engine.scan import Image

Table = npt.NDArray[np.float32]

PIXELS = 16_384
"""Pixels of a scan whose patches are in memory at one time."""


def patches(image: Image, radius: int, first: int, last: int) -> Table:
    """Patches around every pixel of the rows ``first`` to ``last``: ((2 radius + 1)², (last - first) * W).

    Borders are mirrored.
    """
    side = 2 * radius + 1
    rows = np.arange(first - radius, last + radius)
    columns = np.arange(-radius, image.shape[1] + radius)
    part = image[_mirrored(rows, image.shape[0])][:, _mirrored(columns, image.shape[1])]
    table = sliding_window_view(part, (last - first, image.shape[1])).reshape(side * side, -1)
    return table


def even(table: Table) -> Table:
    """Take the mean of every patch, or filter, away; in place."""
    table -= table.mean(0)
    return table


def _mirrored(index: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    period = index % (2 * size)
    return np.where(period < size, period, 2 * size - 1 - period)


def bands(shape: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """(first, last) rows of the bands of a scan."""
    rows = max(1, PIXELS // shape[1])
    for first in range(0, shape[0], rows):
        yield first, min(first + rows, shape[0])


def folded(fine: Image, scale: int) -> Table:
    """(scale h, scale w) to (scale², h * w): the fine pixels above every coarse one."""
    height, width = fine.shape[0] // scale, fine.shape[1] // scale
    cells = fine.reshape(height, scale, width, scale).transpose(1, 3, 0, 2)
    return cells.reshape(scale * scale, height * width)


def unfolded(table: Table, scale: int, width: int) -> Table:
    """Undo `folded`."""
    cells = table.reshape(scale, scale, -1, width).transpose(2, 0, 3, 1)
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


def mean(parts: Sequence[Moments]) -> Moments:
    """The mean of several."""
    return Moments(np.mean([part.gram for part in parts], axis=0), np.mean([part.cross for part in parts], axis=0))


def moments(
    coarse: Image, fine: Image, radius: int, scale: int, groups: npt.NDArray[np.bool_] | None = None
) -> Work[tuple[Moments, ...]]:
    """Normal equations of a coarse picture (h, w) and its fine target (scale h, scale w).

    With ``groups`` (h, w) there are two: of the pixels where it is False, and of those where it is True.
    """
    side, cells = (2 * radius + 1) ** 2, scale * scale
    sums = [(np.zeros((side, side)), np.zeros((side, cells))) for _ in range(1 if groups is None else 2)]
    counts = [0] * len(sums)
    for first, last in bands(coarse.shape):
        table = even(patches(coarse, radius, first, last))
        target = folded(fine[first * scale : last * scale], scale)
        for which, (gram, cross) in enumerate(sums):
            chosen = slice(None) if groups is None else np.flatnonzero(groups[first:last].ravel() == which)
            seen, wanted = table[:, chosen], target[:, chosen]
            gram += seen @ seen.T
            cross += seen @ wanted.T
            counts[which] += seen.shape[1]
        yield last / coarse.shape[0]
    return tuple(
        _flipped(gram, cross, radius, scale, max(count, 1)) for (gram, cross), count in zip(sums, counts, strict=True)
    )


def _flipped(gram: Real, cross: Real, radius: int, scale: int, count: int) -> Moments:
    """The mean over the four flips: texture has no left and right."""
    side = 2 * radius + 1
    pixels, targets = np.arange(side * side).reshape(side, side), np.arange(scale * scale).reshape(scale, scale)
    total = Moments(np.zeros_like(gram), np.zeros_like(cross))
    for down, along in product((1, -1), repeat=2):
        seen, wanted = pixels[::down, ::along].ravel(), targets[::down, ::along].ravel()
        total.gram[:] += gram[np.ix_(seen, seen)] / (4 * count)
        total.cross[:] += cross[np.ix_(seen, wanted)] / (4 * count)
    return total


def filtered(coarse: Image, filters: Table, radius: int, scale: int) -> Work[Image]:
    """What the filters say of every pixel: (h, w) to (scale h, scale w)."""
    height, width = coarse.shape
    fine = np.empty((height * scale, width * scale), np.float32)
    # Filters without a mean do not see that of a patch.
    across = even(filters.copy()).T
    for first, last in bands(coarse.shape):
        answer = across @ patches(coarse, radius, first, last)
        fine[first * scale : last * scale] = unfolded(answer, scale, width)
        yield last / height
    return fine
