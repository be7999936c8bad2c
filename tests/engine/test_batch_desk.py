"""The queue in the engine process: its desk answers at once, also while the queue is worked off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.conftest import SMALL
from tests.engine.test_batch import write
from tests.engine.test_host import Engine
from ussr_engine.batch.items import TEMPLATE, Item, State, Treatment
from ussr_engine.batch.news import QueueChanged, QueueEnded, QueueRefused, QueueSearched
from ussr_engine.events import Cancelled, Checkpointed, Event, Opened, Saved, Stepped
from ussr_engine.files import read_scan
from ussr_engine.orders import Cancel, ChangeQueue, Enqueue, Open, ReportQueue, RunQueue, ShowQueue

BICUBIC = Treatment("bicubic", 2)
LONG = Treatment("zssr", 2, {**SMALL, "steps": 100_000, "patience": 10_000}, device="cpu")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = Engine(tmp_path / "runs")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in range(3):
        write(tmp_path / "scans" / f"{seed}.png", seed)
    return tmp_path / "scans"


def enqueue(path: Path, out: Path, *treatments: Treatment) -> Enqueue:
    return Enqueue((str(path),), treatments, str(out), TEMPLATE)


def over(event: Event) -> bool:
    return isinstance(event, QueueSearched) and event.over


def items(told: list[Event]) -> dict[int, Item]:
    """The last that was told of each."""
    return {item.number: item for event in told if isinstance(event, QueueChanged) for item in event.items}


def test_folders_are_queued_and_worked_off_into_a_mirror_of_themselves(
    engine: Engine, folder: Path, tmp_path: Path
) -> None:
    engine.ask(enqueue(folder, tmp_path / "out", BICUBIC))
    told = engine.until(QueueSearched, when=over)
    assert [item.state for item in items(told).values()] == [State.WAITING] * 3
    engine.ask(RunQueue())
    told = engine.until(QueueEnded)
    assert {item.state for item in items(told).values()} == {State.DONE}
    assert read_scan(tmp_path / "out" / "scans" / "2_bicubic_x2.png").width == 64


def test_the_desk_adds_moves_and_skips_while_a_training_goes_on(engine: Engine, folder: Path, tmp_path: Path) -> None:
    engine.ask(enqueue(folder / "0.png", tmp_path / "out", LONG), RunQueue())
    engine.until(Stepped)
    engine.ask(enqueue(folder, tmp_path / "out", BICUBIC))
    told = engine.until(QueueSearched, when=over)
    engine.ask(Open(str(folder / "1.png")))
    engine.until(Opened)
    running, *waiting = sorted(number for number in {1, *items(told)})
    engine.ask(ChangeQueue("move", (waiting[-1],), waiting[0]), ChangeQueue("skip", (running,)))
    told = engine.until(QueueEnded)
    began = [item.number for event in told if isinstance(event, QueueChanged) for item in event.items
             if item.state is State.RUNNING]  # fmt: skip
    assert began == [waiting[-1], *waiting[:-1]]
    assert told[-1].counts == {"done": 3, "skipped": 1, "waiting": 0, "running": 0, "paused": 0, "failed": 0}


def test_a_pause_frees_the_engine_and_the_item_goes_on_from_its_training(
    engine: Engine, folder: Path, tmp_path: Path
) -> None:
    engine.ask(enqueue(folder / "0.png", tmp_path / "out", LONG), RunQueue())
    engine.until(Checkpointed)
    engine.ask(Cancel())
    told = engine.until(Cancelled) + engine.until(QueueChanged)
    assert items(told)[1].state is State.PAUSED
    engine.ask(RunQueue())
    step = next(event.step for event in engine.until(Stepped) if isinstance(event, Stepped))
    assert step > 1
    engine.ask(Cancel())
    engine.until(Cancelled)


def test_an_engine_that_is_killed_finds_its_queue_again(engine: Engine, folder: Path, tmp_path: Path) -> None:
    engine.ask(enqueue(folder, tmp_path / "out", LONG), RunQueue())
    engine.until(Checkpointed)
    engine.process.kill()
    engine.process.join()
    again = Engine(tmp_path / "runs")
    again.ask(ShowQueue())
    told = again.until(QueueChanged)
    assert [item.state for item in items(told).values()] == [State.WAITING] * 3
    assert told[-1].counts["waiting"] == 3
    again.close()


def test_what_cannot_be_queued_is_refused_in_a_sentence(engine: Engine, folder: Path, tmp_path: Path) -> None:
    engine.ask(enqueue(folder, tmp_path / "out", Treatment("bicubic", 9)))
    told = engine.until(QueueRefused)
    assert told[-1].words == "The scale is 9; it must be 2, 3 or 4."
    engine.ask(Enqueue((str(folder),), (BICUBIC,), str(tmp_path), "{method}"))
    assert "lacks {name}" in engine.until(QueueRefused)[-1].words


def test_a_list_of_thousands_is_told_some_at_a_time_and_written_as_a_table(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(450):
        (tmp_path / "many" / f"{number:04}.png").touch()
    engine.ask(enqueue(tmp_path / "many", tmp_path / "out", BICUBIC))
    told = engine.until(QueueSearched, when=over)
    assert max(len(event.items) for event in told if isinstance(event, QueueChanged)) <= 200
    assert len(items(told)) == 450
    engine.ask(ReportQueue(str(tmp_path / "table.csv")))
    engine.until(Saved)
    assert len((tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()) == 451
    engine.ask(ChangeQueue("remove", tuple(range(1, 301))))
    changed = engine.until(QueueChanged)[-1]
    assert len(changed.gone) == 300
    assert changed.counts["waiting"] == 150
