"""Training as a person meets it: it ends once, resumes to the bit, survives its own accidents."""

from __future__ import annotations

import dataclasses
import itertools
from pathlib import Path

import numpy as np
import pytest
from torch import Tensor

from tests.engine.conftest import SMALL, smallest, speckled
from ussr_engine.degradations.study import degrade
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest
from ussr_engine.events import (
    Checkpointed,
    Command,
    Finished,
    Measured,
    Noted,
    Prepared,
    Previewed,
    Recalled,
    StageBegan,
    Stepped,
)
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.metrics import consistency
from ussr_engine.plan import Plan
from ussr_engine.protocols import Pair
from ussr_engine.recipes.paired import PairedLearner
from ussr_engine.result import Result
from ussr_engine.runs import Run
from ussr_engine.scan import Scan, Spacing
from ussr_engine.train import Surroundings, train


def result_of(scan: Scan, plan: Plan, around: Surroundings) -> Result:
    *_, last = train(scan, plan, around)
    assert isinstance(last, Finished)
    return last.result


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("scale", [2, 3, 4])
def test_every_method_enlarges_by_every_scale(method: str, scale: int, cpu: Device) -> None:
    scan = Scan(speckled(21, 17), Spacing(0.2, 0.3))
    if not METHODS[method].card().available:
        pytest.skip(METHODS[method].card().reason)
    result = result_of(scan, plan_for(method, scale, smallest(method)), Surroundings(cpu))
    assert result.sr.image.shape == (21 * scale, 17 * scale)
    assert result.sr.spacing == Spacing(0.2 / scale, 0.3 / scale)
    assert result.method == method
    assert result.seconds > 0
    assert result.cpu_seconds > 0


def test_the_same_seed_gives_the_same_bits_and_another_seed_others(scan: Scan, small: Plan, cpu: Device) -> None:
    first, again = (result_of(scan, small, Surroundings(cpu)) for _ in range(2))
    other = result_of(scan, dataclasses.replace(small, seed=1), Surroundings(cpu))
    np.testing.assert_array_equal(first.sr.image, again.sr.image)
    assert not np.array_equal(first.sr.image, other.sr.image)


def test_a_result_does_not_depend_on_the_scans_enlarged_before_it(scan: Scan, small: Plan, cpu: Device) -> None:
    """P14: no state is carried from one picture to the next."""
    alone = result_of(scan, small, Surroundings(cpu)).sr.image
    result_of(Scan(speckled(seed=5)), small, Surroundings(cpu))
    np.testing.assert_array_equal(result_of(scan, small, Surroundings(cpu)).sr.image, alone)


@pytest.mark.parametrize("stop_at", [1, 37, 60, 119])
def test_a_run_resumed_after_any_step_gives_the_bits_of_an_unbroken_one(
    stop_at: int, scan: Scan, small: Plan, cpu: Device, tmp_path: Path
) -> None:
    unbroken = result_of(scan, small, Surroundings(cpu))
    run = Run.begin(tmp_path, {"plan": small.to_dict()}, scan, None)
    job = train(scan, small, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, Stepped) and event.step == stop_at)
    job.close()
    again = Run.named(tmp_path, run.name)
    events = list(train(again.inputs()[0], Plan.from_dict(again.order()["plan"]), Surroundings(cpu, run=again)))
    assert next(event.step for event in events if isinstance(event, Recalled)) == stop_at
    resumed = events[-1].result
    np.testing.assert_array_equal(resumed.sr.image, unbroken.sr.image)
    assert resumed.history == unbroken.history


def test_a_gradual_run_resumes_in_its_second_stage(scan: Scan, cpu: Device, tmp_path: Path) -> None:
    plan = plan_for("zssr", 4, {**SMALL, "steps": 20})
    unbroken = result_of(scan, plan, Surroundings(cpu))
    run = Run.begin(tmp_path, {"plan": plan.to_dict()}, scan, None)
    job = train(scan, plan, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, StageBegan) and event.name == "Training ×4")
    next(event for event in job if isinstance(event, Stepped) and event.step == 31)
    job.close()
    resumed = result_of(scan, plan, Surroundings(cpu, run=Run.named(tmp_path, run.name)))
    np.testing.assert_array_equal(resumed.sr.image, unbroken.sr.image)


def test_finish_now_stops_training_and_enlarges_with_the_best(scan: Scan, small: Plan, cpu: Device) -> None:
    job = train(scan, small, Surroundings(cpu))
    next(event for event in job if isinstance(event, Stepped) and event.step == 60)
    rest = [job.send(Command.FINISH), *job]
    training = itertools.takewhile(lambda event: not isinstance(event, StageBegan), rest)
    assert not any(isinstance(event, Stepped) and event.step > 60 for event in training)
    assert next(event.name for event in rest if isinstance(event, StageBegan)) == "Enlarging ×2"
    assert isinstance(rest[-1], Finished)
    assert "as you asked" in " ".join(rest[-1].result.notes)


