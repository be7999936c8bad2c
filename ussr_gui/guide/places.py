"""Which page of the guide tells of what lies under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDockWidget, QWidget

from ussr_gui.guide.library import HOME

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PROPERTY = "guide"
"""Of a widget: the page that tells of it and of all that lies in it, ``page.md`` or ``page.md#heading``."""

USER = "docs/user/"

DOCKS = {
    "lists": "opening.md",
    "steer": "enlarging.md",
    "curves": "training.md",
    "measure": "measuring.md",
    "trust": "trust.md",
    "race": "race.md",
    "queue": "queue.md",
    "history": "history.md",
    "lessons": "lessons.md",
}
"""The page of every dock, by the dock's name."""


def mark_places(window: MainWindow) -> None:
    """Tell the window's panels, dialogs and strips which page is theirs."""
    pictures, reading = window.pictures, window.reading
    for dock in window.findChildren(QDockWidget):
        mark_place(dock, DOCKS[dock.objectName()])
    for widget, page in (
        (window.runs, "enlarging.md#the-list-of-runs"),
        (window.result, "results.md"),
        (window.info, "opening.md#what-is-known-of-a-scan"),
        (window.controls, "enlarging.md#start-pause-finish-cancel"),
        (window.kernel, "training.md#the-kernel"),
        (window.log, "training.md#the-log"),
        (pictures, "comparing.md"),
        (pictures.empty, "first-scan.md"),
        (pictures.error, "opening.md#when-a-file-cannot-be-read"),
        (pictures.reel, "clips.md"),
        (window.saving, "export.md"),
        (window.saving.passport, "export.md#the-passport"),
        (window.reporting.dialog, "report.md"),
        (window.problems.dialog, "problems.md"),
        (window.problems.offer, "problems.md#after-a-crash"),
        (window.problems.updates.dialog, "problems.md#updates"),
        (window.benchmarking.panel, "benchmark.md"),
        (window.weights.panel, "weights.md"),
        (window.equipment.page, "devices.md"),
        (window.equipment.gauge, "devices.md#memory"),
        (window.commanding.dialog, "keys.md#your-own-keys"),
        (window.commanding.palette, "keys.md#the-command-palette"),
        (reading.cover, "blind-reading.md"),
    ):
        mark_place(widget, page)


def mark_place(widget: QWidget, page: str) -> None:
    """Tell a widget its page, by its name below ``docs/user``."""
    widget.setProperty(PROPERTY, USER + page)


def page_of(widget: QWidget | None) -> tuple[str, str]:
    """(page, heading) of the nearest widget around this one that has one; the home page where none has."""
    while widget is not None:
        if known := widget.property(PROPERTY):
            path, _, anchor = str(known).partition("#")
            return path, anchor
        widget = widget.parentWidget()
    return HOME, ""
