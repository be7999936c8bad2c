"""Clips: playing them in the View menu, enlarging them in the Train menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

MENU = "View/Clip"

CINE: tuple[Wish, ...] = (
    Wish("cine_play", MENU, "Play", "J", "Play the clip, or stand still", "play"),
    Wish("cine_back", MENU, "Frame back", ",", "Show the frame before", "step-back", repeats=True),
    Wish("cine_on", MENU, "Frame on", ".", "Show the next frame", "step-forward", repeats=True),
    Wish("cine_first", MENU, "First frame", "Alt+Home", "Go to the start of the clip", "skip-back"),
    Wish("cine_last", MENU, "Last frame", "Alt+End", "Go to the end of the clip", "skip-forward"),
    Wish("cine_loop", MENU, "Loop", "Shift+J", "Begin again at the end", "repeat", checkable=True, rule=True),
    Wish("cine_slower", MENU, "Slower", "Alt+,", "Play at a lower speed", "rewind"),
    Wish("cine_faster", MENU, "Faster", "Alt+.", "Play at a higher speed", "fast-forward"),
    Wish(
        "cine_enlarge",
        "Train",
        "Enlarge all frames",
        "Ctrl+Shift+F5",
        "Learn from the marked frames, or from the one that is shown, and enlarge every frame of the clip",
        "clapperboard",
        rule=True,
    ),
    Wish(
        "cine_mark",
        "Train",
        "Learn from this frame",
        "Ctrl+J",
        "Mark the frame: Enlarge all frames learns from all that are marked",
        "bookmark",
        checkable=True,
    ),
)
