"""The engine process, spawned for real: it answers files at once, runs one job at a time, and dies alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import SMALL, speckled
from ussr_engine import host
from ussr_engine.benchmark.news import CellBegan, CellEnded, Listed, Reported
from ussr_engine.events import (
    Cancelled,
    Catalogued,
    Event,
    Failed,
    Fetched,
    Finished,
    Measured,
    Opened,
    OpenFailed,
    Paused,
    Prepared,
    Recalled,
    Resumed,
    Saved,
    SaveFailed,
    Stepped,
)
from ussr_engine.export import export
from ussr_engine.orders import (
    Benchmark,
    Cancel,
    Challenge,
    Configure,
    FetchWeights,
    Finish,
    Open,
    Order,
    Pause,
    Quit,
    Resume,
    ResumeRun,
    Save,
    Train,
)
from ussr_engine.runs import begun
from ussr_engine.scan import Scan, Spacing

SEEN = """
import multiprocessing, sys, threading
from ussr_engine import host
from ussr_engine.orders import Quit

def window(pipe):
    print(type(pipe.recv()).__name__)
    while "torch._dynamo" not in sys.modules and not pipe.poll(0.1):
        pass
    pipe.send(Quit())

mine, theirs = multiprocessing.Pipe()
threading.Thread(target=window, args=(mine,)).start()
host.main(theirs, sys.argv[1])
"""
LONG = {**SMALL, "steps": 100_000, "patience": 10_000}
"""More steps than any test waits for."""


class Engine:
    """The window's end of the pipe."""

    def __init__(self, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._mine, theirs = context.Pipe()
        self.process = context.Process(target=host.main, args=(theirs, str(folder)))
        self.process.start()
        theirs.close()

    @property
    def pipe(self) -> Connection:
        return self._mine

    def ask(self, *orders: Order) -> None:
        for order in orders:
            self._mine.send(order)

    def until(self, *kinds: type[Event], when: Callable[[Event], bool] = lambda _: True) -> list[Event]:
        """Everything told up to the first of these kinds."""
        told: list[Event] = []
        while not (told and isinstance(told[-1], kinds) and when(told[-1])):
            assert self._mine.poll(60), f"the engine fell silent after {told[-1:]}"
            told.append(self._mine.recv())
        return told

    def close(self) -> None:
        if self.process.is_alive():
            self.ask(Quit())
            self.process.join(20)
        self._mine.close()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = Engine(tmp_path / "runs")
    yield made
    made.close()
    assert not made.process.is_alive()


@pytest.fixture
def scan() -> Scan:
    return Scan(speckled(), Spacing(0.2, 0.3), name="speckled")


def test_a_file_does_not_wait_until_torch_is_loaded(engine: Engine, tmp_path: Path, scan: Scan) -> None:
    engine.ask(Save(str(tmp_path / "a.png"), scan, None, 16), Open(str(tmp_path / "a.png")))
    told = engine.until(Opened)
    told += [] if any(isinstance(event, Catalogued) for event in told) else engine.until(Catalogued)
    assert {type(event) for event in told} == {Saved, Opened, Catalogued}
    opened = next(event for event in told if isinstance(event, Opened))
    np.testing.assert_allclose(opened.scan.image, scan.image, atol=1 / 65535)
    assert opened.scan.spacing == scan.spacing


def test_unreadable_and_unwritable_files_are_answered_in_words(engine: Engine, tmp_path: Path, scan: Scan) -> None:
    (tmp_path / "not.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    engine.ask(Open(str(tmp_path / "not.png")), Open(str(tmp_path / "none.png")), Open("phantom:x"))
    told = [event for _ in range(3) for event in engine.until(OpenFailed)]
    engine.ask(Save(str(tmp_path / "no" / "folder.png"), scan, None, 8))
    told += engine.until(SaveFailed)
    failures = [event for event in told if isinstance(event, OpenFailed)]
    assert [Path(event.path).name for event in failures] == ["not.png", "none.png", "phantom:x"]
    assert all(event.words.endswith(".") for event in failures)


def test_the_phantom_opens_by_its_seed(engine: Engine) -> None:
    engine.ask(Open("phantom:3"))
    *_, opened = engine.until(Opened)
    assert isinstance(opened, Opened)
    assert opened.scan.spacing is not None


def test_a_run_against_its_own_truth_is_prepared_scored_and_finished(engine: Engine, scan: Scan) -> None:
    engine.ask(Train(scan, "zssr", 2, SMALL, challenge=Challenge(1)))
    told = engine.until(Finished, Failed)
    prepared = next(event for event in told if isinstance(event, Prepared))
    assert prepared.scan.image.shape == (20, 18)
    assert prepared.reference is not None
    assert prepared.reference.image.shape == (40, 36)
    end = told[-1]
    assert isinstance(end, Finished)
    assert end.result.scores is not None
    assert any(isinstance(event, Measured) for event in told)


def test_pause_stands_still_while_files_still_open_and_resume_goes_on(engine: Engine, scan: Scan) -> None:
    engine.ask(Train(scan, "zssr", 2, LONG))
    engine.until(Stepped)
    engine.ask(Pause())
    engine.until(Paused)
    engine.ask(Open("phantom:0"))
    (opened,) = engine.until(Opened)
    assert isinstance(opened, Opened), "nothing but the file was told while paused"
    engine.ask(Resume())
    engine.until(Resumed)
    engine.until(Stepped)
    engine.ask(Finish())
    assert isinstance(engine.until(Finished, Failed)[-1], Finished)


def test_what_the_first_optimiser_needs_is_loaded_before_anyone_trains(tmp_path: Path) -> None:
    """Else the first cancel, of a run that polishes, would not be heard for a second."""
    done = subprocess.run([sys.executable, "-c", SEEN, str(tmp_path)], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.returncode) == ("Catalogued\n", 0), done.stderr


def test_cancel_ends_the_run_and_the_next_one_starts(engine: Engine, scan: Scan) -> None:
    engine.ask(Train(scan, "zssr", 2, LONG))
    engine.until(Stepped)
    engine.ask(Cancel())
    engine.until(Cancelled)
    engine.ask(Train(scan, "bicubic", 3))
    (*_, end) = engine.until(Finished, Failed)
    assert isinstance(end, Finished)
    assert end.result.sr.image.shape == (120, 108)


def test_an_impossible_request_fails_in_words_and_the_engine_lives_on(engine: Engine, scan: Scan) -> None:
    engine.ask(Train(scan, "zsr", 2), Train(scan, "zssr", 2, {"crop": 3}), Train(scan, "exact", 2))
    told = engine.until(Finished)
    failures = [event for event in told if isinstance(event, Failed)]
    assert "Did you mean 'zssr'?" in failures[0].words
    assert "between 16 and 512" in failures[1].words


def test_killing_the_engine_in_training_leaves_a_run_that_resumes_to_identical_bits(tmp_path: Path, scan: Scan) -> None:
    """After signal 9 another process goes on from the checkpoint, to the bits of an unbroken run."""
    knobs = {**SMALL, "backbone.features": 24, "steps": 2500, "patience": 10_000}
    first = Engine(tmp_path / "runs")
    first.ask(Train(scan, "zssr", 2, knobs))
    first.until(Stepped, when=lambda event: bool(list((tmp_path / "runs").glob("*/checkpoint.safetensors"))))
    assert first.process.pid
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.join(20)
    assert first.process.exitcode == -signal.SIGKILL
    first.close()

    (name,) = begun(tmp_path / "runs")
    second = Engine(tmp_path / "runs")
    second.ask(ResumeRun(name))
    told = second.until(Finished, Failed)
    assert any(isinstance(event, Recalled) and event.step > 0 for event in told)
    second.ask(Train(scan, "zssr", 2, knobs))
    unbroken = second.until(Finished, Failed)[-1]
    second.close()
    resumed = told[-1]
    assert isinstance(resumed, Finished)
    assert isinstance(unbroken, Finished)
    np.testing.assert_array_equal(resumed.result.sr.image, unbroken.result.sr.image)
    assert not list((tmp_path / "runs").glob("*/checkpoint.safetensors")), "what has its result needs no state"
    assert len(begun(tmp_path / "runs")) == 2, "both runs are kept"


def comparison(tmp_path: Path, *methods: str) -> Benchmark:
    """Methods on one small scan."""
    (tmp_path / "scans").mkdir(exist_ok=True)
    export(str(tmp_path / "scans" / "a.png"), Scan(speckled(64, 64)), None, 8)
    return Benchmark((str(tmp_path / "scans"),), str(tmp_path / "out"), methods, (1,), (2,), "", "clean", 0, "cpu")


def test_a_benchmark_is_told_cell_by_cell_and_not_done_twice(engine: Engine, tmp_path: Path) -> None:
    wanted = comparison(tmp_path, "bicubic", "exact")
    engine.ask(wanted)
    told = engine.until(Reported, Failed)
    ended = [event.row for event in told if isinstance(event, CellEnded)]
    assert [row.method for row in ended] == ["bicubic", "exact"]
    assert all(row.psnr is not None and row.psnr > 15 for row in ended)
    assert isinstance(told[-1], Reported)
    assert (tmp_path / "out" / "index.html").is_file()
    engine.ask(wanted)
    again = engine.until(Reported, Failed)
    assert next(event for event in again if isinstance(event, Listed)).kept == 2
    assert not any(isinstance(event, CellBegan) for event in again)


def test_a_file_is_opened_while_a_cell_of_a_benchmark_goes_on(engine: Engine, tmp_path: Path) -> None:
    engine.ask(comparison(tmp_path, "zssr"))
    engine.until(CellBegan)
    engine.ask(Open("phantom:0"))
    told = engine.until(Opened)
    assert not any(isinstance(event, CellEnded) for event in told)
    assert engine.process.pid
    os.kill(engine.process.pid, signal.SIGKILL)
    engine.process.join(20)


def test_a_benchmark_that_cannot_be_carried_out_fails_in_words(engine: Engine, tmp_path: Path) -> None:
    engine.ask(comparison(tmp_path, "zsr"))
    end = engine.until(Reported, Failed)[-1]
    assert isinstance(end, Failed)
    assert "Did you mean 'zssr'?" in end.words


def test_weights_are_listed_with_their_place_and_what_came_of_them(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "alexnet-owt-7be5be79.pth.part").write_bytes(bytes(1000))
    engine.until(Catalogued)
    engine.ask(Configure(str(tmp_path), 0))
    listed = engine.until(Catalogued)[-1]
    assert isinstance(listed, Catalogued)
    assert [(card.name, card.folder, card.kept, card.available) for card in listed.weights] == [
        ("alexnet", str(tmp_path), 1000, False),
        ("vgg19", str(tmp_path), 0, False),
    ]


def test_weights_that_nobody_publishes_are_not_fetched(engine: Engine) -> None:
    engine.ask(FetchWeights("vgg16"))
    end = engine.until(Fetched, Failed)[-1]
    assert isinstance(end, Failed)
    assert "Did you mean 'vgg19'?" in end.words
