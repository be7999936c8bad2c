"""What lies under the mouse, in words of all outputs and of the map over them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from ussr_engine.measures.differences import Difference
from ussr_gui.interpreting import interpreted
from ussr_gui.viewers.arrangement import shared_field, unit_of
from ussr_gui.viewers.canvas import Shown
from ussr_gui.viewers.comparison import WORDS, Comparison
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay, number
from ussr_gui.viewers.picture import grey_at


def pointed_at(
    place: QPointF | None,
    outputs: Mapping[str, Output],
    shown: Mapping[str, Shown],
    overlay: Overlay | None,
    comparison: Comparison | None,
) -> CursorReading | None:
    """The reading at a place of the shared field; None outside."""
    known = list(outputs.values())
    axial, lateral = shared_field(known)
    if place is None or not (0 <= place.x() < lateral and 0 <= place.y() < axial):
        return None
    x, y = place.x(), place.y()
    greys = {key: grey_at(one, y / shown[key].field[0], x / shown[key].field[1]) for key, one in outputs.items()}
    laid = [overlay.reading(x, y, known)] if overlay else []
    if (
        comparison is not None
        and (value := comparison.value_at(y / comparison.place[0], x / comparison.place[1])) is not None
    ):
        words = number(value, comparison.kind is Difference.SIGNED)
        laid.append(f"{WORDS[comparison.kind]} {words} {interpreted(comparison.kind.value)}")
    return CursorReading(x, y, unit_of(known), greys, "   ".join(words for words in laid if words))
