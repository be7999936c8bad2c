"""Files are decoded in a process of their own, under limits of time and memory: one that hangs or dies is replaced.

What such a process gives back are the counter's records; it never sees torch.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from ussr_engine import lastwords
from ussr_engine.cine.news import Looked
from ussr_engine.clip import Clip
from ussr_engine.errors import UnreadableFile
from ussr_engine.events import Event, Opened, OpenFailed
from ussr_engine.files import open_clip
from ussr_engine.files.clips import ClipReader
from ussr_engine.orders import Look, Open
from ussr_engine.scan import Scan

SECONDS = 30.0
"""Longest that one file, or one frame, may take."""
LEAST_BYTES = 4 * 2**30
"""Memory that the process may take in any case; more where the computer has more than twice as much."""

Wish = Open | Look


class Decoder:
    """One process that answers wishes in their order.

    Parameters
    ----------
    seconds : float
        Longest that an answer may take.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._waiting: deque[Wish] = deque()
        self._asked: Wish | None = None
        self._until = 0.0
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def want(self, wish: Wish) -> None:
        """Ask for a file or a frame; ``answers`` brings it."""
        self.start()
        self._waiting.append(wish)
        self._ask()

    def start(self) -> None:
        """Begin the process, if there is none."""
        if self._process is not None:
            return
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="ussr-decoder", daemon=True)
        process.start()
        theirs.close()
        self._connection, self._process = ours, process

    def answers(self) -> list[Event]:
        """What has been answered since; never waits."""
        told: list[Event] = []
        while (event := self._answer()) is not None:
            told.append(event)
        return told

    def now(self, wish: Wish) -> Event:
        """One answer, waited for; not to be mixed with ``want``."""
        self.want(wish)
        while not (told := self.answers()):
            wait(self.waited_for, self.patience)
        return told[0]

    @property
    def waited_for(self) -> list[Connection]:
        """What becomes readable when there is an answer, or none will come; empty while nothing is asked."""
        return [self._connection] if self._connection is not None and self._asked is not None else []

    @property
    def patience(self) -> float | None:
        """Seconds until the answer is overdue; None while nothing is asked."""
        return max(0.0, self._until - time.monotonic()) if self._asked is not None else None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None and self._connection is not None:
            self._connection.close()
            process.kill()
            process.join()
            process.close()
        self._connection, self._asked = None, None

    def _ask(self) -> None:
        if self._asked is None and self._waiting and self._connection is not None:
            self._asked = self._waiting.popleft()
            self._until = time.monotonic() + self._seconds
            try:
                self._connection.send(self._asked)
            except OSError:
                return  # it has died; ``_answer`` notices

    def _answer(self) -> Event | None:
        asked = self._asked
        if asked is None or self._connection is None:
            return None
        event: Event | None = None
        try:
            if self._connection.poll(0):
                event = self._connection.recv()
            elif time.monotonic() >= self._until:
                event = self._buried(asked, f"took longer than {self._seconds:g} seconds to read")
        except Exception:  # the pipe ended, or what came through it was no record
            event = self._buried(asked, "could not be read: its decoder failed")
        if event is not None:
            self._asked = None
            self._ask()
        return event

    def _buried(self, asked: Wish, why: str) -> Event:
        """Put a new process in the place of this one; the words for who asked."""
        waiting = list(self._waiting)
        self.close()
        self.start()
        self._waiting = deque(waiting)
        words, remedy = f"{Path(asked.path).name} {why}.", "It may be damaged: copy it again from its source."
        if isinstance(asked, Look):
            return Looked(asked.path, asked.index, None, words)
        return OpenFailed(asked.path, words, remedy)


class GuardedClip:
    """A clip whose frames come from a decoder; a context manager.

    Raises
    ------
    UnreadableFile
        If the file cannot be opened.
    """

    def __init__(self, path: str) -> None:
        self.name = Path(path).name
        self._path = path
        self._decoder = Decoder()
        try:
            self.clip: Clip = self._opened(0).clip
        except BaseException:
            self._decoder.close()
            raise

    def scan(self, index: int) -> Scan:
        """Frame ``index``, counted from 0; raises UnreadableFile where it cannot be decoded."""
        return self._opened(index).scan

    def __enter__(self) -> GuardedClip:
        return self

    def __exit__(self, *_: object) -> None:
        self._decoder.close()

    def _opened(self, index: int) -> Opened:
        event = self._decoder.now(Open(self._path, index))
        if isinstance(event, Opened):
            return event
        assert isinstance(event, OpenFailed)
        raise UnreadableFile(event.words, event.remedy)


def guarded(path: str) -> GuardedClip | ClipReader:
    """A clip read by a decoder; by this process itself where it is a worker that may have no process of its own."""
    return open_clip(path) if multiprocessing.current_process().daemon else GuardedClip(path)


def serve(connection: Connection, seconds: float = 2 * SECONDS) -> None:
    """Answer wishes until the other end is gone.

    ``seconds`` is how long after its wish the process ends by itself, should whoever would kill it be gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lastwords.prepare("decoder")
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    _bound_memory()
    from ussr_engine.cine.showing import Projector

    alarm = getattr(signal, "setitimer", None)
    with Projector() as projector, contextlib.suppress(EOFError, OSError):
        while True:
            wish = connection.recv()
            if alarm:
                alarm(signal.ITIMER_REAL, seconds)  # ends the process, even where a decoder never gives the turn back
            event = projector.opened(wish) if isinstance(wish, Open) else projector.looked(wish)
            if alarm:
                alarm(signal.ITIMER_REAL, 0)
            connection.send(event)


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(0)


def _bound_memory() -> None:
    """No header makes the process take more than half of the computer's memory."""
    if sys.platform == "win32":
        return
    import resource

    from ussr_engine.files.stored import physical_memory

    half = physical_memory() / 2
    bound = max(LEAST_BYTES, int(half)) if half != float("inf") else LEAST_BYTES
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most != resource.RLIM_INFINITY:
        bound = min(bound, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (bound, most))
    except (ValueError, OSError):  # a system that knows no such limit
        return
