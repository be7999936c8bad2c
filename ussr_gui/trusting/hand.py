"""The hand that draws protected regions, and the paint that shows what is protected on every pane."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from ussr_engine.trust.outline import outline
from ussr_engine.trust.protection import Found
from ussr_gui import theme
from ussr_gui.measuring import drawing
from ussr_gui.measuring.hand import LEFT, Hand
from ussr_gui.measuring.shapes import Shape
from ussr_gui.trusting.shield import Shields
from ussr_gui.viewers import marks
from ussr_gui.viewers.canvas import Canvas


class ProtectHand(Hand):
    """Draws and moves protected regions as the measuring hand does its shapes; stands back while that one has a tool.

    A click inside a region chooses it and goes on to the pane, which may be dragged by it.
    """

    def __init__(self, shields: Shields, measuring: Hand, parent: QObject | None = None) -> None:
        super().__init__(shields, parent)
        self._shields, self._measuring = shields, measuring
        self.shown = True
        """Whether the regions are painted, and can be taken hold of."""
        self._paths: dict[int, tuple[Found, QPainterPath]] = {}

    def press(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self._stands_back:
            return False
        if super().press(canvas, event):
            return True
        if self.shown and canvas.marked and self.frame is not None and event.button() == LEFT:
            self._shields.choose(self._region_at(QPointF(*self.frame.source(canvas.at(event.position())))))
        return False

    def move(self, canvas: Canvas, event: QMouseEvent) -> bool:
        return not self._stands_back and super().move(canvas, event)

    def double_click(self, canvas: Canvas, event: QMouseEvent) -> bool:
        return not self._stands_back and super().double_click(canvas, event)

    @property
    def _stands_back(self) -> bool:
        return self._measuring.tool is not None

    def _under(self, canvas: Canvas, pixel: QPointF) -> tuple[Shape | None, int | None]:
        return super()._under(canvas, pixel) if self.shown else (None, None)

    def _region_at(self, place: QPointF) -> int | None:
        """Number of the region over a pixel of the scan, drawn ones first."""
        return next((number for number, path in self._regions()[::-1] if path.contains(place)), None)

    def _regions(self) -> list[tuple[int, QPainterPath]]:
        """The outline of every region in pixels of the scan."""
        found = self._shields.found
        self._paths = {
            number: kept if (kept := self._paths.get(number)) and kept[0] is one else (one, _path_of(one))
            for number, one in found.items()
        }
        drawn = []
        for shape in self._shields.shapes:
            path = QPainterPath()
            for line in shape.lines:
                path.addPolygon(QPolygonF([QPointF(*point) for point in line]))
            drawn.append((shape.number, path))
        return [*((number, path) for number, (_, path) in self._paths.items()), *drawn]

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Every region hatched in its outline; the chosen one with its name, a drawn one with its handles."""
        if self.frame is None:
            return
        place, sketch = self._placing(canvas), self._sketch()
        if self.shown:
            origin = place((0.0, 0.0))
            unit = place((1.0, 1.0)) - origin
            to_pane = QTransform(unit.x(), 0, 0, unit.y(), origin.x(), origin.y())
            chosen, others = None, QPainterPath()
            for number, path in self._regions():
                if number == self._shields.chosen:
                    chosen = to_pane.map(path)
                else:
                    others.addPath(path)
            if not others.isEmpty():
                _paint(painter, to_pane.map(others))
            if chosen is not None:
                self._paint_chosen(canvas, painter, chosen)
        if sketch is not None:
            path = QPainterPath()
            for line in sketch.lines:
                path.addPolygon(QPolygonF([place(point) for point in line]))
            _paint(painter, path, chosen=True)

    def _paint_chosen(self, canvas: Canvas, painter: QPainter, path: QPainterPath) -> None:
        _paint(painter, path, chosen=True)
        if self._shields.shape is not None:
            drawing.handles(painter, self._shields.shape, self._placing(canvas), ink(), self._shields.handle)
        words = self._shields.name_of(self._shields.chosen or 0)
        drawing.caption(painter, path.boundingRect(), words, ink(), QSizeF(canvas.size()))


def ink() -> QColor:
    """The colour of what is protected."""
    return QColor(theme.current().protect)


def _path_of(one: Found) -> QPainterPath:
    path = QPainterPath()
    for corners in outline(one.mask, one.top, one.left):
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    return path


def _paint(painter: QPainter, path: QPainterPath, chosen: bool = False) -> None:
    """Without smoothing, which the corners of pixels do not need and which would take most of a frame's time."""
    hatch, shade = ink(), marks.halo(170)
    hatch.setAlpha(170 if chosen else 110)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillPath(path, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(shade, 1))
    painter.drawPath(path.translated(1, 1))
    painter.setPen(QPen(ink(), 3 if chosen else 1))
    painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
