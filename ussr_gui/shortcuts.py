"""The person's own keys: which action has which, whose a key is, and which keys nobody can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence

from ussr_gui.actions import NATIVE, PORTABLE, Actions
from ussr_gui.language import tr
from ussr_gui.settings import Settings
from ussr_gui.wishes import RESERVED, WISHES, Wish

RECORD = "shortcuts"
USUAL = {wish.id: wish.keys for wish in WISHES}
NAMED = {wish.id: wish for wish in WISHES}

DIGITS = dict(zip("!@#$%^&*()", "1234567890", strict=True))
"""What Shift makes of a digit where the keyboard is American: there the two are one key."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key that another action has."""

    keys: str
    owner: Wish

    def __str__(self) -> str:
        return tr("{keys} belongs to {title}").format(keys=spelled(self.keys), title=self.owner.title)


class Shortcuts(QObject):
    """Gives keys to actions and keeps what differs from the usual ones."""

    def __init__(self, actions: Actions, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        for name, keys in settings.record(RECORD).items():
            if name in NAMED and isinstance(keys, list):
                sound = [one for one in map(_clean, keys) if one and not refusal(one)]
                if sound or not keys:  # of keys that are none at all, the usual ones are better than none
                    self._hand(name, sound)

    def conflicts(self, name: str, keys: Sequence[str]) -> list[Conflict]:
        """Which of these keys another action has."""
        others = [wish for wish in WISHES if wish.id != name]
        return [
            Conflict(mine, wish)
            for one in keys
            for wish in others
            for mine in self._actions.keys(wish.id)
            if _plain(mine) == _plain(one)
        ]

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Give an action these keys and no others; whoever had one of them loses it."""
        self._hand(name, keys)
        self._keep()

    def reset_all(self) -> None:
        """The usual keys for every action."""
        for name, keys in USUAL.items():
            if self.is_own(name):
                self._actions.set_keys(name, keys)
        self._keep()

    def is_own(self, name: str) -> bool:
        """Whether an action's keys are not the usual ones."""
        return self._actions.keys(name) != tuple(map(_clean, USUAL[name]))

    def _hand(self, name: str, keys: Sequence[str]) -> None:
        for conflict in self.conflicts(name, keys):
            left = [one for one in self._actions.keys(conflict.owner.id) if one != conflict.keys]
            self._actions.set_keys(conflict.owner.id, left)
        self._actions.set_keys(name, list(dict.fromkeys(keys)))

    def _keep(self) -> None:
        own = {name: list(self._actions.keys(name)) for name in NAMED if self.is_own(name)}
        self._settings.set_record(RECORD, own)
        self._settings.sync()


def refusal(keys: str) -> str:
    """Why no action can have these keys; empty if one can."""
    wanted = QKeySequence(keys)[0]
    for reserved, why, always in RESERVED:
        for one in map(QKeySequence, reserved):
            if wanted == one[0] or (always and wanted.key() == one[0].key()):
                return tr("{keys} cannot be chosen: {why}").format(keys=spelled(keys), why=why)
    bare = wanted.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return "" if bare or wanted.key() else tr("This key cannot be chosen")


def spelled(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(NATIVE)


def _clean(keys: object) -> str:
    return QKeySequence(keys).toString(PORTABLE) if isinstance(keys, str) else ""


def _plain(keys: str) -> str:
    """One spelling for keys that are the same under the fingers."""
    head, last = keys[:-1].replace("Shift+", ""), keys[-1:]
    return f"{head}Shift+{DIGITS[last]}" if last in DIGITS else keys
