"""Works out figures beside the window: one question at a time, and of those that wait only the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine.errors import EngineError
from ussr_engine.scan import Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.measuring.figures import Column, columns_of, figures_of, report
from ussr_gui.measuring.frame import Frame, Sheet
from ussr_gui.measuring.pages import STEADY, Chart, Graph, Options, Page, draw
from ussr_gui.measuring.shapes import Shape
from ussr_gui.newest import Newest


@dataclass(frozen=True, eq=False)
class Question:
    """All that the panel shows of the chosen shape and page; nothing in it changes while it is worked on."""

    frame: Frame
    sheets: Sequence[Sheet]
    shape: Shape | None
    page: Page
    active: str
    options: Options

    @property
    def drawn_from(self) -> tuple[object, ...]:
        """All but the shape."""
        return self.page, id(self.sheets), self.active, self.options


@dataclass(frozen=True, eq=False)
class Answer:
    """Figures of the shape for every output, and what the page shows."""

    question: Question
    columns: tuple[Column, ...]
    rows: tuple[tuple[Sheet, tuple[float, ...]], ...]
    plot: Graph | Chart


def answer(question: Question, last: Answer | None = None) -> Answer:
    """Work a question out; a plot that does not hang on the shape is that of the ``last`` answer if nothing else is."""
    shape, scan = question.shape, question.frame.scan
    columns = columns_of(shape, scan)
    rows = tuple((sheet, figures_of(shape, scan, sheet)) for sheet in question.sheets if shape is not None and columns)
    if last is not None and question.page in STEADY and question.drawn_from == last.question.drawn_from:
        return Answer(question, columns, rows, last.plot)
    try:
        plot = draw(question.page, shape, question.frame, question.sheets, question.active, question.options)
    except EngineError as refused:
        plot = Graph(words=interpreted(str(refused)))
    return Answer(question, columns, rows, plot)


class Clerk(QObject):
    """Answers in a thread of its own.

    Signals
    -------
    answered : Answer
        In the order of the questions; those that were overtaken before their turn have none.
    reported : str, list of tuples of str
        What `report` was asked for, and the lines.
    """

    answered = Signal(object)
    reported = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = Newest(self)
        self._last: Answer | None = None
        self._newest.answered.connect(self._take)

    def ask(self, question: Question) -> None:
        self._newest.ask(lambda: answer(question, self._last))

    def report(self, purpose: str, shapes: Sequence[Shape], scan: Scan, sheets: Sequence[Sheet]) -> None:
        """Work out every figure of every shape."""

        def work() -> None:
            self.reported.emit(purpose, report(shapes, scan, sheets))

        self._newest.add(work)

    @property
    def is_busy(self) -> bool:
        return self._newest.is_busy

    def close(self) -> None:
        """Wait for the thread, at most for the question it is at."""
        self._newest.close()

    @Slot(object)
    def _take(self, told: Answer) -> None:
        self._last = told
        self.answered.emit(told)
