"""Buttons that are an action of the window, wherever they stand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from ussr_gui import theme
from ussr_gui.panels.parts import Button


class ActionTool(QToolButton):
    """An action as its icon alone, as large as the theme's words want it."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text())
        theme.look.changed.connect(self._take_look)
        self._take_look()

    @Slot()
    def _take_look(self) -> None:
        self.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))


class ActionButton(Button):
    """An action as a push button with words; it follows the action's own, and its icon ``picture``."""

    def __init__(self, action: QAction, picture: str, kind: str = "") -> None:
        super().__init__(action.text(), picture, kind)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())
