"""Shapes as they are painted on a pane, and what of them lies under the mouse."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ussr_gui import theme
from ussr_gui.measuring.shapes import Point, Shape
from ussr_gui.viewers import marks

REACH = 8.0
"""Pixels around a point, and 6 around a line, that take hold of it."""
LINE_REACH = 6.0
ARM = 6.0
"""Half the length of the cross at the end of a caliper."""

Place = Callable[[Point], QPointF]
"""From a pixel of the scan to one of the pane."""


def ink(shape: Shape) -> QColor:
    """A shape's colour, on the panes and in the table."""
    colours = theme.current().calipers
    return QColor(colours[(shape.number - 1) % len(colours)])


def paint(painter: QPainter, shape: Shape, place: Place, chosen: bool = False, handle: int | None = None) -> None:
    """One shape: lines and ends; the chosen one with its handles."""
    colour = ink(shape)
    lines = [QPolygonF([place(point) for point in line]) for line in shape.lines]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    solid, round_cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    for index, line in enumerate(lines):
        painter.setPen(QPen(marks.halo(170), 3.5, solid, round_cap))
        painter.drawPolyline(line)
        pen = QPen(colour, 2.0 if chosen else 1.5, solid, round_cap)
        if not shape.areas:
            pen.setDashPattern([1, 3])
        elif index:  # the background of a pair
            pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawPolyline(line)
    if not shape.areas:
        for point in shape.points:
            _cross(painter, place(point), colour)
    if chosen:
        handles(painter, shape, place, colour, handle)


def handles(painter: QPainter, shape: Shape, place: Place, colour: QColor, handle: int | None) -> None:
    """The points of the chosen shape, the one that keys move filled."""
    for index, point in enumerate(shape.points):
        _handle(painter, place(point), colour, index == handle)


def label(painter: QPainter, shape: Shape, place: Place, words: str, size: QSizeF) -> None:
    """Words beside the last end of a line, below an area; inside a pane of this size."""
    line = QPolygonF([place(point) for point in shape.lines[0]])
    if shape.areas:
        caption(painter, line.boundingRect(), words, ink(shape), size)
    else:
        _write(painter, line.last() + QPointF(ARM + 6, -ARM), words, ink(shape), size)


def caption(painter: QPainter, box: QRectF, words: str, colour: QColor, size: QSizeF) -> None:
    """Words in the middle below a box, inside a pane of this size."""
    metrics = QFontMetricsF(theme.font(14, 600))
    at = QPointF(box.center().x() - metrics.horizontalAdvance(words) / 2, box.bottom() + metrics.ascent() + 4)
    _write(painter, at, words, colour, size)


def _write(painter: QPainter, at: QPointF, words: str, colour: QColor, size: QSizeF) -> None:
    font = theme.font(14, 600)
    metrics = QFontMetricsF(font)
    wide, tall = metrics.horizontalAdvance(words), metrics.ascent()
    x = min(max(at.x(), 6.0), max(size.width() - 6 - wide, 6.0))
    y = min(max(at.y(), tall + 4), max(size.height() - 8, tall + 4))
    marks.write(painter, QPointF(x, y), words, font, colour.name())


def grip(shape: Shape, place: Place, at: QPointF, handles: bool = True) -> tuple[bool, int | None]:
    """Whether this pixel takes hold of the shape, and of which point; None is all of it."""
    if handles:
        near = [(_distance(at, place(point)), index) for index, point in enumerate(shape.points)]
        closest = min(near)
        if closest[0] <= REACH:
            return True, closest[1]
    for line in shape.lines:
        if any(_to_segment(at, place(one), place(other)) <= LINE_REACH for one, other in pairwise(line)):
            return True, None
    return False, None


def _cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    across, down = QPointF(ARM, 0), QPointF(0, ARM)
    for pen in (QPen(marks.halo(170), 3.5), QPen(colour, 1.5)):
        painter.setPen(pen)
        painter.drawLine(at - across, at + across)
        painter.drawLine(at - down, at + down)


def _handle(painter: QPainter, at: QPointF, colour: QColor, active: bool) -> None:
    side = 4.0 if active else 3.0
    painter.setPen(QPen(marks.halo(170), 3))
    box = QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if active else Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def _to_segment(at: QPointF, one: QPointF, other: QPointF) -> float:
    along = other - one
    length = QPointF.dotProduct(along, along)
    share = QPointF.dotProduct(at - one, along) / length if length else 0.0
    return _distance(at, one + along * min(max(share, 0.0), 1.0))
