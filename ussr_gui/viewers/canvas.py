"""The picture part of a pane: paints one output, or two with a curtain, and tells what the mouse and keys want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)

from ussr_gui import theme
from ussr_gui.viewers import marks
from ussr_gui.viewers.arrangement import place_of, unit_of
from ussr_gui.viewers.guest import Guest
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.picture import PictureItem, Texture, difference_limit, to_bytes
from ussr_gui.viewers.viewpoint import Viewpoint

WHEEL_STEP = 1.25
PAN_STEP, FAST_PAN_STEP = 24, 96
CURTAIN_STEP, FAST_CURTAIN_STEP = 0.01, 0.1
GRIP = 7
"""Pixels on either side of the curtain's line that take hold of it."""


@dataclass(frozen=True)
class Shown:
    """What a canvas paints: an output's texture over its field, and what is said on it."""

    texture: Texture
    field: tuple[float, float]
    unit: str
    super_resolved: bool = False
    bar: marks.ColourBar | None = None
    """What the colours of a difference mean."""

    @classmethod
    def of(cls, output: Output, outputs: Sequence[Output]) -> Shown:
        """An output made ready to be painted among these."""
        bar = marks.difference_bar(difference_limit(output.image)) if output.signed else None
        place, unit = place_of(output, outputs), unit_of(outputs)
        return cls(Texture(to_bytes(output)), place, unit, output.super_resolved, bar)


