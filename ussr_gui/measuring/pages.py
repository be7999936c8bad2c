"""What the plot shows: curves of every output, or a picture of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest
from ussr_engine.measures import depth, sampling, spectrum, subbands
from ussr_engine.measures.differences import Difference
from ussr_engine.scan import Spacing
from ussr_gui import outputs
from ussr_gui.language import marked, tr
from ussr_gui.measuring.figures import LEVELS, extent_of, greys_of, number, profile_of
from ussr_gui.measuring.frame import Frame, Sheet
from ussr_gui.measuring.shapes import Kind, Shape
from ussr_gui.viewers.comparison import stops_of

Values = npt.NDArray[np.float64]


class Page(Enum):
    """The value is what the choice says."""

    PROFILE = marked("Profile")
    HISTOGRAM = marked("Histogram")
    DEPTH = marked("Quality against depth")
    SPECTRUM = marked("Radial spectrum")
    PLANE = marked("2-D spectrum")
    SUBBANDS = marked("Wavelet sub-bands")


STEADY = (Page.DEPTH, Page.SPECTRUM, Page.PLANE, Page.SUBBANDS)
"""Pages that show the same whatever is drawn."""


@dataclass(frozen=True)
class Options:
    """What is chosen beside the page."""

    figure: str = "PSNR"
    wavelet: str = "haar"
    levels: int = 1


@dataclass(frozen=True, eq=False)
class Curve:
    """One line of a graph; ``order`` is that of its output, ``dashed`` sets a background off from its target."""

    name: str
    x: Values
    y: Values
    order: int
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class Graph:
    """Curves with the words at their axes; without curves ``words`` say why."""

    x: str = ""
    y: str = ""
    curves: tuple[Curve, ...] = ()
    words: str = ""


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture with axes: rows run from ``top``, columns from ``left``."""

    values: npt.NDArray[np.float32] | npt.NDArray[np.uint8]
    """(H, W), or (H, W, 3) bytes."""
    left: float
    top: float
    right: float
    bottom: float
    x: str = ""
    y: str = ""
    limits: tuple[float, float] | None = None
    """Black and white of grey values."""
    words: str = ""
    lines: tuple[tuple[float, float], ...] = ()
    """Right and bottom ends of rectangles at the upper left that are set off."""


def draw(
    page: Page, shape: Shape | None, frame: Frame, sheets: Sequence[Sheet], active: str, options: Options
) -> Graph | Chart:
    """What a page shows of these outputs; ``active`` is the key of the one that pictures are made of."""
    if page is Page.PROFILE:
        return _profile(shape, frame, sheets)
    if page is Page.HISTOGRAM:
        return _histogram(shape, sheets)
    if page is Page.DEPTH:
        return _depth(frame, sheets, options.figure)
    if page is Page.SPECTRUM:
        return _spectrum(frame, sheets)
    sheet = next((sheet for sheet in sheets if sheet.output.key == active), sheets[0])
    return _plane(frame, sheet) if page is Page.PLANE else _subbands(sheet, options)


def _profile(shape: Shape | None, frame: Frame, sheets: Sequence[Sheet]) -> Graph:
    if shape is None or shape.kind is not Kind.CALIPER:
        return Graph(words=tr("Draw or choose a caliper to see the greys along it, for every output."))
    extent = extent_of(shape, frame.scan)
    curves = []
    for sheet in sheets:
        values = profile_of(shape, sheet) * LEVELS
        curves.append(Curve(sheet.output.title, np.linspace(0, extent.value, values.size), values, sheet.order))
    return Graph(tr("along {name}, {unit}").format(name=shape.name, unit=extent.unit), tr("grey level"), tuple(curves))


def _histogram(shape: Shape | None, sheets: Sequence[Sheet]) -> Graph:
    curves = []
    for sheet in sheets:
        parts = greys_of(shape, sheet) if shape is not None and shape.areas else [sheet.grey]
        for dashed, greys in enumerate(parts):
            edges, shares = sampling.histogram(greys, 64)
            middles = (edges[:-1] + edges[1:]) / 2 * LEVELS
            curves.append(Curve(sheet.output.title, middles, shares * 100, sheet.order, bool(dashed)))
    where = tr("in {name}").format(name=shape.name) if shape is not None and shape.areas else tr("of the whole picture")
    return Graph(tr("grey level {where}").format(where=where), tr("% of pixels"), tuple(curves))


