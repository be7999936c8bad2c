"""The command palette and the person's own keys at work on the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_gui.panels.command_palette import CommandPalette
from ussr_gui.panels.commands import Command
from ussr_gui.panels.shortcuts import ShortcutsDialog
from ussr_gui.wishes import WISHES

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

RECORD = "commands"
MOST_RECENT = 8


class Commanding(QObject):
    """Opens both, runs what the palette found, and tells those who name the keys that open a scan."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._actions, self._settings = window, window.actions_, window.settings
        self.palette = CommandPalette(self._commands, window)
        self.dialog = ShortcutsDialog(self._actions, window.shortcuts, window)
        self.palette.chosen.connect(self._run)
        self._actions["palette"].triggered.connect(self._find)
        self._actions["shortcuts"].triggered.connect(self._open)
        self._actions.keys_changed.connect(self._follow)
        self._follow("open")

    def _commands(self) -> list[Command]:
        made = []
        for wish in WISHES:
            action = self._actions[wish.id]
            if wish.id != "palette":
                words = action.text().replace("&&", "&")
                keys, why_not = self._actions.spelled(wish.id), self._actions.why_not(wish.id)
                picture = self._actions.picture(wish.id)
                tip = self._actions.tip(wish.id)
                made.append(Command(wish.id, picture, words, wish.path, tip, keys, why_not, action.isChecked()))
        return made

    @property
    def _recent(self) -> list[str]:
        kept = self._settings.record(RECORD).get("recent", [])
        return [str(name) for name in kept] if isinstance(kept, list) else []

    @Slot()
    def _find(self) -> None:
        if self.palette.isVisible():
            self.palette.leave()
        else:
            self.palette.open(self._recent)

    @Slot(str)
    def _run(self, name: str) -> None:
        recent = [name, *(one for one in self._recent if one != name)]
        self._settings.set_record(RECORD, {"recent": recent[:MOST_RECENT]})
        self._actions[name].trigger()

    @Slot()
    def _open(self) -> None:
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == "open":
            keys = self._actions[name].shortcut()
            self._window.scans.more.tell_keys(keys)
            self._window.pictures.empty.tell_keys(keys)
