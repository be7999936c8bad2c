"""A phantom: a small B-mode simulation whose truth is known, the built-in sample and the tests' ground.

Scatterers at random positions answer with the phase of their depth; a point spread function that widens with depth
blurs their complex sum; its magnitude, log-compressed, is the picture: see ``speckle.py``.

Positions are millimetres from the picture's upper left edge: the centre of pixel (row, column) lies at
((row + 0.5) × axial, (column + 0.5) × lateral), before and after any enlargement.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ussr_engine.anatomy import (
    Cyst,
    Layer,
    Place,
    Vessel,
    known_cysts,
    known_vessel,
    known_wires,
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
from ussr_engine.speckle import DYNAMIC_RANGE_DB, blurred, compressed, noise, point, scattered, sheet


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
    field = blurred(scattered(rng, level_db, spacing), place)
    for axial_mm, lateral_mm in wires:
        field += 0.8 * point(place, axial_mm, lateral_mm)
    for depth_mm, amplitude in wall_sheets(rng, place, vessel):
        field += sheet(place, depth_mm, amplitude, vessel.axial_mm)
    field += noise(rng, place)
    envelope = np.abs(field).astype(np.float32)
    facts = {"format": "simulated", "seed": str(seed), "dynamic range": f"{DYNAMIC_RANGE_DB:g} dB"}
    known = (*known_cysts(cysts), *known_wires(wires), known_vessel(vessel, place.breadth))
    scan = Scan(compressed(envelope), spacing, bits=8, name=f"phantom {seed}", facts=facts, known=known)
    return Phantom(scan, envelope, wires, cysts, vessel, layers)
