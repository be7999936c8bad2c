"""Numeric blur kernels: where their centre belongs, and the kernel of two steps from one.

A kernel k of n taps is applied by correlation.  Output pixel j of a step by ``stride`` s covers input pixels
s j - n // 2 and the n - 1 after it, so a kernel centred at n // 2 + (s - 1) / 2 shifts nothing, odd n or even
(Bell-Kligler, Shocher, Irani, NeurIPS 2019).
"""

from __future__ import annotations

import math

import numpy as np
from scipy import ndimage

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import Real, taps


def middle(size: int, stride: int) -> float:
    """Index at which the centre of mass of ``size`` taps must lie for a step by ``stride`` to shift nothing."""
    return size // 2 + (stride - 1) / 2


def centre_of_mass(kernel: Real) -> tuple[float, float]:
    """(row, column) of the centre of mass, in pixels from the first tap."""
    rows, columns = ndimage.center_of_mass(kernel)
    return float(rows), float(columns)


def moments(kernel: Real) -> tuple[float, float, float]:
    """Widths and direction of a kernel of positive sum, from its second moments about the centre of mass.

    Returns
    -------
    (major, minor, angle)
        Standard deviations in pixels, and the angle of the wide axis in degrees, in (-90, 90], from the lateral axis
        (along a row) towards depth.  A kernel with negative lobes may have a second moment below 0, which counts as 0.
    """
    rows, columns = centre_of_mass(kernel)
    weight = kernel / kernel.sum()
    down = np.arange(kernel.shape[0])[:, None] - rows
    across = np.arange(kernel.shape[1])[None, :] - columns
    axial, lateral = float((weight * down**2).sum()), float((weight * across**2).sum())
    mixed = float((weight * down * across).sum())
    mean, half = (axial + lateral) / 2, math.hypot((lateral - axial) / 2, mixed)
    angle = math.degrees(math.atan2(2 * mixed, lateral - axial) / 2)
    return math.sqrt(max(mean + half, 0)), math.sqrt(max(mean - half, 0)), 90.0 if angle == -90 else angle


def gaussian(size: int, stride: int, major: float, minor: float, angle: float) -> Real:
    """A Gaussian kernel (size, size) of sum 1 at `middle`; widths and angle as `moments` gives them."""
    at = np.arange(size) - middle(size, stride)
    turn = math.radians(angle)
    along = math.cos(turn) * at[None, :] + math.sin(turn) * at[:, None]
    beside = -math.sin(turn) * at[None, :] + math.cos(turn) * at[:, None]
    bell: Real = np.exp(-((along / major) ** 2 + (beside / minor) ** 2) / 2)
    result: Real = bell / bell.sum()
    return result


def bicubic(stride: int) -> Real:
    """The antialiased cubic kernel of a step by ``stride`` as a table, its centre at `middle`: sum 1."""
    # The middle output pixel of a picture wide enough that no border is near.
    indices, weights = taps(16 * stride, 16, 1 / stride)
    size = 4 * stride + 1
    row = np.zeros(size)
    first = 8 * stride - size // 2
    for index, weight in zip(indices[8], weights[8], strict=True):
        if weight:
            row[index - first] += weight
    result: Real = np.outer(row, row) / row.sum() ** 2
    return result


def significant(kernel: Real, count: int) -> Real:
    """The kernel lowered by 3/4 of its (``count`` + 1)-th largest value, what falls below 0 cut to 0."""
    threshold = 0.75 * np.sort(kernel, axis=None)[-min(count + 1, kernel.size)]
    lowered: Real = np.maximum(kernel - threshold, 0)
    return lowered


def stretched(kernel: Real, stride: int) -> Real:
    """The kernel of a step by ``stride`` that covers as many coarse pixels as ``kernel`` does in a step by 2."""
    factor = stride / 2
    sizes = [2 * math.ceil(factor * size / 2) + 1 for size in kernel.shape]
    grids = [
        (np.arange(size) - middle(size, stride)) / factor + middle(old, 2)
        for size, old in zip(sizes, kernel.shape, strict=True)
    ]
    wide = ndimage.map_coordinates(kernel, np.meshgrid(*grids, indexing="ij"), order=3)
    return centred(wide, stride)


def centred(kernel: Real, stride: int) -> Real:
    """The kernel with sum 1 and its centre of mass at `middle`, moved by a cubic spline.

    Parameters
    ----------
    kernel : (m, n)
        Positive sum.
    stride : int
        Of the downsampling it is meant for.

    Returns
    -------
    (m + 2 p, n + 2 p)
        Padded by the p pixels that the move may need.
    """
    total = kernel.sum()
    if kernel.ndim != 2 or not np.isfinite(total) or total <= 0:
        raise BadRequest("A blur kernel is a table of numbers with a positive sum.")
    away = [middle(size, stride) - at for size, at in zip(kernel.shape, centre_of_mass(kernel), strict=True)]
    padded = np.pad(kernel / total, int(np.ceil(np.abs(away).max())) + 1)
    wanted = np.array([middle(size, stride) for size in padded.shape])
    shift = np.zeros(2)
    moved = padded
    # The spline's ringing, cut at the frame, moves the centre a little; a few corrections of the shift remove that.
    for _ in range(8):
        shift += wanted - centre_of_mass(moved)
        moved = ndimage.shift(padded, shift, order=3)
    result: Real = moved / moved.sum()
    return result


def analytic_x4(kernel: Real) -> Real:
    """The kernel that does at stride 4 what ``kernel`` does twice at stride 2, uncropped.

    The kernel convolved with itself spread by 2: 3 n - 2 taps for odd n; two zeros follow for even n, so that the
    anchor n // 2 stays where two steps put it.
    """
    height, width = kernel.shape
    both = np.zeros((3 * height - 2, 3 * width - 2))
    for down, along in np.ndindex(kernel.shape):
        both[2 * down : 2 * down + height, 2 * along : 2 * along + width] += kernel[down, along] * kernel
    return np.pad(both, [(0, 0 if size % 2 else 2) for size in kernel.shape])
