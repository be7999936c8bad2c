"""A sitting in one file: scans, runs, measurements and how one looks at them, to go on another day or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_engine import events, orders, result, scan
from ussr_engine.archive import read_archive, write_archive
from ussr_engine.cine.news import EnlargedClip, Sight
from ussr_engine.clip import Clip
from ussr_engine.errors import EngineError
from ussr_engine.measures.differences import Difference
from ussr_engine.moments import Moment
from ussr_engine.reading import trials
from ussr_gui.gallery import Origin
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.shapes import Kind, Shape
from ussr_gui.racing.keeping import KeptRace, KeptRunner
from ussr_gui.racing.runner import State
from ussr_gui.racing.scoring import Metric
from ussr_gui.reading.keeping import KeptPicture, KeptReading
from ussr_gui.records import Outcome, Run, ScanFile
from ussr_gui.trusting.shield import Shield
from ussr_gui.view import View
from ussr_gui.viewers.split import Division
from ussr_gui.viewers.tone import Tone
from ussr_gui.wanted import Wanted
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

SUFFIX = ".ussr"
FILTERS = [tr("Sessions of this program (*{suffix})").format(suffix=SUFFIX)]
VERSION = 2


@dataclass(frozen=True)
class Sitting:
    """Scans and shapes by path; ``chosen`` is the path of the scan that is shown, ``shown`` the number of the run."""

    version: int
    scans: tuple[ScanFile, ...]
    runs: tuple[Run, ...]
    shapes: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)
    shields: Mapping[str, Shield] = field(default_factory=dict)
    trusts: Mapping[int, result.Trust] = field(default_factory=dict)
    """By the number of the run."""
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths of pictures made elsewhere, by the scan that they are held against."""
    chosen: str = ""
    shown: int = 0
    view: View = field(default_factory=View)
    races: tuple[KeptRace, ...] = ()
    reading: KeptReading | None = None
    """One that was left before its end."""


CLASSES = (
    *(Sitting, ScanFile, Run, Outcome, Moment, View, Tone, Division, Difference, Shape, Kind, Shield),
    *(scan.Scan, scan.Spacing, scan.Region, scan.Known, orders.Challenge, Wanted, Clip, Sight, EnlargedClip),
    *(events.Prepared, events.Previewed, events.StageBegan, events.Measured, events.KernelEstimated, events.Failed),
    *(result.Result, result.Scores, result.History, result.Identification, result.Evidence, result.TrustMap),
    *(result.Trust, result.Protected),
    *(KeptRace, KeptRunner, Wanted, State, Metric),
    *(KeptReading, KeptPicture, Origin, trials.Question, trials.Answer, trials.Trial),
)
"""Everything that such a file may hold."""


