"""Dots with their intervals on one axis, a row each: as wide as the panel, as tall as its rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.viewers import marks


@dataclass(frozen=True)
class Dot:
    """A row: its name, its value and the bounds of its interval."""

    name: str
    value: float
    low: float
    high: float


class Forest(QWidget):
    """Paints rows over an axis with a line at what counts as nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._dots: Sequence[Dot] = ()
        self._axis, self._nothing, self._bounds = "", 0.0, (0.0, 1.0)

    def show_dots(
        self, dots: Sequence[Dot], axis: str, nothing: float, bounds: tuple[float, float] | None = None
    ) -> None:
        """Show rows; the axis goes by the intervals where no ``bounds`` are given."""
        self._dots, self._axis, self._nothing = dots, axis, nothing
        ends = [end for dot in dots for end in (dot.low, dot.high) if math.isfinite(end)] or [0.0, 1.0]
        low, high = min(*ends, nothing), max(*ends, nothing)
        margin = 0.05 * max(high - low, 0.1)
        self._bounds = bounds or (low - margin, high + margin)
        words = [
            tr("{name} {value:.2f} from {low:.2f} to {high:.2f}").format(
                name=dot.name, value=dot.value, low=dot.low, high=dot.high
            )
            for dot in dots
        ]
        self.setAccessibleDescription(f"{axis}: {'; '.join(words)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(320), theme.pixels(26) * len(self._dots) + theme.pixels(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.pixels(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, px = QPainter(self), theme.current(), theme.pixels
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.panel))
        font = theme.font(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        names = max((metrics.horizontalAdvance(dot.name) for dot in self._dots), default=0.0)
        left, right = min(names, 0.4 * self.width()) + px(14), self.width() - px(24)
        foot = px(26) * len(self._dots)

        def across(value: float) -> float:
            low, high = self._bounds
            return left + (value - low) / (high - low) * (right - left)

        painter.setPen(QPen(QColor(colours.field), 1))
        painter.drawLine(QLineF(left, foot, right, foot))
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(across(self._nothing), 0, across(self._nothing), foot))
        for row, dot in enumerate(self._dots):
            self._paint_dot(painter, dot, QRectF(0, px(26) * row, left - px(10), px(26)), across)
        painter.setPen(QColor(colours.faint))
        painter.setFont(theme.font(11))
        low, high = self._bounds
        step = marks.round_length((high - low) / 3)
        for at in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
            box = QRectF(across(at * step) - px(30), foot + px(4), px(60), px(16))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, f"{at * step:.3g}".replace("-", "−"))
            painter.drawLine(QLineF(across(at * step), foot, across(at * step), foot + px(3)))
        whole = QRectF(left, foot + px(20), right - left, px(18))
        painter.drawText(whole, Qt.AlignmentFlag.AlignHCenter, self._axis)
        painter.end()

    def _paint_dot(self, painter: QPainter, dot: Dot, name: QRectF, across: Callable[[float], float]) -> None:
        colours, px = theme.current(), theme.pixels
        painter.setPen(QColor(colours.text))
        words = painter.fontMetrics().elidedText(dot.name, Qt.TextElideMode.ElideMiddle, int(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if not math.isfinite(dot.value):
            return
        middle = name.center().y()
        painter.setPen(QPen(QColor(colours.accent), px(2)))
        painter.drawLine(QLineF(across(dot.low), middle, across(dot.high), middle))
        for end in (dot.low, dot.high):
            painter.drawLine(QLineF(across(end), middle - px(4), across(end), middle + px(4)))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(across(dot.value), middle), px(4), px(4))
