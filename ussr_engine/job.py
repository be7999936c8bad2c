"""A job: what a recipe is given to work with."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from ussr_engine.device import Device
from ussr_engine.events import Noted
from ussr_engine.plan import Plan
from ussr_engine.progress import Progress
from ussr_engine.protocols import Backbone, Degradation, Further
from ussr_engine.registry import BACKBONES
from ussr_engine.result import Evidence, Scores, TrustMap
from ussr_engine.runs import Run


class Clock:
    """Wall and processor seconds spent inside the job itself: a pause, or a slow listener, costs nothing."""

    def __init__(self) -> None:
        self._seconds, self._cpu_seconds = 0.0, 0.0
        self._since: tuple[float, float] | None = None

    def add(self, seconds: float, cpu_seconds: float) -> None:
        """Count an earlier sitting too."""
        self._seconds += seconds
        self._cpu_seconds += cpu_seconds

    def start(self) -> None:
        """Count from now."""
        self._since = (time.perf_counter(), time.process_time())

    def stop(self) -> None:
        """Count no further."""
        self._seconds, self._cpu_seconds = self.read()
        self._since = None

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Do not count what happens inside: it serves the listener, not the method."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def read(self) -> tuple[float, float]:
        """(wall, processor) seconds so far."""
        if self._since is None:
            return self._seconds, self._cpu_seconds
        wall, cpu = self._since
        return self._seconds + time.perf_counter() - wall, self._cpu_seconds + time.process_time() - cpu


@dataclass
class Job:
    """One method on one scan.

    Attributes
    ----------
    lr : Tensor
        (1, 1, h, w), luma in [0, 1], on the device.
    judge : callable
        Luma (1, 1, H, W) to the picture a person would see, its scores, if the truth is known, and its consistency.
    run : Run or None
        Where the state is kept; None keeps nothing.
    preview_seconds : float
        Least seconds between previews; 0 gives none.
    weights : str, optional
        Folder of perceptual weights, where the person has chosen one.
    colour : ndarray or None
        (h, w, 3) in [0, 1] where the scan's channels differ.
    grey : bool
        Set where the method found that the colours mean nothing: its picture is then the result, without them.
    kernel : ndarray or None
        (k, k), the blur kernel of a step by 2 that the degradation was fitted with.
    evidence : Evidence or None
        How the scan was made and what the result leaves of it unexplained.
    maps : dict of str to TrustMap
        How far the result can be trusted, pixel by pixel.
    further : callable or None
        How a further frame is enlarged with what was learned; set before the recipe ends.
    """

    lr: Tensor
    plan: Plan
    device: Device
    degradation: Degradation
    judge: Callable[[Tensor], tuple[np.ndarray, Scores | None, float | None]]
    run: Run | None
    preview_seconds: float
    clock: Clock
    weights: str | None = None
    colour: np.ndarray | None = None
    grey: bool = False
    notes: list[str] = field(default_factory=list)
    kernel: np.ndarray | None = None
    evidence: Evidence | None = None
    maps: dict[str, TrustMap] = field(default_factory=dict)
    further: Further | None = None
    progress: Progress = field(init=False)

    def __post_init__(self) -> None:
        self.progress = Progress(np.random.Generator(np.random.PCG64(self.plan.seed)))

    def network(self) -> Backbone:
        """The plan's network for one channel, freshly initialised from the seed, on the device."""
        assert self.plan.backbone is not None
        entry = BACKBONES[self.plan.backbone.name]
        generator = torch.Generator().manual_seed(self.plan.seed)
        network = entry.make(self.lr.shape[1], self.plan.scale, self.plan.backbone.options, generator)
        return network.to(self.device.torch)  # type: ignore[attr-defined,no-any-return]

    def noted(self, words: str) -> Noted:
        """Keep a sentence for the result, once also where a resumed job says it again; the event that says it now."""
        if words not in self.notes:
            self.notes.append(words)
        return Noted(words)

    def shrink(self, hr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """The assumed degradation."""
        return self.degradation(hr, shape, scale)
