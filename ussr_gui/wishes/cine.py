"""Clips: playing them in the View menu, enlarging them in the Train menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

MENU = "View/Clip"

CINE: tuple[Wish, ...] = (
    Wish("cine_play", MENU, tr("Play"), "J", tr("Play the clip, or stand still"), "play"),
    Wish("cine_back", MENU, tr("Frame back"), ",", tr("Show the frame before"), "step-back", repeats=True),
    Wish("cine_on", MENU, tr("Frame on"), ".", tr("Show the next frame"), "step-forward", repeats=True),
    Wish("cine_first", MENU, tr("First frame"), "Alt+Home", tr("Go to the start of the clip"), "skip-back"),
    Wish("cine_last", MENU, tr("Last frame"), "Alt+End", tr("Go to the end of the clip"), "skip-forward"),
    Wish("cine_loop", MENU, tr("Loop"), "Shift+J", tr("Begin again at the end"), "repeat", checkable=True, rule=True),
    Wish("cine_slower", MENU, tr("Slower"), "Alt+,", tr("Play at a lower speed"), "rewind"),
    Wish("cine_faster", MENU, tr("Faster"), "Alt+.", tr("Play at a higher speed"), "fast-forward"),
    Wish(
        "cine_enlarge",
        "Train",
        tr("Enlarge all frames"),
        "Ctrl+Shift+F5",
        tr("Learn from the marked frames, or from the one that is shown, and enlarge every frame of the clip"),
        "clapperboard",
        rule=True,
    ),
    Wish(
        "cine_mark",
        "Train",
        tr("Learn from this frame"),
        "Ctrl+J",
        tr("Mark the frame: Enlarge all frames learns from all that are marked"),
        "bookmark",
        checkable=True,
    ),
)
