"""What is known of a simulated scan, looked for in a picture of it: widths of cysts and vessels, places of wires."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter1d, zoom

from ussr_engine.scan import Image, Known, Spacing

BAND = 0.25
"""Share of a cyst's diameter over which rows are averaged: its chord is 3 % shorter at their ends."""
BESIDE = 0.35
"""Shares of the diameter beyond both edges that count as the tissue around."""
NEAR_MM = 0.5
"""How far from its place a wire is looked for."""
FINE = 8
"""Between two pixels a wire's peak is looked for in so many steps."""
LUMEN_MM = 4.0
"""Columns around the place of a vessel that are averaged."""


def seen(image: Image, spacing: Spacing, known: Known) -> float:
    """Look for a known thing.

    Parameters
    ----------
    image : (H, W)
        Any picture of the scan, enlarged or not, in [0, 1].
    spacing : Spacing
        Of this picture.

    Returns
    -------
    float
        mm: the width between the places halfway from inside to beside, or how far a wire's peak is from its place.
        NaN where there is no such thing.
    """
    if known.kind == "wire":
        return _off(image, spacing, known)
    if known.kind == "vessel":
        half = LUMEN_MM / 2
        columns = _between(known.lateral_mm - half, known.lateral_mm + half, spacing.lateral, image.shape[1])
        return _width(image[:, columns].mean(axis=1), spacing.axial, known.axial_mm, known.size_mm, 0.15)
    half = BAND / 2 * known.size_mm
    rows = _between(known.axial_mm - half, known.axial_mm + half, spacing.axial, image.shape[0])
    return _width(image[rows].mean(axis=0), spacing.lateral, known.lateral_mm, known.size_mm, BESIDE)


def _between(low_mm: float, high_mm: float, step: float, count: int) -> slice:
    first = max(0, int(np.floor(low_mm / step)))
    return slice(first, max(first + 1, min(count, int(np.ceil(high_mm / step)))))


def _width(profile: npt.NDArray[np.floating], step: float, middle: float, size: float, beside: float) -> float:
    """Mm between the crossings, nearest to the middle, of half the way from the inner level to that beside."""
    values = gaussian_filter1d(profile.astype(np.float64), 0.1 / step)
    place = (np.arange(values.size) + 0.5) * step - middle
    inner = values[np.abs(place) < size / 4]
    outer = values[(np.abs(place) > size / 2 + 0.05 * size) & (np.abs(place) < size / 2 + beside * size)]
    if not inner.size or not outer.size:
        return float("nan")
    level = (inner.mean() + outer.mean()) / 2
    crossed = np.flatnonzero((values[:-1] < level) != (values[1:] < level))
    at = place[crossed] + step * (level - values[crossed]) / (values[crossed + 1] - values[crossed])
    left, right = at[at < 0], at[at > 0]
    return float(right[0] - left[-1]) if left.size and right.size else float("nan")


def _off(image: Image, spacing: Spacing, known: Known) -> float:
    rows = _between(known.axial_mm - NEAR_MM, known.axial_mm + NEAR_MM, spacing.axial, image.shape[0])
    columns = _between(known.lateral_mm - NEAR_MM, known.lateral_mm + NEAR_MM, spacing.lateral, image.shape[1])
    fine = zoom(image[rows, columns].astype(np.float64), FINE, order=3, mode="nearest", grid_mode=True)
    row, column = np.unravel_index(int(fine.argmax()), fine.shape)
    axial = (rows.start + (row + 0.5) / FINE) * spacing.axial - known.axial_mm
    lateral = (columns.start + (column + 0.5) / FINE) * spacing.lateral - known.lateral_mm
    return float(np.hypot(axial, lateral))
