"""The benchmark as a generator of events: list the cells, carry out those not yet done, write the report."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from ussr_engine import __version__
from ussr_engine.benchmark.cells import PROTOCOLS, Cell, Done, Row, Subject
from ussr_engine.benchmark.entries import Entry, entries
from ussr_engine.benchmark.ledger import Ledger
from ussr_engine.benchmark.news import CellBegan, CellEnded, Listed, Reported, Skipped
from ussr_engine.benchmark.subjects import found, loaded
from ussr_engine.benchmark.timing import Pace
from ussr_engine.benchmark.working import CellTask, measured, truth_of
from ussr_engine.crews import Crew, hired
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.events import Event
from ussr_engine.knobs import Value


@dataclass(frozen=True)
class Asked:
    """What is to be compared on what.

    ``methods`` are rows as `entries.entries` reads them, empty for all methods; ``knobs`` maps a method to knobs that
    are turned in all of its rows; ``noise`` is None for the protocol's own
    ("grey", or "rgb" under the study's); ``workers`` None for one per core, or one on an accelerator; ``command`` is
    what the report says it was started with.
    """

    folders: Sequence[str]
    out: Path
    methods: Sequence[str] = ()
    degradations: Sequence[int] = (1, 2, 3)
    scales: Sequence[int] = (2, 4)
    noise: str | None = None
    protocol: str = "clean"
    seed: int = 0
    device: str = "auto"
    workers: int | None = None
    knobs: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    limit: int | None = None
    scheduler: str = ""
    command: str = ""


def benchmark(asked: Asked) -> Generator[Event, None, None]:
    """Carry a benchmark out; what an earlier sitting left in ``asked.out`` is not done again.

    Yields Skipped for every file left out, Listed, CellBegan and CellEnded for every cell, Reported last.  ``close()``
    stops it at once; what was told as ended is on disk.

    Raises
    ------
    BadRequest, UnreadableFile, UnwritableFile
        For what cannot be carried out at all.  A failed cell is a row with its reason and is tried again next time.
    """
    from ussr_engine.benchmark.report import report

    _check(asked)
    plans, missing = _plans(asked)
    crew, _ = hired(asked.scheduler, asked.device, asked.workers)
    skipped: list[Skipped] = []
    subjects = yield from _noted(found(asked.folders, asked.limit), skipped)
    ledger = Ledger(asked.out)
    try:
        cells = _cells(asked, subjects, plans)
        rows = {key: row for key, row in ledger.rows().items() if not row.error}
        _complete(cells, rows, ledger)
        # Two rows may be one where a knob was turned to what it is by default: its cells are carried out once.
        once = list({cell.key: cell for cell in cells}.values())
        kept = _titled(once, rows)
        yield Listed(len(subjects), len(once), len(kept), missing)
        yield from carried_out([cell for cell in once if cell.key not in rows], ledger, crew, kept)
        told = _titled(cells, ledger.rows())
        files = report(asked, cells, told, missing, skipped, ledger)
        yield Reported(str(asked.out), files, sum(bool(row.error) for row in told))
    finally:
        ledger.close()


def _noted(
    search: Generator[Skipped, None, list[Subject]], skipped: list[Skipped]
) -> Generator[Skipped, None, list[Subject]]:
    while True:
        try:
            one = next(search)
        except StopIteration as end:
            subjects: list[Subject] = end.value
            return subjects
        skipped.append(one)
        yield one


def carried_out(
    cells: Sequence[Cell], ledger: Ledger, crew: Crew[Done], kept: Sequence[Row] = ()
) -> Generator[Event, None, None]:
    """Run cells and keep each in the ledger before telling that it ended; ``kept`` rows are counted as done."""
    pace = Pace(cells, kept)
    total, done = len(cells) + len(kept), len(kept)
    unreadable: list[Done] = []
    by_key = {cell.key: cell for cell in cells}
    working = crew(_work(cells, unreadable))
    try:
        for key, ended in working:
            if ended is None:
                pace.began(by_key[key])
                yield CellBegan(by_key[key])
                continue
            done += 1
            ledger.keep(ended)
            yield CellEnded(ended.row, done, total, pace.ended(ended.row))
        for told in unreadable:
            done += 1
            ledger.keep(told)
            yield CellEnded(told.row, done, total, pace.ended(told.row))
    finally:
        working.close()


def _complete(cells: Sequence[Cell], rows: dict[str, Row], ledger: Ledger) -> None:
    """Measure LPIPS of kept pictures whose rows lack it, now that its weights are there; no method runs again."""
    from ussr_engine.perceptual import available

    if available():
        return
    for cell in cells:
        row = rows.get(cell.key)
        if row is None or not row.lpips_reason or (picture := ledger.picture(row.key)) is None:
            continue
        truth = truth_of(cell, loaded(cell.subject))
        rows[row.key] = dataclasses.replace(row, **measured(cell, truth, picture))
        ledger.keep(Done(rows[row.key], None))


def _work(cells: Sequence[Cell], unreadable: list[Done]) -> Iterator[CellTask]:
    for cell in cells:
        try:
            scan = loaded(cell.subject)
        except EngineError as error:
            unreadable.append(Done(Row.of(cell, 0, 0, error=str(error)), None))
            continue
        yield CellTask(cell, scan)


def _check(asked: Asked) -> None:
    from ussr_engine.degradations.study import METHODS as DEGRADATIONS
    from ussr_engine.degradations.study import NOISES

    if asked.protocol not in PROTOCOLS:
        raise BadRequest(f"There is no protocol {asked.protocol!r}.", f"Choose {' or '.join(PROTOCOLS)}.")
    if asked.noise is not None and asked.noise not in NOISES:
        raise BadRequest(f"There is no noise {asked.noise!r}.", f"Choose {' or '.join(NOISES)}.")
    for degradation in asked.degradations:
        if degradation not in DEGRADATIONS:
            raise BadRequest(f"There is no Method {degradation}.", "Choose degradations among 1, 2 and 3.")
    if not asked.degradations or not asked.scales or not asked.folders:
        raise BadRequest("A benchmark needs folders, degradations and scales.")
    if asked.limit is not None and asked.limit < 1:
        raise BadRequest(f"A limit of {asked.limit} leaves no scan.", "Choose 1 or more.")


def _plans(asked: Asked) -> tuple[dict[tuple[Entry, int, int], str], tuple[tuple[str, str], ...]]:
    """Plan as JSON by (row, scale, degradation), and the rows that cannot be had with their reasons."""
    plans: dict[tuple[Entry, int, int], str] = {}
    missing: dict[str, str] = {}
    for entry in entries(asked.methods, asked.knobs):
        for scale, degradation in product(dict.fromkeys(asked.scales), dict.fromkeys(asked.degradations)):
            plan, reason = entry.plan(scale, degradation, asked.seed)
            # A turned knob may name the file that the method lacks by default.
            if reason:
                missing.setdefault(entry.name, reason)
            else:
                plans[entry, scale, degradation] = plan
    if not plans:
        raise BadRequest(f"None of the methods can run here. {' '.join(dict.fromkeys(missing.values()))}")
    return plans, tuple(missing.items())


def _cells(asked: Asked, subjects: Sequence[Subject], plans: Mapping[tuple[Entry, int, int], str]) -> list[Cell]:
    """Every cell, cheap methods first, scan by scan within them."""
    noise = asked.noise or ("rgb" if asked.protocol == "study" else "grey")
    return [
        Cell(
            subject, degradation, scale, noise, asked.protocol, entry.method, plans[entry, scale, degradation],
            asked.seed, __version__, asked.device, entry.name,
        )
        for trains in (False, True)
        for subject in subjects
        for degradation in dict.fromkeys(asked.degradations)
        for scale in dict.fromkeys(asked.scales)
        for entry in dict.fromkeys(entry for entry, _, _ in plans)
        if (entry, scale, degradation) in plans and entry.trains is trains
    ]  # fmt: skip


def _titled(cells: Sequence[Cell], rows: Mapping[str, Row]) -> list[Row]:
    """The rows of those cells that have one, by the name that each was asked for under."""
    return [dataclasses.replace(rows[cell.key], method=cell.title) for cell in cells if cell.key in rows]
