"""What lies under the mouse, in words of all outputs and of the map over them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from ussr_gui.viewers.arrangement import shared_field, unit_of
from ussr_gui.viewers.canvas import Shown
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.picture import grey_at


def pointed_at(
    place: QPointF | None, outputs: Mapping[str, Output], shown: Mapping[str, Shown], overlay: Overlay | None
) -> CursorReading | None:
    """The reading at a place of the shared field; None outside."""
    known = list(outputs.values())
    axial, lateral = shared_field(known)
    if place is None or not (0 <= place.x() < lateral and 0 <= place.y() < axial):
        return None
    x, y = place.x(), place.y()
    greys = {key: grey_at(one, y / shown[key].field[0], x / shown[key].field[1]) for key, one in outputs.items()}
    return CursorReading(x, y, unit_of(known), greys, overlay.reading(x, y, known) if overlay else "")
