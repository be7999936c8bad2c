"""Points of a curve as they arrive, and the few of them that a plot has room for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

SMOOTHINGS = (1, 10, 25, 100)


class Series:
    """One loss by step; grows by doubling, so that adding stays cheap at 100 000 points."""

    def __init__(self) -> None:
        self._steps, self._values = np.empty(1024), np.empty(1024)
        self._size = 0
        self._parts: list[int] = []

    def add(self, step: float, value: float) -> None:
        if self._size == self._steps.size:
            self._steps = np.concatenate([self._steps, np.empty(self._size)])
            self._values = np.concatenate([self._values, np.empty(self._size)])
        self._steps[self._size], self._values[self._size] = step, value
        self._size += 1

    def part(self, step: float) -> None:
        """Begin another stage here: no line joins it to what came before, and no mean."""
        if self._size:
            self._parts.append(self._size)
            self.add(step, np.nan)

    def smoothed(self, over: int) -> Values:
        """Values smoothed within each stage."""
        return np.concatenate([smoothed(part, over) for part in np.split(self.values, self._parts)])

    @property
    def steps(self) -> Values:
        return self._steps[: self._size]

    @property
    def values(self) -> Values:
        return self._values[: self._size]

    def at(self, step: float) -> float | None:
        """The value measured at a step; None where there is none."""
        i = int(np.searchsorted(self.steps, step))
        return float(self.values[i]) if i < self._size and self.steps[i] == step else None


def smoothed(values: Values, over: int) -> Values:
    """Mean of the ``over`` points around each, fewer at the ends, of those that are finite; NaN stays NaN."""
    if over <= 1 or not values.size:
        return values
    finite = np.isfinite(values)
    total = np.concatenate([[0.0], np.cumsum(np.where(finite, values, 0.0))])
    count = np.concatenate([[0], np.cumsum(finite)])
    middle = np.arange(values.size)
    first, end = np.maximum(middle - over // 2, 0), np.minimum(middle + (over + 1) // 2, values.size)
    mean = (total[end] - total[first]) / np.maximum(count[end] - count[first], 1)
    return np.where(finite, mean, np.nan)


def thinned(steps: Values, values: Values, room: int) -> tuple[Values, Values]:
    """At most about ``room`` points that look the same: the lowest and highest of each bin, gaps (NaN) kept."""
    size = max(1, int(np.ceil(values.size / max(room // 2, 1))))
    if size <= 2:
        return steps, values
    start = np.arange(0, values.size, size)
    holes = np.isnan(values)
    padded = np.append(values, np.full(-values.size % size, np.nan)).reshape(-1, size)
    low = start + np.argmin(np.where(np.isnan(padded), np.inf, padded), axis=1)
    high = start + np.argmax(np.where(np.isnan(padded), -np.inf, padded), axis=1)
    gap = [first + np.argmax(holes[first : first + size]) for first in start if holes[first : first + size].any()]
    kept = np.unique(np.concatenate([low, high, gap, [0, values.size - 1]]).astype(np.intp))
    return steps[kept], values[kept]


def as_logarithm(values: Values) -> Values:
    """log10, NaN (a gap in the curve) for what has none."""
    usable = np.isfinite(values) & (values > 0)
    return np.where(usable, np.log10(np.where(usable, values, 1.0)), np.nan)
