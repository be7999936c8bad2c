"""A lesson being recorded: the person works as always, and every step takes what the panes show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ussr_engine.errors import EngineError
from ussr_engine.lessons.files import SUFFIX, read_lesson, write_lesson
from ussr_engine.lessons.lesson import Lesson, Role
from ussr_engine.lessons.questions import Choice, Spot
from ussr_engine.trust.lettering import lettered
from ussr_gui.language import tr
from ussr_gui.newest import Newest
from ussr_gui.teaching.capture import captured
from ussr_gui.teaching.hand import LessonHand, Mode
from ussr_gui.teaching.question_page import QuestionPage
from ussr_gui.teaching.recorder import RecorderPage
from ussr_gui.teaching.recording import Recording
from ussr_gui.teaching.stage import Stage
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

FILTERS = [tr("Lessons (*{suffix})").format(suffix=SUFFIX)]


class Editing(QObject):
    """Between the recording, its pages, and the panes.

    Signals
    -------
    page_changed
        The question's page comes, or goes.
    play_requested : Lesson
        The lesson is to be played as it stands.
    saved : str
        Path of the file.
    ended
        The recording is closed; it is kept until the program ends.
    """

    page_changed = Signal()
    play_requested = Signal(object)
    saved = Signal(str)
    ended = Signal()

    def __init__(self, window: MainWindow, stage: Stage, hand: LessonHand) -> None:
        super().__init__(window)
        self._window, self._stage, self._hand = window, stage, hand
        self.recording = Recording(self)
        self.page, self.asking = RecorderPage(), QuestionPage()
        self.is_asking = False
        self._files, self._reading = Newest(self), Newest(self)
        self._with_text = 0
        group = window.measuring.measurements.group
        group.addStack(self.recording.stack)
        self._group, self._others = group, group.activeStack()
        self._wire()

    def _wire(self) -> None:
        page, recording = self.page, self.recording
        recording.changed.connect(self.follow)
        self._window.pictures.pictures_changed.connect(self.follow)
        page.add_requested.connect(self.add)
        page.retake_requested.connect(self._retake)
        page.delete_requested.connect(self._delete)
        page.move_requested.connect(self._move)
        page.step_chosen.connect(self._choose)
        page.titled.connect(recording.entitle)
        page.worded.connect(self._word)
        page.undo.clicked.connect(recording.stack.undo)
        page.redo.clicked.connect(recording.stack.redo)
        page.question_requested.connect(self._ask)
        page.save_requested.connect(self._ask_where)
        page.open_requested.connect(self._ask_which)
        page.play_requested.connect(self._play)
        page.left.connect(self._leave)
        self.asking.done.connect(self._take_question)
        self.asking.left.connect(self._end_question)
        self.asking.drawing_changed.connect(self._draw)
        self._hand.drawn.connect(self.asking.take)
        self._files.answered.connect(self._tell)
        self._reading.answered.connect(self._tell_text)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def close(self) -> None:
        """Wait for a file that is being written."""
        self._files.close()
        self._reading.close()

    @Slot()
    def follow(self) -> None:
        """Show the recording; a step can be taken where the panes show something of the person's own."""
        pictures = self._window.pictures
        self.page.show_recording(self.recording, pictures.shows_pictures and not pictures.is_lent)

    @Slot()
    def add(self) -> None:
        """One more step, of what the panes show now."""
        self._keep_typed()
        number = len(self.recording.lesson.steps) + 1
        try:
            step = captured(self._window, tr("Step {number}").format(number=number), "")
        except EngineError as error:
            self.page.say(str(error))
            return
        self.recording.add(step)
        self.page.heading.setFocus()
        self.page.heading.selectAll()
        self._look_for_text()

    @Slot()
    def _retake(self) -> None:
        self._keep_typed()
        before = self.recording.step
        if before is not None:
            taken = captured(self._window, before.heading, before.caption)
            kept = replace(taken, question=before.question, hides_names=before.hides_names)
            self.recording.put(kept, tr("retake a step"))
            self._look_for_text()

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._keep_typed()
        self.recording.choose(number)

    @Slot(int)
    def _move(self, by: int) -> None:
        self._keep_typed()
        self.recording.move(by)

    @Slot()
    def _delete(self) -> None:
        self._keep_typed()
        self.recording.delete()

    def _keep_typed(self) -> None:
        """What stands in the fields counts, whether or not the keyboard has left them."""
        self.page.tell_title()
        self.page.tell_words()

    @Slot(str, str)
    def _word(self, heading: str, caption: str) -> None:
        step = self.recording.step
        if step is not None and (heading, caption) != (step.heading, step.caption):
            try:
                self.recording.put(replace(step, heading=heading, caption=caption), tr("change the words"))
            except EngineError as error:
                self.page.say(str(error))

    # -- questions ----------------------------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Write the question of the chosen step over the pictures that it shows."""
        self._keep_typed()
        step = self.recording.step
        if step is None:
            return
        self.is_asking = True
        self._stage.show(step, step.moment, hides_names=False)
        self.asking.offer(step.question, step.hides_names)
        self.page_changed.emit()

    @Slot()
    def _draw(self) -> None:
        if self.is_asking:
            self._hand.show(Mode.DRAWS if self.asking.draws else Mode.IDLE, self.asking.regions)

    @Slot(object, bool)
    def _take_question(self, question: Choice | Spot | None, hides: bool) -> None:
        step = self.recording.step
        if step is not None:
            words = tr("change the question")
            self.recording.put(replace(step, question=question, hides_names=hides and question is not None), words)
        self._end_question()

    @Slot()
    def _end_question(self) -> None:
        self.is_asking = False
        self._hand.rest()
        self._stage.close()
        self.follow()
        self.page_changed.emit()

    # -- files --------------------------------------------------------------------------------------------------------

    def save(self, path: str) -> None:
        """Write the lesson."""
        lesson = self.recording.lesson
        if not lesson.title:
            lesson = replace(lesson, title=tr("A lesson"))

        def work() -> tuple[str, object]:
            try:
                write_lesson(Path(path), lesson)
            except OSError as error:
                return path, tr("{path} cannot be written: {why}. Choose another folder.").format(
                    path=from_home(path), why=error.strerror or error
                )
            return path, None

        self._files.ask(work)

    def open(self, path: str) -> None:
        """Edit a lesson that was saved."""

        def work() -> tuple[str, object]:
            try:
                return path, read_lesson(Path(path))
            except EngineError as error:
                return path, str(error)

        self._files.ask(work)

    @Slot(object)
    def _tell(self, told: tuple[str, object]) -> None:
        path, outcome = told
        if isinstance(outcome, Lesson):
            self.recording.begin(outcome)
            self._look_for_text()
        elif outcome is not None:
            self.page.say(str(outcome))
        else:
            self.recording.stack.setClean()
            self.page.say(tr("Lesson saved: {path}").format(path=from_home(path)), "ok")
            self.saved.emit(path)

    def _look_for_text(self) -> None:
        """Lettering in the pictures may name a patient; it is looked for in a thread."""
        scans = {
            id(picture.levels): picture.levels
            for step in self.recording.lesson.steps
            for picture in step.pictures
            if picture.role is not Role.RESULT
        }
        images = [levels.astype(np.float32) / np.float32(255) for levels in scans.values()]
        self._reading.ask(lambda: sum(bool(lettered(image)) for image in images))

    @Slot(object)
    def _tell_text(self, count: int) -> None:
        if count > self._with_text:
            self.page.looked.setChecked(False)
        self._with_text = count
        self.page.show_text(count)

    @Slot()
    def _play(self) -> None:
        self._keep_typed()
        self.play_requested.emit(self.recording.lesson)

    @Slot()
    def _leave(self) -> None:
        self._keep_typed()
        self.ended.emit()

    @Slot()
    def _ask_where(self) -> None:
        self._keep_typed()
        dialog = self._dialog(tr("Save lesson"), self.save)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"lesson{SUFFIX}")
        dialog.show()

    @Slot()
    def _ask_which(self) -> None:
        dialog = self._dialog(tr("Open lesson"), self.open)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.show()

    def _dialog(self, title: str, chosen: object) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._window.settings.folder)
        dialog.setModal(False)
        dialog.setNameFilters(FILTERS)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(QWidget, QWidget)
    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Edit > Undo is of the recording while one works on it, else of the measurements."""
        mine = self.recording.stack
        if now is not None and self.page.isAncestorOf(now):
            if self._group.activeStack() is not mine:
                self._others = self._group.activeStack()
                self._group.setActiveStack(mine)
        elif now is not None and self._group.activeStack() is mine:
            self._group.setActiveStack(self._others)
