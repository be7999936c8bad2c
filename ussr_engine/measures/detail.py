"""Where a picture holds most detail: places to look at that no method has chosen."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest
from ussr_engine.scan import Scan

GRID = 24
"""Steps along each side at which a window may begin."""
MIDDLE = 0.7
"""Part of each side in which a window's centre lies: words and logos stand at the edges of a screen."""

Window = tuple[float, float, float, float]
"""(top, left, height, width) in parts of the picture's sides."""
WHOLE: Window = (0.0, 0.0, 1.0, 1.0)


def tissue(scan: Scan) -> Window:
    """The largest 2-D region of a scan, as far as its file names one; else all of it."""
    regions = [region for region in scan.regions if region.kind == "2D"]
    if not regions:
        return WHOLE
    one = max(regions, key=lambda region: (region.bottom - region.top) * (region.right - region.left))
    top, left = max(one.top, 0) / scan.height, max(one.left, 0) / scan.width
    bottom, right = min(one.bottom / scan.height, 1.0), min(one.right / scan.width, 1.0)
    return (top, left, bottom - top, right - left) if bottom > top and right > left else WHOLE


def windows(grey: npt.NDArray[np.floating[Any]], share: float, count: int, within: Window = WHOLE) -> list[Window]:
    """Windows of most detail (mean squared gradient), the first holding most.

    Parameters
    ----------
    grey : (H, W)
        The picture, 4 pixels a side or more.
    share : float
        Side of a window in parts of the picture's side, in (0, 1].
    count : int
        Windows wanted; they overlap only where there is no room beside each other.
    within : Window
        Part of the picture in which they are looked for; ``share`` is of its sides.
    """
    if within != WHOLE:
        size = grey.shape
        top, left = round(within[0] * size[0]), round(within[1] * size[1])
        high, wide = round(within[2] * size[0]), round(within[3] * size[1])
        part = grey[top : top + high, left : left + wide]
        rows, columns = part.shape[0] / size[0], part.shape[1] / size[1]
        return [
            (top / size[0] + one[0] * rows, left / size[1] + one[1] * columns, one[2] * rows, one[3] * columns)
            for one in windows(part, share, count)
        ]
    if grey.ndim != 2 or min(grey.shape) < 4 or not 0 < share <= 1:
        raise BadRequest("Detail is looked for in a grey picture of 4 pixels a side or more.")
    down, across = np.gradient(grey.astype(np.float64))
    total = np.pad(down**2 + across**2, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    starts = [_starts(length, share) for length in grey.shape]
    high, wide = (max(2, round(share * length)) for length in grey.shape)
    held = [
        (float(total[top + high, left + wide] - total[top, left + wide] - total[top + high, left] + total[top, left]),
         (top, left))
        for top in starts[0] for left in starts[1]
    ]  # fmt: skip
    ranked = [place for _, place in sorted(held, key=lambda one: (-one[0], one[1]))]
    chosen: list[tuple[int, int]] = []
    for most in (0.0, 1.0):
        for place in ranked:
            if len(chosen) < count and place not in chosen:
                shared = (_shared(place, other, high, wide) for other in chosen)
                if all(part <= most for part in shared):
                    chosen.append(place)
    height, width = grey.shape
    return [(top / height, left / width, high / height, wide / width) for top, left in chosen]


def _starts(length: int, share: float) -> list[int]:
    side = max(2, round(share * length))
    low = max(0.0, (1 - MIDDLE) / 2 * length - side / 2)
    high = max(low, min(length - side, (1 + MIDDLE) / 2 * length - side / 2))
    return sorted({int(start) for start in np.linspace(low, high, GRID)})


def _shared(one: tuple[int, int], other: tuple[int, int], high: int, wide: int) -> float:
    rows, columns = max(0, high - abs(one[0] - other[0])), max(0, wide - abs(one[1] - other[1]))
    return rows * columns / (high * wide)
