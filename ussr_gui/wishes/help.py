"""The Help menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

HELP: tuple[Wish, ...] = (
    Wish("guide", "Help", tr("Guide"), "F1", tr("Open the page of the panel under the mouse"), "book-open-text"),
    Wish(
        "palette",
        "Help",
        tr("Command palette…"),
        "Ctrl+Shift+P",
        tr("Find any command by a few letters and run it"),
        "command",
    ),
    Wish("keyboard", "Help", tr("Keyboard and mouse"), "?", tr("Every key and every gesture"), "mouse", rule=True),
    Wish(
        "limits",
        "Help",
        tr("What it can and cannot show"),
        "Shift+F1",
        tr("Smaller pixels are not finer resolution"),
        "info",
    ),
    Wish(
        "problem",
        "Help",
        tr("Report a problem…"),
        "Ctrl+Shift+F1",
        tr("Gather versions, log and settings into one file, without a patient's data; nothing is sent"),
        "bug",
        rule=True,
    ),
    Wish(
        "updates",
        "Help",
        tr("Check for updates…"),
        "Ctrl+Alt+U",
        tr("Ask once which release is the newest; without this click nothing is asked"),
        "refresh-cw",
    ),
    Wish(
        "about",
        "Help",
        tr("About and diagnostics"),
        "Ctrl+F1",
        tr("Version, device, answer time"),
        "circle-question-mark",
    ),
)
