"""The Edit menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

EDIT: tuple[Wish, ...] = (
    Wish("undo", "Edit", tr("Undo"), "Ctrl+Z", tr("Take the last change of the measurements back"), "undo-2"),
    Wish("redo", "Edit", tr("Redo"), "Ctrl+Y", tr("Do again what was taken back"), "redo-2"),
    Wish("shortcuts", "Edit", tr("Shortcuts…"), "Ctrl+K", tr("See every key and choose others"), "keyboard", rule=True),
)
