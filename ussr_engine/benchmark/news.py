"""What a benchmark tells while it runs: plain records that pickle."""

from __future__ import annotations

from dataclasses import dataclass

from ussr_engine.benchmark.cells import Cell, Row
from ussr_engine.events import End, Event


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """A file that is no readable scan, and why; the benchmark goes on without it."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Listed(Event):
    """The work at hand: ``cells`` in all, ``kept`` of them from an earlier sitting.

    ``missing`` gives (method, reason) of every method that was asked for and is not available.
    """

    scans: int
    cells: int
    kept: int
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CellBegan(Event):
    """A cell is being worked on."""

    cell: Cell


@dataclass(frozen=True, slots=True)
class CellEnded(Event):
    """A cell is on disk; ``seconds_left`` is None until there is something to judge by."""

    row: Row
    done: int
    cells: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Reported(End):
    """Tables, page and CSV were written; ``failed`` cells have a reason instead of figures."""

    folder: str
    files: tuple[str, ...]
    failed: int
