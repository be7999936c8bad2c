"""How long the window kept a person waiting: the lateness of a timer that should tick every few milliseconds."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

from ussr_gui.language import tr

TICK_MS = 10


@dataclass(frozen=True, slots=True)
class Stalls:
    """Lateness of the event loop in milliseconds."""

    p50: float
    p99: float
    longest: float
    ticks: int

    def __str__(self) -> str:
        if not self.ticks:
            return tr("not measured yet")
        return tr("half under {p50:.0f} ms, 99 % under {p99:.0f} ms, longest {longest:.0f} ms").format(
            p50=self.p50, p99=self.p99, longest=self.longest
        )


class Heartbeat(QObject):
    """Measures from ``begin`` on; ``stalls`` tells what it found so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late: list[float] = []
        self._before = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        self._late.clear()
        self._before = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    @property
    def stalls(self) -> Stalls:
        if not self._late:
            return Stalls(0, 0, 0, 0)
        late = np.array(self._late)
        return Stalls(float(np.median(late)), float(np.percentile(late, 99)), float(late.max()), len(late))

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._before) * 1000 - TICK_MS))
        self._before = now
