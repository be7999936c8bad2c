"""The docks around the pictures: which panel stands where, and how wide it is at first."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QSplitter, QTabBar, QTabWidget, QVBoxLayout, QWidget

from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.panels.parts import Tool, label, row
from ussr_gui.settings import Settings

LAYOUT = "layout-4"
"""Name of the stored layouts, one a workspace; another number when the docks change."""

LISTS = "lists-2"
"""The same for how high the list of scans is."""

DOCKS = {"lists": "panel_lists", "steer": "panel_steer", "curves": "panel_curves"}
"""The action that shows or hides each dock."""

ROOMY, WIDTH = 1200, 400
"""From this width of the window on a side panel gets that much of it, when it comes."""

HEIGHT = 320
"""That much a panel below the pictures gets, where the window has three times as much."""


class SideDock(QDockWidget):
    """A panel beside the method's, that an action brings and puts away; it may be moved and may float.

    One ``below`` the pictures comes also before there is a scan.
    """

    def __init__(
        self,
        window: QMainWindow,
        name: str,
        panel: QWidget,
        toggle: QAction,
        settings: Settings,
        below: bool = False,
    ) -> None:
        super().__init__(toggle.text(), window)
        self._below = below
        self.setObjectName(name)
        self._window, self._toggle, self._settings, self._open = window, toggle, settings, False
        self.setFeatures(self.DockWidgetFeature.DockWidgetMovable | self.DockWidgetFeature.DockWidgetFloatable)
        self._close, head = Tool("x", tr("Close the panel")), QFrame()
        self._close.clicked.connect(toggle.toggle)
        toggle.changed.connect(self._tell_keys)
        self._tell_keys()
        head.setObjectName("dockhead")
        words = tr(name.capitalize())
        title = row(label(words, "title"), None, self._close)
        title.setContentsMargins(12, 2, 8, 2)
        head.setLayout(title)
        head.setToolTip(tr("Drag to put the panel elsewhere; double click to let it float"))
        self.setTitleBarWidget(head)
        self.setWindowTitle(words)
        panel.setMinimumWidth(theme.pixels(0 if below else 292))
        self.setWidget(panel)
        toggle.setChecked(settings.is_on(toggle.objectName()))
        toggle.toggled.connect(self._want)

    def admit(self, on: bool) -> None:
        """Whether there is a scan to show panels for; the panel comes where it is wanted."""
        self._open = on or self._below
        self.setVisible(self._open and self._toggle.isChecked())

    def bring(self) -> None:
        """To the front, as if the person had called it."""
        self._toggle.setChecked(True)
        self._come()

    def bring_alone(self) -> None:
        """To the front, also where no scan is open and no other panel is there."""
        self._open = True
        self._toggle.setChecked(True)
        self.show()
        self._come()

    @Slot()
    def _tell_keys(self) -> None:
        self._close.tell_keys(self._toggle.shortcut())

    @Slot(bool)
    def _want(self, on: bool) -> None:
        self._settings.set_on(self._toggle.objectName(), on)
        self.setVisible(on and self._open)
        if on:
            self._come()

    def _come(self) -> None:
        self.raise_()
        if self._below:
            height = max(self.height(), min(theme.pixels(HEIGHT), self._window.height() // 3))
            self._window.resizeDocks([self], [height], Qt.Orientation.Vertical)
        elif self._window.width() >= ROOMY and not self.isFloating():
            width = max(self.width(), min(theme.pixels(WIDTH), self._window.width() // 3))
            self._window.resizeDocks([self], [width], Qt.Orientation.Horizontal)


class Docking:
    """Lists to the left, tabs to choose and read to the right, curves below; side panels share the right."""

    def __init__(self, window: QMainWindow, settings: Settings, actions: Actions) -> None:
        self._window, self._settings, self._actions = window, settings, actions
        self._workspace = ""
        self._open = False
        self._sides: list[SideDock] = []
        self._below: list[SideDock] = []
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.lists = QSplitter(Qt.Orientation.Vertical)
        self.choices = _tabs(tr("Method, result and scan"))
        self.curves = _tabs(tr("Loss, kernel and log"))
        self._steer = QWidget()
        self._steer.setObjectName("panel")
        column = QVBoxLayout(self._steer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choices, 1)
        areas = Qt.DockWidgetArea
        self.left = self._dock("lists", tr("Scans and runs"), self.lists, areas.LeftDockWidgetArea, 200)
        self.right = self._dock("steer", tr("Method and training"), self._steer, areas.RightDockWidgetArea, 292)
        self.bottom = self._dock("curves", tr("Loss and log"), self.curves, areas.BottomDockWidgetArea, 0)
        self._docks = {"lists": self.left, "steer": self.right, "curves": self.bottom}
        for action in DOCKS.values():
            actions[action].setChecked(True)
            actions[action].toggled.connect(self._show_wanted)

    def add_list(self, panel: QWidget) -> None:
        """One more list on the left, below the others."""
        self.lists.addWidget(panel)

    def add_controls(self, controls: QWidget) -> None:
        """What stays in sight under the tabs on the right."""
        layout = self._steer.layout()
        assert layout is not None
        layout.addWidget(controls)

    def add_side(self, name: str, panel: QWidget, toggle: QAction) -> SideDock:
        """A panel that shares the right with the method's; ``toggle`` brings it and puts it away."""
        side = SideDock(self._window, name, panel, toggle, self._settings)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, side)
        self._window.tabifyDockWidget(self._sides[-1] if self._sides else self.right, side)
        self._sides.append(side)
        return side

    def add_below(self, name: str, panel: QWidget, toggle: QAction) -> SideDock:
        """A panel that shares the place of the curves."""
        side = SideDock(self._window, name, panel, toggle, self._settings, below=True)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, side)
        self._window.tabifyDockWidget(self.bottom, side)
        side.admit(False)
        self._below.append(side)
        return side

    def show(self, on: bool) -> None:
        """The first screen has the window to itself; the docks come with the first scan."""
        if on != self._open or not on:
            self._open = on
            self._show_wanted()
            if on:
                self._arrange()
            else:
                for bar in self._tab_bars():  # Qt leaves those lying about whose panels have all gone
                    bar.hide()

    def settle(self, workspace: str, docks: Collection[str]) -> None:
        """Put the docks where they were when this workspace was left; at first, show these."""
        self.remember()
        self._workspace = workspace
        shown = self._settings.record(f"docks/{workspace}") or {name: name in docks for name in DOCKS}
        for name, action in DOCKS.items():
            self._actions[action].setChecked(bool(shown.get(name, True)))
        if self._open:
            self._arrange()

    def remember(self) -> None:
        """Keep where the docks are in this workspace; not before they were seen."""
        if self._open and self._workspace:
            self._settings.set_layout(f"{LAYOUT}/{self._workspace}", QByteArray(self._window.saveState()))
            self._settings.set_layout(f"{LISTS}/{self._workspace}", QByteArray(self.lists.saveState()))
            shown = {name: self._actions[action].isChecked() for name, action in DOCKS.items()}
            self._settings.set_record(f"docks/{self._workspace}", shown)

    def _arrange(self) -> None:
        """Give the docks the sizes of the last time, else usual ones."""
        layout = self._settings.layout(f"{LAYOUT}/{self._workspace}")
        if not layout.isEmpty():
            before = self._tab_bars()
            self._window.restoreState(layout)
            if len(self._tab_bars()) > len(before):  # Qt makes the tabs anew, and leaves the old ones lying about
                for bar in before:
                    bar.hide()
            self.lists.restoreState(self._settings.layout(f"{LISTS}/{self._workspace}"))
            self._show_wanted()
            return
        width, height = self._window.width(), self._window.height()
        self._window.resizeDocks([self.left, self.right], [min(256, width // 5), 308], Qt.Orientation.Horizontal)
        self._window.resizeDocks([self.bottom], [min(236, height * 3 // 10)], Qt.Orientation.Vertical)

    def _tab_bars(self) -> list[QTabBar]:
        """Those of docks that share a place."""
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _show_wanted(self) -> None:
        for name, dock in self._docks.items():
            dock.setVisible(self._open and self._actions[DOCKS[name]].isChecked())
        for side in (*self._sides, *self._below):
            side.admit(self._open)

    def _dock(self, name: str, words: str, body: QWidget, area: Qt.DockWidgetArea, width: int) -> QDockWidget:
        dock = QDockWidget(words, self._window)
        dock.setObjectName(name)
        dock.setTitleBarWidget(QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        body.setMinimumWidth(theme.pixels(width))
        dock.setWidget(body)
        self._window.addDockWidget(area, dock)
        return dock


def _tabs(name: str) -> QTabWidget:
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.setAccessibleName(name)
    return tabs
