"""The status row: what goes on, the device, and the sentence that always stands there."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.events import Measured, StageBegan
from ussr_gui import icons
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words, range_in_words
from ussr_gui.panels.parts import label, row
from ussr_gui.records import STATES, RunState
from ussr_gui.viewers.rows import ElidedLabel

MESSAGE_SECONDS = 12


class StatusRow(QFrame):
    """One line: state, stage, time left, last checkpoint; device and memory; research use."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusrow")
        self._state, self._stage = RunState.IDLE, ""
        self._left, self._ready = "", tr("The engine is starting…")
        self._checkpoint: float | None = None
        self._message, self._message_role, self._message_until = "", "", 0.0
        self._icon, self._shield = QLabel(), QLabel()
        self._words = label(role="strong")
        self._more = ElidedLabel("small")
        self._more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(116)
        self._bar.setAccessibleName(tr("Progress of the stage"))
        self._device, self._memory = label(role="small"), label(role="small")
        self._chip = QLabel()
        box = row(self._icon, self._words, self._bar, self._more, self._chip, self._device, self._memory)
        box.setStretch(3, 1)
        for widget in (_rule(), self._shield, label(interpreted(RESEARCH_USE), "strong")):
            box.addWidget(widget)
        box.setContentsMargins(12, 4, 12, 4)
        self.setLayout(box)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._redraw)
        self._tick.start()
        self._redraw()

    @Slot(str)
    def say(self, words: str, role: str = "ok") -> None:
        """Show a sentence for a while; ``role`` "ok", "warn" or "error"."""
        self._message, self._message_role = words, role
        self._message_until = time.monotonic() + MESSAGE_SECONDS
        self._redraw()

    @Slot(RunState)
    def show_state(self, state: RunState) -> None:
        if state in (RunState.PREPARING, RunState.IDLE):
            self._stage, self._left, self._checkpoint = "", "", None
            self._bar.setRange(0, 1000)
            self._bar.setValue(0)
        self._state = state
        self._redraw()

    @Slot(object)
    def begin_stage(self, stage: StageBegan) -> None:
        self._stage = interpreted(stage.name)
        self._redraw()

    @Slot(int, int, object)
    def show_progress(self, step: int, steps: int, left: tuple[float, float] | None) -> None:
        self._bar.setRange(0, 1000 if steps else 0)
        self._bar.setValue(round(1000 * min(1, step / steps)) if steps else 0)
        percent = f"{100 * step // steps} % · " if steps else ""
        self._left = percent + (range_in_words(*left) if left else tr("no estimate yet"))
        self._redraw()

    @Slot(int)
    def show_checkpoint(self, step: int) -> None:
        self._checkpoint = time.monotonic()
        self._redraw()

    @Slot(object)
    def show_measured(self, measured: Measured) -> None:
        self._memory.setText(tr("{memory:.1f} GB in use").format(memory=measured.memory / 2**30))

    def show_device(self, words: str) -> None:
        self._device.setText(interpreted(words))

    def show_ready(self, words: str) -> None:
        """What to say while nothing goes on."""
        self._ready = words
        self._redraw()

    @property
    def words(self) -> str:
        """Everything the left half says."""
        return f"{self._words.text()} {self._more.words}".strip()

    @Slot()
    def _redraw(self) -> None:
        running = self._state is not RunState.IDLE
        told = time.monotonic() < self._message_until
        self._bar.setVisible(running)
        self._icon.setVisible(told or not running)
        role = self._message_role if told else "ok" if self._ready == tr("Ready") else "dim"
        self._icon.setPixmap(icons.pixmap("circle-check" if role == "ok" else "circle-alert", role, 16))
        self._chip.setPixmap(icons.pixmap("cpu", "dim", 16))
        self._shield.setPixmap(icons.pixmap("shield-alert", "warn", 16))
        self._words.setText(STATES[self._state] if running else "" if told else self._ready)
        self._words.setVisible(bool(self._words.text()))
        facts = [self._stage, self._left] if running else []
        if running and self._checkpoint is not None:
            facts.append(
                tr("saved {time} ago").format(
                    time=duration_in_words(round(time.monotonic() - self._checkpoint)).replace(".0", "")
                )
            )
        text = self._message if told else " · ".join(fact for fact in facts if fact)
        self._more.say(text)


def _rule() -> QWidget:
    line = QFrame()
    line.setObjectName("vline")
    return line
