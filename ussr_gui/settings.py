"""What the window remembers from one day to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

ORGANISATION = "USSR"
APPLICATION = "ussr"
RECENT_LIMIT = 8
UI_SCALES = (100, 125, 150, 175, 200)


class Settings:
    """Typed access to the settings file (an INI file in the person's configuration folder)."""

    def __init__(self) -> None:
        # The path is named, because Qt looks up the configuration folder only once per process.
        path = user_config_path(APPLICATION, appauthor=False) / "window.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        self._store.setValue(name, value)

    def whole(self, name: str, default: int) -> int:
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            return default

    def set_whole(self, name: str, value: int) -> None:
        self._store.setValue(name, str(value))

    def is_on(self, name: str, default: bool = False) -> bool:
        return self.text(name, "on" if default else "off") == "on"

    def set_on(self, name: str, value: bool) -> None:
        self._store.setValue(name, "on" if value else "off")

    def record(self, name: str) -> dict[str, Any]:
        """A small dictionary kept as JSON; an unreadable one counts as empty."""
        try:
            value = json.loads(self.text(name, "{}"))
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def set_record(self, name: str, value: dict[str, Any]) -> None:
        self._store.setValue(name, json.dumps(value))

    def layout(self, name: str) -> QByteArray:
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, value: QByteArray) -> None:
        self._store.setValue(name, value)

    @property
    def recent(self) -> list[str]:
        """Files opened lately that are still there, newest first."""
        try:
            paths = json.loads(self.text("recent", "[]"))
        except (ValueError, RecursionError):
            return []
        return [str(p) for p in paths if Path(str(p)).is_file()] if isinstance(paths, list) else []

    def add_recent(self, path: str) -> None:
        paths = [path, *(p for p in self.recent if p != path)]
        self._store.setValue("recent", json.dumps(paths[:RECENT_LIMIT]))

    def clear_recent(self) -> None:
        self._store.remove("recent")

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved; the home folder when that is gone."""
        folder = self.text("folder")
        return folder if folder and Path(folder).is_dir() else str(Path.home())

    @folder.setter
    def folder(self, value: str) -> None:
        self.set_text("folder", value)

    def sync(self) -> None:
        """Write what has changed to the disk."""
        self._store.sync()
