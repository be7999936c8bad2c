"""The index of all runs: one SQLite file, quick to list and of no worth by itself: the folders can make it again."""

from __future__ import annotations

import contextlib
import io
import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from ussr_engine.archive import from_text, to_text
from ussr_engine.errors import UnreadableFile
from ussr_engine.history.card import RunCard, State, Thumbnail
from ussr_engine.result import Scores

NAME = "index.sqlite"
SCHEMA = 1
CLASSES = (RunCard, State, Scores)
"""Everything that a card may hold."""
WAITS = 5.0
"""Seconds for which another process may be writing."""
BACKUPS = 3
"""Damaged files that are kept to be looked at."""

TABLE = """
CREATE TABLE runs (
    run TEXT PRIMARY KEY, started REAL NOT NULL, size INTEGER NOT NULL, stamp INTEGER NOT NULL,
    card TEXT NOT NULL, thumbnail BLOB
) WITHOUT ROWID
"""


class Index:
    """Cards by the name of their run.

    Raises
    ------
    sqlite3.Error
        From every method, where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        # One that nobody closed is closed when it is forgotten, in whichever thread that may be.
        self._data = sqlite3.connect(path, timeout=WAITS, isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._data.close).atexit = False
        try:
            self._prepare()
        except BaseException:
            self._data.close()
            raise

    @classmethod
    def opened(cls, root: Path) -> tuple[Index, str]:
        """The index below a folder, and what had to be done: one that is damaged, or made by a newer program, is set
        aside and begun anew."""  # noqa: D205, D209 - one sentence
        path = root / NAME
        try:
            return cls(path), ""
        except (sqlite3.DatabaseError, UnreadableFile) as error:
            if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                raise
            aside = set_aside(path)
            return cls(path), f"The list of runs was damaged. It was made anew; the old one is kept as {aside.name}."

    def close(self) -> None:
        """Let the file go."""
        self._data.close()

    def stamps(self) -> dict[str, int]:
        """When the record of each run was last written, as far as the index knows."""
        return dict(self._data.execute("SELECT run, stamp FROM runs"))

    def cards(self) -> Iterator[RunCard]:
        """All of them, the oldest first; a line that cannot be read is left out."""
        for text, thumbnail in self._data.execute("SELECT card, thumbnail FROM runs ORDER BY started, run").fetchall():
            with contextlib.suppress(UnreadableFile):
                yield replace(_card(text), thumbnail=_picture(thumbnail))

    def card(self, run: str) -> RunCard | None:
        """One of them."""
        found = self._data.execute("SELECT card, thumbnail FROM runs WHERE run = ?", (run,)).fetchone()
        with contextlib.suppress(UnreadableFile):
            return replace(_card(found[0]), thumbnail=_picture(found[1])) if found else None
        return None

    def put(self, card: RunCard, stamp: int) -> None:
        """Add a card, or take it in the place of the one that was there."""
        text, picture = to_text(replace(card, thumbnail=None)), _bytes(card.thumbnail)
        row = (card.run, card.started, card.size, stamp, text, picture)
        self._data.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?)", row)

    def drop(self, run: str) -> None:
        """Forget a run."""
        self._data.execute("DELETE FROM runs WHERE run = ?", (run,))

    def used(self) -> int:
        """Bytes of all runs."""
        return int(self._data.execute("SELECT coalesce(sum(size), 0) FROM runs").fetchone()[0])

    def _prepare(self) -> None:
        self._data.execute("PRAGMA journal_mode = WAL")
        self._data.execute("PRAGMA synchronous = NORMAL")
        found = self._data.execute("PRAGMA quick_check(1)").fetchone()
        if found is None or found[0] != "ok":
            raise UnreadableFile("The index is damaged.")
        version = int(self._data.execute("PRAGMA user_version").fetchone()[0])
        tables = {name for (name,) in self._data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables and not version:
            with contextlib.suppress(sqlite3.OperationalError):  # another process may have been quicker
                self._data.execute(TABLE)
                self._data.execute(f"PRAGMA user_version = {SCHEMA}")
        elif version != SCHEMA or "runs" not in tables:
            raise UnreadableFile(f"The index has the schema {version}, this program knows {SCHEMA}.")
        self._data.execute("SELECT run, started, size, stamp, card, thumbnail FROM runs LIMIT 1").fetchone()


def set_aside(path: Path) -> Path:
    """Move a damaged file out of the way, and forget the oldest of those that were moved before; give its new name."""
    aside = path.with_name(f"{path.stem}-damaged-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}{path.suffix}")
    os.replace(path, aside)
    for tail in ("-wal", "-shm"):  # they belong to the file that is gone
        path.with_name(path.name + tail).unlink(missing_ok=True)
    for old in sorted(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}"))[:-BACKUPS]:
        old.unlink(missing_ok=True)
    return aside


def _card(text: str) -> RunCard:
    card = from_text(text, CLASSES)
    if not isinstance(card, RunCard):
        raise UnreadableFile("A card is damaged.")
    return card


def _bytes(picture: Thumbnail | None) -> bytes | None:
    if picture is None:
        return None
    stream = io.BytesIO()
    np.save(stream, picture, allow_pickle=False)
    return stream.getvalue()


def _picture(stored: bytes | None) -> Thumbnail | None:
    if not stored:
        return None
    try:
        picture: Thumbnail = np.load(io.BytesIO(stored), allow_pickle=False)
    except (ValueError, EOFError, OSError):
        return None
    return picture if picture.dtype == np.uint8 and picture.ndim in (2, 3) else None
