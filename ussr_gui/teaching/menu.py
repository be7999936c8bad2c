"""Lessons at work: which page stands beside the panes, and how a lesson comes into the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ussr_engine.errors import EngineError
from ussr_engine.lessons.files import read_lesson
from ussr_engine.lessons.lesson import Lesson
from ussr_gui.language import tr
from ussr_gui.newest import Newest
from ussr_gui.teaching.editing import FILTERS, Editing
from ussr_gui.teaching.hand import LessonHand
from ussr_gui.teaching.library import LibraryPage
from ussr_gui.teaching.playing import Playing
from ussr_gui.teaching.stage import Stage
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.guest import Company

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PANEL, RECORD, ADD, BACK, NEXT = "lessons", "record_lesson", "lesson_add", "lesson_back", "lesson_next"


class Teaching(QObject):
    """Library, player and recorder share one panel; the docks of the person's work rest while a lesson plays."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._actions = window, window.actions_
        self.stage, self.hand = Stage(window), LessonHand(self)
        self.library = LibraryPage()
        self.playing = Playing(window, self.stage, self.hand)
        self.editing = Editing(window, self.stage, self.hand)
        self.panel = QStackedWidget()
        for page in (self.library, self.playing.page, self.editing.page, self.editing.asking):
            self.panel.addWidget(page)
        window.settings.set_on(PANEL, False)  # a window does not begin with a lesson
        self.dock = window.docking.add_side("lessons", self.panel, self._actions[PANEL])
        self._reading = Newest(self)
        self._records = False
        self._canvases: list[Canvas] = []
        self._wire()
        self._follow()

    def _wire(self) -> None:
        actions, playing, editing, window = self._actions, self.playing, self.editing, self._window
        actions[PANEL].toggled.connect(self._show_panel)
        actions[RECORD].triggered.connect(self.record)
        actions[ADD].triggered.connect(editing.add)
        actions[BACK].triggered.connect(playing.page.back.click)
        actions[NEXT].triggered.connect(playing.page.next.click)
        playing.page.tell_keys(actions[BACK].shortcut().toString(), actions[NEXT].shortcut().toString())
        self.library.played.connect(self.open)
        self.library.open_requested.connect(self._ask_which)
        self.library.record_requested.connect(self.record)
        window.opening.lesson_chosen.connect(self.open)
        playing.turned.connect(self._follow)
        playing.ending.connect(self._refurnish)
        playing.ended.connect(self._end_playing)
        editing.page_changed.connect(self._follow)
        editing.play_requested.connect(self.play)
        editing.ended.connect(self._end_recording)
        window.pictures.compare.canvas_made.connect(self._welcome)
        window.pictures.pictures_changed.connect(self._follow)
        self.hand.changed.connect(self._paint)
        self._reading.answered.connect(self._take)
        for signal in (window.session.scan_chosen, window.session.run_chosen):
            signal.connect(self._give_way)

    def close(self) -> None:
        """Give the panes back, and wait for a file that is being written."""
        self.playing.leave()
        self._reading.close()
        self.editing.close()

    @Slot(str)
    def open(self, path: str) -> None:
        """Read a lesson and play it."""

        def work() -> Lesson | str:
            try:
                return read_lesson(Path(path))
            except EngineError as error:
                return str(error)

        self._reading.ask(work)

    @Slot(object)
    def play(self, lesson: Lesson) -> None:
        """Play a lesson beside the panes; whatever the person did before waits as it is."""
        window = self._window
        if self.editing.is_asking:
            self.editing.asking.left.emit()
        if self.playing.performance is None:
            self.stage.open()
            window.docking.remember()
            window.docking.show(False)
        self.dock.bring_alone()
        self._settle()
        self.playing.begin(lesson)
        self._follow()
        self.playing.page.next.setFocus()

    @Slot()
    def record(self) -> None:
        """Make a lesson, or go on with the one that is being made."""
        self.playing.leave()
        self._records = True
        self.dock.bring_alone()
        self._follow()
        self.editing.follow()

    def _settle(self) -> None:
        """Lay the window out now, not with the next frame."""
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    @Slot(object)
    def _take(self, told: Lesson | str) -> None:
        if isinstance(told, Lesson):
            self.library.say("")
            self.play(told)
            return
        self._window.log.add(told)
        self._window.status.say(told, "error")
        self.library.say(told)

    @Slot()
    def _follow(self) -> None:
        """The page that is wanted, and the keys that do something on it."""
        playing, editing = self.playing, self.editing
        plays = playing.performance is not None
        page: QWidget = playing.page if plays else editing.page if self._records else self.library
        page = editing.asking if editing.is_asking and not plays else page
        if self.panel.currentWidget() is not page:
            self.panel.setCurrentWidget(page)
        pictures = self._window.pictures
        self._actions[BACK].setEnabled(plays and playing.page.back.isEnabled())
        self._actions[NEXT].setEnabled(plays and playing.page.next.isEnabled())
        self._actions[ADD].setEnabled(self._records and pictures.shows_pictures and not pictures.is_lent)

    @Slot()
    def _refurnish(self) -> None:
        """The docks come back before the panes do, whose place depends on the room they have."""
        self._window.show_docks(bool(self._window.session.scans))
        if self._records:
            self.dock.bring_alone()
        else:
            self._actions[PANEL].setChecked(False)
        self._settle()

    @Slot()
    def _end_playing(self) -> None:
        self.editing.follow()
        self._follow()
        self._window.pictures.setFocus()

    @Slot()
    def _end_recording(self) -> None:
        self._records = False
        self._actions[PANEL].setChecked(False)
        self._follow()

    @Slot(bool)
    def _show_panel(self, on: bool) -> None:
        """Closing the panel leaves the lesson; a recording is kept."""
        if on:
            self.dock.bring_alone()
            return
        if self.editing.is_asking:
            self.editing.asking.left.emit()
        self.playing.leave()

    @Slot()
    def _give_way(self) -> None:
        """The person turned to a scan or a run of their own."""
        if self.editing.is_asking:
            self.editing.asking.left.emit()
        self.playing.leave()

    @Slot(object)
    def _welcome(self, canvas: Canvas) -> None:
        guests = [self.hand, *([canvas.guest] if canvas.guest is not None else [])]
        canvas.guest = Company(guests)
        self._canvases.append(canvas)

    @Slot()
    def _paint(self) -> None:
        for canvas in self._canvases:
            canvas.viewport().update()

    @Slot()
    def _ask_which(self) -> None:
        dialog = QFileDialog(self._window, tr("Open lesson"), self._window.settings.folder)
        dialog.setModal(False)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(FILTERS)
        dialog.fileSelected.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
