"""The door: what the window is told while a run goes on, and how each run ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from ussr_engine.orders import Challenge
from ussr_gui.pace import Pace, duration_in_words, range_in_words
from ussr_gui.records import EngineState, Outcome, RunState
from ussr_gui.wanted import Wanted


def states(session) -> list[RunState]:
    found: list[RunState] = []
    session.run_changed.connect(found.append)
    return found


def test_a_run_goes_from_preparing_through_training_to_idle_with_a_result(qtbot, session):
    seen = states(session)
    with qtbot.waitSignal(session.result_ready, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 10}, challenge=Challenge(1)))
    assert seen == [RunState.PREPARING, RunState.TRAINING, RunState.IDLE]
    run = session.run
    assert run.outcome is Outcome.FINISHED
    assert run.result.sr.height == 2 * session.scan.scan.height
    assert run.scores.psnr == 32.5
    assert [m.step for m in run.measured] == list(range(1, 11))


def test_a_paused_run_stands_still_until_resumed(qtbot, session):
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 60}))
    with qtbot.waitSignal(session.run_changed, timeout=20_000):
        session.pause()
    assert session.state is RunState.PAUSED
    step = session.run.step
    with qtbot.assertNotEmitted(session.progressed, wait=100):
        pass
    assert session.run.step == step
    with qtbot.waitSignal(session.result_ready, timeout=20_000):
        session.resume()


def test_finishing_early_gives_the_best_there_is(qtbot, session):
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 5000}))
    with qtbot.waitSignal(session.result_ready, timeout=20_000):
        session.finish()
    assert session.run.step < 5000


def test_a_cancelled_run_can_be_resumed_from_its_checkpoint(qtbot, session):
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 5000}))
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        session.cancel()
    run = session.run
    assert run.can_resume
    assert session.stopped is None
    with qtbot.waitSignal(session.result_ready, timeout=20_000):
        session.resume_run(run)
    assert session.runs == [run]
    steps = [m.step for m in run.measured]
    assert steps == sorted(set(steps))


def test_a_run_whose_engine_died_waits_for_resume(qtbot, session):
    with qtbot.waitSignals([session.run_failed, session.methods_listed], timeout=20_000):
        session.begin(session.scan, Wanted("crash", 2, {"recipe.steps": 5000}))
    assert session.state is RunState.IDLE
    assert session.stopped is session.run
    with qtbot.waitSignal(session.result_ready, timeout=20_000):
        session.resume_run(session.stopped)
    assert session.stopped is None


def test_a_failure_of_training_is_told_and_the_engine_stays(qtbot, session):
    process = session._worker.process_id
    with qtbot.waitSignal(session.run_failed, timeout=20_000) as told:
        session.begin(session.scan, Wanted("wrong", 2, {"recipe.steps": 5000}))
    assert told.args[0].words == "The loss is not finite."
    assert session._worker.process_id == process
    assert session.engine is EngineState.READY


def test_the_first_of_several_files_is_shown_and_all_are_listed(qtbot, session, tmp_path: Path):
    paths = [str(tmp_path / name) for name in ("one.png", "two.png")]
    for path in paths:
        Path(path).touch()
    with qtbot.waitSignals([session.scan_opened, session.scan_opened], timeout=20_000):
        session.open(paths)
    assert session.scan.path == paths[0]
    assert list(session.scans) == ["phantom:0", *paths]


def test_a_file_that_cannot_be_read_is_kept_in_the_list_with_its_reason(qtbot, session):
    with qtbot.waitSignal(session.open_failed, timeout=20_000):
        session.open(["/nowhere/missing.png"])
    file = session.scans["/nowhere/missing.png"]
    assert file.is_refused
    assert file.remedy == "Choose another one."


def test_a_file_that_kills_the_engine_is_refused_and_not_tried_again(qtbot, session, tmp_path: Path):
    killer = tmp_path / "killer.png"
    killer.touch()
    with qtbot.waitSignals([session.open_failed, session.methods_listed], timeout=20_000):
        session.open([str(killer)])
    assert "stopped while it was reading killer.png" in session.scans[str(killer)].words


def test_the_input_is_never_overwritten(qtbot, session, tmp_path: Path):
    source = tmp_path / "source.png"
    source.touch()
    with qtbot.waitSignal(session.scan_opened, timeout=20_000):
        session.open([str(source)])
    with qtbot.waitSignal(session.save_failed, timeout=1000) as told:
        session.save(str(tmp_path / "." / "source.png"), session.scan.scan, None, 8)
    assert "never writes over its input" in told.args[0].words


def test_scans_open_while_a_run_goes_on(qtbot, session, tmp_path: Path):
    other = tmp_path / "other.png"
    other.touch()
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 5000}))
    with qtbot.waitSignal(session.scan_opened, timeout=20_000):
        session.open([str(other)])
    assert session.state is RunState.TRAINING


def test_pace_says_nothing_until_it_knows_and_then_a_range_that_holds_the_truth():
    pace = Pace()
    pace.mark(0.5, 10)
    assert pace.remaining(1000) is None
    for step in range(20, 400, 10):
        pace.mark(step * 0.05, step)
    low, high = pace.remaining(1000)
    assert low <= (1000 - 390) * 0.05 <= high


def test_pace_forgets_the_time_of_a_pause():
    pace = Pace()
    for start, first in ((0.0, 0), (500.0, 100)):
        pace.restart()
        for step in range(first + 1, first + 100):
            pace.mark(start + (step - first) * 0.1, step)
    assert pace.remaining(1000)[1] < 200


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2, 6, "a few seconds left"),
        (22, 38, "about 20–40 s left"),
        (70, 115, "about 1–2 min left"),
        (10, 170, "up to 3 min left"),
        (3700, 7000, "about 1–2 h left"),
    ],
)
def test_a_range_of_time_reads_as_a_person_would_say_it(low, high, words):
    assert range_in_words(low, high) == words


@pytest.mark.parametrize(("seconds", "words"), [(4.94, "4.9 s"), (171, "2 min 51 s"), (3900, "1 h 05 min")])
def test_a_time_that_passed_reads_as_a_person_would_say_it(seconds, words):
    assert duration_in_words(seconds) == words


def test_runs_on_one_scan_keep_its_pictures_once(qtbot, session):
    for _ in range(2):
        with qtbot.waitSignal(session.result_ready, timeout=20_000):
            session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 10}))
    first, second = session.runs
    assert second.prepared.bicubic is first.prepared.bicubic
    assert second.prepared.scan is first.prepared.scan
    assert second.previewed is None
    assert second.result is not first.result
