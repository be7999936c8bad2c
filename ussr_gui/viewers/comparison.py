"""Pictures of how an output differs from the reference, developed in a thread while the window goes on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtGui import QColor
from scipy.ndimage import uniform_filter

from ussr_engine.measures.differences import Difference, Map, difference, on_grid
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.viewers.marks import ColourBar
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.overlay import SEQUENTIAL, STOPS, number, round_limit
from ussr_gui.viewers.picture import Texture
from ussr_gui.viewers.tone import ENTRIES, coloured

Stops = npt.NDArray[np.uint8]
Place = tuple[float, float]

WORDS = {
    Difference.SIGNED: tr("Difference"),
    Difference.ABSOLUTE: tr("Absolute difference"),
    Difference.RELATIVE: tr("Relative difference"),
    Difference.SIMILARITY: tr("SSIM map"),
}
LEAST = {
    Difference.SIGNED: 1.0,
    Difference.ABSOLUTE: 1.0,
    Difference.RELATIVE: 1.0,
    Difference.SIMILARITY: 0.01,
}
"""End of the colour bar where pictures hardly differ, so that rounding does not glare."""
ROUND = (1, 2, 5, 10)
AROUND = 9
"""Side of the square over which the largest difference is sought: one pixel alone is noise."""
KEPT = 18
"""Comparisons that are kept: three kinds on six panes."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """What an output (of this ``place``) differs from a reference by; ``values`` (H, W) in the unit of its kind."""

    kind: Difference
    output: Output
    reference: Output
    values: Map
    limit: float
    place: Place
    peak: Place
    """(axial, lateral) where it is largest over a few pixels around."""

    def texture(self, limit: float) -> Texture:
        """In colours that end at ``limit``."""
        signed = self.kind is Difference.SIGNED
        index = self.values * np.float32((ENTRIES - 1) / (2 * limit if signed else limit))
        if signed:
            index += np.float32((ENTRIES - 1) / 2)
        np.clip(index, 0, ENTRIES - 1, out=index)
        return Texture(index.astype(np.uint16), coloured(stops_of(self.kind)))

    def value_at(self, down: float, across: float) -> float | None:
        """The value at these fractions of the place; None outside."""
        height, width = self.values.shape
        row, column = int(down * height // 1), int(across * width // 1)
        return float(self.values[row, column]) if 0 <= row < height and 0 <= column < width else None


def stops_of(kind: Difference) -> Stops:
    """(N, 3) colours from the lower end to the upper."""
    if kind is Difference.SIGNED:
        return diverging_stops(theme.current().diverging)
    return _sequential_stops()


@lru_cache(maxsize=4)
def diverging_stops(colours: tuple[str, ...]) -> Stops:
    """(255, 3) from the most negative to the most positive; the middle one is nearly black."""
    stops = np.array([QColor(colour).getRgb()[:3] for colour in colours], float)
    at, known = np.linspace(0, len(stops) - 1, 255), np.arange(len(stops))
    return np.stack([np.interp(at, known, channel) for channel in stops.T], axis=1).round().astype(np.uint8)


@lru_cache(maxsize=1)
def _sequential_stops() -> Stops:
    table: Stops = pg.colormap.get(SEQUENTIAL).getLookupTable(nPts=256)[:, :3]
    return table


def bar_of(kind: Difference, limit: float) -> ColourBar:
    """What the colours of such a picture mean."""
    stops = stops_of(kind)
    colours = tuple(QColor(*map(int, stops[round(i * (len(stops) - 1) / (STOPS - 1))])) for i in range(STOPS))
    signed = kind is Difference.SIGNED
    ends = (-limit, 0.0, limit) if signed else (0.0, limit / 2, limit)
    return ColourBar(colours, tuple(number(value, signed) for value in ends), interpreted(kind.value))


def compared(kind: Difference, output: Output, reference: Output, place: Place, other: Place) -> Comparison:
    """Compare two outputs of these places (axial, lateral) on the finer grid of the two."""
    fine, seen = (output, place) if output.image.size >= reference.image.size else (reference, other)
    height, width = fine.image.shape[:2]
    pictures = []
    for one, own in ((output, place), (reference, other)):
        reach = (1.0, 1.0) if own == seen else (seen[0] / own[0], seen[1] / own[1])
        pictures.append(on_grid(one.image, (height, width), reach))
    values = difference(pictures[0], pictures[1], kind)
    row, column = np.unravel_index(int(uniform_filter(np.abs(values), AROUND).argmax()), values.shape)
    peak = (float(row + 0.5) / height * seen[0], float(column + 0.5) / width * seen[1])
    return Comparison(kind, output, reference, values, round_limit(values, ROUND, LEAST[kind]), seen, peak)


class Darkroom(QObject):
    """Develops comparisons one after the other, and keeps the newest.

    Signals
    -------
    developed
        One more that was asked for is there.
    """

    developed = Signal()
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._kept: dict[object, Comparison | None] = {}
        self._done.connect(self._take)

    def ask(
        self, kind: Difference, output: Output, reference: Output, places: tuple[Place, Place]
    ) -> Comparison | None:
        """The comparison, or None while it is being developed."""
        key = (kind, id(output.image), id(reference.image), places)
        if key in self._kept:
            return self._kept[key]
        self._kept[key] = None

        def work() -> None:
            try:
                self._done.emit(key, compared(kind, output, reference, *places))
            except Exception as error:  # raised again in the window's thread, where it is told
                self._done.emit(key, error)

        self._pool.start(work)
        return None

    @property
    def is_busy(self) -> bool:
        return any(made is None for made in self._kept.values())

    def close(self) -> None:
        """Wait for the one that is being developed; those behind it are given up."""
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object, object)
    def _take(self, key: object, made: Comparison | Exception) -> None:
        if isinstance(made, Exception):
            self._kept.pop(key, None)
            raise made
        self._kept[key] = made
        for old in list(self._kept)[:-KEPT]:
            if self._kept[old] is not None:
                del self._kept[old]
        self.developed.emit()
