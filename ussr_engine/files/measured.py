"""Values that name no white: floats, signed or wide integers, shown by the range of the file they are in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.levels import Levels
from ussr_engine.scan import Image

FEW = 0.01
"""Share of a picture's values that may be no numbers and are filled from their neighbours."""


@dataclass(frozen=True, slots=True)
class Range:
    """Smallest and largest value of all frames; ``unit`` where they are floats that lie in [0, 1] as they are."""

    low: float
    high: float
    unit: bool


def range_of(frames: Iterable[Levels]) -> Range:
    """The range of the numbers among the values of some frames, one of them in memory at a time."""
    low, high, floats = np.inf, -np.inf, False
    for frame in frames:
        finite = frame[np.isfinite(frame)] if frame.dtype.kind == "f" else frame
        floats = frame.dtype.kind == "f"
        if finite.size:
            low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    return Range(low, high, floats and low >= 0 and high <= 1)


def filled(values: Levels, name: str, notes: dict[str, str]) -> Levels:
    """``values`` with each that is no number (NaN or infinite) replaced by the nearest that is one.

    Raises
    ------
    UnreadableFile
        Where more than `FEW` of them are no numbers.
    """
    bad = ~np.isfinite(values)
    count = int(bad.sum())
    if not count:
        return values
    if count > FEW * values.size:
        raise UnreadableFile(
            f"{name} holds {count:,} values that are not numbers (NaN or infinite).",
            "Replace them in the program that wrote the file.",
        )
    from scipy.ndimage import distance_transform_edt

    nearest = distance_transform_edt(bad, return_distances=False, return_indices=True)
    notes["not numbers"] = f"{count:,} (NaN or infinite), filled from the nearest value"
    return np.asarray(values[tuple(nearest)])


def in_range(values: Levels, limits: Range, notes: dict[str, str]) -> Image:
    """Values as float32 in [0, 1]: floats that lie there as they are, else from the smallest to the largest."""
    if limits.unit:
        notes["values"] = "0 … 1 as stored"
        return values.astype(np.float32)
    low, high = limits.low, limits.high
    notes["values"] = f"{low:.6g} … {high:.6g} stretched to 0 … 1"
    wide = values.astype(np.float64)
    # Halves, because the distance between the largest and the smallest number there can be is none.
    stretched = (wide / 2 - low / 2) / (high / 2 - low / 2) if high > low else np.zeros_like(wide)
    image: Image = np.clip(stretched, 0, 1).astype(np.float32)
    return image
