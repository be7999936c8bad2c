"""The blur kernel read off a scan's spectrum: no network, no game, about a second.

The power of intact B-mode scans falls as a power of frequency, faster across the beam than along it, and looks much the
same from scan to scan.  A Gaussian blur bends that fall down by a quadratic form of frequency, its covariance, before
sampling folds the rest of the spectrum in and rounding to 8 bits adds a floor.  All of it is fitted at once, in the
logarithm.  What is estimated is the Gaussian nearest to the blur.  The fit by least squares under Gaussian priors is
the usual maximum a posteriori estimate; spectra by Welch, IEEE Trans. Audio Electroacoust. 15, 1967.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.optimize import least_squares

from ussr_engine.imaging.kernels import gaussian
from ussr_engine.imaging.resize import Real

BLOCK = 64
"""Pixels of a side of the blocks whose spectra are averaged; half of it for scans smaller than that."""
LOWEST = 0.08
"""Cycles per pixel of the scan: below, organs and not blur shape the spectrum."""
KNEE = 0.03
"""Cycles per fine pixel below which the power law does not hold."""
ROUNDING = 1 / 255**2 / 12
"""Power of the rounding to 8 bits."""
SPREAD = 3.0
"""Standard deviation of a spectrum's logarithm about the model, neighbours being alike."""
# Prior mean and standard deviation of each parameter, in units of the residuals.  The first five were measured on
# fourteen intact carotid and breast scans.
LEVEL = (0.0, math.inf)
FALL = (4.5, 1 / 12)
AXIAL = (-1.9, 1 / 15)
SLANT = (0.0, 1 / 60)
CROSS = (0.6, 1 / 40)
FLOOR = (0.0, 1 / 3)
WIDTH = (0.0, 2.0)
PRIORS = np.array([LEVEL, FALL, AXIAL, SLANT, CROSS, FLOOR, WIDTH, WIDTH, WIDTH])


def spectral_kernel(image: Real) -> Real:
    """The Gaussian kernel of a step by 2 that explains a scan's spectrum best.

    Parameters
    ----------
    image : (h, w)
        In [0, 1], at least 32 pixels a side; rows go in depth.

    Returns
    -------
    (k, k) float64
        Sum 1, centred.
    """
    power = spectrum(image, BLOCK if min(image.shape) >= BLOCK else BLOCK // 2)
    frequency = np.fft.fftfreq(power.shape[0])
    down, across = np.meshgrid(frequency, frequency, indexing="ij")
    # The spectrum of a real picture repeats itself point by point about 0.
    used = (np.hypot(down, across) > LOWEST) & ((across > 0) | ((across == 0) & (down > 0)))
    measured = np.log(power[used] + ROUNDING / 100)
    model = Spectrum(down[used] / 2, across[used] / 2)

    def residuals(guess: Real) -> Real:
        prior = (guess - PRIORS[:, 0]) / PRIORS[:, 1]
        return np.concatenate([(model(guess) - measured) / SPREAD, prior])

    starts = []
    for width in (0.0, 0.5):
        start = PRIORS[:, 0].copy()
        start[0] = measured.mean() - 1.5 * FALL[0]
        start[[6, 8]] = width
        starts.append(least_squares(residuals, start, max_nfev=100))
    best = min(starts, key=lambda fit: float(fit.cost))
    matrix = covariance(best.x)
    major, minor = (math.sqrt(max(float(variance), 1e-4)) for variance in np.linalg.eigvalsh(matrix)[::-1])
    angle = math.degrees(math.atan2(2 * matrix[0, 1], matrix[0, 0] - matrix[1, 1]) / 2)
    side = 2 * max(6, min(math.ceil(3 * major), 32)) + 1
    return gaussian(side, 2, major, minor, angle)


class Spectrum:
    """The logarithm of a blurred, sampled scan's power at some frequencies, in cycles per fine pixel."""

    def __init__(self, down: Real, across: Real) -> None:
        # What lies half a cycle away, along either axis or both, folds onto the same place.
        far = [np.where(axis > 0, axis - 0.5, axis + 0.5) for axis in (down, across)]
        self._folds = [
            self._features(v, u) for v, u in ((down, across), (far[0], across), (down, far[1]), (far[0], far[1]))
        ]

    @staticmethod
    def _features(down: Real, across: Real) -> Real:
        angle = np.arctan2(down, across)
        blur = -4 * math.pi**2 * np.stack([across * across, 2 * across * down, down * down])
        fall = -0.5 * np.log(down**2 + across**2 + KNEE**2)
        return np.stack(
            [np.ones_like(fall), fall, np.cos(2 * angle), np.sin(2 * angle), np.cos(4 * angle), *blur], axis=1
        )

    def __call__(self, guess: Real) -> Real:
        """Log power; ``guess`` in the order of `PRIORS`."""
        matrix = covariance(guess)
        weights = np.array([*guess[:5], matrix[0, 0], matrix[0, 1], matrix[1, 1]])
        power: Real = sum((np.exp(np.clip(fold @ weights, -60, 60)) for fold in self._folds), np.zeros(1))
        result: Real = np.log(power + ROUNDING * np.exp(guess[5]))
        return result


def covariance(guess: Real) -> Real:
    """(2, 2) of the blur, lateral first, in fine pixels squared, from its logarithmic Cholesky factor."""
    factor = np.array([[math.exp(min(guess[6], 5)), 0.0], [guess[7], math.exp(min(guess[8], 5))]])
    result: Real = factor @ factor.T
    return result


def spectrum(image: Real, side: int) -> Real:
    """Mean power (side, side) of half-overlapping blocks, each less its mean, under a Hann window."""
    window = np.hanning(side + 1)[:side]
    window = np.outer(window, window)
    starts = [range(0, size - side + 1, side // 2) for size in image.shape]
    total = np.zeros((side, side))
    for row in starts[0]:
        for column in starts[1]:
            block = image[row : row + side, column : column + side]
            total += np.abs(np.fft.fft2((block - block.mean()) * window)) ** 2
    result: Real = total / (len(starts[0]) * len(starts[1]) * (window**2).sum())
    return result
