"""The Measure and Edit menus at work: tools, panel, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from ussr_gui.measuring.clerk import Answer, Clerk, Question
from ussr_gui.measuring.frame import Frame, Sheet, frame_of, sheets_of
from ussr_gui.measuring.hand import Hand
from ussr_gui.measuring.keeping import Keeping
from ussr_gui.measuring.pages import Page
from ussr_gui.measuring.shapes import Kind
from ussr_gui.measuring.undo import Measurements
from ussr_gui.panels.measure import MeasurePanel
from ussr_gui.viewers.canvas import Canvas

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

TOOLS: dict[str, Kind | None] = {
    "select": None,
    "caliper": Kind.CALIPER,
    "angle": Kind.ANGLE,
    "polygon": Kind.POLYGON,
    "ellipse": Kind.ELLIPSE,
    "pair": Kind.PAIR,
}
PAGES = {
    "plot_profile": Page.PROFILE,
    "plot_histogram": Page.HISTOGRAM,
    "plot_depth": Page.DEPTH,
    "plot_spectrum": Page.SPECTRUM,
    "plot_plane": Page.PLANE,
    "plot_subbands": Page.SUBBANDS,
}
PANEL = "measure_panel"
ON_PICTURES = (*TOOLS, *PAGES, "marks", PANEL)


class Measuring(QObject):
    """Between the panes, the measurements, and the panel that tells of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._actions, self._view = window, window.actions_, window.pictures.compare
        self.measurements = Measurements(self)
        self.hand = Hand(self.measurements, self)
        self.clerk = Clerk(self)
        self.panel = MeasurePanel(window.actions_)
        self.dock = window.docking.add_side("measure", self.panel, window.actions_[PANEL])
        self.dock.visibilityChanged.connect(self._ask)
        self._frame: Frame | None = None
        self._sheets: list[Sheet] = []
        self.keeping = Keeping(self._window, self.measurements, self.clerk, self.panel)
        self._canvases: list[Canvas] = []
        self._plain = {name: window.actions_[name].text() for name in ("undo", "redo")}
        self._wire()
        self._show()

    def _wire(self) -> None:
        actions, measurements, group, panel = self._actions, self.measurements, self.measurements.group, self.panel
        for name in TOOLS:
            actions[name].triggered.connect(self._use)
        for name in PAGES:
            actions[name].triggered.connect(self._turn_to)
        actions["select"].setChecked(True)
        actions["marks"].setChecked(True)
        actions["marks"].toggled.connect(self._view.dressing.set_marks)
        for name, slot in (
            ("undo", group.undo),
            ("redo", group.redo),
            ("next_point", measurements.step_handle),
            ("next_measurement", measurements.step),
            ("delete_measurement", measurements.delete),
            ("clear_measurements", measurements.clear),
        ):
            actions[name].triggered.connect(slot)
        group.undoTextChanged.connect(self._name_undo)
        group.redoTextChanged.connect(self._name_undo)
        for signal in (group.canUndoChanged, group.canRedoChanged):
            signal.connect(self._enable)
        measurements.changed.connect(self._show)
        self.hand.drawn.connect(self._paint)
        self.hand.tool_left.connect(actions["select"].trigger)
        self._view.canvas_made.connect(self._welcome)
        self._view.active_changed.connect(self._ask)
        self._window.pictures.pictures_changed.connect(self._follow)
        self._window.pictures.currentChanged.connect(self._follow)
        panel.page_changed.connect(self._ask)
        panel.shapes.went.connect(self._choose)
        panel.shapes.renamed.connect(self._rename)
        self.clerk.answered.connect(self._tell)

    def close(self) -> None:
        self.clerk.close()

    # -- what is shown ------------------------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Other pictures stand in the panes: the shapes of their scan with them."""
        session, pictures = self._window.session, self._window.pictures
        outputs = self._view.outputs() if pictures.shows_pictures and not pictures.is_lent else []
        self._frame = frame_of(session.scan, session.shown, outputs) if outputs else None
        self._sheets = sheets_of(self._frame, outputs) if self._frame else []
        self.hand.show_frame(self._frame)
        self.keeping.show_frame(self._frame, self._sheets)
        self.measurements.go_to(self._frame.key if self._frame else None)
        if self._frame is None:
            self.panel.forget()
        self._show()

    @Slot()
    def _show(self) -> None:
        frame, measurements = self._frame, self.measurements
        self.panel.show_shapes(measurements.shapes, frame.scan if frame else None, measurements.shape)
        self._enable()
        self._paint()
        self._ask()

    @Slot()
    def _enable(self) -> None:
        actions, group = self._actions, self.measurements.group
        drawn = bool(self.measurements.shapes)
        actions.enable(ON_PICTURES, self._frame is not None)
        actions.enable(("next_point", "next_measurement", "clear_measurements"), drawn)
        actions.enable(("copy_measurements", "export_measurements"), drawn)
        actions["export_plot"].setEnabled(self._frame is not None and self.dock.isVisible())
        actions["delete_measurement"].setEnabled(self.measurements.shape is not None)
        actions["undo"].setEnabled(group.canUndo())
        actions["redo"].setEnabled(group.canRedo())

    @Slot()
    def _name_undo(self) -> None:
        group = self.measurements.group
        for name, words in (("undo", group.undoText()), ("redo", group.redoText())):
            self._actions[name].setText(f"{self._plain[name]} {words}".strip())

    @Slot()
    def _paint(self) -> None:
        for canvas in self._canvases:
            canvas.viewport().update()

    @Slot()
    def _ask(self) -> None:
        if self._frame is None or not self.dock.isVisible():
            return
        panel, shape = self.panel, self.measurements.shape
        question = (self._frame, self._sheets, shape, panel.chosen_page, self._view.active(), panel.options)
        self.clerk.ask(Question(*question))
        self._actions["export_plot"].setEnabled(True)

    @Slot(object)
    def _tell(self, answer: Answer) -> None:
        if answer.question.frame is self._frame:
            self.panel.show_answer(answer)

    @Slot(object)
    def _welcome(self, canvas: Canvas) -> None:
        canvas.guest = self.hand
        self._canvases.append(canvas)

    # -- what the person wants ----------------------------------------------------------------------------------------

    @Slot()
    def _use(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        tool = TOOLS[action.objectName()]
        self.hand.take(tool)
        if tool is not None:
            self._actions["marks"].setChecked(True)
            self.dock.bring()

    @Slot()
    def _turn_to(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.panel.page.choose(PAGES[action.objectName()])
        self.dock.bring()

    @Slot(object)
    def _choose(self, number: int) -> None:
        self.measurements.choose(number)

    @Slot(object, str)
    def _rename(self, number: int, name: str) -> None:
        self.measurements.rename(number, name)
        self._show()
