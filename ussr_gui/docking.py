"""The docks around the pictures: which panel stands where, and how wide it is at first."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ussr_gui import theme
from ussr_gui.panels.parts import Tool, label, row
from ussr_gui.settings import Settings

LAYOUT = "layout-2"
"""Name of the stored layout; another number when the docks change."""

LISTS = "lists-1"
"""The same for how high the list of scans is."""

ROOMY, WIDTH = 1200, 400
"""From this width of the window on a side panel gets that much of it, when it comes."""


class SideDock(QDockWidget):
    """A panel beside the method's, that an action brings and puts away; it may be moved and may float."""

    def __init__(self, window: QMainWindow, name: str, panel: QWidget, toggle: QAction, settings: Settings) -> None:
        super().__init__(toggle.text(), window)
        self.setObjectName(name)
        self._window, self._toggle, self._settings, self._open = window, toggle, settings, False
        self.setFeatures(self.DockWidgetFeature.DockWidgetMovable | self.DockWidgetFeature.DockWidgetFloatable)
        keys = toggle.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        close, head = Tool("x", "Close the panel", keys), QFrame()
        close.clicked.connect(toggle.toggle)
        head.setObjectName("dockhead")
        title = row(label(name.capitalize(), "title"), None, close)
        title.setContentsMargins(12, 2, 8, 2)
        head.setLayout(title)
        head.setToolTip("Drag to put the panel elsewhere; double click to let it float")
        self.setTitleBarWidget(head)
        self.setWindowTitle(name.capitalize())
        panel.setMinimumWidth(theme.pixels(292))
        self.setWidget(panel)
        toggle.setChecked(settings.is_on(toggle.objectName()))
        toggle.toggled.connect(self._want)

    def admit(self, on: bool) -> None:
        """Whether there is a scan to show panels for; the panel comes where it is wanted."""
        self._open = on
        self.setVisible(on and self._toggle.isChecked())

    def bring(self) -> None:
        """To the front, as if the person had called it."""
        self._toggle.setChecked(True)
        self.raise_()

    @Slot(bool)
    def _want(self, on: bool) -> None:
        self._settings.set_on(self._toggle.objectName(), on)
        self.setVisible(on and self._open)
        if on:
            self.raise_()
            if self._window.width() >= ROOMY and not self.isFloating():
                width = max(self.width(), min(theme.pixels(WIDTH), self._window.width() // 3))
                self._window.resizeDocks([self], [width], Qt.Orientation.Horizontal)


class Docking:
    """Lists to the left, tabs to choose and read to the right, curves below; side panels share the right."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings
        self._sides: list[SideDock] = []
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.lists = QSplitter(Qt.Orientation.Vertical)
        self.choices = _tabs("Method, result and scan")
        self.curves = _tabs("Loss, kernel and log")
        self._steer = QWidget()
        self._steer.setObjectName("panel")
        column = QVBoxLayout(self._steer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choices, 1)
        self.left = self._dock("lists", "Scans and runs", self.lists, Qt.DockWidgetArea.LeftDockWidgetArea, 200)
        self.right = self._dock("steer", "Method and training", self._steer, Qt.DockWidgetArea.RightDockWidgetArea, 292)
        self.bottom = self._dock("curves", "Loss and log", self.curves, Qt.DockWidgetArea.BottomDockWidgetArea, 0)
        self._proportioned = False

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

    def show(self, on: bool) -> None:
        """The first screen has the window to itself; the docks come with the first scan."""
        for dock in (self.left, self.right, self.bottom):
            dock.setVisible(on)
        for side in self._sides:
            side.admit(on)
        if on and not self._proportioned:
            self._proportioned = True
            width, height = self._window.width(), self._window.height()
            self._window.resizeDocks([self.left, self.right], [min(256, width // 5), 308], Qt.Orientation.Horizontal)
            self._window.resizeDocks([self.bottom], [min(236, height * 3 // 10)], Qt.Orientation.Vertical)

    def restore(self) -> None:
        """Put the docks where they were when the window was closed."""
        layout = self._settings.layout(LAYOUT)
        self._proportioned = not layout.isEmpty()
        if not layout.isEmpty():
            self._window.restoreState(layout)
            self.lists.restoreState(self._settings.layout(LISTS))

    def remember(self) -> None:
        """Keep where the docks are; not before they were seen."""
        if self.bottom.isVisibleTo(self._window):
            self._settings.set_layout(LAYOUT, QByteArray(self._window.saveState()))
            self._settings.set_layout(LISTS, QByteArray(self.lists.saveState()))

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
