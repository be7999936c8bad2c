"""Methods 1-3: how the study's test sets were made from scans taken as the truth.

Y. Thapliyal, self-supervised super-resolution of ultrasound images, M.Eng project, McGill, 2021.  Method 1: cubic.
Method 2: Lanczos-3, anisotropic diffusion, speckle.  Method 3: Lanczos-3, Gaussian (sigma 0.6), speckle.  Speckle has
variance 0.01, and every arrow ends in 8 bits.
"""

from __future__ import annotations

import math

import numpy as np
from scipy import ndimage

from ussr_engine.degradations.diffusion import diffuse
from ussr_engine.degradations.speckle import speckle
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import Real, resize
from ussr_engine.metrics import to_levels
from ussr_engine.scan import Scan

METHODS = (1, 2, 3)
NOISES = ("grey", "rgb")
SIGMA, RADIUS, VARIANCE = 0.6, 2, 0.01


def degrade(scan: Scan, method: int, scale: float, *, noise: str = "grey", seed: int = 0) -> Scan:
    """Make a coarse scan from one taken as the truth.

    Parameters
    ----------
    scan : Scan
        The truth; crop it to a multiple of ``scale`` first, or the result stands for a slightly larger picture.
    method : int
        1, 2 or 3.
    scale : float
        How many times coarser, > 1.
    noise : str
        "grey": one field of speckle for all channels.  "rgb": one per channel, as in the study, which makes a grey
        scan a coloured one.  Without effect at Method 1, which has none.
    seed : int
        Of the speckle.

    Returns
    -------
    Scan
        ceil(n / scale) pixels a side, 8 bits, spacing ``scale`` times wider.
    """
    if method not in METHODS:
        raise BadRequest(f"There is no Method {method}.", "Choose Method 1, 2 or 3.")
    if noise not in NOISES:
        raise BadRequest(f"There is no noise {noise!r}.", "Choose grey or rgb.")
    if not (scale > 1 and math.isfinite(scale)):
        raise BadRequest(f"A scan cannot be made {scale:g} times coarser.", "Choose a scale above 1.")
    if seed < 0:
        raise BadRequest(f"The seed is {seed}; it must not be negative.")
    truth = _rounded(scan.image.astype(np.float64))
    coarse = _rounded(resize(truth, scale=1 / scale, kernel="cubic" if method == 1 else "lanczos3"))
    if method == 2:
        coarse = _rounded(diffuse(coarse))
    elif method == 3:
        axes = (SIGMA, SIGMA) + (0,) * (coarse.ndim - 2)
        coarse = _rounded(ndimage.gaussian_filter(coarse, axes, mode="nearest", radius=RADIUS))
    if method != 1:
        coarse = _rounded(speckle(coarse, VARIANCE, np.random.default_rng(seed), per_channel=noise == "rgb"))
    return scan.with_image(coarse.astype(np.float32), 1 / scale, bits=8)


def _rounded(image: Real) -> Real:
    """The picture as its 8-bit file would give it back."""
    return to_levels(image) / 255.0
