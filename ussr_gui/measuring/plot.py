"""The plot of the panel: curves of every output, or a picture with axes; exported as SVG or PNG."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.measuring.pages import Chart, Graph
from ussr_gui.viewers.readings import dash, ink

EXPORT_WIDTH = 1600
"""Pixels of an exported PNG."""


class Axis(pg.AxisItem):
    """Numbers with the program's minus."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [words.replace("-", "−") for words in super().tickStrings(values, scale, spacing)]


class Plot(pg.PlotWidget):
    """Shows a Graph or a Chart in the look of the other plots."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, axisItems={side: Axis(side) for side in ("left", "bottom")})
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.setContentsMargins(0, 4, 8, 0)
        for side in ("left", "bottom"):
            plot.getAxis(side).enableAutoSIPrefix(False)
            plot.getAxis(side).setStyle(tickLength=-4, tickTextOffset=4, maxTickLevel=0)
        self.shown: Graph | Chart = Graph()
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_page(self, shown: Graph | Chart) -> None:
        """Draw this and nothing else."""
        self.shown = shown
        plot, colours = self.getPlotItem(), theme.current()
        plot.clear()
        is_chart = isinstance(shown, Chart)
        plot.setAspectLocked(is_chart)
        plot.showGrid(x=False, y=not is_chart, alpha=0.35)
        plot.getViewBox().invertY(is_chart)
        for side, words in (("bottom", shown.x), ("left", shown.y)):
            axis = plot.getAxis(side)
            axis.setVisible(bool(words))
            axis.setLabel(words, color=colours.faint, **{"font-size": f"{theme.pixels(11)}px"})
        if isinstance(shown, Chart):
            self._picture(shown)
        else:
            self._curves(shown)

    def as_png(self) -> bytes:
        """The plot as a picture, wide enough for a page."""
        drawing = QSvgRenderer(QByteArray(self.as_svg()))
        image = QImage(EXPORT_WIDTH, round(EXPORT_WIDTH * self.height() / self.width()), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(buffer.data().data())

    def as_svg(self) -> bytes:
        """The plot with its legend, as lines and words.

        By Qt's generator: pyqtgraph 0.14's own exporter fails on the closed paths that Qt 6 writes.
        """
        buffer, drawing, area = QBuffer(), QSvgGenerator(), QRectF(self.rect())
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawing.setOutputDevice(buffer)
        drawing.setSize(self.size())
        drawing.setResolution(self.logicalDpiX())
        drawing.setViewBox(area)
        legend = self._legend()
        painter = QPainter(drawing)
        painter.fillRect(area, QColor(theme.current().panel))
        self.render(painter, area)
        painter.end()
        legend.scene().removeItem(legend)
        return bytes(buffer.data().data())

    def _legend(self) -> pg.LegendItem:
        """Names at the curves, which in the window stand above the plot."""
        colours = theme.current()
        legend = pg.LegendItem(offset=(-10, 6), labelTextColor=colours.text)
        legend.setParentItem(self.getPlotItem().getViewBox())
        for curve in self.getPlotItem().curves:
            if curve.name():
                legend.addItem(curve, curve.name())
        legend.setVisible(bool(legend.items))
        return legend

    def _curves(self, graph: Graph) -> None:
        plot, ratio = self.getPlotItem(), self.devicePixelRatioF()
        for curve in graph.curves:
            style = Qt.PenStyle.DashLine if curve.dashed else dash(curve.order)
            pen = pg.mkPen(ink(curve.order), width=1.5 * ratio, style=style)
            there = np.flatnonzero(np.isfinite(curve.y))
            joined = np.append(np.diff(there) == 1, False).astype(np.int32)
            name = tr("{name}, background").format(name=curve.name) if curve.dashed else curve.name
            plot.addItem(pg.PlotCurveItem(curve.x[there], curve.y[there], pen=pen, connect=joined, name=name))
        heights = [curve.y[np.isfinite(curve.y)] for curve in graph.curves]
        heights = [part for part in heights if part.size]
        if not heights:
            return
        low, high = min(float(part.min()) for part in heights), max(float(part.max()) for part in heights)
        margin = max((high - low) * 0.06, 1e-6)
        plot.setXRange(
            min(float(curve.x[0]) for curve in graph.curves),
            max(float(curve.x[-1]) for curve in graph.curves),
            padding=0.01,
        )
        plot.setYRange(low - margin, high + margin, padding=0)

    def _picture(self, chart: Chart) -> None:
        plot = self.getPlotItem()
        item = pg.ImageItem(chart.values, levels=chart.limits)
        item.setRect(QRectF(chart.left, chart.top, chart.right - chart.left, chart.bottom - chart.top))
        item.setZValue(-20)
        plot.addItem(item)
        for right, bottom in chart.lines:
            pen = pg.mkPen(QColor(theme.current().edge), width=self.devicePixelRatioF())
            for x, y in (((right, right), (0, 2 * bottom)), ((0, 2 * right), (bottom, bottom))):
                plot.addItem(pg.PlotCurveItem(np.array(x, float), np.array(y, float), pen=pen))
        plot.setXRange(chart.left, chart.right, padding=0)
        plot.setYRange(chart.top, chart.bottom, padding=0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _take_look(self) -> None:
        colours = theme.current()
        self.setBackground(colours.panel)
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(colours.field))
            axis.setTickPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.faint))
            axis.setTickFont(theme.font(11))
        self.getPlotItem().getAxis("left").setWidth(theme.pixels(58))
        self.getPlotItem().getAxis("bottom").setHeight(theme.pixels(40))
        self.show_page(self.shown)
