"""The training loop, the only one: held-out checks, rollback, checkpoints, previews; every step an event."""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from typing import Any, Generic, TypeAlias

from torch import Tensor

from ussr_engine.device import memory_in_use
from ussr_engine.errors import TrainingFailed
from ussr_engine.events import Checkpointed, Command, Event, Measured, Noted, Recalled, StageBegan, Stepped
from ussr_engine.job import Job
from ussr_engine.progress import State, part
from ussr_engine.runs import Run
from ussr_engine.schedules import EVERY
from ussr_engine.stage import S, Stage

MEASURE = 10
"""Steps between two readings of the losses: each costs a synchronisation with the device."""
GROWTH = 1.5
"""A picture is shown whenever the steps of a stage have grown by this since the last one: 15 of them in 5000 steps."""
STRIKES = 3
"""Rollbacks after which training stops with the best there is."""
HELD_OUT = "held out"
"""Name of the curve of the held-out error: RMS in grey levels of [0, 1]."""


Telling: TypeAlias = Generator[Event, Command | None, None]
"""A part of a job that yields events and returns nothing."""


class Loop(Generic[S]):
    """One stage of a job; its state and the job's progress make a resumed run give the bits of an unbroken one."""

    def __init__(self, job: Job, stage: Stage[S]) -> None:
        self.job, self.stage = job, stage
        self.progress = job.progress
        self.first = self.progress.step  # step at which the stage began
        self.strikes = 0
        self.sums: dict[str, Tensor] = {}
        self.best: tuple[int, float, dict[str, Tensor]] | None = None
        self.previewing = False
        self._next_preview = time.monotonic() + job.preview_seconds
        self._next_sight = MEASURE

    def run(self) -> Telling:
        """Train until the schedule is over, the steps are spent, or the person wants to finish."""
        stage, progress = self.stage, self.progress
        self._take_back()
        self._hear((yield StageBegan(stage.name, stage.limit, self.first)))
        if self.best is None and stage.check:
            progress.best_step = None
            self._check()
        self._set_rate()
        while not (progress.finishing or stage.schedule.over or self._done >= stage.limit or self.strikes >= STRIKES):
            losses = stage.learner.step(stage.supply.draw())
            for name, loss in losses.items():
                self.sums[name] = self.sums[name] + loss if name in self.sums else loss
            stage.schedule.stepped(next(iter(losses.values())))
            progress.step += 1
            yield from self._tell(self._settle())
        if stage.check:
            yield self._conclude()

    @property
    def _done(self) -> int:
        return self.progress.step - self.first

    def _settle(self) -> list[Event]:
        """Everything that follows from a step and changes the state; what there is to tell of it."""
        told: list[Event] = []
        sound = self.stage.check is None or self._done % EVERY != 0 or self._check()
        if self._done % MEASURE == 0:
            sound = self._read() and sound
            told.append(measured := self._measured())
            words = self.stage.learner.remark(measured.losses)
            if words and words not in self.job.notes:
                told.append(self.job.noted(words))
        if not sound:
            told.append(self._roll_back())
        elif self.stage.schedule.after(self._done):
            self._set_rate()
        return told

    def _tell(self, told: list[Event]) -> Telling:
        """Yield what there is to tell; a job closed here leaves a checkpoint of this very step."""
        run = self.job.run
        try:
            for event in told:
                self._hear((yield event))
            if run and run.is_due() and (kept := self._keep(run)):
                self._hear((yield kept))
            if self._is_due() and (sight := self._show()):
                self._hear((yield sight))
            self._hear((yield Stepped(self.progress.step)))
        except GeneratorExit:
            if run:
                self._keep(run)
            raise

    def _keep(self, run: Run) -> Event | None:
        """Write a checkpoint; a disk that takes none is no reason to give up the work, and is told once."""
        try:
            run.save(*self.state())
        except OSError as error:
            words = f"No checkpoint can be written ({error.strerror}): the run goes on, but could not be resumed."
            return None if words in self.job.notes else self.job.noted(words)
        return Checkpointed(self.progress.step, run.name)

    def _hear(self, command: Command | None) -> None:
        self.progress.finishing |= command is Command.FINISH
        self.previewing |= command is Command.PREVIEW

    def _check(self) -> bool:
        """Measure the held-out error and keep the weights if it is the best; False when training has derailed."""
        assert self.stage.check
        error, most = self.stage.check()
        if not math.isfinite(error):
            return False
        progress = self.progress
        # A network that begins far from interpolation is on its way, not derailed, as long as it comes closer.
        most = max(most, 2 * self.best[1]) if self.best else math.inf
        self.stage.schedule.heard(self._done, error**2)
        progress.losses.setdefault(HELD_OUT, []).append((progress.step, error))
        if self.best is None or error < self.best[1]:
            self.best = (progress.step, error, self.stage.learner.state())
            progress.best_step = progress.step
        return error < most

    def _read(self) -> bool:
        """Read the losses since the last reading into the curves; False when one is not finite."""
        sound = True
        for name, total in self.sums.items():
            value = float(total) / MEASURE
            sound = sound and math.isfinite(value)
            if math.isfinite(value):
                self.progress.losses.setdefault(name, []).append((self.progress.step, value))
        self.sums = {}
        return sound

    def _measured(self) -> Measured:
        step = self.progress.step
        latest = {name: curve[-1][1] for name, curve in self.progress.losses.items() if curve[-1][0] == step}
        rate = self.stage.schedule.rate
        return Measured(step, latest, rate, self.progress.best_step, memory_in_use(self.job.device))

    def _set_rate(self) -> None:
        rate = self.stage.schedule.rate
        self.stage.learner.set_rate(rate)
        self.progress.rated(rate)

    def _roll_back(self) -> Noted:
        """Return to the best weights with a smaller rate; without a held-out check there are none: the stage ends."""
        self.sums = {}
        step = self.progress.step
        if self.stage.check is None:
            self.strikes = STRIKES
            return self.job.noted(f"{self.stage.name} became unstable and stopped at step {step}.")
        self.strikes += 1
        best = self._best()
        self.stage.learner.load(best[2])
        self.stage.schedule.drop(self._done)
        self._set_rate()
        return self.job.noted(
            f"Training became unstable at step {step}: back to step {best[0]} with a smaller learning rate."
        )

    def _best(self) -> tuple[int, float, dict[str, Tensor]]:
        if self.best is None:
            raise TrainingFailed("Training gave no finite picture at all.", "Choose a smaller learning rate.")
        return self.best

    def _conclude(self) -> Noted:
        """Take the best weights and say why training stopped."""
        self._best()
        if self.progress.finishing:
            why = "as you asked"
        elif self.strikes >= STRIKES:
            why = f"because it became unstable {STRIKES} times"
        elif self._done >= self.stage.limit:
            why = "because the steps were spent"
        else:
            why = "because the error no longer falls"
        step = self.progress.step
        sound = self._check()
        best = self._best()
        if not self.stage.keeps_best and sound:
            return self.job.noted(f"{self.stage.name} stopped at step {step} {why}; its last weights count.")
        self.stage.learner.load(best[2])
        return self.job.noted(f"{self.stage.name} stopped at step {step} {why}; best weights: step {best[0]}.")

    def _is_due(self) -> bool:
        """Whether to show what there is now: asked for, by the stage's own count, by the clock, or by the growth."""
        every = self.stage.show_every
        if self.previewing or (every and self._done % every == 0):
            return True
        grown = not every and self._done >= self._next_sight
        return bool(self.job.preview_seconds) and (grown or time.monotonic() >= self._next_preview)

    def _show(self) -> Event | None:
        """Show what there is now; of the pictures that the clock calls for at most a twentieth of the time is spent."""
        began = time.monotonic()
        event = self.stage.show()
        now = time.monotonic()
        self.previewing = False
        self._next_sight = _grown(self._done)
        self._next_preview = now + max(self.job.preview_seconds, 20 * (now - began))
        return event

    def state(self) -> State:
        """Tensors and JSON-able facts that everything after this step depends on."""
        tensors, facts = self.progress.state()
        tensors |= {f"learner.{name}": tensor for name, tensor in self.stage.learner.state().items()}
        tensors |= {f"sum.{name}": total for name, total in self.sums.items()}
        if self.best:
            tensors |= {f"best.{name}": tensor for name, tensor in self.best[2].items()}
        own: dict[str, Any] = {
            "stage": self.stage.name,
            "first": self.first,
            "strikes": self.strikes,
            "schedule": self.stage.schedule.state(),
            "best": self.best[:2] if self.best else None,
            "notes": self.job.notes,
            "clock": self.job.clock.read(),
            "device": self.job.device.words,
        }
        return tensors, facts | own

    def _take_back(self) -> None:
        """Take this stage's part of a recalled checkpoint, if it was this stage that was under way."""
        recalled = self.progress.recalled
        if recalled is None or recalled[1]["stage"] != self.stage.name:
            return
        tensors, facts = recalled
        self.progress.recalled = None
        self.first, self.strikes = facts["first"], facts["strikes"]
        self._next_sight = _grown(self._done)
        self.stage.schedule.load(facts["schedule"])
        self.stage.learner.load(part(tensors, "learner."))
        self.sums = {name: total.to(self.job.device.torch) for name, total in part(tensors, "sum.").items()}
        self.best = (*facts["best"], part(tensors, "best.")) if facts["best"] else None


def _grown(done: int) -> int:
    """The step from which on the next picture is due, where the losses are read too."""
    return MEASURE * math.ceil(GROWTH * max(done, 1) / MEASURE)


def recall(job: Job) -> Telling:
    """Take the run's last checkpoint back, if there is one; the stage that was under way finds it in the progress."""
    state = job.run.load() if job.run else None
    if state is None:
        return
    facts = state[1]
    progress = job.progress
    progress.recall(state)
    progress.kept = {name: tensor.to(job.device.torch) for name, tensor in progress.kept.items()}
    job.notes[:] = facts["notes"]
    job.clock.add(*facts["clock"])
    if facts["device"] != job.device.words:
        yield job.noted(
            f"Begun on {facts['device']} and resumed on {job.device.words}: "
            "the result may differ in its last bits from an unbroken run."
        )
    yield Recalled(progress.step, progress.history())
