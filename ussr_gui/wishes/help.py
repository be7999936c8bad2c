"""The Help menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

HELP: tuple[Wish, ...] = (
    Wish("keyboard", "Help", "Keyboard and mouse", "F1", "Every key and every gesture", "keyboard"),
    Wish(
        "limits", "Help", "What it can and cannot show", "Shift+F1", "Smaller pixels are not finer resolution", "info"
    ),
    Wish("about", "Help", "About and diagnostics", "Ctrl+F1", "Version, device, answer time", "circle-question-mark"),
)
