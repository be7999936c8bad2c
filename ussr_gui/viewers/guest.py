"""Who may draw on the panes and hear the mouse and the keys before the panes do."""

from __future__ import annotations

from collections.abc import Sequence
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


class Company:
    """Several guests on one canvas: the first that takes a press has the mouse until it is let go.

    Asked in their order, and painted in it, the last on top.
    """

    def __init__(self, guests: Sequence[Guest]) -> None:
        self._guests = guests
        self._holder: Guest | None = None

    def press(self, canvas: Canvas, event: QMouseEvent) -> bool:
        self._holder = next((guest for guest in self._guests if guest.press(canvas, event)), None)
        return self._holder is not None

    def move(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self._holder is not None and event.buttons():
            return self._holder.move(canvas, event)
        return any(guest.move(canvas, event) for guest in self._guests)

    def release(self, canvas: Canvas, event: QMouseEvent) -> None:
        holder, self._holder = self._holder, None
        if holder is not None:
            holder.release(canvas, event)

    def double_click(self, canvas: Canvas, event: QMouseEvent) -> bool:
        self._holder = next((guest for guest in self._guests if guest.double_click(canvas, event)), None)
        return self._holder is not None

    def key(self, canvas: Canvas, event: QKeyEvent) -> bool:
        return any(guest.key(canvas, event) for guest in self._guests)

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        for guest in self._guests:
            guest.paint(canvas, painter)
