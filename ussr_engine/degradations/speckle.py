"""Multiplicative noise, L = D (1 + n), the simplest model of speckle."""

from __future__ import annotations

import numpy as np

from ussr_engine.imaging.resize import Real


def speckle(image: Real, variance: float, chance: np.random.Generator, *, per_channel: bool) -> Real:
    """Multiply a picture by 1 + n, n uniform with mean 0 (as MATLAB's ``imnoise`` draws it).

    Parameters
    ----------
    image : (H, W) or (H, W, 3) float64
        In [0, 1].
    variance : float
        Of n.
    chance : numpy Generator
        Source of n.
    per_channel : bool
        Draw n for each of three channels apart, so that a grey picture becomes a coloured one; otherwise all
        channels share one field.

    Returns
    -------
    (H, W) or (H, W, 3)
        Not clipped.
    """
    half = np.sqrt(3 * variance)
    noise = chance.uniform(-half, half, (*image.shape[:2], 3) if per_channel else image.shape[:2])
    if image.ndim < noise.ndim:
        image = image[..., None]
    elif image.ndim > noise.ndim:
        noise = noise[..., None]
    result: Real = image * (1 + noise)
    return result
