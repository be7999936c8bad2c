"""Runs that are kept, in the Train menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

MENU = "Train/Kept runs"

HISTORY: tuple[Wish, ...] = (
    Wish(
        "history_panel",
        "Train",
        tr("Run history"),
        "Ctrl+Shift+H",
        tr("Every run that was made: find, compare, restore"),
        "history",
        checkable=True,
        rule=True,
    ),
    Wish(
        "history_star",
        MENU,
        tr("Star"),
        "K",
        tr("Star the chosen runs, or the run that is shown: starred runs never make room for others"),
        "star",
    ),
    Wish(
        "history_restore",
        MENU,
        tr("Restore"),
        "Ctrl+Alt+R",
        tr("Bring the chosen runs back: scan, result, curves and moments"),
        "archive-restore",
    ),
    Wish(
        "history_compare",
        MENU,
        tr("Compare"),
        "Ctrl+Alt+K",
        tr("See the chosen runs of one scan side by side"),
        "columns-2",
    ),
    Wish(
        "history_again",
        MENU,
        tr("Run again"),
        "Ctrl+F7",
        tr("The same plan and seed on the same scan"),
        "rotate-cw",
    ),
    Wish("history_go_on", MENU, tr("Go on"), "Ctrl+F6", tr("Go on with the chosen run from where it stopped"), "play"),
    Wish(
        "history_delete",
        MENU,
        tr("Delete runs"),
        "Ctrl+Alt+X",
        tr("Delete the chosen runs; they can come back until the window closes"),
        "trash-2",
        rule=True,
    ),
    Wish(
        "history_undelete",
        MENU,
        tr("Undo delete"),
        "Ctrl+Alt+Z",
        tr("Bring back the runs that were deleted last"),
        "undo-2",
    ),
)
