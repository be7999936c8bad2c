"""How one picture differs from another, pixel by pixel: signed, absolute, relative, and by structure."""

from __future__ import annotations

from enum import Enum

import numpy as np
import numpy.typing as npt
from scipy.ndimage import affine_transform, uniform_filter

from ussr_engine.metrics import WINDOW
from ussr_engine.scan import Image, luma

Map = npt.NDArray[np.float32]

DARKEST = 4.0
"""Grey level below which a relative difference is taken against this instead: a fraction of black says nothing."""
K1, K2 = 0.01, 0.03


class Difference(Enum):
    """What is asked of every pixel; the value is the unit of the answer."""

    SIGNED = "grey levels"
    ABSOLUTE = "|grey levels|"
    RELATIVE = "% of the reference"
    SIMILARITY = "1 − SSIM"


def on_grid(image: Image, shape: tuple[int, int], reach: tuple[float, float] = (1.0, 1.0)) -> Map:
    """A picture sampled at the pixel centres of another grid, bilinear, its edges continued.

    Parameters
    ----------
    image : (H, W) or (H, W, 3)
        Taken as BT.601 luma.
    shape : (rows, columns)
        Of the grid.
    reach : (axial, lateral)
        What the grid covers, as a fraction of what the picture covers; both begin at the upper left corner.

    Returns
    -------
    (rows, columns) float32
    """
    grey: Map = luma(image).astype(np.float32, copy=False)
    if grey.shape == shape and reach == (1.0, 1.0):
        return grey
    step = [r * size / count for r, size, count in zip(reach, grey.shape, shape, strict=True)]
    offset = [s / 2 - 0.5 for s in step]
    sampled: Map = affine_transform(grey, step, offset, output_shape=shape, order=1, mode="nearest")
    return sampled


def difference(image: Map, reference: Map, kind: Difference) -> Map:
    """How an image (H, W) differs from a reference of the same size, both grey in [0, 1].

    Returns
    -------
    (H, W) float32
        SIGNED: image − reference in grey levels, −255 to 255.  ABSOLUTE: its absolute value.  RELATIVE: that as a
        percentage of the reference, which counts as 4 grey levels where it is darker.  SIMILARITY: 1 − SSIM of the
        7 × 7 pixels around, 0 where they are alike (Wang et al., IEEE TIP 13(4), 2004, with K1 = 0.01, K2 = 0.03,
        unbiased covariance, mirrored edges, as scikit-image's).
    """
    if kind is Difference.SIMILARITY:
        return (1 - _similarity(image, reference)).astype(np.float32)
    change: Map = (image - reference) * np.float32(255)
    if kind is Difference.SIGNED:
        return change
    change = np.abs(change)
    if kind is Difference.ABSOLUTE:
        return change
    share: Map = change / np.maximum(reference * np.float32(255), np.float32(DARKEST)) * np.float32(100)
    return share


def _similarity(one: Map, other: Map) -> npt.NDArray[np.float64]:
    def mean(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        smoothed: npt.NDArray[np.float64] = uniform_filter(values, WINDOW)
        return smoothed

    a, b = one.astype(np.float64), other.astype(np.float64)
    unbiased = WINDOW**2 / (WINDOW**2 - 1)
    mean_a, mean_b = mean(a), mean(b)
    variance_a, variance_b = unbiased * (mean(a * a) - mean_a**2), unbiased * (mean(b * b) - mean_b**2)
    covariance = unbiased * (mean(a * b) - mean_a * mean_b)
    alike = (2 * mean_a * mean_b + K1**2) * (2 * covariance + K2**2)
    return alike / ((mean_a**2 + mean_b**2 + K1**2) * (variance_a + variance_b + K2**2))
