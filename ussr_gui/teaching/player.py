"""The page of a lesson that is played: where one is, the caption, training, the question; at the end the score."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.lessons.lesson import Step
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Scroll, column, label, row
from ussr_gui.teaching.asking import QuestionBox, paragraphs
from ussr_gui.teaching.curves import Scrubber
from ussr_gui.teaching.performance import Performance
from ussr_gui.viewers.rows import ElidedLabel

MARGINS = (14, 12, 14, 12)


class StepBody(QWidget):
    """What a step says and asks."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.heading = label(role="h1", wraps=True)
        self._caption = QWidget()
        self._lines = column(gap=10)
        self._caption.setLayout(self._lines)
        self._shown: list[QLabel] = []
        self.scrubber, self.question = Scrubber(), QuestionBox()
        self.note = label(role="faint", wraps=True)
        box = column(self.heading, self._caption, self.scrubber, self.question, self.note, gap=12, margins=MARGINS)
        box.addStretch(1)
        self.setLayout(box)

    @property
    def words(self) -> str:
        """The caption."""
        return "\n\n".join(part.text() for part in self._shown)

    def show_step(self, performance: Performance, step: Step) -> None:
        self.heading.setText(step.heading)
        for part in self._shown:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shown = paragraphs(step.caption)
        for part in self._shown:
            self._lines.addWidget(part)
        self.scrubber.setVisible(step.training is not None)
        if step.training is not None:
            self.scrubber.show_training(step.training, performance.moment)
        self.question.setVisible(step.question is not None)
        if step.question is not None:
            self.question.show_question(step.question, performance.answer)
        hidden = tr("Any of these pictures may be super-resolved.")
        self.note.setText(f"{RESEARCH_USE}. {hidden}" if performance.hides_names else f"{RESEARCH_USE}.")


class EndBody(QWidget):
    """The score, and a file of it.

    Signals
    -------
    again, export_requested
        What the person wants.
    """

    again = Signal()
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.score, self._list = label(role="h1", wraps=True), label(role="caption", wraps=True)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name for the file"))
        self.name.setPlaceholderText(tr("Name, if it shall stand in the file"))
        self.name.setToolTip(tr("Kept nowhere but in the file that you export"))
        self.export, repeat = Button(tr("Export answers…"), "file-text"), Button(tr("From the beginning"), "rotate-ccw")
        self.told = label(role="ok", wraps=True)
        box = column(self.score, self._list, self.name, self.export, repeat, self.told, gap=12, margins=MARGINS)
        box.addStretch(1)
        self.setLayout(box)
        self.export.clicked.connect(self.export_requested)
        repeat.clicked.connect(self.again)

    def show_score(self, performance: Performance) -> None:
        asked = performance.lesson.questions
        self.told.setText("")
        words = tr("{right} of {all} right").format(right=performance.right, all=len(asked))
        self.score.setText(words if asked else tr("The end"))
        lines = []
        for number in asked:
            given = performance.given.get(number)
            says = tr("not answered") if given is None else tr("right") if given.right else tr("not right")
            lines.append(
                tr("Step {number}, {heading}: {says}").format(
                    number=number + 1, heading=performance.lesson.steps[number].heading, says=says
                )
            )
        self._list.setText("\n".join(lines))
        for part in (self.name, self.export):
            part.setVisible(bool(asked))

    def say(self, words: str, role: str) -> None:
        self.told.setText(words)
        theme.mark(self.told, role=role)


class PlayerPage(QWidget):
    """Shows how far a performance has come.

    Signals
    -------
    went : int
        So many steps on, or back.
    left
        The lesson is left.
    """

    went = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.title, self.progress, self._bar = ElidedLabel("dim"), label(role="strong"), QProgressBar()
        self._bar.setTextVisible(False)
        self.body, self.end = StepBody(), EndBody()
        self._scroll, end = Scroll(self.body), Scroll(self.end)
        self.pages = QStackedWidget()
        for page in (self._scroll, end):
            self.pages.addWidget(page)
        self.leave = Button(tr("Leave"), "log-out")
        self.leave.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.leave.setToolTip(tr("Go back to your own scans, which are as you left them"))
        self.back, self.next = Button(tr("Back"), "chevron-left"), Button(tr("Next"), "chevron-right", "primary")
        head = row(self.title, None, self.leave)
        top = column(gap=8, margins=(14, 8, 14, 8))
        top.addLayout(head)
        top.addWidget(self.progress)
        top.addWidget(self._bar)
        foot = row(self.back, None, self.next)
        foot.setContentsMargins(14, 8, 14, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.pages, 1)
        box.addLayout(foot)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.left)

    def tell_keys(self, back: str, on: str) -> None:
        """The keys that do the same."""
        self.back.setToolTip(tr("The step before ({keys})").format(keys=back))
        self.next.setToolTip(tr("The next step ({keys})").format(keys=on))

    def show_performance(self, performance: Performance, turned: bool = True) -> None:
        """Show the step that a performance is at; ``turned``: another one than before."""
        count, step = len(performance.lesson.steps), performance.step
        self.title.say(performance.lesson.title)
        self._bar.setRange(0, count)
        self._bar.setValue(min(performance.at + 1, count))
        where = tr("Step {number} of {count}").format(number=performance.at + 1, count=count)
        self.progress.setText(where if step is not None else tr("End"))
        self.back.setEnabled(performance.at > 0)
        self.next.setEnabled(step is not None)
        self.next.setText(tr("Next") if performance.at < count - 1 else tr("To the end"))
        if step is None:
            self.end.show_score(performance)
        else:
            self.body.show_step(performance, step)
        self.pages.setCurrentIndex(int(step is None))
        if turned:
            self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _go_back(self) -> None:
        self.went.emit(-1)

    @Slot()
    def _go_on(self) -> None:
        self.went.emit(1)