@pytest.mark.parametrize("method", ["zssr", "model1", "kernelgan"])
def test_finishing_before_anything_was_learned_gives_interpolation_not_rubbish(
    method: str, scan: Scan, cpu: Device
) -> None:
    lr = degrade(scan, 1, 2)
    job = train(lr, plan_for(method, 2, smallest(method, 50)), Surroundings(cpu, reference=scan))
    next(event for event in job if isinstance(event, Stepped))
    *_, last = itertools.chain([job.send(Command.FINISH)], job)
    bicubic = result_of(lr, plan_for("bicubic", 2), Surroundings(cpu, reference=scan))
    assert last.result.scores.psnr > bicubic.scores.psnr - 0.5


def test_a_preview_asked_for_comes_with_scores_against_the_truth(scan: Scan, small: Plan, cpu: Device) -> None:
    lr = degrade(scan, 1, 2)
    job = train(lr, small, Surroundings(cpu, reference=scan))
    prepared = next(job)
    assert isinstance(prepared, Prepared)
    assert prepared.bicubic_scores is not None
    next(event for event in job if isinstance(event, Stepped))
    answer = itertools.chain([job.send(Command.PREVIEW)], job)
    preview = next(event for event in answer if isinstance(event, Previewed))
    assert preview.image.shape == scan.image.shape
    assert preview.scores is not None
    assert preview.scores.psnr > 10
    job.close()


def test_previews_do_not_change_the_result(scan: Scan, small: Plan, cpu: Device) -> None:
    quiet = result_of(scan, small, Surroundings(cpu))
    job = train(scan, small, Surroundings(cpu))
    event = next(job)
    for asked in itertools.cycle((Command.PREVIEW, None)):
        event = job.send(asked)
        if isinstance(event, Finished):
            break
    np.testing.assert_array_equal(event.result.sr.image, quiet.sr.image)


