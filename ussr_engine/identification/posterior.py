"""Which smoothing came before the noise: probabilities of the candidates from the grain of a scan."""

from __future__ import annotations

import math

import numpy as np

from ussr_engine.identification.candidates import CANDIDATES, Candidate
from ussr_engine.identification.table import MEAN, SPREAD, WEIGHTS
from ussr_engine.imaging.resize import Real

PRIOR = (0.25, 1.0, 0.1, 1.0)
"""Of the candidates.  Those of published test sets come first; of a wide Gaussian the evidence must be strong, for
undoing a blur that was not there costs most."""
FINE = 2
"""Scale up to which strange scans are told as well as others, where their source is left out of the fit."""


def posterior(numbers: Real, scale: float) -> list[tuple[Candidate, float]]:
    """Probabilities of all candidates, in their order, summing to 1.

    A multinomial logistic score of `ussr_engine.identification.grain.grain` and of the scale, fitted once on
    simulated phantoms and ten named scans (``resources/calibrate_grain.py``).  Of a scan coarser than FINE that is
    stranger than those are on average it is less sure.
    """
    logits = design(numbers[None], np.array([scale]), MEAN, SPREAD)[0] @ WEIGHTS
    if scale > FINE:
        logits = logits / max(1.0, strangeness(numbers))
    chances = np.array(PRIOR) * np.exp(logits - logits.max())
    chances /= chances.sum()
    return list(zip(CANDIDATES, chances.tolist(), strict=True))


def strangeness(numbers: Real) -> float:
    """How far the numbers of a scan lie from those learned from, in their deviations (root mean square)."""
    return float(np.sqrt(np.mean(np.square((numbers - MEAN) / SPREAD))))


def design(numbers: Real, scales: Real, mean: Real, spread: Real) -> Real:
    """What is weighted: 1, the scale, the normalised numbers (N, n), and these times the scale: (N, 2 + 2 n)."""
    normal = np.clip((numbers - mean) / spread, -4, 4)
    octaves = (np.log2(np.clip(scales, 2, 4)) - math.log2(2**1.5))[:, None]
    return np.concatenate([np.ones_like(octaves), octaves, normal, normal * octaves], axis=1)
