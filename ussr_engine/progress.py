"""How far a job has come: steps, curves, and what its finished stages gave.  All of it goes into checkpoints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from torch import Tensor

from ussr_engine.result import History

State = tuple[dict[str, Tensor], dict[str, Any]]
"""Tensors and JSON-able facts."""


@dataclass
class Progress:
    """What outlives a stage of training.

    Attributes
    ----------
    chance : numpy Generator
        The only source of randomness of the job, from the plan's seed.
    step : int
        Over all stages.
    kept : dict
        The product of every finished stage by the stage's name: a picture, a kernel.  A stage whose product is here is
        not run again.
    best_step : int or None
        Of the stage under way, or of the last one.
    recalled : State or None
        A checkpoint whose stage has not yet taken its part back.
    """

    chance: np.random.Generator
    step: int = 0
    losses: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    rates: list[tuple[int, float]] = field(default_factory=list)
    kept: dict[str, Tensor] = field(default_factory=dict)
    best_step: int | None = None
    finishing: bool = False
    recalled: State | None = None

    def history(self) -> History:
        """The curves so far."""
        losses = {name: tuple(curve) for name, curve in self.losses.items()}
        return History(losses, tuple(self.rates), self.best_step)

    def rated(self, rate: float) -> None:
        """Note the learning rate from this step on."""
        if not self.rates or self.rates[-1][1] != rate:
            self.rates.append((self.step, rate))

    def state(self) -> State:
        """Tensors and facts that a resumed job needs besides those of its stage."""
        facts = {
            "step": self.step,
            "losses": self.losses,
            "rates": self.rates,
            "best_step": self.best_step,
            "chance": self.chance.bit_generator.state,
        }
        return {f"kept.{name}": tensor for name, tensor in self.kept.items()}, facts

    def recall(self, state: State) -> None:
        """Take a state back; the stage under way finds its own part in ``recalled``."""
        self.recalled = state
        tensors, facts = state
        self.step, self.best_step = facts["step"], facts["best_step"]
        self.losses = {name: [(step, value) for step, value in curve] for name, curve in facts["losses"].items()}
        self.rates = [(step, rate) for step, rate in facts["rates"]]
        self.chance.bit_generator.state = facts["chance"]
        self.kept = part(tensors, "kept.")


def part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """Those tensors whose names begin with ``prefix``, by the rest of the name."""
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
