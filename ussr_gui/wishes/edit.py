"""The Edit menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

EDIT: tuple[Wish, ...] = (
    Wish("undo", "Edit", "Undo", "Ctrl+Z", "Take the last change of the measurements back", "undo-2"),
    Wish("redo", "Edit", "Redo", "Ctrl+Y", "Do again what was taken back", "redo-2"),
    Wish("shortcuts", "Edit", "Shortcuts…", "Ctrl+K", "See every key and choose others", "keyboard", rule=True),
)
