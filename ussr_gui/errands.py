"""Tasks of the engine that are no runs: a benchmark, a fetch of weights, the queue, a test of the devices.

One at a time, beside no run.  Questions about a file or about this computer are answered at any time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine import events, machine, orders
from ussr_engine.batch import news as queue_news
from ussr_engine.batch.items import Treatment
from ussr_engine.benchmark import news
from ussr_engine.cine.news import EnlargedClip
from ussr_engine.derived.news import PatientFound
from ussr_engine.passport import Privacy
from ussr_engine.result import Result
from ussr_gui import refusals
from ussr_gui.language import tr
from ussr_gui.records import EngineState, RunState, is_same_file
from ussr_gui.wanted import Wanted
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
    machine.DeviceTried,
    # What trainings within the queue tell:
    events.Noted,
    events.Recalled,
    events.Measured,
    events.Previewed,
    events.Identified,
    events.KernelEstimated,
    events.Checkpointed,
)
"""What belongs to the errand while one goes on; files are answered as always."""

OF_THE_QUEUE = (queue_news.QueueChanged, queue_news.QueuePaced, queue_news.QueueSearched, queue_news.QueueRefused)
"""What is told of the queue at any time."""

Errand = orders.Benchmark | orders.FetchWeights | orders.RunQueue | orders.SaveClip | machine.TryDevices

GOES_ON = {
    orders.Benchmark: tr("A benchmark goes on; wait for it or stop it."),
    orders.FetchWeights: tr("A fetch of weights goes on; wait for it or stop it."),
    orders.SaveClip: tr("A clip is being written; wait for it or stop it."),
    orders.RunQueue: tr("The queue is being worked off; wait for it or pause it."),
    machine.TryDevices: tr("The devices are being tested; it takes seconds."),
}


class Errands(QObject):
    """Sends an errand and passes on what is told of it."""

    changed = Signal()
    benchmark_told = Signal(object)
    fetch_told = Signal(object)
    patient_found = Signal(object)
    queue_told = Signal(object)
    clip_told = Signal(object)
    devices_seen = Signal(object)
    devices_told = Signal(object)
    weighed = Signal(object)

    def __init__(self, worker: Worker, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.going: Errand | None = None
        self._worker = worker

    @property
    def problem(self) -> str:
        """Why nothing else can be started; empty while there is no errand."""
        return GOES_ON[type(self.going)] if self.going is not None else ""

    @Slot(object)
    def begin(self, order: Errand) -> None:
        """Send an errand, if nothing else goes on."""
        if problem(self._session):
            return
        self.going = order
        self._worker.order(order)
        self.changed.emit()

    def find_patient(self, path: str) -> None:
        """Ask what a file tells of a patient; answered at any time."""
        self._worker.order(orders.FindPatient(path))

    def look_at_devices(self, wish: str) -> None:
        """Ask for every device, and why it is used or not where this one is wished."""
        self._worker.order(machine.LookAtDevices(wish))

    def try_devices(self) -> None:
        """Have every device compute something."""
        self.begin(machine.TryDevices())

    def weigh(self, wanted: Wanted, width: int, height: int) -> None:
        """Ask how much memory a run would take on a scan of this size."""
        what = (wanted.method, wanted.scale, width, height, wanted.knobs, wanted.device)
        self._worker.order(machine.Weigh(*what, wanted.challenge is not None))

    def fetch(self, name: str) -> None:
        """Fetch published weights: the answer to a click."""
        self.begin(orders.FetchWeights(name))

    @Slot(str, object, object, int, str, object)
    def save_clip(
        self, path: str, clip: EnlargedClip, result: Result, bits: int, source: str, privacy: Privacy
    ) -> None:
        """Write a clip; never over a file that was opened."""
        order = orders.SaveClip(str(Path(path).absolute()), clip, result, source, bits, privacy)
        if any(is_same_file(Path(order.path), Path(known)) for known in self._session.scans):
            refused = refusals.not_overwritten(order.path)
            self.clip_told.emit(events.Failed("Refused", refused.words, refused.remedy, ""))
        elif words := problem(self._session):
            self.clip_told.emit(events.Failed("Refused", tr("The clip was not written."), words, ""))
        else:
            self.begin(order)

    @Slot()
    def stop(self) -> None:
        """Give it up; what is done stays."""
        if self.going is not None:
            self._worker.order(orders.Cancel())

    # -- the queue ---------------------------------------------------------------------------------------------------

    @property
    def is_queue_going(self) -> bool:
        return isinstance(self.going, orders.RunQueue)

    def run_queue(self) -> None:
        """Work it off from where it stands."""
        self.begin(orders.RunQueue())

    def show_queue(self) -> None:
        self._worker.order(orders.ShowQueue())

    def enqueue(self, paths: tuple[str, ...], treatments: tuple[Treatment, ...], folder: str, template: str) -> None:
        """Add files and folders, also while something goes on."""
        self._worker.order(orders.Enqueue(paths, treatments, folder, template))

    def change_queue(self, change: str, numbers: tuple[int, ...], before: int | None = None) -> None:
        """Skip, retry, remove or move items, also while something goes on."""
        self._worker.order(orders.ChangeQueue(change, numbers, before))

    def report_queue(self, path: str) -> None:
        self._worker.order(orders.ReportQueue(path))

    def hear(self, event: object) -> bool:
        """Take an event that is about the errand, the queue or a patient; False leaves it to others."""
        if isinstance(event, PatientFound):
            self.patient_found.emit(event)
            return True
        if isinstance(event, machine.DevicesSeen | machine.Weighed):
            (self.devices_seen if isinstance(event, machine.DevicesSeen) else self.weighed).emit(event)
            return True
        if isinstance(event, OF_THE_QUEUE):
            self.queue_told.emit(event)
            return True
        going = self.going
        if going is None or not isinstance(event, TOLD):
            return False
        if isinstance(event, events.End):
            self.going = None
        signals = {
            orders.Benchmark: self.benchmark_told,
            orders.FetchWeights: self.fetch_told,
            orders.RunQueue: self.queue_told,
            orders.SaveClip: self.clip_told,
            machine.TryDevices: self.devices_told,
        }
        signals[type(going)].emit(event)
        if self.going is None:
            self.changed.emit()
        return True


def problem(session: Session) -> str:
    """Why no errand can be begun; empty when one can."""
    if session.engine is EngineState.DOWN:
        return tr("The engine cannot start; the log says why.")
    if session.engine is EngineState.STARTING:
        return tr("The engine is starting…")
    if session.state is not RunState.IDLE:
        return tr("A run goes on; wait for it or cancel it.")
    return session.errands.problem
