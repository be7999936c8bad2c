"""A further engine process beside the session's own, for one more run at a time on a device of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine import events, orders
from ussr_gui.records import Outcome, Run, RunState, ScanFile
from ussr_gui.session import Session
from ussr_gui.wanted import Wanted


class Beside(QObject):
    """Its runs are runs of the session, which tells of them as of its own.

    Signals
    -------
    changed
        It is ready, or its run has come to a further stage or to its end.
    left
        Its process has ended, as it was told to.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, session: Session, device: str) -> None:
        super().__init__(session)
        self.device = device
        self.run: Run | None = None
        self.state = RunState.IDLE
        self._session, self._ready = session, False
        self._worker = session.further_engine()
        self._worker.setParent(self)
        self._worker.happened.connect(self._hear)
        self._worker.restarted.connect(self._wait)
        self._worker.left.connect(self.left)
        self._worker.start()
        self._wait()

    @property
    def is_free(self) -> bool:
        return self._ready and self.run is None

    def takes(self, wanted: Wanted) -> bool:
        """Whether a run may be on this device; clips stay with the session, which keeps their frames."""
        return wanted.device in ("auto", self.device) and not wanted.learn_from

    def begin(self, file: ScanFile, wanted: Wanted, title: str, show: bool) -> Run | None:
        """Run a method on a scan; it is shown only when the person goes to it."""
        if not self.is_free or file.scan is None:
            return None
        run = self._session.adopt(Run(title, wanted.scale, file.path, variant=wanted.variant, frame=file.frame))
        self.run, self.state = run, RunState.PREPARING
        self._worker.order(replace(wanted, device=self.device).order(file.path, file.scan))
        self._session.run_began.emit(run)
        return run

    def finish(self) -> None:
        """Stop training and enlarge with the best there is."""
        if self.state is RunState.TRAINING:
            self._worker.order(orders.Finish())
            self.state = RunState.FINISHING

    def cancel(self) -> None:
        if self.run is not None:
            self._worker.order(orders.Cancel())
            self.state = RunState.FINISHING

    def leave(self) -> None:
        """End the process without waiting for it."""
        self._worker.leave()

    def close(self) -> None:
        """End the process; takes at most the time of grace."""
        self._worker.close()

    @Slot()
    def _wait(self) -> None:
        """Until a new process is ready."""
        self._ready = False
        if self._session.configured is not None:
            self._worker.order(self._session.configured)

    @Slot(object)
    def _hear(self, event: events.Event) -> None:
        run = self.run
        if isinstance(event, events.Catalogued):
            self._ready = True
        elif isinstance(event, events.Noted):
            self._session.noted.emit(event.words)
        elif run is not None:
            run.keep(event, self._session.runs)
            self._tell(event, run)
        if isinstance(event, events.Catalogued | events.StageBegan | events.End):
            self.changed.emit()

    def _tell(self, event: events.Event, run: Run) -> None:
        match event:
            case events.Prepared():
                self._session.run_prepared.emit(run)
            case events.StageBegan() if self.state is RunState.PREPARING:
                self.state = RunState.TRAINING
            case events.Previewed():
                self._session.preview_changed.emit(event)
            case events.Finished(result):
                self._end(run, Outcome.FINISHED)
                self._session.result_ready.emit(result)
            case events.Cancelled():
                self._end(run, Outcome.CANCELLED)
            case events.Failed(_, words, remedy):
                self._end(run, Outcome.FAILED)
                self._session.noted.emit(f"{run.label}: {words} {remedy}".strip())

    def _end(self, run: Run, outcome: Outcome) -> None:
        run.outcome = outcome
        self.run, self.state = None, RunState.IDLE
        self._session.run_ended.emit(run)
