"""What happened, line by line."""

from __future__ import annotations

from PySide6.QtCore import QTime, Slot
from PySide6.QtWidgets import QPlainTextEdit

from ussr_gui.language import tr

LINES = 5000


class LogPanel(QPlainTextEdit):
    """Sentences with the time of day; can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setMaximumBlockCount(LINES)
        self.setAccessibleName(tr("Log"))
        self.setPlaceholderText(tr("Notes of every run appear here."))

    @Slot(str)
    def add(self, words: str) -> None:
        self.appendPlainText(f"{QTime.currentTime().toString('HH:mm:ss')}  {words}")
