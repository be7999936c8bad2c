"""How the tests measure: a mouse on the real panes, at places of the scan."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt

from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.table import FigureTable
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.pane import Pane

LEFT = Qt.MouseButton.LeftButton


def open_picture(
    qtbot, window: MainWindow, folder: Path, image: np.ndarray, spacing: tuple[float, float] | None = None
) -> None:
    """Have the engine open a picture, with (axial, lateral) millimetres per pixel if it has any."""
    path = folder / "made.npz"
    known = {} if spacing is None else {"spacing": np.array(spacing)}
    np.savez(path, image=image.astype(np.float32), **known)
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000):
        window.session.open([str(path)])


def canvases(window: MainWindow) -> list[Canvas]:
    return [pane.canvas for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible()]


def pixel(window: MainWindow, canvas: Canvas, x: float, y: float) -> QPoint:
    """The pixel of a pane that shows a place of the scan."""
    return canvas.pixel(window.measuring.hand.frame.place((x, y))).toPoint()


def place(canvas: Canvas, at: QPoint) -> QPointF:
    return canvas.at(QPointF(at))


def drag(qtbot, canvas: Canvas, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas.viewport(), LEFT, pos=start)
    qtbot.mouseMove(canvas.viewport(), pos=(start + end) / 2)
    qtbot.mouseMove(canvas.viewport(), pos=end)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=end)


def draw(qtbot, window: MainWindow, tool: str, *ends: tuple[float, float], pane: int = 0) -> Canvas:
    """Take a tool and drag from each first to each second place of the scan."""
    window.actions_[tool].trigger()
    canvas = canvases(window)[pane]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        drag(qtbot, canvas, pixel(window, canvas, *start), pixel(window, canvas, *end))
    return canvas


def cells(table: FigureTable) -> list[list[str]]:
    """What a table shows, row by row."""
    columns = range(table.columnCount())
    return [[table.item(row, column).text() for column in columns] for row in range(table.rowCount())]


def figure(window: MainWindow, title: str, row: int = 0) -> float:
    """A figure of an output by the title of its column, as a file would have it."""
    lines = window.measuring.panel.outputs.lines()
    return float(lines[row + 1][list(lines[0]).index(title)])
