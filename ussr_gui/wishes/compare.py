"""The Compare menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

SPLIT, KIND = "split", "comparison"

COMPARE: tuple[Wish, ...] = (
    Wish(
        "curtain", "Compare", "Curtain", "S", "Slide between two pictures", "square-split-horizontal", SPLIT, True, True
    ),
    Wish(
        "curtain_level",
        "Compare",
        "Level curtain",
        "Alt+S",
        "Slide between one picture above and one below",
        "square-split-vertical",
        SPLIT,
        True,
        True,
    ),
    Wish(
        "chessboard",
        "Compare",
        "Chessboard",
        "Shift+K",
        "Two pictures by turns, in squares",
        "grid-2x2-check",
        SPLIT,
        True,
        True,
    ),
    Wish("sides", "Compare", "Choose sides…", "Shift+S", "Choose the two pictures that share the pane", "list"),
    Wish(
        "flip",
        "Compare",
        "Flip to reference",
        "F",
        "See the reference in place while the key is held",
        "flip-horizontal-2",
        checkable=True,
        rule=True,
    ),
    Wish("blink", "Compare", "Blink", "B", "Picture and reference by turns, at a chosen rate", "timer", checkable=True),
    Wish(
        "loupe", "Compare", "Loupe", "L", "Magnify the place under the mouse, in every pane", "search", checkable=True
    ),
    Wish(
        "difference",
        "Compare",
        "Difference",
        "D",
        "Show where every picture differs from the reference",
        "diff",
        KIND,
        True,
        True,
        rule=True,
    ),
    Wish(
        "difference_absolute",
        "Compare",
        "Absolute difference",
        "Alt+D",
        "How much every picture differs from the reference",
        "plus",
        KIND,
        True,
        True,
    ),
    Wish(
        "difference_relative",
        "Compare",
        "Relative difference",
        "Alt+R",
        "How much it differs as a percentage of the reference",
        "percent",
        KIND,
        True,
        True,
    ),
    Wish(
        "difference_similarity",
        "Compare",
        "SSIM map",
        "Q",
        "Where the structure differs from the reference's: bright is unlike",
        "blocks",
        KIND,
        True,
        True,
    ),
    Wish("largest", "Compare", "Go to largest difference", "G", "Look where the active picture differs most", "locate"),
    *(
        Wish(
            f"reference_{number}",
            "Compare/Reference",
            f"Picture {number}",
            f"Shift+{number}",
            f"Hold the others against picture {number}",
            "anchor",
            rule=number == 1,
        )
        for number in range(1, 10)
    ),
    Wish("reference_usual", "Compare/Reference", "The usual one", "Shift+0", "The truth, else the input", "anchor"),
    Wish(
        "add_picture",
        "Compare",
        "Add picture from file…",
        "Ctrl+Shift+O",
        "Compare with a picture of the same view made elsewhere",
        "image-plus",
        rule=True,
    ),
    Wish("drop_pictures", "Compare", "Remove added pictures", "Ctrl+Shift+U", "Compare without them", "image-minus"),
    Wish(
        "blind_reading",
        "Compare",
        "Blind reading…",
        "Ctrl+Alt+B",
        "Read pairs of pictures without their names, and rank them; or go on where you left",
        "scan-eye",
        rule=True,
    ),
)
