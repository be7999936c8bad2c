"""Grey values along a line and inside a region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates

from ussr_engine.measures.contrast import Greys
from ussr_engine.measures.geometry import Mask
from ussr_engine.scan import Image

PER_PIXEL = 4
MOST_SAMPLES = 8192


def line_profile(image: Image, start: tuple[float, float], end: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Values along a straight line, bilinear between pixel centres.

    Parameters
    ----------
    image : (H, W)
    start, end : (x, y)
        Pixels from the upper left corner; the line includes both ends.

    Returns
    -------
    (N,) float64
        About four values per pixel, between 16 and 8192 of them, equally far apart; NaN outside the picture.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    count = int(np.clip(np.ceil(np.hypot(across, down) * PER_PIXEL) + 1, 16, MOST_SAMPLES))
    x, y = np.linspace(start[0], end[0], count), np.linspace(start[1], end[1], count)
    values = map_coordinates(image.astype(np.float64), (y - 0.5, x - 0.5), order=1, mode="nearest")
    height, width = image.shape
    inside = (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    return np.where(inside, values, np.nan)


@dataclass(frozen=True)
class Summary:
    """Of the pixels whose centres a region holds; all NaN where it holds none."""

    mean: float
    sd: float
    """Of the population."""
    low: float
    high: float
    count: int


def summary(greys: Greys) -> Summary:
    """Mean, spread and range of grey values of any shape."""
    if not greys.size:
        return Summary(np.nan, np.nan, np.nan, np.nan, 0)
    values = greys.astype(np.float64)
    return Summary(float(values.mean()), float(values.std()), float(values.min()), float(values.max()), greys.size)


def inside(image: Image, mask: Mask) -> Greys:
    """(N,) values of the pixels of a mask."""
    return image[mask]


def histogram(greys: Greys, bins: int = 256) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Edges (bins + 1,) over [0, 1] and the share of the values in each bin (bins,); the shares add up to 1."""
    counts, edges = np.histogram(greys, bins, (0.0, 1.0))
    return edges, counts / max(int(counts.sum()), 1)
