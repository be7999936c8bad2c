"""Playing a clip: which frame is due, by the clock, the clip's own times, the speed and the loop."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ussr_engine.clip import Clip, evenly
from ussr_gui.filming.projector import Projector
from ussr_gui.records import ScanFile

TICK_MS = 10
USUAL_RATE = 25.0
"""Frames a second of a clip that does not say."""
SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)


class Player(QObject):
    """One clip at a time, at one frame of it; a slow machine skips frames rather than fall behind.

    Signals
    -------
    changed
        Another clip, frame, speed; playing or not; looping or not.
    """

    changed = Signal()

    def __init__(
        self, projector: Projector, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._projector, self._clock = projector, clock
        self.file: ScanFile | None = None
        self.speed, self.loops, self.shown_frames = 1.0, True, 0
        self._wished = 0
        self._since: tuple[float, float] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        projector.shown.connect(self._see)
        projector.failed.connect(self._skip)

    @property
    def clip(self) -> Clip:
        """The clip's frames in time; even where the file does not say."""
        clip = self.file.clip if self.file is not None else Clip()
        return clip if clip.times else evenly(clip.frames, 1000 / USUAL_RATE)

    @property
    def is_timed(self) -> bool:
        """True where the file says when its frames were made."""
        return self.file is not None and bool(self.file.clip.times)

    @property
    def can_play(self) -> bool:
        return self.clip.frames > 1

    @property
    def index(self) -> int:
        """The frame that is looked at, or wished for."""
        return self._wished

    @property
    def is_playing(self) -> bool:
        return self._since is not None

    @Slot(object)
    def choose(self, file: ScanFile | None) -> None:
        """Go to another file."""
        if file is not self.file:
            self.pause()
        self.file = file
        self._wished = file.frame if file is not None else 0
        self.changed.emit()

    def go_to(self, index: int) -> None:
        """Show a frame; beyond the ends, the first or the last."""
        if self.file is None or not self.can_play:
            return
        index = min(max(index, 0), self.clip.frames - 1)
        if self.is_playing:
            self._since = self._clock(), self.clip.times[index]
        self._wish(index)

    def step(self, by: int) -> None:
        """So many frames on; at the ends round to the other one, where the clip loops."""
        self.pause()
        to = self._wished + by
        self.go_to(to % self.clip.frames if self.loops else to)

    def play(self) -> None:
        """Go on from the frame that is shown; from the first, where the last was reached."""
        if not self.can_play or self.is_playing:
            return
        at_end = self._wished >= self.clip.frames - 1
        self._since = self._clock(), 0.0 if at_end else self.clip.times[self._wished]
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        if self.is_playing:
            self._since = None
            self._timer.stop()
            self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Times the clip's own speed, from now on."""
        if self.is_playing:
            self._since = self._clock(), self._now()
        self.speed = speed
        self.changed.emit()

    def set_looping(self, on: bool) -> None:
        if self.is_playing:
            self._since = self._clock(), self._now()
        self.loops = on
        self.changed.emit()

    @property
    def _length(self) -> float:
        """Milliseconds of the clip, its last frame included."""
        times = self.clip.times
        return times[-1] + times[-1] / (len(times) - 1)

    def _now(self) -> float:
        """Milliseconds into the clip."""
        if self._since is None:
            return self.clip.times[self._wished]
        began, at = self._since
        passed = at + 1000 * (self._clock() - began) * self.speed
        return passed % self._length if self.loops else passed

    @Slot()
    def _tick(self) -> None:
        now = self._now()
        due = min(bisect_right(self.clip.times, now) - 1, self.clip.frames - 1)
        if due != self._wished:
            self._wish(due)
        if not self.loops and now >= self._length:
            self.pause()

    def _wish(self, index: int) -> None:
        assert self.file is not None
        self._wished = index
        self._projector.look(self.file, index)
        self.changed.emit()

    @Slot(object)
    def _see(self, file: ScanFile) -> None:
        if file is self.file:
            self.shown_frames += 1

    @Slot(str, int, str)
    def _skip(self, path: str, index: int, words: str) -> None:
        """A frame that cannot be read does not hold the clip up."""
        if self.file is not None and path == self.file.path and not self.is_playing and index == self._wished:
            self._wished = self.file.frame
            self.changed.emit()
