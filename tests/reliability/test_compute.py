"""Memory that runs out, devices and processes that die, cancels and closings at any moment, clocks and locales."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from tests.engine.conftest import SMALL, speckled
from ussr_engine.device import Device, choose
from ussr_engine.errors import BadRequest, DeviceFailed
from ussr_engine.events import Finished, Noted
from ussr_engine.methods import plan_for
from ussr_engine.recipes.paired import PairedLearner
from ussr_engine.result import Result
from ussr_engine.runs import Run
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
ALLOCATORS = ("empty", "zeros", "zeros_like", "pad", "stack", "concatenate", "ascontiguousarray")


@pytest.fixture
def cpu() -> Device:
    return choose("cpu", threads=1)


def result_of(scan: Scan, method: str, device: Device, **knobs: object) -> Result:
    *_, last = train(scan, plan_for(method, 2, knobs), Surroundings(device))
    assert isinstance(last, Finished)
    return last.result


class Scarce:
    """NumPy's allocators, of which the n-th call fails."""

    def __init__(self, nth: int, patch: pytest.MonkeyPatch) -> None:
        self.left = nth
        for name in ALLOCATORS:
            patch.setattr(np, name, self._failing(getattr(np, name)))

    def _failing(self, allocate: object) -> object:
        def call(*given: object, **named: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise MemoryError
            return allocate(*given, **named)  # type: ignore[operator]

        return call


@pytest.mark.parametrize("method", ["bicubic", "exact", "denoise", "simreg"])
def test_memory_that_runs_out_anywhere_is_told_and_the_next_run_is_whole(method: str, cpu: Device) -> None:
    """G01: at whichever allocation it happens."""
    scan = Scan(speckled())
    whole = result_of(scan, method, cpu).sr.image
    nth, done = 1, False
    refused: list[str] = []
    while not done:
        with pytest.MonkeyPatch.context() as patch:
            scarce = Scarce(nth, patch)
            try:
                again = result_of(scan, method, cpu).sr.image
                done = scarce.left > 0
                assert np.array_equal(again, whole)
            except DeviceFailed as error:
                refused.append(str(error))
        nth += 1 + nth // 6
    assert len(refused) > 3
    assert all("ran out of memory" in words and "smaller" in words for words in refused)
    assert np.array_equal(result_of(scan, method, cpu).sr.image, whole)


@LINUX
@pytest.mark.slow
def test_a_picture_too_large_for_the_memory_there_is_refused_or_done_and_leaves_nothing_half(tmp_path: Path) -> None:
    """G02: 6000 × 6000 pixels with an address space of 3 GB."""
    source, out = tmp_path / "large.png", tmp_path / "out.tif"
    assert cv2.imwrite(str(source), np.tile(np.arange(250, dtype=np.uint8), (6000, 24)))
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30,) * 2);"
        "import sys; from ussr_engine.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    arguments = ["enlarge", str(source), "--method", "simreg", "--scale", "2", "-o", str(out)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=250, env=environment
    )
    assert ended.returncode in (0, 3, 4), ended.stderr[-500:]
    assert out.exists() == (ended.returncode == 0)
    if ended.returncode:
        assert "memory" in ended.stderr
        assert "Traceback" not in ended.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"large.png", "out.tif"}


class Pretended(Device):
    """A GPU that nobody asked for by name, on a machine that has none; it computes on the processor."""

    @property
    def torch(self) -> torch.device:
        return torch.device("cpu")


