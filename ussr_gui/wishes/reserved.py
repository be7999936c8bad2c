"""Keys that no action can have, and what they do instead."""

from __future__ import annotations

ARROWS = tuple(
    f"{held}{arrow}" for held in ("", "Shift+", "Ctrl+", "Alt+") for arrow in ("Left", "Right", "Up", "Down")
)

RESERVED: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (ARROWS, "arrow keys move the view, the curtain and the chosen point", False),
    (("Return", "Enter"), "Return draws in the middle of the view, and opens what is chosen", True),
    (("Esc",), "Esc puts the tool away and closes what is open", True),
    (("Tab", "Backtab"), "Tab goes to the next control", True),
    (("Space",), "Space presses the button that has the keyboard", True),
    (("Backspace",), "Backspace takes the last corner back", True),
    (("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"), "fields and tables copy and paste by them", False),
    (("Alt++", "Alt+=", "Alt+-"), "they zoom one pane alone", False),
    (tuple(f"Ctrl+Alt+{number}" for number in range(1, 9)), "they open recent files", False),
    (("Alt+F", "Alt+E", "Alt+V", "Alt+C", "Alt+M", "Alt+T", "Alt+H"), "they open the menus", False),
)
"""Keys, why, and whether that holds with Shift, Ctrl and Alt as well."""
