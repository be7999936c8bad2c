"""The overlays of the View menu at work: which maps the shown run has, and which of them lies over the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from ussr_gui import outputs
from ussr_gui.language import tr
from ussr_gui.records import Run
from ussr_gui.viewers.overlay import Overlay

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PREFIX = "overlay_"
NONE = "none"
MAPS = ("inferred", "uncertainty", "residual")
WITHOUT = tr("This run has no maps: choose SimReg, turn on its knob “Maps” and run again")
NO_RUN = tr("There is no result yet: choose SimReg, turn on its knob “Maps” and press Start")
OPACITY = "overlay_opacity"
OPAQUE = 45
"""Percent, at which map and picture are both seen."""


class Overlays(QObject):
    """Keeps the person's choice from run to run; each map of the shown run is coloured once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self._wanted = NONE
        self._run: Run | None = None
        self._made: dict[str, Overlay] = {}
        for name in (NONE, *MAPS):
            self._actions[PREFIX + name].triggered.connect(self._choose)
        session = self._session
        for signal in (session.scan_chosen, session.run_chosen, session.run_began, session.run_ended):
            signal.connect(self.follow)
        pictures = window.pictures
        pictures.bar.opacity.valueChanged.connect(self._see_through)
        pictures.bar.opacity.setValue(min(max(window.settings.whole(OPACITY, OPAQUE), 10), 100))
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Offer the maps of the run that is shown."""
        run = self._session.shown
        if run is not self._run or not self._made:
            self._run, self._made = run, _overlays(run)
        for name in MAPS:
            there = name in self._made
            self._actions[PREFIX + name].setEnabled(there)
            why_not = WITHOUT if run is not None and run.result is not None else NO_RUN
            self._actions.excuse(PREFIX + name, why_not)
        self._actions[PREFIX + NONE].setEnabled(bool(self._made))
        self._lay()

    @property
    def wanted(self) -> str:
        """The map that the person wants to see."""
        return self._wanted

    def choose(self, name: str) -> None:
        """Lay this map over the panes wherever the shown run has it."""
        self._wanted = name
        self._lay()

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.choose(action.objectName().removeprefix(PREFIX))

    def _lay(self) -> None:
        name = self._wanted if self._wanted in self._made else NONE
        self._actions[PREFIX + name].setChecked(True)
        self._window.pictures.show_overlay(self._made.get(name))

    @Slot(int)
    def _see_through(self, percent: int) -> None:
        self._window.settings.set_whole(OPACITY, percent)
        self._window.pictures.compare.dressing.set_opacity(percent / 100)


def _overlays(run: Run | None) -> dict[str, Overlay]:
    if run is None or run.result is None:
        return {}
    over = outputs.result_of(run)
    assert over is not None
    return {name: Overlay(one, over) for name, one in run.result.maps.items()}
