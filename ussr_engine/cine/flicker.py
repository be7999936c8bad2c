"""Flicker of a clip: what changes from frame to frame and back, which no smooth motion does."""

from __future__ import annotations

from collections import deque

import numpy as np

from ussr_engine.scan import Image, luma

WHITE_NOISE = 6.0
"""Variance of a second difference of independent values of variance 1: 1 + 4 + 1."""


class Flicker:
    """Root mean square of the second difference in time, divided by the square root of 6.

    For independent noise it is the noise's standard deviation; motion at even speed of a smooth picture adds nothing to
    first order.  In grey levels, white is 255.
    """

    def __init__(self) -> None:
        self._last: deque[Image] = deque(maxlen=3)
        self._sum, self._count = 0.0, 0

    def add(self, image: Image) -> None:
        """The next frame, in [0, 1]."""
        self._last.append(luma(image))
        if len(self._last) == 3:
            before, now, after = self._last
            second = before - 2 * now + after
            self._sum += float(np.mean(np.square(second, dtype=np.float64)))
            self._count += 1

    @property
    def value(self) -> float | None:
        """Grey levels; None before the third frame."""
        return 255 * (self._sum / self._count / WHITE_NOISE) ** 0.5 if self._count else None
