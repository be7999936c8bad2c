"""Hands and eyes for tests of the panes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.compare import CompareView, Output
from ussr_gui.viewers.pane import Pane

MM = (30.0, 40.0)


def flat(key: str, level: float, shape: tuple[int, int] = (60, 80), **changes: object) -> Output:
    image = np.full(shape, level, np.float32)
    return Output(key, key.title(), image, **{"extent_mm": MM, **changes})  # type: ignore[arg-type]


def panes(view: CompareView) -> list[Pane]:
    return [pane for pane in view.findChildren(Pane) if pane.isVisible()]


def canvas(view: CompareView, key: str) -> Canvas:
    return next(pane.canvas for pane in panes(view) if pane.key == key)


def turn(canvas: Canvas, at: QPointF, notches: int = 1) -> None:
    """A turn of the real wheel over a canvas."""
    viewport = canvas.viewport()
    where = QPointF(viewport.mapToGlobal(at.toPoint()))
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, where, QPoint(), QPoint(0, 120 * notches), nothing, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(viewport, event)


def grey(image: QImage, x: float, y: float) -> int:
    return image.pixelColor(round(x), round(y)).red()


def drag(qtbot, canvas: Canvas, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    qtbot.mousePress(canvas.viewport(), button, pos=start)
    qtbot.mouseMove(canvas.viewport(), pos=(start + end) / 2)
    qtbot.mouseMove(canvas.viewport(), pos=end)
    qtbot.mouseRelease(canvas.viewport(), button, pos=end)


def same(one: QRectF, other: QRectF, within: float) -> bool:
    return max(abs(a - b) for a, b in zip(one.getRect(), other.getRect(), strict=True)) <= within
