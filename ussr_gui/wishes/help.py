"""The Help menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

SAMPLES = "Help/Samples"

HELP: tuple[Wish, ...] = (
    Wish("guide", "Help", tr("Guide"), "F1", tr("Open the page of the panel under the mouse"), "book-open-text"),
    Wish(
        "palette",
        "Help",
        tr("Command palette…"),
        "Ctrl+Shift+P",
        tr("Find any command by a few letters and run it"),
        "command",
    ),
    Wish(
        "tour",
        "Help",
        tr("Take the tour"),
        "Shift+F2",
        tr("Three minutes on a sample, step by step"),
        "compass",
        rule=True,
    ),
    Wish(
        "sample_cysts",
        SAMPLES,
        tr("Cysts"),
        "Ctrl+F2",
        tr("Open a simulated scan whose cysts are of known width"),
        "circle",
    ),
    Wish(
        "sample_wires",
        SAMPLES,
        tr("Wires"),
        "Ctrl+F3",
        tr("Open a simulated scan whose wires lie at known places"),
        "grip",
    ),
    Wish("sample_vessel", SAMPLES, tr("Vessel"), "Ctrl+F4", tr("Open a simulated vessel of known width"), "cylinder"),
    Wish(
        "which_method",
        "Help",
        tr("Which method for which scan?"),
        "Shift+F4",
        tr("What each does, when, and how long it takes"),
        "images",
    ),
    Wish("keyboard", "Help", tr("Keyboard and mouse"), "?", tr("Every key and every gesture"), "mouse", rule=True),
    Wish(
        "limits",
        "Help",
        tr("What it can and cannot show"),
        "Shift+F1",
        tr("Smaller pixels are not finer resolution"),
        "info",
    ),
    Wish(
        "problem",
        "Help",
        tr("Report a problem…"),
        "Ctrl+Shift+F1",
        tr("Gather versions, log and settings into one file, without a patient's data; nothing is sent"),
        "bug",
        rule=True,
    ),
    Wish(
        "updates",
        "Help",
        tr("Check for updates…"),
        "Ctrl+Alt+U",
        tr("Ask once which release is the newest; without this click nothing is asked"),
        "refresh-cw",
    ),
    Wish(
        "about",
        "Help",
        tr("About and diagnostics"),
        "Ctrl+F1",
        tr("Version, device, answer time"),
        "circle-question-mark",
    ),
    Wish(
        "devices",
        "Help",
        tr("Why not my GPU?"),
        "Shift+F6",
        tr("Which device is used, why, and how fast it is"),
        "cpu",
    ),
)
