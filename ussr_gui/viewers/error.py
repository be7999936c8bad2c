"""An error, where the picture would be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ErrorCard(QWidget):
    """What is wrong, what to do, and that the rest is safe."""

    retry = Signal()
    other_file = Signal()

    def show_error(self, title: str, words: str, remedy: str, facts: str = "") -> None: ...
