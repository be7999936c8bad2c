"""Where the echoes are: the area of the scan that its file names, or the sector that its own pixels show."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ussr_engine.scan import Image, Scan, luma
from ussr_engine.trust.edge import Mask

SPATIAL = ("2D", "colour flow")
ECHO = 12
"""Grey levels above the darkest by which an echo is told from the screen around it."""
DARK = 40
"""Grey level above which no screen around a scan is."""
PART = 0.04
"""Share of the largest group of echoes from which another one belongs to the scan: a vessel may part it in two."""
GAP = 5
"""Pixels of dark between echoes that belong together."""
LEAST, MOST = 0.05, 0.95
"""Share of the picture that a sector takes; less is no scan, more has no surround."""
CORNERS = 48
"""Corners of a sector's outline at most."""


def surround(scan: Scan) -> Mask | None:
    """(h, w), True outside of all areas with echoes that the file names; None where it names none or they fill it."""
    areas = [region for region in scan.regions if region.kind in SPATIAL]
    if not areas:
        return None
    outside = np.ones((scan.height, scan.width), np.bool_)
    for region in areas:
        outside[region.top : region.bottom, region.left : region.right] = False
    return outside if outside.any() and not outside.all() else None


def sector(image: Image, ink: Mask | None = None) -> list[tuple[float, float]] | None:
    """Corners (x, y) in pixels of the convex outline of the echoes; None where the picture has no dark surround.

    Echoes are what rises above the darkest level; groups of them that are small beside the largest do not count, nor
    does ``ink`` (h, w), where that is known: they are words and scales.  A convex outline takes in the shadows and
    vessels within.
    """
    grey = luma(image) * 255
    ground = float(np.quantile(grey, 0.02))
    if ground > DARK:
        return None
    bright = grey > ground + ECHO
    if ink is not None:
        bright &= ~ink
    # Lines of letters and scales are thin: they do not survive what tissue does.
    body = ndimage.binary_opening(bright, np.ones((3, 3)))
    groups, count = ndimage.label(ndimage.binary_dilation(body, np.ones((3, 3)), iterations=GAP))
    if not count:
        return None
    sizes = ndimage.sum_labels(body, groups, np.arange(1, count + 1))
    scan = body & np.isin(groups, 1 + np.flatnonzero(sizes > PART * sizes.max()))
    rows = np.flatnonzero(scan.any(axis=1))
    first, last = scan[rows].argmax(axis=1), scan.shape[1] - scan[rows, ::-1].argmax(axis=1)
    # Pixels are squares: the outer corners of the first and the last of a row make the outline.
    points = np.concatenate([np.stack([ends, rows + down], 1) for ends in (first, last) for down in (0, 1)])
    from scipy.spatial import ConvexHull, QhullError  # loaded when a sector is looked for, not at every start

    try:
        hull = ConvexHull(points)
    except QhullError:
        return None
    if not LEAST <= hull.volume / grey.size <= MOST:
        return None
    corners = points[hull.vertices].astype(np.float64)
    while len(corners) > CORNERS:
        corners = np.delete(corners, _flattest(corners), axis=0)
    return [(float(x), float(y)) for x, y in corners]


def around(corners: list[tuple[float, float]], width: int, height: int) -> list[tuple[float, float]]:
    """All of a picture but what lies within some corners, as one polygon: around the border, then around the hole."""
    border = [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height)), (0.0, 0.0)]
    return [*border, *corners, corners[0]]


def _flattest(corners: npt.NDArray[np.float64]) -> int:
    """The corner whose triangle with its neighbours is the smallest."""
    before, after = np.roll(corners, 1, axis=0) - corners, np.roll(corners, -1, axis=0) - corners
    return int(np.argmin(np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0])))
