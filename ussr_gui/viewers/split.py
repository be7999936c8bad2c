"""How one pane is shared between two outputs: a curtain, upright or level, or a chessboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath

from ussr_gui.viewers import marks

GRIP = 7
"""Pixels on either side of the curtain's line that take hold of it."""
SQUARE = 72
"""Side of a square of the chessboard, in pixels of the screen."""


class Division(Enum):
    """How the two share the pane."""

    UPRIGHT = "upright"
    LEVEL = "level"
    CHESSBOARD = "chessboard"


@dataclass(frozen=True)
class Split:
    """``position`` of the curtain, 0 (left or top) to 1."""

    shape: Division
    position: float = 0.5

    @property
    def cursor(self) -> Qt.CursorShape:
        level = self.shape is Division.LEVEL
        return Qt.CursorShape.SplitVCursor if level else Qt.CursorShape.SplitHCursor

    def at(self, pixel: QPointF, size: QSize) -> float:
        """The position that would bring the line here."""
        level = self.shape is Division.LEVEL
        return pixel.y() / size.height() if level else pixel.x() / size.width()

    def along(self, towards: tuple[int, int]) -> int:
        """How an arrow key moves it: -1, 0 or 1."""
        if self.shape is Division.CHESSBOARD:
            return 0
        return towards[1] if self.shape is Division.LEVEL else towards[0]

    def handle(self, size: QSize) -> QPointF:
        """Where its handle is: away from the middle of the scan."""
        if self.shape is Division.LEVEL:
            return QPointF(size.width() * marks.HANDLE_DEPTH, size.height() * self.position)
        return QPointF(size.width() * self.position, size.height() * marks.HANDLE_DEPTH)

    def grips(self, pixel: QPointF, size: QSize) -> bool:
        """True where a press takes hold of the curtain."""
        if self.shape is Division.CHESSBOARD:
            return False
        level = self.shape is Division.LEVEL
        off = pixel.y() - self.position * size.height() if level else pixel.x() - self.position * size.width()
        away = pixel - self.handle(size)
        return abs(off) <= GRIP or QPointF.dotProduct(away, away) <= (marks.HANDLE / 2 + 2) ** 2

    def beyond(self, size: QSize, view: QRectF) -> QPainterPath:
        """The part that the second output takes, in the units of the view."""
        path = QPainterPath()
        across, down = view.width() / max(size.width(), 1), view.height() / max(size.height(), 1)
        if self.shape is Division.UPRIGHT:
            path.addRect(view.adjusted(view.width() * self.position, 0, 0, 0))
        elif self.shape is Division.LEVEL:
            path.addRect(view.adjusted(0, view.height() * self.position, 0, 0))
        else:
            for row in range(size.height() // SQUARE + 1):
                for column in range((row + 1) % 2, size.width() // SQUARE + 1, 2):
                    left, top = view.left() + column * SQUARE * across, view.top() + row * SQUARE * down
                    path.addRect(QRectF(left, top, SQUARE * across, SQUARE * down))
        return path
