"""Trust and protection, in the View, Tools and Compare menus."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

TRUST: tuple[Wish, ...] = (
    Wish(
        "protected",
        "View",
        tr("Show protected regions"),
        "Shift+O",
        tr("Hatch what stays plain interpolation"),
        "shield",
        checkable=True,
        rule=True,
    ),
    Wish(
        "trust_panel",
        "View",
        tr("Trust and protection"),
        "Ctrl+T",
        tr("Mix the result with interpolation, and keep text and colour from the network"),
        "sliders-horizontal",
        "",
        True,
    ),
    Wish(
        "full_trust",
        "Tools/Protect",
        tr("Full trust"),
        "Ctrl+Shift+T",
        tr("Show the method's own picture again, all of it"),
        "rotate-ccw",
    ),
    Wish(
        "find_protected",
        "Tools/Protect",
        tr("Find text and colour"),
        "Ctrl+Shift+F",
        tr("Protect letters, marks, colour and other displays where they are certain"),
        "scan-text",
        checkable=True,
        rule=True,
    ),
    Wish(
        "protect_rectangle",
        "Tools/Protect",
        tr("Protect rectangle"),
        "Ctrl+Shift+B",
        tr("Drag a rectangle that stays plain interpolation"),
        "square",
        "tool",
        True,
    ),
    Wish(
        "protect_ellipse",
        "Tools/Protect",
        tr("Protect ellipse"),
        "Ctrl+Shift+L",
        tr("Drag an ellipse that stays plain interpolation"),
        "circle",
        "tool",
        True,
    ),
    Wish(
        "protect_polygon",
        "Tools/Protect",
        tr("Protect polygon"),
        "Ctrl+Shift+G",
        tr("Click the corners; Return or a double click closes it"),
        "pentagon",
        "tool",
        True,
    ),
    Wish(
        "protect_surround",
        "Tools/Protect",
        tr("Protect around the sector"),
        "Ctrl+Shift+A",
        tr("Find the outline of the echoes; all that lies outside stays plain interpolation"),
        "cone",
        rule=True,
    ),
    Wish(
        "unprotect",
        "Tools/Protect",
        tr("Unprotect region"),
        "Shift+Del",
        tr("Give the chosen region back to the network"),
        "shield-off",
    ),
)
