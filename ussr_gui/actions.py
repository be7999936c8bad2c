"""Every action of the window as Qt knows it, made from the table of wishes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from ussr_gui.icons import icon
from ussr_gui.language import tr
from ussr_gui.wishes import NEEDS, RECENT_MENU, TOOL_ROW, WISHES, in_words, with_key

NATIVE, PORTABLE = QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText
HELD = {
    Qt.KeyboardModifier.ShiftModifier: Qt.Key.Key_Shift,
    Qt.KeyboardModifier.ControlModifier: Qt.Key.Key_Control,
    Qt.KeyboardModifier.AltModifier: Qt.Key.Key_Alt,
    Qt.KeyboardModifier.MetaModifier: Qt.Key.Key_Meta,
}
"""Which key is held for a modifier."""


class Actions(QObject):
    """Every action by its id.

    Signals
    -------
    keys_changed : str
        This action has other keys now.
    """

    keys_changed = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._by_id: dict[str, QAction] = {}
        self._tips = {wish.id: wish.tip for wish in WISHES}
        self._excuses = dict(NEEDS)
        self._pictures = {wish.id: wish.icon for wish in WISHES}
        groups: dict[str, QActionGroup] = {}
        for wish in WISHES:
            action = QAction(wish.text, window)
            action.setObjectName(wish.id)
            action.setShortcuts([QKeySequence(keys) for keys in wish.keys])
            action.setAutoRepeat(wish.repeats)
            action.setCheckable(wish.checkable)
            action.setStatusTip(wish.tip)
            if wish.group:
                group = groups.setdefault(wish.group, QActionGroup(window))
                if wish.optional:
                    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
                group.addAction(action)
            self._by_id[wish.id] = action
            self._explain(wish.id)
            action.enabledChanged.connect(self._follow)
        self["one_to_one"].setIconText("1:1")
        for name in ("open", "save"):  # Qt puts words 4 pixels behind the icon; a space sets them off
            self[name].setIconText(" " + self[name].iconText())
        self.redraw()

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def tip(self, name: str) -> str:
        """What it is for."""
        return self._tips[name]

    def picture(self, name: str) -> str:
        """Its icon's name."""
        return self._pictures[name]

    def why_not(self, name: str) -> str:
        """Why it cannot run now; empty when it can."""
        return "" if self[name].isEnabled() else self._excuses.get(name, tr("Not now"))

    def excuse(self, name: str, words: str) -> None:
        """Say why it cannot run while it is off; the tooltip says it too."""
        if self._excuses.get(name) != words:
            self._excuses[name] = words
            self._explain(name)

    def keys(self, name: str) -> tuple[str, ...]:
        """Its keys now, as they are stored: "Ctrl+S"."""
        return tuple(keys.toString(PORTABLE) for keys in self[name].shortcuts())

    def spelled(self, name: str) -> tuple[str, ...]:
        """Its keys now, as this system writes them."""
        return tuple(keys.toString(NATIVE) for keys in self[name].shortcuts())

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Give it these keys and no others; its tooltip names the first."""
        self[name].setShortcuts([QKeySequence(one) for one in keys])
        self._explain(name)
        self.keys_changed.emit(name)

    def is_let_go(self, name: str, key: int) -> bool:
        """Whether an action whose key is held ends when this key is let go."""
        for keys in self[name].shortcuts():
            last = keys[keys.count() - 1]
            held = [pressed for modifier, pressed in HELD.items() if modifier in last.keyboardModifiers()]
            if key in (last.key(), *held):
                return True
        return False

    def _explain(self, name: str) -> None:
        keys, why_not = self.spelled(name), self.why_not(name)
        words = f"{self._tips[name]} ({keys[0]})" if keys else self._tips[name]
        self[name].setToolTip(f"{words}\n{why_not}" if why_not else words)

    @Slot()
    def _follow(self) -> None:
        self._explain(self.sender().objectName())

    def rename(self, name: str, text: str, picture: str) -> None:
        """Give an action other words and another icon: Start becomes Pause."""
        self._pictures[name] = picture
        self[name].setText(text)
        self[name].setIcon(icon(picture))

    def enable(self, names: Iterable[str], on: bool) -> None:
        for name in names:
            self[name].setEnabled(on)

    def redraw(self) -> None:
        """Draw the icons again in the colours of the theme."""
        for name, picture in self._pictures.items():
            self[name].setIcon(icon(picture))

    def fill_menus(self, window: QMainWindow) -> QMenu:
        """Build the menu row; the menu of recent files comes back, to be filled."""
        menus: dict[str, QMenu] = {}

        def menu(path: str) -> QMenu:
            if path not in menus:
                parent, _, name = path.rpartition("/")
                menus[path] = (
                    menu(parent).addMenu(in_words(name)) if parent else window.menuBar().addMenu(with_key(name))
                )
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
