"""A lesson being played: the page beside the panes, the stage, the hand, and the file of answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_engine.lessons.lesson import Lesson
from ussr_engine.lessons.questions import Spot
from ussr_gui.language import tr
from ussr_gui.measuring import files
from ussr_gui.retelling import retold
from ussr_gui.teaching.hand import LessonHand, Mode
from ussr_gui.teaching.performance import Performance, lines
from ussr_gui.teaching.player import PlayerPage
from ussr_gui.teaching.stage import Stage
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Playing(QObject):
    """Goes through the steps.

    Signals
    -------
    turned
        Another step is shown.
    ending
        The lesson is being left; the panes are given back next.
    ended
        The lesson was left.
    """

    turned = Signal()
    ending = Signal()
    ended = Signal()

    def __init__(self, window: MainWindow, stage: Stage, hand: LessonHand) -> None:
        super().__init__(window)
        self._window, self._stage, self._hand = window, stage, hand
        self.performance: Performance | None = None
        self.page = PlayerPage()
        self.page.went.connect(self.go)
        self.page.left.connect(self.leave)
        self.page.body.question.chosen.connect(self._choose)
        self.page.body.scrubber.chosen.connect(self._scrub)
        self.page.end.again.connect(self._repeat)
        self.page.end.export_requested.connect(self._ask_for_file)
        hand.pointed.connect(self._point)

    def begin(self, lesson: Lesson) -> None:
        """Play a lesson from its first step."""
        self.performance = Performance(retold(lesson))
        self.page.end.name.clear()
        self._show()

    @Slot(int)
    def go(self, by: int) -> None:
        """So many steps on, or back."""
        if self.performance is not None:
            self.performance.go(by)
            self._show()

    @Slot()
    def leave(self) -> None:
        """Give the panes back."""
        if self.performance is not None:
            self.performance = None
            self._hand.rest()
            self.ending.emit()
            self._stage.close()
            self.ended.emit()

    def _show(self) -> None:
        performance = self.performance
        assert performance is not None
        self.page.show_performance(performance)
        if performance.step is not None:
            self._stage.show(performance.step, performance.moment, performance.hides_names)
        self._show_hand()
        self.turned.emit()

    def _show_hand(self) -> None:
        performance = self.performance
        step = None if performance is None else performance.step
        question, given = (None, None) if step is None or performance is None else (step.question, performance.answer)
        if not isinstance(question, Spot):
            self._hand.rest()
        elif given is None:
            self._hand.show(Mode.ASKS)
        else:
            self._hand.show(Mode.IDLE, question.regions, None if given.place is None else (given.place, given.right))

    def _answered(self) -> None:
        """Show what is right; names that were hidden come back, and one looks where one looked."""
        performance = self.performance
        if performance is None or performance.step is None:
            return
        self._stage.show_moment(performance.step, performance.moment, performance.hides_names)
        self.page.show_performance(performance, turned=False)
        self._show_hand()

    @Slot(int)
    def _choose(self, number: int) -> None:
        if self.performance is not None:
            self.performance.choose(number)
            self._answered()

    @Slot(object)
    def _point(self, place: tuple[float, float]) -> None:
        if self.performance is not None:
            self.performance.point(place)
            self._answered()

    @Slot(int)
    def _scrub(self, moment: int) -> None:
        if self.performance is not None:
            self.performance.see(moment)
            self._answered()

    @Slot()
    def _repeat(self) -> None:
        if self.performance is not None:
            self.begin(self.performance.lesson)

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.page, tr("Export answers"), self._window.settings.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["CSV (*.csv)"])
        dialog.setDefaultSuffix(".csv")
        dialog.selectFile("answers")
        dialog.setModal(False)
        dialog.fileSelected.connect(self._export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot(str)
    def _export(self, path: str) -> None:
        if self.performance is not None:
            name = self.page.end.name.text().strip()
            wrong = files.write(path, files.as_csv(lines(self.performance, name)).encode())
            told = tr("Written: {path}").format(path=from_home(str(Path(path))))
            self.page.end.say(wrong or told, "error" if wrong else "ok")
