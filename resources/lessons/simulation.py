"""Thin bright sheets in speckle, whose truth is known: what the lessons are simulated with.

Complex noise blurred by the point spread function, sheets added to it in phase, its magnitude log-compressed: the model
of `ussr_engine.phantom` without its anatomy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.imaging.resize import resize
from ussr_engine.lessons.lesson import Picture, Role, levels_of
from ussr_engine.scan import Image, Spacing

Field = npt.NDArray[np.float64]

MM = 0.05
"""Pixel of the fine grid."""
FWHM = float(2 * np.sqrt(2 * np.log(2)))
AXIAL_PX, LATERAL_PX = 0.22 / FWHM / MM, 0.66 / FWHM / MM
"""Deviations of the point spread function, in fine pixels: 0.22 mm and 0.66 mm at half maximum."""
SHEET_MM = 0.06
RANGE_DB = 60.0


@dataclass(frozen=True)
class Sheet:
    """A wall: its depth in mm at mid-width, slope, curvature, amplitude, and (left, right) of its gaps in mm."""

    depth: float
    slope: float
    curvature: float
    amplitude: float
    gaps: tuple[tuple[float, float], ...] = ()

    def depths(self, across: Field, breadth: float) -> Field:
        """Depth in mm at lateral positions in mm."""
        x = across - breadth / 2
        return np.asarray(self.depth + self.slope * x + self.curvature * x**2)


@dataclass(frozen=True, eq=False)
class Scene:
    """Mean echo level in dB, and amplitude of the sheets, (H, W) each."""

    level_db: Field
    sheets: Field


def scene(chance: np.random.Generator, height: int, width: int, sheets: Sequence[Sheet]) -> Scene:
    """Tissue with slow changes of brightness, and sheets in it."""
    down, across = (np.arange(height) + 0.5)[:, None] * MM, (np.arange(width) + 0.5)[None] * MM
    level = -40.0 + 60 * gaussian_filter(chance.standard_normal((height, width)), (8, 14))
    drawn = np.zeros((height, width))
    for sheet in sheets:
        there = np.ones_like(across)
        for left, right in sheet.gaps:
            there = there * ~((across > left) & (across < right))
        away = (down - sheet.depths(across, width * MM)) / SHEET_MM
        drawn += sheet.amplitude * np.exp(-(away**2) / 2) * gaussian_filter(there, (0, 1.0))
    return Scene(level, drawn)


def scanned(chance: np.random.Generator, made: Scene) -> Image:
    """What a scanner shows of a scene: speckle, and sheets as long as the point spread function is wide."""
    noise = gaussian_filter(chance.standard_normal((2, *made.level_db.shape)), (0, AXIAL_PX, LATERAL_PX))
    noise *= np.sqrt(4 * np.pi * AXIAL_PX * LATERAL_PX / 2)
    sheets = gaussian_filter(made.sheets, (0, 0.8 * LATERAL_PX))
    strength = 10 ** (made.level_db / 20)
    return compressed(np.hypot(strength * noise[0] + sheets, strength * noise[1]))


def truth_of(made: Scene) -> Image:
    """What is there: mean echo and sheets, without speckle and without blur."""
    return compressed(np.hypot(10 ** (made.level_db / 20), made.sheets))


def compressed(envelope: Field) -> Image:
    """Logarithm of an amplitude, 60 dB from black to white."""
    grey = 1 + 20 * np.log10(np.maximum(envelope, 1e-6)) / RANGE_DB
    return np.clip(grey, 0, 1).astype(np.float32)


def coarse(image: Image, scale: int, antialias: bool = True) -> Image:
    """Fewer pixels: means over their area, or every ``scale``-th pixel as it is."""
    if not antialias:
        return np.ascontiguousarray(image[scale // 2 :: scale, scale // 2 :: scale])
    shape = image.shape[0] // scale, image.shape[1] // scale
    return np.clip(resize(image, shape=shape), 0, 1).astype(np.float32)


def enlarged(image: Image, scale: int) -> Image:
    """Bicubic."""
    shape = image.shape[0] * scale, image.shape[1] * scale
    return np.clip(resize(image, shape=shape), 0, 1).astype(np.float32)


def picture(name: str, image: Image, role: Role, field_mm: tuple[float, float], facts: str = "") -> Picture:
    """A picture of a lesson that covers so many mm, (axial, lateral)."""
    spacing = Spacing(field_mm[0] / image.shape[0], field_mm[1] / image.shape[1])
    return Picture(name, levels_of(image), role, spacing, facts=facts)


def psnr(image: Image, truth: Image) -> float:
    """In dB, of 8-bit levels."""
    error = levels_of(image).astype(float) - levels_of(truth)
    return float(20 * np.log10(255) - 10 * np.log10(np.mean(error**2)))
