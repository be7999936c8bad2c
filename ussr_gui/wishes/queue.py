"""The queue of files, in the Train menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

MENU = "Train/Queue of files"

QUEUE: tuple[Wish, ...] = (
    Wish(
        "queue_panel",
        "Train",
        "Queue",
        "Ctrl+U",
        "Many files by one method or several, one after the other",
        "list-todo",
        checkable=True,
        rule=True,
    ),
    Wish("queue_files", MENU, "Add files…", "Ctrl+Shift+J", "Put files into the queue", "file-plus"),
    Wish("queue_folder", MENU, "Add folder…", "Ctrl+Alt+J", "Put a folder and all below it into the queue", "folder"),
    Wish("queue_begin", MENU, "Start queue", "Ctrl+F9", "Work the queue off; or pause it", "play", rule=True),
    Wish(
        "queue_skip", MENU, "Skip", "Ctrl+Shift+F9", "Leave the chosen items out; they can wait again", "skip-forward"
    ),
    Wish("queue_retry", MENU, "Try again", "Alt+F9", "Let the chosen items wait again", "rotate-ccw"),
    Wish(
        "queue_retry_failed",
        MENU,
        "Try all failed again",
        "Alt+Shift+F9",
        "Let everything that failed wait again",
        "refresh-cw",
    ),
    Wish(
        "queue_up",
        MENU,
        "Earlier",
        "Alt+PgUp",
        "Let the chosen items come earlier",
        "arrow-up",
        rule=True,
        repeats=True,
    ),
    Wish("queue_down", MENU, "Later", "Alt+PgDown", "Let the chosen items come later", "arrow-down", repeats=True),
    Wish("queue_remove", MENU, "Remove", "Alt+Del", "Take the chosen items out; results stay", "trash-2"),
    Wish("queue_open", MENU, "Open result", "Alt+J", "Show the result of the chosen item", "image", rule=True),
    Wish("queue_report", MENU, "Write table…", "Ctrl+Alt+E", "Write every item into a CSV file", "file-spreadsheet"),
)
