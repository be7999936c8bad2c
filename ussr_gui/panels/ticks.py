"""Several of a few: boxes to tick, each with a value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget


class Ticks(QWidget):
    """Boxes below each other; ``values`` are those that are ticked, in their order."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, object]] = (), ticked: Sequence[object] = ()) -> None:
        super().__init__()
        self._boxes: list[tuple[object, QCheckBox]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for words, value in choices:
            self.add(words, value, ticked=value in ticked)

    def add(self, words: str, value: object, tip: str = "", *, ticked: bool = False, enabled: bool = True) -> None:
        """One box more."""
        box = QCheckBox(words)
        box.setToolTip(tip)
        box.setEnabled(enabled)
        box.setChecked(ticked and enabled)
        box.toggled.connect(self.changed)
        self._boxes.append((value, box))
        self._column.addWidget(box)

    def clear(self) -> None:
        for _, box in self._boxes:
            box.setParent(None)
            box.deleteLater()
        self._boxes = []

    @property
    def values(self) -> list[object]:
        return [value for value, box in self._boxes if box.isChecked()]

    def box(self, value: object) -> QCheckBox:
        return next(box for known, box in self._boxes if known == value)

    def tick(self, values: Sequence[object]) -> None:
        """Tick these and no others."""
        for value, box in self._boxes:
            box.setChecked(value in values and box.isEnabled())