class Sittings(QObject):
    """Save session and Open session; the work is done in a thread.

    Signals
    -------
    saved, opened : str
        Path of the file.
    """

    saved = Signal(str)
    opened = Signal(str)
    _written = Signal(str, object)
    _read = Signal(str, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._dialogs: dict[str, QFileDialog] = {}
        self._actions["save_session"].triggered.connect(self._ask_where)
        self._actions["open_session"].triggered.connect(self._ask_which)
        self._written.connect(self._tell_saved)
        self._read.connect(self._take)
        session = self._session
        for signal in (session.scan_chosen, session.run_changed, session.run_began, session.run_ended):
            signal.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """There is something to save once a scan is open; another sitting is not opened over a run that goes on."""
        self._actions["save_session"].setEnabled(bool(self._session.scans))
        self._actions["open_session"].setEnabled(not self._is_busy)

    def save(self, path: str) -> None:
        """Write all there is."""
        sitting = self._gathered()

        def work() -> None:
            try:
                write_archive(Path(path), sitting)
            except OSError as error:
                self._written.emit(path, tr("{reason}. Choose another folder.").format(reason=error.strerror or error))
                return
            self._written.emit(path, None)

        self._window.status.say(tr("Saving the session…"))
        self._pool.start(work)

    def open(self, path: str) -> None:
        """Read a sitting and go on with it in the place of this one."""

        def work() -> None:
            try:
                self._read.emit(path, read_archive(Path(path), CLASSES))
            except EngineError as error:
                self._read.emit(path, error)

        self._window.status.say(tr("Opening the session…"))
        self._pool.start(work)

    def close(self) -> None:
        """Wait for a file that is being written."""
        self._pool.waitForDone()

    def _gathered(self) -> Sitting:
        window, session = self._window, self._session
        return Sitting(
            VERSION,
            tuple(replace(file, alias="") for file in session.scans.values()),
            tuple(replace(run, mixed=None, moment=None, is_stale=False) for run in session.runs),
            window.measuring.measurements.remembered(),
            window.trusting.shields.remembered(),
            {run.number: window.trusting.blending.trust_of(run) for run in session.runs},
            window.elsewhere.remembered(),
            session.scan.path if session.scan is not None else "",
            session.shown.number if session.shown is not None else 0,
            window.comparing.remember(View(overlay=window.overlays.wanted)),
            window.racing.remembered(),
            window.reading.remembered(),
        )

    @Slot(str, object)
    def _tell_saved(self, path: str, problem: str | None) -> None:
        if problem:
            self._window.status.say(
                tr("{path} cannot be written: {problem}").format(path=from_home(path), problem=problem), "error"
            )
            return
        self._window.log.add(tr("Session saved: {path}").format(path=from_home(path)))
        self._window.status.say(tr("Session saved: {path}").format(path=from_home(path)))
        self.saved.emit(path)

    @Slot(str, object)
    def _take(self, path: str, sitting: object) -> None:
        if isinstance(sitting, EngineError):
            words = interpreted(str(sitting))
            self._window.log.add(words)
            self._window.status.say(words, "error")
            return
        if not isinstance(sitting, Sitting) or sitting.version > VERSION:
            self._window.status.say(
                tr("{name} was saved by a newer program; update this one.").format(name=Path(path).name), "error"
            )
            return
        if self._is_busy:
            self._window.status.say(tr("A run has begun meanwhile: open the session when it has ended."), "error")
            return
        self._restore(sitting)
        self._window.status.say(
            " · ".join([tr("Session opened: {path}").format(path=from_home(path)), *self._unfinished()])
        )
        self.opened.emit(path)

    def _restore(self, sitting: Sitting) -> None:
        window, session = self._window, self._session
        for run in sitting.runs:
            if run.outcome is Outcome.RUNNING:
                run.outcome = Outcome.CANCELLED
        window.measuring.measurements.recall(sitting.shapes)
        window.trusting.shields.recall(sitting.shields)
        for run in sitting.runs:
            window.trusting.blending.trust(run, sitting.trusts.get(run.number, result.Trust()))
        window.runs.list.clear()
        window.scans.list.clear()
        session.restore(sitting.scans, sitting.runs)
        for run in sitting.runs:
            window.runs.show_run(run)
        window.elsewhere.recall(sitting.elsewhere)
        window.racing.recall(sitting.races, sitting.runs)
        window.reading.recall(sitting.reading, sitting.runs)
        shown = next((run for run in sitting.runs if run.number == sitting.shown), None)
        if shown is not None:
            session.choose_run(shown)
        elif sitting.chosen in session.scans:
            session.choose_scan(sitting.chosen)
        window.comparing.recall(sitting.view)
        window.overlays.choose(sitting.view.overlay)

    @property
    def _is_busy(self) -> bool:
        """Whether a run goes on, on whatever device."""
        return self._session.is_busy or self._window.racing.lanes.are_busy

    def _unfinished(self) -> list[str]:
        """What waits for the person to go on with it."""
        waiting = sum(len(race.waiting) for race in self._window.racing.races.values())
        left = self._window.reading.sitting
        words = [tr("{waiting} in the race wait to be started").format(waiting=waiting)] if waiting else []
        return (
            [*words, tr("blind reading left at {reached}").format(reached=left.reached)] if left is not None else words
        )

    @Slot()
    def _ask_where(self) -> None:
        dialog = self._dialog(tr("Save session"), QFileDialog.AcceptMode.AcceptSave)
        if not dialog.isVisible():
            dialog.setDirectory(self._window.settings.folder)
            dialog.selectFile(f"session{SUFFIX}")
        dialog.show()
        dialog.activateWindow()

    @Slot()
    def _ask_which(self) -> None:
        dialog = self._dialog(tr("Open session"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setDirectory(self._window.settings.folder)
        dialog.show()
        dialog.activateWindow()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        if title not in self._dialogs:
            dialog = self._dialogs[title] = QFileDialog(self._window, title)
            dialog.setModal(False)
            dialog.setAcceptMode(mode)
            dialog.setNameFilters(FILTERS)
            dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
            saving = mode == QFileDialog.AcceptMode.AcceptSave
            dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(self.save if saving else self.open)
        return self._dialogs[title]
