"""How well two regions are told apart, and how speckled one is.

All take grey values of any shape.  Where a picture is log-compressed they speak of its grey levels, not of echoes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Greys = npt.NDArray[np.floating[Any]]

MOST_BINS = 100


def contrast_ratio(inside: Greys, outside: Greys) -> float:
    """Mean of the target over mean of the background; inf over black, NaN where both are black."""
    mean, ground = _mean(inside), _mean(outside)
    if ground == 0:
        return float("nan") if mean == 0 else float("inf")
    return mean / ground


def contrast_db(inside: Greys, outside: Greys) -> float:
    """20 log10 of `contrast_ratio`, in dB; -inf for a black target.

    The definition is for amplitudes (Smith et al., IEEE Trans. Sonics Ultrason. 30(3), 1983).
    """
    ratio = contrast_ratio(inside, outside)
    return 20 * float(np.log10(ratio)) if ratio > 0 else float("-inf") if ratio == 0 else ratio


def cnr(inside: Greys, outside: Greys) -> float:
    """Contrast-to-noise ratio, |mean difference| / sqrt(sum of variances); NaN where both regions are even.

    Patterson and Foster, Ultrasonic Imaging 5(2), 1983; variances are those of the population.
    """
    noise = float(np.sqrt(np.var(inside, dtype=np.float64) + np.var(outside, dtype=np.float64)))
    return abs(_mean(inside) - _mean(outside)) / noise if noise > 0 else float("nan")


def gcnr(inside: Greys, outside: Greys, bins: int | None = None) -> float:
    """Generalised contrast-to-noise ratio: 1 - overlap of the two distributions, in [0, 1].

    Parameters
    ----------
    inside, outside : arrays
        Grey values of target and background.
    bins : int, optional
        Equal bins from the smallest to the largest value of both.  Unless given, 2 n^(1/3) (Rice's rule) for the n
        values of the smaller region, at most 100: more bins than values can fill would count chance as contrast.

    Notes
    -----
    Neighbouring pixels of speckle are not independent, so that small regions still come out too high.

    References
    ----------
    Rodriguez-Molares et al., "The generalized contrast-to-noise ratio: a formal definition for lesion detectability",
    IEEE TUFFC 67(4), 2020.
    """
    one, other = np.ravel(inside).astype(np.float64), np.ravel(outside).astype(np.float64)
    if not one.size or not other.size:
        return float("nan")
    low, high = min(one.min(), other.min()), max(one.max(), other.max())
    if not high > low:
        return 0.0
    count = bins or min(MOST_BINS, int(np.ceil(2 * min(one.size, other.size) ** (1 / 3))))
    shares = [np.histogram(values, count, (low, high))[0] / values.size for values in (one, other)]
    return 1.0 - float(np.minimum(*shares).sum())


def speckle_snr(greys: Greys) -> float:
    """Mean over standard deviation; 1.91 for the envelope of fully developed speckle, NaN where nothing varies.

    Wagner et al., IEEE Trans. Sonics Ultrason. 30(3), 1983: sqrt(pi / (4 - pi)) for Rayleigh-distributed amplitudes.
    """
    spread = float(np.std(greys, dtype=np.float64)) if np.size(greys) else 0.0
    return _mean(greys) / spread if spread > 0 else float("nan")


def _mean(greys: Greys) -> float:
    return float(np.mean(greys, dtype=np.float64)) if np.size(greys) else float("nan")
