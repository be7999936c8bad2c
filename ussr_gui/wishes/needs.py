"""What must be there before an action can run; an action that is off says it."""

from __future__ import annotations

from ussr_gui.wishes.cine import CINE
from ussr_gui.wishes.compare import COMPARE
from ussr_gui.wishes.measure import MEASURE
from ussr_gui.wishes.trust import TRUST
from ussr_gui.wishes.view import VIEW

A_PICTURE = "Open a scan first"
TWO_PICTURES = "Needs a second picture: enlarge the scan, or add a picture from a file"
A_MEASUREMENT = "Measure something first"

NEEDS: dict[str, str] = {
    **{wish.id: A_PICTURE for wish in (*VIEW, *MEASURE, *TRUST)},
    **{wish.id: TWO_PICTURES for wish in COMPARE},
    **{wish.id: "Open a file with several frames first" for wish in CINE},
    **{f"show_{number}": f"There is no picture {number}" for number in range(1, 10)},
    **{f"reference_{number}": f"There is no picture {number}" for number in range(1, 10)},
    **dict.fromkeys(
        ("next_point", "next_measurement", "clear_measurements", "copy_measurements", "export_measurements"),
        A_MEASUREMENT,
    ),
    "loupe": A_PICTURE,
    "add_picture": "Enlarge the scan first",
    "drop_pictures": "No picture was added from a file",
    "relink": "All panes are linked",
    "overlay_none": "There is no overlay to take away",
    "larger": "These are the largest words",
    "smaller": "These are the smallest words",
    "delete_measurement": "Choose a measurement first",
    "export_plot": "Open the Measure panel first",
    **dict.fromkeys(("race_add", "race_quick", "race_all"), "Open a scan and choose a method that suits it"),
    "race_begin": "Nobody waits to start",
    "race_skip": "No race is going on",
    **dict.fromkeys(("race_up", "race_down"), "Choose a runner that waits first"),
    "race_remove": "Choose a runner that does not run first",
    "race_copy": "Nobody has entered the race",
    "queue_begin": "Nothing waits in the queue",
    "queue_skip": "Choose an item that waits or runs first",
    "queue_retry": "Choose an item that failed or was skipped first",
    "queue_retry_failed": "Nothing failed",
    **dict.fromkeys(("queue_up", "queue_down"), "Choose an item that waits first"),
    "queue_remove": "Choose an item that does not run first",
    "queue_open": "Choose an item that is done first",
    "queue_report": "The queue is empty",
    "moment_earlier": "No earlier picture was kept",
    **dict.fromkeys(("moment_later", "moment_newest"), "The newest picture is shown"),
    "unprotect": "Choose a protected region first",
    "full_trust": "There is no result yet, or it is shown with full trust",
    "undo": "There is nothing to take back",
    "redo": "Nothing was taken back",
    **dict.fromkeys(("history_restore", "history_delete", "history_again"), "Choose a run in the run history first"),
    "history_star": "Choose a run in the run history first, or show one",
    "history_compare": "Choose two or more runs of one scan in the run history",
    "history_go_on": "Choose a run that stopped before its end, while no other one goes on",
    "history_undelete": "No run was deleted",
    "save": "There is no result yet",
    "save_session": A_PICTURE,
    "open_session": "A run goes on: wait for its end, or cancel it",
    "report": "Run a method on this scan first: a report tells of a scan and its runs",
    "blind_reading": "Run a method on this scan first: then its pictures can be read without their names",
    "finish": "No run is going on",
    "cancel": "No run is going on",
    "preview": "No run is training",
    "resume_last": "No run waits to be resumed, or another one is going on",
}
"""By the action's id; the window may know better, and says so by ``Actions.excuse``."""