@pytest.fixture
def pretended(cpu: Device) -> Device:
    return Pretended("cuda:0", "Pretended GPU, 8 GB", False, spare=cpu)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), "Pretended GPU, 8 GB ran out of memory."),
        (RuntimeError("CUDA error: device lost"), "Pretended GPU, 8 GB failed."),
    ],
)
def test_a_gpu_that_fails_is_left_for_the_processor_once_and_it_is_said(
    error: Exception, words: str, pretended: Device, cpu: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """G03, simulated: out of memory, and a device that is lost in the middle of training."""
    step = PairedLearner.step

    def failing(learner: PairedLearner, pair: object) -> object:
        if learner.device.id != "cpu" and learner.optimiser.state:
            raise error
        return step(learner, pair)  # type: ignore[arg-type]

    monkeypatch.setattr(PairedLearner, "step", failing)
    scan, plan = Scan(speckled()), plan_for("zssr", 2, SMALL | {"steps": 20})
    run = Run.begin(tmp_path, {"plan": plan.to_dict(), "device": "auto"}, scan, None)
    events = list(train(scan, plan, Surroundings(pretended, run=run)))
    assert any(isinstance(event, Noted) and event.words.startswith(words) for event in events)
    last = events[-1]
    assert isinstance(last, Finished)
    assert last.result.device == cpu.words
    assert any(note.startswith(words) for note in last.result.notes)


def test_a_gpu_that_was_asked_for_by_name_is_not_left_silently(
    pretended: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G03, simulated: whoever named the device is told, and decides."""

    def failing(learner: PairedLearner, pair: object) -> object:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(PairedLearner, "step", failing)
    named = dataclasses.replace(pretended, spare=None)
    with pytest.raises(DeviceFailed, match="Pretended GPU, 8 GB ran out of memory"):
        result_of(Scan(speckled()), "zssr", named, **SMALL)


def test_a_device_that_is_not_there_is_refused_by_name() -> None:
    """G03: CUDA is missing."""
    if torch.cuda.is_available():
        pytest.skip("this machine has the device")
    with pytest.raises(BadRequest, match="There is no device 'cuda' on this machine"):
        choose("cuda")


@pytest.mark.parametrize("threads", [1, 2])
def test_one_thread_or_two_the_picture_is_the_same_within_a_hundredth_of_a_decibel(threads: int) -> None:
    """G13: bit for bit with the same threads, and 0.01 dB between one and two."""
    scan = Scan(speckled(96, 112))
    one, again = (result_of(scan, "simreg", choose("cpu", threads)).sr.image for _ in range(2))
    assert np.array_equal(one, again)
    alone = result_of(scan, "simreg", choose("cpu", 1)).sr.image
    assert np.square(one - alone).mean() < 1e-7


def test_a_clock_that_jumps_a_day_kills_nothing_and_spoils_no_estimate(
    cpu: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G14: time is taken from a clock that nobody sets."""
    real, days = time.time, iter(range(10**6))
    monkeypatch.setattr(time, "time", lambda: real() + 86_400 * next(days))
    result = result_of(Scan(speckled()), "zssr", cpu, **SMALL)
    assert result.seconds < 600


LOCALES = [
    {"LANG": "C"},
    {"LC_ALL": "tr_TR.UTF-8"},
    pytest.param({"LC_ALL": "de_DE.UTF-8"}, marks=pytest.mark.slow),
    pytest.param({"LC_ALL": "ar_EG.UTF-8"}, marks=pytest.mark.slow),
]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written_in({}, tmp_path_factory.mktemp("usual") / "a.png")


def written_in(language: dict[str, str], out: Path) -> bytes:
    arguments = ["enlarge", "phantom:0", "--method", "bicubic", "--scale", "2", "-o", str(out)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("LC_") and name != "LANG"}
    environment = {**plain, **language, "OMP_NUM_THREADS": "1"}
    subprocess.run(
        [sys.executable, "-m", "ussr_engine", *arguments], check=True, capture_output=True, timeout=200, env=environment
    )
    return out.read_bytes()


@pytest.mark.parametrize("language", LOCALES, ids=lambda given: next(iter(given.values())))
def test_every_language_writes_the_same_file(language: dict[str, str], usual: bytes, tmp_path: Path) -> None:
    """G16: also where a comma stands for the point, or an I has no dot."""
    assert written_in(language, tmp_path / "a.png") == usual


@LINUX
def test_one_core_is_enough(tmp_path: Path) -> None:
    """G15: one core, and 3 GB of address space, which holds torch itself too; its parts for cards take 4 more."""
    code = (
        "import os, resource; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))});"
        f"resource.setrlimit(resource.RLIMIT_AS, ({7 if torch.version.cuda else 3} * 2**30,) * 2);"
        "import sys; from ussr_engine.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    arguments = ["enlarge", "phantom:0", "--method", "simreg", "--scale", "2", "--device", "cpu"]
    arguments += ["-o", str(tmp_path / "a.png")]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, timeout=250)
    assert (tmp_path / "a.png").exists()


def iterated(job: Iterator[object], steps: int) -> None:
    for _ in range(steps):
        if next(job, None) is None:
            return


@pytest.mark.parametrize("method", ["simreg", "zssr"])
def test_after_a_cancel_at_any_step_the_next_run_is_the_usual_one(method: str, cpu: Device) -> None:
    """G10: at random boundaries of steps, tiles and stages."""
    scan, knobs = Scan(speckled()), SMALL | {"steps": 30} if method == "zssr" else {}
    usual = result_of(scan, method, cpu, **knobs).sr.image
    events = sum(1 for _ in train(scan, plan_for(method, 2, knobs), Surroundings(cpu)))
    chance = np.random.default_rng(0)
    for steps in chance.integers(1, events, 6):
        job = train(scan, plan_for(method, 2, knobs), Surroundings(cpu))
        iterated(job, int(steps))
        job.close()
    assert np.array_equal(result_of(scan, method, cpu, **knobs).sr.image, usual)
