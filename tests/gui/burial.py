"""How the tests end a window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid


def bury(window: QWidget) -> None:
    """Close a window and have Qt destroy it from its root down; Python's collector would take any order, and crash."""
    if isValid(window):
        window.close()
        delete(window)
