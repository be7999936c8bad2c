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
