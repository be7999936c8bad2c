"""The Train menu and Save at work on the session."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.export import Savable
from ussr_gui.records import EngineState, Run, RunState, ScanFile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

SAVED = "Saved"


class Steering(QObject):
    """Start, pause, resume, finish, cancel; save."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, window.session, window.settings
        session, actions = window.session, window.actions_
        actions["start"].triggered.connect(self._start)
        actions["finish"].triggered.connect(session.finish)
        actions["cancel"].triggered.connect(self._cancel)
        actions["resume_last"].triggered.connect(self._resume_last)
        actions["preview"].triggered.connect(session.preview)
        actions["save"].triggered.connect(self._offer)
        window.result.save.clicked.connect(self._offer)
        window.saving.save_requested.connect(session.save)
        window.saving.clip_requested.connect(session.errands.save_clip)
        window.saving.stop_requested.connect(session.errands.stop)
        session.errands.clip_told.connect(window.saving.show_clip)
        session.saved.connect(window.saving.show_saved)
        window.saving.patient_wanted.connect(session.errands.find_patient)
        session.errands.patient_found.connect(window.saving.show_patient)
        session.save_failed.connect(window.saving.show_failed)
        session.chronicle.changed.connect(self.follow)
        for signal in (session.run_changed, session.engine_changed, session.scan_chosen, session.run_chosen):
            signal.connect(self.follow)
        session.errands.changed.connect(self.follow)
        session.methods_listed.connect(self.follow)
        window.method.changed.connect(self.follow)
        self.follow()

    @property
    def problem(self) -> str:
        """Why no run can be started; empty when one can."""
        session = self._session
        if session.engine is EngineState.DOWN:
            return tr("The engine cannot start; the log says why.")
        if session.errands.going is not None:
            return session.errands.problem
        if session.scan is None:
            return tr("Open a scan; then press Start.")
        if session.scan.is_refused:
            return tr("Open a scan that can be read; then press Start.")
        if session.scan.scan is None:
            return tr("The scan is being read…")
        return self._window.method.problem

    @Slot()
    def follow(self) -> None:
        session = self._session
        stopped = session.stopped if session.errands.going is None else None
        self._window.controls.show_state(session.state, stopped, self.problem)
        actions = self._window.actions_
        idle = not session.is_busy and session.engine is EngineState.READY
        waits = self._last_run() is not None or self._window.remembering.newest_unfinished() is not None
        actions["resume_last"].setEnabled(idle and waits)
        actions["preview"].setEnabled(session.state is RunState.TRAINING)
        actions["save"].setEnabled(bool(self._savable()))

    @Slot()
    def _start(self) -> None:
        session = self._session
        match session.state:
            case RunState.TRAINING:
                session.pause()
            case RunState.PAUSED:
                session.resume()
            case RunState.IDLE if session.stopped is not None:
                session.resume_run(session.stopped)
            case RunState.IDLE if not self.problem and session.scan is not None:
                wanted = self._window.method.wanted
                self._window.method.remember()
                session.begin(session.scan, wanted)

    @Slot()
    def _cancel(self) -> None:
        if self._session.stopped is not None:
            self._session.let_be()
        else:
            self._session.cancel()

    @Slot()
    def _resume_last(self) -> None:
        """The run that was interrupted last: of this sitting, else of an earlier one."""
        run, card = self._last_run(), self._window.remembering.newest_unfinished()
        if run is not None:
            self._session.resume_run(run)
        elif card is not None:
            self._window.remembering.go_on(card)

    def _last_run(self) -> Run | None:
        return next((run for run in reversed(self._session.runs) if run.can_resume), None)

    def _savable(self) -> list[Savable]:
        run, session = self._session.shown, self._session
        found = []
        if run is not None and run.result is not None:
            made = run.mixed or run.result
            words = ", ".join(
                part for part in (tr("Result, {label}").format(label=run.label), interpreted(made.mixture)) if part
            )
            if run.clip is not None:
                whole = ", ".join(
                    part
                    for part in (
                        tr("All {frames} frames, {label}").format(frames=run.clip.frames, label=run.label),
                        interpreted(made.mixture),
                    )
                    if part
                )
                found.append(Savable(whole, made.sr, made, _stem(run, made.method), run.path, run.frame, run.clip))
            found.append(Savable(words, made.sr, made, _stem(run, made.method), *_source(run)))
        if run is not None and run.prepared is not None:
            bicubic = run.prepared.bicubic
            words = tr("Input, bicubic ×{scale}").format(scale=run.scale)
            found.append(Savable(words, bicubic, None, _stem(run, "bicubic"), *_source(run)))
        if session.scan is not None and session.scan.scan is not None and found:
            scan = session.scan.scan
            file, stem = session.scan, f"{_clean(PurePath(scan.name).stem)}-copy"
            found.append(Savable(tr("The scan as it was read"), scan, None, stem, file.path, file.frame))
        return found

    @Slot()
    def _offer(self) -> None:
        savable = self._savable()
        if savable:
            self._window.saving.offer(savable, self._settings.folder)


def _stem(run: Run, method: str) -> str:
    """Name of a file for what a run made: of the scan's file, else of what the engine calls the scan."""
    scan = run.prepared.scan if run.prepared else None
    name = ScanFile(run.path, None if run.path else scan).name
    return f"{_clean(PurePath(name).stem)}-{method}-x{run.scale}"


def _source(run: Run) -> tuple[str, int]:
    """The file a run's pictures are derived from, and the frame; none where the scan was shrunk first."""
    shrunk = run.prepared is not None and run.prepared.reference is not None
    return ("", 0) if shrunk else (run.path, run.frame)


def _clean(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_.() " else "_" for letter in name).strip(". ") or "scan"
