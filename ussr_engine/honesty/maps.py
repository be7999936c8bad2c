"""The maps that come with a result when they are asked for."""

from __future__ import annotations

import numpy as np

from ussr_engine.honesty.band import Band, factor
from ussr_engine.honesty.residuals import Residual, inferred, summed, unexplained
from ussr_engine.imaging.resize import resized
from ussr_engine.imaging.tiling import tiles, whole
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.enlarger import Enlarger
from ussr_engine.scan import Image

INFERRED, UNCERTAINTY, UNEXPLAINED = "inferred", "half-width of the 90 % band", "residual in standard deviations"


TILE, REACH = 256, 32
"""Pixels of the scan a tile covers, and around a place that have a say in the maps."""


def mapped(
    enlarger: Enlarger, scan: Image, picture: Image, chance: np.random.Generator
) -> Work[tuple[dict[str, Image], Residual]]:
    """Maps (H, W) by title, and the residual of the scan.

    Parameters
    ----------
    scan, picture : (h, w), (H, W)
        The scan and what the enlarger made of it, in [0, 1].
    """
    finding, scale = enlarger.finding, enlarger.scale
    likeliest = finding.candidates[0][0]
    pairs = yield from part(enlarger.rehearsed(scan, chance), 0, 0.4)
    known = []
    for at, (coarse, truth) in enumerate(pairs):
        steps = [0.4 + 0.3 * (at + more) / len(pairs) for more in (0, 1)]
        known.append(((yield from part(enlarger.enlarged(coarse), *steps)), truth))
    band = Band.of(known, scale, factor(finding, scale))
    maps = {title: np.empty_like(picture) for title in (INFERRED, UNCERTAINTY)}
    left = np.empty_like(scan)
    for tile in tiles((scan.shape[0], scan.shape[1]), TILE, REACH, (whole(scale), whole(scale))):
        yield 0.7
        here, around = tile.inner, tile.source
        seen, fine = scan[around.slices()], picture[around.slices(scale)]
        cut, fine_cut = here.within(around), here.within(around, scale)
        left[here.slices()] = unexplained(seen, fine, scale, likeliest, finding.law)[cut]
        shape = (seen.shape[0], seen.shape[1])
        maps[INFERRED][here.slices(scale)] = inferred(fine, shape, scale, likeliest)[fine_cut]
        maps[UNCERTAINTY][here.slices(scale)] = band.width(fine, scale)[fine_cut]
    shape = (picture.shape[0], picture.shape[1])
    maps[UNEXPLAINED] = yield from part(resized(left, scale=scale, shape=shape), 0.9, 1)
    return maps, summed(left)
