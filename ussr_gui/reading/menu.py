"""Compare › Blind reading at work: from the setup to the ranking, left and resumed at will."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_engine.reading.trials import Answer
from ussr_gui.gallery import pictures_of, runs_of
from ussr_gui.language import tr
from ussr_gui.measuring import files
from ussr_gui.reading import lines
from ussr_gui.reading.cover import Cover
from ussr_gui.reading.keeping import KeptReading, kept, recalled
from ussr_gui.reading.result import ResultPage
from ussr_gui.reading.setup import LARGEST_SEED, SetupPage
from ussr_gui.reading.sitting import Sitting, Wanted
from ussr_gui.reading.trial import TrialPage
from ussr_gui.records import Run
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

ACTION = "blind_reading"


class Reading(QObject):
    """Keeps one reading; what a reader types is kept in it alone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._action = window.actions_[ACTION]
        self.sitting: Sitting | None = None
        self.setup, self.trial, self.result = SetupPage(), TrialPage(), ResultPage()
        self.cover = Cover(window, self.setup, self.trial, self.result)
        self._action.triggered.connect(self._open)
        self.setup.begun.connect(self._begin)
        self.trial.answered.connect(self._answer)
        self.trial.taken_back.connect(self._take_back)
        self.trial.ended.connect(self._reveal)
        self.trial.left.connect(self._leave)
        for page in (self.setup, self.result):
            page.left.connect(self._close)
        self.result.again.connect(self._set_up)
        self.result.export_requested.connect(self._ask_for_file)
        session = self._session
        for signal in (session.scan_chosen, session.run_chosen, session.run_began, session.run_ended):
            signal.connect(self._follow)
        self._follow()

    def remembered(self) -> KeptReading | None:
        """A reading that was left, as a saved session has it."""
        return None if self.sitting is None else kept(self.sitting)

    def recall(self, reading: KeptReading | None, runs: Sequence[Run]) -> None:
        """Another takes the place of the one there is; it waits until the person goes on with it."""
        self._close()
        self.sitting = None if reading is None else recalled(reading, runs)
        if self.sitting is not None:
            self.trial.begin(self.sitting)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """A reading can be begun where there is a result, and gone on with wherever one is."""
        self._action.setEnabled(self.sitting is not None or bool(runs_of(self._session)))

    @Slot()
    def _open(self) -> None:
        if self.sitting is None:
            self._set_up()
        else:
            self._go_on()

    @Slot()
    def _set_up(self) -> None:
        self.sitting = None
        runs = runs_of(self._session)
        if not runs:
            self._close()
            return
        shown = self._session.shown if self._session.shown in runs else runs[-1]
        assert shown is not None
        self.cover.show_page(self.setup)
        self.setup.offer(pictures_of(runs), shown, secrets.randbelow(LARGEST_SEED + 1))

    @Slot(object)
    def _begin(self, wanted: Wanted) -> None:
        self.sitting = Sitting.begun(wanted)
        self.setup.reader.clear()
        self.trial.begin(self.sitting)
        self._go_on()

    def _go_on(self) -> None:
        assert self.sitting is not None
        if self.sitting.trial is None:
            self._reveal()
        else:
            self.cover.show_page(self.trial)
            self.trial.show_trial(self.sitting)

    @Slot(object, float)
    def _answer(self, answer: Answer, seconds: float) -> None:
        assert self.sitting is not None
        self.sitting.say(answer, seconds)
        self._go_on()

    @Slot()
    def _take_back(self) -> None:
        assert self.sitting is not None
        self.sitting.take_back()
        self._go_on()

    @Slot()
    def _reveal(self) -> None:
        """Names that were seen end a reading: what was not answered stays so."""
        assert self.sitting is not None
        self.cover.show_page(self.result)
        self.result.show_sitting(self.sitting)

    @Slot()
    def _leave(self) -> None:
        assert self.sitting is not None
        self.cover.leave()
        self._window.pictures.setFocus()
        words = tr("Blind reading left at {reached}; Compare › Blind reading goes on with it").format(
            reached=self.sitting.reached
        )
        self._window.status.say(words)
        self._follow()

    @Slot()
    def _close(self) -> None:
        self.sitting = None
        self.cover.leave()
        self._window.pictures.setFocus()
        self._follow()

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.result, tr("Export answers and ranking"), self._window.settings.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)"])
        dialog.setDefaultSuffix(".csv")
        dialog.selectFile("blind-reading")
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._export)
        dialog.show()

    @Slot(str)
    def _export(self, path: str) -> None:
        """Answers into the file, the ranking into one of the same name beside it."""
        assert self.sitting is not None
        answers = Path(path)
        ranked = answers.with_stem(f"{answers.stem}-ranking")
        wrong = files.write(str(answers), files.as_csv(lines.answers(self.sitting)).encode())
        wrong = wrong or files.write(str(ranked), files.as_csv(lines.findings(self.sitting)).encode())
        told = tr("Written: {answers} and {name} beside it").format(answers=from_home(str(answers)), name=ranked.name)
        self.result.say(wrong or told, "error" if wrong else "ok")
