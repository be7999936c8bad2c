"""Keys that no action can have, and what they do instead."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import MENUS, with_key

ARROWS = tuple(
    f"{held}{arrow}" for held in ("", "Shift+", "Ctrl+", "Alt+") for arrow in ("Left", "Right", "Up", "Down")
)

MENU_KEYS = tuple(dict.fromkeys(f"Alt+{with_key(menu).partition('&')[2][:1].upper()}" for menu in MENUS))

RESERVED: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (ARROWS, tr("arrow keys move the view, the curtain and the chosen point"), False),
    (("Return", "Enter"), tr("Return draws in the middle of the view, and opens what is chosen"), True),
    (("Esc",), tr("Esc puts the tool away and closes what is open"), True),
    (("Tab", "Backtab"), tr("Tab goes to the next control"), True),
    (("Space",), tr("Space presses the button that has the keyboard"), True),
    (("Backspace",), tr("Backspace takes the last corner back"), True),
    (("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"), tr("fields and tables copy and paste by them"), False),
    (("Alt++", "Alt+=", "Alt+-"), tr("they zoom one pane alone"), False),
    (tuple(f"Ctrl+Alt+{number}" for number in range(1, 9)), tr("they open recent files"), False),
    (MENU_KEYS, tr("they open the menus"), False),
)
"""Keys, why, and whether that holds with Shift, Ctrl and Alt as well."""
