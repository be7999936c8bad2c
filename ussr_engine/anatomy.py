"""What the phantom is made of: layers, an artery, cysts and wires, as mean echo levels in dB and as places in mm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from ussr_engine.scan import Known, Spacing

Field = npt.NDArray[np.float64]

_LAYERS = (
    ("skin", 0.0, -29.0),
    ("fat", 1.4, -49.0),
    ("muscle", 5.2, -47.0),
    ("connective tissue", 8.6, -43.0),
    ("deep tissue", 18.6, -40.0),
)
_GRAIN = ((3, 1), (5, 2.5), (6, 2.5), (4, 3.5), (2.5, 2.5))
"""Deviation in dB of a layer's fibres and of its lumps."""

_FASCIA = ((15, 0.14), (21, 0.18), (17, 0.16), (9, 0.20))
"""Gain in dB and thickness in mm of the sheet above each layer but the first."""


_DEPTH_MM = 32.0
"""Depth for which the anatomy is laid out; other depths scale it."""


@dataclass(frozen=True, slots=True)
class Cyst:
    """A disc whose echo differs by ``contrast_db`` from the tissue around it; -40 dB and less is fluid."""

    axial_mm: float
    lateral_mm: float
    radius_mm: float
    contrast_db: float


@dataclass(frozen=True, slots=True)
class Vessel:
    """An artery cut lengthwise: its centre line passes ``axial_mm`` at mid-width and falls ``slope`` mm per mm."""

    axial_mm: float
    slope: float
    radius_mm: float

    def centre(self, lateral_mm: Field, width_mm: float) -> Field:
        """Depth of the centre line at some lateral positions, in mm."""
        return self.axial_mm + self.slope * (lateral_mm - width_mm / 2)


@dataclass(frozen=True, slots=True)
class Layer:
    """Tissue from ``top_mm`` (mean over the width) down to the next layer; ``level_db`` below full scale."""

    name: str
    top_mm: float
    level_db: float


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """Depths (H, 1) and lateral positions (1, W) of the pixel centres in mm."""

    depth: Field
    across: Field
    spacing: Spacing

    @property
    def size(self) -> float:
        """Depth of the picture as a share of the one the anatomy is laid out for."""
        return float(self.depth.shape[0] * self.spacing.axial / _DEPTH_MM)

    @property
    def breadth(self) -> float:
        """Width of the picture in mm."""
        return float(self.across.shape[1] * self.spacing.lateral)


def known_cysts(cysts: tuple[Cyst, ...]) -> tuple[Known, ...]:
    """What is known of fluid ("cyst") and of brighter or darker tissue ("lesion")."""
    kinds = ("cyst" if cyst.contrast_db < -30 else "lesion" for cyst in cysts)
    return tuple(
        Known(kind, cyst.axial_mm, cyst.lateral_mm, 2 * cyst.radius_mm) for kind, cyst in zip(kinds, cysts, strict=True)
    )


def known_wires(wires: tuple[tuple[float, float], ...]) -> tuple[Known, ...]:
    """What is known of points."""
    return tuple(Known("wire", axial_mm, lateral_mm, 0.0) for axial_mm, lateral_mm in wires)


def known_vessel(vessel: Vessel, breadth: float) -> Known:
    """What is known of the lumen, at mid-width."""
    return Known("vessel", vessel.axial_mm, breadth / 2, 2 * vessel.radius_mm)


def placed_cysts(rng: np.random.Generator, size: float, breadth: float) -> tuple[Cyst, ...]:
    """Fluid, a bright lesion and a dark one, side by side below the artery."""

    def at(depth_mm: float, share: float, radius_mm: float, contrast_db: float) -> Cyst:
        shift_axial, shift_lateral = rng.uniform(-0.5, 0.5, 2) * size
        return Cyst(size * depth_mm + shift_axial, breadth * share + shift_lateral, size * radius_mm, contrast_db)

    return at(23.2, 0.20, 2.1, -45), at(24.0, 0.50, 2.2, 11), at(23.4, 0.80, 2.2, -12)


def placed_wires(
    rng: np.random.Generator, size: float, breadth: float, vessel: Vessel
) -> tuple[tuple[float, float], ...]:
    """Depth and lateral position of six wires in tissue and one in the artery, in mm."""
    places = ((3.4, 0.86), (7.6, 0.12), (19.6, 0.34), (20.4, 0.66), (28.4, 0.35), (29.0, 0.65))
    shifts = rng.uniform(-0.25, 0.25, (len(places) + 1, 2)) * size
    in_tissue = [
        (float(size * depth_mm + dz), float(breadth * share + dx))
        for (depth_mm, share), (dz, dx) in zip(places, shifts, strict=False)
    ]
    lateral_mm = breadth * 0.72 + shifts[-1, 1]
    centre = float(vessel.centre(np.array(lateral_mm), breadth))
    return (*in_tissue, (centre, float(lateral_mm)))


def placed_layers(size: float) -> tuple[Layer, ...]:
    """The layers at their depths."""
    return tuple(Layer(name, size * top_mm, level_db) for name, top_mm, level_db in _LAYERS)


