"""The degradation assumed while training: an antialiased resize, as MATLAB's ``imresize`` makes it."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.protocols import Fitting
from ussr_engine.registry import DEGRADATIONS


@dataclass(frozen=True)
class Options:
    """Knobs of the assumed degradation."""

    kernel: str = knob("cubic", choices=("cubic", "lanczos3"), says="how the scan is taken to have been made coarser")


@DEGRADATIONS.add("blur", title="Antialiased shrinking", options=Options, reference="MATLAB imresize")
class Blur:
    """Antialiased downsampling by one kernel, "cubic" or "lanczos3"."""

    def __init__(self, options: Options) -> None:
        self.resize_kernel = options.kernel

    def fit(self, job: Job) -> Fitting:
        """Nothing to fit."""
        yield from ()
        return self

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """Coarsen ``hr`` (N, C, H, W) ``scale`` times, to ``shape``: (N, C, *shape), differentiable, not clipped."""
        return resize_tensor(hr, scale=1 / scale, shape=shape, kernel=self.resize_kernel)
