"""Three samples to begin with: cysts, wires, a vessel; simulated, so that everything in them is known.

Uniform tissue with fully developed speckle, so that a width measured by a caliper can be held against the truth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ussr_engine.anatomy import (
    Cyst,
    Field,
    Place,
    Vessel,
    known_cysts,
    known_vessel,
    known_wires,
    wall_sheets,
    with_cysts,
    with_vessel,
)
from ussr_engine.errors import BadRequest
from ussr_engine.phantom import phantom
from ussr_engine.scan import Known, Scan, Spacing
from ussr_engine.speckle import DYNAMIC_RANGE_DB, Echoes, blurred, compressed, noise, point, scattered, sheet

PREFIX = "phantom:"
"""Begins the path of everything that is simulated: "phantom:0" the neck by its seed, "phantom:cysts" a sample."""
WIDTH, HEIGHT = 320, 256
SPACING = Spacing(axial=0.1, lateral=0.1)
TISSUE_DB = -36.0
SEED = 7

CYSTS = (
    Cyst(12.0, 16.0, 3.0, -45.0),
    Cyst(7.0, 6.5, 2.0, -45.0),
    Cyst(18.5, 6.5, 1.0, -45.0),
    Cyst(12.0, 26.0, 2.0, 12.0),
)
WIRES = (
    *((depth, 5.0) for depth in (4.0, 8.0, 12.0, 16.0, 20.0)),
    *((12.0, across) for across in (10.0, 13.0, 16.0)),
    *((depth, 22.0 + side * apart / 2) for depth, apart in ((5.0, 3.0), (12.0, 2.0), (19.0, 1.5)) for side in (-1, 1)),
)
"""Down the beam every 4 mm; across it every 3 mm; pairs that come nearer to one another with depth."""
VESSEL = Vessel(axial_mm=12.8, slope=0.0, radius_mm=3.0)

Made = tuple[Echoes, tuple[Known, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its name, and how its echoes and its truth are made."""

    title: str
    make: Callable[[np.random.Generator, Place], Made]


def ground() -> Place:
    """The pixels that all samples have."""
    return Place(
        depth=(np.arange(HEIGHT, dtype=np.float64) + 0.5)[:, None] * SPACING.axial,
        across=(np.arange(WIDTH, dtype=np.float64) + 0.5)[None, :] * SPACING.lateral,
        spacing=SPACING,
    )


def tissue(place: Place, level_db: float = TISSUE_DB) -> Field:
    """Uniform tissue: the mean echo level of every pixel in dB."""
    return np.full((place.depth.shape[0], place.across.shape[1]), level_db)


def _cysts(rng: np.random.Generator, place: Place) -> Made:
    level = with_cysts(tissue(place), place, CYSTS, TISSUE_DB)
    return blurred(scattered(rng, level, place.spacing), place), known_cysts(CYSTS)


def _wires(rng: np.random.Generator, place: Place) -> Made:
    field = blurred(scattered(rng, tissue(place, TISSUE_DB - 10), place.spacing), place)
    for axial_mm, lateral_mm in WIRES:
        field += 0.8 * point(place, axial_mm, lateral_mm)
    return field, known_wires(WIRES)


def _vessel(rng: np.random.Generator, place: Place) -> Made:
    level = with_vessel(rng, tissue(place), place, VESSEL)
    field = blurred(scattered(rng, level, place.spacing), place)
    for depth_mm, amplitude in wall_sheets(rng, place, VESSEL):
        field += sheet(place, depth_mm, amplitude, VESSEL.axial_mm)
    return field, (known_vessel(VESSEL, place.breadth),)


SAMPLES = {"cysts": Sample("Cysts", _cysts), "wires": Sample("Wires", _wires), "vessel": Sample("Vessel", _vessel)}
"""By name, in the order in which they are shown."""


def sample(name: str) -> Scan:
    """One of `SAMPLES`: 320 × 256 pixels of 0.1 mm, 8 bit; the same bits every time, what is in it in ``known``.

    Raises
    ------
    BadRequest
        For another name.
    """
    if name not in SAMPLES:
        raise BadRequest(f"No sample is named {name!r}.", f"There is {', '.join(SAMPLES)}, and a seed from 0 on.")
    rng = np.random.default_rng(SEED)
    place = ground()
    field, known = SAMPLES[name].make(rng, place)
    envelope = np.abs(field + noise(rng, place)).astype(np.float32)
    facts = {"format": "simulated", "dynamic range": f"{DYNAMIC_RANGE_DB:g} dB"}
    return Scan(compressed(envelope), SPACING, bits=8, name=SAMPLES[name].title, facts=facts, known=known)


def simulated(path: str) -> Scan:
    """What a path that begins with `PREFIX` names: a sample, or the neck by its seed.

    Raises
    ------
    BadRequest
        If it names neither.
    """
    name = path.removeprefix(PREFIX)
    return phantom(int(name)).scan if name.isdecimal() else sample(name)
