"""Moments of training on a plot: a tick for every picture kept, and a line at the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QColor

from ussr_gui import theme

DEPTH = 30
"""Over curves and words."""


class MomentMarks:
    """Ticks along the foot of a plot, and a line with its words; the plot's owner says when they move."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._ticks = pg.ScatterPlotItem(symbol="t1", pxMode=True)
        self._line = pg.InfiniteLine()
        self._words = pg.TextItem(anchor=(0.5, 0))
        self._at: Sequence[float] = ()
        self._chosen: tuple[float, str] | None = None
        for item in (self._ticks, self._line, self._words):
            item.setZValue(DEPTH)
            plot.addItem(item, ignoreBounds=True)
        self.show((), None)

    def take_look(self) -> None:
        """Take the theme's colours and sizes."""
        colours = theme.current()
        ground = QColor(colours.panel)
        self._ticks.setSize(theme.pixels(7))
        self._ticks.setBrush(pg.mkBrush(colours.dim))
        self._ticks.setPen(pg.mkPen(None))
        self._line.setPen(pg.mkPen(colours.warn, width=2))
        self._words.setColor(colours.warn)
        self._words.fill = pg.mkBrush(ground)
        self._words.setFont(theme.font(11, 600))

    @property
    def chosen(self) -> tuple[float, str] | None:
        """Where the line stands and what it says."""
        return self._chosen

    @property
    def ticks(self) -> list[float]:
        """Where pictures were kept."""
        return list(self._at)

    def show(self, at: Sequence[float], chosen: tuple[float, str] | None) -> None:
        self._at, self._chosen = at, chosen
        for item in (self._line, self._words):
            item.setVisible(chosen is not None)
        if chosen is not None:
            self._line.setPos(chosen[0])
            self._words.setText(chosen[1])
        self.place()

    def place(self) -> None:
        """The plot shows another part of the plane."""
        (left, right), (bottom, top) = self._plot.viewRange()
        self._ticks.setData(list(self._at), [bottom + 0.03 * (top - bottom)] * len(self._at))
        if self._chosen is not None:
            at = (self._chosen[0] - left) / max(right - left, 1e-12)
            self._words.setAnchor((0.0 if at < 0.08 else 1.0 if at > 0.92 else 0.5, 0.0))
            self._words.setPos(self._chosen[0], top)
