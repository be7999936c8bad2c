"""How a picture came about, beside the pictures: a strip for every curve, and a slider through the kept previews."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ussr_engine.lessons.lesson import Curve, Training
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import column, label
from ussr_gui.viewers.loss_axes import short_number

STRIP, HEAD, FOOT = 84, 20, 18
"""Heights of a strip, of its title and of the steps below the last one, in pixels at 100 %."""


class Strips(QWidget):
    """Curves below each other over one logarithmic axis of steps.

    Signals
    -------
    pointed : float
        The step under the pressed mouse.
    """

    pointed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._curves: tuple[Curve, ...] = ()
        self._steps: list[int] = []
        self._at = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Curves by step of training"))
        theme.look.changed.connect(self.updateGeometry)

    def show_curves(self, curves: tuple[Curve, ...], steps: list[int], at: float) -> None:
        """Draw these, with ticks where pictures were kept and a line at the step that is looked at."""
        self._curves, self._steps, self._at = curves, steps, at
        self.setAccessibleDescription("; ".join(self._words(curve) for curve in curves))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(160), theme.pixels(STRIP) * len(self._curves) + theme.pixels(FOOT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._step_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        height, head = theme.pixels(STRIP), theme.pixels(HEAD)
        for number, curve in enumerate(self._curves):
            top = number * height
            box = QRectF(4, top + head, self.width() - 8, height - head - 6)
            ink = QColor(colours.series[number % len(colours.series)])
            painter.setPen(ink)
            painter.drawText(QRectF(4, top, box.width(), head), Qt.AlignmentFlag.AlignVCenter, self._words(curve))
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawRect(box)
            self._draw(painter, curve, box.adjusted(0, 3, 0, -3), ink)
        foot = len(self._curves) * height
        painter.setPen(QPen(QColor(colours.warn), 2))
        x = self._x(self._at)
        painter.drawLine(QPointF(x, head), QPointF(x, foot - 6))
        painter.setPen(QColor(colours.faint))
        ends = f"{self._steps[0]}", tr("step {step}").format(step=f"{self._steps[-1]}")
        metrics = QFontMetricsF(painter.font())
        base = foot + metrics.ascent()
        painter.drawText(QPointF(4, base), ends[0])
        painter.drawText(QPointF(self.width() - 4 - metrics.horizontalAdvance(ends[1]), base), ends[1])
        painter.setPen(QPen(QColor(colours.dim), 2))
        for step in self._steps:
            painter.drawLine(QPointF(self._x(step), foot - 6), QPointF(self._x(step), foot - 1))
        painter.end()

    def _draw(self, painter: QPainter, curve: Curve, box: QRectF, ink: QColor) -> None:
        known = [(step, value) for step, value in curve.points if math.isfinite(value)]
        if len(known) < 2:
            return
        low, high = min(value for _, value in known), max(value for _, value in known)
        rise = box.height() / max(high - low, 1e-12)
        painter.setPen(QPen(ink, 1.75))
        painter.drawPolyline(QPolygonF([QPointF(self._x(s), box.bottom() - (v - low) * rise) for s, v in known]))

    def _words(self, curve: Curve) -> str:
        """Its name and its value at the step that is looked at."""
        before = [value for step, value in curve.points if step <= self._at and math.isfinite(value)]
        value = before[-1] if before else curve.points[0][1] if curve.points else math.nan
        return f"{curve.name}: {short_number(value)}"

    def _x(self, step: float) -> float:
        low, high = (math.log1p(end) for end in (self._steps[0], self._steps[-1]))
        share = (math.log1p(max(step, 0)) - low) / max(high - low, 1e-12)
        return 8 + min(max(share, 0.0), 1.0) * (self.width() - 16)

    def _step_at(self, x: float) -> float:
        low, high = (math.log1p(end) for end in (self._steps[0], self._steps[-1]))
        return math.expm1(low + min(max((x - 8) / max(self.width() - 16, 1), 0.0), 1.0) * (high - low))


class Scrubber(QWidget):
    """Strips and a slider.

    Signals
    -------
    chosen : int
        Number of the preview to be seen; behind the last one, the end.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.strips, self.slider = Strips(), QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Moment of training"))
        self.slider.setToolTip(tr("Drag, or use the arrow keys: the panes show the picture of that moment"))
        self._where = label(role="strong")
        self._training: Training | None = None
        self.setLayout(column(self.strips, self.slider, self._where, gap=6))
        self.slider.valueChanged.connect(self.chosen)
        self.strips.pointed.connect(self._point)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def words(self) -> str:
        """Which moment is seen."""
        return self._where.text()

    def show_training(self, training: Training, moment: int | None) -> None:
        """Show how a picture came about, without telling anybody."""
        self._training = training
        count = len(training.previews)
        self.slider.blockSignals(True)
        self.slider.setRange(0, count)
        self.slider.setValue(count if moment is None else moment)
        self.slider.blockSignals(False)
        steps = self._steps(training)
        at = steps[-1] if moment is None else training.previews[moment].step
        self.strips.setVisible(bool(training.curves))
        self.strips.show_curves(training.curves, steps, at)
        facts = "" if moment is None else training.previews[moment].facts
        then = tr("End of training") if moment is None else tr("Picture of step {step}").format(step=at)
        self._where.setText(" · ".join(part for part in (then, facts) if part))

    @staticmethod
    def _steps(training: Training) -> list[int]:
        """Where pictures are: of the previews, and the end."""
        steps = [preview.step for preview in training.previews]
        last = max((int(curve.points[-1][0]) for curve in training.curves if curve.points), default=0)
        return [*steps, max(last, steps[-1] + 1)]

    @Slot(float)
    def _point(self, step: float) -> None:
        if self._training is not None:
            steps = self._steps(self._training)
            near = min(range(len(steps)), key=lambda number: abs(math.log1p(steps[number]) - math.log1p(step)))
            self.slider.setValue(near)

    @Slot()
    def _take_look(self) -> None:
        self.slider.setMinimumHeight(theme.pixels(20))
