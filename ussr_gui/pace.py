"""How long it will still take, as honestly as recent steps allow: a range, or nothing."""

from __future__ import annotations

import math
from collections import deque

import numpy as np

from ussr_gui.language import tr

WINDOW_SECONDS = 30.0
LEAST_SECONDS = 2.0
LEAST_SAMPLES = 5


class Pace:
    """Recent steps of one stage against the clock; ``remaining`` gives (low, high) in seconds or None."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def restart(self) -> None:
        """Forget everything: a stage begins, or goes on after a pause."""
        self._marks.clear()

    def mark(self, seconds: float, step: int) -> None:
        if self._marks and step <= self._marks[-1][1]:
            return
        self._marks.append((seconds, step))
        while seconds - self._marks[0][0] > WINDOW_SECONDS and len(self._marks) > LEAST_SAMPLES + 1:
            self._marks.popleft()

    def remaining(self, steps: int) -> tuple[float, float] | None:
        """Seconds left until ``steps``, from the middle half of recent step times and at least 10 % either way."""
        if len(self._marks) < LEAST_SAMPLES or self._marks[-1][0] - self._marks[0][0] < LEAST_SECONDS:
            return None
        marks = np.array(self._marks)
        seconds_per_step = np.diff(marks[:, 0]) / np.diff(marks[:, 1])
        low, high = np.percentile(seconds_per_step, [25, 75])
        mean = (marks[-1, 0] - marks[0, 0]) / (marks[-1, 1] - marks[0, 1])
        left = max(0, steps - int(marks[-1, 1]))
        return float(min(low, 0.9 * mean) * left), float(max(high, 1.1 * mean) * left)


def range_in_words(low: float, high: float) -> str:
    """Words for a range of seconds: "about 1–2 min left"."""
    if high < 10:
        return tr("a few seconds left")
    if high < 90:
        first, last, unit = math.floor(low / 10) * 10, math.ceil(high / 10) * 10, "s"
    elif high < 5400:
        first, last, unit = math.floor(low / 60), math.ceil(high / 60), "min"
    else:
        first, last, unit = math.floor(low / 3600), math.ceil(high / 3600), "h"
    return (
        tr("up to {last} {unit} left").format(last=last, unit=unit)
        if first == 0
        else tr("about {first}–{last} {unit} left").format(first=first, last=last, unit=unit)
    )


def duration_in_words(seconds: float) -> str:
    """Words for a time that has passed: "4.9 s", "2 min 51 s", "1 h 05 min"."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
