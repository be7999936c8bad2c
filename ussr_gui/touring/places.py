"""Where the steps of the tour point, and whether what they ask for was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QToolBar, QWidget

from ussr_engine.measures.geometry import distance
from ussr_engine.scan import Known
from ussr_gui.known import widest
from ussr_gui.measuring.shapes import Kind, Point, Shape
from ussr_gui.touring.step import Spot
from ussr_gui.viewers.pane import Pane
from ussr_gui.viewers.samples import PHANTOM, Tile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

SAMPLE, METHOD = f"{PHANTOM}cysts", "simreg"
MARGIN_MM = 1.0
"""Around the cyst, in what is outlined."""
FILLED_MM = 0.35
"""So much of the cyst's width the beam fills: a caliper from edge to edge finds that much less."""


def tile(window: MainWindow) -> Spot | None:
    """The picture of the sample on the first screen; the list of scans where that one is gone."""
    made = next((one for one in window.pictures.empty.findChildren(Tile) if SAMPLE.endswith(one.name)), None)
    if made is not None and made.isVisible():
        return Spot(made)
    return Spot(window.scans) if window.scans.isVisible() else None


def pane(window: MainWindow) -> Pane | None:
    """The pane that shows the newest result, else the first one."""
    seen = [one for one in window.pictures.compare.findChildren(Pane) if one.isVisible()]
    return next((one for one in seen if one.key.startswith("run-")), seen[0] if seen else None)


def picture(window: MainWindow) -> Spot | None:
    """All of a pane."""
    made = pane(window)
    return Spot(made) if made is not None else None


def canvas(window: MainWindow) -> QWidget | None:
    """What draws by keys."""
    made = pane(window)
    return made.canvas if made is not None else None


def cyst(window: MainWindow) -> Spot | None:
    """The widest cyst, as the pane shows it."""
    made, known, frame = pane(window), _known(window), window.measuring.hand.frame
    if made is None or known is None or frame is None or frame.scan.spacing is None:
        return picture(window)
    spacing, half = frame.scan.spacing, known.size_mm / 2 + MARGIN_MM
    ends = [
        made.canvas.pixel(
            frame.place(
                ((known.lateral_mm + side * half) / spacing.lateral, (known.axial_mm + side * half) / spacing.axial)
            )
        )
        for side in (-1, 1)
    ]
    return Spot(made.canvas, QRectF(ends[0], ends[1]).toAlignedRect())


def tool(window: MainWindow, name: str) -> Spot | None:
    """The button of an action in the tool row; the row itself where the button has no room."""
    row = window.findChild(QToolBar, "toolrow")
    button = row.widgetForAction(window.actions_[name])
    return Spot(button) if button is not None and button.isVisible() else Spot(row)


def menu(window: MainWindow, name: str) -> Spot:
    """A word in the row of menus."""
    bar = window.menuBar()
    action = next(one for one in bar.actions() if one.text().replace("&", "") == name)
    rect: QRect = bar.actionGeometry(action)
    return Spot(bar, rect)


def is_sample_open(window: MainWindow) -> bool:
    file = window.session.scan
    return file is not None and file.path == SAMPLE and file.scan is not None


def has_result(window: MainWindow) -> bool:
    """A result of the sample is shown."""
    run = window.session.shown
    return run is not None and run.path == SAMPLE and run.result is not None


def across(window: MainWindow) -> Shape | None:
    """A caliper that goes through the middle of the cyst, the newest first."""
    known, frame = _known(window), window.measuring.hand.frame
    if known is None or frame is None or frame.scan.spacing is None:
        return None
    spacing = frame.scan.spacing
    middle = QPointF(known.lateral_mm, known.axial_mm)
    for shape in reversed(window.measuring.measurements.shapes):
        if shape.kind is Kind.CALIPER:
            (x0, y0), (x1, y1) = shape.points
            off = QPointF((x0 + x1) / 2 * spacing.lateral, (y0 + y1) / 2 * spacing.axial) - middle
            if QPointF.dotProduct(off, off) < (known.size_mm / 2) ** 2:
                return shape
    return None


def measured(window: MainWindow) -> tuple[float, float] | None:
    """What the person measured and what is true, in mm."""
    shape, known, frame = across(window), _known(window), window.measuring.hand.frame
    if shape is None or known is None or frame is None:
        return None
    return distance(shape.points, frame.scan.spacing), known.size_mm


def measure(window: MainWindow) -> None:
    """Lay a caliper across the cyst, from edge to edge as they are seen."""
    known, frame = _known(window), window.measuring.hand.frame
    if known is None or frame is None or frame.scan.spacing is None:
        return
    spacing, half = frame.scan.spacing, (known.size_mm - FILLED_MM) / 2

    def at(side: int) -> Point:
        return (known.lateral_mm + side * half) / spacing.lateral, known.axial_mm / spacing.axial

    window.measuring.measurements.add(Kind.CALIPER, (at(-1), at(1)))


def _known(window: MainWindow) -> Known | None:
    file = window.session.scan
    return widest(file.scan) if file is not None and file.scan is not None else None
