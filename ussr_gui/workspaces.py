"""Three ways to furnish one program: to read, to research, to teach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ussr_gui.docking import DOCKS
from ussr_gui.language import tr
from ussr_gui.panels.segments import Segments

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PREFIX = "workspace_"


@dataclass(frozen=True)
class Workspace:
    """What a workspace shows when one comes to it for the first time."""

    title: str
    panes: str
    docks: tuple[str, ...]
    words: int
    """Percent by which words and controls are larger than the person's own size."""
    names_hidden: bool


WORKSPACES = {
    "read": Workspace(tr("Read"), "panes_2", ("lists", "steer"), 100, False),
    "research": Workspace(tr("Research"), "panes_4", tuple(DOCKS), 100, False),
    "teach": Workspace(tr("Teach"), "panes_2", ("steer",), 125, True),
}
USUAL = "research"


class Workspaces(QObject):
    """Goes from one to another; each is found as it was left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings, self._actions = window, window.settings, window.actions_
        self.current = ""
        self.choice = Segments(tr("Workspace"), [(one.title, name) for name, one in WORKSPACES.items()])
        self.choice.chosen.connect(self.enter)
        corner = QWidget(window.menuBar())  # which does not own a corner by itself
        box = QHBoxLayout(corner)
        box.setContentsMargins(0, 2, 8, 2)
        box.addWidget(self.choice)
        window.menuBar().setCornerWidget(corner, Qt.Corner.TopRightCorner)
        for name in WORKSPACES:
            self._actions[PREFIX + name].triggered.connect(self._choose)
        self._actions["full_screen"].toggled.connect(self._fill_screen)
        kept = self._settings.text("workspace", USUAL)
        self.enter(kept if kept in WORKSPACES else USUAL)

    @Slot(object)
    def enter(self, name: str) -> None:
        """Furnish the window for this; what the one before looks like is remembered."""
        if name == self.current:
            return
        wanted = WORKSPACES[name]
        kept = self._settings.record(f"workspace/{name}")
        self.leave()
        self.current = name
        self._settings.set_text("workspace", name)
        self.choice.choose(name)
        self._actions[PREFIX + name].setChecked(True)
        self._window.appearance.set_larger(wanted.words)
        self._window.docking.settle(name, wanted.docks)
        self._window.comparing.lay_out(str(kept.get("panes", wanted.panes)))
        self._actions["hide_names"].setChecked(bool(kept.get("names_hidden", wanted.names_hidden)))

    def leave(self) -> None:
        """Remember how this workspace looks."""
        if not self.current:
            return
        panes = next(name for name in ("panes_1", "panes_2", "panes_4", "panes_6") if self._actions[name].isChecked())
        hidden = self._actions["hide_names"].isChecked()
        self._settings.set_record(f"workspace/{self.current}", {"panes": panes, "names_hidden": hidden})
        self._window.docking.remember()

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.enter(action.objectName().removeprefix(PREFIX))

    @Slot(bool)
    def _fill_screen(self, on: bool) -> None:
        self._window.showFullScreen() if on else self._window.showNormal()
