"""What happened, shown where a person looks: panes, lists, curves, tabs, status row and log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ussr_engine.events import Catalogued, Failed, Measured, Previewed, Saved, SaveFailed, StageBegan
from ussr_engine.result import Result
from ussr_gui import outputs
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.result import gain_in_words
from ussr_gui.records import STATES, EngineState, Outcome, Run, RunState, ScanFile
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

REDRAW_MS = 500
"""Lists and tabs follow a run at this pace; heartbeats are faster than anyone reads."""


class Telling(QObject):
    """Listens to the session for the whole window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._pictured: Run | None = None
        self._redraw = QTimer(self)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._follow_run)
        session = window.session
        for signal, slot in (
            (session.scan_listed, self._list_file),
            (session.scan_opened, self._list_file),
            (session.open_failed, self._refuse_file),
            (session.scan_chosen, self._show_file),
            (session.run_began, self._begin_run),
            (session.run_chosen, self._show_run),
            (session.run_prepared, self._show_run),
            (session.run_recalled, self._show_curves),
            (session.run_ended, self._end_run),
            (session.run_failed, self._fail_run),
            (session.run_changed, self._change),
            (session.result_ready, self._show_result),
            (session.preview_changed, self._show_preview),
            (session.moment_chosen, self._show_pictures),
            (session.identified, self._show_found),
            (session.loss_measured, self._measure),
            (session.stage_began, self._begin_stage),
            (session.noted, window.log.add),
            (session.saved, self._say_saved),
            (session.save_failed, self._say_not_saved),
            (session.methods_listed, self._show_devices),
            (session.engine_changed, self._change_engine),
            (session.progressed, window.controls.show_progress),
            (session.progressed, window.status.show_progress),
            (session.run_changed, window.status.show_state),
            (session.checkpointed, window.status.show_checkpoint),
            (session.loss_measured, window.status.show_measured),
            (session.projector.shown, self._show_frame),
            (window.elsewhere.changed, self._show_pictures),
            (window.naming.changed, self._show_names),
            (window.staleness.changed, self._show_stale),
        ):
            signal.connect(slot)

    @property
    def diagnostics(self) -> dict[str, str]:
        """What only the window knows, for the About page."""
        catalogue = self._session.catalogue
        if catalogue is None:
            device, lpips = tr("the engine is starting"), tr("unknown yet")
        else:
            device = interpreted(dict(catalogue.devices).get(catalogue.device, catalogue.device))
            lpips = interpreted(catalogue.lpips_reason) or tr("available")
        return {
            tr("Device"): device,
            "LPIPS": from_home(lpips),
            tr("Window's answer time"): str(self._window.heartbeat.stalls),
        }

    @Slot(object)
    def _list_file(self, file: ScanFile) -> None:
        self._window.scans.show_file(file)
        self._window.show_docks(True)

    @Slot()
    def _show_names(self) -> None:
        for file in self._session.scans.values():
            self._window.scans.show_file(file)
        if self._session.scan is not None:
            self._show_file(self._session.scan)
        self._show_pictures()

    @Slot()
    def _show_stale(self) -> None:
        self._show_pictures()
        self._window.result.show_run(self._session.shown)

    @Slot(object)
    def _refuse_file(self, file: ScanFile) -> None:
        self._list_file(file)
        self._window.log.add(f"{file.name}: {file.words} {file.remedy}".strip())
        self._window.status.say(tr("One file could not be read"), "error")

    @Slot(object)
    def _show_file(self, file: ScanFile) -> None:
        window = self._window
        window.scans.choose(file)
        window.info.show_file(file)
        if self._session.shown is None or file.is_refused:
            self._pictured = None
            window.pictures.show_file(file)
            window.runs.choose(None)
            window.result.show_run(None)
            window.loss.reset()
            if window.choices.currentWidget() is window.result:
                window.choices.setCurrentWidget(window.method)

    @Slot(object)
    def _begin_run(self, run: Run) -> None:
        window = self._window
        window.runs.show_run(run)
        if run is self._session.shown:
            window.runs.choose(run)
            window.result.show_run(run)
            self._show_curves(run)
        if not self._redraw.isActive():
            window.heartbeat.begin()
            self._redraw.start()
        window.log.add(tr("{label} begins").format(label=run.label))

    @Slot(object)
    def _show_run(self, run: Run) -> None:
        if run is not self._session.shown:
            return
        window = self._window
        window.runs.show_run(run)
        window.runs.choose(run)
        self._show_pictures()
        window.result.show_run(run)
        self._show_curves(run)
        if run.prepared is not None:
            window.status.show_device(run.prepared.device)

    @Slot(object)
    def _show_curves(self, run: Run) -> None:
        if run is not self._session.shown:
            return
        loss = self._window.loss
        loss.reset()
        if run.stage is not None:
            loss.begin_stage(interpreted(run.stage.name), run.stage.first)
        for measured in run.measured:
            loss.add(measured.step, measured.losses, measured.rate, measured.best_step)
        if run.outcome is not Outcome.RUNNING:
            loss.finish()

    @Slot(object)
    def _show_found(self, run: Run) -> None:
        if run is self._session.shown:
            self._window.result.show_run(run)

    @Slot(object)
    def _begin_stage(self, stage: StageBegan) -> None:
        window = self._window
        window.controls.begin_stage(stage)
        window.status.begin_stage(stage)
        window.log.add(interpreted(stage.name))
        if self._session.run is self._session.shown and stage.name.startswith("Training"):
            window.loss.begin_stage(interpreted(stage.name), stage.first)

    @Slot(object)
    def _measure(self, measured: Measured) -> None:
        if self._session.run is self._session.shown:
            self._window.loss.add(measured.step, measured.losses, measured.rate, measured.best_step)

    @Slot(object)
    def _show_preview(self, previewed: Previewed) -> None:
        self._show_pictures()
        shown = self._session.shown
        if shown is not None and shown.outcome is Outcome.RUNNING:
            self._window.result.show_run(shown)
            if shown is not self._session.run:
                self._show_curves(shown)

    @Slot()
    def _show_pictures(self) -> None:
        """The run that is shown, among the others of its scan."""
        run, pictures = self._session.shown, self._window.pictures
        if run is None or run.prepared is None:
            return
        others = [one for one in self._session.runs if one.path == run.path] if run.path else [run]
        file = self._session.scans.get(run.path)
        pictures.show_run(run, others, self._window.elsewhere.pictures, file.sight if file is not None else None)
        if run is not self._pictured and outputs.result_of(run) is not None:
            self._pictured = run
            pictures.compare.set_active(outputs.key_of(run))

    @Slot(object)
    def _show_frame(self, file: ScanFile) -> None:
        """Another frame of a clip."""
        shown = self._session.shown
        if shown is not None and shown.path == file.path and shown.prepared is not None:
            self._show_pictures()
        elif file is self._session.scan:
            self._window.pictures.show_file(file)

    @property
    def _under_way(self) -> list[Run]:
        """The session's run, and those on further devices."""
        return [run for run in self._session.runs if run.outcome is Outcome.RUNNING]

    @Slot()
    def _follow_run(self) -> None:
        for run in self._under_way:
            self._window.runs.show_run(run)

    @Slot(object)
    def _show_result(self, result: Result) -> None:
        window, run = self._window, self._session.run
        if run is None or run is not self._session.shown:
            self._show_pictures()
            return
        self._show_run(run)
        if window.racing.going is None:  # nobody asked for each of a race's results
            window.choices.setCurrentWidget(window.result)

    @Slot(object)
    def _end_run(self, run: Run) -> None:
        window = self._window
        if not self._under_way:
            self._redraw.stop()
            window.heartbeat.end()
        window.runs.show_run(run)
        if run is self._session.shown:
            window.result.show_run(run)
            window.loss.finish()
        bicubic = run.prepared.bicubic_scores if run.prepared else None
        gain = gain_in_words(run.scores, bicubic)
        words = f"{run.label} {tr(run.outcome.value)}" + (f" · {gain}" if gain else "")
        window.log.add(words)
        window.log.add(tr("The window answered: {stalls}").format(stalls=window.heartbeat.stalls))
        if run.outcome is not Outcome.FAILED:
            window.status.say(words)

    @Slot(object)
    def _fail_run(self, failed: Failed) -> None:
        words = f"{failed.words} {failed.remedy}".strip()
        self._window.log.add(words)
        if failed.trace:
            self._window.log.add(failed.trace.rstrip())
        self._window.status.say(words, "error")
        self._window.status.show_ready(failed.words if self._session.engine is EngineState.DOWN else tr("Ready"))

    @Slot(RunState)
    def _change(self, state: RunState) -> None:
        running = state is not RunState.IDLE
        self._window.setWindowTitle(f"{STATES[state]} · USSR" if running else "USSR")

    @Slot(object)
    def _say_saved(self, saved: Saved) -> None:
        words = tr("Saved and read back: {path}").format(path=from_home(saved.path))
        self._window.log.add(f"{words} ({saved.words})")
        self._window.status.say(words)

    @Slot(object)
    def _say_not_saved(self, failed: SaveFailed) -> None:
        self._window.log.add(f"{failed.words} {failed.remedy}".strip())
        self._window.status.say(failed.words, "error")

    @Slot(object)
    def _show_devices(self, catalogue: Catalogued) -> None:
        self._window.status.show_device(dict(catalogue.devices).get(catalogue.device, catalogue.device))

    @Slot(EngineState)
    def _change_engine(self, state: EngineState) -> None:
        words = {
            EngineState.READY: tr("Ready"),
            EngineState.STARTING: tr("The engine is starting…"),
            EngineState.DOWN: tr("The engine cannot start"),
        }
        self._window.status.show_ready(words[state])
