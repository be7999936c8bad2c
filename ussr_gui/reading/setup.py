"""The page before a reading: which pictures, which question, how many pairs, who reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QWidget

from ussr_engine.reading.trials import Question
from ussr_gui import theme
from ussr_gui.gallery import Origin, Picture, is_like
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Choice, Field, Scroll, Whole, column, label, row
from ussr_gui.panels.segments import Segments
from ussr_gui.reading.sitting import Wanted, trials_of
from ussr_gui.records import Run

ABOUT = tr(
    "Two pictures of one place stand side by side, without names and on sides drawn by chance. You say which one is "
    "better, or which one is the real scan. At the end the pictures are ranked, with how sure the ranking is."
)
PRIVATE = tr(
    "Your name or initials go into the files that you export, and, while you are not through, into a session that you "
    "save; nowhere else."
)
MOST_VIEWS, LARGEST_SEED = 8, 999_999
SECONDS_A_PAIR = 6


class SetupPage(QWidget):
    """Asks what a reading should be.

    Signals
    -------
    begun : Wanted
        The person begins.
    left
        The person goes back to the window.
    """

    begun = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pictures: Sequence[Picture] = ()
        self.question = Segments(
            tr("Question"), [(tr("Which is better?"), Question.BETTER), (tr("Which is real?"), Question.REAL)]
        )
        self.reference = Choice(tr("Reference"))
        self.views = Whole(tr("Places"), 1, MOST_VIEWS)
        self.repeated = Segments(tr("Repeated"), [(tr("None"), 0.0), (tr("A quarter"), 0.25), (tr("Half"), 0.5)])
        self.repeated.choose(0.25)
        self.seed = Whole(tr("Seed"), 0, LARGEST_SEED)
        self.reader = QLineEdit()
        self.reader.setAccessibleName(tr("Reader"))
        self.reader.setPlaceholderText(tr("Name or initials"))
        self.reader.setMaxLength(60)
        self.boxes: dict[str, QCheckBox] = {}
        self._list = QWidget()
        self._rows = column(gap=2)
        self._list.setLayout(self._rows)
        self._how_many = label(role="dim", wraps=True)
        self.begin, close = Button(tr("Begin"), "scan-eye", "primary"), Button(tr("Close"))
        self._lay_out(close)
        self.question.chosen.connect(self._follow)
        self.repeated.chosen.connect(self._follow)
        self.views.valueChanged.connect(self._follow)
        self.reference.currentIndexChanged.connect(self._follow)
        self.begin.clicked.connect(self._begin)
        self.reader.returnPressed.connect(self._begin)
        close.clicked.connect(self.left)

    def _lay_out(self, close: Button) -> None:
        card = QFrame()
        card.setObjectName("card")
        foot = row(self._how_many, close, self.begin)
        foot.setStretch(0, 1)
        box = column(
            label(tr("Blind reading"), "h1"),
            label(ABOUT, "dim", wraps=True),
            4,
            Field(tr("Question"), self.question),
            Field(tr("Pictures"), self._list, tr("Every two of them stand side by side")),
            Field(tr("Reference"), self.reference, tr("Stands between the two, and says that it is the reference")),
            Field(tr("Places"), self.views, tr("Every pair is shown at so many places: first the whole, then closer")),
            Field(
                tr("Repeated"),
                self.repeated,
                tr("Pairs shown again with the sides exchanged tell how steady the reader is"),
            ),
            Field(tr("Seed"), self.seed, tr("The same seed draws the same order and the same sides")),
            Field(tr("Reader"), self.reader, PRIVATE),
            label(PRIVATE, "faint", wraps=True),
            4,
            gap=10,
            margins=(24, 20, 24, 20),
        )
        box.addLayout(foot)
        card.setLayout(box)
        self._card = card
        around, middle = QWidget(), QHBoxLayout()
        middle.addStretch(0)
        middle.addWidget(card, 1, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(0)
        middle.setContentsMargins(16, 24, 16, 24)
        around.setLayout(middle)
        ground = Scroll(around)
        ground.setObjectName("ground")
        self.setLayout(column(ground, gap=0))
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def offer(self, pictures: Sequence[Picture], run: Run, seed: int) -> None:
        """Open on these pictures; those that answer the task of this run are ticked."""
        self._pictures = pictures
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.boxes = {}
        for picture in pictures:
            box = QCheckBox(picture.name.replace("&", "&&"))
            box.setChecked(is_like(picture, run))
            box.toggled.connect(self._follow)
            self.boxes[picture.key] = box
            self._rows.addWidget(box)
        has_truth = any(picture.origin is Origin.TRUTH for picture in pictures)
        self.question.allow([Question.BETTER, Question.REAL] if has_truth else [Question.BETTER])
        self.question.part(Question.REAL).setToolTip("" if has_truth else tr("No run on this scan has a truth"))
        self.reference.blockSignals(True)
        self.reference.clear()
        self.reference.addItem(tr("None"), "")
        for picture in pictures:
            if picture.origin is not Origin.RESULT:
                self.reference.addItem(picture.name, picture.key)
        self.reference.blockSignals(False)
        self.seed.setValue(seed)
        self._follow()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted(self) -> Wanted:
        """What the page says; a reference is not among the pictures that are read."""
        question, repeated = self.question.value, self.repeated.value
        assert isinstance(question, Question)
        assert isinstance(repeated, float)
        reference = next((one for one in self._pictures if one.key == self.reference.currentData()), None)
        chosen = tuple(one for one in self._pictures if self.boxes[one.key].isChecked() and one is not reference)
        reader = self.reader.text().strip()
        return Wanted(question, chosen, reference, self.views.value(), repeated, self.seed.value(), reader)

    @property
    def says(self) -> str:
        """How many pairs there will be, or why there are none."""
        return self._how_many.text()

    @Slot()
    def _follow(self) -> None:
        wanted = self.wanted
        pairs = len(trials_of(wanted))
        minutes = max(1, round(pairs * SECONDS_A_PAIR / 60))
        if pairs:
            self._how_many.setText(tr("%n pairs, about {minutes} min", pairs).format(minutes=minutes))
        elif wanted.question is Question.REAL:
            self._how_many.setText(tr("Tick the truth, not as the reference, and one more picture."))
        else:
            self._how_many.setText(tr("Tick two pictures or more."))
        self.begin.setEnabled(pairs > 0)

    @Slot()
    def _begin(self) -> None:
        if self.begin.isEnabled():
            self.begun.emit(self.wanted)

    @Slot()
    def _take_look(self) -> None:
        self._card.setMaximumWidth(theme.pixels(640))
