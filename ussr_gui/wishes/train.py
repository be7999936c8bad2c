"""The Train menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

TRAIN: tuple[Wish, ...] = (
    Wish("start", "Train", "Start", "F5", "Start, pause or resume the run", "play"),
    Wish("finish", "Train", "Finish now", "Shift+F5", "Stop training and enlarge with the best so far", "flag"),
    Wish("cancel", "Train", "Cancel", "Ctrl+F5", "Give the run up; it can be resumed later", "x"),
    Wish("resume_last", "Train", "Resume last run", "F6", "Go on with the run that was interrupted last", "history"),
    Wish("preview", "Train", "Preview now", "F7", "Show the picture as it stands now", "eye", rule=True),
    Wish(
        "moment_earlier",
        "Train",
        "Earlier moment",
        "Ctrl+,",
        "See all panes as they were one kept picture earlier in training",
        "step-back",
        rule=True,
        repeats=True,
    ),
    Wish(
        "moment_later",
        "Train",
        "Later moment",
        "Ctrl+.",
        "See all panes one kept picture later in training",
        "step-forward",
        repeats=True,
    ),
    Wish("moment_newest", "Train", "Newest picture", "Ctrl+End", "Leave the moments of training", "chevron-last"),
)
