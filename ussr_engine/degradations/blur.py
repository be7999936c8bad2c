"""The degradation assumed while training: a resize, antialiased as by MATLAB's ``imresize`` or bare as by OpenCV."""

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

    kernel: str = knob(
        "cubic",
        choices=("cubic", "lanczos3", "cubic75"),
        says="how the scan is taken to have been made coarser; cubic75 is OpenCV's cubic",
    )
    antialias: bool = knob(True, says="the kernel widens as the picture shrinks; off is OpenCV's way", advanced=True)


@DEGRADATIONS.add("blur", title="Shrinking by a kernel", options=Options, reference="MATLAB imresize")
class Blur:
    """Downsampling by one kernel; without antialiasing there is no exact way back."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.resize_kernel = options.kernel if options.antialias else None

    def fit(self, job: Job) -> Fitting:
        """Nothing to fit."""
        yield from ()
        return self

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """Coarsen ``hr`` (N, C, H, W) ``scale`` times, to ``shape``: (N, C, *shape), differentiable, not clipped."""
        kernel, antialias = self.options.kernel, self.options.antialias
        return resize_tensor(hr, scale=1 / scale, shape=shape, kernel=kernel, antialias=antialias)
