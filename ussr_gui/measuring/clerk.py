"""Works out figures beside the window: one question at a time, and of those that wait only the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from ussr_engine.errors import EngineError
from ussr_engine.scan import Scan
from ussr_gui.measuring.figures import Column, columns_of, figures_of, report
from ussr_gui.measuring.frame import Frame, Sheet
from ussr_gui.measuring.pages import STEADY, Chart, Graph, Options, Page, draw
from ussr_gui.measuring.shapes import Shape


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
        plot = Graph(words=str(refused))
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
    _worked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._busy = False
        self._waiting: Question | None = None
        self._last: Answer | None = None
        self._worked.connect(self._take)

    def ask(self, question: Question) -> None:
        self._waiting = question
        if not self._busy:
            self._begin()

    def report(self, purpose: str, shapes: Sequence[Shape], scan: Scan, sheets: Sequence[Sheet]) -> None:
        """Work out every figure of every shape."""

        def work() -> None:
            self.reported.emit(purpose, report(shapes, scan, sheets))

        self._pool.start(work)

    @property
    def is_busy(self) -> bool:
        return self._busy

    def close(self) -> None:
        """Wait for the thread, at most for the question it is at."""
        self._waiting = None
        self._pool.waitForDone()

    def _begin(self) -> None:
        question, self._waiting = self._waiting, None
        if question is None:
            return
        self._busy, last = True, self._last

        def work() -> None:
            told: Answer | Exception
            try:
                told = answer(question, last)
            except Exception as error:  # raised again in the window's thread, where it is told
                told = error
            self._worked.emit(told)

        self._pool.start(work)

    @Slot(object)
    def _take(self, told: Answer | Exception) -> None:
        self._busy = False
        self._last = told if isinstance(told, Answer) else None
        self._begin()
        if isinstance(told, Exception):
            raise told
        self.answered.emit(told)
