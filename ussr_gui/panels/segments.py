"""A few choices side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton


class Segment(QPushButton):
    """One of a few choices; has room for its words in the weight of a chosen one."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words, hint = self.text(), super().sizeHint()
        more = QFontMetrics(bold).horizontalAdvance(words) - QFontMetrics(self.font()).horizontalAdvance(words)
        return QSize(hint.width() + max(more, 0), hint.height())


class Segments(QFrame):
    """A few choices side by side, of which one holds."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = [value for _, value in choices]
        box = QHBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(2)
        for index, (words, _) in enumerate(choices):
            part = Segment(words)
            part.setCheckable(True)
            part.setAccessibleName(f"{name}: {words}")
            self._group.addButton(part, index)
            box.addWidget(part, len(words))
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> object:
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def part(self, value: object) -> QAbstractButton:
        return self._group.button(self._values.index(value))

    def allow(self, values: Sequence[object]) -> None:
        """Only these can be chosen; the nearest one takes the place of one that cannot."""
        for index, value in enumerate(self._values):
            self._group.button(index).setEnabled(value in values)
        if values and self.value not in values:
            self.choose(values[0])

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.chosen.emit(self._values[index])
