"""The File menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

FILE: tuple[Wish, ...] = (
    Wish("open", "File", "Open scan…", "Ctrl+O", "Open one or several scans", "folder-open"),
    Wish(
        "phantom", "File", "Open the phantom", "Ctrl+P", "Open the built-in sample, whose truth is known", "scan-line"
    ),
    Wish("save", "File", "Save picture…", "Ctrl+S", "Save the result as PNG or TIFF", "image-down", rule=True),
    Wish(
        "report",
        "File",
        "Report…",
        "Ctrl+D",
        "Write a PDF and an HTML page of this scan and its runs",
        "file-text",
    ),
    Wish(
        "save_session",
        "File",
        "Save session…",
        "Ctrl+Shift+S",
        "Keep scans, results, measurements and the view in one file; the pictures are in it",
        "save",
        rule=True,
    ),
    Wish(
        "open_session",
        "File",
        "Open session…",
        "Ctrl+Alt+O",
        "Go on with a saved session; this one is left",
        "folder-clock",
    ),
    Wish(
        "weights",
        "File",
        "Perceptual weights…",
        "Ctrl+Shift+W",
        "See which weights for LPIPS and perceptual terms are here, and fetch them",
        "folder",
        rule=True,
    ),
    Wish("quit", "File", "Quit", "Ctrl+Q", "Close the window; a run keeps its checkpoint", "log-out", rule=True),
)
