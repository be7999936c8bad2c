"""A phantom: a small B-mode simulation whose truth is known, the built-in sample and the tests' ground.

Scatterers at random positions answer with the phase of their depth; a point spread function that widens with depth
blurs their complex sum; its magnitude, log-compressed, is the picture.  After the linear model of Bamber and Dickinson
(Phys. Med. Biol. 25, 1980) and the speckle statistics of Wagner et al. (IEEE Trans. Sonics Ultrason. 30, 1983).

Positions are millimetres from the picture's upper left edge: the centre of pixel (row, column) lies at
((row + 0.5) × axial, (column + 0.5) × lateral), before and after any enlargement.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.anatomy import (
    Cyst,
    Field,
    Layer,
    Place,
    Vessel,
    layered,
    placed_cysts,
    placed_layers,
    placed_vessel,
    placed_wires,
    wall_sheets,
    with_cysts,
    with_vessel,
)
from ussr_engine.errors import BadRequest
from ussr_engine.scan import Image, Scan, Spacing

DYNAMIC_RANGE_DB = 60.0
WAVELENGTH_MM = 0.205
"""7.5 MHz in soft tissue at 1540 m/s."""

_PLANES = 7
"""Depths at which the point spread function is computed; between them the field is interpolated."""

_FWHM = float(2 * np.sqrt(2 * np.log(2)))


@dataclass(frozen=True, eq=False, slots=True)
class Phantom:
    """The picture and the truth behind it.

    Attributes
    ----------
    scan : Scan
        8 bit, grey, with its spacing.
    envelope : Image
        (H, W) float32 before compression, 1 = full scale; Rayleigh distributed in uniform tissue.
    wires : tuple of (axial_mm, lateral_mm)
        Points much thinner than the point spread function.
    """

    scan: Scan
    envelope: Image
    wires: tuple[tuple[float, float], ...]
    cysts: tuple[Cyst, ...]
    vessel: Vessel
    layers: tuple[Layer, ...]


def axial_fwhm(depth_mm: float) -> float:
    """Full width at half maximum of the point spread function down the rows, in mm."""
    return float(_FWHM * (0.090 + 0.0022 * depth_mm))


def lateral_fwhm(depth_mm: float) -> float:
    """Full width at half maximum of the point spread function along the columns, in mm."""
    return float(_FWHM * (0.150 + 0.0090 * depth_mm))


def phantom(seed: int = 0, *, width: int = 400, height: int = 320, spacing: Spacing | None = None) -> Phantom:
    """Simulate a neck: skin, fat, fascia, muscle, a carotid, and tissue with cysts and wires below.

    Parameters
    ----------
    seed : int
        Chooses scatterers, textures and small shifts of the anatomy; the same seed gives the same bits.
    width, height : int
        Pixels, at least 64 each.  The anatomy follows the depth in mm; the point spread function does not.
    spacing : Spacing, optional
        mm per pixel; 0.100 axial and 0.095 lateral unless given.

    Returns
    -------
    Phantom
        With every position in mm.

    Raises
    ------
    BadRequest
        For a negative seed or fewer than 64 pixels a side.
    """
    if seed < 0 or min(width, height) < 64:
        raise BadRequest(f"A phantom needs a seed from 0 and 64 pixels a side, not {seed}, {width} × {height}.")
    spacing = spacing or Spacing(axial=0.100, lateral=0.095)
    rng = np.random.default_rng(seed)
    place = Place(
        depth=(np.arange(height, dtype=np.float64) + 0.5)[:, None] * spacing.axial,
        across=(np.arange(width, dtype=np.float64) + 0.5)[None, :] * spacing.lateral,
        spacing=spacing,
    )
    size, breadth = place.size, place.breadth
    vessel, layers = placed_vessel(rng, size), placed_layers(size)
    cysts, wires = placed_cysts(rng, size, breadth), placed_wires(rng, size, breadth, vessel)
    level_db = with_vessel(rng, layered(rng, place, layers), place, vessel)
    level_db = with_cysts(level_db, place, cysts, layers[-1].level_db)
    field = _blurred(_scattered(rng, level_db, spacing), place)
    for axial_mm, lateral_mm in wires:
        # A wire answers at one point, so it is the point spread function itself.
        axial = (place.depth - axial_mm) / axial_fwhm(axial_mm)
        lateral = (place.across - lateral_mm) / lateral_fwhm(axial_mm)
        field += 0.8 * np.exp(-((axial**2 + lateral**2) * _FWHM**2) / 2) * np.exp(1j * _phase(axial_mm))
    for depth_mm, amplitude in wall_sheets(rng, place, vessel):
        axial = (place.depth - depth_mm) / axial_fwhm(vessel.axial_mm)
        field += amplitude * np.exp(-((axial * _FWHM) ** 2) / 2)
    field += _noise(rng, place)
    envelope = np.abs(field).astype(np.float32)
    grey = np.clip(1 + 20 * np.log10(np.maximum(envelope, 1e-6)) / DYNAMIC_RANGE_DB, 0, 1)
    # Scan conversion interpolates between compressed beams, which fills the hairlines between speckles.
    grey = gaussian_filter(grey, 0.6)
    image = (np.floor(grey * 255 + 0.5) / 255).astype(np.float32)
    facts = {"format": "simulated", "seed": str(seed), "dynamic range": f"{DYNAMIC_RANGE_DB:g} dB"}
    scan = Scan(image, spacing, bits=8, name=f"phantom {seed}", facts=facts)
    return Phantom(scan, envelope, wires, cysts, vessel, layers)


def _noise(rng: np.random.Generator, place: Place) -> npt.NDArray[np.complex128]:
    """Electronic noise behind the receive filter, raised with depth by the time gain."""
    shape = (2, place.depth.shape[0], place.across.shape[1])
    real, imaginary = gaussian_filter(rng.standard_normal(shape), (0, 0.8, 1.2)) * np.sqrt(4 * np.pi * 0.8 * 1.2 / 2)
    rise_db = 12 * place.depth / place.depth[-1]
    return np.asarray(10 ** ((-70 + rise_db) / 20) * (real + 1j * imaginary))


def _phase(axial_mm: npt.ArrayLike) -> Field:
    return np.asarray(-4 * np.pi * np.asarray(axial_mm) / WAVELENGTH_MM)


def _scattered(rng: np.random.Generator, level_db: Field, spacing: Spacing) -> npt.NDArray[np.complex128]:
    """Complex echoes of four scatterers per pixel on average, summed in their pixels; unit power at 0 dB."""
    height, width = level_db.shape
    count = 4 * height * width
    rows, columns = rng.uniform(0, height, count), rng.uniform(0, width, count)
    pixel = rows.astype(np.int64) * width + columns.astype(np.int64)
    phase = _phase(rows * spacing.axial)
    strength = 10 ** (level_db.ravel() / 20)
    real = np.bincount(pixel, np.cos(phase), height * width)
    imaginary = np.bincount(pixel, np.sin(phase), height * width)
    return np.asarray((strength * (real + 1j * imaginary) / 2).reshape(height, width))


def _blurred(scattered: npt.NDArray[np.complex128], place: Place) -> npt.NDArray[np.complex128]:
    """Convolve with the point spread function of every depth, at constant speckle power."""
    planes = np.linspace(place.depth[0, 0], place.depth[-1, 0], _PLANES)
    field = np.zeros_like(scattered)
    for plane in planes:
        weight = np.clip(1 - np.abs(place.depth - plane) / (planes[1] - planes[0]), 0, 1)
        axial = axial_fwhm(plane) / _FWHM / place.spacing.axial
        lateral = lateral_fwhm(plane) / _FWHM / place.spacing.lateral
        # The squares of a Gaussian kernel sum to 1 / (4 pi sigma sigma).
        field += weight * np.sqrt(4 * np.pi * axial * lateral) * gaussian_filter(scattered, (axial, lateral))
    return field
