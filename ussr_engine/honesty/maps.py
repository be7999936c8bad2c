"""The maps that come with a result when they are asked for."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ussr_engine.honesty.band import COVERED, Band, factor
from ussr_engine.honesty.residuals import REACH, TILE, Residual, inferred
from ussr_engine.imaging.tiling import tiles, whole
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.enlarger import Enlarger
from ussr_engine.result import TrustMap
from ussr_engine.scan import Image

INFERRED, UNCERTAINTY, RESIDUAL = "inferred", "uncertainty", "residual"
WHITE = 255
"""Grey levels from black to white, in which maps are given whatever the depth of the scan."""
LEVELS, DEVIATIONS = "grey levels", "standard deviations"


def mapped(
    enlarger: Enlarger, scan: Image, picture: Image, left: Residual, chance: np.random.Generator
) -> Work[dict[str, TrustMap]]:
    """Maps of a picture (H, W) that an enlarger made of a scan (h, w), both in [0, 1]; ``left`` is its residual."""
    finding, scale = enlarger.finding, enlarger.scale
    likeliest = finding.candidates[0][0]
    known, step = yield from part(enlarger.rehearsed(scan, chance), 0, 0.7)
    band = Band.of(known, step, factor(finding, scale, step))
    drawn, width = np.empty_like(picture), np.empty_like(picture)
    for tile in tiles((scan.shape[0], scan.shape[1]), TILE, REACH, (whole(scale), whole(scale))):
        yield 0.7
        around, here = tile.source, tile.inner.slices(scale)
        fine, cut = picture[around.slices(scale)], tile.inner.within(around, scale)
        height, across = scan[around.slices()].shape
        drawn[here] = WHITE * inferred(fine, (height, across), scale, likeliest)[cut]
        width[here] = WHITE * band.width(fine, scale)[cut]
    rows, columns = (_under(size, scale, of) for size, of in zip(picture.shape, scan.shape, strict=True))
    beyond = left.map[rows[:, None], columns]  # not interpolated: a mean of deviations would look smaller
    covered = f"half-width of the {100 * COVERED:.0f} % band"
    return {
        INFERRED: TrustMap("Inferred", "what the method says and the scan does not show", LEVELS, False, drawn),
        UNCERTAINTY: TrustMap("Uncertainty", covered, LEVELS, False, width),
        RESIDUAL: TrustMap("Residual", "scan minus coarsened picture, over the noise", DEVIATIONS, True, beyond),
    }


def _under(size: int, scale: float, of: int) -> npt.NDArray[np.int64]:
    """Which of the ``of`` pixels of the scan lies under each of ``size`` pixels of the picture."""
    places = ((np.arange(size) + 0.5) / scale).astype(np.int64)
    return np.minimum(places, of - 1)
