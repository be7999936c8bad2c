"""CycleGAN-US-SISR: four networks, a memory, one training that resumes to the bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from ussr_engine.coarsener import NOISE, Coarsener
from ussr_engine.critics import StridedCritic
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.device import Device
from ussr_engine.errors import MissingWeights
from ussr_engine.events import Measured, Recalled, Stepped
from ussr_engine.job import Clock, Job
from ussr_engine.knobs import Value
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.objectives.perceptual import COMPACT, POOL4, vgg19
from ussr_engine.protocols import Pair
from ussr_engine.recipes.cycle import OFF, CycleLearner, Replay
from ussr_engine.runs import Run
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train

QUICK: dict[str, Value] = {
    "backbone.features": 4,
    "crop": 32,
    "steps": 30,
    "coarsener": 6,
    "critic": 4,
    "buffer": 4,
    "ensemble": 1,
}


def events_of(scan: Scan, around: Surroundings, **knobs: Value) -> list:
    return list(train(scan, plan_for("cyclegan", 2, {**QUICK, **knobs}), around))


def test_the_defaults_are_the_papers_with_its_slopes_mended() -> None:
    plan = METHODS["cyclegan"].plan.to_dict()
    assert plan["backbone"]["slope"] == 0.2
    assert (plan["patches"]["crop"], plan["patches"]["smallest"]) == (64, 0.6)
    assert (plan["recipe"]["adversarial"], plan["recipe"]["buffer"]) == (0.15, 50)
    assert (plan["enlargement"]["ensemble"], plan["enlargement"]["passes"]) == (8, 10)
    assert plan["enlargement"]["final_passes"] == 10


def test_the_networks_have_the_published_sizes() -> None:
    assert sum(parameter.numel() for parameter in StridedCritic(3).parameters()) == 6_962_369
    assert sum(parameter.numel() for parameter in Coarsener(3).parameters()) == 12_300_280


@pytest.mark.parametrize(("side", "width"), [(32, 6), (64, 24), (48, 96)])
def test_the_coarsener_keeps_the_size_and_its_gradient_reaches_everything(side: int, width: int) -> None:
    network = Coarsener(1, side, width)
    fine = torch.rand(1, 1, side, side)
    coarse = network(fine, torch.randn(1, NOISE))
    assert coarse.shape == fine.shape
    assert 0 <= coarse.min() <= coarse.max() <= 1
    coarse.square().sum().backward()
    assert not [name for name, one in network.named_parameters() if one.grad is None]
    assert network.plane.weight.grad.any()


def test_its_answer_depends_on_the_noise() -> None:
    network = Coarsener(1, 32, 12)
    fine = torch.rand(1, 1, 32, 32)
    assert not torch.equal(*(network(fine, torch.full((1, NOISE), level)) for level in (-1.0, 1.0)))


def test_a_full_memory_gives_an_old_patch_half_of_the_time() -> None:
    replay = Replay(10, np.random.default_rng(0))
    first = [torch.full((1, 1, 2, 2), float(index)) for index in range(10)]
    assert all(replay.exchanged(patch) is patch for patch in first)
    old = sum(replay.exchanged(new := torch.zeros(1, 1, 2, 2)) is not new for _ in range(400))
    assert 160 < old < 240
    assert len(replay.patches) == 10
    none = Replay(0, np.random.default_rng(0))
    assert none.exchanged(first[0]) is first[0]
    assert not none.patches


def test_every_part_of_the_training_has_its_curve(scan: Scan, cpu: Device) -> None:
    events = events_of(scan, Surroundings(cpu))
    curves = [set(event.losses) for event in events if isinstance(event, Measured)]
    wanted = {"generators", "cycle", "identity", "adversarial", "critic fine", "critic coarse"}
    assert all(wanted <= names for names in curves)
    assert events[-1].result.notes.count(OFF) == 1
    losses = [event.losses for event in events if isinstance(event, Measured)]
    assert all(
        loss["generators"] == pytest.approx(loss["cycle"] + loss["identity"] + loss["adversarial"], rel=1e-4)
        for loss in losses
    )


def test_training_brings_the_cycle_closer(scan: Scan, cpu: Device) -> None:
    losses = [
        event.losses["cycle"] for event in events_of(scan, Surroundings(cpu), steps=80) if type(event) is Measured
    ]
    assert sum(losses[-3:]) < sum(losses[:3])


@pytest.mark.parametrize("stop_at", [3, 17])
def test_a_resumed_cycle_gives_the_bits_of_an_unbroken_one(
    stop_at: int, scan: Scan, cpu: Device, tmp_path: Path
) -> None:
    """Before and after the memory of four patches is full."""
    plan = plan_for("cyclegan", 2, QUICK)
    unbroken = list(train(scan, plan, Surroundings(cpu)))[-1].result
    run = Run.begin(tmp_path, {"plan": plan.to_dict()}, scan, None)
    job = train(scan, plan, Surroundings(cpu, run=run))
    next(event for event in job if isinstance(event, Stepped) and event.step == stop_at)
    job.close()
    events = list(train(scan, plan, Surroundings(cpu, run=Run.named(tmp_path, run.name))))
    assert any(isinstance(event, Recalled) for event in events)
    np.testing.assert_array_equal(events[-1].result.sr.image, unbroken.sr.image)
    assert events[-1].result.history == unbroken.history


def learner_of(scan: Scan, device: Device, weights: str = "", **knobs: Value) -> CycleLearner:
    plan = plan_for("cyclegan", 2, {**QUICK, **knobs})
    lr = torch.from_numpy(scan.image.copy())[None, None]
    job = Job(lr, plan, device, Blur(BlurOptions()), lambda sr: (sr.numpy(), None), None, 0.0, Clock())
    vgg = vgg19(POOL4, weights) if weights else None
    return CycleLearner(job, plan.recipe.options, vgg)


def test_a_new_rate_reaches_all_three_optimisers(scan: Scan, cpu: Device) -> None:
    """The published program computes a new rate and leaves its optimisers at the old one."""
    learner = learner_of(scan, cpu)
    learner.set_rate(3e-5)
    for optimiser in (learner.generators, learner.judge_fine, learner.judge_coarse):
        assert [group["lr"] for group in optimiser.param_groups] == [3e-5]


def test_a_perceptual_term_without_weights_is_refused_before_training(scan: Scan, cpu: Device, tmp_path: Path) -> None:
    plan = plan_for("cyclegan", 2, {**QUICK, "perceptual": "vgg"})
    assert "vgg19-dcbb9e9d.pth" in lacking(plan, str(tmp_path))
    seen = []
    with pytest.raises(MissingWeights):
        seen.extend(train(scan, plan, Surroundings(cpu, weights=str(tmp_path))))
    assert not any(isinstance(event, Stepped) for event in seen)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with a VGG19 of arbitrary weights, up to pool4."""
    folder = tmp_path_factory.mktemp("weights")
    tensors, before, at = {}, 3, 0
    for widths in ((64, 64), (128, 128), (256,) * 4, (512,) * 4):
        for width in widths:
            tensors[f"features.{at}.weight"] = np.full((width, before, 3, 3), 0.2 / before, np.float16)
            tensors[f"features.{at}.bias"] = np.zeros(width, np.float16)
            before, at = width, at + 2
        at += 1
    np.savez_compressed(folder / COMPACT, **tensors)
    return str(folder)


def test_pool4_has_the_published_size_and_a_sixteenth_of_the_sides(weights: str) -> None:
    network = vgg19(POOL4, weights)
    assert sum(parameter.numel() for parameter in network.parameters()) == 10_585_152
    assert network(torch.rand(1, 3, 32, 48)).shape == (1, 512, 2, 3)


@pytest.mark.parametrize("form", ["vgg", "vgg224"])
def test_with_weights_the_perceptual_term_counts(form: str, scan: Scan, cpu: Device, weights: str) -> None:
    learner = learner_of(scan, cpu, weights, perceptual=form)
    fine = torch.from_numpy(scan.image[:32, :32].copy())[None, None]
    losses = learner.step(Pair(fine[..., ::2, ::2], fine, 2.0))
    assert losses["perceptual"] > 0
    parts = ("cycle", "identity", "perceptual", "adversarial")
    assert losses["generators"].item() == pytest.approx(sum(losses[name].item() for name in parts), rel=1e-4)
