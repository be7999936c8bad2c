"""A question beside the pictures: answers to choose from, or a place to be clicked; then what is right, and why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ussr_engine.lessons.questions import Choice, Spot
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import column, label
from ussr_gui.teaching.performance import Given

SIGNS = {"right": "✓  ", "wrong": "✗  "}


class AnswerButton(QPushButton):
    """A button whose words wrap."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.answer = words
        self.words = label(words, wraps=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 7, 12, 7)
        box.addWidget(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.words.heightForWidth(width - 26) + 16, theme.pixels(34))

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(120), self.heightForWidth(max(self.width(), theme.pixels(120))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.pixels(80), theme.pixels(34))


class QuestionBox(QFrame):
    """Shows the question of a step, or its answer.

    Signals
    -------
    chosen : int
        Number of an answer.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("section")
        self.buttons: list[AnswerButton] = []
        self._words = label(role="h2", wraps=True)
        self._hint = label(role="dim", wraps=True)
        self._verdict, self._why = label(role="h2", wraps=True), label(role="caption", wraps=True)
        self._answers = QWidget()
        self._rows = column(gap=6)
        self._answers.setLayout(self._rows)
        box = column(self._words, self._hint, self._answers, self._verdict, self._why, margins=(0, 12, 0, 0))
        self.setLayout(box)

    @property
    def verdict(self) -> str:
        """Whether the answer was right; empty before."""
        return "" if self._verdict.isHidden() else self._verdict.text()

    def show_question(self, question: Choice | Spot, given: Given | None) -> None:
        """Ask, or say what is right once there is an answer."""
        self._words.setText(question.words)
        self._fill(question if isinstance(question, Choice) else None, given)
        self._hint.setVisible(isinstance(question, Spot) and given is None)
        self._hint.setText(
            tr(
                "Click on the place in a picture. By keyboard: Tab to a picture, move it with the arrow keys until the "
                "place is in its middle, and press Return."
            )
        )
        for part in (self._verdict, self._why):
            part.setVisible(given is not None)
        if given is not None:
            self._verdict.setText(tr("Right.") if given.right else tr("Not quite."))
            theme.mark(self._verdict, role="h2ok" if given.right else "h2warn")
            self._why.setText(question.explanation)
            self._why.setVisible(bool(question.explanation))

    def _fill(self, question: Choice | None, given: Given | None) -> None:
        answers = () if question is None else question.answers
        if [button.answer for button in self.buttons] != list(answers):
            for button in self.buttons:
                self._rows.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = [AnswerButton(words) for words in answers]
            for button in self.buttons:
                button.clicked.connect(self._choose)
                self._rows.addWidget(button)
        self._answers.setVisible(bool(answers))
        for number, button in enumerate(self.buttons):
            button.setEnabled(given is None)
            mark = ""
            if given is not None and question is not None:
                mark = "right" if number == question.right else "wrong" if number == given.choice else "other"
            button.words.setText(SIGNS.get(mark, "") + button.answer)
            for part in (button, button.words):
                theme.mark(part, answer=mark)
            says = {"right": tr("the right answer"), "wrong": tr("your answer, which is not right")}.get(mark, "")
            button.setAccessibleDescription(says)

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        self.chosen.emit(next(number for number, one in enumerate(self.buttons) if one is button))


def paragraphs(text: str) -> list[QLabel]:
    """Labels for the paragraphs of a caption."""
    return [label(part, "caption", wraps=True) for part in text.split("\n\n") if part.strip()]
