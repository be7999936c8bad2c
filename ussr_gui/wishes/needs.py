"""What must be there before an action can run; an action that is off says it."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.cine import CINE
from ussr_gui.wishes.compare import COMPARE
from ussr_gui.wishes.measure import MEASURE
from ussr_gui.wishes.trust import TRUST
from ussr_gui.wishes.view import VIEW

A_PICTURE = tr("Open a scan first")
TWO_PICTURES = tr("Needs a second picture: enlarge the scan, or add a picture from a file")
A_MEASUREMENT = tr("Measure something first")

NEEDS: dict[str, str] = {
    **{wish.id: A_PICTURE for wish in (*VIEW, *MEASURE, *TRUST)},
    **{wish.id: TWO_PICTURES for wish in COMPARE},
    **{wish.id: tr("Open a file with several frames first") for wish in CINE},
    **{f"show_{number}": tr("There is no picture {number}").format(number=number) for number in range(1, 10)},
    **{f"reference_{number}": tr("There is no picture {number}").format(number=number) for number in range(1, 10)},
    **dict.fromkeys(
        ("next_point", "next_measurement", "clear_measurements", "copy_measurements", "export_measurements"),
        A_MEASUREMENT,
    ),
    "loupe": A_PICTURE,
    "add_picture": tr("Enlarge the scan first"),
    "drop_pictures": tr("No picture was added from a file"),
    "relink": tr("All panes are linked"),
    "overlay_none": tr("There is no overlay to take away"),
    "larger": tr("These are the largest words"),
    "smaller": tr("These are the smallest words"),
    "delete_measurement": tr("Choose a measurement first"),
    "export_plot": tr("Open the Measure panel first"),
    **dict.fromkeys(("race_add", "race_quick", "race_all"), tr("Open a scan and choose a method that suits it")),
    "race_begin": tr("Nobody waits to start"),
    "race_skip": tr("No race is going on"),
    **dict.fromkeys(("race_up", "race_down"), tr("Choose a runner that waits first")),
    "race_remove": tr("Choose a runner that does not run first"),
    "race_copy": tr("Nobody has entered the race"),
    "queue_begin": tr("Nothing waits in the queue"),
    "queue_skip": tr("Choose an item that waits or runs first"),
    "queue_retry": tr("Choose an item that failed or was skipped first"),
    "queue_retry_failed": tr("Nothing failed"),
    **dict.fromkeys(("queue_up", "queue_down"), tr("Choose an item that waits first")),
    "queue_remove": tr("Choose an item that does not run first"),
    "queue_open": tr("Choose an item that is done first"),
    "queue_report": tr("The queue is empty"),
    "moment_earlier": tr("No earlier picture was kept"),
    **dict.fromkeys(("moment_later", "moment_newest"), tr("The newest picture is shown")),
    "unprotect": tr("Choose a protected region first"),
    "full_trust": tr("There is no result yet, or it is shown with full trust"),
    "undo": tr("There is nothing to take back"),
    "redo": tr("Nothing was taken back"),
    **dict.fromkeys(
        ("history_restore", "history_delete", "history_again"), tr("Choose a run in the run history first")
    ),
    "history_star": tr("Choose a run in the run history first, or show one"),
    "history_compare": tr("Choose two or more runs of one scan in the run history"),
    "history_go_on": tr("Choose a run that stopped before its end, while no other one goes on"),
    "history_undelete": tr("No run was deleted"),
    **dict.fromkeys(("lesson_back", "lesson_next"), tr("No lesson is played, or there is no such step")),
    "lesson_add": tr("Begin to record a lesson, with a scan in the panes"),
    "save": tr("There is no result yet"),
    "save_session": A_PICTURE,
    "open_session": tr("A run goes on: wait for its end, or cancel it"),
    "report": tr("Run a method on this scan first: a report tells of a scan and its runs"),
    "blind_reading": tr("Run a method on this scan first: then its pictures can be read without their names"),
    "finish": tr("No run is going on"),
    "cancel": tr("No run is going on"),
    "preview": tr("No run is training"),
    "resume_last": tr("No run waits to be resumed, or another one is going on"),
}
"""By the action's id; the window may know better, and says so by ``Actions.excuse``."""
