"""What a queue tells: plain records that pickle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ussr_engine.batch.items import Item
from ussr_engine.events import End, Event


@dataclass(frozen=True, slots=True)
class QueueChanged(Event):
    """Items as they are now, and numbers of items that are no more; of all others nothing has changed.

    ``counts`` says how many items are in each state, by its word.
    """

    items: tuple[Item, ...]
    gone: tuple[int, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QueuePaced(Event):
    """The rest will take between so many seconds; None while there is nothing to judge by."""

    seconds: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class QueueSearched(Event):
    """How far folders have been searched: ``added`` items are new, ``known`` stood there already.

    ``left_out`` says how many entries were passed over, by the reason; ``over`` that the search is over.
    """

    added: int
    known: int
    left_out: Mapping[str, int]
    over: bool


@dataclass(frozen=True, slots=True)
class QueueRefused(Event):
    """What was asked of the queue cannot be done; the queue is as it was."""

    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class QueueEnded(End):
    """Nothing is left to do.  ``files`` are the reports that were written."""

    counts: Mapping[str, int]
    files: tuple[str, ...]
