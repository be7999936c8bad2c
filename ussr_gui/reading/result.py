"""The page at the end: names, a ranking with how sure it is, and how steady the reader was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.reading.findings import (
    Found,
    Place,
    Share,
    consistency,
    findings_of_truth,
    hit_rate,
    leaning,
    ranking,
)
from ussr_engine.reading.trials import Question
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.figures import number
from ussr_gui.measuring.table import Cell, FigureTable
from ussr_gui.panels.parts import Button, Scroll, column, label, row
from ussr_gui.reading.forest import Dot, Forest
from ussr_gui.reading.sitting import Sitting

SURE = 0.95
CAVEAT = tr(
    "Intervals are of 95 %. They take every answer as a draw of its own and speak of this reader and this scan, not of "
    "others. Repeated pairs tell how steady the reader was; the figures above do not count them."
)
RANKED = (tr("Picture"), tr("Strength"), tr("95 % interval"), tr("Won"), tr("Lost"), tr("Can't tell"), tr("Above next"))
RANKED_TIPS = (
    "",
    tr("Log strength by Bradley and Terry with Davidson's ties; 0 is the mean, a difference of 1 odds of 2.7 to 1"),
    tr("Of the strength"),
    tr("Pairs in which it was chosen"),
    tr("Pairs in which the other was chosen"),
    tr("Pairs in which the reader could not tell"),
    tr("How likely it is stronger than the picture ranked below it"),
)
TOLD = (tr("Picture"), tr("Real found"), tr("Of"), tr("Can't tell"), tr("Share"), tr("95 % interval"))
TOLD_TIPS = (
    "",
    tr("Pairs in which the truth was chosen beside this picture"),
    tr("Pairs in which the reader decided"),
    tr("Pairs in which the reader could not tell"),
    tr("Half is guessing: then the picture passes for real"),
    tr("Of the share, exact (Clopper and Pearson)"),
)


class ResultPage(QWidget):
    """Shows what a sitting found.

    Signals
    -------
    export_requested
        Answers and ranking are to be written.
    again
        Another reading is wanted.
    left
        The person goes back to the window.
    """

    export_requested = Signal()
    again = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self.verdict = label(role="h1", wraps=True), label(wraps=True)
        self.table = FigureTable(tr("Ranking"))
        self.forest = Forest(tr("Strengths with their intervals"))
        self.steady, self.message = label(wraps=True), label(role="ok", wraps=True)
        self.export = Button(tr("Export answers and ranking…"), "file-spreadsheet", "primary")
        again, close = Button(tr("New reading")), Button(tr("Close"))
        card = QFrame()
        card.setObjectName("card")
        foot = row(again, close, self.export)
        foot.insertStretch(0, 1)
        box = column(
            *(self._title, self.verdict, self.table, self.forest, self.steady),
            *(label(CAVEAT, "faint", wraps=True), label(interpreted(RESEARCH_USE), "strong", wraps=True), self.message),
            gap=12,
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
        self.export.clicked.connect(self.export_requested)
        again.clicked.connect(self.again)
        close.clicked.connect(self.left)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_sitting(self, sitting: Sitting) -> None:
        """Reveal names and figures."""
        names = [picture.name for picture in sitting.wanted.pictures]
        answered, truth = sitting.answered, sitting.truth
        read = tr("{read} of {total} pairs read").format(read=len(answered), total=len(sitting.trials))
        self._title.setText(f"{interpreted(sitting.wanted.question.value)}  {read}")
        self.message.hide()
        if sitting.wanted.question is Question.REAL and truth is not None:
            self._show_found(findings_of_truth(answered, truth), names)
        else:
            self._show_ranking(ranking(answered, len(names)), names)
        again, left = consistency(answered), leaning(answered)
        repeated = (
            tr("Repeated pairs answered alike: {share}.").format(share=in_words(again))
            if again.total
            else tr("No pair was repeated.")
        )
        self.steady.setText(
            f"{repeated} " + tr("Left chosen: {share} of the pairs decided.").format(share=in_words(left))
        )
        self._fit()
        self.export.setFocus()

    def say(self, words: str, role: str) -> None:
        """What became of the files."""
        self.message.setText(words)
        self.message.show()
        theme.mark(self.message, role=role)

    def _show_ranking(self, places: Sequence[Place], names: Sequence[str]) -> None:
        self.verdict.setText(verdict(places, names))
        self.table.head(RANKED, RANKED_TIPS)
        rows = []
        for rank, place in enumerate(places, 1):
            above = "" if place.above_next is None else f"{100 * place.above_next:.0f} %"
            cells = (
                Cell(f"{rank}  {names[place.picture]}"),
                Cell(number(place.strength if abs(place.strength) >= 0.005 else 0.0, 2)),
                Cell(interval(place.low, place.high, 2)),
                *(Cell(str(count)) for count in (place.won, place.lost, place.undecided)),
                Cell(above),
            )
            rows.append((place.picture, QIcon(), cells))
        self.table.fill(rows)
        dots = [Dot(names[place.picture], place.strength, place.low, place.high) for place in places]
        self.forest.show_dots(dots, tr("log strength"), 0.0)

    def _show_found(self, found: Sequence[Found], names: Sequence[str]) -> None:
        total = hit_rate(found)
        self.verdict.setText(
            tr("The real scan was found in {share} of the pairs decided.").format(share=in_words(total))
            + f" {guessing(total)}"
            if total.total
            else tr("No pair was decided.")
        )
        self.table.head(TOLD, TOLD_TIPS)
        rows = []
        for one in found:
            cells = (
                Cell(names[one.picture]),
                *(Cell(str(count)) for count in (one.told.hits, one.told.total, one.undecided)),
                Cell(number(100 * one.told.value, 0) + (" %" if one.told.total else "")),
                Cell(interval(100 * one.told.low, 100 * one.told.high, 0) + (" %" if one.told.total else "")),
            )
            rows.append((one.picture, QIcon(), cells))
        self.table.fill(rows)
        dots = [Dot(names[one.picture], one.told.value, one.told.low, one.told.high) for one in found]
        self.forest.show_dots(
            dots, tr("share of pairs in which the real scan was found; 0.5 is guessing"), 0.5, (0.0, 1.0)
        )

    def _fit(self) -> None:
        """All rows of the table without scrolling."""
        header, line = self.table.horizontalHeader().sizeHint().height(), theme.pixels(24)
        self.table.setFixedHeight(header + line * self.table.rowCount() + theme.pixels(14))

    def _take_look(self) -> None:
        self._card.setMaximumWidth(theme.pixels(820))
        self._fit()


def verdict(places: Sequence[Place], names: Sequence[str]) -> str:
    """The ranking in a sentence that claims no more than it knows."""
    if len(places) < 2:
        return tr("Nothing was ranked.")
    first, second = places[0], places[1]
    sure = first.above_next or 0.0
    best, next_ = names[first.picture], names[second.picture]
    if sure >= SURE:
        return tr("{best} is the strongest: {sure:.0f} % sure above {next_}.").format(
            best=best, sure=100 * sure, next_=next_
        )
    return tr("{best} and {next_} are not told apart: the first is above the second with {sure:.0f} %.").format(
        best=best, next_=next_, sure=100 * sure
    )


def guessing(found: Share) -> str:
    """Whether the reader did better than chance."""
    if found.low > 0.5:
        return tr("That is better than guessing.")
    return tr("That is worse than guessing.") if found.high < 0.5 else tr("That cannot be told from guessing.")


def in_words(share: Share) -> str:
    """A share with its interval: "8 of 10 (80 %, 44 to 97 %)"."""
    if not share.total:
        return tr("0 of 0")
    percent = tr("{value:.0f}\u00a0%, {low:.0f} to {high:.0f}\u00a0%").format(
        value=100 * share.value, low=100 * share.low, high=100 * share.high
    )
    return tr("{hits} of {total} ({percent})").format(hits=share.hits, total=share.total, percent=percent)


def interval(low: float, high: float, digits: int) -> str:
    return tr("{low} to {high}").format(low=number(low, digits), high=number(high, digits))
