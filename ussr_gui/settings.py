"""What the window remembers from one day to the next."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

ORGANISATION = "USSR"
APPLICATION = "ussr"
SETTINGS_FILE = "window.ini"
LANGUAGE = "language"
RECENT_LIMIT = 8
UI_SCALES = (100, 125, 150, 175, 200)
FORMAT = 1
"""Of the file; a larger one is of a newer program."""
LARGEST = 2**31
BACKUPS = 3
"""Damaged files that are kept to be looked at."""


class Settings:
    """Typed access to the settings file (an INI file in the person's configuration folder).

    A file that is damaged, or that a newer program wrote, is set aside and everything is as on the first day.
    """

    def __init__(self) -> None:
        # The path is named, because Qt looks up the configuration folder only once per process.
        self._path = user_config_path(APPLICATION, appauthor=False) / SETTINGS_FILE
        self.repaired = ""
        """What had to be done to the file, in words."""
        self._store = QSettings(str(self._path), QSettings.Format.IniFormat)
        if problem := self._problem():
            del self._store
            self._set_aside(problem, moved=True)
            self._store = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._store.setValue("format", str(FORMAT))

    def text(self, name: str, default: str = "") -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        self._store.setValue(name, value)

    def whole(self, name: str, default: int) -> int:
        try:
            number = int(self.text(name, str(default)))
        except ValueError:
            return default
        return number if abs(number) < LARGEST else default

    def set_whole(self, name: str, value: int) -> None:
        self._store.setValue(name, str(value))

    def is_on(self, name: str, default: bool = False) -> bool:
        return self.text(name, "on" if default else "off") == "on"

    def set_on(self, name: str, value: bool) -> None:
        self._store.setValue(name, "on" if value else "off")

    def record(self, name: str) -> dict[str, Any]:
        """A small dictionary kept as JSON; an unreadable one counts as empty, and the file is copied as it was."""
        try:
            value = json.loads(self.text(name, "{}"))
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            return value
        self._set_aside(f"The setting {name} was damaged and counts as empty.", moved=False)
        return {}

    def set_record(self, name: str, value: dict[str, Any]) -> None:
        self._store.setValue(name, json.dumps(value))

    def layout(self, name: str) -> QByteArray:
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, value: QByteArray) -> None:
        self._store.setValue(name, value)

    def stored(self) -> dict[str, str | QByteArray]:
        """Everything that is remembered, as it lies in the file."""
        values = {name: self._store.value(name) for name in sorted(self._store.allKeys())}
        return {name: value if isinstance(value, QByteArray) else str(value) for name, value in values.items()}

    @property
    def ever_recent(self) -> list[str]:
        """Files opened lately, also those that are gone, newest first."""
        try:
            paths = json.loads(self.text("recent", "[]"))
        except (ValueError, RecursionError):
            return []
        return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []

    @property
    def recent(self) -> list[str]:
        """Files opened lately that are still there, newest first."""
        return [path for path in self.ever_recent if _is_file(path)]

    def add_recent(self, path: str) -> None:
        paths = [path, *(p for p in self.recent if p != path)]
        self._store.setValue("recent", json.dumps(paths[:RECENT_LIMIT]))

    def clear_recent(self) -> None:
        self._store.remove("recent")

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved; the home folder when that is gone."""
        folder = self.text("folder")
        return folder if folder and "\0" not in folder and Path(folder).is_dir() else str(Path.home())

    @folder.setter
    def folder(self, value: str) -> None:
        self.set_text("folder", value)

    def sync(self) -> None:
        """Write what has changed to the disk."""
        self._store.sync()

    def _problem(self) -> str:
        """What is wrong with the file; empty where nothing is, or there is none."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError:
            return "The settings could not be read."
        self._store.allKeys()
        if not content.strip() or b"\0" in content or self._store.status() != QSettings.Status.NoError:
            return "The settings were damaged and are as on the first day."
        if self.whole("format", FORMAT) > FORMAT:
            return "The settings are those of a newer program; these are as on the first day."
        return ""

    def _set_aside(self, words: str, moved: bool) -> None:
        """Keep the file as it is under another name, once in a sitting; no more than a few of them."""
        if self.repaired or not self._path.exists():
            return
        aside = self._path.with_name(f"window-damaged-{time.strftime('%Y%m%d-%H%M%S')}.ini")
        try:
            (os.replace if moved else shutil.copyfile)(self._path, aside)
        except OSError as error:
            self.repaired = f"{words} The old file could not be kept ({error.strerror})."
            return
        self.repaired = f"{words} The old file is kept as {aside.name}."
        for old in sorted(self._path.parent.glob("window-damaged-*.ini"))[:-BACKUPS]:
            old.unlink(missing_ok=True)


def kept_language() -> str:
    """The language that the person chose; empty where it is the system's.  The file is only read."""
    path = user_config_path(APPLICATION, appauthor=False) / SETTINGS_FILE
    value = QSettings(str(path), QSettings.Format.IniFormat).value(LANGUAGE) if _is_file(str(path)) else None
    return value if isinstance(value, str) else ""


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
