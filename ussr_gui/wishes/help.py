"""The Help menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

HELP: tuple[Wish, ...] = (
    Wish(
        "palette",
        "Help",
        tr("Command palette…"),
        "Ctrl+Shift+P",
        tr("Find any command by a few letters and run it"),
        "command",
    ),
    Wish("keyboard", "Help", tr("Keyboard and mouse"), "F1", tr("Every key and every gesture"), "mouse", rule=True),
    Wish(
        "limits",
        "Help",
        tr("What it can and cannot show"),
        "Shift+F1",
        tr("Smaller pixels are not finer resolution"),
        "info",
    ),
    Wish(
        "lessons",
        "Help",
        tr("Lessons"),
        "Shift+F2",
        tr("Show, play and make lessons: pictures step by step, with questions"),
        "graduation-cap",
        "",
        True,
        rule=True,
    ),
    Wish(
        "record_lesson",
        "Help/Lesson",
        tr("Record a lesson"),
        "Ctrl+F3",
        tr("Make a lesson of what the panes show"),
        "circle-dot",
    ),
    Wish(
        "lesson_add",
        "Help/Lesson",
        tr("Add step"),
        "Alt+F3",
        tr("Take what the panes show as a step of the lesson"),
        "plus",
    ),
    Wish(
        "lesson_back",
        "Help/Lesson",
        tr("Step before"),
        "PgUp",
        tr("Go back in the lesson"),
        "chevron-left",
        rule=True,
    ),
    Wish("lesson_next", "Help/Lesson", tr("Next step"), "PgDown", tr("Go on in the lesson"), "chevron-right"),
    Wish(
        "about",
        "Help",
        tr("About and diagnostics"),
        "Ctrl+F1",
        tr("Version, device, answer time"),
        "circle-question-mark",
        rule=True,
    ),
)
