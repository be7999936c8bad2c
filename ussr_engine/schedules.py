"""Learning rates over a run: each schedule hears the losses and says the rate, or that training is over."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ussr_engine.knobs import knob
from ussr_engine.registry import Registry

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class Options:
    """Knobs of the slope rule."""

    rate: float = knob(1e-3, 1e-7, 1.0, says="learning rate of Adam at the start of each stage")
    steps: int = knob(3000, 1, 100_000, unit="steps", says="most steps of a stage; training usually stops earlier")
    patience: int = knob(256, 2, 10_000, unit="steps", says="the rate may drop once in so many steps", advanced=True)
    drop: float = knob(10.0, 1.1, 100.0, says="what the rate is divided by when the error stops falling", advanced=True)
    floor: float = knob(9e-6, 0.0, 1.0, says="training stops below this rate", advanced=True)


EVERY = 50
"""Steps between two measurements of the held-out error."""


class Schedule(Protocol):
    """The learning rate as the loop sees it; steps count from the beginning of the stage."""

    rate: float

    @property
    def over(self) -> bool:
        """True when training should end."""

    def heard(self, step: int, error: float) -> None:
        """Take in the held-out error (mean square) measured after ``step`` steps."""

    def stepped(self, loss: Tensor) -> None:
        """Take in what a step minimised, a scalar on the device; reading it costs a synchronisation."""

    def after(self, step: int) -> bool:
        """Adjust the rate after ``step`` steps; True when it changed."""

    def drop(self, step: int) -> None:
        """Lower the rate, as after a divergence."""

    def state(self) -> dict[str, object]:
        """JSON-able state."""

    def load(self, state: dict[str, object]) -> None:
        """Take a state back."""


class Staircase:
    """The rate divided by ``drop`` each ``every`` steps; never over, deaf to errors."""

    over = False

    def __init__(self, rate: float, every: int, drop: float) -> None:
        self.rate = rate
        self._every, self._drop = every, drop

    def heard(self, step: int, error: float) -> None:
        """Nothing follows from an error."""

    def stepped(self, loss: Tensor) -> None:
        """Nothing follows from a loss."""

    def after(self, step: int) -> bool:
        """True at each stair."""
        if step % self._every:
            return False
        self.drop(step)
        return True

    def drop(self, step: int) -> None:
        """Divide the rate."""
        self.rate /= self._drop

    def state(self) -> dict[str, object]:
        """JSON-able state."""
        return {"rate": self.rate}

    def load(self, state: dict[str, object]) -> None:
        """Take a state back."""
        self.rate = float(state["rate"])  # type: ignore[arg-type]


class Wave:
    """The rate rises over a twentieth of ``steps`` and falls as half a wave of the cosine; never over, deaf to errors.

    Loshchilov, Hutter, SGDR, ICLR 2017, without restarts.
    """

    over = False
    EVERY = 10
    """Steps between two changes of the rate."""

    def __init__(self, rate: float, steps: int) -> None:
        self._highest, self._steps = rate, steps
        self.rate = self._at(0)

    def _at(self, step: int) -> float:
        rise = min(1.0, (step + self.EVERY / 2) / max(self._steps / 20, 1))
        return self._highest * rise * (1 + math.cos(math.pi * min(step / self._steps, 1.0))) / 2

    def heard(self, step: int, error: float) -> None:
        """Nothing follows from an error."""

    def stepped(self, loss: Tensor) -> None:
        """Nothing follows from a loss."""

    def after(self, step: int) -> bool:
        """True whenever the rate moves."""
        if step % self.EVERY:
            return False
        self.rate = self._at(step)
        return True

    def drop(self, step: int) -> None:
        """A third as high from here on."""
        self._highest /= 3
        self.rate = self._at(step)

    def state(self) -> dict[str, object]:
        """JSON-able state."""
        return {"rate": self.rate, "highest": self._highest}

    def load(self, state: dict[str, object]) -> None:
        """Take a state back."""
        self.rate = float(state["rate"])  # type: ignore[arg-type]
        self._highest = float(state["highest"])  # type: ignore[arg-type]


SCHEDULES: Registry[Schedule] = Registry("schedule")
"""The rules a plan may name; their options have ``steps``, the most steps of a stage."""


@SCHEDULES.add("slope", title="Slope rule", options=Options, reference="arXiv:1712.06087")
class Slope:
    """ZSSR's rule: a straight line through the last held-out errors; where it no longer falls, the rate drops.

    Every ``CHECK`` steps, and only when more than ``patience`` steps passed since the last drop, a least-squares line
    is fitted through the last ``patience // EVERY`` held-out errors; if -1.5 slope < the slope's standard error,
    the rate is divided by ``drop``.  Below ``floor`` training is over.

    Shocher, Cohen, Irani, "Zero-Shot" Super-Resolution using Deep Internal Learning, CVPR 2018.
    """

    CHECK = 60
    """Steps between two looks at the line."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.rate = options.rate
        self._dropped_at = 0
        self._errors: list[tuple[int, float]] = []

    def heard(self, step: int, error: float) -> None:
        """Take in the held-out error measured after ``step`` steps."""
        self._errors.append((step, error))

    def stepped(self, loss: Tensor) -> None:
        """The held-out error decides, not the loss of a step."""

    def after(self, step: int) -> bool:
        """Adjust the rate after ``step`` steps; True when it dropped."""
        if step % self.CHECK or step - self._dropped_at <= self.options.patience:
            return False
        recent = self._errors[-max(self.options.patience // EVERY, 3) :]
        if len(recent) < 3:
            return False
        steps, errors = np.array(recent).T
        centred = steps - steps.mean()
        slope = float(centred @ errors / (centred @ centred))
        left = errors - errors.mean() - slope * centred
        deviation = float(np.sqrt((left @ left) / (len(recent) - 2) / (centred @ centred)))
        if -1.5 * slope > deviation:
            return False
        self.drop(step)
        return True

    def drop(self, step: int) -> None:
        """Divide the rate, as after a plateau or a divergence."""
        self.rate /= self.options.drop
        self._dropped_at = step

    @property
    def over(self) -> bool:
        """True when the rate has fallen below the floor."""
        return self.rate < self.options.floor

    def state(self) -> dict[str, object]:
        """JSON-able state."""
        return {"rate": self.rate, "dropped_at": self._dropped_at, "errors": self._errors}

    def load(self, state: dict[str, object]) -> None:
        """Take a state back."""
        self.rate = float(state["rate"])  # type: ignore[arg-type]
        self._dropped_at = int(state["dropped_at"])  # type: ignore[call-overload]
        self._errors = [(int(step), float(error)) for step, error in state["errors"]]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class PlateauOptions:
    """Knobs of the plateau rule; its defaults are the study's."""

    rate: float = knob(1e-3, 1e-7, 1.0, says="learning rate of Adam at the start")
    steps: int = knob(1500, 1, 100_000, unit="steps", says="most steps of a stage; training usually stops earlier")
    patience: int = knob(100, 1, 10_000, unit="steps", says="steps without gain before the rate drops", advanced=True)
    drop: float = knob(2.0, 1.1, 100.0, says="what the rate is divided by then", advanced=True)
    gain: float = knob(1e-3, 0.0, 10.0, unit="grey levels", says="fall of the loss that counts", advanced=True)
    rest: int = knob(20, 0, 10_000, unit="steps", says="steps after a drop that do not count", advanced=True)
    stop: int = knob(350, 2, 100_000, unit="steps", says="steps without gain that end training", advanced=True)
    floor: float = knob(1e-8, 0.0, 1.0, says="the rate does not drop below", advanced=True)
    carries: bool = knob(
        True, says="a second stage goes on at the rate of the first, as in the study; off begins anew", advanced=True
    )


@SCHEDULES.add("plateau", title="Plateau rule", options=PlateauOptions, reference="Thapliyal, McGill 2021")
class Plateau:
    """The study's rule, on the loss of single steps: without a new best for ``patience`` steps the rate drops.

    A new best lies ``gain`` grey levels of 255 below the old.  Without one for ``stop`` steps, by a tenth of that gain,
    training is over.  The rules of Keras' ``ReduceLROnPlateau`` and ``EarlyStopping``.
    """

    def __init__(self, options: PlateauOptions) -> None:
        self.options = options
        self.rate = options.rate
        self._best = self._stop_best = float("inf")
        self._waited = self._stop_waited = self._resting = 0

    def heard(self, step: int, error: float) -> None:
        """The loss of the steps decides, not the held-out error."""

    def stepped(self, loss: Tensor) -> None:
        """Count the steps since the last gain."""
        value, gain = float(loss), self.options.gain / 255
        self._stop_waited += 1
        if value < self._stop_best - gain / 10:
            self._stop_best, self._stop_waited = value, 0
        if self._resting:
            self._resting -= 1
            self._waited = 0
        if value < self._best - gain:
            self._best, self._waited = value, 0
        elif not self._resting:
            self._waited += 1

    def after(self, step: int) -> bool:
        """Adjust the rate; True when it dropped."""
        if self._waited < self.options.patience or self.rate <= self.options.floor:
            return False
        self.drop(step)
        return True

    def drop(self, step: int) -> None:
        """Divide the rate, down to the floor."""
        self.rate = max(self.rate / self.options.drop, self.options.floor)
        self._waited, self._resting = 0, self.options.rest

    @property
    def over(self) -> bool:
        """True when the loss has not fallen for ``stop`` steps."""
        return self._stop_waited >= self.options.stop

    def state(self) -> dict[str, object]:
        """JSON-able state; a best that is not there yet is None."""
        bests = [best if np.isfinite(best) else None for best in (self._best, self._stop_best)]
        return {"rate": self.rate, "bests": bests, "waits": [self._waited, self._stop_waited, self._resting]}

    def load(self, state: dict[str, object]) -> None:
        """Take a state back."""
        self.rate = float(state["rate"])  # type: ignore[arg-type]
        self._best, self._stop_best = (float("inf") if best is None else best for best in state["bests"])  # type: ignore[attr-defined]
        self._waited, self._stop_waited, self._resting = state["waits"]  # type: ignore[misc]
