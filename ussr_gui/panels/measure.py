"""Measure: what was drawn, its figures for every output, and a plot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ussr_engine.measures.subbands import WAVELETS
from ussr_engine.scan import Scan
from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.clerk import Answer
from ussr_gui.measuring.drawing import ink as shape_ink
from ussr_gui.measuring.figures import extent_of, number, plain
from ussr_gui.measuring.pages import Chart, Graph, Options, Page
from ussr_gui.measuring.plot import Plot
from ussr_gui.measuring.shapes import Kind, Shape
from ussr_gui.measuring.table import Cell, FigureTable, swatch
from ussr_gui.panels.buttons import ActionTool
from ussr_gui.panels.parts import Choice, column, label, row
from ussr_gui.viewers.flow import FlowLayout
from ussr_gui.viewers.readings import Reading, dash, ink

NOTHING = tr(
    "Choose a tool, then drag on any picture: what you draw appears on all of them.\n"
    "M measures a distance, A an angle, P and E an area, C the contrast of two regions. "
    "With a tool in hand Return puts the shape in the middle of the view; arrow keys move it."
)
TOOLS = ("select", "caliper", "angle", "polygon", "ellipse", "pair")
KEPT = ("delete_measurement", "copy_measurements", "export_measurements", "export_plot")
EXTENTS = {Kind.CALIPER: tr("Length"), Kind.ANGLE: tr("Angle")}
LEVELS = (1, 2, 3, 4)


class MeasurePanel(QWidget):
    """Tools, tables and plot; beside each other where the panel is wide, below each other where it is tall.

    Signals
    -------
    page_changed
        Another page of the plot is wanted, or another figure on it.
    """

    page_changed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shapes = FigureTable(tr("Measurements"), editable=True)
        self.outputs = FigureTable(tr("Figures of the chosen measurement, for every output"))
        self.plot = Plot()
        self.page, self.option, self.levels = Choice(tr("Plot")), Choice(tr("Figure of the plot")), Choice(tr("Levels"))
        for entry in Page:
            self.page.addItem(tr(entry.value), entry)
        for count in LEVELS:
            self.levels.addItem(tr("%n levels", count), count)
        self._said = label(role="faint", wraps=True)
        self._empty = label(NOTHING, role="faint", wraps=True)
        self._why, self._caption = label(role="faint", wraps=True), label(role="faint", wraps=True)
        for words in (self._empty, self._why):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setMargin(12)
        self._legend = QWidget()
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._entries = FlowLayout(self._legend, gap=14, line_gap=0)
        self._named: list[tuple[str, int]] = []
        self._lay_out(actions)
        self._offer()
        self.page.currentIndexChanged.connect(self._choose_page)
        self.option.currentIndexChanged.connect(self.page_changed)
        self.levels.currentIndexChanged.connect(self.page_changed)
        theme.look.changed.connect(self._take_look)

    def _lay_out(self, actions: Actions) -> None:
        tools = row(
            *(ActionTool(actions[name]) for name in TOOLS), None, *(ActionTool(actions[name]) for name in KEPT), gap=2
        )
        tools.setContentsMargins(8, 4, 8, 4)
        figures = QWidget()
        figures.setLayout(column(self.shapes, self._said, self.outputs, gap=4))
        self._said.setContentsMargins(12, 0, 12, 0)
        self._tables = QStackedWidget()
        for page in (self._empty, figures):
            self._tables.addWidget(page)
        choices = row(self.page, self.option, self.levels)
        choices.setContentsMargins(8, 6, 8, 2)
        self._plots = QStackedWidget()
        for part in (self.plot, self._why):
            self._plots.addWidget(part)
        drawn = QWidget()
        box = QVBoxLayout(drawn)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(choices)
        named = column(self._legend, self._caption, gap=0, margins=(12, 2, 12, 2))
        box.addLayout(named)
        box.addWidget(self._plots, 1)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        for index, half in enumerate((self._tables, drawn)):
            half.setMinimumSize(theme.pixels(160), theme.pixels(120))
            self._halves.addWidget(half)
            self._halves.setStretchFactor(index, 1)
        self._halves.setSizes([1000, 1000])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(tools)
        whole.addWidget(self._halves, 1)

    @property
    def chosen_page(self) -> Page:
        page = self.page.currentData()
        assert isinstance(page, Page)
        return page

    @property
    def advice(self) -> str:
        """What to do where nothing is drawn yet."""
        return self._empty.text()

    @property
    def said(self) -> str:
        """Whose millimetres hold for the chosen measurement, or why there are none."""
        return self._said.text()

    @property
    def why(self) -> str:
        """Why there is no plot."""
        return self._why.text()

    @property
    def options(self) -> Options:
        figure, levels = self.option.currentData(), self.levels.currentData()
        if self.chosen_page is Page.SUBBANDS:
            return Options(wavelet=str(figure), levels=int(levels))
        return Options(figure=str(figure)) if self.chosen_page is Page.DEPTH else Options()

    def show_shapes(self, shapes: Sequence[Shape], scan: Scan | None, chosen: Shape | None) -> None:
        """List what is drawn, with its length, angle or area."""
        self._tables.setCurrentIndex(int(bool(shapes) and scan is not None))
        if scan is None:
            return
        self.shapes.head((tr("Measurement"), tr("Value"), tr("Unit")))
        rows = []
        for shape in shapes:
            extent = extent_of(shape, scan)
            what = EXTENTS.get(shape.kind, tr("Area of the target") if shape.kind is Kind.PAIR else tr("Area"))
            tip = (
                tr("{what}, by {where}").format(what=what, where=interpreted(extent.where))
                if extent.unit != "px"
                else tr("{what} in pixels of the scan: {where}").format(what=what, where=interpreted(extent.where))
            )
            value = Cell(number(extent.value, extent.digits), plain(extent.value), tip)
            rows.append((shape.number, swatch(shape_ink(shape)), (Cell(shape.name), value, Cell(extent.unit, tip=tip))))
        self.shapes.fill(rows, chosen.number if chosen else None)
        self._explain(chosen, scan)

    def _explain(self, shape: Shape | None, scan: Scan) -> None:
        """Say whose millimetres hold, or why there are none; and what the table below will show."""
        if shape is None:
            self._said.setText(tr("Choose a measurement to see what it gives on every output."))
            self.outputs.setRowCount(0)
            return
        extent = extent_of(shape, scan)
        pixels = extent.unit.startswith("px") or (shape.kind is Kind.ANGLE and "millimetre" in extent.where)
        words = (
            tr("In pixels of the scan: {where}.").format(where=interpreted(extent.where))
            if pixels
            else tr("In millimetres of {where}.").format(where=interpreted(extent.where))
        )
        if shape.kind is Kind.ANGLE:
            words += " " + tr("An angle is the same on every output.")
            self.outputs.setRowCount(0)
        self._said.setText(words)

    @Slot(object)
    def show_answer(self, answer: Answer) -> None:
        """Figures for every output, and the page."""
        shape = answer.question.shape
        if shape is not None and answer.columns:
            self.outputs.head(
                (tr("Output"), *(one.title for one in answer.columns)), ("", *(one.tip for one in answer.columns))
            )
            rows = []
            for sheet, figures in answer.rows:
                pairs = zip(answer.columns, figures, strict=True)
                cells = [Cell(number(value, one.digits), plain(value), one.tip) for one, value in pairs]
                mark = swatch(ink(sheet.order), dash(sheet.order))
                rows.append((sheet.output.key, mark, (Cell(sheet.output.title), *cells)))
            self.outputs.fill(rows)
        else:
            self.outputs.setRowCount(0)
        shown = answer.plot
        is_drawn = isinstance(shown, Chart) or bool(shown.curves)
        self._plots.setCurrentIndex(0 if is_drawn else 1)
        self._why.setText("" if isinstance(shown, Chart) else shown.words)
        self._name(shown)
        if is_drawn and shown is not self.plot.shown:
            self.plot.show_page(shown)

    def forget(self) -> None:
        """No picture is shown."""
        self._tables.setCurrentIndex(0)
        self._plots.setCurrentIndex(1)
        self._why.setText(tr("The plot follows the pictures in the panes."))
        self._name(Graph())

    def _name(self, shown: Graph | Chart) -> None:
        """The legend as readings above the plot, one for each output; of a picture what its colours mean."""
        curves = () if isinstance(shown, Chart) else shown.curves
        dashed = any(curve.dashed for curve in curves)
        said = shown.words if isinstance(shown, Chart) else tr("Dashed: the background.") if dashed else ""
        self._caption.setText(said)
        self._caption.setVisible(bool(said))
        named = [(curve.name, curve.order) for curve in curves if not curve.dashed]
        if named == self._named:
            return
        self._named = named
        while (item := self._entries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for words, order in named:
            entry = Reading(words, order)
            entry.figure.hide()
            self._entries.addWidget(entry)
        self._legend.setVisible(bool(named))

    @Slot()
    def _choose_page(self) -> None:
        self._offer()
        self.page_changed.emit()

    def _offer(self) -> None:
        """What can be chosen beside this page."""
        figures: tuple[str, ...] = {Page.DEPTH: ("PSNR", "SSIM"), Page.SUBBANDS: WAVELETS}.get(self.chosen_page, ())
        self.option.blockSignals(True)
        self.option.clear()
        for figure in figures:
            self.option.addItem(figure.capitalize() if self.chosen_page is Page.SUBBANDS else figure, figure)
        self.option.blockSignals(False)
        self.option.setVisible(bool(figures))
        self.levels.setVisible(self.chosen_page is Page.SUBBANDS)

    @Slot()
    def _take_look(self) -> None:
        self._named = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > 1.4 * self.height()
        self._halves.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
