"""Lengths, angles and areas, and which pixels a shape holds.

Points are (N, 2) as (x, y) = (lateral, axial) in pixels from the picture's upper left corner, so that the centre of
pixel (row, column) is (column + 0.5, row + 0.5).  With a `Spacing` results are in mm, without one in pixels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ussr_engine.scan import Spacing

Points = npt.NDArray[np.floating[Any]]
Mask = npt.NDArray[np.bool_]


def scaled(points: npt.ArrayLike, spacing: Spacing | None) -> npt.NDArray[np.float64]:
    """The points in mm, or as they are where the spacing is unknown."""
    per_pixel = (spacing.lateral, spacing.axial) if spacing else (1.0, 1.0)
    sized: npt.NDArray[np.float64] = np.asarray(points, np.float64) * np.array(per_pixel)
    return sized


def distance(points: npt.ArrayLike, spacing: Spacing | None) -> float:
    """Length of the line through the points."""
    return float(np.linalg.norm(np.diff(scaled(points, spacing), axis=0), axis=1).sum())


def angle(points: npt.ArrayLike, spacing: Spacing | None) -> float:
    """Degrees, 0 to 180, at the middle one of three points; NaN where an arm has no length."""
    first, corner, last = scaled(points, spacing)
    one, other = first - corner, last - corner
    across = one[0] * other[1] - one[1] * other[0]
    if not (one.any() and other.any()):
        return float("nan")
    return float(np.degrees(np.arctan2(abs(across), one @ other)))


def polygon_area(points: npt.ArrayLike, spacing: Spacing | None) -> float:
    """Area inside a closed polygon, by the shoelace formula; one that crosses itself has its signed parts summed."""
    x, y = scaled(points, spacing).T
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def ellipse_area(corners: npt.ArrayLike, spacing: Spacing | None) -> float:
    """Area of the ellipse that fills the rectangle between two opposite corners."""
    width, height = np.abs(np.diff(scaled(corners, spacing), axis=0)[0])
    return float(np.pi / 4 * width * height)


def polygon_mask(points: npt.ArrayLike, shape: tuple[int, int]) -> Mask:
    """(H, W), true for pixels whose centre lies inside the polygon (even-odd rule)."""
    corners = np.asarray(points, np.float64)
    mask = np.zeros(shape, np.bool_)
    rows, columns = _window(corners, shape)
    y, x = rows[:, None] + 0.5, columns[None, :] + 0.5
    inside = np.zeros((rows.size, columns.size), np.bool_)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y0 != y1:
            crosses = ((y0 <= y) != (y1 <= y)) & (x < x0 + (y - y0) * (x1 - x0) / (y1 - y0))
            inside ^= crosses
    mask[rows[:, None], columns[None, :]] = inside
    return mask


def ellipse_mask(corners: npt.ArrayLike, shape: tuple[int, int]) -> Mask:
    """(H, W), true for pixels whose centre lies inside the ellipse between two opposite corners."""
    box = np.asarray(corners, np.float64)
    mask = np.zeros(shape, np.bool_)
    middle, radius = box.mean(axis=0), np.abs(np.diff(box, axis=0)[0]) / 2
    if not (radius > 0).all():
        return mask
    rows, columns = _window(box, shape)
    across, down = (columns + 0.5 - middle[0]) / radius[0], (rows + 0.5 - middle[1]) / radius[1]
    mask[rows[:, None], columns[None, :]] = across[None, :] ** 2 + down[:, None] ** 2 <= 1
    return mask


def _window(points: Points, shape: tuple[int, int]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Rows and columns of the picture that the points span."""
    low = np.clip(np.floor(points.min(axis=0)), 0, (shape[1], shape[0])).astype(np.intp)
    high = np.clip(np.ceil(points.max(axis=0)), 0, (shape[1], shape[0])).astype(np.intp)
    return np.arange(low[1], high[1]), np.arange(low[0], high[0])
