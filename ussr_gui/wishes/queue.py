"""The queue of files, in the Train menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

MENU = "Train/Queue of files"

QUEUE: tuple[Wish, ...] = (
    Wish(
        "queue_panel",
        "Train",
        tr("Queue"),
        "Ctrl+U",
        tr("Many files by one method or several, one after the other"),
        "list-todo",
        checkable=True,
        rule=True,
    ),
    Wish("queue_files", MENU, tr("Add files…"), "Ctrl+Shift+J", tr("Put files into the queue"), "file-plus"),
    Wish(
        "queue_folder",
        MENU,
        tr("Add folder…"),
        "Ctrl+Alt+J",
        tr("Put a folder and all below it into the queue"),
        "folder",
    ),
    Wish("queue_begin", MENU, tr("Start queue"), "Ctrl+F9", tr("Work the queue off; or pause it"), "play", rule=True),
    Wish(
        "queue_skip",
        MENU,
        tr("Skip"),
        "Ctrl+Shift+F9",
        tr("Leave the chosen items out; they can wait again"),
        "skip-forward",
    ),
    Wish("queue_retry", MENU, tr("Try again"), "Alt+F9", tr("Let the chosen items wait again"), "rotate-ccw"),
    Wish(
        "queue_retry_failed",
        MENU,
        tr("Try all failed again"),
        "Alt+Shift+F9",
        tr("Let everything that failed wait again"),
        "refresh-cw",
    ),
    Wish(
        "queue_up",
        MENU,
        tr("Earlier"),
        "Alt+PgUp",
        tr("Let the chosen items come earlier"),
        "arrow-up",
        rule=True,
        repeats=True,
    ),
    Wish(
        "queue_down", MENU, tr("Later"), "Alt+PgDown", tr("Let the chosen items come later"), "arrow-down", repeats=True
    ),
    Wish("queue_remove", MENU, tr("Remove"), "Alt+Del", tr("Take the chosen items out; results stay"), "trash-2"),
    Wish("queue_open", MENU, tr("Open result"), "Alt+J", tr("Show the result of the chosen item"), "image", rule=True),
    Wish(
        "queue_report",
        MENU,
        tr("Write table…"),
        "Ctrl+Alt+E",
        tr("Write every item into a CSV file"),
        "file-spreadsheet",
    ),
)
