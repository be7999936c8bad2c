"""Every action of the window as Qt knows it, made from the table of wishes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from ussr_gui.icons import icon
from ussr_gui.wishes import RECENT_MENU, TOOL_ROW, WISHES


class Actions:
    """Every action by its id."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_id: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for wish in WISHES:
            action = QAction(wish.text, window)
            action.setObjectName(wish.id)
            action.setShortcut(QKeySequence(wish.shortcut))
            action.setAutoRepeat(wish.repeats)
            action.setCheckable(wish.checkable)
            action.setStatusTip(wish.tip)
            if wish.group:
                group = groups.setdefault(wish.group, QActionGroup(window))
                if wish.optional:
                    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
                group.addAction(action)
            self._by_id[wish.id] = action
            self.explain(wish.id, wish.tip)
        self["one_to_one"].setIconText("1:1")
        for name in ("open", "save"):  # Qt puts words 4 pixels behind the icon; a space sets them off
            self[name].setIconText(" " + self[name].iconText())
        self["zoom_in"].setShortcuts([QKeySequence(keys) for keys in ("+", "=", "Ctrl++")])
        self["zoom_out"].setShortcuts([QKeySequence(keys) for keys in ("-", "Ctrl+-")])
        self.redraw()

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def explain(self, name: str, tip: str) -> None:
        """Set the tooltip; the keys are added."""
        self[name].setToolTip(f"{tip} ({self[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

    def rename(self, name: str, text: str, picture: str) -> None:
        """Give an action other words and another icon: Start becomes Pause."""
        self[name].setText(text)
        self[name].setIcon(icon(picture))

    def enable(self, names: Iterable[str], on: bool) -> None:
        for name in names:
            self[name].setEnabled(on)

    def redraw(self) -> None:
        """Draw the icons again in the colours of the theme."""
        for wish in WISHES:
            self[wish.id].setIcon(icon(wish.icon))

    def fill_menus(self, window: QMainWindow) -> QMenu:
        """Build the menu row; the menu of recent files comes back, to be filled."""
        menus: dict[str, QMenu] = {}

        def menu(path: str) -> QMenu:
            if path not in menus:
                parent, _, name = path.rpartition("/")
                menus[path] = menu(parent).addMenu(name) if parent else window.menuBar().addMenu(f"&{name}")
                menus[path].setToolTipsVisible(True)
            return menus[path]

        for wish in WISHES:
            if wish.rule:
                menu(wish.menu).addSeparator()
            menu(wish.menu).addAction(self[wish.id])
            if wish.id == "open":
                menu(RECENT_MENU)
        return menus[RECENT_MENU]

    def fill_tools(self, row: QToolBar, space: QWidget) -> None:
        """Build the tool row: Open, the icon-only tools, and Save at the far end."""
        row.addAction(self["open"])
        for group in TOOL_ROW:
            row.addSeparator()
            for name in group:
                row.addAction(self[name])
        row.addWidget(space)
        row.addAction(self["save"])
