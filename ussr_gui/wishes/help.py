"""The Help menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

HELP: tuple[Wish, ...] = (
    Wish(
        "palette", "Help", "Command palette…", "Ctrl+Shift+P", "Find any command by a few letters and run it", "command"
    ),
    Wish("keyboard", "Help", "Keyboard and mouse", "F1", "Every key and every gesture", "mouse", rule=True),
    Wish(
        "limits", "Help", "What it can and cannot show", "Shift+F1", "Smaller pixels are not finer resolution", "info"
    ),
    Wish("about", "Help", "About and diagnostics", "Ctrl+F1", "Version, device, answer time", "circle-question-mark"),
)
