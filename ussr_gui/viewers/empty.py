"""The first screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget


class EmptyState(QWidget):
    """Where to begin: drop a scan, a recent one, the sample, what to know."""

    open_requested = Signal()
    path_chosen = Signal(str)
    phantom_requested = Signal(int)
    learn_requested = Signal(str)
    clear_recent_requested = Signal()

    def set_recent(self, recent: Sequence[tuple[str, str, QPixmap | None]]) -> None: ...
