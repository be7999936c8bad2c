"""The queue on disk: one SQLite file that is whole whatever kills the program, read and written from any thread."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ussr_engine.batch import naming, store
from ussr_engine.batch.items import AHEAD, Item, State
from ussr_engine.batch.search import Found
from ussr_engine.errors import BadRequest, UnreadableFile, UnwritableFile

FILE = "batch.sqlite"
_ITEM = "number, place, source, out, title, state, words, seconds, attempts"
_FROM = "FROM items JOIN treatments ON treatments.id = treatment"
_AHEAD = ", ".join(f"'{state.value}'" for state in AHEAD)


class Queue:
    """Items by their places.

    Parameters
    ----------
    file : Path or None
        Made with its folder where it is not there; None keeps the queue in memory.

    Raises
    ------
    UnreadableFile, UnwritableFile
        Where the file is damaged, of a newer program, or cannot be written.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        with self._told():
            self._store = store.opened(file)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def copied(self) -> Queue:
        """The same queue in memory: whatever is done to it, the file stays as it is."""
        other = Queue(None)
        with self._told():
            self._store.backup(other._store)
        return other

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Everything within is kept together or not at all."""
        with self._told(), store.at_once(self._store):
            yield

    # -- filling -----------------------------------------------------------------------------------------------------

    def treatment(self, record: str, title: str) -> int:
        """The id of a treatment, entered once."""
        self._do("INSERT OR IGNORE INTO treatments (record, title) VALUES (?, ?)", record, title)
        return int(self._row("SELECT id FROM treatments WHERE record = ?", record)[0])

    def add(self, found: Found, treatment: int, target: Path) -> int | None:
        """One more item at the end, its result named ``target`` or that with a number; its number.

        None where the file already stands there with this treatment, unless it has changed since it was done.
        """
        source = os.fsencode(found.path)
        known = self._row(
            "SELECT number, state, stamp FROM items WHERE source = ? AND treatment = ?", source, treatment
        )
        if known is not None and not (known[1] == State.DONE.value and known[2] != found.stamp):
            return None
        place = self._row("SELECT coalesce(max(place), 0) + 1 FROM items")[0]
        out, claim = self._free(target)
        if known is not None:
            self._do(
                "UPDATE items SET place = ?, stamp = ?, out = ?, claim = ?, state = 'waiting', words = ?, "
                "seconds = NULL, facts = '{}' WHERE number = ?",
                *(place, found.stamp, os.fsencode(out), claim, "The file has changed since it was done.", known[0]),
            )
            return int(known[0])
        self._do(
            "INSERT INTO items (place, source, stamp, treatment, out, claim) VALUES (?, ?, ?, ?, ?, ?)",
            *(place, source, found.stamp, treatment, os.fsencode(out), claim),
        )
        return int(self._row("SELECT last_insert_rowid()")[0])

    def rename(self, number: int, target: Path, first: int) -> Path:
        """Another name for an item's result, which nobody in the queue has: ``target`` with a number from ``first``."""
        out, claim = self._free(target, first)
        self._do("UPDATE items SET out = ?, claim = ? WHERE number = ?", os.fsencode(out), claim, number)
        return out

    def _free(self, target: Path, number: int = 1) -> tuple[Path, bytes]:
        while True:
            out = naming.numbered(target, number)
            claim = naming.claim(out)
            if self._row("SELECT 1 FROM items WHERE claim = ?", claim) is None:
                return out, claim
            number += 1

    # -- carrying out ------------------------------------------------------------------------------------------------

    def next(self) -> Item | None:
        """The first item that is ahead, from now on running."""
        with self.at_once():
            row = self._row(f"SELECT number FROM items WHERE state IN ({_AHEAD}) ORDER BY place, number LIMIT 1")
            if row is None:
                return None
            self._do("UPDATE items SET state = 'running', words = '', attempts = attempts + 1 WHERE number = ?", row[0])
        return self.item(row[0])

    def end(self, number: int, state: State, words: str = "", seconds: float | None = None, facts: str = "{}") -> bool:
        """What became of a running item; False where it is no longer running, because a person skipped it.

        To be paused is no attempt that counts.
        """
        changed = self._do(
            "UPDATE items SET state = ?, words = ?, seconds = ?, facts = ?, attempts = attempts - ? "
            "WHERE number = ? AND state = 'running'",
            *(state.value, words, seconds, facts, int(state is State.PAUSED), number),
        )
        return changed > 0

    def is_running(self, number: int) -> bool:
        """Whether nobody has skipped it meanwhile."""
        return self._row("SELECT 1 FROM items WHERE number = ? AND state = 'running'", number) is not None

    def items_in(self, state: State) -> list[Item]:
        """Items in a state; those that run while nobody has the turn were cut off when a program was killed."""
        return self._items("WHERE state = ? ORDER BY place, number", state.value)

    # -- what a person does --------------------------------------------------------------------------------------------

    def skip(self, numbers: Sequence[int]) -> None:
        """Leave these out, also one that is running."""
        self._change(numbers, "UPDATE items SET state = 'skipped' WHERE state IN ('waiting', 'paused', 'running') AND")

    def retry(self, numbers: Sequence[int]) -> None:
        """Let these wait again."""
        self._change(numbers, "UPDATE items SET state = 'waiting', words = '' WHERE state IN ('failed', 'skipped') AND")

    def retry_failed(self) -> int:
        """Let all that failed wait again; how many they are."""
        return self._do("UPDATE items SET state = 'waiting', words = '' WHERE state = 'failed'")

    def remove(self, numbers: Sequence[int]) -> None:
        """Forget these, unless they are running; their results stay."""
        self._change(numbers, "DELETE FROM items WHERE state != 'running' AND")

    def move(self, numbers: Sequence[int], before: int | None) -> list[int]:
        """Put these, in their order, before an item, or at the end; the numbers of all that have another place now."""
        with self.at_once():
            taken = dict.fromkeys(numbers)
            order = [row[0] for row in self._all("SELECT number FROM items ORDER BY place, number")]
            moved = [number for number in order if number in taken]
            stay = [number for number in order if number not in taken]
            at = stay.index(before) if before in stay else len(stay)
            below = self.item(stay[at - 1]).place if at else None
            above = self.item(stay[at]).place if at < len(stay) else None
            low = below if below is not None else (above if above is not None else 0.0) - 1 - len(moved)
            high = above if above is not None else low + 1 + len(moved)
            step = (high - low) / (len(moved) + 1)
            if step < 1e-6:  # there is no room left between the two: everyone gets a place of their own again
                rows = list(enumerate([*stay[:at], *moved, *stay[at:]], 1))
            else:
                rows = [(low + step * n, number) for n, number in enumerate(moved, 1)]  # type: ignore[misc]
            self._store.executemany("UPDATE items SET place = ? WHERE number = ?", rows)
        return [number for _, number in rows]

    def _change(self, numbers: Sequence[int], statement: str) -> None:
        with self.at_once():
            self._store.executemany(f"{statement} number = ?", [(number,) for number in numbers])

    # -- what there is -------------------------------------------------------------------------------------------------

    def item(self, number: int) -> Item:
        """One item.

        Raises
        ------
        BadRequest
            Where it is no more.
        """
        found = self._items("WHERE number = ?", number)
        if not found:
            raise BadRequest("This item is no longer in the queue.")
        return found[0]

    def items(self, after: tuple[float, int] = (float("-inf"), 0), most: int = -1) -> list[Item]:
        """Items in order, from behind a place on, at most so many."""
        return self._items("WHERE (place, number) > (?, ?) ORDER BY place, number LIMIT ?", *after, most)

    def some(self, numbers: Sequence[int]) -> list[Item]:
        """Those of these that are still there."""
        return [one for number in numbers for one in self._items("WHERE number = ?", number)]

    def treated(self, number: int) -> tuple[int, str]:
        """Id and record of an item's treatment, as `treating.settled` gave it."""
        row = self._row(f"SELECT treatments.id, record {_FROM} WHERE number = ?", number)
        return int(row[0]), str(row[1])

    def records(self) -> dict[int, tuple[str, str]]:
        """(title, record) of every treatment by its id."""
        return {row[0]: (row[1], row[2]) for row in self._all("SELECT id, title, record FROM treatments ORDER BY id")}

    def facts(self, number: int) -> str:
        """What is known of a result, as JSON."""
        return str(self._row("SELECT facts FROM items WHERE number = ?", number)[0])

    def counts(self) -> dict[str, int]:
        """How many items are in each state, by its word; every state is named."""
        found = dict(self._all("SELECT state, count(*) FROM items GROUP BY state"))
        return {state.value: int(found.get(state.value, 0)) for state in State}

    def ahead(self) -> dict[int, int]:
        """How many items still wait, by the id of their treatment."""
        return dict(self._all(f"SELECT treatment, count(*) FROM items WHERE state IN ({_AHEAD}) GROUP BY treatment"))

    def spent(self) -> dict[int, list[float]]:
        """Seconds that the latest done items took, by the id of their treatment."""
        spent: dict[int, list[float]] = {}
        for treatment in self.records():
            rows = self._all(
                "SELECT seconds FROM items WHERE treatment = ? AND state = 'done' AND seconds IS NOT NULL "
                "ORDER BY number DESC LIMIT 50",
                treatment,
            )
            spent[treatment] = [row[0] for row in reversed(rows)]
        return spent

    # -- SQLite --------------------------------------------------------------------------------------------------------

    def _items(self, where: str, *values: object) -> list[Item]:
        return [
            Item(row[0], row[1], os.fsdecode(row[2]), os.fsdecode(row[3]), row[4], State(row[5]), *row[6:])
            for row in self._all(f"SELECT {_ITEM} {_FROM} {where}", *values)
        ]

    def _row(self, statement: str, *values: object) -> Any:  # noqa: ANN401 - whatever is in the row
        with self._told():
            return self._store.execute(statement, values).fetchone()

    def _all(self, statement: str, *values: object) -> list[Any]:
        with self._told():
            return self._store.execute(statement, values).fetchall()

    def _do(self, statement: str, *values: object) -> int:
        with self._told():
            return self._store.execute(statement, values).rowcount

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of SQLite in words."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise UnwritableFile(f"The queue {self.file} cannot be written ({error}).", store.REMEDY) from error
        except (sqlite3.DatabaseError, TypeError, ValueError) as error:
            raise UnreadableFile(f"The queue {self.file} is damaged ({error}).", store.REMEDY) from error
        except OSError as error:
            words = f"The queue cannot be kept in {self.file.parent if self.file else 'memory'} ({error.strerror})."
            raise UnwritableFile(words, "Choose another folder.") from error
