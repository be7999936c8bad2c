"""Power over spatial frequency, in two dimensions and over rings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import fft

from ussr_engine.scan import Image, Spacing

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Spectrum:
    """Power of a picture around its mean.

    Attributes
    ----------
    power : (H, W)
        Zero frequency at (H // 2, W // 2); adds up to the variance of the picture (its mean square after the window).
    axial, lateral : (H,), (W,)
        Frequencies in cycles per mm, or per pixel where the spacing is unknown.
    """

    power: npt.NDArray[np.float32]
    axial: Values
    lateral: Values


def power_spectrum(image: Image, spacing: Spacing | None = None, *, tapered: bool = True) -> Spectrum:
    """Periodogram of a grey picture.

    Parameters
    ----------
    image : (H, W)
    spacing : Spacing, optional
    tapered : bool
        Multiply by a Hann window whose mean square is brought to 1, so that the picture's borders do not show as a
        cross of all frequencies (Harris, Proc. IEEE 66(1), 1978).

    Notes
    -----
    By Parseval's theorem the untapered power adds up to the variance.
    """
    height, width = image.shape
    values = image.astype(np.float32) - np.float32(image.mean(dtype=np.float64))
    if tapered and min(height, width) > 2:
        rows, columns = (np.hanning(n + 2)[1:-1] for n in (height, width))
        window = rows[:, None] * columns[None, :]
        values = values * (window / np.sqrt(np.mean(window**2))).astype(np.float32)
    amplitude = fft.fftshift(fft.fft2(values)) / np.float32(values.size)
    power = (amplitude.real**2 + amplitude.imag**2).astype(np.float32)
    steps = (spacing.axial, spacing.lateral) if spacing else (1.0, 1.0)
    axial, lateral = (fft.fftshift(fft.fftfreq(n, step)) for n, step in zip((height, width), steps, strict=True))
    return Spectrum(power, axial, lateral)


def radial_spectrum(spectrum: Spectrum) -> tuple[Values, Values]:
    """Mean power over rings of equal frequency.

    Returns
    -------
    frequency, power : (N,)
        Middles of the rings, each as wide as the coarser frequency step, up to the higher of the two Nyquist
        frequencies; rings that hold no frequency are left out, and zero frequency is.
    """
    radius = np.hypot(spectrum.axial[:, None], spectrum.lateral[None, :])
    steps = [1.0 if axis.size < 2 else float(axis[1] - axis[0]) for axis in (spectrum.axial, spectrum.lateral)]
    width = max(steps)
    limit = max(float(-spectrum.axial.min()), float(-spectrum.lateral.min()))
    ring = np.rint(radius / width).astype(np.intp)
    count = int(np.floor(limit / width + 1e-6)) + 1
    kept = (ring > 0) & (ring < count)
    total: Values = np.bincount(ring[kept], spectrum.power[kept].astype(np.float64), count).astype(np.float64)
    number = np.bincount(ring[kept], minlength=count)
    held = np.flatnonzero(number)
    return np.asarray(held * width, np.float64), np.asarray(total[held] / number[held], np.float64)


def decibels(power: npt.NDArray[np.floating[Any]], floor_db: float = -140.0) -> Values:
    """10 log10 of a power, never below the floor."""
    return np.asarray(10 * np.log10(np.maximum(power, 10 ** (floor_db / 10))), np.float64)