def _depth(frame: Frame, sheets: Sequence[Sheet], figure: str) -> Graph:
    truth = next((sheet for sheet in sheets if sheet.output.key == outputs.REFERENCE), None)
    if truth is None:
        return Graph(words=tr("Quality needs a truth: run a method with “Shrink and compare”."))
    unit, per_pixel = ("mm", frame.scan.spacing.axial) if frame.scan.spacing else ("px", 1.0)
    curves = []
    for sheet in sheets:
        if sheet is truth:
            continue
        try:
            bands = depth.depth_quality(truth.grey, sheet.grey)
        except BadRequest:  # a preview of an earlier stage is smaller than the truth
            continue
        middles = np.array([(band.top + band.bottom) / 2 for band in bands]) / sheet.y_pixels * per_pixel
        scores = np.array([band.psnr if figure == "PSNR" else band.ssim for band in bands])
        curves.append(Curve(sheet.output.title, middles, np.where(np.isfinite(scores), scores, np.nan), sheet.order))
    return Graph(tr("depth, {unit}").format(unit=unit), tr("PSNR, dB") if figure == "PSNR" else "SSIM", tuple(curves))


def _spectrum(frame: Frame, sheets: Sequence[Sheet]) -> Graph:
    curves = []
    for sheet in sheets:
        frequency, power = spectrum.radial_spectrum(spectrum.power_spectrum(sheet.grey, _spacing(frame, sheet)))
        curves.append(Curve(sheet.output.title, frequency, spectrum.decibels(power), sheet.order))
    return Graph(tr("spatial frequency, {cycles}").format(cycles=_cycles(frame)), tr("power, dB"), tuple(curves))


def _plane(frame: Frame, sheet: Sheet) -> Chart:
    found = spectrum.power_spectrum(sheet.grey, _spacing(frame, sheet))
    values = spectrum.decibels(found.power).astype(np.float32)
    high = float(values.max())
    across, down = (float(axis[1] - axis[0]) if axis.size > 1 else 1.0 for axis in (found.lateral, found.axial))
    return Chart(
        values,
        float(found.lateral[0]) - across / 2,
        float(found.axial[0]) - down / 2,
        float(found.lateral[-1]) + across / 2,
        float(found.axial[-1]) + down / 2,
        tr("lateral, {cycles}").format(cycles=_cycles(frame)),
        tr("axial, {cycles}").format(cycles=_cycles(frame)),
        (high - 80, high),
        words=tr("{title} · white {high} dB, black 80 dB below").format(title=sheet.output.title, high=number(high, 0)),
    )


def _subbands(sheet: Sheet, options: Options) -> Graph | Chart:
    most = int(np.log2(min(sheet.grey.shape)))
    found = subbands.subbands(sheet.grey, options.wavelet, max(1, min(options.levels, most)))
    (rows, columns), (height, width) = found.corner, found.mosaic.shape
    details = np.ones(found.mosaic.shape, np.bool_)
    details[:rows, :columns] = False
    limit = max(float(np.quantile(np.abs(found.mosaic[details]), 0.995)), 1e-6)
    index = np.rint(np.clip(found.mosaic / limit, -1, 1) * 127 + 127).astype(np.uint8)
    pixels = stops_of(Difference.SIGNED)[index]
    coarse = found.mosaic[:rows, :columns]
    span = max(float(coarse.max() - coarse.min()), 1e-9)
    pixels[:rows, :columns] = np.rint((coarse - coarse.min()) / span * LEVELS).astype(np.uint8)[..., None]
    share = 100 * (1 - found.energies["approximation"] / max(sum(found.energies.values()), 1e-12))
    lines, right, bottom = [], width, height
    while right > columns and bottom > rows:
        right, bottom = (right + 1) // 2, (bottom + 1) // 2
        lines.append((float(right), float(bottom)))
    words = tr("{title} · details hold {share:.2f} % of the energy · blue and orange ±{limit:.1f} grey levels").format(
        title=sheet.output.title, share=share, limit=limit * LEVELS
    )
    return Chart(pixels, 0.0, 0.0, float(width), float(height), words=words, lines=tuple(lines))


def _spacing(frame: Frame, sheet: Sheet) -> Spacing | None:
    """Of an output's pixels, in mm; in pixels of the scan where millimetres are unknown."""
    axial, lateral = (frame.scan.spacing.axial, frame.scan.spacing.lateral) if frame.scan.spacing else (1.0, 1.0)
    return Spacing(axial / sheet.y_pixels, lateral / sheet.x_pixels)


def _cycles(frame: Frame) -> str:
    return tr("cycles per mm") if frame.scan.spacing else tr("cycles per pixel")
