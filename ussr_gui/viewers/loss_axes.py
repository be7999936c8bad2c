"""The drawing of loss curves: axes, lines, and what is marked on them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QWheelEvent

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.viewers.readings import dash, ink
from ussr_gui.viewers.scrub import MomentMarks
from ussr_gui.viewers.series import Values, as_logarithm, thinned


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Values to number on a log axis from 10^low to 10^high: 1; 1 and 3; 1, 2 and 5; or evenly spaced ones."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    for steps in ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 6, 8)):
        ticks = [s * 10.0**d for d in decades for s in steps if low <= math.log10(s) + d <= high]
        if 3 <= len(ticks) <= most:
            return ticks
        if len(ticks) > most:
            break
    if high - low > 1:
        every = math.ceil((high - low) / max(most - 1, 1))
        return [10.0**d for d in decades if low <= d <= high and d % every == 0]
    bottom, top = 10.0**low, 10.0**high
    decade = 10.0 ** math.floor(math.log10(top - bottom))
    ticks = []
    for step in (5 * decade, 2 * decade, decade, decade / 2, decade / 5):
        ticks = [i * step for i in range(math.ceil(bottom / step), math.floor(top / step) + 1)]
        if len(ticks) >= 2:
            break
    return ticks


def short_number(value: float) -> str:
    """Three digits that matter: 0.00366, 1.25, 2.10e−7."""
    if not math.isfinite(value):
        return "–"
    if value != 0 and abs(value) < 1e-4:
        mantissa, power = f"{value:.2e}".split("e")
        return f"{mantissa}e−{abs(int(power))}"
    return f"{value:#.3g}".rstrip(".")


@dataclass(frozen=True)
class Line:
    """One curve as it is to be drawn; ``raw`` is the faint one behind it, if any."""

    steps: Values
    values: Values
    raw: Values | None = None


@dataclass(frozen=True)
class Marks:
    """What is marked: learning-rate drops and stages with their words, the best point, where training is now."""

    drops: Sequence[tuple[float, str]] = ()
    stages: Sequence[tuple[float, str]] = ()
    best: tuple[float, float, str] | None = None
    now: tuple[float, str] | None = None


class LossAxis(pg.AxisItem):
    """Losses on the left, logarithmic or not, with plain numbers."""

    logarithmic = True

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        if not self.logarithmic:
            levels: list[tuple[float, list[float]]] = super().tickValues(minVal, maxVal, size)
            return levels[:1]
        if not maxVal > minVal:
            return []
        ticks = log_ticks(minVal, maxVal, max(2, int(size // theme.pixels(30))))
        return [(1.0, [math.log10(tick) for tick in ticks])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if not self.logarithmic:
            return [f"{value:.6g}" for value in values]
        return [f"{10.0**value:.4g}" for value in values]


class LossAxes(pg.PlotWidget):
    """Curves over steps; tells the step under the mouse or, by the arrow keys, the reading line.

    Signals
    -------
    pointed : float or None
        A step whose values are to be read; None the newest.
    dragged : float or None
        A step that the pressed mouse is at; None where Esc takes it back.
    """

    pointed = Signal(object)
    dragged = Signal(object)

    def __init__(self) -> None:
        self._left = LossAxis("left")
        super().__init__(axisItems={"left": self._left}, enableMenu=False)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.disableAutoRange()
        plot.setContentsMargins(0, 4, 8, 0)
        self._left.setGrid(255)
        self._left.setZValue(-10)
        for side in ("left", "bottom"):
            plot.getAxis(side).enableAutoSIPrefix(False)
            plot.getAxis(side).setStyle(tickLength=-4, tickTextOffset=6, maxTickLevel=0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._curves: dict[str, tuple[pg.PlotCurveItem, pg.PlotCurveItem]] = {}
        self._notes: list[pg.GraphicsObject] = []
        self._best = pg.ScatterPlotItem(size=11, pxMode=True)
        self._reading = pg.InfiniteLine()
        self._reading.setVisible(False)
        for item, depth in ((self._best, 20), (self._reading, 15)):
            item.setZValue(depth)
            plot.addItem(item, ignoreBounds=True)
        self.moments = MomentMarks(plot)
        self.take_look()

    def take_look(self) -> None:
        """Take the theme's colours and sizes."""
        colours = theme.current()
        self.setBackground(colours.panel)
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(colours.field))
            axis.setTickPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.faint))
            axis.setTickFont(theme.font(11))
        self._left.setWidth(theme.pixels(58))
        self.getPlotItem().getAxis("bottom").setHeight(theme.pixels(24))
        self._best.setBrush(pg.mkBrush(colours.panel))
        self._reading.setPen(pg.mkPen(colours.dim))
        self.moments.take_look()

    def set_logarithmic(self, on: bool) -> None:
        self._left.logarithmic = on
        self._left.picture = None

    def set_reading(self, step: float | None) -> None:
        """Show the line at which values are read."""
        self._reading.setVisible(step is not None)
        if step is not None:
            self._reading.setPos(step)

    def draw(self, lines: Mapping[str, Line], marks: Marks) -> None:
        """Draw these and nothing else; the first line is the training loss."""
        ratio, room = self.devicePixelRatioF(), max(self.width(), 200)
        low, high, first, last = math.inf, -math.inf, math.inf, -math.inf
        for i, (name, line) in enumerate(lines.items()):
            raw, front = self._curves.get(name) or self._new_curves(name)
            faint = ink(i)
            faint.setAlphaF(0.27)
            front.setPen(pg.mkPen(ink(i), width=2 * ratio, style=dash(i)))
            raw.setPen(pg.mkPen(faint, width=ratio))
            for item, values in ((raw, line.raw), (front, line.values)):
                heights = self._heights(values) if values is not None else np.empty(0)
                seen = heights[np.isfinite(heights)]
                if not seen.size:
                    item.clear()
                    continue
                item.setData(*thinned(line.steps, heights, 2 * room), connect="finite")
                part = np.quantile(seen, (0.01, 0.99)) if item is raw else (seen.min(), seen.max())
                low, high = min(low, float(part[0])), max(high, float(part[1]))
                first, last = min(first, float(line.steps[0])), max(last, float(line.steps[-1]))
        if low > high:
            low, high, first, last = -3.0, 0.0, 0.0, 1.0
        self._set_ranges(low, high, first, last, marks)
        self._mark(marks, ratio)
        self.moments.place()

    def _heights(self, values: Values) -> Values:
        return as_logarithm(values) if self._left.logarithmic else np.where(np.isfinite(values), values, np.nan)

    def _new_curves(self, name: str) -> tuple[pg.PlotCurveItem, pg.PlotCurveItem]:
        pair = pg.PlotCurveItem(), pg.PlotCurveItem()
        for depth, item in zip((5, 10 - len(self._curves)), pair, strict=True):
            item.setZValue(depth)
            self.getPlotItem().addItem(item, ignoreBounds=True)
        self._curves[name] = pair
        return pair

    def _set_ranges(self, low: float, high: float, first: float, last: float, marks: Marks) -> None:
        tall = max(high - low, 0.05 if self._left.logarithmic else high * 0.05, 1e-12)
        head = 0.2 if marks.drops or marks.stages else 0.1
        room = QFontMetricsF(theme.font(11, 500)).horizontalAdvance(marks.now[1]) + 12 if marks.now else 12.0
        first = min([first, *(at for at, _ in marks.stages)])
        across = max(last - first, 1.0)
        beyond = across * room / max(self._across() - room, 100)
        self.getPlotItem().setXRange(first - 0.008 * across, last + beyond, padding=0)
        self.getPlotItem().setYRange(low - tall * 0.1, high + tall * head, padding=0)

    def _across(self) -> float:
        """Pixels from the first to the last step."""
        return max(float(self.getPlotItem().vb.width()), 100.0)

    def _mark(self, marks: Marks, ratio: float) -> None:
        plot, colours = self.getPlotItem(), theme.current()
        for item in self._notes:
            plot.removeItem(item)
        self._notes = []
        (left, right), (bottom, top) = plot.viewRange()
        per_pixel = (right - left) / self._across()
        row = (top - bottom) / max(self.height() - 30, 60) * theme.pixels(15)
        free = [left, left]
        for level, notes, pen in (
            (0, marks.stages, pg.mkPen(colours.field, width=ratio)),
            (1, marks.drops, pg.mkPen(colours.edge, width=ratio, style=Qt.PenStyle.DashLine)),
        ):
            for at, words in notes if len(notes) > 1 or level else ():
                if at > marks.stages[0][0] if marks.stages else at > left:
                    self._note(pg.InfiniteLine(at, pen=pen))
                if at >= free[level]:
                    line = level if len(marks.stages) > 1 else 0
                    free[level] = at + per_pixel * self._write(words, at, top - line * row, colours.faint, (0, 0))
        if marks.now is not None:
            self._note(pg.InfiniteLine(marks.now[0], pen=pg.mkPen(colours.accent, width=ratio)))
            self._write(marks.now[1], marks.now[0], (top + bottom) / 2, colours.accent, (0, 0.5))
        self._write(tr("steps"), right, bottom, colours.faint, (1, 1))
        height = self._heights(np.array([marks.best[1]])) if marks.best else np.array([np.nan])
        if marks.best is None or not np.isfinite(height[0]):
            self._best.clear()
            return
        at, y = marks.best[0], float(height[0])
        self._best.setData([at], [y], pen=pg.mkPen(colours.text, width=2 * ratio))
        near_end = (at - left) / (right - left)
        below = y > top - 2 * row
        anchor = (0.0 if near_end < 0.06 else 1.0 if near_end > 0.94 else 0.5, -0.4 if below else 1.4)
        self._write(marks.best[2], at, y, colours.text, anchor)

    def _write(self, words: str, x: float, y: float, colour: str, anchor: tuple[float, float]) -> float:
        """Words at a point of the plot; returns their width in pixels with a gap."""
        ground = QColor(theme.current().panel)
        ground.setAlpha(190)
        text = pg.TextItem(words, color=colour, anchor=anchor, fill=pg.mkBrush(ground))
        text.setFont(theme.font(11, 500))
        text.setPos(x, y)
        text.setZValue(25)
        self._note(text)
        return float(text.boundingRect().width()) + 6

    def _note(self, item: pg.GraphicsObject) -> None:
        self._notes.append(item)
        self.getPlotItem().addItem(item, ignoreBounds=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step, inside = self._under(event)
        self.pointed.emit(step if inside else None)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _drag(self, event: QMouseEvent) -> None:
        self.dragged.emit(self._under(event)[0])

    def _under(self, event: QMouseEvent) -> tuple[float, bool]:
        """The step under the mouse, and whether it is on the plot."""
        box = self.getPlotItem().vb
        at = self.mapToScene(event.position().toPoint())
        return float(box.mapSceneToView(at).x()), box.sceneBoundingRect().contains(at)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        left, right = self.getPlotItem().viewRange()[0]
        direction = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape and self.moments.chosen is not None:
            self.dragged.emit(None)
        elif event.key() == Qt.Key.Key_Escape and self._reading.isVisible():
            self.pointed.emit(None)
        elif direction:
            now = self._reading.value() if self._reading.isVisible() else (left + right) / 2
            self.pointed.emit(min(max(now + direction * (right - left) / 100, left), right))
        else:
            event.ignore()