@pytest.mark.parametrize("faults", [1, 5])
def test_weights_that_turn_to_nan_are_rolled_back_and_the_result_stays_finite(
    faults: int, scan: Scan, small: Plan, cpu: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault is put into the weights; after three of them training stops with the best finite weights."""
    step, left = PairedLearner.step, [faults]

    def faulty(learner: PairedLearner, pair: Pair) -> dict[str, Tensor]:
        losses = step(learner, pair)
        if left[0] and next(counted) % 25 == 24:
            left[0] -= 1
            for parameter in learner.network.parameters():
                parameter.data.fill_(float("nan"))
        return losses

    counted = itertools.count()
    monkeypatch.setattr(PairedLearner, "step", faulty)
    events = list(train(scan, small, Surroundings(cpu)))
    notes = " ".join(event.words for event in events if isinstance(event, Noted))
    assert notes.count("back to step") == min(faults, 3)
    assert ("became unstable 3 times" in notes) == (faults > 3)
    assert min(event.rate for event in events if isinstance(event, Measured)) < 1e-3
    prepared = next(event for event in events if isinstance(event, Prepared))
    assert np.abs(events[-1].result.sr.image - prepared.bicubic.image).mean() < 0.1


def test_a_learning_rate_far_too_high_does_no_worse_than_interpolation(scan: Scan, cpu: Device) -> None:
    plan = plan_for("zssr", 2, {**SMALL, "rate": 1.0})
    lr = degrade(scan, 1, 2)
    *_, last = train(lr, plan, Surroundings(cpu, reference=scan))
    bicubic = result_of(lr, plan_for("bicubic", 2), Surroundings(cpu, reference=scan))
    assert last.result.scores.psnr >= bicubic.scores.psnr


def test_a_network_that_begins_far_from_interpolation_is_not_taken_for_derailed(scan: Scan, cpu: Device) -> None:
    """Published SRCNN begins at a black picture."""
    knobs = {"residual": "off", "rate": 1e-4, "steps": 100, "crop": 24}
    result = result_of(scan, plan_for("srcnn", 2, knobs), Surroundings(cpu))
    assert not any("unstable" in note for note in result.notes)
    errors = [error for _, error in result.history.losses["held out"]]
    assert errors[1] > 0.1
    assert errors == sorted(errors, reverse=True)


def test_curves_move_and_the_held_out_error_falls(scan: Scan, small: Plan, cpu: Device) -> None:
    events = [event for event in train(scan, small, Surroundings(cpu)) if isinstance(event, Measured)]
    assert [event.step for event in events] == list(range(10, 121, 10))
    assert all(set(event.losses) <= {"l1", "held out"} for event in events)
    held_out = [event.losses["held out"] for event in events if "held out" in event.losses]
    assert held_out[-1] < held_out[0]


def test_colour_is_enlarged_by_interpolation_and_brightness_by_the_method(cpu: Device) -> None:
    grey = speckled()
    image = np.stack([grey, grey * 0.5, grey * 0.25], axis=2)
    result = result_of(Scan(image), plan_for("exact", 2), Surroundings(cpu))
    assert result.sr.image.shape == (80, 72, 3)
    assert any("colour" in note for note in result.notes)
    assert result.sr.image[..., 0].mean() > 1.5 * result.sr.image[..., 1].mean()


def test_a_preview_of_a_stage_on_the_way_is_in_colour_too(cpu: Device) -> None:
    grey = speckled()
    image = np.stack([grey, grey * 0.5, grey * 0.25], axis=2)
    job = train(Scan(image), plan_for("zssr", 4, {**SMALL, "steps": 5}), Surroundings(cpu))
    next(event for event in job if isinstance(event, Stepped))
    answer = itertools.chain([job.send(Command.PREVIEW)], job)
    preview = next(event for event in answer if isinstance(event, Previewed))
    assert preview.image.shape == (80, 72, 3)
    job.close()


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_one_flat_tone_stays_that_tone(level: float, cpu: Device) -> None:
    scan = Scan(np.full((32, 32), level, np.float32))
    result = result_of(scan, plan_for("zssr", 2, {**SMALL, "steps": 100}), Surroundings(cpu))
    np.testing.assert_allclose(result.sr.image, level, atol=1e-6)
    assert any("flat tone" in note for note in result.notes)


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (4096, 1), (3, 3), (16, 2048)])
@pytest.mark.parametrize("method", ["bicubic", "exact"])
def test_pictures_too_small_to_learn_from_can_still_be_interpolated(
    method: str, shape: tuple[int, int], cpu: Device
) -> None:
    chance = np.random.default_rng(0)
    result = result_of(Scan(chance.random(shape, np.float32)), plan_for(method, 3), Surroundings(cpu))
    assert result.sr.image.shape == (3 * shape[0], 3 * shape[1])


def test_a_single_bright_pixel_neither_wraps_round_nor_rings_below_black(cpu: Device) -> None:
    image = np.zeros((33, 33), np.float32)
    image[16, 16] = 1
    for method in ("bicubic", "exact", "zssr"):
        sr = result_of(Scan(image), plan_for(method, 2, smallest(method, 20)), Surroundings(cpu)).sr.image
        assert sr.min() >= 0
        assert np.unravel_index(sr.argmax(), sr.shape) in {(32, 32), (32, 33), (33, 32), (33, 33)}


def test_a_scan_too_small_is_refused_in_one_sentence(cpu: Device) -> None:
    with pytest.raises(BadRequest, match="at least 8 a side"):
        next(train(Scan(np.zeros((7, 40), np.float32)), plan_for("zssr", 2), Surroundings(cpu)))


def test_a_cancelled_run_leaves_a_checkpoint_of_its_last_step(
    scan: Scan, small: Plan, cpu: Device, tmp_path: Path
) -> None:
    run = Run.begin(tmp_path, {"plan": small.to_dict()}, scan, None)
    job = train(scan, small, Surroundings(cpu, run=run))
    assert not any(isinstance(event, Checkpointed) for event in itertools.islice(job, 10)), "5 s have not passed"
    job.close()
    loaded = run.load()
    assert loaded is not None
    assert loaded[1]["step"] > 0


def test_previews_come_at_steps_that_grow_by_half_however_long_the_clock_waits(
    scan: Scan, small: Plan, cpu: Device
) -> None:
    events = list(train(scan, small, Surroundings(cpu, reference=None, preview_seconds=3600)))
    assert [event.step for event in events if isinstance(event, Previewed)] == [10, 20, 30, 50, 80, 120]
    measured = {event.step for event in events if isinstance(event, Measured)}
    assert {10, 20, 30, 50, 80, 120} <= measured, "each stands on a point of the curve"


def test_no_preview_comes_where_none_is_wanted_and_previews_change_no_bit(scan: Scan, small: Plan, cpu: Device) -> None:
    bare, shown = (list(train(scan, small, Surroundings(cpu, preview_seconds=every))) for every in (0, 3600))
    assert not any(isinstance(event, Previewed) for event in bare)
    np.testing.assert_array_equal(bare[-1].result.sr.image, shown[-1].result.sr.image)


def test_a_result_and_its_full_size_previews_tell_how_far_they_are_from_the_scan(scan: Scan, cpu: Device) -> None:
    plan = plan_for("zssr", 4, {**SMALL, "steps": 10})
    events = list(train(scan, plan, Surroundings(cpu, preview_seconds=3600)))
    on_the_way, full = (event for event in events if isinstance(event, Previewed))
    assert on_the_way.consistency is None
    assert full.consistency == pytest.approx(consistency(scan.image, full.image))
    result = events[-1].result
    assert result.consistency == pytest.approx(consistency(scan.image, result.sr.image))
    exact = result_of(scan, plan_for("exact", 2), Surroundings(cpu))
    assert exact.consistency < 0.2 < result_of(scan, plan_for("bicubic", 2), Surroundings(cpu)).consistency
