"""Whose turn it is to work a queue off: one program at a time, and nobody's once that program is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ussr_engine.errors import BadRequest, UnwritableFile


@contextmanager
def turn(queue: Path) -> Iterator[None]:
    """Hold the turn of a queue's file; the system itself ends it with the process.

    Raises
    ------
    BadRequest
        While another has it.
    """
    lock = queue.with_suffix(".lock")
    try:
        queue.parent.mkdir(parents=True, exist_ok=True)
        # SQLite's locks are the ones that hold on every system, and between threads as well.
        holder = sqlite3.connect(lock, timeout=0, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise UnwritableFile(f"The folder {queue.parent} cannot be written ({error}).", "Choose another.") from error
    try:
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise UnwritableFile(f"{lock} cannot be written ({error}).", "Choose another folder.") from error
            words = f"Another program is working through the queue in {queue.parent}."
            raise BadRequest(words, "Wait for it, stop it, or choose another folder.") from None
        yield
    finally:
        holder.close()
