"""Identify how the scan was made, simulate that, and regress the way back: closed form, blind, no training set."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ussr_engine.enlarging import PARTS, enlarged, stepped
from ussr_engine.events import Command, Event, Identified, Previewed, StageBegan, Stepped
from ussr_engine.honesty.maps import mapped
from ussr_engine.honesty.residuals import residual
from ussr_engine.identification.finding import identifying
from ussr_engine.identification.record import recorded
from ussr_engine.identification.tint import tinted
from ussr_engine.imaging.work import Work, done
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.loop import Loop
from ussr_engine.protocols import Stream
from ussr_engine.registry import RECIPES
from ussr_engine.restoration.enlarger import LITTLE, Enlarger, learned
from ussr_engine.restoration.lesson import Adding
from ussr_engine.restoration.polish import AROUND, LEAST, RATE, TURNS, Lessons, Polisher, Strength, trusted
from ussr_engine.result import Evidence
from ussr_engine.scan import Image
from ussr_engine.schedules import Wave
from ussr_engine.stage import Stage

SHOWN = 100_000
"""Largest scan in pixels whose polishing is shown on the way: a larger one takes longer than a cancel may wait."""


@dataclass(frozen=True)
class Options:
    """Knobs of the method."""

    degradation: str = knob(
        "auto",
        choices=("auto", "1", "2", "3", "gaussian"),
        says="how the scan came about: found by itself, the study's Method 1, 2 or 3, or a blur of known width",
    )
    blur: float = knob(
        0.6, 0.0, 3.0, unit="px", says="width of the known blur, its standard deviation in the scan", advanced=True
    )
    polish: bool = knob(False, says="a small network looks for what the closed form leaves; seconds instead of tenths")
    steps: int = knob(500, 1, 10_000, unit="steps", says="of the polishing network", advanced=True)
    maps: bool = knob(
        False, says="also say which pixels are inferred, how sure each is, and what the scan leaves unexplained"
    )
    texture: float = knob(0.1, 0.0, 1.0, says="0 is closest to the truth on average; towards 1 more grain is kept")


@RECIPES.add("regress", title="Simulate and regress", options=Options, reference="this program")
class Regress:
    """Identification, then the clean or the noisy way back."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def run(self, job: Job) -> Stream:
        """Identify, learn, enlarge."""
        scan = job.lr[0, 0].cpu().numpy()
        # Whatever a checkpoint does not hold is worked out anew when a run is resumed, by chance of its own.
        chance = np.random.default_rng(job.plan.seed)
        yield StageBegan("Identifying the scan", PARTS)
        tint = None if job.colour is None else tinted(job.colour.astype(np.float64))
        if tint and job.colour is not None:
            scan, job.grey = job.colour.mean(2), True
        chosen = self.options.degradation, tint, self.options.blur
        finding = yield from stepped(identifying(scan.astype(np.float64), job.plan.scale, *chosen), PARTS - 1)
        yield Stepped(PARTS - 1)
        identification = recorded(finding, scan.astype(np.float64))
        yield Stepped(PARTS)
        yield Identified(identification)
        if tint:
            yield job.noted("The colours are noise that its channels do not share: their mean is enlarged, in grey.")
        yield job.noted(identification.words)
        yield StageBegan("Simulating and regressing", PARTS)
        # An Apple GPU has no double precision.
        accelerator = job.device.torch if job.device.id.startswith("cuda") else None
        learning = learned(scan, job.plan.scale, finding, self.options.texture, chance, accelerator)
        enlarger = yield from stepped(learning, PARTS)
        yield Stepped(PARTS)
        shows_more = bool(enlarger.gain_db >= LITTLE)
        if not shows_more:
            yield job.noted("The scan holds hardly more detail than interpolation shows.")

        add = (yield from self._polishing(job, enlarger, scan, chance)) if self.options.polish else None

        def enlarge(lr: Tensor, scale: float, shape: tuple[int, int]) -> Work[Tensor]:
            picture = yield from enlarger.enlarged(lr[0, 0].cpu().numpy(), add)
            return torch.from_numpy(picture[: shape[0], : shape[1]]).to(lr)[None, None]

        scale, lr = job.plan.scale, torch.from_numpy(scan).to(job.lr)[None, None]
        reach, period = (enlarger.reach + (AROUND if add else 0)) * scale, enlarger.period * scale
        sr = yield from enlarged(job, enlarge, scale, reach, multiple_of=period, scan=lr)
        if tint:
            way = job.further
            assert way
            # Of a further frame too the mean of the channels is enlarged.
            job.further = lambda frame: way(_mean(job, frame))
        picture = sr[0, 0].cpu().numpy()
        yield StageBegan("Comparing with the scan", PARTS)
        comparing = residual(scan, picture, scale, finding.candidates[0][0], finding.law)
        left = yield from stepped(comparing, PARTS)
        yield Stepped(PARTS)
        job.evidence = Evidence(identification, float(enlarger.gain_db), shows_more, left.chi_square, left.correlation)
        if self.options.maps:
            yield StageBegan("Measuring how sure it is", PARTS)
            measuring = mapped(enlarger, scan, picture, left, chance)
            job.maps = yield from stepped(measuring, PARTS)
            yield Stepped(PARTS)
            yield job.noted(left.words)
        return sr

    def _polishing(
        self, job: Job, enlarger: Enlarger, scan: Image, chance: np.random.Generator
    ) -> Generator[Event, Command | None, Adding | None]:
        """Train the network on simulations of the scan; how to add what of it holds where it was not learned."""
        steps = self.options.steps
        yield StageBegan("Simulating lessons", PARTS)
        lessons = yield from stepped(enlarger.lessons(scan, chance), PARTS)
        yield Stepped(PARTS)
        if min(min(lesson.coarse.shape) for lesson in lessons) < LEAST:
            yield job.noted("The scan is too small to polish its picture.")
            return None
        strength = Strength.of(lessons)
        polisher = Polisher(enlarger.step, strength, job.plan.seed, job.device)
        start = max(polisher.held_out(lessons)[0], 1e-6)

        def check() -> tuple[float, float]:
            return polisher.held_out(lessons)[0], 4 * start

        def adding(turns: int) -> Adding:
            weight = np.float32(trusted(enlarger.finding) * polisher.held_out(lessons)[1])

            def add(coarse: Image, picture: Image) -> Work[Image]:
                return picture + weight * (yield from polisher.detail(coarse, picture, turns))

            return add

        def show() -> Previewed | None:
            if scan.size > SHOWN:
                return None
            picture = done(enlarger.enlarged(scan, adding(1)))
            return Previewed(job.progress.step, *job.judge(torch.from_numpy(picture).to(job.lr)[None, None]))

        supply = Lessons(lessons, strength, job.progress.chance, job.device.torch)
        yield from Loop(job, Stage("Polishing", polisher, supply, Wave(RATE, steps), steps, show, check)).run()
        return adding(TURNS)


def _mean(job: Job, frame: Tensor) -> Tensor:
    return frame if job.colour is None else torch.from_numpy(job.colour.mean(2)).to(frame)[None, None]
