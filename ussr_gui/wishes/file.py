"""The File menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

FILE: tuple[Wish, ...] = (
    Wish("open", "File", tr("Open scan…"), "Ctrl+O", tr("Open one or several scans"), "folder-open"),
    Wish(
        "phantom",
        "File",
        tr("Open the phantom"),
        "Ctrl+P",
        tr("Open the built-in sample, whose truth is known"),
        "scan-line",
    ),
    Wish("save", "File", tr("Save picture…"), "Ctrl+S", tr("Save the result as PNG or TIFF"), "image-down", rule=True),
    Wish(
        "report",
        "File",
        tr("Report…"),
        "Ctrl+D",
        tr("Write a PDF and an HTML page of this scan and its runs"),
        "file-text",
    ),
    Wish(
        "save_session",
        "File",
        tr("Save session…"),
        "Ctrl+Shift+S",
        tr("Keep scans, results, measurements and the view in one file; the pictures are in it"),
        "save",
        rule=True,
    ),
    Wish(
        "open_session",
        "File",
        tr("Open session…"),
        "Ctrl+Alt+O",
        tr("Go on with a saved session; this one is left"),
        "folder-clock",
    ),
    Wish(
        "weights",
        "File",
        tr("Perceptual weights…"),
        "Ctrl+Shift+W",
        tr("See which weights for LPIPS and perceptual terms are here, and fetch them"),
        "folder",
        rule=True,
    ),
    Wish(
        "quit", "File", tr("Quit"), "Ctrl+Q", tr("Close the window; a run keeps its checkpoint"), "log-out", rule=True
    ),
)
