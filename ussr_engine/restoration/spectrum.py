"""Random fields with the power spectrum that a scan would have on a finer grid."""

from __future__ import annotations

import numpy as np

from ussr_engine.imaging.resize import Real
from ussr_engine.imaging.tiling import middle
from ussr_engine.scan import Image

LOWEST, HIGHEST = 0.04, 0.35
"""Cycles per pixel between which the spectrum is fitted: below lies the anatomy, above the end of the band."""
FAINT = 1e-4
"""Squared frequency that keeps logarithms finite."""
LARGEST = 768
"""Largest side in pixels of what is analysed and drawn: statistics need no more."""
SMALLEST = 256


def extrapolated(scan: Image, scale: int, deviation: float, chance: np.random.Generator) -> Image:
    """A Gaussian field whose spectrum continues the scan's own, on a grid ``scale`` times finer.

    The logarithm of the power is fitted by a plane in the logarithms of the axial, the lateral and the radial
    frequency: a power law whose contours may be flat.

    Parameters
    ----------
    scan : (h, w)
        The scan.
    deviation : float
        Standard deviation of the field.

    Returns
    -------
    (H, W)
        About ``scale`` times the scan, at most ``LARGEST`` a side, sides multiples of ``scale``.
    """
    part = middle(scan, LARGEST // scale).astype(np.float64)
    height, width = part.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    power = np.abs(np.fft.rfft2((part - part.mean()) * window)) ** 2
    down, along = _frequencies(height, width)
    radius = np.hypot(down, along)
    fitted = (radius > LOWEST) & (radius < HIGHEST)
    law = np.linalg.lstsq(_design(down, along)[fitted], np.log(power[fitted] + 1e-9), rcond=None)[0]
    rows, columns = (max(size * scale, SMALLEST) // scale * scale for size in part.shape)
    down, along = _frequencies(rows, columns)
    fine = _design(down * scale, along * scale) @ law
    field = np.fft.irfft2(np.fft.rfft2(chance.standard_normal((rows, columns))) * np.exp(fine / 2), (rows, columns))
    field *= deviation / max(float(field.std()), 1e-12)
    return field.astype(np.float32)


def _frequencies(height: int, width: int) -> tuple[Real, Real]:
    return np.fft.fftfreq(height).astype(np.float64)[:, None], np.fft.rfftfreq(width).astype(np.float64)[None]


def _design(down: Real, along: Real) -> Real:
    vertical, horizontal = np.broadcast_arrays(down**2, along**2)
    terms = [np.ones(vertical.shape), *(np.log(part + FAINT) for part in (vertical, horizontal, vertical + horizontal))]
    return np.stack(terms, axis=-1)
