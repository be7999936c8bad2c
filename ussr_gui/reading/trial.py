"""The page of a pair: two pictures without names, a question, three answers."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.reading.trials import Answer
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, column, label, row
from ussr_gui.reading.sitting import Sitting
from ussr_gui.viewers.canvas import Shown
from ussr_gui.viewers.gestures import WHEEL_STEP
from ussr_gui.viewers.linked import Linked
from ussr_gui.viewers.output import Output

LEFT, MIDDLE, RIGHT = tr("Left"), tr("Reference"), tr("Right")
KEYS = {
    Answer.LEFT: ("Left", "1"),
    Answer.CANNOT_TELL: ("Down", "0"),
    Answer.RIGHT: ("Right", "2"),
}
WORDS = {Answer.LEFT: tr("Left"), Answer.CANNOT_TELL: tr("Can't tell"), Answer.RIGHT: tr("Right")}
HELP = tr(
    "Wheel or + − zooms, drag or Ctrl with arrows moves, F shows the place again; Backspace takes an answer back."
)
FOOT = tr("{research_use}. Either picture may be super-resolved.").format(research_use=interpreted(RESEARCH_USE))


class TrialPage(QWidget):
    """Shows the pair that a sitting is at.

    Signals
    -------
    answered : Answer, float
        What was said, and after how many seconds.
    taken_back
        The last answer is withdrawn.
    left
        The reader leaves, to go on later.
    ended
        The reader wants to see the names now.
    """

    answered = Signal(object, float)
    taken_back = Signal()
    left = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outputs: list[Output] = []
        self._shown: dict[str, Shown] = {}
        self._begun = 0.0
        self.question, self.progress = label(role="h1"), label(role="dim")
        self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panes = Linked((LEFT, MIDDLE, RIGHT))
        self.back, self.leave = Button(tr("Take back"), "undo-2"), Button(tr("Leave"), "log-out")
        self.end = Button(tr("End and reveal"))
        self.back.setToolTip(tr("Answer the last pair once more (Backspace)"))
        self.leave.setToolTip(tr("Go on later: in this sitting, or in a session that is saved (Esc)"))
        self.end.setToolTip(tr("See names and ranking now; the pairs that are left stay unread"))
        self.buttons = {answer: Button(f"{WORDS[answer]}   {_sign(answer)}") for answer in KEYS}
        for answer, button in self.buttons.items():
            button.setProperty("big", True)
            button.setAccessibleName(WORDS[answer])
            button.setToolTip(f"{WORDS[answer]} ({tr(' or ').join(KEYS[answer])})")
            button.clicked.connect(self._press)
        for button in (*self.buttons.values(), self.back, self.leave, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.taken_back)
        self.leave.clicked.connect(self.left)
        self.end.clicked.connect(self._end)
        self._lay_out()
        self._take_keys()

    def _lay_out(self) -> None:
        help_, foot = label(HELP, "faint", wraps=True), label(FOOT, "strong", wraps=True)
        head = row(self.progress, None, self.back, self.end, self.leave)
        answers = row(*self.buttons.values(), gap=12)
        for index in range(answers.count()):
            answers.setStretch(index, 1)
        box = column(gap=10, margins=(20, 14, 20, 14))
        box.addLayout(head)
        box.addWidget(self.question)
        box.addWidget(self.panes, 1)
        box.addLayout(answers)
        foot.setAlignment(Qt.AlignmentFlag.AlignRight)
        notes = row(help_, foot, gap=24)
        notes.setStretch(0, 1)
        notes.setStretch(1, 1)
        box.addLayout(notes)
        self.setLayout(box)

    def _take_keys(self) -> None:
        for answer, keys in KEYS.items():
            for key in keys:
                self._on(key, self.buttons[answer].click)
        self._on("Backspace", self.back.click)
        self._on("Esc", self.leave.click)
        self._on("F", self.panes.go_back)
        for key in ("+", "="):
            self._on(key, lambda: self.panes.zoom_by(WHEEL_STEP), repeats=True)
        self._on("-", lambda: self.panes.zoom_by(1 / WHEEL_STEP), repeats=True)
        for key, across, down in (("Left", -1, 0), ("Right", 1, 0), ("Up", 0, -1), ("Down", 0, 1)):
            self._on(f"Ctrl+{key}", lambda x=across, y=down: self.panes.move_by(x, y), repeats=True)

    def _on(self, keys: str, what: Callable[[], None], repeats: bool = False) -> None:
        """Keys that count while this page has the keyboard, whatever on it has the focus."""
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setAutoRepeat(repeats)
        made.activated.connect(what)

    def begin(self, sitting: Sitting) -> None:
        """Make the pictures of a sitting ready to be painted."""
        wanted = sitting.wanted
        reference = () if wanted.reference is None else (wanted.reference,)
        outputs = [picture.output for picture in (*wanted.pictures, *reference)]
        self._outputs, self._shown = outputs, {one.key: Shown.of(one, outputs) for one in outputs}

    def show_trial(self, sitting: Sitting) -> None:
        """Show the pair that is to be answered."""
        trial, wanted = sitting.trial, sitting.wanted
        assert trial is not None
        keys = {LEFT: wanted.pictures[trial.left].key, RIGHT: wanted.pictures[trial.right].key}
        if wanted.reference is not None:
            keys[MIDDLE] = wanted.reference.key
        self.question.setText(interpreted(wanted.question.value))
        self.progress.setText(tr("Pair {number} of {count}").format(number=trial.number, count=len(sitting.trials)))
        self.back.setEnabled(bool(sitting.answers))
        self.end.setEnabled(bool(sitting.answers))
        self.end.setText(tr("End and reveal"))
        pictures = {caption: self._shown[key] for caption, key in keys.items()}
        self.panes.show_pictures(pictures, self._outputs, sitting.places[trial.view])
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begun = time.monotonic()

    @Slot()
    def _press(self) -> None:
        answer = next(answer for answer, button in self.buttons.items() if button is self.sender())
        self.answered.emit(answer, time.monotonic() - self._begun)

    @Slot()
    def _end(self) -> None:
        """The second press counts: names that were seen are not forgotten."""
        if self.end.text() == tr("Reveal the names?"):
            self.ended.emit()
        else:
            self.end.setText(tr("Reveal the names?"))


def _sign(answer: Answer) -> str:
    return {Answer.LEFT: "←", Answer.CANNOT_TELL: "↓", Answer.RIGHT: "→"}[answer]
