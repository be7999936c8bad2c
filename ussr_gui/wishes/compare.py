"""The Compare menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

COMPARE: tuple[Wish, ...] = (
    Wish("curtain", "Compare", "Curtain", "S", "Slide between two pictures", "square-split-horizontal", checkable=True),
    Wish("sides", "Compare", "Choose sides…", "Shift+S", "Choose what stands left and right of the curtain", "list"),
    Wish(
        "flip",
        "Compare",
        "Flip to reference",
        "F",
        "Hold F to see the reference in place",
        "flip-horizontal-2",
        "",
        True,
    ),
    Wish("difference", "Compare", "Difference", "D", "Show where the result differs", "diff", checkable=True),
)
