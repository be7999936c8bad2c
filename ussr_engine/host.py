"""The engine process: one task at a time, files at any time.  Torch is loaded here, beside the first orders."""

from __future__ import annotations

import signal
import sqlite3
import threading
import traceback
from collections import deque
from collections.abc import Iterable
from multiprocessing.connection import Connection, wait
from pathlib import Path

from ussr_engine import lastwords
from ussr_engine.batch.desk import QueueDesk
from ussr_engine.batch.queue import FILE
from ussr_engine.decoder import Decoder
from ussr_engine.derived.news import Identity, PatientFound
from ussr_engine.drive import Gone, Job, drive
from ussr_engine.errors import EngineError, defect
from ussr_engine.events import Catalogued, Event, Failed, Saved, SaveFailed
from ussr_engine.history.desk import Desk
from ussr_engine.history.entry import Entry
from ussr_engine.machine import LookAtDevices, TryDevices, Weigh
from ussr_engine.orders import (
    Benchmark,
    ChangeQueue,
    Configure,
    DeleteRuns,
    EnlargeClip,
    Enqueue,
    FetchWeights,
    FindPatient,
    ListRuns,
    Look,
    MarkRun,
    Open,
    Order,
    PurgeRuns,
    Quit,
    ReportQueue,
    RestoreRun,
    ResumeRun,
    RunQueue,
    Save,
    SaveClip,
    SaveKernel,
    ShowQueue,
    Train,
    UndeleteRuns,
)

Task = Train | ResumeRun | EnlargeClip | Benchmark | FetchWeights | SaveClip | RunQueue | TryDevices
"""What takes a while: one at a time."""

CLIPS = "clips"
"""Folder beside that of the runs, where the frames of enlarged clips are kept."""
QUEUE = "queue"
"""Folder beside that of the runs, where the queue of files is kept."""

READY = 0.05
"""Seconds between two looks whether torch has been loaded."""


