"""The training loop, the only one: stages, held-out checks, rollback, checkpoints, previews; every step an event."""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from typing import Any, Protocol, TypeAlias

import numpy as np
from torch import Tensor

from ussr_engine.device import memory_in_use
from ussr_engine.enlarging import enlarged
from ussr_engine.errors import TrainingFailed
from ussr_engine.events import Checkpointed, Command, Event, Measured, Noted, Previewed, Recalled, StageBegan, Stepped
from ussr_engine.imaging.patches import Patches, Source
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.job import Job
from ussr_engine.protocols import Pair, Stream
from ussr_engine.result import History
from ussr_engine.schedules import Slope

MEASURE = 10
"""Steps between two readings of the losses: each costs a synchronisation with the device."""
STRIKES = 3
"""Rollbacks after which training stops with the best there is."""
HELD_OUT = "held out"
"""Name of the curve of the held-out error: RMS of the scan rebuilt from its own son, in grey levels of [0, 1]."""


Telling: TypeAlias = Generator[Event, Command | None, None]
"""A part of the loop that yields events and returns nothing."""


class Learner(Protocol):
    """Networks with their optimisers, as the loop sees them."""

    reach: int

    def step(self, pair: Pair) -> dict[str, Tensor]:
        """One update of everything; losses by name, scalars left on the device."""

    def enlarge(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """One pass without gradients, (1, C, h, w) to (1, C, *shape), float32, not clipped."""

    def set_rate(self, rate: float) -> None:
        """Learning rate of the next steps."""

    def state(self) -> dict[str, Tensor]:
        """Everything that further steps depend on, by flat names; tensors are copies."""

    def load(self, state: dict[str, Tensor]) -> None:
        """Take a state back."""


class Loop:
    """The state of a training: all of it is in ``state``, so that a resumed run gives the bits of an unbroken one."""

    def __init__(self, job: Job, learner: Learner) -> None:
        plan = job.plan
        assert plan.schedule is not None
        assert plan.patches is not None
        self.job, self.learner = job, learner
        self.scales = plan.enlargement.scales(plan.scale)
        self.chance = np.random.Generator(np.random.PCG64(plan.seed))
        self.sources = [Source(1.0, job.lr)]
        self.stage = 0
        self.first = 0  # step at which the stage began
        self.step = 0
        self.strikes = 0
        self.schedule = Slope(plan.schedule)
        self.sums: dict[str, Tensor] = {}
        self.best: tuple[int, float, dict[str, Tensor]] | None = None
        self.losses: dict[str, list[tuple[int, float]]] = {}
        self.rates: list[tuple[int, float]] = [(0, self.schedule.rate)]
        self.finishing = False
        self.previewing = False
        self._next_preview = time.monotonic() + job.preview_seconds

    def run(self) -> Stream:
        """Train through all stages; return the last picture."""
        yield from self._recall()
        while self.stage < len(self.scales):
            scale = self.scales[self.stage]
            yield from self._train(scale)
            sr = yield from enlarged(self.job, self.learner.enlarge, scale, self.learner.reach)
            self.sources.append(Source(scale, sr))
            self.first = self.step
            assert self.job.plan.schedule is not None
            self.schedule = Slope(self.job.plan.schedule)
            self.best = None
            self.stage += 1
        self.job.history = self.history()
        return self.sources[-1].image

    def _train(self, scale: float) -> Telling:
        """One stage: until the schedule is over, the steps are spent, or the person wants to finish."""
        job, schedule = self.job, self.schedule
        limit = schedule.options.steps
        self._hear((yield StageBegan(f"Training ×{scale:g}", limit, self.first)))
        assert job.plan.patches is not None
        patches = Patches(self.sources, job.degradation, scale, job.plan.patches, self.chance)
        if self.best is None:
            self._check(scale)
        self.learner.set_rate(schedule.rate)
        while not (self.finishing or schedule.over or self.step - self.first >= limit or self.strikes >= STRIKES):
            losses = self.learner.step(patches.draw())
            for name, loss in losses.items():
                self.sums[name] = self.sums[name] + loss if name in self.sums else loss
            self.step += 1
            yield from self._tell(self._settle(scale), scale)
        yield from self._conclude(scale, limit)

    def _settle(self, scale: float) -> list[Event]:
        """Everything that follows from a step and changes the state; what there is to tell of it."""
        done = self.step - self.first
        told: list[Event] = []
        sound = done % Slope.EVERY != 0 or self._check(scale)
        if done % MEASURE == 0:
            sound = self._read() and sound
            told.append(self._measured())
        if not sound:
            told.append(self._roll_back())
        elif self.schedule.after(done):
            self._changed_rate()
        return told

    def _tell(self, told: list[Event], scale: float) -> Telling:
        """Yield what there is to tell; a job closed here leaves a checkpoint of this very step."""
        run = self.job.run
        try:
            for event in told:
                self._hear((yield event))
            if run and run.is_due():
                run.save(*self.state())
                self._hear((yield Checkpointed(self.step, run.name)))
            if self.previewing or (self.job.preview_seconds and time.monotonic() >= self._next_preview):
                self._hear((yield self._preview(scale)))
            self._hear((yield Stepped(self.step)))
        except GeneratorExit:
            if run:
                run.save(*self.state())
            raise

    def _hear(self, command: Command | None) -> None:
        self.finishing |= command is Command.FINISH
        self.previewing |= command is Command.PREVIEW

    def _check(self, scale: float) -> bool:
        """Measure the held-out error and keep the weights if it is the best; False when training has derailed."""
        lr = self.job.lr
        rows, columns = lr.shape[2], lr.shape[3]
        small = (math.ceil(rows / scale), math.ceil(columns / scale))
        son = self.job.shrink(lr, scale, small).clamp(0, 1)
        rebuilt = self.learner.enlarge(son, scale, (rows, columns)).clamp(0, 1)
        error = float((rebuilt - lr).square().mean().sqrt())
        bicubic = float(
            (resize_tensor(son, scale=scale, shape=(rows, columns)).clamp(0, 1) - lr).square().mean().sqrt()
        )
        if not math.isfinite(error):
            return False
        self.schedule.heard(self.step - self.first, error**2)
        self.losses.setdefault(HELD_OUT, []).append((self.step, error))
        if self.best is None or error < self.best[1]:
            self.best = (self.step, error, self.learner.state())
        return error < max(4 * bicubic, 0.1) or self.step == self.first

    def _read(self) -> bool:
        """Read the losses since the last reading into the curves; False when one is not finite."""
        sound = True
        for name, total in self.sums.items():
            value = float(total) / MEASURE
            sound = sound and math.isfinite(value)
            if math.isfinite(value):
                self.losses.setdefault(name, []).append((self.step, value))
        self.sums = {}
        return sound

    def _measured(self) -> Measured:
        latest = {name: curve[-1][1] for name, curve in self.losses.items() if curve[-1][0] == self.step}
        best_step = self.best[0] if self.best else None
        return Measured(self.step, latest, self.schedule.rate, best_step, memory_in_use(self.job.device))

    def _changed_rate(self) -> None:
        self.learner.set_rate(self.schedule.rate)
        self.rates.append((self.step, self.schedule.rate))

    def _roll_back(self) -> Noted:
        """Return to the best weights with a smaller rate."""
        self.strikes += 1
        self.sums = {}
        if self.best is None:
            raise TrainingFailed("Training gave no finite picture at all.", "Choose a smaller learning rate.")
        self.learner.load(self.best[2])
        self.schedule.drop(self.step - self.first)
        self._changed_rate()
        words = (
            f"Training became unstable at step {self.step}: back to step {self.best[0]} with a smaller learning rate."
        )
        return self.job.noted(words)

    def _conclude(self, scale: float, limit: int) -> Telling:
        """Take the best weights and say why training stopped."""
        if self.best is None:
            raise TrainingFailed("Training gave no finite picture at all.", "Choose a smaller learning rate.")
        if self.finishing:
            why = "as you asked"
        elif self.strikes >= STRIKES:
            why = f"because it became unstable {STRIKES} times"
        elif self.step - self.first >= limit:
            why = "because the steps were spent"
        else:
            why = "because the error no longer falls"
        self._check(scale)
        self.learner.load(self.best[2])
        best = self.best[0]
        yield self.job.noted(f"Training ×{scale:g} stopped at step {self.step} {why}; best weights: step {best}.")

    def _preview(self, scale: float) -> Previewed:
        """Show the picture as one pass gives it now; at most a twentieth of the time goes into previews."""
        began = time.monotonic()
        shape = (math.ceil(self.job.lr.shape[2] * scale), math.ceil(self.job.lr.shape[3] * scale))
        picture, scores = self.job.judge(self.learner.enlarge(self.job.lr, scale, shape).clamp(0, 1))
        now = time.monotonic()
        self.previewing = False
        self._next_preview = now + max(self.job.preview_seconds, 20 * (now - began))
        return Previewed(self.step, picture, scores)

    def history(self) -> History:
        """The curves so far."""
        losses = {name: tuple(curve) for name, curve in self.losses.items()}
        return History(losses, tuple(self.rates), self.best[0] if self.best else None)

    def state(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Tensors and JSON-able facts that everything after this step depends on."""
        tensors = {f"learner.{name}": tensor for name, tensor in self.learner.state().items()}
        tensors |= {f"sum.{name}": total for name, total in self.sums.items()}
        tensors |= {f"source.{index}": source.image for index, source in enumerate(self.sources[1:])}
        if self.best:
            tensors |= {f"best.{name}": tensor for name, tensor in self.best[2].items()}
        facts = {
            "stage": self.stage,
            "first": self.first,
            "step": self.step,
            "strikes": self.strikes,
            "schedule": self.schedule.state(),
            "chance": self.chance.bit_generator.state,
            "best": self.best[:2] if self.best else None,
            "losses": self.losses,
            "rates": self.rates,
            "notes": self.job.notes,
            "clock": self.job.clock.read(),
            "device": self.job.device.words,
        }
        return tensors, facts

    def _recall(self) -> Telling:
        """Take the run's last checkpoint back, if there is one."""
        loaded = self.job.run.load() if self.job.run else None
        if loaded is None:
            return
        tensors, facts = loaded

        def part(prefix: str) -> dict[str, Tensor]:
            return {name.removeprefix(prefix): tensors[name] for name in tensors if name.startswith(prefix)}

        device = self.job.device.torch
        self.stage, self.first, self.step = facts["stage"], facts["first"], facts["step"]
        self.strikes = facts["strikes"]
        self.schedule.load(facts["schedule"])
        self.chance.bit_generator.state = facts["chance"]
        self.learner.load(part("learner."))
        self.learner.set_rate(self.schedule.rate)
        self.sums = {name: total.to(device) for name, total in part("sum.").items()}
        images = part("source.")
        self.sources += [Source(self.scales[int(index)], images[index].to(device)) for index in sorted(images)]
        self.best = (*facts["best"], part("best.")) if facts["best"] else None
        self.losses = {name: [(step, value) for step, value in curve] for name, curve in facts["losses"].items()}
        self.rates = [(step, rate) for step, rate in facts["rates"]]
        self.job.notes[:] = facts["notes"]
        self.job.clock.add(*facts["clock"])
        if facts["device"] != self.job.device.words:
            yield self.job.noted(
                f"Begun on {facts['device']} and resumed on {self.job.device.words}: "
                "the result may differ in its last bits from an unbroken run."
            )
        yield Recalled(self.step, self.history())
