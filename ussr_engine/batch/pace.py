"""How long a queue will still take: a range, or nothing while there is nothing to judge by."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np

LATEST = 50
"""Items of one treatment that are judged by."""


class Pace:
    """Seconds that items of each treatment took lately."""

    def __init__(self, spent: Mapping[int, Sequence[float]]) -> None:
        self._spent = {treatment: deque(seconds, LATEST) for treatment, seconds in spent.items()}
        self._busy: dict[int, tuple[int, float]] = {}

    def began(self, number: int, treatment: int) -> None:
        """An item was given out."""
        self._busy[number] = treatment, time.monotonic()

    def ended(self, number: int, counts: bool) -> None:
        """It came back; one that failed at once ``counts`` for nothing."""
        treatment, since = self._busy.pop(number)
        if counts:
            self._spent.setdefault(treatment, deque(maxlen=LATEST)).append(time.monotonic() - since)

    def left(self, ahead: Mapping[int, int], workers: int) -> tuple[float, float] | None:
        """(low, high) seconds, from the middle half of what items took, at least 10 % either way.

        None where items of a treatment wait of which none was done yet: nothing honest can be said then.
        """
        wanted = {*ahead, *(treatment for treatment, _ in self._busy.values())}
        if any(not self._spent.get(treatment) for treatment in wanted):
            return None
        span = {treatment: _span(list(self._spent[treatment])) for treatment in wanted}
        now = time.monotonic()
        ends = []
        for end in (0, 1):
            waiting = sum(count * span[treatment][end] for treatment, count in ahead.items())
            going = sum(max(0.0, span[treatment][end] - (now - since)) for treatment, since in self._busy.values())
            ends.append((waiting + going) / max(1, workers))
        return ends[0], ends[1]


def _span(seconds: Sequence[float]) -> tuple[float, float]:
    low, high = np.percentile(seconds, [25, 75])
    mean = float(np.mean(seconds))
    return float(min(low, 0.9 * mean)), float(max(high, 1.1 * mean))
