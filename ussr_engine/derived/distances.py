"""Distances before and after: the same points of the body, in the source's own units."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ussr_engine.derived.origin import Origin
from ussr_engine.derived.second_reader import Items
from ussr_engine.errors import BadRequest
from ussr_engine.passport import Check
from ussr_engine.scan import Spacing

TOLERANCE = 1e-3
"""Of a distance: what the window promises."""

_UNITS = {1: "%", 2: "dB", 3: "cm", 4: "s", 5: "Hz", 6: "dB/s", 7: "cm/s", 8: "cm²", 9: "cm²/s", 12: "°"}
"""PS3.3 C.8.5.5.1.15; shown in millimetres where they are centimetres."""

_KINDS = {1: "tissue", 2: "colour flow", 3: "pulsed Doppler", 4: "CW Doppler", 10: "ECG", 18: "graphics"}
_REGIONS = 0x00186011


@dataclass(frozen=True, slots=True)
class _Axis:
    """Along X or Y of a region: first pixel, count of pixels, unit, step, reference pixel and its value."""

    first: int
    count: int
    unit: int
    delta: float | None
    reference: float | None
    value: float

    @property
    def words(self) -> str:
        return "mm" if self.unit == 3 else _UNITS.get(self.unit, "")

    @property
    def factor(self) -> float:
        return 10.0 if self.unit == 3 else 1.0

    @property
    def is_measured(self) -> bool:
        return bool(self.delta) and self.unit != 0

    def at(self, pixel: float) -> float:
        """Physical value of a pixel, counted from the region's first."""
        return ((pixel - (self.reference or 0)) * (self.delta or 0) + self.value) * self.factor


def measured(header: Items, origin: Origin, scale: int) -> Iterator[Check]:
    """Every region's bounds, width, depth, diagonal and first pixel; the spacing of the whole picture."""
    regions = list(origin.dataset.get("SequenceOfUltrasoundRegions") or ()) if origin.dataset is not None else []
    again = header.items(_REGIONS)
    if regions or again:
        yield Check("Regions", str(len(regions)), str(len(again)), len(regions) == len(again))
    for number, (before, after) in enumerate(zip(regions, again, strict=False), 1):
        kind = _KINDS.get(int(before.get("RegionDataType") or 0), "other")
        yield from _region(f"Region {number} ({kind})", _axes(_of_source(before)), _axes(_of_export(after)), scale)
    own = origin.spacing
    if origin.dataset is not None and not regions:
        mm = numbers(origin.dataset.get("PixelSpacing"))
        own = None if len(mm) != 2 else _spacing(mm)
    spacing = header.numbers(0x00280030)
    if own is not None and not regions:
        for what, length, step in (
            ("Height", own.axial * origin.rows, spacing[0] if spacing else 0.0),
            ("Width", own.lateral * origin.columns, spacing[1] if len(spacing) > 1 else 0.0),
        ):
            side = int(header.number(0x00280010 if what == "Height" else 0x00280011) or 0)
            yield _distance(f"{what} of the picture", length, step * side, "mm")
    elif spacing:
        yield from _agreeing(spacing, again)


def _agreeing(spacing: list[float], regions: list[Items]) -> Iterator[Check]:
    """Pixel Spacing stands beside regions only where every spatial one says the same."""
    for number, region in enumerate(regions, 1):
        if region.number(0x00186012) == 1:
            mm = [10 * abs(region.number(tag) or 0) for tag in (0x0018602E, 0x0018602C)]
            near = all(abs(a - b) <= 2 * TOLERANCE * b for a, b in zip(spacing, mm, strict=True))
            yield Check(f"Pixel spacing, region {number} (mm)", listed(mm), listed(spacing), near)


def _region(name: str, before: tuple[_Axis, _Axis], after: tuple[_Axis, _Axis], scale: int) -> Iterator[Check]:
    spans = []
    for way, old, new in zip(("across", "down"), before, after, strict=True):
        if old.count < 1:  # nobody knows where it ends
            yield Check(f"{name}, bounds {way}", "not said", "not said", new.count < 1)
            continue
        inside = new.first == old.first * scale and new.count == old.count * scale
        yield Check(f"{name}, bounds {way}", _bounds(old), _bounds(new), inside and old.unit == new.unit)
        if not old.is_measured:
            continue
        ends = [old.at(pixel) for pixel in (0, old.count - 1)]
        moved = [new.at(scale * pixel + (scale - 1) / 2) for pixel in (0, old.count - 1)]
        spans.append((abs(ends[1] - ends[0]), abs(moved[1] - moved[0]), old.unit))
        yield _distance(f"{name}, {way}", spans[-1][0], spans[-1][1], old.words)
        if old.reference is not None:
            slack = TOLERANCE * (spans[-1][0] or 1)
            words = f"{ends[0]:.4g} {old.words}", f"{moved[0]:.4g} {new.words}"
            yield Check(f"{name}, first pixel {way}", *words, abs(ends[0] - moved[0]) <= slack)
    if len(spans) == 2 and spans[0][2] == spans[1][2] == 3:
        long = [math.hypot(spans[0][side], spans[1][side]) for side in (0, 1)]
        yield _distance(f"{name}, diagonal", long[0], long[1], "mm")


def _axes(read: Any) -> tuple[_Axis, _Axis]:  # noqa: ANN401
    def axis(low: int, high: int, unit: int, delta: int, reference: int, value: int) -> _Axis:
        first, last = int(read(low) or 0), read(high)
        count = 0 if last is None else int(last) - first + 1
        return _Axis(first, count, int(read(unit) or 0), read(delta), read(reference), read(value) or 0.0)

    return (
        axis(0x00186018, 0x0018601C, 0x00186024, 0x0018602C, 0x00186020, 0x00186028),
        axis(0x0018601A, 0x0018601E, 0x00186026, 0x0018602E, 0x00186022, 0x0018602A),
    )


def _of_source(item: Any) -> Any:  # noqa: ANN401
    return lambda tag: None if item.get(tag) is None or item[tag].value is None else float(item[tag].value)


def _of_export(item: Items) -> Any:  # noqa: ANN401
    return item.number


def _distance(what: str, before: float, after: float, unit: str) -> Check:
    near = abs(before - after) <= TOLERANCE * abs(before)
    return Check(what, f"{before:.5g} {unit}".rstrip(), f"{after:.5g} {unit}".rstrip(), near)


def _bounds(axis: _Axis) -> str:
    return f"{axis.first}–{axis.first + axis.count - 1}"


def numbers(value: Any) -> list[float]:  # noqa: ANN401
    """Of an attribute of the source, none where it holds none."""
    if value is None or value == "":
        return []
    try:
        return [float(one) for one in value] if hasattr(value, "__iter__") else [float(value)]
    except (TypeError, ValueError):
        return []


def listed(values: list[float]) -> str:
    """In words, the first three of many."""
    words = ", ".join(f"{value:.6g}" for value in values[:3])
    return f"{words} … ({len(values)})" if len(values) > 3 else words or "none"


def _spacing(mm: list[float]) -> Spacing | None:
    try:
        return Spacing(axial=mm[0], lateral=mm[1])
    except BadRequest:
        return None
