"""The legend of a plot as a row of readings: swatch, name, figure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ussr_gui import theme
from ussr_gui.interpreting import interpreted

DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


def spoken(name: str) -> str:
    """A loss's name as the window says it: ``held_out`` is "Held out"."""
    words = interpreted(name.replace("_", " "))
    return words[:1].upper() + words[1:]


def ink(order: int) -> QColor:
    """Colour of a curve by its place in the order of drawing."""
    series = theme.current().series
    return QColor(series[order % len(series)])


def dash(order: int) -> Qt.PenStyle:
    """Lines of one colour, and neighbours that colour-blind eyes confuse, differ by their dashes."""
    return DASHES[min((order + 3) // 6, 2)]


class Reading(QWidget):
    """One curve's name and value; ``order`` None is a figure without a curve."""

    def __init__(self, words: str, order: int | None) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.setMinimumHeight(theme.pixels(24))
        self.figure = QLabel("–")
        self.figure.setProperty("role", "strong")
        self.figure.setMinimumWidth(self.figure.fontMetrics().horizontalAdvance("0.00000"))
        name = QLabel(words)
        name.setProperty("role", "small")
        if order is not None:
            swatch = QLabel()
            swatch.setPixmap(_swatch(order))
            box.addWidget(swatch)
        box.addWidget(name)
        box.addWidget(self.figure)


def _swatch(order: int) -> QPixmap:
    width, sharp = theme.pixels(16), 2
    picture = QPixmap(width * sharp, 3 * sharp)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(QPen(ink(order), 3, dash(order), Qt.PenCapStyle.FlatCap))
    painter.drawLine(0, 1, width, 1)
    painter.end()
    return picture
