"""The words of the window, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "ussr"
"""Under which Qt's catalogues keep all words."""


def tr(text: str, count: int | None = None) -> str:
    """``text`` in the language of the window; of a ``count`` the form that fits it, with ``%n`` for the number."""
    return QCoreApplication.translate(CONTEXT, text, "", -1 if count is None else count)
