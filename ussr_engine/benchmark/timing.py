"""How long a benchmark will still take."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence

from ussr_engine.benchmark.cells import Cell, Row


class Pace:
    """Seconds left, from what cells of the same method and scale took so far, earlier sittings included.

    A method not yet seen makes the answer None: nothing honest can be said of it.
    """

    def __init__(self, cells: Sequence[Cell], kept: Sequence[Row]) -> None:
        self._ahead = {cell.key: (cell.title, cell.scale) for cell in cells}
        self._spent: dict[tuple[str, int], list[float]] = defaultdict(list)
        self._busy: dict[str, float] = {}
        self._widest = 1
        for row in kept:
            if row.seconds is not None:
                self._spent[row.method, row.scale].append(row.seconds)

    def began(self, cell: Cell) -> None:
        """A cell was given out."""
        self._busy[cell.key] = time.monotonic()
        self._widest = max(self._widest, len(self._busy))

    def ended(self, row: Row) -> float | None:
        """A cell came back; the seconds that the rest will take."""
        kind = self._ahead.pop(row.key)
        if (since := self._busy.pop(row.key, None)) is not None:
            self._spent[kind].append(time.monotonic() - since)
        if any(not self._spent[kind] for kind in self._ahead.values()):
            return None
        means = {kind: sum(spent) / len(spent) for kind, spent in self._spent.items() if spent}
        return sum(means[kind] for kind in self._ahead.values()) / self._widest
