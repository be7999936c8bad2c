"""What the mouse, the wheel and the keys want of a pane, as signals; how they are heard is nobody else's business."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

from ussr_gui import theme
from ussr_gui.viewers.guest import Guest
from ussr_gui.viewers.split import Split

WHEEL_STEP = 1.25
PAN_STEP, FAST_PAN_STEP = 24, 96
CURTAIN_STEP, FAST_CURTAIN_STEP = 0.01, 0.1
ALT = Qt.KeyboardModifier.AltModifier
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Gestures(pg.GraphicsView):
    """Hears; with Alt held a gesture is for this pane alone.

    Signals
    -------
    wheeled : QPointF, float, bool
        Zoom about a place by a factor; alone.
    dragged : float, float, bool
        Move by pixels; alone.
    toned : float, float
        Right button dragged by these shares of the pane: right widens the window, up brightens.
    hovered : QPointF or None
        Place under the mouse.
    chosen, maximise
        This pane is meant; it alone, or back.
    curtain_dragged : float
        Position along the curtain's way, 0 to 1.
    resized
    """

    wheeled = Signal(QPointF, float, bool)
    dragged = Signal(float, float, bool)
    toned = Signal(float, float)
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
        # The scene would ask for a second painting of every change that the canvas paints already.
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(120, 90)
        self.guest: Guest | None = None
        self.split: Split | None = None
        self.is_ringed = False
        """True while the keyboard is here because it was brought here by Tab."""
        self._held: QPointF | None = None
        self._button = Qt.MouseButton.NoButton
        self._on_curtain = False

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

    def _grips(self, pixel: QPointF) -> bool:
        return self.split is not None and self.split.grips(pixel, self.size())

    def _rest(self, pixel: QPointF) -> None:
        """The cursor that says what a press would do here."""
        grips = self.split is not None and self._grips(pixel)
        self.setCursor(self.split.cursor if grips and self.split else Qt.CursorShape.CrossCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        if self.guest is not None and not self._grips(event.position()) and self.guest.press(self, event):
            event.accept()
            return
        buttons = Qt.MouseButton
        if event.button() in (buttons.LeftButton, buttons.MiddleButton, buttons.RightButton):
            self._held, self._button = event.position(), event.button()
            self._on_curtain = event.button() == buttons.LeftButton and self._grips(event.position())
            if self._on_curtain:
                self._rest(event.position())
            else:
                tone = event.button() == buttons.RightButton
                self.setCursor(Qt.CursorShape.SizeAllCursor if tone else Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel = event.position()
        if self._held is None and self.guest is not None and self.guest.move(self, event):
            self.hovered.emit(self.at(pixel))
        elif self._held is None:
            self._rest(pixel)
            self.hovered.emit(self.at(pixel))
        elif self._on_curtain and self.split is not None:
            self.curtain_dragged.emit(self.split.at(pixel, self.size()))
        else:
            moved, self._held = pixel - self._held, pixel
            if self._button == Qt.MouseButton.RightButton:
                self.toned.emit(moved.x() / self.width(), moved.y() / self.height())
            else:
                self.dragged.emit(moved.x(), moved.y(), bool(event.modifiers() & ALT))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None and self.guest is not None:
            self.guest.release(self, event)
        self._held, self._on_curtain = None, False
        self._rest(event.position())
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
            self.wheeled.emit(self.at(event.position()), WHEEL_STEP**notches, bool(event.modifiers() & ALT))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.guest is not None and self.guest.key(self, event):
            event.accept()
            return
        fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        alone, towards = bool(event.modifiers() & ALT), ARROWS.get(Qt.Key(event.key()))
        along = self.split.along(towards) if towards and self.split is not None else 0
        if along and self.split is not None:
            self.curtain_dragged.emit(self.split.position + along * (FAST_CURTAIN_STEP if fast else CURTAIN_STEP))
        elif towards:
            step = FAST_PAN_STEP if fast else PAN_STEP
            self.dragged.emit(-towards[0] * step, -towards[1] * step, alone)
        elif alone and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1 / WHEEL_STEP if event.key() == Qt.Key.Key_Minus else WHEEL_STEP
            self.wheeled.emit(self.view().center(), factor, True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.maximise.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self.is_ringed:
            self.chosen.emit()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.is_ringed = False
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
