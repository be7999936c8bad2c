"""Small scans and small plans, for tests of everything that trains."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.device import Device, choose
from ussr_engine.knobs import Value
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.plan import Plan
from ussr_engine.scan import Scan, Spacing

SMALL = {"backbone.layers": 3, "backbone.features": 8, "crop": 24, "steps": 120}
"""Knobs that make ZSSR train in about a second."""


def smallest(method: str, steps: int = 2) -> dict[str, Value]:
    """Knobs that make any method train for ``steps`` steps of its smallest network on small samples."""
    wanted = {"layers": 3, "features": 8, "width": 4, "crop": 24, "steps": steps, "estimate_steps": steps}
    turned: dict[str, Value] = {}
    for group in METHODS[method].card().groups:
        for knob in group.knobs:
            if knob.name in wanted:
                turned[f"{group.name}.{knob.name}"] = max(wanted[knob.name], int(knob.low or 0))
    return turned


def speckled(height: int = 40, width: int = 36, seed: int = 0) -> np.ndarray:
    """A soft picture with grain: enough structure that a network can learn from it."""
    chance = np.random.default_rng(seed)
    rows, columns = np.mgrid[:height, :width]
    soft = 0.5 + 0.3 * np.sin(rows / 3.0) * np.cos(columns / 4.0)
    return np.clip(soft + 0.05 * chance.standard_normal((height, width)), 0, 1).astype(np.float32)


@pytest.fixture
def scan() -> Scan:
    """40 × 36 pixels of 0.2 × 0.3 mm."""
    return Scan(speckled(), Spacing(0.2, 0.3), name="speckled")


@pytest.fixture
def small() -> Plan:
    """A small ZSSR."""
    return plan_for("zssr", 2, SMALL)


@pytest.fixture
def cpu() -> Device:
    """The processor with one thread: the bits of a result depend on the number of threads."""
    return choose("cpu", threads=1)
