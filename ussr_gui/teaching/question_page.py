"""The page on which a question is written: answers with the right one, or a region drawn on the panes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ussr_engine.errors import BadRequest
from ussr_engine.lessons.questions import Choice, Outline, Spot
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Scroll, Whole, column, label, row
from ussr_gui.panels.segments import Segments

CHOOSE, FIND = "choose", "find"


class QuestionPage(QWidget):
    """Asks for a question.

    Signals
    -------
    drawing_changed
        Regions are to be drawn on the panes now, or not, or others are to be shown.
    done : Choice, Spot or None, and bool
        The question, and whether names are hidden; None takes the question away.
    left
        Nothing is to be changed.
    """

    drawing_changed = Signal()
    done = Signal(object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.regions: tuple[Outline, ...] = ()
        self.kind = Segments(tr("Kind of question"), [(tr("Choose"), CHOOSE), (tr("Find a place"), FIND)])
        self.words, self.explanation = QLineEdit(), QPlainTextEdit()
        self.words.setAccessibleName(tr("Question"))
        self.words.setPlaceholderText(tr("Which is real?"))
        self.explanation.setAccessibleName(tr("Explanation"))
        self.explanation.setPlaceholderText(tr("Why that is right; shown after the answer"))
        self.answers = QPlainTextEdit()
        self.answers.setAccessibleName(tr("Answers, one a line"))
        self.answers.setPlaceholderText(tr("One answer a line"))
        self.right = Whole(tr("Number of the right answer"), 1, 8)
        self._choose, self._find = QWidget(), QWidget()
        right = row(label(tr("The right one is number")), self.right)
        choose = column(label(tr("Answers, one a line"), "dim"), self.answers)
        choose.addLayout(right)
        self._choose.setLayout(choose)
        self._drawn = label(role="dim", wraps=True)
        self.clear = Button(tr("Draw anew"), "eraser")
        self._find.setLayout(column(self._drawn, self.clear))
        self.hides = QCheckBox(tr("Hide names until answered"))
        self.hides.setToolTip(tr("Pictures are called A, B, … and nothing tells which of them is super-resolved"))
        self.told = label(role="error", wraps=True)
        self.ok, cancel = Button(tr("Keep question"), kind="primary"), Button(tr("Cancel"))
        self.remove = Button(tr("Remove question"), "trash-2")
        body = QWidget()
        body.setObjectName("panel")
        box = column(
            label(tr("Question"), "h2"),
            self.kind,
            self.words,
            self._choose,
            self._find,
            label(tr("Explanation"), "dim"),
            self.explanation,
            self.hides,
            self.told,
            gap=10,
            margins=(14, 12, 14, 12),
        )
        box.addLayout(row(self.remove, None, cancel, self.ok))
        box.addStretch(1)
        body.setLayout(box)
        self.setLayout(column(Scroll(body), gap=0))
        self.kind.chosen.connect(self._follow)
        self.clear.clicked.connect(self._clear)
        self.ok.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        cancel.clicked.connect(self.left)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def draws(self) -> bool:
        """True while a region is to be drawn."""
        return self.kind.value == FIND

    def offer(self, question: Choice | Spot | None, hides: bool) -> None:
        """Open on this question, or on none."""
        self.told.setText("")
        self.regions = question.regions if isinstance(question, Spot) else ()
        self.kind.choose(FIND if isinstance(question, Spot) else CHOOSE)
        self.words.setText("" if question is None else question.words)
        self.explanation.setPlainText("" if question is None else question.explanation)
        self.answers.setPlainText("\n".join(question.answers) if isinstance(question, Choice) else "")
        self.right.setValue(question.right + 1 if isinstance(question, Choice) else 1)
        self.hides.setChecked(hides)
        self.remove.setVisible(question is not None)
        self._follow()

    @Slot(object)
    def take(self, outline: Outline) -> None:
        """One more region."""
        self.regions = (*self.regions, outline)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._choose.setVisible(not self.draws)
        self._find.setVisible(self.draws)
        count = tr("%n regions drawn.", len(self.regions))
        how = tr("Drag on a picture, from corner to corner, around what is to be found.")
        self._drawn.setText(f"{how} {count}" if self.regions else how)
        self.clear.setEnabled(bool(self.regions))
        self.drawing_changed.emit()

    @Slot()
    def _clear(self) -> None:
        self.regions = ()
        self._follow()

    @Slot()
    def _keep(self) -> None:
        words, why = self.words.text().strip(), self.explanation.toPlainText().strip()
        answers = tuple(line.strip() for line in self.answers.toPlainText().splitlines() if line.strip())
        try:
            if not words:
                raise BadRequest(tr("Write the question first."))
            chosen = self.right.value() - 1
            made = Spot(words, self.regions, why) if self.draws else Choice(words, answers, chosen, why)
        except BadRequest as error:
            self.told.setText(str(error))
            return
        self.done.emit(made, self.hides.isChecked())

    @Slot()
    def _remove(self) -> None:
        self.done.emit(None, False)

    @Slot()
    def _take_look(self) -> None:
        for field in (self.answers, self.explanation):
            field.setFixedHeight(theme.pixels(96))
