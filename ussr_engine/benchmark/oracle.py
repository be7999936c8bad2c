"""The best that one linear filter could do, had it seen the truth: an upper row of the tables, not a method.

The filter is fitted by least squares to what bicubic lacks of the truth of the same scan.  The squares of a chessboard
are filled by the filter that was fitted on the others, so that no pixel's own truth is used.  Methods that are not
linear may stand above it.
"""

from __future__ import annotations

import json

import numpy as np

from ussr_engine.imaging.resize import resize
from ussr_engine.imaging.work import done
from ussr_engine.restoration.ridge import filtered, moments
from ussr_engine.scan import Image

ORACLE = "oracle"
"""Name of the row."""
RADIUS = {2: 4, 3: 3, 4: 3}
"""Radius of the filter in pixels of the scan, by scale: 9 × 9 and 7 × 7."""
SQUARE = 16
"""Side of a square of the chessboard in pixels of the scan."""
RIDGE = 1e-6


def oracle_plan(scale: int) -> str:
    """What decides its cells, as JSON with sorted keys."""
    record = {"method": ORACLE, "radius": RADIUS[scale], "ridge": RIDGE, "scale": scale, "square": SQUARE}
    return json.dumps(record, sort_keys=True)


def oracle(scan: Image, truth: Image, scale: int) -> Image:
    """(h, w) and about (scale h, scale w) to (scale h, scale w), clipped to [0, 1]."""
    height, width = scan.shape
    bicubic = resize(scan, scale=scale)
    beyond = [(0, max(0, size - of)) for size, of in zip(bicubic.shape, truth.shape, strict=True)]
    lacking = np.pad(truth, beyond, mode="edge")[: bicubic.shape[0], : bicubic.shape[1]] - bicubic
    rows, columns = (np.arange(size) // SQUARE for size in (height, width))
    black = (rows[:, None] + columns) % 2 == 1
    white_fit, black_fit = done(moments(scan, lacking, RADIUS[scale], scale, black))
    for_black, for_white = (
        done(filtered(scan, fit.solved(RIDGE), RADIUS[scale], scale)) for fit in (white_fit, black_fit)
    )
    fine = np.kron(black, np.ones((scale, scale), bool))
    return np.clip(bicubic + np.where(fine, for_black, for_white), 0, 1)
