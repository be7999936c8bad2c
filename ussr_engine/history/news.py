"""What is told of the runs that are kept: plain records that pickle, heard at any time, also while a run goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ussr_engine.events import Event, KernelEstimated, StageBegan
from ussr_engine.history.card import RunCard
from ussr_engine.knobs import Value
from ussr_engine.moments import Moment
from ussr_engine.orders import Challenge
from ussr_engine.result import History, Identification, Result
from ussr_engine.scan import Scan


@dataclass(frozen=True, eq=False)
class KeptRun:
    """A run as it was: what was asked, the scan that was opened, and everything that came of it.

    ``given`` is the picture that was opened, ``scan`` the one that was enlarged: another one where a challenge shrank
    it, and ``reference`` then is the truth.  ``history`` and ``moments`` are those of the last checkpoint where there
    is no ``result``.
    """

    card: RunCard
    knobs: Mapping[str, Value]
    device: str
    challenge: Challenge | None
    given: Scan
    scan: Scan
    bicubic: Scan
    reference: Scan | None
    result: Result | None = None
    history: History = field(default_factory=History)
    moments: tuple[Moment, ...] = ()
    kernel: KernelEstimated | None = None
    identification: Identification | None = None
    stage: StageBegan | None = None


@dataclass(frozen=True, slots=True)
class RunsListed(Event):
    """All runs that are kept, the oldest first; ``used`` of ``limit`` bytes; ``words`` say what was repaired."""

    cards: tuple[RunCard, ...]
    used: int
    limit: int
    words: str


@dataclass(frozen=True, slots=True)
class RunsChanged(Event):
    """These are new or other than before, those of ``gone`` are no more in the list."""

    cards: tuple[RunCard, ...]
    gone: tuple[str, ...]
    used: int


@dataclass(frozen=True, slots=True)
class RunRestored(Event):
    """The answer to RestoreRun."""

    kept: KeptRun


@dataclass(frozen=True, slots=True)
class RunRefused(Event):
    """Something asked of kept runs cannot be done; everything is as it was."""

    words: str
    remedy: str
