"""Speckle: echoes of scatterers at random places, blurred by a point spread function that widens with depth.

After the linear model of Bamber and Dickinson (Phys. Med. Biol. 25, 1980) and the speckle statistics of Wagner et al.
(IEEE Trans. Sonics Ultrason. 30, 1983).  Positions are millimetres from the picture's upper left edge.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.anatomy import Field, Place
from ussr_engine.scan import Image, Spacing

Echoes = npt.NDArray[np.complex128]
"""(H, W), the sum of all echoes in a pixel; its magnitude is the envelope, 1 = full scale."""

DYNAMIC_RANGE_DB = 60.0
WAVELENGTH_MM = 0.205
"""7.5 MHz in soft tissue at 1540 m/s."""

_PLANES = 7
"""Depths at which the point spread function is computed; between them the field is interpolated."""

_FWHM = float(2 * np.sqrt(2 * np.log(2)))


def axial_fwhm(depth_mm: float) -> float:
    """Full width at half maximum of the point spread function down the rows, in mm."""
    return float(_FWHM * (0.090 + 0.0022 * depth_mm))


def lateral_fwhm(depth_mm: float) -> float:
    """Full width at half maximum of the point spread function along the columns, in mm."""
    return float(_FWHM * (0.150 + 0.0090 * depth_mm))


def point(place: Place, axial_mm: float, lateral_mm: float) -> Echoes:
    """The echo of a wire: it answers at one point, so it is the point spread function itself, of height 1."""
    axial = (place.depth - axial_mm) / axial_fwhm(axial_mm)
    lateral = (place.across - lateral_mm) / lateral_fwhm(axial_mm)
    return np.asarray(np.exp(-((axial**2 + lateral**2) * _FWHM**2) / 2) * np.exp(1j * phase(axial_mm)))


def sheet(place: Place, depth_mm: Field, amplitude: Field, axial_mm: float) -> Field:
    """The echo of a smooth face that mirrors, at a depth (1, W); blurred as at ``axial_mm``."""
    axial = (place.depth - depth_mm) / axial_fwhm(axial_mm)
    return np.asarray(amplitude * np.exp(-((axial * _FWHM) ** 2) / 2))


def compressed(envelope: Image) -> Image:
    """The picture of an envelope: the logarithm over `DYNAMIC_RANGE_DB`, in 256 levels of [0, 1]."""
    grey = np.clip(1 + 20 * np.log10(np.maximum(envelope, 1e-6)) / DYNAMIC_RANGE_DB, 0, 1)
    # Scan conversion interpolates between compressed beams, which fills the hairlines between speckles.
    smooth = gaussian_filter(grey, 0.6)
    return np.asarray(np.floor(smooth * 255 + 0.5) / 255, np.float32)


def noise(rng: np.random.Generator, place: Place) -> Echoes:
    """Electronic noise behind the receive filter, raised with depth by the time gain."""
    shape = (2, place.depth.shape[0], place.across.shape[1])
    real, imaginary = gaussian_filter(rng.standard_normal(shape), (0, 0.8, 1.2)) * np.sqrt(4 * np.pi * 0.8 * 1.2 / 2)
    rise_db = 12 * place.depth / place.depth[-1]
    return np.asarray(10 ** ((-70 + rise_db) / 20) * (real + 1j * imaginary))


def phase(axial_mm: npt.ArrayLike) -> Field:
    """Radians by which an echo from this depth turns."""
    return np.asarray(-4 * np.pi * np.asarray(axial_mm) / WAVELENGTH_MM)


def scattered(rng: np.random.Generator, level_db: Field, spacing: Spacing) -> Echoes:
    """Complex echoes of four scatterers per pixel on average, summed in their pixels; unit power at 0 dB."""
    height, width = level_db.shape
    count = 4 * height * width
    rows, columns = rng.uniform(0, height, count), rng.uniform(0, width, count)
    pixel = rows.astype(np.int64) * width + columns.astype(np.int64)
    at = phase(rows * spacing.axial)
    strength = 10 ** (level_db.ravel() / 20)
    real = np.bincount(pixel, np.cos(at), height * width)
    imaginary = np.bincount(pixel, np.sin(at), height * width)
    return np.asarray((strength * (real + 1j * imaginary) / 2).reshape(height, width))


def blurred(echoes: Echoes, place: Place) -> Echoes:
    """Convolve with the point spread function of every depth, at constant speckle power."""
    planes = np.linspace(place.depth[0, 0], place.depth[-1, 0], _PLANES)
    field = np.zeros_like(echoes)
    for plane in planes:
        weight = np.clip(1 - np.abs(place.depth - plane) / (planes[1] - planes[0]), 0, 1)
        axial = axial_fwhm(plane) / _FWHM / place.spacing.axial
        lateral = lateral_fwhm(plane) / _FWHM / place.spacing.lateral
        # The squares of a Gaussian kernel sum to 1 / (4 pi sigma sigma).
        field += weight * np.sqrt(4 * np.pi * axial * lateral) * gaussian_filter(echoes, (axial, lateral))
    return field
