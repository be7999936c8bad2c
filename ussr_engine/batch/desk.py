"""The queue's desk in the engine process: orders about it are answered at once, also while it is worked off."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from pathlib import Path

from ussr_engine.batch.items import State
from ussr_engine.batch.news import QueueChanged, QueueRefused, QueueSearched
from ussr_engine.batch.placing import recovered
from ussr_engine.batch.queue import Queue
from ussr_engine.batch.report import write_table
from ussr_engine.batch.turn import turn
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.events import Event, Saved, SaveFailed
from ussr_engine.orders import ChangeQueue, Enqueue, ReportQueue, ShowQueue

PAGE = 200
"""Items told at a time."""

Portions = Generator[None, None, None]


class QueueDesk:
    """Takes orders; what takes long is done in portions, one at every ``go_on``.

    Parameters
    ----------
    file : Path
        Of the queue.
    send : callable
        Takes each event.
    """

    def __init__(self, file: Path, send: Callable[[Event], None]) -> None:
        self.file = file
        self._send = send
        self._queue: Queue | None = None
        self._begun: deque[Portions] = deque()
        self.weights: str | None = None

    @property
    def is_busy(self) -> bool:
        """Whether folders are still being searched, or lists told."""
        return bool(self._begun)

    def take(self, order: ShowQueue | Enqueue | ChangeQueue | ReportQueue) -> None:
        """Answer, or begin to."""
        try:
            match order:
                case ShowQueue():
                    self._begun.append(self._show())
                case Enqueue():
                    self._begun.append(self._add(order))
                case ChangeQueue():
                    self._change(order)
                case ReportQueue(path):
                    self._report(Path(path))
        except EngineError as error:
            self._send(QueueRefused(error.words, error.remedy))

    def go_on(self) -> None:
        """Do one portion of what was begun, if anything was."""
        if not self._begun:
            return
        try:
            next(self._begun[0])
        except StopIteration:
            self._begun.popleft()
        except EngineError as error:
            self._begun.popleft()
            self._send(QueueRefused(error.words, error.remedy))

    def close(self) -> None:
        """Let go of the file."""
        if self._queue is not None:
            self._queue.close()

    def tell_paused(self) -> None:
        """Say which items stand paused, once the work was broken off."""
        queue = self._opened()
        paused = tuple(queue.items_in(State.PAUSED))
        self._send(QueueChanged(paused, (), queue.counts()))

    def _opened(self) -> Queue:
        if self._queue is None:
            queue = Queue(self.file)
            try:
                with turn(self.file):
                    recovered(queue, self.file)
            except BadRequest:  # another program works it off
                pass
            self._queue = queue
        return self._queue

    def _show(self) -> Portions:
        queue, after = self._opened(), (float("-inf"), 0)
        while True:
            page = queue.items(after, PAGE)
            self._send(QueueChanged(tuple(page), (), queue.counts()))
            if len(page) < PAGE:
                return
            after = (page[-1].place, page[-1].number)
            yield

    def _add(self, order: Enqueue) -> Portions:
        from ussr_engine.batch.filling import Filling

        queue, added = self._opened(), 0
        filling = Filling(order.paths, order.treatments, Path(order.folder), order.template, True, self.weights)
        for numbers in filling.into(queue):
            added += len(numbers)
            for start in range(0, len(numbers), PAGE):
                self._send(QueueChanged(tuple(queue.some(numbers[start : start + PAGE])), (), queue.counts()))
            self._send(QueueSearched(added, filling.known, dict(filling.left_out), False))
            yield
        self._send(QueueSearched(added, filling.known, dict(filling.left_out), True))

    def _change(self, order: ChangeQueue) -> None:
        queue, numbers = self._opened(), list(order.numbers)
        match order.change:
            case "skip":
                queue.skip(numbers)
            case "retry":
                queue.retry(numbers)
            case "remove":
                queue.remove(numbers)
            case "move":
                numbers = queue.move(numbers, order.before)
        there = queue.some(numbers)
        gone = tuple(set(numbers) - {item.number for item in there})
        self._send(QueueChanged(tuple(there), gone, queue.counts()))

    def _report(self, path: Path) -> None:
        try:
            write_table(self._opened(), path)
        except OSError as error:
            words = f"{path.name} could not be written: {error.strerror or error}."
            self._send(SaveFailed(str(path), words, "Choose another folder."))
            return
        self._send(Saved(str(path), "the table of the queue"))
