"""Figures of shapes: lengths and areas once, and for every output what can differ between outputs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ussr_engine.measures import contrast, geometry, resolution, sampling
from ussr_engine.measures.calibration import spacing_at
from ussr_engine.measures.contrast import Greys
from ussr_engine.scan import Scan
from ussr_gui.language import marked, tr
from ussr_gui.measuring.frame import Sheet
from ussr_gui.measuring.shapes import Kind, Shape

LEVELS = 255


@dataclass(frozen=True)
class Extent:
    """Length, angle or area of a shape; the same in every output."""

    value: float
    unit: str
    digits: int
    where: str
    """Whose millimetres these are, or why there are none."""

    @property
    def words(self) -> str:
        return f"{number(self.value, self.digits)}{'' if self.unit == '°' else ' '}{self.unit}"


@dataclass(frozen=True)
class Column:
    """One figure of an output: its name, its unit, its digits, and what it is."""

    name: str
    digits: int
    tip: str
    unit: str = ""

    @property
    def title(self) -> str:
        return f"{tr(self.name)} {self.unit}".strip()


def number(value: float, digits: int) -> str:
    """A figure as the window writes it."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.{digits}f}".replace("-", "−")


def extent_of(shape: Shape, scan: Scan) -> Extent:
    """With the millimetres that hold where the shape lies, else in pixels of the scan."""
    spacing, where = spacing_at(scan, shape.points)
    unit, digits = ("mm", 2) if spacing else ("px", 1)
    if shape.kind is Kind.CALIPER:
        return Extent(geometry.distance(shape.points, spacing), unit, digits, where)
    if shape.kind is Kind.ANGLE:
        return Extent(geometry.angle(shape.points, spacing), "°", 1, where)
    return Extent(shape.areas[0].size(spacing), f"{unit}²", digits, where)


def columns_of(shape: Shape | None, scan: Scan) -> tuple[Column, ...]:
    """What is told of a shape for every output."""
    if shape is None or shape.kind is Kind.ANGLE:
        return ()
    mean = Column(marked("Mean"), 1, tr("Mean grey level, 0 to 255"))
    low, high = Column(marked("Min"), 0, tr("Smallest grey level")), Column(marked("Max"), 0, tr("Largest grey level"))
    if shape.kind is Kind.CALIPER:
        unit, digits = ("mm", 3) if spacing_at(scan, shape.points)[0] else ("px", 2)
        width = tr("Full width at half maximum of the brightest line across the caliper")
        edge = tr("Distance from 10 to 90 % of the step from one end of the caliper to the other")
        return Column("FWHM", digits, width, unit), Column("10–90 %", digits, edge, unit), mean, low, high
    spread = Column("SD", 1, tr("Standard deviation of the grey levels"))
    snr = Column("SNR", 2, tr("Speckle signal-to-noise ratio, mean over standard deviation"))
    count = Column("n", 0, tr("Pixels of this output inside"))
    if shape.kind is not Kind.PAIR:
        return mean, spread, low, high, count, snr
    return (
        Column(
            "gCNR", 3, tr("Generalised contrast-to-noise ratio: 0 not told apart, 1 fully (Rodriguez-Molares 2020)")
        ),
        Column("CNR", 2, tr("Difference of means over the root of the summed variances")),
        Column(marked("Contrast"), 2, tr("20 log10 of mean of the target over mean of the background"), "dB"),
        Column(marked("Ratio"), 3, tr("Mean of the target over mean of the background")),
        Column(marked("SNR target"), 2, tr("Mean over standard deviation in the target, drawn first")),
        Column(marked("SNR ground"), 2, tr("Mean over standard deviation in the background, drawn second")),
        Column(marked("n target"), 0, tr("Pixels of this output in the target")),
    )


def figures_of(shape: Shape, scan: Scan, sheet: Sheet) -> tuple[float, ...]:
    """The figures of `columns_of` for one output; grey levels are those of its luma."""
    if shape.kind is Kind.CALIPER:
        values = profile_of(shape, sheet)
        step = extent_of(shape, scan).value / (values.size - 1)
        told = sampling.summary(values[np.isfinite(values)] * LEVELS)
        widths = resolution.fwhm(values, step), resolution.edge_width(values, step)
        return *widths, told.mean, told.low, told.high
    parts = greys_of(shape, sheet)
    if len(parts) == 2:
        target, ground = parts
        return (
            contrast.gcnr(target, ground),
            contrast.cnr(target, ground),
            contrast.contrast_db(target, ground),
            contrast.contrast_ratio(target, ground),
            contrast.speckle_snr(target),
            contrast.speckle_snr(ground),
            float(target.size),
        )
    if len(parts) == 1:
        told = sampling.summary(parts[0] * LEVELS)
        return told.mean, told.sd, told.low, told.high, float(told.count), contrast.speckle_snr(parts[0])
    return ()


def profile_of(shape: Shape, sheet: Sheet) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Grey values in [0, 1] along a caliper, on one output."""
    return sampling.line_profile(sheet.grey, sheet.pixel(shape.points[0]), sheet.pixel(shape.points[1]))


def greys_of(shape: Shape, sheet: Sheet) -> list[Greys]:
    """Grey values in [0, 1] inside each area of a shape, on one output."""
    size = sheet.grey.shape[0], sheet.grey.shape[1]
    return [sampling.inside(sheet.grey, area.mask(size, sheet.x_pixels, sheet.y_pixels)) for area in shape.areas]


def report(shapes: Sequence[Shape], scan: Scan, sheets: Sequence[Sheet]) -> list[tuple[str, ...]]:
    """Every figure of every shape, one a line, below a line of titles."""
    lines: list[tuple[str, ...]] = [("measurement", "kind", "output", "quantity", "value", "unit", "calibration")]
    for shape in shapes:
        extent = extent_of(shape, scan)
        what = {Kind.CALIPER: marked("length"), Kind.ANGLE: marked("angle")}.get(shape.kind, marked("area"))
        head = shape.name, shape.kind.name.lower()
        lines.append((*head, "all", what, plain(extent.value), extent.unit, extent.where))
        for sheet in sheets:
            for column, value in zip(columns_of(shape, scan), figures_of(shape, scan, sheet), strict=False):
                lines.append((*head, sheet.output.title, column.name, plain(value), column.unit, extent.where))
    return lines


def plain(value: float) -> str:
    """A figure as files have it."""
    return "" if math.isnan(value) else f"{value:.6g}"
