"""What is done, on disk: rows in an SQLite file, pictures as PNG beside it.  One benchmark writes at a time."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from pathlib import Path

import numpy as np

from ussr_engine.benchmark.cells import Done, Row
from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.metrics import Levels

FILE = "cells.sqlite"


class Ledger:
    """The rows below a folder.  A cell is in it wholly or not at all, whatever kills the program.

    Raises
    ------
    BadRequest
        While another benchmark writes there.
    UnreadableFile, UnwritableFile
        Where the file is damaged or the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pictures = folder / "pictures"
        try:
            self.pictures.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(folder / FILE, timeout=1, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._file.close()
                raise
        except OSError as error:
            raise UnwritableFile(f"{folder} cannot be written ({error.strerror}).", "Choose another folder.") from error
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise BadRequest(
                    f"Another benchmark is writing to {folder}.", "Wait for it or choose another."
                ) from None
            raise UnwritableFile(f"{folder / FILE} cannot be written ({error}).", "Choose another folder.") from error
        except sqlite3.DatabaseError as error:
            raise UnreadableFile(f"{folder / FILE} is damaged ({error}).", "Choose another folder.") from error

    def _prepare(self) -> None:
        self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.execute("BEGIN EXCLUSIVE")
        self._file.execute("CREATE TABLE IF NOT EXISTS cells (key TEXT PRIMARY KEY, row TEXT NOT NULL)")
        self._file.execute("COMMIT")

    def rows(self) -> dict[str, Row]:
        """Every row by its key, in the order in which they came."""
        try:
            told = self._file.execute("SELECT row FROM cells ORDER BY rowid").fetchall()
            rows = [Row(**{**json.loads(text), "notes": tuple(json.loads(text)["notes"])}) for (text,) in told]
        except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
            raise UnreadableFile(f"{self.folder / FILE} is damaged ({error}).", "Choose another folder.") from error
        return {row.key: row for row in rows}

    def keep(self, done: Done) -> None:
        """Write a picture, if there is one, then its row: no row is there before its picture."""
        from PIL import Image

        row = done.row
        try:
            if done.picture is not None:
                with replaced(self.pictures / f"{row.key}.png") as temporary:
                    Image.fromarray(done.picture).save(temporary, format="PNG")
            text = json.dumps(dataclasses.asdict(row))
            self._file.execute("INSERT OR REPLACE INTO cells VALUES (?, ?)", (row.key, text))
        except (OSError, sqlite3.OperationalError) as error:
            raise UnwritableFile(f"{self.folder} cannot be written ({error}).", "Free some space there.") from error

    def picture(self, key: str) -> Levels | None:
        """The result of a cell; None where there is none or it can no longer be read."""
        from PIL import Image

        try:
            with Image.open(self.pictures / f"{key}.png", formats=["PNG"]) as picture:
                levels: Levels = np.asarray(picture, dtype=np.uint8)
        except (OSError, ValueError):
            return None
        return levels

    def close(self) -> None:
        """Let another benchmark write here."""
        self._file.close()
