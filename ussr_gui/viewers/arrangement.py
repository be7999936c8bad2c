"""Which outputs are seen together, and in which unit they share a field of view."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ussr_gui.viewers.output import Output


def field_of(output: Output) -> tuple[float, float]:
    """(axial, lateral) size of an output: mm if known, else pixels of the source."""
    height, width = output.image.shape[:2]
    return output.extent_mm or output.span or (float(height), float(width))


def unit_of(outputs: Sequence[Output]) -> str:
    """The unit of the shared field: mm where any output knows its millimetres, else pixels of the source."""
    return "mm" if any(output.extent_mm for output in outputs) else "px"


def shared_field(outputs: Sequence[Output]) -> tuple[float, float]:
    """(axial, lateral) that all outputs cover: of the first that knows its millimetres, else of the first."""
    measured = [output for output in outputs if output.extent_mm] or list(outputs)
    return field_of(measured[0]) if measured else (1.0, 1.0)


def place_of(output: Output, outputs: Sequence[Output]) -> tuple[float, float]:
    """(axial, lateral) that an output covers among these, in their unit."""
    return shared_field(outputs) if unit_of(outputs) == "mm" and not output.extent_mm else field_of(output)


def reference_of(outputs: Sequence[Output], chosen: str = "") -> Output | None:
    """What the others are held against: the chosen one, else the output with that chip, else the first."""
    found = [output for output in outputs if output.key == chosen]
    marked = found or [output for output in outputs if output.chip == "reference"] or list(outputs)
    return marked[0] if marked else None


def visible(outputs: Sequence[Output], active: str, most: int, reference: str) -> list[str]:
    """Keys of at most ``most`` outputs: the active one always, from two on the reference, then the newest."""
    keys = [output.key for output in outputs]
    if len(keys) <= most:
        return keys
    if most == 1:
        return [active]
    wanted = list(dict.fromkeys([reference, active, *reversed(keys)]))[:most]
    return [key for key in keys if key in wanted]


def columns_for(panes: int, size: tuple[float, float], field: tuple[float, float]) -> int:
    """Panes side by side in an area (width, height), so that the whole field (axial, lateral) is seen largest.

    Of arrangements that show it nearly alike, the one with fewer empty places, then the one with more side by side.
    """

    def merit(columns: int) -> tuple[float, int, int]:
        rows = math.ceil(panes / columns)
        scale = min(size[0] / columns / field[1], size[1] / rows / field[0])
        return round(math.log(max(scale, 1e-9)) / 0.15), -(rows * columns), columns

    return max(range(1, panes + 1), key=merit, default=1)
