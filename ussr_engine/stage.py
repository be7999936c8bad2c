"""A stage of training: who learns, from what, at which rate, and how it is checked and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from torch import Tensor, nn
from torch.optim import Optimizer

from ussr_engine.events import Event
from ussr_engine.progress import part
from ussr_engine.schedules import Schedule

S = TypeVar("S")
S_in = TypeVar("S_in", contravariant=True)
S_out = TypeVar("S_out", covariant=True)


class Supply(Protocol[S_out]):
    """An endless supply of samples, drawn with the job's ``chance`` alone."""

    def draw(self) -> S_out:
        """One sample."""


class Learner(Protocol[S_in]):
    """Networks with their optimisers, as the loop sees them; `Trained` has all but ``step``."""

    def step(self, sample: S_in, /) -> dict[str, Tensor]:
        """One update of everything; losses by the names of their curves, scalars left on the device.

        The first is what the schedule hears of.
        """

    def set_rate(self, rate: float) -> None:
        """Learning rate of the next steps."""

    def remark(self, losses: Mapping[str, float]) -> str:
        """What the person should know of the latest losses, or nothing; the same words are said once."""

    def state(self) -> dict[str, Tensor]:
        """Everything that further steps depend on, by flat names; tensors are copies."""

    def load(self, state: dict[str, Tensor]) -> None:
        """Take a state back."""


@dataclass(frozen=True)
class Stage(Generic[S]):
    """What the loop needs to train one thing.

    Attributes
    ----------
    name : str
        In words ("Training ×2"); no two stages of a job share one.
    limit : int
        Most steps.
    show : callable
        What there is to see now: ``Previewed``, ``KernelEstimated``, or None.
    check : callable or None
        Held-out error, and the error above which training has derailed.  With it the best weights are kept and a
        derailed training is rolled back to them; without it the last weights count.
    show_every : int
        Steps between two showings that happen in any case; 0 leaves them to the clock and to who asks.
    """

    name: str
    learner: Learner[S]
    supply: Supply[S]
    schedule: Schedule
    limit: int
    show: Callable[[], Event | None]
    check: Callable[[], tuple[float, float]] | None = None
    show_every: int = 0
    keeps_best: bool = True
    """With a check: False where the last weights count, and the best only serve to recover."""


class Trained:
    """Networks and their optimisers by name: rate and state, which every learner needs."""

    def __init__(self, networks: Mapping[str, nn.Module], optimisers: Mapping[str, Optimizer]) -> None:
        self._networks, self._optimisers = networks, optimisers

    def set_rate(self, rate: float) -> None:
        """Learning rate of every optimiser."""
        for optimiser in self._optimisers.values():
            for group in optimiser.param_groups:
                group["lr"] = rate

    def remark(self, losses: Mapping[str, float]) -> str:
        """Nothing to say."""
        return ""

    def state(self) -> dict[str, Tensor]:
        """Weights, buffers and moments, copied."""
        state: dict[str, Tensor] = {}
        for name, network in self._networks.items():
            state |= {f"{name}.{key}": tensor.clone() for key, tensor in network.state_dict().items()}
        for name, optimiser in self._optimisers.items():
            for index, moments in optimiser.state_dict()["state"].items():
                state |= {f"{name}.{index}.{moment}": tensor.clone() for moment, tensor in moments.items()}
        return state

    def load(self, state: dict[str, Tensor]) -> None:
        """Take a state back; the tensors are copied."""
        for name, network in self._networks.items():
            network.load_state_dict(part(state, f"{name}."))
        for name, optimiser in self._optimisers.items():
            record = optimiser.state_dict()
            record["state"] = {}
            for key, tensor in part(state, f"{name}.").items():
                index, moment = key.split(".", 1)
                record["state"].setdefault(int(index), {})[moment] = tensor.clone()
            optimiser.load_state_dict(record)
