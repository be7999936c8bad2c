"""The page on which a lesson is made: its title, its steps, the words of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from ussr_engine.lessons.questions import Choice
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Scroll, Tool, column, label, row
from ussr_gui.panels.privacy import BURNT_IN
from ussr_gui.teaching.recording import Recording

LEAST_STEPS = 5
"""Rows of the list that are always seen."""


class RecorderPage(QWidget):
    """Shows a recording; every wish goes out as a signal.

    Signals
    -------
    add_requested, retake_requested, delete_requested, question_requested
        Of the step that is chosen.
    move_requested : int
        So many places later.
    step_chosen : int
        Number of a step.
    titled : str, str
        Title, and what the lesson is about.
    worded : str, str
        Heading and caption of the step that is chosen.
    save_requested, open_requested, play_requested, left
        Of the lesson.
    """

    add_requested = Signal()
    retake_requested = Signal()
    delete_requested = Signal()
    question_requested = Signal()
    move_requested = Signal(int)
    step_chosen = Signal(int)
    titled = Signal(str, str)
    worded = Signal(str, str)
    save_requested = Signal()
    open_requested = Signal()
    play_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.title, self.about = QLineEdit(), QLineEdit()
        self.heading, self.caption = QLineEdit(), QPlainTextEdit()
        for field, words in (
            (self.title, tr("Title of the lesson")),
            (self.about, tr("What it is about, in a sentence")),
            (self.heading, tr("Heading of the step")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.caption.setPlaceholderText(tr("Caption; an empty line begins a new paragraph"))
        self.caption.setAccessibleName(tr("Caption of the step"))
        self._shown: dict[QWidget, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps"))
        self.add = Button(tr("Add step"), "plus", "primary")
        self.add.setToolTip(tr("Take what the panes show now: pictures, place, way of comparing, overlay, training"))
        self.retake = Button(tr("Retake"), "camera")
        self.retake.setToolTip(tr("The chosen step shows what the panes show now; its words stay"))
        self.earlier, self.later = Tool("arrow-up", tr("Earlier")), Tool("arrow-down", tr("Later"))
        self.delete = Tool("trash-2", tr("Delete the step"))
        self.undo, self.redo = Tool("undo-2", tr("Undo")), Tool("redo-2", tr("Redo"))
        self.question = Button(tr("Question…"), "circle-question-mark")
        self._asks = label(role="dim", wraps=True)
        self.looked = QCheckBox(tr("I have looked"))
        self.looked.setToolTip(tr("No text about a patient is left in them"))
        self.warning, self.told = label(role="warn", wraps=True), label(role="error", wraps=True)
        self.save, self.play = Button(tr("Save lesson…"), "save", "primary"), Button(tr("Play"), "play")
        self.open, self.close_ = Button(tr("Open…"), "folder-open"), Button(tr("Close"), "log-out")
        self._lay_out()
        self._wire()
        self.show_text(0)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def _lay_out(self) -> None:
        self._edit = QFrame()
        self._edit.setObjectName("section")
        edit = column(self.heading, self.caption, gap=8, margins=(0, 12, 0, 0))
        edit.addLayout(row(self.question, None, self.retake))
        edit.addWidget(self._asks)
        self._edit.setLayout(edit)
        foot = QFrame()
        foot.setObjectName("section")
        last = column(self.warning, self.looked, self.told, gap=8, margins=(0, 12, 0, 0))
        last.addLayout(row(self.play, None, self.save))
        last.addLayout(row(self.open, None, self.close_))
        foot.setLayout(last)
        body = QWidget()
        body.setObjectName("panel")
        box = column(label(tr("Record a lesson"), "h2"), self.title, self.about, gap=10, margins=(14, 12, 14, 12))
        box.addWidget(self.add)
        box.addLayout(row(self.earlier, self.later, self.delete, None, self.undo, self.redo, gap=2))
        for part in (self.list, self._edit, foot):
            box.addWidget(part)
        box.addStretch(1)
        body.setLayout(box)
        self.setLayout(column(Scroll(body), gap=0))

    def _wire(self) -> None:
        for button, signal in (
            (self.add, self.add_requested),
            (self.retake, self.retake_requested),
            (self.delete, self.delete_requested),
            (self.question, self.question_requested),
            (self.save, self.save_requested),
            (self.open, self.open_requested),
            (self.play, self.play_requested),
            (self.close_, self.left),
        ):
            button.clicked.connect(signal)
        self.earlier.clicked.connect(self._move_up)
        self.later.clicked.connect(self._move_down)
        self.list.currentRowChanged.connect(self._choose)
        for field in (self.title, self.about):
            field.editingFinished.connect(self.tell_title)
        self.heading.editingFinished.connect(self.tell_words)
        self.looked.toggled.connect(self._follow_looked)

    def show_recording(self, recording: Recording, can_take: bool, why_not: str = "") -> None:
        """Show a lesson as it stands; ``can_take``: the panes hold something of the person's own."""
        lesson, step = recording.lesson, recording.step
        self._fill(self.title, lesson.title)
        self._fill(self.about, lesson.about)
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(lesson.steps, 1):
            mark = "  ?" if one.question is not None else ""
            self.list.addItem(f"{number}  {one.heading or tr('No heading')}{mark}")
        self.list.setCurrentRow(recording.at)
        self.list.blockSignals(False)
        self._edit.setVisible(step is not None)
        if step is not None:
            self._fill(self.heading, step.heading)
            self._fill(self.caption, step.caption)
            asks = tr("No question yet.") if step.question is None else step.question.words
            if isinstance(step.question, Choice):
                asks += "\n" + "\n".join(
                    f"{'✓' if n == step.question.right else '·'} {answer}"
                    for n, answer in enumerate(step.question.answers)
                )
            self._asks.setText(asks)
        for button in (self.add, self.retake):
            button.setEnabled(can_take)
        self.told.setText(why_not)
        self.earlier.setEnabled(recording.at > 0)
        self.later.setEnabled(0 <= recording.at < len(lesson.steps) - 1)
        self.delete.setEnabled(step is not None)
        for tool, can, words in (
            (self.undo, recording.stack.canUndo(), recording.stack.undoText()),
            (self.redo, recording.stack.canRedo(), recording.stack.redoText()),
        ):
            tool.setEnabled(can)
            tool.setToolTip(f"{tool.accessibleName()} {words}".strip())
        for part in (self.save, self.play):
            part.setEnabled(bool(lesson.steps))

    def show_text(self, pictures: int) -> None:
        """In so many pictures lettering was found."""
        found = tr("Lettering was found in %n pictures.", pictures) if pictures else ""
        self.warning.setText(" ".join(part for part in (found, BURNT_IN) if part))

    def say(self, words: str, role: str = "error") -> None:
        self.told.setText(words)
        theme.mark(self.told, role=role)

    @Slot()
    def tell_words(self) -> None:
        """Heading and caption as they stand in the fields."""
        self.worded.emit(self.heading.text().strip(), self.caption.toPlainText().strip())

    @Slot()
    def tell_title(self) -> None:
        """Title, and what the lesson is about, as they stand in the fields."""
        self.titled.emit(self.title.text().strip(), self.about.text().strip())

    def _fill(self, field: QLineEdit | QPlainTextEdit, words: str) -> None:
        """Show other words than before; what is being typed meanwhile stays."""
        if self._shown.get(field) == words:
            return
        self._shown[field] = words
        if isinstance(field, QLineEdit):
            if field.text() != words:
                field.setText(words)
        elif field.toPlainText() != words:
            field.setPlainText(words)

    @Slot(int)
    def _choose(self, number: int) -> None:
        if number >= 0:
            self.step_chosen.emit(number)

    @Slot()
    def _move_up(self) -> None:
        self.move_requested.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.move_requested.emit(1)

    @Slot(bool)
    def _follow_looked(self, looked: bool) -> None:
        self.warning.setVisible(not looked)

    @Slot()
    def _take_look(self) -> None:
        self.caption.setFixedHeight(theme.pixels(110))
        self.list.setFixedHeight(theme.pixels(28) * LEAST_STEPS)
