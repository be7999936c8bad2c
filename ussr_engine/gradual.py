"""From the scan to the result by one network: trained and used at every scale of the plan in turn.

Shocher, Cohen, Irani, "Zero-Shot" Super-Resolution using Deep Internal Learning, CVPR 2018, section 3.
"""

from __future__ import annotations

import copy
import math
from typing import Any, Protocol

from torch import Tensor

from ussr_engine.enlarging import bicubic, way
from ussr_engine.events import Previewed
from ussr_engine.imaging.patches import Patches, Source
from ussr_engine.imaging.work import at_once
from ussr_engine.job import Job
from ussr_engine.loop import Loop
from ussr_engine.protocols import Further, Pair, Stream
from ussr_engine.schedules import SCHEDULES
from ussr_engine.stage import Learner, Stage, Supply


class Enlarger(Learner[Pair], Protocol):
    """A learner that can enlarge."""

    reach: int
    multiple_of: int
    keeps_best: bool
    """False where the weights at the end of a stage count, whatever the held-out error says."""

    def enlarge(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """One pass without gradients, (1, C, h, w) to (1, C, *shape), float32, not clipped."""


def gradual(job: Job, learner: Enlarger) -> Stream:
    """Train on pairs cut from the scan and from every result so far; return the last picture."""
    plan = job.plan
    assert plan.schedule is not None
    assert plan.patches is not None
    wanted, kept = plan.enlargement, job.progress.kept
    ways: list[Further] = []
    scan, sources, reached = job.lr, [Source(1.0, job.lr)], 1.0
    for scale in wanted.scales(plan.scale):
        patches = Patches(tuple(sources), job.degradation, scale, plan.patches, job.progress.chance)
        stage, interpolated = upscaling(job, learner, patches, scale, scan, reached)
        enlarge = learner.enlarge
        if stage.name not in kept:
            yield from Loop(job, stage).run()
            if wanted.repeats:
                # The next stage changes the weights that further frames need for this one.
                enlarge = copy.deepcopy(learner).enlarge
            assert stage.check
            if (learner.keeps_best or job.progress.finishing) and stage.check()[0] > interpolated:
                yield job.noted("The network had not learned more than interpolation knows: interpolation is used.")
                enlarge = bicubic
        ways.append(way(job, at_once(enlarge), scale, learner.reach, multiple_of=learner.multiple_of))
        if stage.name not in kept:
            kept[stage.name] = yield from ways[-1](scan)
        sr = kept[stage.name]
        if wanted.repeats:
            reached *= scale
            scan = (sr * 255).round() / 255 if wanted.rounding else sr
            sources = [Source(1.0, scan)]
        else:
            sources.append(Source(scale, sr))
    job.further = _one_after_another(ways, wanted.rounding) if wanted.repeats else ways[-1]
    return sr


def _one_after_another(ways: list[Further], rounding: bool) -> Further:
    """Every stage takes the last one's picture for the frame."""

    def further(frame: Tensor) -> Stream:
        for one in ways:
            sr = yield from one(frame)
            frame = (sr * 255).round() / 255 if rounding else sr
        return sr

    return further


def upscaling(
    job: Job, learner: Enlarger, supply: Supply[Pair], scale: float, lr: Tensor, reached: float
) -> tuple[Stage[Pair], float]:
    """The stage that learns to enlarge ``scale`` times, and the held-out error of interpolation.

    The stage is checked by rebuilding the scan from its own son.  ``lr`` is what is taken for the scan; it is
    ``reached`` times as fine as the scan itself.
    """
    assert job.plan.schedule is not None
    rows, columns = lr.shape[2], lr.shape[3]
    finer = (math.ceil(rows * scale), math.ceil(columns * scale))
    son = job.shrink(lr, scale, (math.ceil(rows / scale), math.ceil(columns / scale))).clamp(0, 1)
    interpolated = _rms(bicubic(son, scale, (rows, columns)).clamp(0, 1), lr)

    def check() -> tuple[float, float]:
        return _rms(learner.enlarge(son, scale, (rows, columns)).clamp(0, 1), lr), max(4 * interpolated, 0.1)

    def show() -> Previewed:
        return Previewed(job.progress.step, *job.judge(learner.enlarge(lr, scale, finer).clamp(0, 1)))

    options: Any = job.plan.schedule.options
    schedule = SCHEDULES[job.plan.schedule.name].make(options)
    if reached > 1 and getattr(options, "carries", False):
        schedule.rate = job.progress.rates[-1][1]
    name = f"Training ×{scale:g}" if reached == 1 else f"Training ×{reached:g} to ×{reached * scale:g}"
    stage = Stage(name, learner, supply, schedule, options.steps, show, check, keeps_best=learner.keeps_best)
    return stage, interpolated


def _rms(one: Tensor, other: Tensor) -> float:
    return float((one - other).square().mean().sqrt())
