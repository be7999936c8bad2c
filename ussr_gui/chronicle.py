"""The runs that are kept, as the engine tells of them: what the window asks about them goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine import orders
from ussr_engine.history.card import RunCard
from ussr_engine.history.news import KeptRun, RunRefused, RunRestored, RunsChanged, RunsListed
from ussr_gui.worker import Worker

if TYPE_CHECKING:
    from ussr_gui.session import Session

NOTES = (RunsListed, RunsChanged, RunRestored, RunRefused)


class Chronicle(QObject):
    """Cards by the name of the run, the oldest first.

    Signals
    -------
    listed : str
        All runs are known now, or known anew; what had to be repaired, or nothing.
    changed
        Some are new, other than before, or gone.
    refused : RunRefused
        Something cannot be done.
    """

    listed = Signal(str)
    changed = Signal()
    refused = Signal(object)

    def __init__(self, worker: Worker, session: Session) -> None:
        super().__init__(session)
        self._worker = worker
        self.cards: dict[str, RunCard] = {}
        self.used = 0
        self.thrown: list[tuple[str, ...]] = []
        """What was deleted and may come back, the last of it last."""
        self._deleting: set[str] = set()
        self._waiting: dict[str, Callable[[KeptRun], object]] = {}
        worker.restarted.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Let the engine tell all runs; what an engine before was asked is lost."""
        self._waiting = {}
        self._worker.order(orders.ListRuns())

    def restore(self, run: str, then: Callable[[KeptRun], object]) -> None:
        """Let the engine read a run, and go on with it."""
        self._waiting[run] = then
        self._worker.order(orders.RestoreRun(run))

    def star(self, runs: Iterable[str], on: bool) -> None:
        for card in self._known(runs):
            self._mark(replace(card, star=on))

    def describe(self, run: str, tag: str, note: str) -> None:
        """Say something of a run."""
        for card in self._known((run,)):
            if (card.tag, card.note) != (tag.strip(), note.strip()):
                self._mark(replace(card, tag=tag, note=note))

    def delete(self, runs: Iterable[str]) -> None:
        names = tuple(card.run for card in self._known(runs))
        if names:
            self._deleting = set(names)
            self._worker.order(orders.DeleteRuns(names))

    def undelete(self) -> None:
        """Bring back what was deleted last."""
        if self.thrown:
            self._worker.order(orders.UndeleteRuns(self.thrown.pop()))

    def purge(self) -> None:
        """Delete for good what was deleted."""
        self.thrown = []
        self._worker.order(orders.PurgeRuns())

    def hear(self, event: object) -> bool:
        """Take an event that is about kept runs; False leaves it to others."""
        if not isinstance(event, NOTES):
            return False
        match event:
            case RunsListed(cards, used, _, words):
                self.cards, self.used = {card.run: card for card in cards}, used
                self.listed.emit(words)
                self.changed.emit()
            case RunsChanged(cards, gone, used):
                self._take(cards, gone)
                self.used = used
                self.changed.emit()
            case RunRestored(kept):
                self._give(kept)
            case RunRefused():
                self.refused.emit(event)
        return True

    def _take(self, cards: Iterable[RunCard], gone: tuple[str, ...]) -> None:
        self.cards |= {card.run: card for card in cards}
        for run in gone:
            self.cards.pop(run, None)
        self.cards = dict(sorted(self.cards.items(), key=lambda one: (one[1].started, one[0])))
        if thrown := tuple(run for run in gone if run in self._deleting):
            self.thrown.append(thrown)
            self._deleting -= set(thrown)

    def _give(self, kept: KeptRun) -> None:
        then = self._waiting.pop(kept.card.run, None)
        if then is not None:
            then(kept)

    def _known(self, runs: Iterable[str]) -> list[RunCard]:
        return [self.cards[run] for run in runs if run in self.cards]

    def _mark(self, card: RunCard) -> None:
        self._worker.order(orders.MarkRun(card.run, card.star, card.tag, card.note))
