"""Icons in the palette's colours, from Lucide's outlines; and the program's own."""

from __future__ import annotations

from PySide6.QtGui import QIcon


def icon(name: str, role: str = "dim", size: int = 18) -> QIcon:
    """An outline by its Lucide name in the colour of a palette role."""
    return QIcon()


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon()
