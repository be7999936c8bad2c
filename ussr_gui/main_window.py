"""The window: docks around the pictures, and the wires between the session and the panels."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QTabBar,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ussr_engine import RESEARCH_USE
from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.advising.menu import Advising
from ussr_gui.appearance import Appearance
from ussr_gui.benchmarking import Benchmarking
from ussr_gui.commanding import Commanding
from ussr_gui.comparing import Comparing
from ussr_gui.docking import Docking
from ussr_gui.elsewhere import Elsewhere
from ussr_gui.equipment.menu import Equipment
from ussr_gui.filming.menu import Filming
from ussr_gui.guide.menu import Guide
from ussr_gui.headroom import Headroom
from ussr_gui.heartbeat import Heartbeat
from ussr_gui.icons import app_icon
from ussr_gui.interpreting import interpreted
from ussr_gui.kernels import Kernels
from ussr_gui.language import tr
from ussr_gui.measuring.menu import Measuring
from ussr_gui.naming import Naming
from ussr_gui.opening import Opening
from ussr_gui.overlays import Overlays
from ussr_gui.panels.banner import Banner
from ussr_gui.panels.export import SaveDialog
from ussr_gui.panels.info import InfoPanel
from ussr_gui.panels.log import LogPanel
from ussr_gui.panels.method import MethodPanel
from ussr_gui.panels.pictures import PicturesPanel
from ussr_gui.panels.result import ResultPanel
from ussr_gui.panels.run_controls import RunControls
from ussr_gui.panels.runs import RunsPanel
from ussr_gui.panels.scans import ScansPanel
from ussr_gui.panels.status import StatusRow
from ussr_gui.problems.menu import Problems
from ussr_gui.queueing.menu import Queueing
from ussr_gui.racing.menu import Racing
from ussr_gui.reading.menu import Reading
from ussr_gui.remembering import Remembering
from ussr_gui.report.menu import Reporting
from ussr_gui.scrubbing import Scrubbing
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.shortcuts import Shortcuts
from ussr_gui.sittings import Sittings
from ussr_gui.staleness import Staleness
from ussr_gui.steering import Steering
from ussr_gui.teaching.menu import Teaching
from ussr_gui.telling import Telling
from ussr_gui.touring.menu import Touring
from ussr_gui.trusting.menu import Trusting
from ussr_gui.viewers.curves import LossPlot
from ussr_gui.viewers.kernel import KernelView
from ussr_gui.weights import Weights
from ussr_gui.workspaces import Workspaces

TITLE_BAR = 40
"""Room that the system's own frame takes, in pixels; it is not known before the first show."""

LEARN = tr(
    "{research_use}. An enlarged picture can show detail that is not in the body; keep the original at hand."
).format(research_use=interpreted(RESEARCH_USE))


