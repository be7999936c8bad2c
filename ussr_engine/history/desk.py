"""What the window asks about kept runs, answered; the disk may fail, the program goes on."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ussr_engine.errors import EngineError
from ussr_engine.events import Event
from ussr_engine.history.card import RunCard, scan_key
from ussr_engine.history.entry import Entry, private_words
from ussr_engine.history.news import RunRefused, RunRestored, RunsChanged, RunsListed
from ussr_engine.history.restoring import restored
from ussr_engine.history.shelf import Shelf
from ussr_engine.knobs import Value
from ussr_engine.orders import (
    ROOM,
    Challenge,
    DeleteRuns,
    ListRuns,
    MarkRun,
    Order,
    PurgeRuns,
    RestoreRun,
    Train,
    UndeleteRuns,
)
from ussr_engine.scan import Scan


class Desk:
    """Opens the shelf when it is first needed."""

    def __init__(self, root: Path, limit: int = ROOM) -> None:
        self._root, self._limit = root, limit
        self._shelf: Shelf | None = None

    @property
    def shelf(self) -> Shelf:
        """All runs.

        Raises
        ------
        OSError, sqlite3.Error
            Where they cannot be read.
        """
        if self._shelf is None:
            self._shelf = Shelf(self._root, self._limit)
        return self._shelf

    def close(self) -> None:
        """Empty the trash and let the files go."""
        if self._shelf is not None:
            self._guarded(self._shelf.close)

    def limit(self, size: int) -> list[Event]:
        """No more than these bytes from now on."""
        self._limit = size
        if self._shelf is None or self._shelf.limit == size:
            return []
        self._shelf.limit = size
        return self._guarded(lambda: [self._changed((), self.shelf.bound())])

    def answer(self, order: Order) -> list[Event]:
        """Carry an order about kept runs out."""
        return self._guarded(lambda: self._answers(order))

    def began(self, entry: Entry) -> list[Event]:
        """A run is new in the list."""
        return self._guarded(lambda: [self._changed((entry.card,), ())])

    def ended(self, entry: Entry) -> list[Event]:
        """A run has ended; others may have had to make room."""
        return self._guarded(lambda: [self._changed((entry.card,), entry.close())])

    def entry(self, order: Train, title: str, plan: Mapping[str, Any], scan: Scan, reference: Scan | None) -> Entry:
        """A new run of an order, whose plan, scan and reference these are.

        Raises
        ------
        UnwritableFile, OSError, sqlite3.Error
            Where it cannot be kept.
        """
        given, challenge = order.scan, order.challenge
        asked = {
            "plan": plan, "title": title, "variant": variant(order.knobs, order.seed), "device": order.device,
            "knobs": dict(order.knobs), "challenge": dataclasses.asdict(challenge) if challenge else None,
        }  # fmt: skip
        card = {
            "method": order.method, "title": title, "scale": order.scale, "seed": order.seed,
            "variant": asked["variant"], "challenge": in_words(challenge),
        }  # fmt: skip
        private = private_words(given.name, scan_key(given.image), order.knobs)
        return Entry(self.shelf, *self.shelf.begin(asked, card, given, scan, reference), private)

    def entry_again(self, run: str) -> Entry:
        """A run that goes on.

        Raises
        ------
        BadRequest, OSError, sqlite3.Error
            Where it cannot.
        """
        return Entry(self.shelf, *self.shelf.take_up(run))

    def _answers(self, order: Order) -> list[Event]:
        shelf = self.shelf
        match order:
            case ListRuns():
                shelf.compare()
                words, shelf.words = shelf.words, ""
                return [RunsListed(tuple(shelf.cards()), shelf.used(), shelf.limit, words)]
            case RestoreRun(run):
                return [RunRestored(restored(shelf.folder(run), shelf.card(run)))]
            case MarkRun(run, star, tag, note):
                return [self._changed((shelf.mark(run, star, tag, note),), ())]
            case DeleteRuns(runs):
                return self._each(runs, shelf.delete)
            case UndeleteRuns(runs):
                return self._each(runs, shelf.undelete)
            case PurgeRuns():
                shelf.purge()
                return [self._changed((), ())]
        return []

    def _each(self, runs: Iterable[str], work: Callable[[str], RunCard | None]) -> list[Event]:
        """Do it for every one, also where one refuses."""
        cards: list[RunCard] = []
        gone: list[str] = []
        refused: list[Event] = []
        for run in runs:
            try:
                card = work(run)
            except EngineError as error:
                refused.append(RunRefused(error.words, error.remedy))
                continue
            cards += [card] if card is not None else []
            gone += [run] if card is None else []
        return [self._changed(cards, gone), *refused]

    def _changed(self, cards: Iterable[RunCard], gone: Iterable[str]) -> Event:
        return RunsChanged(tuple(cards), tuple(gone), self.shelf.used())

    def _guarded(self, work: Callable[[], list[Event] | None]) -> list[Event]:
        try:
            return work() or []
        except EngineError as error:
            return [RunRefused(error.words, error.remedy)]
        except (OSError, sqlite3.Error) as error:
            why = getattr(error, "strerror", None) or error
            return [RunRefused(f"The list of runs cannot be used ({why}).", "Free some space on the disk.")]


def variant(knobs: Mapping[str, Value], seed: int) -> str:
    """What sets a run apart from the method as it is: "steps 200, seed 3"; words that may be paths are not told."""
    turned = [
        f"{name.rpartition('.')[2].replace('_', ' ')} {_written(value)}" for name, value in knobs.items() if value != ""
    ]
    return ", ".join([*turned, f"seed {seed}"] if seed else turned)


def in_words(challenge: Challenge | None) -> str:
    """How the scan was shrunk first."""
    if challenge is None:
        return ""
    return f"Method {challenge.degradation}, {challenge.noise} noise, seed {challenge.seed}"


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, str) and any(mark in value for mark in "/\\."):
        return "from a file"
    return f"{value:g}" if isinstance(value, float) else str(value)
