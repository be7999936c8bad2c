"""The maps that come with a result when they are asked for."""

from __future__ import annotations

import numpy as np

from ussr_engine.honesty.band import Band, factor
from ussr_engine.honesty.residuals import Residual, inferred, residual
from ussr_engine.imaging.resize import Real, resize
from ussr_engine.restoration.enlarger import Enlarger

INFERRED, UNCERTAINTY, UNEXPLAINED = "inferred", "half-width of the 90 % band", "residual in standard deviations"


def mapped(
    enlarger: Enlarger, scan: Real, picture: Real, chance: np.random.Generator
) -> tuple[dict[str, Real], Residual]:
    """Maps (H, W) by title, and the residual of the scan.

    Parameters
    ----------
    scan, picture : (h, w), (H, W)
        The scan and what the enlarger made of it, in [0, 1].
    """
    finding, scale = enlarger.finding, enlarger.scale
    likeliest = finding.candidates[0][0]
    left = residual(scan, picture, scale, likeliest, finding.law)
    known = [(enlarger.enlarged(coarse), truth) for coarse, truth in enlarger.rehearsed(scan, chance)]
    band = Band.of(known, scale, factor(finding, scale))
    maps = {
        INFERRED: inferred(picture, (scan.shape[0], scan.shape[1]), scale, likeliest),
        UNCERTAINTY: band.width(picture, scale),
        UNEXPLAINED: resize(left.map, scale=scale, shape=(picture.shape[0], picture.shape[1])),
    }
    return maps, left
