"""The loss while it falls: readings, axis and smoothing, and the curves."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ussr_gui import theme
from ussr_gui.language import marked, tr
from ussr_gui.viewers.flow import FlowLayout
from ussr_gui.viewers.loss_axes import Line, LossAxes, Marks, short_number
from ussr_gui.viewers.readings import Reading, spoken
from ussr_gui.viewers.series import SMOOTHINGS, Series

REDRAW_MS = 100
DROP = 0.8
"""A learning rate below this share of the one before is marked; a schedule that glides is not."""
FEW = 5
"""Smoothing takes in a fifth of the measurements at most: a mean of nearly all of them would be a flat line."""
HELD_OUT = "held out"
BEST = marked("Best")
END = 0.985
"""From this share of the curve on, the mouse is at its end: the newest picture."""
SCRUB = tr("Drag along the curve to see the picture of that moment; at its right end, or with Esc, the newest.")
WAITING = tr("The curve appears when training starts.")


class LossPlot(QWidget):
    """Loss curves of one run, by step; drawn at most ten times a second, whatever arrives.

    Signals
    -------
    scrubbed : float or None
        A step whose picture is wanted; None the newest.
    """

    scrubbed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes = LossAxes()
        self.axes.setAccessibleName(tr("Loss by step; the left and right arrow keys read values"))
        self.axes.pointed.connect(self._read)
        self.axes.dragged.connect(self._scrub)
        self._legend = QWidget()
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._readings = FlowLayout(self._legend, gap=18, line_gap=0)
        self._figures: dict[str, QLabel] = {}
        self._timer = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._timer.timeout.connect(self._redraw)
        waiting = QLabel(
            tr("The curve appears when training starts."), alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True
        )
        waiting.setProperty("role", "faint")
        body = QWidget()
        self._pages = QStackedLayout(body)
        for page in (waiting, self.axes):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = self._top_row()
        column.addLayout(self._top)
        column.addWidget(body, 1)
        theme.look.changed.connect(self._take_look)
        self._size_controls()
        self.reset()

    def reset(self) -> None:
        """Forget everything: a new run begins."""
        self._series: dict[str, Series] = {}
        self._stages: list[tuple[float, str]] = []
        self._drops: list[tuple[float, str]] = []
        self._rate: float | None = None
        self._best: int | None = None
        self._offset = 0.0
        self._last = 0.0
        self._running = True
        self._pointed: float | None = None
        self.show_moments((), None)
        self._dress_legend()
        self._pages.setCurrentIndex(0)
        self._controls.setEnabled(False)

    def begin_stage(self, name: str, first_step: int) -> None:
        """A stage opens at a step; one that counts from the start again is drawn after the one before."""
        self._running = True
        self._offset = max(0.0, self._last - first_step) if self._series else 0.0
        for series in self._series.values():
            series.part(self._offset + first_step - 0.5)
        self._stages.append((self._offset + first_step, name))
        self._rate, self._best = None, None

    def add(self, step: int, losses: Mapping[str, float], rate: float, best_step: int | None) -> None:
        """One measurement; a loss that is not finite leaves a gap."""
        at = self._offset + step
        for name in losses:
            if name not in self._series:
                self._series[name] = Series()
                self._dress_legend()
            self._series[name].add(at, float(losses[name]))
        if self._rate and rate <= self._rate * DROP:
            self._drops.append(
                (at, tr("rate ÷ {rate:.2g}").format(rate=self._rate / rate) if rate > 0 else tr("rate 0"))
            )
        self._rate, self._best, self._last = rate, best_step, at
        self._request()

    def finish(self) -> None:
        """Training is over: nothing is "now" any more."""
        self._running = False
        self._request()

    def show_moments(self, steps: Sequence[int], chosen: int | None) -> None:
        """Mark the steps whose pictures were kept, and the one that is looked at."""
        line = None if chosen is None else (self._offset + chosen, tr("picture of step {chosen}").format(chosen=chosen))
        self.axes.moments.show([self._offset + step for step in steps], line)
        self.axes.setToolTip(SCRUB if steps else "")

    @Slot(object)
    def _scrub(self, at: float | None) -> None:
        if not self.axes.moments.ticks:
            return
        self.scrubbed.emit(None if at is None or at >= END * self._last else at - self._offset)

    def _top_row(self) -> QBoxLayout:
        scale = QFrame()
        scale.setObjectName("segments")
        scale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choices = QHBoxLayout(scale)
        choices.setContentsMargins(2, 2, 2, 2)
        choices.setSpacing(2)
        group = QButtonGroup(self)
        self._log, self._linear = QPushButton("Log"), QPushButton(tr("Linear"))
        for button, words in ((self._log, tr("Logarithmic loss axis")), (self._linear, tr("Linear loss axis"))):
            button.setCheckable(True)
            button.setAccessibleName(words)
            button.setToolTip(words)
            group.addButton(button)
            choices.addWidget(button, 1)
        self._log.setChecked(True)
        self._log.toggled.connect(self._change_axis)
        self._smoothing = QComboBox()
        self._smoothing.setAccessibleName(tr("Smoothing of the training loss, in measurements"))
        for over in SMOOTHINGS:
            self._smoothing.addItem(tr("Not smoothed") if over == 1 else tr("Smooth {over}").format(over=over), over)
        self._smoothing.setCurrentIndex(SMOOTHINGS.index(25))
        self._smoothing.currentIndexChanged.connect(self._redraw)
        self._controls = QWidget()
        held = QHBoxLayout(self._controls)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(scale)
        held.addWidget(self._smoothing)
        held.addStretch(1)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(12, 6, 8, 2)
        row.addWidget(self._legend, 1)
        row.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ordered(self) -> list[str]:
        """Names as drawn: the training loss, the held-out one, then the others as they came."""
        held_out = [name for name in self._series if self._is_held_out(name)]
        others = [name for name in self._series if not self._is_held_out(name)]
        return others[:1] + held_out + others[1:]

    @staticmethod
    def _is_held_out(name: str) -> bool:
        return name.replace("_", " ") == HELD_OUT

    def _judged(self) -> str:
        """The loss by which the best step is chosen."""
        names = self._ordered()
        return next(filter(self._is_held_out, names), names[0])

    def _dress_legend(self) -> None:
        while (item := self._readings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._figures = {}
        if not self._series:
            return
        for i, name in enumerate([*self._ordered(), BEST]):
            reading = Reading(tr(name) if name == BEST else spoken(name), None if name == BEST else i)
            self._readings.addWidget(reading)
            self._figures[name] = reading.figure
        self._where = QLabel()
        self._where.setProperty("role", "accent")
        self._readings.addWidget(self._where)
        self._fold()

    @Slot()
    def _take_look(self) -> None:
        self.axes.take_look()
        self._size_controls()
        self._dress_legend()
        self._redraw()

    def _size_controls(self) -> None:
        """Room for the words in bold, so that choosing one moves nothing."""
        for button in (self._log, self._linear):
            button.setFixedWidth(QFontMetrics(theme.font(13, 600)).horizontalAdvance(button.text()) + theme.pixels(24))

    def _fold(self) -> None:
        """Put the controls below the readings where the plot is narrow."""
        needed = theme.pixels(200) + self._controls.sizeHint().width()
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if needed <= self.width() else direction.TopToBottom)

    def _request(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot(bool)
    def _change_axis(self, logarithmic: bool) -> None:
        self.axes.set_logarithmic(logarithmic)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if not self._series:
            return
        self._pages.setCurrentIndex(1)
        self._controls.setEnabled(True)
        lines: dict[str, Line] = {}
        for i, name in enumerate(self._ordered()):
            series = self._series[name]
            over = min(int(self._smoothing.currentData()), max(1, series.steps.size // FEW)) if i == 0 else 1
            lines[name] = Line(series.steps, series.smoothed(over), series.values if over > 1 else None)
        self._lines = lines
        best = None
        if self._best is not None:
            at = self._offset + self._best
            value = self._series[self._judged()].at(at)
            best = (at, value, tr("best {best}").format(best=self._best)) if value is not None else None
        now = (self._last, tr("now {last:g}").format(last=self._last - self._offset)) if self._running else None
        self.axes.draw(lines, Marks(self._drops, self._stages, best, now))
        self._figures[BEST].setText(short_number(best[1]) if best else "–")
        box = self._figures[BEST].parentWidget()
        assert box is not None
        box.setVisible(best is not None)
        self._show_readings()

    @Slot(object)
    def _read(self, step: float | None) -> None:
        self._pointed = step
        if self._series and self._pages.currentIndex() == 1:
            self._show_readings()

    def _show_readings(self) -> None:
        """The values at the step pointed at, else the newest."""
        at = None
        for name, line in self._lines.items():
            if self._pointed is None:
                known = np.flatnonzero(np.isfinite(line.values))
                value = line.values[known[-1]] if known.size else math.nan
            else:
                index = int(np.argmin(np.abs(line.steps - (self._pointed if at is None else at))))
                at = float(line.steps[index]) if at is None else at
                value = line.values[index]
            self._figures[name].setText(short_number(float(value)))
        self.axes.set_reading(at)
        self._where.setText("" if at is None else tr("at step {at:g}").format(at=at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._request()
