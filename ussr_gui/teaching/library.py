"""The lessons there are: those that come along, and a file of one's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from ussr_engine.errors import EngineError
from ussr_engine.lessons.files import Head, read_heading, shipped
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Scroll, column, label, row
from ussr_gui.retelling import retold


class Card(QFrame):
    """One lesson, with a button that plays it."""

    played = Signal(str)

    def __init__(self, path: Path, head: Head) -> None:
        super().__init__()
        self.setObjectName("section")
        self._path = str(path)
        self.play = Button(tr("Play"), "play", "primary")
        self.play.setAccessibleName(tr("Play the lesson {title}").format(title=head.title))
        size = tr("{steps} steps, {questions} questions").format(steps=head.steps, questions=head.questions)
        foot = row(label(size, "faint"), None, self.play)
        box = column(label(head.title, "h2", wraps=True), label(head.about, wraps=True), margins=(14, 12, 14, 12))
        box.addLayout(foot)
        self.setLayout(box)
        self.play.clicked.connect(self._play)

    @Slot()
    def _play(self) -> None:
        self.played.emit(self._path)


class LibraryPage(QWidget):
    """A card for every lesson.

    Signals
    -------
    played : str
        Path of a lesson that is to be played.
    open_requested, record_requested
        A file of one's own is to be opened, or a lesson to be recorded.
    """

    played = Signal(str)
    open_requested = Signal()
    record_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.cards: list[Card] = []
        body = QWidget()
        body.setObjectName("panel")
        about = tr("A lesson shows pictures step by step, and asks. It needs no training and no graphics card.")
        box = column(label(about, "dim", wraps=True), gap=12, margins=(14, 12, 14, 12))
        for path in shipped():
            try:
                card = Card(path, retold(read_heading(path)))
            except EngineError:  # a damaged installation: what is left can be played
                continue
            card.played.connect(self.played)
            self.cards.append(card)
            box.addWidget(card)
        self.open, self.record = (
            Button(tr("Open a lesson…"), "folder-open"),
            Button(tr("Record a lesson"), "circle-dot"),
        )
        self.told = label(role="error", wraps=True)
        for part in (self.told, self.open, self.record):
            box.addWidget(part)
        box.addStretch(1)
        body.setLayout(box)
        self.setLayout(column(Scroll(body), gap=0))
        self.open.clicked.connect(self.open_requested)
        self.record.clicked.connect(self.record_requested)

    def say(self, words: str) -> None:
        """Why a lesson cannot be played; empty when all is well."""
        self.told.setText(words)
