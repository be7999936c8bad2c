"""Tasks of the engine that are no runs: a benchmark, a fetch of weights.  One at a time, and never beside a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine import events, orders
from ussr_engine.benchmark import news
from ussr_engine.derived.news import PatientFound
from ussr_gui.records import EngineState, RunState
from ussr_gui.worker import Worker

if TYPE_CHECKING:
    from ussr_gui.session import Session

TOLD = (
    events.End,
    events.StageBegan,
    events.Stepped,
    news.Skipped,
    news.Listed,
    news.CellBegan,
    news.CellEnded,
)
"""What belongs to the errand while one goes on; files are answered as always."""

NAMES = {orders.Benchmark: "A benchmark", orders.FetchWeights: "A fetch of weights"}


class Errands(QObject):
    """Sends an errand and passes on what is told of it."""

    changed = Signal()
    benchmark_told = Signal(object)
    fetch_told = Signal(object)
    patient_found = Signal(object)

    def __init__(self, worker: Worker, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.going: orders.Benchmark | orders.FetchWeights | None = None
        self._worker = worker

    @property
    def problem(self) -> str:
        """Why nothing else can be started; empty while there is no errand."""
        return f"{NAMES[type(self.going)]} goes on; wait for it or stop it." if self.going is not None else ""

    @Slot(object)
    def begin(self, order: orders.Benchmark | orders.FetchWeights) -> None:
        """Send an errand, if nothing else goes on."""
        if problem(self._session):
            return
        self.going = order
        self._worker.order(order)
        self.changed.emit()

    def find_patient(self, path: str) -> None:
        """Ask what a file tells of a patient; answered at any time."""
        self._worker.order(orders.FindPatient(path))

    def fetch(self, name: str) -> None:
        """Fetch published weights: the answer to a click."""
        self.begin(orders.FetchWeights(name))

    @Slot()
    def stop(self) -> None:
        """Give it up; what is done stays."""
        if self.going is not None:
            self._worker.order(orders.Cancel())

    def hear(self, event: object) -> bool:
        """Take an event that is about the errand; False leaves it to others."""
        if isinstance(event, PatientFound):
            self.patient_found.emit(event)
            return True
        going = self.going
        if going is None or not isinstance(event, TOLD):
            return False
        if isinstance(event, events.End):
            self.going = None
        signal = self.benchmark_told if isinstance(going, orders.Benchmark) else self.fetch_told
        signal.emit(event)
        if self.going is None:
            self.changed.emit()
        return True


def problem(session: Session) -> str:
    """Why no errand can be begun; empty when one can."""
    if session.engine is EngineState.DOWN:
        return "The engine cannot start; the log says why."
    if session.engine is EngineState.STARTING:
        return "The engine is starting…"
    if session.state is not RunState.IDLE:
        return "A run goes on; wait for it or cancel it."
    return session.errands.problem
