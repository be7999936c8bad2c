"""Which outputs are seen together, and in which unit they share a field of view."""

from __future__ import annotations

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


def reference_of(outputs: Sequence[Output]) -> Output | None:
    """What the others are held against: the output with that chip, else the first."""
    marked = [output for output in outputs if output.chip == "reference"] or list(outputs)
    return marked[0] if marked else None


def visible(outputs: Sequence[Output], active: str, most: int) -> list[str]:
    """Keys of at most ``most`` outputs, the active one always among them and, from two on, the reference."""
    keys = [output.key for output in outputs]
    reference = reference_of(outputs)
    if len(keys) <= most or reference is None:
        return keys
    if most == 1:
        return [active]
    others = [key for key in keys if key != reference.key]
    chosen = others[: most - 1]
    if active != reference.key and active not in chosen:
        chosen[-1] = active
    return [key for key in keys if key == reference.key or key in chosen]


def columns_for(panes: int) -> int:
    """Panes side by side."""
    return 1 if panes == 1 else 2 if panes <= 4 else 3
