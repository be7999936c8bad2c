"""The hand of a lesson on the panes: a click answers, a drag draws the region that is to be found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from ussr_engine.lessons.questions import Outline, Place, ellipse
from ussr_gui import theme
from ussr_gui.viewers import marks
from ussr_gui.viewers.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton
STILL = 5.0
"""Pixels that a click may move."""
ARM = 8.0
TICK = (((-0.9, 0.0), (-0.2, 0.7), (1.0, -0.9)),)
CROSS = (((-0.8, -0.8), (0.8, 0.8)), ((-0.8, 0.8), (0.8, -0.8)))
"""What is painted where one clicked: right, and wrong; in parts of the arm."""


class Mode(Enum):
    """What the hand does with the mouse."""

    IDLE = auto()
    ASKS = auto()
    DRAWS = auto()


class LessonHand(QObject):
    """Stands before the measuring hands while a lesson wants something of the mouse.

    Signals
    -------
    pointed : (float, float)
        The place that was clicked, lateral and axial in the field's unit.
    drawn : Outline
        A region that was drawn.
    changed
        Something else is to be painted.
    """

    pointed = Signal(object)
    drawn = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = Mode.IDLE
        self.regions: Sequence[Outline] = ()
        self._mark: tuple[Place, bool] | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._from: QPointF | None = None
        self._sketch: Outline = ()

    def rest(self) -> None:
        """Nothing is wanted and nothing is painted."""
        self.show(Mode.IDLE)

    def show(self, mode: Mode, regions: Sequence[Outline] = (), mark: tuple[Place, bool] | None = None) -> None:
        """Paint regions and the place that was clicked, right or wrong, and listen."""
        self.mode, self.regions, self._mark = mode, regions, mark
        self._pressed = self._from = None
        self._sketch = ()
        self.changed.emit()

    def press(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self.mode is Mode.IDLE or event.button() != LEFT:
            return False
        self._pressed = self._last = event.position()
        self._from = canvas.at(event.position())
        return True

    def move(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self._pressed is None or self._from is None or not event.buttons() & LEFT:
            return False
        if self.mode is Mode.DRAWS:
            start, end = self._from, canvas.at(event.position())
            self._sketch = ellipse(start.x(), start.y(), end.x(), end.y())
            self.changed.emit()
        elif self._is_drag(event.position()):
            by, self._last = event.position() - self._last, event.position()
            canvas.dragged.emit(by.x(), by.y(), False)
        return True

    def release(self, canvas: Canvas, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        moved = self._is_drag(event.position())
        self._pressed = None
        if start is None:
            return
        if self.mode is Mode.ASKS and not moved:
            self._answer(canvas.at(event.position()))
        elif self.mode is Mode.DRAWS and moved:
            end, self._sketch = canvas.at(event.position()), ()
            self.drawn.emit(ellipse(start.x(), start.y(), end.x(), end.y()))

    def double_click(self, canvas: Canvas, event: QMouseEvent) -> bool:
        return self.mode is not Mode.IDLE and event.button() == LEFT

    def key(self, canvas: Canvas, event: QKeyEvent) -> bool:
        """Return answers in the middle of the view."""
        if self.mode is Mode.ASKS and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer(canvas.view().center())
            return True
        return False

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        colours = theme.current()
        for outline in (*self.regions, *([self._sketch] if self._sketch else [])):
            shape = QPolygonF([canvas.pixel(QPointF(*place)) for place in outline])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(marks.halo(190), 5.0), QPen(QColor(colours.mark_ok), 2.5)):
                painter.setPen(pen)
                painter.drawPolygon(shape)
        if self._mark is not None:
            place, right = self._mark
            at, colour = canvas.pixel(QPointF(*place)), colours.mark_ok if right else colours.mark_wrong
            lines = TICK if right else CROSS
            for pen in (QPen(marks.halo(190), 6.0), QPen(QColor(colour), 3.0)):
                painter.setPen(pen)
                for line in lines:
                    painter.drawPolyline(QPolygonF([at + QPointF(x, y) * ARM for x, y in line]))

    def _answer(self, at: QPointF) -> None:
        self.pointed.emit((at.x(), at.y()))

    def _is_drag(self, pixel: QPointF) -> bool:
        return self._pressed is not None and (pixel - self._pressed).manhattanLength() > STILL
