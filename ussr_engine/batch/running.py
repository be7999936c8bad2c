"""A queue worked off, as a generator of events: one item after the other here, or several beside and elsewhere."""

from __future__ import annotations

import dataclasses
import json
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ussr_engine.batch.items import Item, State
from ussr_engine.batch.news import QueueChanged, QueueEnded, QueuePaced
from ussr_engine.batch.pace import Pace
from ussr_engine.batch.placing import forgotten, part_of, placed, recovered
from ussr_engine.batch.queue import Queue
from ussr_engine.batch.report import report
from ussr_engine.batch.turn import turn
from ussr_engine.batch.working import Outcome, Piece, made_room, still
from ussr_engine.crews import Crew
from ussr_engine.errors import EngineError
from ussr_engine.events import Event

RUNS = "batch-runs"
"""Folder beside the queue, for the state of trainings."""
LOOK = 0.2
"""Seconds between two looks whether a person has skipped the item that runs, and between two counts."""

Told = Generator[Event | None, None, None]


@dataclass(frozen=True)
class Around:
    """What is around the work and does not decide it.

    Attributes
    ----------
    file : Path
        Of the queue.
    crew : Crew or None
        Who carries items out; None does it here, one after the other, and tells of every step.
    workers : int
        How many do so at once.
    travels : bool
        Whether scans travel with the items, because the others cannot read this machine's files.
    threads : int or None
        Of the processor, for each item.
    weights : str or None
        Folder of perceptual weights.
    command : str
        What the report says it was started with.
    more : callable
        Whether items are still being added: the end of the queue is then not the end.
    """

    file: Path
    crew: Crew[Outcome] | None = None
    workers: int = 1
    travels: bool = False
    threads: int | None = None
    weights: str | None = None
    command: str = ""
    more: Callable[[], bool] = field(default=lambda: False)


def worked_off(around: Around) -> Told:
    """Carry out whatever waits; ``close()`` pauses what runs, and what was told as done is on disk.

    Yields QueueChanged and QueuePaced, in between what a training tells, None where there is nothing to tell but a
    chance to look at orders, and QueueEnded last.

    Raises
    ------
    BadRequest, UnreadableFile, UnwritableFile
        Where the queue cannot be worked off at all.  A failed item keeps its reason, and the next one begins.
    """
    with turn(around.file):
        queue = Queue(around.file)
        try:
            recovered(queue, around.file)
            _tidied(queue, around.file.parent / RUNS)
            work = _Work(queue, around)
            yield from work.alone() if around.crew is None else work.together(around.crew)
            yield QueueEnded(queue.counts(), report(queue, around.file.parent, around.command))
        finally:
            # With the turn being ours, whatever runs was begun here.
            for item in queue.items_in(State.RUNNING):
                queue.end(item.number, State.PAUSED)
                forgotten(part_of(around.file, item))
            queue.close()


def _tidied(queue: Queue, runs: Path) -> None:
    """Forget trainings that nothing will go on from: their items are done, or no more."""
    if runs.is_dir():
        for folder in runs.iterdir():
            found = queue.some([int(folder.name)]) if folder.name.isdecimal() else []
            if not found or found[0].state is State.DONE:
                shutil.rmtree(folder, ignore_errors=True)


class _Work:
    """The work on one queue."""

    def __init__(self, queue: Queue, around: Around) -> None:
        self._queue, self._around = queue, around
        self._pace = Pace(queue.spent())
        self._counted, self._stale = float("-inf"), False
        self._counts: dict[str, int] = {}
        self._left: tuple[float, float] | None = None
        self._busy: dict[str, Item] = {}
        self._unreadable: deque[Item] = deque()

    def alone(self) -> Told:
        """One item after the other in this process."""
        waiting = threading.Event()
        while True:
            adding = self._around.more()
            item = self._queue.next()
            if item is None and adding:
                waiting.wait(LOOK / 4)
                yield None
            elif item is None:
                return
            else:
                yield from self._carry_out(item)

    def _carry_out(self, item: Item) -> Told:
        steps, looked = self._piece(item).steps(), time.monotonic()
        try:
            yield self._changed(item)
            while True:
                try:
                    event = next(steps)
                except StopIteration as end:
                    yield self._settle(item, end.value)
                    yield QueuePaced(self._left)
                    return
                if time.monotonic() - looked > LOOK:
                    looked = time.monotonic()
                    if not self._queue.is_running(item.number):
                        self._pace.ended(item.number, False)
                        return
                    if self._stale:
                        yield self._changed()
                yield event
        finally:
            steps.close()

    def together(self, crew: Crew[Outcome]) -> Told:
        """Several at once, by others."""
        working = crew(self._pieces())
        try:
            for key, outcome in working:
                while self._unreadable:
                    yield self._changed(self._unreadable.popleft())
                if outcome is None:
                    yield self._changed(self._busy[key])
                else:
                    yield self._settle(self._busy.pop(key), outcome)
                    yield QueuePaced(self._left)
            while self._unreadable:
                yield self._changed(self._unreadable.popleft())
        finally:
            working.close()

    def _pieces(self) -> Iterator[Piece]:
        while (item := self._queue.next()) is not None:
            piece = self._piece(item)
            if self._around.travels:
                try:
                    scan, frames = still(item.source)
                    piece = dataclasses.replace(piece, scan=scan, frames=frames)
                except EngineError as error:
                    self._settle(item, Outcome(str(error)))
                    self._unreadable.append(self._queue.item(item.number))
                    continue
            self._busy[piece.key] = item
            yield piece

    def _piece(self, item: Item) -> Piece:
        around = self._around
        treatment, record = self._queue.treated(item.number)
        self._pace.began(item.number, treatment)
        if around.travels:
            return Piece(item.number, item.source, record)
        part, kept = part_of(around.file, item), around.file.parent / RUNS / str(item.number)
        return Piece(item.number, item.source, record, str(part), str(kept), around.threads, weights=around.weights)

    def _settle(self, item: Item, outcome: Outcome) -> QueueChanged:
        """Keep what became of an item, its file in its place."""
        self._pace.ended(item.number, not outcome.problem)
        part, problem, words = part_of(self._around.file, item), outcome.problem, outcome.words
        try:
            if not problem:
                problem = self._written(item, outcome, part)
            state = State.FAILED if problem else State.DONE
            self._queue.end(item.number, state, problem or words, outcome.seconds, json.dumps(outcome.facts))
        finally:
            forgotten(part)
        return self._changed(*self._queue.some([item.number]))

    def _written(self, item: Item, outcome: Outcome, part: Path) -> str:
        """Put a result in its place; why it could not be, or ""."""
        if not self._queue.is_running(item.number):
            return "It was skipped."
        try:
            if outcome.made is not None:
                from ussr_engine.export import export

                made_room(part.parent)
                export(part, outcome.made.sr, outcome.made, outcome.bits, item.source)
            placed(self._queue, item, part)
        except EngineError as error:
            return str(error)
        except OSError as error:
            return f"The result cannot be put in its place ({error.strerror or error})."
        return ""

    def _changed(self, *items: Item) -> QueueChanged:
        now = time.monotonic()
        self._stale = now - self._counted <= LOOK
        if not self._stale:
            self._counted, self._counts = now, self._queue.counts()
            self._left = self._pace.left(self._queue.ahead(), self._around.workers)
        return QueueChanged(items, (), self._counts)
