"""Who may draw on the panes and hear the mouse and the keys before the panes do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

if TYPE_CHECKING:
    from ussr_gui.viewers.canvas import Canvas


class Guest(Protocol):
    """One hand on all canvases; True keeps an event from the pane."""

    def press(self, canvas: Canvas, event: QMouseEvent) -> bool: ...

    def move(self, canvas: Canvas, event: QMouseEvent) -> bool: ...

    def release(self, canvas: Canvas, event: QMouseEvent) -> None: ...

    def double_click(self, canvas: Canvas, event: QMouseEvent) -> bool: ...

    def key(self, canvas: Canvas, event: QKeyEvent) -> bool: ...

    def paint(self, canvas: Canvas, painter: QPainter) -> None: ...
