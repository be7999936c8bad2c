"""The main job on the built-in phantom, in the real window, by itself."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from ussr_engine.events import Failed
from ussr_gui.main_window import MainWindow
from ussr_gui.panels.result import gain_in_words
from ussr_gui.records import PHANTOM, EngineState, Outcome, Run

METHOD, SCALE, KNOBS = "zssr", 2, {"schedule.steps": 1000}
PICTURE = "ussr-demo.png"
SIZE = (1440, 900)
SETTLE_MS = 600
"""Time for curves and panes, which are drawn by timer, to show the last of the run."""


class Demonstration(QObject):
    """Opens the phantom, starts the run, and says how it ended."""

    ended = Signal(bool, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._begun = False
        self._session.scan_chosen.connect(self._start_when_ready)
        self._session.methods_listed.connect(self._start_when_ready)
        self._session.open_failed.connect(self._refused)
        self._session.run_ended.connect(self._tell_end)
        self._session.run_failed.connect(self._tell_failure)

    def begin(self) -> None:
        self._session.open([PHANTOM])

    @Slot()
    def _start_when_ready(self) -> None:
        ready = self._session.engine is EngineState.READY and self._session.scan is not None
        if self._begun or not ready:
            return
        self._begun = True
        self._window.method.choose(METHOD, SCALE, "challenge", dict(KNOBS))
        self._window.actions_["start"].trigger()

    @Slot(object)
    def _refused(self) -> None:
        self.ended.emit(False, "The phantom could not be made.")

    @Slot(object)
    def _tell_end(self, run: Run) -> None:
        if run.outcome is Outcome.FAILED:
            return
        if run.outcome is not Outcome.FINISHED:
            self.ended.emit(False, "The run was cancelled.")
            return
        bicubic = run.prepared.bicubic_scores if run.prepared else None
        self.ended.emit(True, f"{run.label}: PSNR {gain_in_words(run.scores, bicubic)}")

    @Slot(object)
    def _tell_failure(self, failed: Failed) -> None:
        self.ended.emit(False, f"{failed.words} {failed.remedy}".strip())


class Photographer(QObject):
    """Saves a picture of the window when the demonstration has ended, and ends the program."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._take)

    @Slot(bool, str)
    def prepare(self, well: bool, words: str) -> None:
        self._words = words
        if well:
            self._timer.start()
        else:
            print(words, file=sys.stderr)  # noqa: T201
            self._leave(4)

    @Slot()
    def _take(self) -> None:
        if not self._window.grab().save(str(self._path)):
            print(f"{self._path} cannot be written; choose another folder.", file=sys.stderr)  # noqa: T201
            self._leave(4)
            return
        print(f"{self._words}\n{self._path}")  # noqa: T201
        self._leave(0)

    def _leave(self, code: int) -> None:
        self._window.close()
        QApplication.exit(code)


def picture() -> int:
    """Run the demonstration off screen and leave its picture in the current folder."""
    from ussr_gui.app import application, window

    app = application()
    shown = window()
    shown.banner.hide()
    shown.resize(*SIZE)
    shown.show()
    demonstration = Demonstration(shown)
    photographer = Photographer(shown, Path.cwd() / PICTURE)
    demonstration.ended.connect(photographer.prepare)
    shown.start([])
    demonstration.begin()
    return app.exec()
