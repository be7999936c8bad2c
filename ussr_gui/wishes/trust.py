"""Trust and protection, in the View, Tools and Compare menus."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

TRUST: tuple[Wish, ...] = (
    Wish(
        "protected",
        "View",
        "Show protected regions",
        "Shift+O",
        "Hatch what stays plain interpolation",
        "shield",
        checkable=True,
        rule=True,
    ),
    Wish(
        "trust_panel",
        "View",
        "Trust and protection",
        "Ctrl+T",
        "Mix the result with interpolation, and keep text and colour from the network",
        "sliders-horizontal",
        "",
        True,
    ),
    Wish(
        "full_trust",
        "Tools/Protect",
        "Full trust",
        "Ctrl+Shift+T",
        "Show the method's own picture again, all of it",
        "rotate-ccw",
    ),
    Wish(
        "find_protected",
        "Tools/Protect",
        "Find text and colour",
        "Ctrl+Shift+F",
        "Protect letters, marks, colour and other displays where they are certain",
        "scan-text",
        checkable=True,
        rule=True,
    ),
    Wish(
        "protect_rectangle",
        "Tools/Protect",
        "Protect rectangle",
        "Ctrl+Shift+B",
        "Drag a rectangle that stays plain interpolation",
        "square",
        "tool",
        True,
    ),
    Wish(
        "protect_ellipse",
        "Tools/Protect",
        "Protect ellipse",
        "Ctrl+Shift+L",
        "Drag an ellipse that stays plain interpolation",
        "circle",
        "tool",
        True,
    ),
    Wish(
        "protect_polygon",
        "Tools/Protect",
        "Protect polygon",
        "Ctrl+Shift+G",
        "Click the corners; Return or a double click closes it",
        "pentagon",
        "tool",
        True,
    ),
    Wish(
        "unprotect",
        "Tools/Protect",
        "Unprotect region",
        "Shift+Del",
        "Give the chosen region back to the network",
        "shield-off",
    ),
)
