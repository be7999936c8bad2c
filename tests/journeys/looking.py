"""Eyes and hands on the panes of the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from ussr_gui.main_window import MainWindow
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.pane import Pane


def panes(window: MainWindow) -> list[Pane]:
    """Those that are seen, in order."""
    return [pane for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible()]


def canvas(window: MainWindow, key: str) -> Canvas:
    """Of the pane that shows an output."""
    return next(pane.canvas for pane in panes(window) if pane.key == key)


def shot(window: MainWindow, key: str) -> QImage:
    """What is painted in a pane."""
    return canvas(window, key).grab().toImage()


def press(qtbot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the window, which a person would click on first if another one had the keyboard."""
    if not window.isActiveWindow():
        with qtbot.waitActive(window):
            window.activateWindow()
    qtbot.keyClick(window, key, held)


def turn(where: Canvas, at: QPointF, notches: int) -> None:
    """A turn of the wheel over a pane."""
    viewport = where.viewport()
    nothing, none, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    there = QPointF(viewport.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, there, QPoint(), QPoint(0, 120 * notches), nothing, none, phase, False)
    QApplication.sendEvent(viewport, event)
