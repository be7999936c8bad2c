"""Small widgets in lines: as many side by side as there is room for, the rest below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays items out like words of a paragraph, ``gap`` apart."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap, self._line_gap = gap, line_gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._placed(area, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        across = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _placed(self, area: QRect, move: bool) -> int:
        """Place the items in an area, or only try; returns the height they take."""
        left, top, tall = area.left(), area.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > area.left() and left + size.width() > area.right() + 1:
                left, top, tall = area.left(), top + tall + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left, tall = left + size.width() + self._gap, max(tall, size.height())
        return top + tall - area.top()
