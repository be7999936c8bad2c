"""Separable resize with the conventions of MATLAB's ``imresize``, in NumPy.

Pixel centres lie at half-integers, the cubic kernel has a = -0.5 (Keys, IEEE TASSP 1981), kernels widen by 1 / scale
when a picture shrinks (antialias), borders mirror symmetrically, and the weights of every output pixel sum to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.work import Work, done
from ussr_engine.knobs import nearest

Real = npt.NDArray[np.float64]
P = TypeVar("P", bound=np.floating[Any])
PIXELS = 400_000
"""Pixels of a result that are computed between two chances to stop."""
Scale = float | tuple[float, float]
"""One factor for both axes or (axial, lateral); output over input."""


def _cubic(x: Real, a: float = -0.5) -> Real:
    x = np.abs(x)
    near = ((a + 2) * x - (a + 3)) * x**2 + 1
    far = ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
    return np.where(x <= 1, near, np.where(x <= 2, far, 0.0))


def _lanczos3(x: Real) -> Real:
    return np.where(np.abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0.0)


KERNELS: dict[str, tuple[Callable[[Real], Real], float]] = {
    "cubic": (_cubic, 4.0),
    "lanczos3": (_lanczos3, 6.0),
    "cubic75": (partial(_cubic, a=-0.75), 4.0),
}
"""Kernel functions and the width of their support in pixels of the coarser grid; "cubic75" is OpenCV's and torch's."""


@lru_cache(maxsize=256)
def taps(
    size_in: int, size_out: int, scale: float, kernel: str = "cubic", antialias: bool = True
) -> tuple[npt.NDArray[np.int64], Real]:
    """Input pixels and weights of every output pixel along one axis.

    Parameters
    ----------
    size_in, size_out : int
        Pixels before and after.
    scale : float
        Output over input spacing of the grid, any positive real; it need not equal ``size_out / size_in``.
    kernel : str
        A name of ``KERNELS``.
    antialias : bool
        Widen the kernel by ``1 / scale`` when shrinking.

    Returns
    -------
    indices : (size_out, k) int64
        In [0, size_in); an index may occur twice in a row where the border mirrors.
    weights : (size_out, k) float64
        Every row sums to 1.  Both arrays are read-only and shared by all callers.
    """
    if kernel not in KERNELS:
        raise BadRequest(f"There is no resize kernel {kernel!r}.{nearest(kernel, KERNELS)}")
    if not 0 < scale < math.inf or size_in < 1 or size_out < 1:
        raise BadRequest(f"{size_in} pixels cannot be resized to {size_out} by a factor of {scale:g}.")
    function, width = KERNELS[kernel]
    stretch = min(scale, 1.0) if antialias else 1.0
    centre = (np.arange(size_out) + 0.5) / scale - 0.5
    left = np.floor(centre - width / stretch / 2).astype(np.int64)
    # One pixel more than the support on either side absorbs rounding of ``centre``; empty columns are dropped below.
    indices = left[:, None] + np.arange(math.ceil(width / stretch) + 2)
    weights = function((centre[:, None] - indices) * stretch)
    weights /= weights.sum(axis=1, keepdims=True)
    period = indices % (2 * size_in)
    indices = np.where(period < size_in, period, 2 * size_in - 1 - period)
    used = np.abs(weights).max(axis=0) > 1e-15
    indices, weights = np.ascontiguousarray(indices[:, used]), np.ascontiguousarray(weights[:, used])
    indices.setflags(write=False)
    weights.setflags(write=False)
    return indices, weights


@lru_cache(maxsize=32)
def banded(
    size_in: int, size_out: int, scale: float, kernel: str = "cubic", antialias: bool = True
) -> sparse.csr_array:
    """Resize along one axis as a sparse (size_out, size_in) float64 matrix, shared by all callers."""
    indices, weights = taps(size_in, size_out, scale, kernel, antialias)
    rows = np.repeat(np.arange(size_out), indices.shape[1])
    # Duplicate entries, where borders mirror, are summed.
    return sparse.csr_array((weights.ravel(), (rows, indices.ravel())), shape=(size_out, size_in))


def matrix(size_in: int, size_out: int, scale: float, kernel: str = "cubic", antialias: bool = True) -> Real:
    """Resize along one axis as a dense (size_out, size_in) float64 matrix."""
    dense: Real = banded(size_in, size_out, scale, kernel, antialias).toarray()
    return dense


def grid(
    shape_in: tuple[int, int], scale: Scale | None = None, shape: tuple[int, int] | None = None
) -> tuple[tuple[int, int], tuple[float, float]]:
    """Rows and columns of the result and the factor along each axis.

    Only ``scale``: the result has ceil(scale * n) pixels.  Only ``shape``: the factor is their ratio.  Both: both are
    honoured, pixel 0 staying in its place, as an enlarged crop must fit a parent of odd size.
    """
    if scale is None:
        if shape is None:
            raise BadRequest("A resize needs a scale or a shape.")
        return shape, (shape[0] / shape_in[0], shape[1] / shape_in[1])
    axial, lateral = scale if isinstance(scale, tuple) else (scale, scale)
    if not (0 < axial < math.inf and 0 < lateral < math.inf):
        raise BadRequest(f"A picture cannot be resized by a factor of {axial:g} × {lateral:g}.")
    if shape is None:
        # 0.1 * 30 is a hair above 3; ceil must not see that.
        shape = (math.ceil(axial * shape_in[0] - 1e-9), math.ceil(lateral * shape_in[1] - 1e-9))
    return shape, (axial, lateral)


def resize(
    image: npt.NDArray[P],
    *,
    scale: Scale | None = None,
    shape: tuple[int, int] | None = None,
    kernel: str = "cubic",
    antialias: bool = True,
) -> npt.NDArray[P]:
    """Resize a picture.

    Parameters
    ----------
    image : (H, W) or (H, W, C) floating array
        Any range; computed in float64.
    scale : float or (axial, lateral), optional
        Output over input; 2 doubles both sides.
    shape : (rows, columns), optional
        Size of the result; ceil(scale * n) unless given.
    kernel, antialias
        As in `taps`.

    Returns
    -------
    array of the input's dtype
        Not clipped: the kernels overshoot next to edges.

    Raises
    ------
    BadRequest
        For an unknown kernel, a factor that is not positive, or an empty result.
    """
    return done(resized(image, scale=scale, shape=shape, kernel=kernel, antialias=antialias))


def resized(
    image: npt.NDArray[P],
    *,
    scale: Scale | None = None,
    shape: tuple[int, int] | None = None,
    kernel: str = "cubic",
    antialias: bool = True,
) -> Work[npt.NDArray[P]]:
    """`resize` in small steps, band by band."""
    (rows, columns), (axial, lateral) = grid((image.shape[0], image.shape[1]), scale, shape)
    vertical = banded(image.shape[0], rows, axial, kernel, antialias)
    horizontal = banded(image.shape[1], columns, lateral, kernel, antialias)
    planes = image[..., None] if image.ndim == 2 else image
    out = np.empty((rows, columns, planes.shape[2]), image.dtype)
    several = max(1, PIXELS // columns)
    for channel in range(planes.shape[2]):
        plane = planes[..., channel].astype(np.float64)
        for first in range(0, rows, several):
            band = slice(first, first + several)
            out[band, :, channel] = (horizontal @ (vertical[band] @ plane).T).T
            yield (channel + first / rows) / planes.shape[2]
    return out[..., 0] if image.ndim == 2 else out
