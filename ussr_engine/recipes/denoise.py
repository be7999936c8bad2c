"""No learning: the scan's noise is estimated and taken out, then interpolation.

The baseline for noisy scans: a method that does not beat it has removed noise and nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from ussr_engine.enlarging import bicubic, enlarged
from ussr_engine.events import StageBegan, Stepped
from ussr_engine.imaging.noise import NoiseLaw, cleaned, estimated
from ussr_engine.imaging.work import at_once
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.protocols import Stream
from ussr_engine.registry import RECIPES


@dataclass(frozen=True)
class Options:
    """Knobs of the denoiser."""

    strength: float = knob(1.0, 0.0, 3.0, says="1 removes the noise that was estimated; 0 none; above 1 smooths more")


@RECIPES.add("denoise", title="Noise out, then interpolation", options=Options, reference="Chang et al., IEEE TIP 2000")
class Denoise:
    """Wavelet shrinkage in a domain where the noise is even, then bicubic enlargement (a = -0.5)."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def run(self, job: Job) -> Stream:
        """Estimate, clean, interpolate."""
        yield StageBegan("Taking out the noise", 2)
        scan = job.lr[0, 0].double().cpu().numpy()
        law = estimated(scan)
        yield Stepped(1)
        clean = job.lr
        if not law.is_there:
            yield job.noted("No noise was found in the scan: it is enlarged by interpolation alone.")
        elif self.options.strength > 0:
            yield job.noted(f"Noise of {np.sqrt(law.relative):.1%} of the brightness was found and taken out.")
            clean = self._cleaned(job.lr, law)
        yield Stepped(2)
        sr = yield from enlarged(job, at_once(bicubic), float(job.plan.scale), reach=0, scan=clean)
        if clean is not job.lr:
            interpolated = job.further
            assert interpolated
            job.further = lambda frame: interpolated(self._cleaned(frame, law))
        return sr

    def _cleaned(self, scan: Tensor, law: NoiseLaw) -> Tensor:
        without = cleaned(scan[0, 0].double().cpu().numpy(), law, self.options.strength)
        return torch.from_numpy(without).to(scan).clamp(0, 1)[None, None]
