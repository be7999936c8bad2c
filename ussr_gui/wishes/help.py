"""The Help menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

SAMPLES = "Help/Samples"

HELP: tuple[Wish, ...] = (
    Wish(
        "palette", "Help", "Command palette…", "Ctrl+Shift+P", "Find any command by a few letters and run it", "command"
    ),
    Wish("tour", "Help", "Take the tour", "Shift+F2", "Three minutes on a sample, step by step", "compass", rule=True),
    Wish("sample_cysts", SAMPLES, "Cysts", "Ctrl+F2", "Open a simulated scan whose cysts are of known width", "circle"),
    Wish("sample_wires", SAMPLES, "Wires", "Ctrl+F3", "Open a simulated scan whose wires lie at known places", "grip"),
    Wish("sample_vessel", SAMPLES, "Vessel", "Ctrl+F4", "Open a simulated vessel of known width", "cylinder"),
    Wish(
        "which_method",
        "Help",
        "Which method for which scan?",
        "Shift+F4",
        "What each does, when, and how long it takes",
        "images",
    ),
    Wish("keyboard", "Help", "Keyboard and mouse", "F1", "Every key and every gesture", "mouse", rule=True),
    Wish(
        "limits", "Help", "What it can and cannot show", "Shift+F1", "Smaller pixels are not finer resolution", "info"
    ),
    Wish(
        "devices",
        "Help",
        "Why not my GPU?",
        "Shift+F6",
        "Which device is used, why, and how fast it is",
        "cpu",
    ),
    Wish("about", "Help", "About and diagnostics", "Ctrl+F1", "Version, device, answer time", "circle-question-mark"),
)
