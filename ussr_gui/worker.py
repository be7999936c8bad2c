"""The engine process and the thread that listens to it: orders in, one signal of events out."""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import queue
import threading
import weakref
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from ussr_engine.events import Cancelled, Catalogued, End, Failed
from ussr_engine.machine import TryDevices
from ussr_engine.orders import (
    Benchmark,
    Cancel,
    EnlargeClip,
    FetchWeights,
    Order,
    Quit,
    ResumeRun,
    RunQueue,
    SaveClip,
    Train,
)
from ussr_gui.interpreting import heard
from ussr_gui.language import tr

GRACE_SECONDS = 2.0
"""How long a cancelled or closing engine may take before it is killed."""

TASKS = (Train, ResumeRun, EnlargeClip, Benchmark, FetchWeights, SaveClip, RunQueue, TryDevices)
"""Orders that go on for a while, and that Cancel ends."""

STILLBORN_LIMIT = 2
"""After so many starts in a row that never became ready, the engine is not started again."""

LIVING: weakref.WeakSet[SpawnProcess] = weakref.WeakSet()
"""Engine processes; none outlives the window, also where nobody closed it."""


@atexit.register
def _kill_the_living() -> None:
    for process in list(LIVING):
        with contextlib.suppress(ValueError):  # it was closed
            process.kill()


EngineMain = Callable[[Connection, str], None]


class Reader(QObject):
    """Receives records in its own thread and passes them on, nothing else."""

    heard = Signal(object)
    fell_silent = Signal()

    def __init__(self, connection: Connection, sentinel: int) -> None:
        super().__init__()
        self._connection = connection
        self._sentinel = sentinel

    @Slot()
    def run(self) -> None:
        """Emit every record until the process has ended."""
        while True:
            # The sentinel is watched too: a child of the engine could hold the pipe open after its death.
            ready = wait([self._connection, self._sentinel])
            if self._connection not in ready:
                break
            try:
                event = self._connection.recv()
            except Exception:
                break
            self.heard.emit(event)
        self.fell_silent.emit()


class _Engine:
    """One life of the engine process with the thread that reads it and the one that writes to it."""

    def __init__(self, main: EngineMain, folder: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # Not a daemon: the engine has a process of its own for files, and daemons may have none.
        self.process: SpawnProcess = context.Process(
            target=main, args=(theirs, folder), name="ussr-engine", daemon=False
        )
        self.process.start()
        LIVING.add(self.process)
        theirs.close()
        self.reader = Reader(self._connection, self.process.sentinel)
        self.thread = QThread()
        self.thread.setObjectName("engine reader")
        self.reader.moveToThread(self.thread)
        self.thread.started.connect(self.reader.run)
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        # A pipe that is full makes the sender wait: a scan of 16 MB must not make the window wait.
        self._writer = threading.Thread(target=self._write, name="engine writer", daemon=True)

    def listen(self) -> None:
        self.thread.start()
        self._writer.start()

    def send(self, order: Order) -> None:
        self._orders.put(order)

    def _write(self) -> None:
        while (order := self._orders.get()) is not None:
            try:
                self._connection.send(order)
            except OSError:
                return

    def end(self, grace: float) -> int | None:
        """Wait for the process, kill it when it does not come, wait for the threads; give the exit code."""
        self.process.join(grace)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self._orders.put(None)
        self.thread.quit()
        self.thread.wait()
        self._writer.join()
        self._connection.close()
        code = self.process.exitcode
        self.process.close()
        return code


class Worker(QObject):
    """Keeps one engine process alive; every record it sends arrives as ``happened``, in the window's thread."""

    happened = Signal(object)
    restarted = Signal()
    """A new engine process takes the place of one that stopped; what was asked of that one is lost."""
    fell = Signal(object)
    """A process ended that nobody told to; its exit code, negative where a signal ended it."""
    left = Signal()
    """The process that was told to leave has ended."""

    def __init__(self, folder: str, main: EngineMain | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._main = main or _engine_main()
        self._engine: _Engine | None = None
        self._running = False
        self._cancelled = False
        self._leaving = False
        self._stillborn = 0
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(round(GRACE_SECONDS * 1000))
        self._grace.timeout.connect(self.kill)

    @property
    def process_id(self) -> int | None:
        """Of the engine process; None while there is none."""
        return self._engine.process.pid if self._engine else None

    def start(self) -> None:
        """Start the engine process, if there is none; returns at once, ``Catalogued`` follows when it is ready."""
        if self._engine is not None:
            return
        self._engine = _Engine(self._main, self._folder)
        self._engine.reader.heard.connect(self._hear)
        self._engine.reader.fell_silent.connect(self._bury)
        self._engine.listen()

    def order(self, order: Order) -> None:
        """Ask the engine for something; never waits."""
        if self._engine is None:
            return
        if isinstance(order, TASKS):
            self._running, self._cancelled = True, False
        if isinstance(order, Cancel) and self._running:
            self._cancelled = True
            self._grace.start()
        self._engine.send(order)

    @Slot()
    def kill(self) -> None:
        """End the process by force; its place is taken by a new one."""
        if self._engine is not None:
            self._engine.process.kill()

    def another(self) -> Worker:
        """One more of the same kind, not started yet."""
        return Worker(self._folder, self._main)

    def leave(self) -> None:
        """End the engine for good without waiting for it; nothing more is heard of it."""
        self._leaving = True
        if self._engine is not None:
            self._engine.send(Quit())
            self._grace.start()

    def close(self) -> None:
        """End the engine for good; takes at most the time of grace."""
        engine, self._engine = self._engine, None
        self._grace.stop()
        if engine is None:
            return
        engine.send(Quit())
        engine.end(GRACE_SECONDS)

    @Slot(object)
    def _hear(self, event: object) -> None:
        if self._engine is None or self._leaving:
            return
        if isinstance(event, Catalogued):
            self._stillborn = 0
        if isinstance(event, End):
            self._running = False
            self._grace.stop()
        self.happened.emit(heard(event))

    @Slot()
    def _bury(self) -> None:
        engine, self._engine = self._engine, None
        if engine is None:
            return
        # The pipe of a process that is about to end closes a moment before it; one that merely closed it is killed.
        code = engine.end(GRACE_SECONDS)
        self._grace.stop()
        if self._leaving:
            self.left.emit()
            return
        self.fell.emit(code)
        was_running, self._running = self._running, False
        self._stillborn += 1
        alive = self._stillborn <= STILLBORN_LIMIT
        if alive:
            self.start()
            self.restarted.emit()
        if was_running and self._cancelled:
            self.happened.emit(Cancelled())
        elif was_running or not alive:
            self.happened.emit(_obituary(code, alive))


def _engine_main() -> EngineMain:
    from ussr_engine.host import main

    return main


def _obituary(code: int | None, restarted: bool) -> Failed:
    words = tr("The engine stopped unexpectedly (exit code {code}).").format(code=code)
    if restarted:
        return Failed(
            "EngineStopped", words, tr("It has been restarted; press Resume to go on from the last checkpoint."), ""
        )
    return Failed(
        "EngineMissing", words, tr("Run “ussr-engine doctor” to see what is missing, then open USSR again."), ""
    )