def placed_vessel(rng: np.random.Generator, size: float) -> Vessel:
    """A carotid, a little deeper, steeper and wider from seed to seed."""
    return Vessel(size * rng.uniform(13.0, 14.2), rng.uniform(-0.05, 0.05), size * rng.uniform(2.7, 3.1))


def layered(rng: np.random.Generator, place: Place, layers: tuple[Layer, ...]) -> Field:
    """Mean echo level in dB of skin, fat, muscle and what lies below, with fibres, lumps, fasciae and septa."""
    depth, across, size = place.depth, place.across, place.size
    level: Field = np.full((depth.shape[0], across.shape[1]), layers[0].level_db)
    streaks, lumps = _texture(rng, place, 0.17, 2.3), _texture(rng, place, 1.1, 2.3)
    for number, (layer, (fibre, lump)) in enumerate(zip(layers, _GRAIN, strict=True)):
        top = layer.top_mm + (size * (0.12 + 0.16 * number) * _undulation(rng, place) if number else 0)
        level = np.where(depth >= top, layer.level_db + fibre * streaks + lump * lumps, level)
        if number:
            # Fascia: a thin sheet that mirrors best where it lies across the beam.
            gain, thickness = _FASCIA[number - 1]
            level = level + (gain + 5 * _undulation(rng, place)) * _sheet(depth - top, size * thickness)
    for share, tilt in ((0.25, 0.05), (0.65, -0.07)):
        middle = size * (1.8 + 2.6 * share) + tilt * (across - place.breadth / 2)
        septum = depth - middle - 0.25 * size * _undulation(rng, place)
        level = level + 14 * _sheet(septum, 0.13 * size) * (depth < layers[2].top_mm)
    return level


def with_vessel(rng: np.random.Generator, level: Field, place: Place, vessel: Vessel) -> Field:
    """Lumen with the haze of reverberation under its upper wall, then intima, media and adventitia."""
    centre = vessel.centre(place.across, place.breadth)
    outside = (np.abs(place.depth - centre) - vessel.radius_mm) / place.size
    below = place.depth > centre
    haze = -56 - 9 * np.maximum(place.depth - (centre - vessel.radius_mm), 0) / place.size
    level = np.where(outside < 0, np.maximum(haze, -74), level)
    level = np.where((outside >= 0) & (outside < 0.75), -47.0, level)
    sheen = 4 * _undulation(rng, place)
    intima = np.where(below, 21.0, 13.0) + sheen
    adventitia = np.where(below, 25.0, 20.0) + sheen
    return np.asarray(level + intima * _sheet(outside - 0.08, 0.09) + adventitia * _sheet(outside - 0.95, 0.22))


def wall_sheets(rng: np.random.Generator, place: Place, vessel: Vessel) -> list[tuple[Field, Field]]:
    """The smooth inner faces of the artery, which mirror: depth (1, W) in mm and amplitude (1, W) of each."""
    centre = vessel.centre(place.across, place.breadth)
    return [
        (centre + side * (vessel.radius_mm + off_mm * place.size), 10 ** ((peak_db + 4 * _undulation(rng, place)) / 20))
        for side, off_mm, peak_db in ((-1, 0.08, -33), (1, 0.08, -23), (1, 0.95, -15), (-1, 0.95, -20))
    ]


def with_cysts(level: Field, place: Place, cysts: tuple[Cyst, ...], around_db: float) -> Field:
    """Uniform discs; what lies behind fluid is brighter, behind the denser one darker."""
    behind: Field = np.zeros_like(level)
    discs = []
    for cyst in cysts:
        distance = np.hypot(place.depth - cyst.axial_mm, place.across - cyst.lateral_mm) - cyst.radius_mm
        discs.append((1 / (1 + np.exp(np.clip(distance / 0.03, -60, 60))), around_db + cyst.contrast_db))
        gain = 1.6 if cyst.contrast_db < -30 else -0.08 * cyst.contrast_db
        passed = np.cumsum(distance < 0, axis=0) * place.spacing.axial / place.size
        behind += gain * gaussian_filter(np.asarray(passed, np.float64), (0, 0.3 / place.spacing.lateral))
    level = level + behind
    for inside, disc_db in discs:
        level = (1 - inside) * level + inside * disc_db
    return level


def _sheet(distance: Field, thickness: float) -> Field:
    return np.asarray(np.exp(-((distance / thickness) ** 2) / 2))


def _undulation(rng: np.random.Generator, place: Place) -> Field:
    """A slow wave across the width, about -1 ... 1; shape (1, W)."""
    phases = rng.uniform(0, 2 * np.pi, 3)
    waves = [
        weight * np.sin(2 * np.pi * cycles * place.across / place.breadth + phase)
        for weight, cycles, phase in zip((0.6, 0.3, 0.15), (0.6, 1.3, 2.4), phases, strict=True)
    ]
    return np.asarray(sum(waves))


def _texture(rng: np.random.Generator, place: Place, axial_mm: float, lateral_mm: float) -> Field:
    """Smooth noise of unit deviation, correlated over the given lengths."""
    noise = rng.standard_normal((place.depth.shape[0], place.across.shape[1]))
    sigma = place.size * axial_mm / place.spacing.axial, place.size * lateral_mm / place.spacing.lateral
    noise = gaussian_filter(noise, sigma, mode="wrap")
    return np.asarray(noise / noise.std())
