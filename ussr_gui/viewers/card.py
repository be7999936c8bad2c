"""A titled group on the first screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


def words(said: str, role: str) -> QLabel:
    """A label in one of the theme's roles."""
    made = QLabel(said, textFormat=Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


class Card(QFrame):
    """A titled group of rows; ``link`` is a button beside the title."""

    def __init__(self, title: str, link: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 4)
        heading = words(title, "h2")
        heading.setMinimumHeight(30)
        heading.setWordWrap(True)
        head.addWidget(heading, 1)
        if link is not None:
            head.addWidget(link)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addStretch(1)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead of what was there."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._rows.addWidget(widget)
            widget.show()
