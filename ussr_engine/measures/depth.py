"""Quality against depth: how far a picture is from the truth, band by band down the rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ussr_engine.errors import BadRequest
from ussr_engine.metrics import WINDOW, psnr, to_levels
from ussr_engine.scan import Image, luma


@dataclass(frozen=True)
class Band:
    """Scores of the rows from ``top`` to ``bottom`` (exclusive)."""

    top: int
    bottom: int
    psnr: float
    ssim: float


def depth_quality(truth: Image, image: Image, bands: int = 10) -> tuple[Band, ...]:
    """PSNR and SSIM of bands of rows, by the protocol of `ussr_engine.metrics.measure`: 8-bit luma, all pixels.

    Parameters
    ----------
    truth, image : (H, W) or (H, W, 3)
        Of one size, at least 7 pixels a side.
    bands : int
        Bands of nearly equal height; fewer where rows are.

    Returns
    -------
    tuple of Band
        From the top down.  SSIM is the mean of its map over the band (scikit-image's map and defaults).
    """
    from skimage.metrics import structural_similarity

    if truth.shape[:2] != image.shape[:2] or min(truth.shape[:2]) < WINDOW:
        raise BadRequest(
            "Quality against depth needs a truth of the picture's size, at least 7 pixels a side.",
            "Shrink and test a scan, then measure again.",
        )
    one, other = to_levels(luma(truth)), to_levels(luma(image))
    _, similarity = structural_similarity(one, other, data_range=255, full=True)
    edges = np.linspace(0, len(one), min(bands, len(one)) + 1).round().astype(int)
    return tuple(
        Band(
            int(top),
            int(bottom),
            psnr(one[top:bottom], other[top:bottom], data_range=255),
            float(similarity[top:bottom].mean()),
        )
        for top, bottom in pairwise(edges)
    )
