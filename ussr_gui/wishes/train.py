"""The Train menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

RACE = "Train/Race on this scan"

TRAIN: tuple[Wish, ...] = (
    Wish("start", "Train", tr("Start"), "F5", tr("Start, pause or resume the run"), "play"),
    Wish("finish", "Train", tr("Finish now"), "Shift+F5", tr("Stop training and enlarge with the best so far"), "flag"),
    Wish("cancel", "Train", tr("Cancel"), "Ctrl+F5", tr("Give the run up; it can be resumed later"), "x"),
    Wish(
        "resume_last",
        "Train",
        tr("Resume last run"),
        "F6",
        tr("Go on with the run that was interrupted last"),
        "history",
    ),
    Wish("preview", "Train", tr("Preview now"), "F7", tr("Show the picture as it stands now"), "eye", rule=True),
    Wish(
        "moment_earlier",
        "Train",
        tr("Earlier moment"),
        "Ctrl+,",
        tr("See all panes as they were one kept picture earlier in training"),
        "step-back",
        rule=True,
        repeats=True,
    ),
    Wish(
        "moment_later",
        "Train",
        tr("Later moment"),
        "Ctrl+.",
        tr("See all panes one kept picture later in training"),
        "step-forward",
        repeats=True,
    ),
    Wish(
        "moment_newest", "Train", tr("Newest picture"), "Ctrl+End", tr("Leave the moments of training"), "chevron-last"
    ),
    Wish(
        "race_panel",
        "Train",
        tr("Race"),
        "Ctrl+R",
        tr("Several methods on this scan in turn, and how they stand"),
        "trophy",
        checkable=True,
        rule=True,
    ),
    Wish("race_add", RACE, tr("Add to race"), "Ctrl+F8", tr("Enter the chosen method with its knobs"), "list-plus"),
    Wish("race_quick", RACE, tr("Add the quick four"), "F9", tr("Enter bicubic, exact, SimReg and ESPCN"), "zap"),
    Wish(
        "race_all",
        RACE,
        tr("Add all without weights"),
        "Shift+F9",
        tr("Enter every method that rests on nothing trained elsewhere; some take minutes"),
        "list-checks",
    ),
    Wish(
        "race_begin",
        RACE,
        tr("Start race"),
        "F8",
        tr("Start whoever waits, in turn; or stop the race"),
        "play",
        rule=True,
    ),
    Wish(
        "race_skip",
        RACE,
        tr("Skip runner"),
        "Shift+F8",
        tr("Cancel the one that runs; the next one starts"),
        "skip-forward",
    ),
    Wish(
        "race_up",
        RACE,
        tr("Earlier"),
        "Ctrl+Shift+Up",
        tr("Let the chosen runner start earlier"),
        "arrow-up",
        rule=True,
        repeats=True,
    ),
    Wish(
        "race_down",
        RACE,
        tr("Later"),
        "Ctrl+Shift+Down",
        tr("Let the chosen runner start later"),
        "arrow-down",
        repeats=True,
    ),
    Wish(
        "race_remove",
        RACE,
        tr("Remove"),
        "Ctrl+Shift+Del",
        tr("Take the chosen runner out; its run stays in the list"),
        "trash-2",
    ),
    Wish(
        "race_copy",
        RACE,
        tr("Copy the table"),
        "Ctrl+Alt+C",
        tr("Copy places, scores and times for a spreadsheet"),
        "copy",
    ),
)
