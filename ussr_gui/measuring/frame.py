"""From places on the panes to pixels of the scan, and from these to pixels of every output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF

from ussr_engine.scan import Image, Scan, luma
from ussr_gui.measuring.shapes import Point
from ussr_gui.records import Run, ScanFile
from ussr_gui.viewers.arrangement import field_of, shared_field, unit_of
from ussr_gui.viewers.output import Output


@dataclass(frozen=True, eq=False)
class Sheet:
    """One output to measure on; ``x_pixels`` and ``y_pixels`` are its pixels per pixel of the scan."""

    output: Output
    order: int
    x_pixels: float
    y_pixels: float

    @cached_property
    def grey(self) -> Image:
        """(H, W) luma, worked out when first asked for."""
        return luma(self.output.image)

    def pixel(self, point: Point) -> Point:
        """Where a place of the scan lies, in pixels of this output."""
        return point[0] * self.x_pixels, point[1] * self.y_pixels


@dataclass(frozen=True, eq=False)
class Frame:
    """The scan under the panes, and how many of its pixels make a unit of their field."""

    key: str
    scan: Scan
    x_per_unit: float
    y_per_unit: float
    width: float
    height: float
    """What the panes show of the scan, in its pixels."""

    def source(self, place: QPointF) -> Point:
        """A place on a pane, kept inside the picture."""
        x, y = place.x() * self.x_per_unit, place.y() * self.y_per_unit
        return min(max(x, 0.0), self.width), min(max(y, 0.0), self.height)

    def place(self, point: Point) -> QPointF:
        return QPointF(point[0] / self.x_per_unit, point[1] / self.y_per_unit)


def frame_of(file: ScanFile | None, run: Run | None, outputs: Sequence[Output]) -> Frame | None:
    """The frame of what is shown; None where it is no scan."""
    prepared = run.prepared if run else None
    scan = file.scan if file is not None else None
    if prepared is not None and run is not None and (file is None or file.path != run.path or scan is None):
        scan = prepared.reference or prepared.scan
    if scan is None or not outputs:
        return None
    x_per_unit = y_per_unit = 1.0
    if unit_of(outputs) == "mm" and scan.spacing is not None:
        x_per_unit, y_per_unit = 1 / scan.spacing.lateral, 1 / scan.spacing.axial
    axial, lateral = shared_field(outputs)
    key = run.path or run.folder if run is not None else file.path if file is not None else ""
    return Frame(key, scan, x_per_unit, y_per_unit, lateral * x_per_unit, axial * y_per_unit)


def sheets_of(frame: Frame, outputs: Sequence[Output]) -> list[Sheet]:
    """The outputs as sheets, in order."""
    unit, made = unit_of(outputs), []
    for order, output in enumerate(outputs):
        axial, lateral = shared_field(outputs) if unit == "mm" and not output.extent_mm else field_of(output)
        height, width = output.image.shape[:2]
        made.append(Sheet(output, order, width / (lateral * frame.x_per_unit), height / (axial * frame.y_per_unit)))
    return made