class MainWindow(QMainWindow):
    """Lays out the panels and passes signals on; decides nothing."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        self.setWindowTitle("USSR")
        self.setWindowIcon(app_icon())
        self.actions_ = Actions(self)
        self.shortcuts = Shortcuts(self.actions_, settings, self)
        self.heartbeat = Heartbeat(self)
        self.pictures = PicturesPanel()
        self.scans, self.runs = ScansPanel(), RunsPanel()
        self.method, self.result, self.info = MethodPanel(settings), ResultPanel(), InfoPanel()
        self.controls, self.status = RunControls(self.actions_), StatusRow()
        self.loss, self.kernel, self.log = LossPlot(), KernelView(), LogPanel()
        self.saving = SaveDialog(self)
        self.banner = Banner(LEARN, tr("I understand"))
        self._build_rows()
        self._build_centre()
        self.docking = Docking(self, settings, self.actions_)
        self.choices, self.curves = self.docking.choices, self.docking.curves
        self._fill_docks()
        self.appearance = Appearance(self.actions_, settings, self)
        self.opening = Opening(self, settings, self._recent, self.pictures.empty)
        self.comparing = Comparing(self.actions_, self.pictures, self)
        self.measuring = Measuring(self)
        self.naming = Naming(self)
        self.elsewhere = Elsewhere(self)
        self.racing = Racing(self)
        self.remembering = Remembering(self)
        self._centre.insertWidget(1, self.remembering.offer)
        self.problems = Problems(self)
        self._centre.insertWidget(1, self.problems.offer)
        self.queueing = Queueing(self)
        self.steering = Steering(self)
        self.staleness = Staleness(self)
        self.equipment = Equipment(self)
        self.advising = Advising(self)
        self.filming = Filming(self)
        self.telling = Telling(self)
        self.scrubbing = Scrubbing(self)
        self.kernels = Kernels(self)
        self.overlays = Overlays(self)
        self.trusting = Trusting(self)
        self.benchmarking = Benchmarking(self)
        self.weights = Weights(self)
        self.reading = Reading(self)
        self.reporting = Reporting(self)
        self.teaching = Teaching(self)
        self.workspaces = Workspaces(self)
        self.headroom = Headroom(self.menuBar(), self.tools)
        self.sittings = Sittings(self)
        self.commanding = Commanding(self)
        self.touring = Touring(self)
        self.guide = Guide(self)
        self._wire()
        self._restore()

    def _build_rows(self) -> None:
        self._recent = self.actions_.fill_menus(self)
        tools = self.tools = QToolBar(tr("Tools"))
        tools.setObjectName("toolrow")
        tools.setMovable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.actions_.fill_tools(tools, space)
        self.addToolBar(tools)
        for name in ("open", "save"):
            made = tools.widgetForAction(self.actions_[name])
            assert isinstance(made, QToolButton)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        one_to_one = tools.widgetForAction(self.actions_["one_to_one"])
        assert isinstance(one_to_one, QToolButton)
        one_to_one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        tools.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))
        for made in tools.findChildren(QToolButton):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if made.defaultAction() is not None:
                made.setAccessibleName(made.defaultAction().text())
        foot = self.statusBar()
        foot.setSizeGripEnabled(False)
        foot.addWidget(self.status, 1)

    def _build_centre(self) -> None:
        centre = QWidget()
        centre.setObjectName("centre")
        box = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        box.addWidget(self.pictures, 1)
        self._centre = box
        self.setCentralWidget(centre)

    def _fill_docks(self) -> None:
        for panel in (self.scans, self.runs):
            self.docking.add_list(panel)
        for words, page in ((tr("Method"), self.method), (tr("Result"), self.result), (tr("Info"), self.info)):
            self.choices.addTab(page, words)
        self.docking.add_controls(self.controls)
        self.loss.setObjectName("panel")
        self.loss.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for words, page in ((tr("Loss"), self.loss), (tr("Kernel"), self.kernel), (tr("Log"), self.log)):
            self.curves.addTab(page, words)

    def _wire(self) -> None:
        session, actions = self.session, self.actions_
        actions["open"].triggered.connect(self.opening.ask)
        actions["phantom"].triggered.connect(self.opening.open_phantom)
        actions["quit"].triggered.connect(self.close)
        self.opening.paths_chosen.connect(session.open)
        self.scans.open_requested.connect(self.opening.ask)
        self.scans.chosen.connect(session.choose_scan)
        self.runs.chosen.connect(session.choose_run)
        self.pictures.empty.open_requested.connect(self.opening.ask)
        self.pictures.empty.learn_requested.connect(self._learn)
        self.pictures.error.other_file.connect(self.opening.ask)
        self.pictures.error.retry.connect(self._retry)
        session.scan_opened.connect(self.opening.remember)
        session.methods_listed.connect(self.method.show_catalogue)
        self.method.preview_changed.connect(self.configure)
        self.banner.dismissed.connect(self._acknowledge)
        self.appearance.changed.connect(self.status.say)

    def _restore(self) -> None:
        self.banner.setVisible(not self.settings.is_on("acknowledged"))
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(1440, 900).boundedTo(room))
        geometry = self.settings.layout("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.show_docks(False)
        self.setAcceptDrops(True)

    def start(self, paths: list[str]) -> None:
        """Start the engine and open what the person named."""
        self.pictures.setFocus()
        if self.settings.repaired:
            words = interpreted(self.settings.repaired)
            self.log.add(words)
            self.status.say(words, "warn")
        self.session.start_engine()
        self.configure()
        self.session.chronicle.ask()
        self.opening.open_files(paths)

    def show_docks(self, on: bool) -> None:
        """The first screen has the window to itself; the docks come with the first scan."""
        self.docking.show(on)

    def childEvent(self, event: QChildEvent) -> None:
        # Qt makes the tabs of docks that share a place by itself, and anew whenever they move.
        if event.polished() and isinstance(event.child(), QTabBar):
            event.child().setAccessibleName(tr("Panels that share this place"))
        super().childEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.teaching.close()
        self.method.remember()
        self.settings.set_layout("geometry", self.saveGeometry())
        self.workspaces.leave()
        self.settings.sync()
        self.hide()
        self.filming.player.pause()
        self.measuring.close()
        self.sittings.close()
        self.reporting.close()
        self.pictures.compare.close_work()
        self.trusting.close()
        self.racing.lanes.close()
        self.session.close()
        super().closeEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting the key of the flip go ends it."""
        if not event.isAutoRepeat() and self.actions_.is_let_go("flip", event.key()):
            self.comparing.end_flip()
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.opening.consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.opening.consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.opening.take(event)

    @Slot()
    def configure(self) -> None:
        """Tell the engine the settings that it must know."""
        self.session.configure(self.settings.text("weights"), self.method.preview_seconds, self.remembering.room)

    @Slot()
    def _acknowledge(self) -> None:
        self.settings.set_on("acknowledged", True)
        self.pictures.setFocus()

    @Slot()
    def _retry(self) -> None:
        if self.session.scan is not None:
            self.session.open([self.session.scan.path])

    @Slot(str)
    def _learn(self, action: str) -> None:
        self.actions_[action].trigger()
