"""Colours that are nothing but noise: three channels of one grey picture, each with noise of its own."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ussr_engine.imaging.noise import ROUNDING, NoiseLaw, of_channels
from ussr_engine.imaging.resize import Real

WIDTH = 3.0
"""Pixels of blur that take white noise away, and leave colour."""
WHITE = 1 / (4 * np.pi * WIDTH**2)
"""Part of its variance that such a blur leaves of white noise."""
COLOUR = 3.0
"""Times that, from which something is there besides noise."""
LEAST = 6.0
"""Times the variance of rounding that two channels must differ by."""


def tinted(image: Real) -> NoiseLaw | None:
    """The law of the noise in the mean of the channels of (h, w, 3), or None where the colours mean something."""
    apart = image[..., :2] - image[..., 1:]
    spread = apart.var((0, 1))
    if (spread < LEAST * ROUNDING).any():
        return None
    smooth = ndimage.gaussian_filter(apart, (WIDTH, WIDTH, 0))
    if (np.square(smooth).mean((0, 1)) > COLOUR * WHITE * spread).any():
        return None
    return of_channels(image).times(1 / image.shape[2])
