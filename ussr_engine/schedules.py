"""Learning rates over a run: each schedule hears the held-out loss and says the rate, or that training is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ussr_engine.knobs import knob


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
