"""How the grain of a scan hangs together: numbers from which its smoothing is told, whatever white noise lies over it.

White noise adds to the variance of a picture and to nothing else, so products of neighbours and the spectrum without
its floor show what the scan was like before the noise.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import ndimage

from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.resize import Real

DARK = 12 / 255
"""Brightness under which grain is not looked at, unless hardly anything is brighter."""
FEWEST = 400
"""Pixels that must be brighter."""
FLOOR = 4 / 255
RINGS = (0.08, 0.14, 0.2, 0.27, 0.34, 0.42, 0.5)
"""Cycles per pixel that bound the rings of the spectrum."""
TOP, MEASURED = 0.46, 0.324
"""Cycles per pixel at which the band of `rise` ends, and that times the standard deviation of a wide Gaussian."""
COUNT = 15
LEAST = 24
"""Smallest side in pixels of a scan whose grain can be measured."""


def grain(scan: Real, law: NoiseLaw) -> Real:
    """Fifteen numbers of a scan (h, w) in [0, 1], at least LEAST a side.

    Of calm and of steep places: the logarithm of the covariance of neighbours, relative to brightness, and what is
    left of it two and three pixels away and diagonally; how steep the picture is; its spectrum by rings, without the
    floor that the noise gives it.
    """
    brightness = ndimage.gaussian_filter(scan, 3)
    relative = (scan - brightness) / (brightness + FLOOR)
    lit = brightness > DARK
    if lit.sum() < FEWEST:
        lit = brightness >= np.quantile(brightness, 0.7)
    limit = 3 * 1.4826 * np.median(np.abs(relative[lit]))
    clipped = np.clip(relative, -limit, limit)
    slope = np.hypot(*np.gradient(ndimage.gaussian_filter(scan, 1.5)))
    calm, steep = np.quantile(slope[lit], [0.5, 0.8])
    flat, edges = _covariances(clipped, lit & (slope <= calm)), _covariances(clipped, lit & (slope >= steep))
    edges[0] -= flat[0]
    steepness = np.log(255 * np.median(slope[lit]) + 0.1)
    return np.array([*flat, *edges, steepness, *_spectrum(scan, brightness, law)])


def _covariances(image: Real, where: np.ndarray) -> list[float]:
    def product(down: int, along: int) -> float:
        height, width = image.shape
        first = (slice(0, height - down), slice(max(0, -along), width - max(0, along)))
        second = (slice(down, height), slice(max(0, along), width + min(0, along)))
        both = where[first] & where[second]
        return float((image[first] * image[second])[both].mean()) if both.any() else 0.0

    one, two, three = ((product(0, step) + product(step, 0)) / 2 for step in (1, 2, 3))
    diagonal = (product(1, 1) + product(1, -1)) / 2
    one = max(one, 1e-5)
    return [float(np.log(100 * one)), two / one, three / one, diagonal / one]


def rise(scan: Real, law: NoiseLaw, sigma: float) -> float:
    """Power in the upper over power in the lower half of the band, had a Gaussian of ``sigma`` pixels been undone.

    Pictures fall off: a blur whose undoing makes the spectrum rise was not there.  The band ends where the Gaussian
    leaves too little to be measured.
    """
    power, white, radius = _power(scan, ndimage.gaussian_filter(scan, 3), law)
    undone = (power - white) * np.exp(np.square(2 * np.pi * sigma * radius))
    end = min(TOP, MEASURED / sigma)
    low, high = ((radius >= part * end) & (radius < (part + 0.22) * end) for part in (0.33, 0.78))
    return float(undone[high].mean() / max(float(undone[low].mean()), 1e-12))


def _spectrum(scan: Real, brightness: Real, law: NoiseLaw) -> list[float]:
    power, white, radius = _power(scan, brightness, law)
    rings = [float(power[(radius >= low) & (radius < high)].mean()) - white for low, high in pairwise(RINGS)]
    first = max(rings[0], 1e-9)
    return [
        float(np.log(first / max(white, 1e-9))),
        *(float(np.log(max(ring / first, 0) + 0.02)) for ring in rings[1:]),
    ]


def _power(scan: Real, brightness: Real, law: NoiseLaw) -> tuple[Real, float, Real]:
    """Power of a scan relative to its brightness, the white noise in it, and the frequencies in cycles per pixel."""
    height, width = scan.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    energy = np.square(window).sum()
    level = brightness + 0.02
    power = np.abs(np.fft.rfft2((scan - brightness) / level * window)) ** 2 / energy
    noise = law.left(brightness) * law.variance(brightness) / np.square(level)
    white = float((noise * np.square(window)).sum() / energy)
    return power, white, np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None])
