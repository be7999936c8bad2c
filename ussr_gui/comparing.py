"""The View and Compare menus at work on the panes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from ussr_gui import outputs
from ussr_gui.actions import Actions
from ussr_gui.panels.pictures import PicturesPanel

ZOOM_STEP = 1.25
PANES = {"panes_1": 1, "panes_2": 2, "panes_4": 4}


class Comparing(QObject):
    """Layout, zoom, curtain, flip and difference."""

    def __init__(self, actions: Actions, pictures: PicturesPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._pictures, self._view = actions, pictures, pictures.compare
        self._panes = 4
        actions["panes_4"].setChecked(True)
        for name in PANES:
            actions[name].triggered.connect(self._lay_out)
        for number in range(1, 5):
            actions[f"show_{number}"].triggered.connect(self._go_to)
        actions["fit"].triggered.connect(self._view.fit)
        actions["one_to_one"].triggered.connect(self._view.one_to_one)
        actions["zoom_in"].triggered.connect(self._closer)
        actions["zoom_out"].triggered.connect(self._farther)
        actions["curtain"].toggled.connect(pictures.set_curtain)
        actions["sides"].triggered.connect(self._choose_sides)
        actions["flip"].toggled.connect(self._view.flip)
        actions["difference"].toggled.connect(self._show_difference)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Enable what can be done with the pictures there are."""
        count = len(self._view.outputs()) if self._pictures.shows_pictures else 0
        several = self._pictures.can_compare
        self._actions.enable(("fit", "one_to_one", "zoom_in", "zoom_out"), count > 0)
        self._actions.enable((*PANES, "curtain", "sides", "flip"), several)
        for number in range(1, 5):
            self._actions[f"show_{number}"].setEnabled(number <= count)
        keys = [output.key for output in self._view.outputs()] if several else []
        self._actions["difference"].setEnabled(outputs.DIFFERENCE in keys)

    def end_flip(self) -> None:
        self._actions["flip"].setChecked(False)

    @Slot()
    def _lay_out(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._actions["curtain"].setChecked(False)
        self._actions["difference"].setChecked(False)
        self._panes = PANES[action.objectName()]
        self._view.set_layout(self._panes)

    @Slot()
    def _go_to(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        number = int(action.objectName().removeprefix("show_"))
        self._view.set_active(self._view.outputs()[number - 1].key)

    @Slot()
    def _closer(self) -> None:
        self._view.zoom_by(ZOOM_STEP)

    @Slot()
    def _farther(self) -> None:
        self._view.zoom_by(1 / ZOOM_STEP)

    @Slot()
    def _choose_sides(self) -> None:
        self._actions["curtain"].setChecked(True)
        self._pictures.choose_sides()

    @Slot(bool)
    def _show_difference(self, on: bool) -> None:
        if on:
            self._actions["curtain"].setChecked(False)
            self._view.set_active(outputs.DIFFERENCE)
        self._view.set_layout(1 if on else self._panes)