def main(connection: Connection, folder: str, spare: int = 1) -> None:
    """Serve the other end of ``connection`` until it closes or says Quit.

    Parameters
    ----------
    folder : str
        Where runs are kept.
    spare : int
        Processor cores left to the window.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is the window's to answer
    lastwords.prepare("engine")
    served = Host(connection, Path(folder), spare)
    try:
        served.serve()
    except (Gone, EOFError, BrokenPipeError, ConnectionResetError):
        return  # the window is gone
    finally:
        served.close()


class Host:
    """Reads orders, answers those about files at once, and drives one task at a time."""

    def __init__(self, connection: Connection, folder: Path, spare: int) -> None:
        self._connection = connection
        self._folder, self._desk = folder, Desk(folder)
        self._spare = spare
        self._waiting: deque[Task] = deque()
        self._early: list[LookAtDevices | Weigh] = []
        """What only torch can answer, asked before it was there."""
        self._settings = Configure("", 2.0)
        self._loaded: Catalogued | Failed | None = None
        self._decoder = Decoder()
        self._queue = QueueDesk(folder.with_name(QUEUE) / FILE, self._tell)

    def serve(self) -> None:
        """Answer until the window goes."""
        self._decoder.start()  # so that the first file finds it there
        loading = threading.Thread(target=self._load, daemon=True)
        loading.start()
        told = False
        while True:
            self._tell_of_files()
            if self._connection.poll(0):
                self._take(self._connection.recv())
            elif not told and self._loaded is not None:
                told = True
                self._connection.send(self._loaded)
                early, self._early = self._early, []
                for order in early if isinstance(self._loaded, Catalogued) else ():
                    self._take(order)
            elif told and self._waiting and isinstance(self._loaded, Catalogued):
                self._run(self._waiting.popleft())
            elif told and self._queue.is_busy:
                self._queue.go_on()
            else:
                self._wait(None if told else READY)

    def close(self) -> None:
        """Let the files go, and end what was begun beside."""
        self._decoder.close()
        self._desk.close()
        self._queue.close()

    def _load(self) -> None:
        try:
            from ussr_engine.device import get_ready
            from ussr_engine.workshop import catalogued

            self._loaded = catalogued(self._settings.weights, self._spare)
            get_ready()
        except Exception as error:  # without torch the window still opens scans, and says why it cannot train
            remedy = "Run `ussr-engine doctor` in a terminal to see what is missing."
            self._loaded = Failed(
                type(error).__name__, f"The engine cannot start: {error}.", remedy, traceback.format_exc()
            )

    def _take(self, order: Order) -> None:
        """Answer an order, or keep it until its turn."""
        match order:
            case Quit():
                raise Gone
            case Open() | Look():
                self._decoder.want(order)
            case Save() | SaveKernel():
                self._connection.send(saved(order))
            case FindPatient(path):
                self._connection.send(PatientFound(path, found(path)))
            case Configure():
                self._settings = order
                self._send(self._desk.limit(order.room))
                self._queue.weights = order.weights or None
                if isinstance(self._loaded, Catalogued):
                    from ussr_engine.workshop import catalogued

                    self._loaded = catalogued(order.weights, self._spare)
                    self._connection.send(self._loaded)
            case ListRuns() | RestoreRun() | MarkRun() | DeleteRuns() | UndeleteRuns() | PurgeRuns():
                self._send(self._desk.answer(order))
            case ShowQueue() | Enqueue() | ChangeQueue() | ReportQueue():
                self._queue.take(order)
            case LookAtDevices() | Weigh():
                if isinstance(self._loaded, Catalogued):
                    from ussr_engine.workshop import looked_after

                    self._connection.send(looked_after(order))
                else:
                    self._early.append(order)
            case (
                Train()
                | ResumeRun()
                | EnlargeClip()
                | Benchmark()
                | FetchWeights()
                | SaveClip()
                | RunQueue()
                | TryDevices()
            ):
                self._waiting.append(order)

    def _poll(self, wait: bool) -> Order | None:
        """The next order about the run; those about files and the queue are answered on the way."""
        self._queue.go_on()
        while True:
            self._tell_of_files()
            try:
                if not self._connection.poll(0):
                    if not wait:
                        return None
                    if self._queue.is_busy:
                        self._queue.go_on()
                    else:
                        self._wait(None)
                    continue
                order = self._connection.recv()
            except (EOFError, ConnectionResetError) as error:
                raise Gone from error
            if type(order).__name__ in ("Pause", "Resume", "Finish", "Cancel", "Preview"):
                return order  # type: ignore[no-any-return]
            self._take(order)

    def _tell_of_files(self) -> None:
        self._send(self._decoder.answers())

    def _wait(self, seconds: float | None) -> None:
        """For an order or a file, at most so long."""
        patience = self._decoder.patience
        if patience is not None:
            seconds = patience if seconds is None else min(seconds, patience)
        wait([self._connection, *self._decoder.waited_for], seconds)

    def _run(self, order: Task) -> None:
        from ussr_engine.workshop import begun, clip_begun, errand, queue_job

        job: Job
        entry: Entry | None = None
        try:
            if isinstance(order, Train | ResumeRun):
                entry, job = begun(order, self._desk, self._settings, self._spare)
            elif isinstance(order, EnlargeClip):
                job = clip_begun(order, self._folder.parent / CLIPS, self._settings, self._spare)
            elif isinstance(order, RunQueue):
                job = queue_job(self._queue, self._settings, self._spare)
            else:
                job = errand(order, self._settings)
        except (EngineError, OSError, sqlite3.Error) as error:
            words, remedy = (error.words, error.remedy) if isinstance(error, EngineError) else (f"{error}.", "")
            self._connection.send(Failed(type(error).__name__, words, remedy, traceback.format_exc()))
            return
        if entry is None:
            drive(job, self._tell, self._poll)
        else:
            self._send(self._desk.began(entry))
            kept = entry
            drive(job, lambda event: self._send(kept.heard(event)), self._poll)
            self._send(self._desk.ended(entry))
        if isinstance(order, RunQueue):
            self._queue.tell_paused()
        if isinstance(order, FetchWeights):
            self._take(self._settings)

    def _send(self, events: Iterable[Event]) -> None:
        for event in events:
            self._tell(event)

    def _tell(self, event: Event) -> None:
        try:
            self._connection.send(event)
        except (BrokenPipeError, ConnectionResetError) as error:
            raise Gone from error


def saved(order: Save | SaveKernel) -> Event:
    """Write a scan with its provenance, or a blur kernel."""
    try:
        from ussr_engine.export import export, export_kernel

        if isinstance(order, SaveKernel):
            return Saved(order.path, export_kernel(order.path, order.kernel))
        what = (order.scan, order.result, order.bits)
        made = export(order.path, *what, order.source, order.frame, order.privacy)
        return Saved(order.path, made.words, made.passport)
    except EngineError as error:
        return SaveFailed(order.path, error.words, error.remedy)
    except Exception as error:  # a writer's defect must not end the engine
        return SaveFailed(
            order.path, f"{Path(order.path).name} cannot be written ({defect(error)}).", "Try another format."
        )


def found(path: str) -> Identity | None:
    """What a file tells of a patient; None where it tells nothing."""
    try:
        from ussr_engine.derived.identity import identity_in

        return identity_in(path)
    except Exception:  # gone or damaged by now: saving will say so
        return None
