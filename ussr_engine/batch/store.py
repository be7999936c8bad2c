"""The tables of the queue's file: made where there are none, refused where a newer program made them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ussr_engine.errors import UnreadableFile

VERSION = 1
PATIENCE = 10.0
"""Seconds to wait while another thread or program writes."""
REMEDY = "Choose another folder, or move the file away."

SCHEMA = """
CREATE TABLE treatments (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
CREATE TABLE items (
    number INTEGER PRIMARY KEY AUTOINCREMENT, place REAL NOT NULL, source BLOB NOT NULL, stamp TEXT NOT NULL,
    treatment INTEGER NOT NULL REFERENCES treatments(id), out BLOB NOT NULL, claim BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'waiting', words TEXT NOT NULL DEFAULT '', seconds REAL,
    attempts INTEGER NOT NULL DEFAULT 0, facts TEXT NOT NULL DEFAULT '{}', UNIQUE (source, treatment)
);
CREATE INDEX by_state ON items (state, place);
CREATE INDEX by_place ON items (place);
"""


def opened(file: Path | None) -> sqlite3.Connection:
    """The tables in a file, or in memory.

    Raises
    ------
    UnreadableFile
        Where a newer program made them.
    OSError, sqlite3.Error
        Where the file is damaged or cannot be written.
    """
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(file or ":memory:", timeout=PATIENCE, isolation_level=None)
    try:
        store.executescript("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL")
        with at_once(store):
            (version,) = store.execute("PRAGMA user_version").fetchone()
            if version == 0:
                for statement in filter(str.strip, SCHEMA.split(";")):
                    store.execute(statement)
                store.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                raise UnreadableFile(f"{file} was made by a newer version of this program.", REMEDY)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def at_once(store: sqlite3.Connection) -> Iterator[None]:
    """Everything within is kept together or not at all."""
    store.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")
