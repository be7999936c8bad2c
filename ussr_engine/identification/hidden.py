"""Noise that JPEG hid: what must have been there for JPEG to leave what is found."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ussr_engine.imaging.noise import ROUNDING, NoiseLaw, estimated
from ussr_engine.imaging.recording import Recording
from ussr_engine.imaging.resize import Real

SMOOTHING = 1.0
"""Pixels of blur that make a picture without noise, good enough to be made noisy again."""
ROUNDS, STEP, MOST = 3, 4.0, 16.0
"""Corrections, the largest of one, and of all, as factors of the variance: where JPEG left next to nothing, next to
nothing can be told of what there was."""
LITTLE = 1e-7
"""Variance that is as good as none."""


def uncovered(scan: Real, found: NoiseLaw, quality: int) -> NoiseLaw:
    """The law of the noise before JPEG, where ``found`` is that of what is left after it in a scan (h, w).

    Indirect inference: the law is corrected until a simulated scan shows as much noise as the scan does.
    """
    quiet = ndimage.gaussian_filter(scan, SMOOTHING)
    wanted = float(np.mean(found.variance(scan))) - ROUNDING
    factor = 1.0
    for _ in range(ROUNDS):
        recording = Recording(found.times(factor), quality)
        seen = estimated(recording.of(quiet, np.random.default_rng(0)).astype(np.float64))
        ratio = (wanted + LITTLE) / (float(np.mean(seen.variance(scan))) - ROUNDING + LITTLE)
        factor = float(np.clip(factor * np.clip(ratio, 1 / STEP, STEP), 1 / MOST, MOST))
    return found.times(factor)
