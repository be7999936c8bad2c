"""Help › Report a problem at work: keeps the log, tells of a start that fell, gathers and writes a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_engine import __version__
from ussr_gui.language import tr
from ussr_gui.measuring.files import write
from ussr_gui.panels.banner import Offer
from ussr_gui.problems import bundle, choices, crashes, traces
from ussr_gui.problems.bundle import Part
from ussr_gui.problems.dialog import ProblemDialog
from ussr_gui.problems.facts import facts
from ussr_gui.problems.logbook import Logbook
from ussr_gui.problems.updates import Updates
from ussr_gui.problems.veil import Veil
from ussr_gui.problems.watching import Watching, named_in
from ussr_gui.records import Run
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Problems(QObject):
    """What is known when something went wrong; nothing of it leaves the computer by itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._logbook: Logbook | None = None
        self._veil = Veil()
        self._parts: Sequence[Part] = ()
        """What does not change while the page is open."""
        self.offer = Offer(tr("See what happened"), tr("Dismiss"), "circle-alert", kind="link")
        self.dialog = ProblemDialog(window)
        self.updates = Updates(window)
        window.actions_["problem"].triggered.connect(self._open)
        self.offer.taken.connect(self._see)
        self.dialog.changed.connect(self._follow)
        self.dialog.wanted.connect(self._write)

    def keep(self, logbook: Logbook) -> None:
        """Write what happens into this log from now on, and tell of starts that fell."""
        self._logbook = logbook
        Watching(self._window, logbook)
        logbook.note(f"USSR {__version__} starts")
        if logbook.problem:
            self._window.log.add(logbook.problem)
            self._window.status.say(logbook.problem, "warn")
        if logbook.fallen:
            self.offer.make(tr("The program did not end cleanly last time."))

    def note_error(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write down an error that nobody expected; may be called from any thread."""
        if self._logbook is not None:
            self._logbook.note("Something went wrong in the window:")
            for line in traces.of_error(kind, trace):
                self._logbook.note(line)

    @Slot()
    def _open(self) -> None:
        faults = crashes.faults_of(self._logbook.folder) if self._logbook is not None else []
        fallen = self._logbook.fallen if self._logbook is not None else ()
        catalogue, settings, run = self._session.catalogue, self._window.settings, self._run
        self._veil = veil = Veil(named_in(self._window))
        told = {"Answer time": str(self._window.heartbeat.stalls)}
        parts = [Part("versions.txt", veil.over(facts(catalogue, settings.whole("ui_scale", 100), told)))]
        if fallen or faults:
            parts.append(bundle.fell(fallen, faults, veil))
        parts.append(bundle.logged(self._logbook.lines() if self._logbook is not None else [], veil))
        parts.append(bundle.as_json("settings.json", choices.settings_of(settings.stored(), catalogue), veil))
        if run is not None:
            parts.append(bundle.as_json("run.json", choices.run_of(run, catalogue), veil))
        self._parts = parts
        self.dialog.offer(settings.folder, crashed=bool(fallen or faults), has_run=run is not None)

    @Slot()
    def _see(self) -> None:
        self._open()
        self.dialog.show_part("crash.txt")

    @property
    def _run(self) -> Run | None:
        """The run that is shown, else the last one."""
        return self._session.shown or next(reversed(self._session.runs), None)

    @Slot()
    def _follow(self) -> None:
        words = bundle.said(self.dialog.happened.toPlainText(), self._veil)
        self.dialog.show_parts([words, *(part for part in self._parts if self.dialog.wants(part.name))])

    @Slot(str)
    def _write(self, path: str) -> None:
        parts = self.dialog.parts
        wrong = write(path, bundle.packed(parts))
        if not wrong and not _is_written(path, parts):
            wrong = tr("{path} was written, but read again it holds something else. Save it once more.").format(
                path=path
            )
        told = tr("Written and read back: {path}. Nothing was sent.").format(path=from_home(path))
        self.dialog.say(wrong or told, "error" if wrong else "ok")


def _is_written(path: str, parts: Sequence[Part]) -> bool:
    try:
        return bundle.is_of(Path(path).read_bytes(), parts)
    except OSError:
        return False
