"""The outline of a mask as closed polygons along the borders of its pixels."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from ussr_engine.trust.edge import Mask

Corner = tuple[int, int]
"""(x, y) of a pixel's corner: (0, 0) is the upper left one of the first pixel, x lateral, y axial."""
Way = tuple[int, int]
RIGHT, DOWN, LEFT, UP = (1, 0), (0, 1), (-1, 0), (0, -1)


def outline(mask: Mask, top: int = 0, left: int = 0) -> list[list[Corner]]:
    """Polygons around a mask (h, w) whose first pixel lies at (top, left).

    One goes with the mask on its right, so that the outlines of holes run the other way; the last corner is not the
    first one again.
    """
    here, around = mask, np.pad(mask, 1)
    sides = (
        (RIGHT, (0, 0), ~around[:-2, 1:-1]),
        (DOWN, (1, 0), ~around[1:-1, 2:]),
        (LEFT, (1, 1), ~around[2:, 1:-1]),
        (UP, (0, 1), ~around[1:-1, :-2]),
    )
    ways: dict[Corner, list[Way]] = defaultdict(list)
    for way, (across, down), beyond in sides:
        for row, column in np.argwhere(here & beyond).tolist():
            ways[left + column + across, top + row + down].append(way)
    polygons = []
    while ways:
        start = next(iter(ways))
        polygons.append(_followed(ways, start))
    return polygons


def _followed(ways: dict[Corner, list[Way]], start: Corner) -> list[Corner]:
    """Go round from a corner, taking the ways with one."""
    at, heading, corners = start, ways[start][0], [start]
    while True:
        ways[at].remove(heading)
        if not ways[at]:
            del ways[at]
        at = at[0] + heading[0], at[1] + heading[1]
        if at == start:
            return corners
        dx, dy = heading
        # Where two pixels touch by a corner, the turn to the right keeps to the one that one goes along.
        onward = next(way for way in ((-dy, dx), heading, (dy, -dx)) if way in ways[at])
        if onward != heading:
            corners.append(at)
        heading = onward
