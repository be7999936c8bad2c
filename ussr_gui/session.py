"""The door between window and engine: wishes go in as methods, what happened comes out as narrow signals."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, SignalInstance, Slot

from ussr_engine import events, orders
from ussr_engine.cine.news import ClipEnlarged
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan
from ussr_gui import refusals
from ussr_gui.announcements import Announcements
from ussr_gui.chronicle import Chronicle
from ussr_gui.errands import Errands
from ussr_gui.filming.projector import Projector
from ussr_gui.pace import Pace
from ussr_gui.records import EngineState, Outcome, Run, RunState, ScanFile, is_same_file
from ussr_gui.wanted import Wanted
from ussr_gui.worker import Worker


class Session(Announcements):
    """State of one sitting.

    The only room that talks to the worker; panels call its methods and listen to its signals.
    """

    def __init__(
        self, worker: Worker, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state = RunState.IDLE
        self.engine = EngineState.STARTING
        self.catalogue: events.Catalogued | None = None
        self.scans: dict[str, ScanFile] = {}
        self.runs: list[Run] = []
        self.scan: ScanFile | None = None
        """The file chosen in the list."""
        self.run: Run | None = None
        """The run that goes on, or went on last."""
        self.shown: Run | None = None
        """The run chosen in the list; its pictures stand in the panes."""
        self.stopped: Run | None = None
        """A run that stopped unexpectedly and waits for a decision: resume it or let it be."""
        self.errands, self.projector, self.chronicle = (kind(worker, self) for kind in (Errands, Projector, Chronicle))
        self._worker = worker
        self._clock = clock
        self._pace = Pace()
        self.configured: orders.Configure | None = None
        self._saving: set[str] = set()
        self._wanted: str | None = None
        worker.happened.connect(self._hear)
        worker.restarted.connect(self._forget_the_engine)
        worker.fell.connect(self.engine_fell)

    # -- wishes ------------------------------------------------------------------------------------------------------

    def start_engine(self) -> None:
        self._worker.start()

    def close(self) -> None:
        self._worker.close()

    def configure(self, weights: str, preview_seconds: float, room: int = orders.ROOM) -> None:
        self.configured = orders.Configure(weights, preview_seconds, room)
        self._worker.order(self.configured)

    def open(self, paths: list[str], show: bool = True) -> None:
        """Read files; the first of them is shown, unless they shall only be listed."""
        for number, path in enumerate(paths):
            path = path if path.startswith("phantom:") else str(Path(path).absolute())
            if number == 0 and show:
                self._wanted = path
            self.scans[path] = ScanFile(path)
            self.scan_listed.emit(self.scans[path])
            self._worker.order(orders.Open(path))

    def choose_scan(self, path: str) -> None:
        """Show a file of the list: its latest run if it has one, else the scan itself."""
        self.scan = self.scans[path]
        self.shown = next((run for run in reversed(self.runs) if run.path == path), None)
        self.scan_chosen.emit(self.scan)
        if self.shown is not None:
            self.run_chosen.emit(self.shown)

    def choose_run(self, run: Run) -> None:
        if run.path in self.scans:
            self.scan = self.scans[run.path]
            self.scan_chosen.emit(self.scan)
        self.shown = run
        self.run_chosen.emit(run)

    def restore(self, files: Iterable[ScanFile], runs: Iterable[Run]) -> None:
        """Go on with these in the place of all there were; nothing is shown yet."""
        self.scans, self.runs = {file.path: file for file in files}, list(runs)
        self.scan = self.shown = self.run = self.stopped = None
        for file in self.scans.values():
            (self.open_failed if file.is_refused else self.scan_opened).emit(file)

    def choose_moment(self, step: float | None) -> None:
        """Look at all runs of the scan as they were at a step of training; None is the newest again."""
        shown = self.shown
        if shown is not None:
            beside = [run for run in self.runs if run is shown or (run.path and run.path == shown.path)]
            if [run for run in beside if run.go_to(step)]:
                self.moment_chosen.emit(shown)

    def begin(self, file: ScanFile, wanted: Wanted, variant: str = "", show: bool = True) -> Run | None:
        """Run a method on any scan, ``variant`` telling it apart from its other runs; None where that cannot be."""
        if self.is_busy or file.scan is None or self.catalogue is None:
            return None
        title = next(card.title for card in self.catalogue.methods if card.id == wanted.method)
        run = Run.of(title, file, wanted, variant)
        self._set_out(run, show)
        self._worker.order(wanted.order(file.path, file.scan))
        return run

    def resume_run(self, run: Run) -> None:
        """Go on with a run that was cancelled or stopped, from its last checkpoint."""
        if self.is_busy or not run.folder:
            return
        run.outcome, run.failed = Outcome.RUNNING, None
        self._set_out(run)
        self._worker.order(orders.ResumeRun(run.folder))

    def adopt(self, run: Run) -> Run:
        """Count a run among those of this sitting."""
        if run not in self.runs:
            self.runs.append(run)
            run.number = 1 + max(one.number for one in self.runs)
        return run

    def further_engine(self) -> Worker:
        """One more engine like the session's own, not started yet."""
        return self._worker.another()

    @property
    def is_busy(self) -> bool:
        """True while a run or an errand goes on."""
        return self.state is not RunState.IDLE or self.errands.going is not None

    def let_be(self) -> None:
        """Leave a run that stopped as it is."""
        self.stopped = None
        self.run_changed.emit(self.state)

    def pause(self) -> None:
        if self.state is RunState.TRAINING:
            self._worker.order(orders.Pause())

    def resume(self) -> None:
        if self.state is RunState.PAUSED:
            self._worker.order(orders.Resume())

    def finish(self) -> None:
        """Stop training and enlarge with the best there is."""
        if self.state in (RunState.TRAINING, RunState.PAUSED):
            self._worker.order(orders.Finish())
            self._enter(RunState.FINISHING)

    def cancel(self) -> None:
        if self.state is not RunState.IDLE:
            self._worker.order(orders.Cancel())
            self._enter(RunState.FINISHING)

    def preview(self) -> None:
        if self.state is RunState.TRAINING:
            self._worker.order(orders.Preview())

    def save(self, path: str, scan: Scan, result: Result | None, bits: int, *origin: object) -> None:
        """Write a picture; never over a file that was opened; ``origin`` is what a DICOM file needs, as in Save."""
        target = str(Path(path).absolute())
        if any(is_same_file(Path(target), Path(known)) for known in self.scans):
            self.save_failed.emit(refusals.not_overwritten(target))
            return
        self._write(orders.Save(target, scan, result, bits, *origin))

    def save_kernel(self, path: str, kernel: Image) -> None:
        self._write(orders.SaveKernel(str(Path(path).absolute()), kernel))

    def _write(self, order: orders.Save | orders.SaveKernel) -> None:
        self._saving.add(order.path)
        self._worker.order(order)

    # -- what happened -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _hear(self, event: events.Event) -> None:
        if self.errands.hear(event) or self.projector.hear(event) or self.chronicle.hear(event):
            return
        match event:
            case events.Catalogued():
                self.catalogue, self.engine = event, EngineState.READY
                self.methods_listed.emit(event)
                self.engine_changed.emit(self.engine)
            case events.Opened(path, scan, clip, frame):
                self._list_scan(path, ScanFile(path, scan, clip=clip, frame=frame), self.scan_opened)
            case events.OpenFailed(path, words, remedy):
                self._list_scan(path, ScanFile(path, None, words, remedy), self.open_failed)
            case events.Saved(path) | events.SaveFailed(path):
                self._saving.discard(path)
                (self.saved if isinstance(event, events.Saved) else self.save_failed).emit(event)
            case events.Noted(words):
                self.noted.emit(words)
            case events.Failed() if self.state is RunState.IDLE:
                if self.engine is EngineState.STARTING or event.kind == "EngineMissing":
                    self.engine = EngineState.DOWN
                    self.engine_changed.emit(self.engine)
                self.run_failed.emit(event)
            case _ if self.run is not None and self.state is not RunState.IDLE:
                self._hear_run(event, self.run)

    def _hear_run(self, event: events.Event, run: Run) -> None:
        run.keep(event, self.runs)
        match event:
            case events.Prepared():
                self.run_prepared.emit(run)
            case events.Recalled():
                self.run_recalled.emit(run)
            case events.StageBegan():
                self._pace.restart()
                if self.state is RunState.PREPARING:
                    self._enter(RunState.TRAINING)
                self.stage_began.emit(event)
            case events.Stepped(step):
                self._pace.mark(self._clock(), step)
                self._tell_progress(run)
            case events.Measured():
                self.loss_measured.emit(event)
            case events.Previewed():
                self.preview_changed.emit(event)
            case events.KernelEstimated():
                self.kernel_estimated.emit(run)
            case events.Identified():
                self.identified.emit(run)
            case events.Checkpointed(step):
                self.checkpointed.emit(step)
            case events.Paused():
                self._enter(RunState.PAUSED)
            case events.Resumed():
                self._pace.restart()
                self._enter(RunState.TRAINING)
            case events.Finished() | ClipEnlarged():
                self._end(run, Outcome.FINISHED)
                self.result_ready.emit(run.result)
            case events.Cancelled():
                self._end(run, Outcome.CANCELLED)
            case events.Failed():
                self._end(run, Outcome.FAILED)
                self.run_failed.emit(event)

    def _tell_progress(self, run: Run) -> None:
        if run.stage is not None:
            end = run.stage.first + run.stage.steps
            left = self._pace.remaining(end) if run.stage.steps else None
            self.progressed.emit(run.step - run.stage.first, run.stage.steps, left)

    def _list_scan(self, path: str, file: ScanFile, signal: SignalInstance) -> None:
        self.scans[path] = file
        signal.emit(file)
        if path == self._wanted or self.scan is None:
            self._wanted = None
            self.choose_scan(path)

    def _set_out(self, run: Run, show: bool = True) -> None:
        self.run, self.stopped = self.adopt(run), None
        self.shown = run if show else self.shown
        self._enter(RunState.PREPARING)
        self.run_began.emit(run)

    def _end(self, run: Run, outcome: Outcome) -> None:
        run.outcome = outcome
        self.stopped = run if outcome is Outcome.FAILED and run.can_resume else None
        self._enter(RunState.IDLE)
        self.run_ended.emit(run)

    def _enter(self, state: RunState) -> None:
        self.state = state
        self.run_changed.emit(state)

    @Slot()
    def _forget_the_engine(self) -> None:
        self.engine = EngineState.STARTING
        self.engine_changed.emit(self.engine)
        self.projector.forget()
        if self.configured is not None:
            self._worker.order(self.configured)
        for file in [f for f in self.scans.values() if f.scan is None and not f.is_refused]:
            self._hear(refusals.not_read(file))
        for path in sorted(self._saving):
            self._hear(refusals.not_written(path))
