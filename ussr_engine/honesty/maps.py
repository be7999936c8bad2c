"""The maps that come with a result when they are asked for."""

from __future__ import annotations

import numpy as np

from ussr_engine.honesty.band import Band, factor
from ussr_engine.honesty.residuals import Residual, inferred, residual
from ussr_engine.imaging.resize import Real, resize
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.enlarger import Enlarger

INFERRED, UNCERTAINTY, UNEXPLAINED = "inferred", "half-width of the 90 % band", "residual in standard deviations"


def mapped(
    enlarger: Enlarger, scan: Real, picture: Real, chance: np.random.Generator
) -> Work[tuple[dict[str, Real], Residual]]:
    """Maps (H, W) by title, and the residual of the scan.

    Parameters
    ----------
    scan, picture : (h, w), (H, W)
        The scan and what the enlarger made of it, in [0, 1].
    """
    finding, scale = enlarger.finding, enlarger.scale
    likeliest = finding.candidates[0][0]
    left = residual(scan, picture, scale, likeliest, finding.law)
    yield 0.1
    pairs = yield from part(enlarger.rehearsed(scan, chance), 0.1, 0.4)
    known = []
    for at, (coarse, truth) in enumerate(pairs):
        steps = [0.4 + 0.4 * (at + more) / len(pairs) for more in (0, 1)]
        known.append(((yield from part(enlarger.enlarged(coarse), *steps)), truth))
    band = Band.of(known, scale, factor(finding, scale))
    yield 0.9
    maps = {INFERRED: inferred(picture, (scan.shape[0], scan.shape[1]), scale, likeliest)}
    yield 0.95
    maps[UNCERTAINTY] = band.width(picture, scale)
    maps[UNEXPLAINED] = resize(left.map, scale=scale, shape=(picture.shape[0], picture.shape[1]))
    return maps, left
