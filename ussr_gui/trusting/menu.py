"""Trust and protection at work: between the panes, the shields of the scans, the dial, and the pictures mixed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from ussr_engine.result import Trust
from ussr_engine.scan import Scan
from ussr_engine.trust.protection import TEXT, Found, found, union
from ussr_engine.trust.sector import around, sector
from ussr_gui import outputs
from ussr_gui.language import tr
from ussr_gui.measuring.frame import Frame
from ussr_gui.measuring.shapes import Kind
from ussr_gui.newest import Newest
from ussr_gui.panels.trust import TrustPanel
from ussr_gui.records import Run
from ussr_gui.trusting.blending import Blending
from ussr_gui.trusting.hand import ProtectHand
from ussr_gui.trusting.shield import Shields
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.guest import Company

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

TOOLS = {
    "protect_rectangle": Kind.RECTANGLE,
    "protect_ellipse": Kind.ELLIPSE,
    "protect_polygon": Kind.POLYGON,
}
PANEL, SHOWN, FINDING, SURROUND = "trust_panel", "protected", "find_protected", "protect_surround"
NO_SECTOR = tr("No sector stands out from a dark screen here: draw a region instead.")


class Trusting(QObject):
    """Follows the scan and the run that are shown; the dial is of the run, the regions are of the scan."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        measuring = window.measuring
        self.shields = Shields(measuring.measurements.group, self)
        self.blending = Blending(self.shields, self)
        self.hand = ProtectHand(self.shields, measuring.hand, self)
        self.panel = TrustPanel(window.actions_)
        self.dock = window.docking.add_side("trust", self.panel, window.actions_[PANEL])
        self._searching, self._outlining = Newest(self), Newest(self)
        self._sought: Scan | None = None
        self._canvases: list[Canvas] = []
        self._wire()
        self._follow()

    def _wire(self) -> None:
        actions, session, pictures = self._actions, self._session, self._window.pictures
        for name in TOOLS:
            actions[name].triggered.connect(self._use)
        for action in actions["select"].actionGroup().actions():
            if action.objectName() not in TOOLS:
                action.triggered.connect(self._put_away)
        actions[SHOWN].setChecked(True)
        actions[SHOWN].toggled.connect(self._show_hatching)
        actions[FINDING].triggered.connect(self.shields.set_finding)
        actions[SURROUND].triggered.connect(self._outline)
        actions["unprotect"].triggered.connect(self.shields.remove)
        actions["full_trust"].triggered.connect(self._trust_fully)
        self.panel.trusted.connect(self._trust)
        self.panel.regions.went.connect(self._choose)
        self.shields.changed.connect(self._show)
        self.shields.changed.connect(self._let_measurement_go)
        self._window.measuring.measurements.changed.connect(self._let_region_go)
        self.hand.drawn.connect(self._paint)
        self.hand.tool_left.connect(actions["select"].trigger)
        pictures.compare.canvas_made.connect(self._welcome)
        pictures.compare.active_changed.connect(self._show)
        for signal in (pictures.pictures_changed, pictures.currentChanged, session.run_chosen, session.run_ended):
            signal.connect(self._follow)
        self.dock.visibilityChanged.connect(self._show)
        self._searching.answered.connect(self._take_found)
        self._outlining.answered.connect(self._take_outline)
        self.blending.changed.connect(self._show_mixed)

    def close(self) -> None:
        self._searching.close()
        self._outlining.close()
        self.blending.close()

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def _frame(self) -> Frame | None:
        return self._window.measuring.hand.frame

    @property
    def _finished(self) -> Run | None:
        """The run of the active picture, else the one that was chosen, once it has a result to trust."""
        active = self._window.pictures.compare.active()
        runs = (run for run in self._session.runs if outputs.key_of(run) == active)
        run = next(runs, self._session.shown)
        return run if run is not None and run.result is not None else None

    @Slot()
    def _follow(self) -> None:
        """Another scan or run stands in the panes."""
        frame = self._frame
        self.hand.show_frame(frame)
        self.shields.go_to(frame.key if frame else None)
        if frame is not None and not self.shields.is_searched(frame.key, frame.scan) and self._sought is not frame.scan:
            key, scan = frame.key, frame.scan
            self._sought = scan
            self._searching.ask(lambda: (key, scan, found(scan)))
        self._show()

    @Slot()
    def _show(self) -> None:
        frame, run, actions = self._frame, self._finished, self._actions
        trust = None if run is None else self.blending.trust_of(run)
        if self.dock.isVisible():
            self.panel.show_trust(trust, run.label if run is not None else "")
            self._list_regions(frame)
        actions.enable((*TOOLS, PANEL, SHOWN, FINDING, SURROUND), frame is not None)
        actions[FINDING].setChecked(self.shields.shield.finds)
        actions["unprotect"].setEnabled(self.shields.chosen is not None)
        actions["full_trust"].setEnabled(trust is not None and not trust.is_full)
        self._paint()
        self.blending.follow(frame, self._runs())

    def _runs(self) -> list[Run]:
        """The one that the dial is of first."""
        first = self._finished
        return sorted(self._session.runs, key=lambda run: run is not first)

    def _list_regions(self, frame: Frame | None) -> None:
        shields, rows = self.shields, []
        for number, one in shields.found.items():
            rows.append((number, shields.name_of(number), f"{one.right - one.left} × {one.bottom - one.top}"))
        for shape in shields.shapes:
            xs, ys = zip(*shape.points, strict=True)
            rows.append((shape.number, shape.name, f"{max(xs) - min(xs):.0f} × {max(ys) - min(ys):.0f}"))
        self.panel.show_regions(rows, shields.chosen, self._in_words(frame, len(rows)))

    def _in_words(self, frame: Frame | None, count: int) -> str:
        if frame is None:
            return tr("Open a scan first.")
        if not self.shields.is_searched(frame.key, frame.scan):
            return tr("Looking for text and colour…")
        if not count:
            nothing = tr("No text and no colour was found.") + " " if self.shields.shield.finds else ""
            return nothing + tr("Draw a region that the network must not touch.")
        mask, _ = self.shields.mask(frame.key, (frame.scan.height, frame.scan.width))
        return tr("%n regions, {share:.1f} % of the scan.", count).format(share=100 * mask.mean())

    @Slot()
    def _paint(self) -> None:
        for canvas in self._canvases:
            canvas.viewport().update()

    @Slot(object)
    def _welcome(self, canvas: Canvas) -> None:
        canvas.guest = Company((self.hand, self._window.measuring.hand))
        self._canvases.append(canvas)

    @Slot(object)
    def _take_found(self, told: tuple[str, Scan, tuple[Found, ...]]) -> None:
        self._sought = None
        self.shields.tell_found(*told)

    @Slot(object, bool)
    def _show_mixed(self, run: Run, still: bool) -> None:
        """While the dial turns only the picture follows; then all that is worked out from it."""
        compare, file = self._window.pictures.compare, self._session.scans.get(run.path)
        sight = None if file is None else file.sight
        if run.clip is not None and sight is not None and sight.index != run.frame:
            self._window.filming.refresh()  # frames that were not learned from are mixed where they are read
            return
        output = outputs.result_of(run, sight)
        if output is not None and any(one.key == output.key for one in compare.outputs()):
            compare.update_output(output)
            if still:
                self._window.pictures.pictures_changed.emit()

    # -- what the person wants ----------------------------------------------------------------------------------------

    @Slot()
    def _use(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._window.measuring.hand.take(None)
        self.hand.take(TOOLS[action.objectName()])
        for name in ("marks", SHOWN):
            self._actions[name].setChecked(True)
        self.dock.bring()

    @Slot()
    def _outline(self) -> None:
        frame = self._frame
        if frame is not None:
            key, scan = frame.key, frame.scan
            letters = [one for one in self.shields.found.values() if one.kind == TEXT]
            ink = union(letters, (scan.height, scan.width))
            self._outlining.ask(lambda: (key, scan, sector(scan.image, ink)))

    @Slot(object)
    def _take_outline(self, told: tuple[str, Scan, list[tuple[float, float]] | None]) -> None:
        key, scan, corners = told
        if self._frame is None or self._frame.key != key:
            return
        if corners is None:
            self._session.noted.emit(NO_SECTOR)
            return
        self.shields.add(Kind.POLYGON, tuple(around(corners, scan.width, scan.height)))
        self._actions[SHOWN].setChecked(True)
        self.dock.bring()

    @Slot()
    def _put_away(self) -> None:
        self.hand.take(None)

    @Slot(bool)
    def _show_hatching(self, on: bool) -> None:
        self.hand.shown = on
        self._paint()

    @Slot(object)
    def _choose(self, number: int) -> None:
        self.shields.choose(number)

    @Slot()
    def _let_measurement_go(self) -> None:
        if self.shields.chosen is not None:
            self._window.measuring.measurements.choose(None)

    @Slot()
    def _let_region_go(self) -> None:
        if self._window.measuring.measurements.chosen is not None:
            self.shields.choose(None)

    @Slot()
    def _trust_fully(self) -> None:
        self._trust(Trust())

    @Slot(object)
    def _trust(self, trust: Trust) -> None:
        if self._finished is not None:
            self.blending.trust(self._finished, trust)
            self._show()
