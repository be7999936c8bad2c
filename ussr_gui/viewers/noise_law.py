"""The noise of a scan as it was measured, and the law that was fitted to it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QWheelEvent

from ussr_engine.result import Identification
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.viewers.readings import ink

WHITE = 255
"""Grey level of white: laws are told for brightness in [0, 1]."""
ACROSS, UP = tr("Brightness, grey levels"), tr("Variance, grey levels²")
TICKS = (0, 64, 128, 192, 255)
BENDS = 65
"""Points by which the law is drawn."""


class NoisePlot(pg.PlotWidget):
    """Variance over brightness, both in grey levels: points as measured, a line as fitted."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.disableAutoRange()
        plot.setContentsMargins(0, 4, 16, 0)
        for side in ("left", "bottom"):
            plot.getAxis(side).enableAutoSIPrefix(False)
            plot.getAxis(side).setStyle(tickLength=-4, tickTextOffset=4, maxTickLevel=0, hideOverlappingLabels=False)
        plot.getAxis("bottom").setTicks([[(tick, str(tick)) for tick in TICKS]])
        self.law = pg.PlotCurveItem()
        self.points = pg.ScatterPlotItem(pxMode=True)
        for item in (self.law, self.points):
            plot.addItem(item, ignoreBounds=True)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_law(self, found: Identification) -> None:
        """Show what was measured and fitted."""
        brightness, variance = np.array(found.points or np.empty((0, 2)), float).reshape(-1, 2).T
        x, constants = np.linspace(0, 1, BENDS), in_levels(found.law)
        fitted = law_at(constants, WHITE * x)
        top = max(1.0, float(fitted.max(initial=0)), float(variance.max(initial=0)) * WHITE**2)
        self.points.setData(WHITE * brightness, WHITE**2 * variance)
        self.law.setData(WHITE * x, fitted)
        self.getPlotItem().setXRange(0, WHITE, padding=0)
        self.getPlotItem().setYRange(0, 1.08 * top, padding=0)
        self.setAccessibleName(tr("Noise variance by brightness, measured and fitted"))
        self.setAccessibleDescription(in_words(found))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _take_look(self) -> None:
        colours, ratio = theme.current(), self.devicePixelRatioF()
        self.setBackground(colours.panel)
        self.setFixedHeight(theme.pixels(176))
        for side, words in (("left", UP), ("bottom", ACROSS)):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(colours.field))
            axis.setTickPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.faint))
            axis.setTickFont(theme.font(11))
            axis.setLabel(words, color=colours.faint, **{"font-size": f"{theme.pixels(11)}px"})
        self.getPlotItem().getAxis("left").setWidth(theme.pixels(52))
        self.getPlotItem().getAxis("bottom").setHeight(theme.pixels(40))
        self.law.setPen(pg.mkPen(ink(0), width=2 * ratio))
        self.points.setPen(pg.mkPen(colours.panel))
        self.points.setBrush(pg.mkBrush(ink(1)))
        self.points.setSize(theme.pixels(7))


def in_levels(law: tuple[float, float, float]) -> tuple[float, float, float]:
    """Constants of a law for brightness and variance in grey levels."""
    constant, linear, square = law
    return WHITE**2 * constant, WHITE * linear, square


def law_at(constants: tuple[float, float, float], levels: np.ndarray) -> np.ndarray:
    """Variance in grey levels squared at these grey levels."""
    constant, linear, square = constants
    return np.asarray(constant + linear * levels + square * np.square(levels))


def in_words(found: Identification) -> str:
    """The law as a formula in grey levels: "variance = 0.08 + 0.0099 I²"."""
    terms = [f"{value:.2g}{of}" for value, of in zip(in_levels(found.law), ("", " I", " I²"), strict=True) if value > 0]
    return tr("variance = {law}").format(law=" + ".join(terms) or "0")