class Canvas(pg.GraphicsView):
    """Pixels, marks and gestures; positions are in the field's unit, lateral then axial."""

    wheeled = Signal(QPointF, float)
    dragged = Signal(float, float)
    hovered = Signal(object)
    chosen = Signal()
    maximise = Signal()
    curtain_dragged = Signal(float)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__(background=theme.current().well)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True)
        self.box.disableAutoRange()
        self.setCentralItem(self.box)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(120, 90)
        self._under, self._over, self._map = PictureItem(), PictureItem(), PictureItem()
        for item in (self._under, self._over, self._map):
            self.box.addItem(item, ignoreBounds=True)
        self._shown: Shown | None = None
        self._right: Shown | None = None
        self._bar: marks.ColourBar | None = None
        self._names = ("", "")
        self._curtain: float | None = None
        self._cross: QPointF | None = None
        self._held: QPointF | None = None
        self._on_curtain = False
        self._ringed = False
        self.marked = True
        self.guest: Guest | None = None

    def show_picture(self, shown: Shown, right: Shown | None = None, names: tuple[str, str] = ("", "")) -> None:
        """Show one output, or two with ``right`` beyond the curtain."""
        self._shown, self._right, self._names = shown, right, names
        self._under.show_texture(shown.texture, shown.field)
        self._over.show_texture(right.texture if right else None, right.field if right else shown.field)
        if right is None:
            self._curtain = None
        self._place_curtain()

    def lay(self, overlay: Overlay | None, outputs: Sequence[Output], opacity: float) -> None:
        """Lay a map over whatever is shown, on the place that the picture it was made with has among these."""
        self._bar = overlay.bar if overlay else None
        self._map.setOpacity(opacity)
        place = place_of(overlay.over, outputs) if overlay else (1.0, 1.0)
        self._map.show_texture(overlay.texture if overlay else None, place)
        self.viewport().update()

    def set_curtain(self, position: float) -> None:
        """Put the curtain at this fraction of the width."""
        self._curtain = position
        self._place_curtain()

    def set_cross(self, at: QPointF | None) -> None:
        self._cross = at
        self.viewport().update()

    def look(self, viewpoint: Viewpoint) -> None:
        """Show what the viewpoint sees."""
        rect = viewpoint.rect(QSizeF(self.size()), self.devicePixelRatioF())
        self.box.setRange(rect, padding=0, disableAutoRange=True)
        self._place_curtain()

    def view(self) -> QRectF:
        """What is in view, in the field's unit."""
        seen: QRectF = self.box.viewRect()
        return seen

    def at(self, pixel: QPointF) -> QPointF:
        """The place under a pixel of this widget."""
        view = self.view()
        return QPointF(
            view.left() + pixel.x() / self.width() * view.width(),
            view.top() + pixel.y() / self.height() * view.height(),
        )

    def pixel(self, place: QPointF) -> QPointF:
        """Where on this widget a place is shown."""
        view = self.view()
        return QPointF(
            (place.x() - view.left()) / view.width() * self.width(),
            (place.y() - view.top()) / view.height() * self.height(),
        )

    def _place_curtain(self) -> None:
        self._over.left = None if self._curtain is None else self.at(QPointF(self._curtain * self.width(), 0)).x()
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        if self._shown is None:
            return
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height, shown = float(self.width()), float(self.height()), self._shown
        view = self.view()
        if self.marked:
            if shown.unit == "mm":
                marks.depth_ticks(painter, view, shown.field[0], height)
            free, foot = width, 0
            if shown.bar is None:
                marks.scale_bar(painter, width / view.width(), shown.unit, width, height)
                foot = theme.pixels(26)
            else:
                free = marks.colour_bar(painter, shown.bar, width, height)
            if self._bar is not None:
                marks.colour_bar(painter, self._bar, free, height - foot)
        if self._curtain is not None:
            marks.curtain(painter, round(self._curtain * width), self._names, height)
        if self.guest is not None and self.marked:
            self.guest.paint(self, painter)
        if shown.super_resolved or (self._right is not None and self._right.super_resolved):
            marks.note(painter, width, height, self._note_left(width))
        if self._cross is not None and self.marked:
            marks.cross(painter, self.pixel(self._cross))
        if self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(QRectF(1, 1, width - 2, height - 2))
        painter.restore()

    def _note_left(self, width: float) -> float:
        """On the side of the curtain it speaks of, where there is room; else at the left edge."""
        if self._curtain is None or (self._shown is not None and self._shown.super_resolved):
            return marks.NOTE_LEFT
        beyond = self._curtain * width + 12
        return beyond if beyond + marks.note_width() < 0.8 * width else marks.NOTE_LEFT

    def _grips(self, pixel: QPointF) -> bool:
        if self._curtain is None:
            return False
        line = self._curtain * self.width()
        handle = pixel - QPointF(line, self.height() * marks.HANDLE_DEPTH)
        return abs(pixel.x() - line) <= GRIP or QPointF.dotProduct(handle, handle) <= (marks.HANDLE / 2 + 2) ** 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        if self.guest is not None and not self._grips(event.position()) and self.guest.press(self, event):
            event.accept()
            return
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position()
            self._on_curtain = event.button() == Qt.MouseButton.LeftButton and self._grips(event.position())
            self.setCursor(Qt.CursorShape.SplitHCursor if self._on_curtain else Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel = event.position()
        if self._held is None and self.guest is not None and self.guest.move(self, event):
            self.hovered.emit(self.at(pixel))
        elif self._held is None:
            split = self._grips(pixel)
            self.setCursor(Qt.CursorShape.SplitHCursor if split else Qt.CursorShape.CrossCursor)
            self.hovered.emit(self.at(pixel))
        elif self._on_curtain:
            self.curtain_dragged.emit(pixel.x() / self.width())
        else:
            moved, self._held = pixel - self._held, pixel
            self.dragged.emit(moved.x(), moved.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None and self.guest is not None:
            self.guest.release(self, event)
        self._held, self._on_curtain = None, False
        self.setCursor(Qt.CursorShape.CrossCursor)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.guest is not None and self.guest.double_click(self, event):
            event.accept()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self.maximise.emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if notches:
            self.wheeled.emit(self.at(event.position()), WHEEL_STEP**notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.guest is not None and self.guest.key(self, event):
            event.accept()
            return
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        towards = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if towards and self._curtain is not None and towards[0]:
            self.curtain_dragged.emit(self._curtain + towards[0] * (FAST_CURTAIN_STEP if fast else CURTAIN_STEP))
        elif towards:
            step = FAST_PAN_STEP if fast else PAN_STEP
            self.dragged.emit(-towards[0] * step, -towards[1] * step)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1 / WHEEL_STEP if event.key() == Qt.Key.Key_Minus else WHEEL_STEP
            self.wheeled.emit(self.view().center(), factor)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.maximise.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self._ringed:
            self.chosen.emit()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    def enterEvent(self, event: QEnterEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        event.accept()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is not None:
            self.resized.emit()
