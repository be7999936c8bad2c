"""From a mask in pixels of the scan to shares of interpolation in pixels of the result, with a soft edge."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt

from ussr_engine.scan import Image

Mask = npt.NDArray[np.bool_]

EDGE = 3.0
"""Pixels of the scan, outwards from the mask, over which the method's picture comes back."""


def enlarged(mask: Mask, shape: tuple[int, int]) -> Mask:
    """A mask (h, w) at the size of a result, each pixel as a square of pixels; cropped as the result is."""
    rows, columns = (_source(size, of) for size, of in zip(shape, mask.shape, strict=True))
    return mask[rows[:, None], columns[None, :]]


def softened(mask: Mask, scale: float) -> Image:
    """(H, W) float32: 1 in the mask, then half a cosine down to 0 over `EDGE` pixels of the scan outside it."""
    reach = EDGE * max(1.0, scale)
    weight = np.zeros(mask.shape, np.float32)
    inside = np.argwhere(mask)
    if not inside.size:
        return weight
    margin = int(np.ceil(reach))
    low, high = np.maximum(inside.min(axis=0) - margin, 0), inside.max(axis=0) + margin + 1
    window = slice(low[0], high[0]), slice(low[1], high[1])
    # The first pixel outside is one step from the mask, so that the steps down are reach in number.
    away = np.minimum(distance_transform_edt(~mask[window]) / (reach + 1), 1)
    weight[window] = 0.5 + 0.5 * np.cos(np.pi * away)
    return weight


def _source(size: int, of: int) -> npt.NDArray[np.intp]:
    per_pixel = max(1, round(size / of))
    return np.minimum(np.arange(size) // per_pixel, of - 1)
