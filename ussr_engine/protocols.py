"""The theory of the engine in three interfaces: what a network, a degradation and a recipe promise each other."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias, runtime_checkable

from torch import Tensor

from ussr_engine.events import Command, Event, ModelRecord

if TYPE_CHECKING:
    from ussr_engine.job import Job
    from ussr_engine.plan import Plan

Stream: TypeAlias = Generator[Event, Command | None, Tensor]
"""A part of a job: yields events, hears commands, returns a picture (1, C, H, W)."""

Further: TypeAlias = Callable[[Tensor], Stream]
"""The way from the luma of a further frame like the scan, (1, 1, h, w), to its picture, with what was learned."""

Fitting: TypeAlias = Generator[Event, Command | None, "Degradation"]
"""A part of a job that returns the degradation to train with."""


class Pair(NamedTuple):
    """A sample: the network sees ``lr`` (N, C, h, w) and must give ``hr`` (N, C, H, W), ``scale`` times as fine."""

    lr: Tensor
    hr: Tensor
    scale: float


class Backbone(Protocol):
    """A network; in practice a ``torch.nn.Module``."""

    reach: int
    """Radius of its receptive field in output pixels: the overlap that makes tiling seamless."""
    multiple_of: int
    """Sides of the output must be multiples of this; the caller pads and crops."""

    def __call__(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """(N, C, h, w) in [0, 1] to (N, C, *shape), ``shape`` being about ``scale`` times (h, w); not clipped."""


class Degradation(Protocol):
    """How a fine picture becomes a coarse one, as a method assumes it."""

    @property
    def resize_kernel(self) -> str | None:
        """Name of the resize kernel where the degradation is that resize alone, so that it can be inverted exactly."""

    def fit(self, job: Job) -> Fitting:
        """Estimate from the scan what must be estimated; the degradation to use from there on, often ``self``."""

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """(N, C, H, W) in [0, 1] to (N, C, *shape), ``shape`` being about (H, W) / ``scale``."""


class Recipe(Protocol):
    """How a method gets from the scan to the result.  The loop owns time; the recipe owns gradients."""

    def run(self, job: Job) -> Stream:
        """Carry the job out: yield its events, return the enlarged luma (1, 1, H, W) in [0, 1]."""


@runtime_checkable
class Stocked(Protocol):
    """A recipe that applies one of the person's own trained networks."""

    def models(self) -> tuple[ModelRecord, ...]:
        """Those it could apply, at any scale, the newest first."""


@runtime_checkable
class Demanding(Protocol):
    """A recipe that needs a file of the person's: weights of a published network, a trained model."""

    def lacking(self, plan: Plan, weights: str | None) -> str:
        """Why the plan cannot be carried out here and what to do about it; "" where it can.

        ``weights`` names the folder of perceptual weights, where the person has chosen one.
        """
