"""A network learns from many scans; the outcome is a model that enlarges others.  The same loop as everywhere."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from torch import Tensor, nn

from ussr_engine import __version__
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest
from ussr_engine.events import Command, Event, Previewed
from ussr_engine.job import Clock, Job
from ussr_engine.knobs import Value, knobs_of, nearest, turned
from ussr_engine.loop import Loop, recall
from ussr_engine.pairs import Crops, Example, Options, bicubic, middles, psnr, split
from ussr_engine.plan import Choice, Enlargement, Plan
from ussr_engine.protocols import Pair
from ussr_engine.recipes.paired import Options as PairedOptions
from ussr_engine.recipes.paired import PairedLearner
from ussr_engine.registry import BACKBONES
from ussr_engine.result import History
from ussr_engine.runs import Run
from ussr_engine.schedules import SCHEDULES
from ussr_engine.schedules import Options as SlopeOptions
from ussr_engine.stage import Stage
from ussr_engine.weights import ModelCard

DEFAULTS = SlopeOptions(rate=1e-4, steps=20_000, patience=2000, floor=9e-7)
"""MWCNN was published with a rate of 1.024e-4."""


@dataclass(frozen=True)
class Course:
    """What is trained, on what kind of samples, from which degradation (in words), under which licence."""

    plan: Plan
    samples: Options
    degradation: str
    licence: str = ""

    def to_dict(self) -> dict[str, object]:
        """JSON-able record."""
        record = self.plan.to_dict()
        return record | {"samples": dataclasses.asdict(self.samples), "pairs": self.degradation}


@dataclass(frozen=True, eq=False)
class Learned:
    """The outcome: a network, what is to be known of it, its curves."""

    network: nn.Module
    card: ModelCard
    history: History
    notes: tuple[str, ...]


def course_for(
    network: str, scale: int, knobs: Mapping[str, Value], seed: int, degradation: str, licence: str = ""
) -> Course:
    """The training of a network on pairs with its knobs turned; those of the samples are "samples.NAME" or bare.

    Raises
    ------
    BadRequest
        For unknown networks, scales and knobs, and values out of range.
    """
    if scale not in (2, 3, 4):
        raise BadRequest(f"The scale is {scale}; it must be 2, 3 or 4.")
    entry = BACKBONES[network]
    plan = Plan(
        network,
        Choice("paired", PairedOptions(loss="mse", clip=0.4 if network == "vdsr" else 0.0)),
        Choice("blur", BlurOptions()),
        Enlargement(stages="one jump", ensemble=1, backprojection="off"),
        backbone=Choice(network, entry.options()),
        schedule=Choice("slope", DEFAULTS),
        scale=scale,
        seed=seed,
    )
    own = {record.name for record in knobs_of(Options)}
    samples = {name.removeprefix("samples."): value for name, value in knobs.items() if name.startswith("samples.")}
    samples |= {name: value for name, value in knobs.items() if name in own}
    if wrong := next((name for name in samples if name not in own), None):
        raise BadRequest(f"Samples have no knob {wrong!r}.{nearest(wrong, dict.fromkeys(own))}")
    rest = {name: value for name, value in knobs.items() if name not in own and not name.startswith("samples.")}
    useless = ("degradation.", "enlargement.")
    if wrong := next((name for name in rest if name.startswith(useless)), None):
        raise BadRequest(f"{wrong} has no effect on training from pairs.")
    return Course(plan.turned(rest), turned(Options(), samples), degradation, licence)


def learn(
    found: Sequence[Example], course: Course, device: Device, run: Run | None = None
) -> Generator[Event, Command | None, Learned]:
    """Train a network; yields the events of the loop, returns the network as it was best on the scans kept aside.

    Raises
    ------
    BadRequest
        With fewer than two examples.
    """
    plan, scale = course.plan, course.plan.scale
    assert plan.schedule is not None
    to_learn, to_check = split(found, course.samples.validation, plan.seed)
    where = device.torch
    checked = [Pair(pair.lr.to(where), pair.hr.to(where), pair.scale) for pair in middles(to_check, scale)]
    clock = Clock()
    clock.start()
    job = Job(checked[0].lr, plan, device, Blur(BlurOptions()), _seen, run, 0.0, clock)
    learner = PairedLearner(job.network(), plan.recipe.options, device)  # type: ignore[arg-type]
    base = [_error(bicubic(pair), pair.hr) for pair in checked]

    def errors() -> list[float]:
        return [_error(learner.enlarge(lr, factor, _shape(hr)).clamp(0, 1), hr) for lr, hr, factor in checked]

    def check() -> tuple[float, float]:
        return float(np.sqrt(np.mean(errors()))), max(4 * float(np.sqrt(np.mean(base))), 0.1)

    def show() -> Previewed:
        first = checked[0]
        picture = job.judge(learner.enlarge(first.lr, first.scale, _shape(first.hr)).clamp(0, 1))
        return Previewed(job.progress.step, *picture)

    options: SlopeOptions = plan.schedule.options  # type: ignore[assignment]
    supply = Crops(to_learn, scale, course.samples, job.progress.chance, where)
    schedule = SCHEDULES[plan.schedule.name].make(options)
    stage = Stage(f"Training {plan.method} ×{scale} on pairs", learner, supply, schedule, options.steps, show, check)
    yield from recall(job)
    yield from Loop(job, stage).run()
    clock.stop()
    assert plan.backbone is not None
    card = ModelCard(
        backbone=plan.backbone.name,
        options=dataclasses.asdict(plan.backbone.options),  # type: ignore[call-overload]
        scale=scale,
        degradation=course.degradation,
        scans=len(to_learn),
        validation_scans=len(to_check),
        steps=job.progress.step,
        psnr=psnr(errors()),
        bicubic_psnr=psnr(base),
        licence=course.licence,
        plan=course.to_dict(),
        version=__version__,
        made=time.strftime("%Y-%m-%d"),
    )
    return Learned(learner.network, card, job.progress.history(), tuple(job.notes))


def _seen(sr: Tensor) -> tuple[np.ndarray, None, None]:
    return sr[0, 0].cpu().numpy(), None, None


def _shape(picture: Tensor) -> tuple[int, int]:
    return picture.shape[2], picture.shape[3]


def _error(sr: Tensor, hr: Tensor) -> float:
    return float((sr - hr).square().mean())
