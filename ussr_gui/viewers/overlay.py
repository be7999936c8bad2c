"""A map laid over the pictures: coloured once, seen through, with its own colour bar and readings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor

from ussr_engine.result import TrustMap
from ussr_gui.interpreting import interpreted
from ussr_gui.viewers.arrangement import place_of
from ussr_gui.viewers.marks import ColourBar
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.picture import Texture
from ussr_gui.viewers.tone import ENTRIES, coloured

SEQUENTIAL, DIVERGING = "inferno", "CET-D6"
"""Perceptually uniform: from black, and dark in the middle, so that little of a map hides little of the picture."""
SHARE = 0.998
"""Of the values that lie within the ends of the colour bar."""
SAMPLE = 250_000
"""Values from which those ends are found; a map of megapixels is looked at in steps."""
ROUND = (1, 2, 3, 4, 5, 6, 8, 10)
STOPS = 33


@dataclass(frozen=True, eq=False)
class Overlay:
    """A map and the output that it was made with, whose place it takes in every pane."""

    map: TrustMap
    over: Output

    @cached_property
    def limit(self) -> float:
        """Value at the upper end of the colour bar: round, above all but a few of the values."""
        return round_limit(self.map.values, ROUND)

    @cached_property
    def texture(self) -> Texture:
        """The map in colours; made when it is first shown, and kept."""
        middle = np.float32((ENTRIES - 1) / 2)
        index = self.map.values * np.float32((middle if self.map.signed else 2 * middle) / self.limit)
        if self.map.signed:
            index += middle
        np.clip(index, 0, ENTRIES - 1, out=index)
        return Texture(index.astype(np.uint16), coloured(self._table))

    @cached_property
    def bar(self) -> ColourBar:
        """Its ends, its middle and its unit."""
        low, middle = (-self.limit, 0.0) if self.map.signed else (0.0, self.limit / 2)
        numbers = tuple(number(value, self.map.signed) for value in (low, middle, self.limit))
        colours = tuple(QColor(*map(int, self._table[round(i * 255 / (STOPS - 1))])) for i in range(STOPS))
        return ColourBar(colours, numbers, f"{interpreted(self.map.title)}, {interpreted(self.map.unit)}")

    def reading(self, x: float, y: float, outputs: Sequence[Output]) -> str:
        """The value in words at a place, ``x`` lateral and ``y`` axial, in the unit of these outputs."""
        (height, width), (high, wide) = self.map.values.shape, place_of(self.over, outputs)
        row, column = math.floor(y / high * height), math.floor(x / wide * width)
        if not (0 <= row < height and 0 <= column < width):
            return ""
        value = float(self.map.values[row, column])
        return f"{interpreted(self.map.title)} {number(value, self.map.signed)} {interpreted(self.map.unit)}"

    @cached_property
    def _table(self) -> npt.NDArray[np.uint8]:
        table: npt.NDArray[np.uint8] = pg.colormap.get(DIVERGING if self.map.signed else SEQUENTIAL).getLookupTable(
            nPts=256
        )[:, :3]
        return table


def round_limit(values: npt.NDArray[np.float32], steps: Sequence[float], least: float = 1e-6) -> float:
    """The smallest of ``steps`` × 10^n that all but a few of the values stay within, at least ``least``."""
    sample = np.abs(values.ravel()[:: max(1, values.size // SAMPLE)])
    reached = max(float(np.quantile(sample, SHARE)), least)
    decade = 10.0 ** math.floor(math.log10(reached))
    return next(step * decade for step in steps if step * decade >= reached * (1 - 1e-9))


def number(value: float, signed: bool = False) -> str:
    """Three digits that matter, with a true minus; a signed one says also that it is above 0."""
    words = f"{abs(value):.3g}"
    sign = "" if float(words) == 0 else "−" if value < 0 else "+" if signed else ""
    return sign + words
