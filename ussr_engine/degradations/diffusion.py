"""Anisotropic diffusion: smooths within regions, not across edges.

Perona and Malik, IEEE TPAMI 12(7), 1990, with the exponential conductance and the constants of MATLAB's
``imdiffusefilt``.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ussr_engine.imaging.resize import P


def diffuse(image: npt.NDArray[P], steps: int = 5, contrast: float = 0.1) -> npt.NDArray[P]:
    """Diffuse a picture.

    Parameters
    ----------
    image : (H, W) or (H, W, 3), floating
        In [0, 1]; channels are diffused apart.
    steps : int
        Iterations of 1/8 each, over eight neighbours, diagonal ones at half weight; borders replicate.
    contrast : float
        Differences well above it are kept as edges.
    """
    for _ in range(steps):
        height, width = image.shape[:2]
        padded = np.pad(image, [(1, 1), (1, 1)] + [(0, 0)] * (image.ndim - 2), mode="edge")
        change = np.zeros_like(image)
        for row in range(3):
            for column in range(3):
                if row == column == 1:
                    continue
                difference = padded[row : row + height, column : column + width] - image
                weight = 1.0 if 1 in (row, column) else 0.5
                change += weight * np.exp(-((difference / contrast) ** 2)) * difference
        image = np.add(image, change / 8, dtype=image.dtype)
    return image
