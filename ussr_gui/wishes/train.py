"""The Train menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

RACE = "Train/Race on this scan"

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
    Wish(
        "race_panel",
        "Train",
        "Race",
        "Ctrl+R",
        "Several methods on this scan in turn, and how they stand",
        "trophy",
        checkable=True,
        rule=True,
    ),
    Wish("race_add", RACE, "Add to race", "Ctrl+F8", "Enter the chosen method with its knobs", "list-plus"),
    Wish("race_quick", RACE, "Add the quick four", "F9", "Enter bicubic, exact, SimReg and ESPCN", "zap"),
    Wish(
        "race_all",
        RACE,
        "Add all without weights",
        "Shift+F9",
        "Enter every method that rests on nothing trained elsewhere; some take minutes",
        "list-checks",
    ),
    Wish("race_begin", RACE, "Start race", "F8", "Start whoever waits, in turn; or stop the race", "play", rule=True),
    Wish("race_skip", RACE, "Skip runner", "Shift+F8", "Cancel the one that runs; the next one starts", "skip-forward"),
    Wish(
        "race_up",
        RACE,
        "Earlier",
        "Ctrl+Shift+Up",
        "Let the chosen runner start earlier",
        "arrow-up",
        rule=True,
        repeats=True,
    ),
    Wish(
        "race_down", RACE, "Later", "Ctrl+Shift+Down", "Let the chosen runner start later", "arrow-down", repeats=True
    ),
    Wish(
        "race_remove",
        RACE,
        "Remove",
        "Ctrl+Shift+Del",
        "Take the chosen runner out; its run stays in the list",
        "trash-2",
    ),
    Wish("race_copy", RACE, "Copy the table", "Ctrl+Alt+C", "Copy places, scores and times for a spreadsheet", "copy"),
)
