"""The race as arithmetic: queue, places, budgets, and who is dropped."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.events import Failed, Previewed, StageBegan, Stepped
from ussr_engine.orders import Challenge
from ussr_engine.result import History, Result, Scores
from ussr_engine.scan import Scan
from ussr_gui.racing.race import Race
from ussr_gui.racing.runner import Runner, State
from ussr_gui.racing.scoring import Metric, stays_behind
from ussr_gui.records import Outcome, Run
from ussr_gui.wanted import Wanted

TRUTH = Challenge(1)
PICTURE = np.zeros((4, 4), np.float32)


def entered(*methods: str, challenge: Challenge | None = TRUTH) -> Race:
    race = Race("a.png")
    for method in methods:
        race.enter(Wanted(method, 2, challenge=challenge), method.upper())
    return race


def begin(race: Race, steps: int = 1000) -> Runner:
    runner = race.next
    run = Run(runner.title, 2, race.path)
    run.keep(StageBegan("Training ×2", steps), [])
    race.begin(runner, run)
    return runner


def end(race: Race, psnr: float | None, consistency: float = 1.0, seconds: float = 2.0) -> Runner:
    runner = race.running
    scores = None if psnr is None else Scores(psnr, psnr / 100, 1 / psnr, "")
    runner.run.outcome = Outcome.FINISHED
    runner.run.result = Result(
        Scan(PICTURE), {}, "m", "M", 2, 0, seconds, seconds, "CPU", History(), scores=scores, consistency=consistency
    )
    race.end(runner.run)
    return runner


def show(runner: Runner, step: int, psnr: float) -> None:
    runner.run.keep(Stepped(step), [])
    runner.run.keep(Previewed(step, PICTURE, Scores(psnr, 0.9, None)), [])


def table(race: Race) -> list[tuple[int | None, str]]:
    return [(place, runner.title) for place, runner in race.table]


def test_runners_start_in_the_order_of_the_queue_which_can_be_changed_while_they_wait():
    race = entered("a", "b", "c", "d")
    assert begin(race).title == "A"
    waiting = {runner.title: runner for runner in race.waiting}
    assert race.move(waiting["D"], -1)
    assert race.move(waiting["B"], 1)
    assert not race.move(waiting["C"], 1), "it is the last"
    assert not race.move(race.running, 1)
    assert race.remove(waiting["D"])
    assert not race.remove(race.running)
    assert [runner.title for runner in race.waiting] == ["B", "C"]
    assert race.move(waiting["C"], -1)
    end(race, 30)
    assert begin(race).title == "C"


def test_the_same_runner_is_entered_once_unless_it_gave_up():
    race = entered("a")
    again = Wanted("a", 2, challenge=TRUTH)
    assert race.enter(again, "A") is None
    assert race.enter(Wanted("a", 2, {"steps": 5}, challenge=TRUTH), "A") is not None
    runner = begin(race)
    runner.run.outcome = Outcome.CANCELLED
    race.end(runner.run)
    assert race.enter(again, "A") is not None


@pytest.mark.parametrize(
    ("metric", "order"),
    [(Metric.PSNR, ["B", "C", "A"]), (Metric.LPIPS, ["B", "C", "A"]), (Metric.CONSISTENCY, ["A", "C", "B"])],
)
def test_places_follow_the_figure_and_its_good_end(metric, order):
    race = entered("a", "b", "c")
    for psnr, consistency in ((30, 0.1), (32, 0.9), (31, 0.5)):
        begin(race)
        end(race, psnr, consistency)
    race.metric = metric
    assert table(race) == [(place, title) for place, title in enumerate(order, 1)]


def test_equal_figures_share_a_place():
    race = entered("a", "b", "c")
    for psnr in (30, 32, 32):
        begin(race)
        end(race, psnr)
    assert table(race) == [(1, "B"), (1, "C"), (3, "A")]


def test_without_a_truth_the_distance_from_the_scan_places_them():
    race = entered("a", "b", challenge=None)
    race.metric = Metric.PSNR
    for consistency in (2.0, 1.0):
        begin(race)
        end(race, None, consistency)
    assert race.measure is Metric.CONSISTENCY
    assert table(race) == [(1, "B"), (2, "A")]


def test_runners_of_other_scales_or_other_noise_are_placed_apart():
    race = entered("a", "b")
    race.enter(Wanted("a", 4, challenge=TRUTH), "A4")
    race.enter(Wanted("b", 4, challenge=TRUTH), "B4")
    for psnr in (30, 32, 27, 26):
        begin(race)
        end(race, psnr)
    assert table(race) == [(1, "B"), (2, "A"), (1, "A4"), (2, "B4")]
    noise = [Wanted("a", 2, seed=seed, challenge=Challenge(2, "grey", seed)) for seed in (0, 1)]
    assert noise[0].task != noise[1].task
    bicubic = [Wanted("a", 2, seed=seed, challenge=Challenge(1, "grey", seed)) for seed in (0, 1)]
    assert bicubic[0].task == bicubic[1].task


def test_a_runner_that_goes_on_is_placed_by_its_preview_and_one_that_failed_stands_below():
    race = entered("a", "b", "c", "d")
    begin(race)
    end(race, 31)
    failed = begin(race)
    failed.run.keep(Failed("TrainingFailed", "The loss is not finite.", "", ""), [])
    failed.run.outcome = Outcome.FAILED
    race.end(failed.run)
    running = begin(race)
    assert table(race) == [(1, "A"), (None, "C"), (None, "D"), (None, "B")]
    show(running, 100, 31.5)
    assert table(race) == [(1, "C"), (2, "A"), (None, "D"), (None, "B")]
    assert failed.why == "The loss is not finite."


def test_a_runner_over_its_budget_is_told_to_finish():
    race = entered("a")
    race.each = 10
    begin(race)
    assert race.pass_time(9.5) == ""
    assert race.pass_time(0.5) == "its time was up"


def test_the_time_of_the_race_is_shared_equally_and_what_one_leaves_goes_to_the_others():
    race = entered("a", "b", "c")
    race.all_ = 90
    assert begin(race).allowed == 30
    race.pass_time(10)
    end(race, 30)
    assert begin(race).allowed == 40
    race.each = 25
    race.pass_time(40)
    end(race, 30)
    assert begin(race).allowed == 25
    assert race.spent == 50


def test_when_the_time_of_the_race_is_up_those_that_wait_do_not_start_and_are_told_why():
    race = entered("a", "b")
    race.all_ = 10
    begin(race)
    race.pass_time(12)
    end(race, 30)
    assert race.next is None
    assert (race.runners[1].state, race.runners[1].why) == (State.LEFT, "the time of the race was up")


def test_the_time_shown_is_that_of_the_method_once_there_is_a_result():
    race = entered("a")
    runner = begin(race)
    race.pass_time(3.5)
    assert runner.took == 3.5
    end(race, 30, seconds=2.5)
    assert runner.took == 2.5


def test_progress_is_that_of_the_steps_or_of_the_time_whichever_is_further():
    race = entered("a")
    race.each = 100
    runner = begin(race, steps=1000)
    runner.run.keep(Stepped(250), [])
    race.pass_time(10)
    assert runner.progress == 0.25
    race.pass_time(50)
    assert runner.progress == pytest.approx(0.6)


SLOW = [(100, 30.0), (200, 30.1), (300, 30.15), (400, 30.2)]


def test_a_runner_is_dropped_only_when_even_its_present_pace_would_leave_it_behind():
    # From step 200 to 400 it rose by 0.1 dB: at that pace it would have 30.5 at step 1000.
    assert stays_behind(SLOW, 1000, 30.6)
    assert not stays_behind(SLOW, 1000, 30.45)
    assert not stays_behind(SLOW, 1000, 30.1), "it leads"
    assert not stays_behind(SLOW, 2000, 35.0), "not before a quarter of its steps"
    assert not stays_behind(SLOW[:2], 400, 35.0), "not before three pictures"


def test_a_laggard_finishes_early_only_where_the_race_says_so_and_only_against_a_finished_one():
    race = entered("a", "b")
    begin(race)
    end(race, 34)
    laggard = begin(race, steps=1000)
    for step, psnr in SLOW:
        show(laggard, step, psnr)
    assert race.pass_time(1) == ""
    race.drops = True
    assert race.pass_time(1) == "it could not reach the leader"
    alone = entered("a")
    alone.drops = True
    runner = begin(alone)
    for step, psnr in SLOW:
        show(runner, step, psnr)
    assert alone.pass_time(1) == ""


def test_nobody_is_dropped_for_the_distance_from_the_scan():
    race = entered("a", "b")
    race.drops, race.metric = True, Metric.CONSISTENCY
    begin(race)
    end(race, 34, consistency=0.0)
    laggard = begin(race)
    for step, psnr in SLOW:
        show(laggard, step, psnr)
    assert race.pass_time(1) == ""


def test_a_short_budget_counts_as_the_end_that_a_laggard_would_reach():
    race = entered("a", "b")
    race.drops = True
    begin(race)
    end(race, 30.4)
    race.each = 100
    laggard = begin(race, steps=100_000)
    for step, psnr in SLOW:
        show(laggard, step, psnr)
    # 400 steps in 50 s: it would end at step 800, with 30.4.
    laggard.seconds = 49
    laggard.run.keep(Stepped(400), [])
    assert race.pass_time(0.0) == ""
    race.pass_time(40)
    assert laggard.why == "it could not reach the leader"


def test_a_runner_is_called_by_its_scale_and_by_what_differs_from_the_method_as_it_is():
    runner = Runner(Wanted("zssr", 3, {"schedule.steps": 200, "patches.turns": False}, 7), "ZSSR")
    assert runner.label == "ZSSR ×3 · steps 200, turns off, seed 7"
    assert Runner(Wanted("zssr", 2), "ZSSR").label == "ZSSR ×2"
