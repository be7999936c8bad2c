"""Letters, scales and marks that were burnt into a scan, told from echoes by how sharp they are from left to right."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ussr_engine.scan import Image, luma
from ussr_engine.trust.edge import Mask

Levels = npt.NDArray[np.float32]

ISLAND, BRIGHT = 24, 80
"""Grey levels above the background by which an island rises, and by which its brightest pixel does at least."""
STEP = 0.45
"""Share of an island's contrast that one pixel's step must have.  An echo needs three pixels and more from dark to
bright along the lateral axis, whatever its depth; ink needs one, or two where it is smoothed."""
SHARP, SHARP_BAR, UPRIGHT = 0.6, 0.9, 0.5
"""Share of rows with such a step at both ends: of letters, of what has soft ends below (a bar of greys); and of
columns of letters."""
BAR = 6
"""Rows of a bar at least."""
LYING, FLAT, EVEN = 2.0, 0.1, 0.6
"""Breadth over height from which an island could be a specular echo; ink of that form is of one level: the share of
its contrast within which the share of its pixels lies."""
LARGEST = 0.5
"""Share of the picture's side above which an island is tissue."""
LEAST = 3
"""Pixels of an island at least."""
LETTER = 32
"""Pixels of a letter at most: it is protected with its box, what is larger with its own form."""
THICK, LEVEL = 8, 0.05
"""Pixels from its border that large ink is deep at most, unless its rows are of one level: the usual deviation in a
row, as a share of its contrast.  What is neither a line nor a bar may be tissue that lettering touches."""
MARGIN = 3
"""Pixels around ink that go with it."""
USUAL, DARK = 0.03, 80
"""Share of pixels that makes a level the background's, and the level above which none is."""


def lettered(image: Image) -> list[tuple[int, int, Mask]]:
    """Regions of lettering as (top, left, mask) in pixels: boxes around letters, joined where they are close."""
    grey: Levels = np.floor(luma(image) * 255 + 0.5)
    ground = _ground(grey)
    islands, count = ndimage.label(grey > ground + ISLAND, np.ones((3, 3)))
    if not count:
        return []
    windows = ndimage.find_objects(islands)
    peaks = ndimage.maximum(grey, islands, np.arange(1, count + 1))
    ink, small = np.zeros(grey.shape, np.bool_), []
    for number, (window, peak) in enumerate(zip(windows, peaks, strict=True), 1):
        height, width = (part.stop - part.start for part in window)
        if height > LARGEST * grey.shape[0] or width > LARGEST * grey.shape[1]:
            continue
        island = islands[window] == number
        small.append((window, island))
        if peak < ground + BRIGHT or island.sum() < LEAST or not _is_ink(grey, window, island, ground, float(peak)):
            continue
        if max(height, width) <= LETTER:
            ink[_around(window)] = True
        else:
            _mark(ink, window, island)
    return _joined(ink, small)


def _ground(grey: Levels) -> float:
    """Level of the background: the one dark level that many pixels have, else the darkest of all."""
    counts = np.bincount(grey.astype(np.intp).ravel(), minlength=256)[: DARK + 1]
    usual = int(counts.argmax())
    return float(usual) if counts[usual] > USUAL * grey.size else float(np.quantile(grey, 0.001))


def _is_ink(grey: Levels, window: tuple[slice, slice], island: Mask, ground: float, peak: float) -> bool:
    height, width = island.shape
    if width > LYING * height:
        levels = grey[window][island]
        if np.mean(np.abs(levels - np.median(levels)) <= FLAT * (peak - ground)) < EVEN:
            return False
    if max(height, width) > LETTER and not _is_line_or_bar(grey[window], island, peak - ground):
        return False
    rows = _sharp_share(grey, window, island, ground, peak)
    turned = window[1], window[0]
    if rows >= SHARP_BAR and height >= BAR:
        return True
    return rows >= SHARP and _sharp_share(grey.T, turned, island.T, ground, peak) >= UPRIGHT


def _is_line_or_bar(part: Levels, island: Mask, contrast: float) -> bool:
    if ndimage.distance_transform_edt(np.pad(island, 1)).max() <= THICK:
        return True
    spreads = [np.std(row[inside]) for row, inside in zip(part, island, strict=True) if inside.any()]
    return bool(np.median(spreads) <= LEVEL * contrast)


def _sharp_share(grey: Levels, window: tuple[slice, slice], island: Mask, ground: float, peak: float) -> float:
    """Share of an island's bright rows that begin and end by one step; the picture's border is a sharp end."""
    rows, columns = window
    first, last = columns.start == 0, columns.stop == grey.shape[1]
    part = grey[rows, max(columns.start - 1, 0) : columns.stop + 1]
    part = np.pad(part, ((0, 0), (int(first), int(last))), mode="edge")
    steps, contrast = np.diff(part, axis=1), peak - ground
    here = np.pad(island, ((0, 0), (1, 1)))
    beside = here[:, 1:] | here[:, :-1]
    begins = ((steps >= STEP * contrast) & beside).any(axis=1) | (first & island[:, 0])
    ends = ((steps <= -STEP * contrast) & beside).any(axis=1) | (last & island[:, -1])
    bright = np.where(island, grey[window], 0).max(axis=1) >= ground + contrast / 2
    return float((begins & ends & bright).sum() / max(bright.sum(), 1))


def _around(window: tuple[slice, slice]) -> tuple[slice, slice]:
    """The box of a letter with room to the next one, which grows with its height."""
    rows, columns = window
    across = min(max(4, (rows.stop - rows.start) // 2), 10)
    high = slice(max(rows.start - MARGIN, 0), rows.stop + MARGIN)
    return high, slice(max(columns.start - across, 0), columns.stop + across)


def _mark(ink: Mask, window: tuple[slice, slice], island: Mask) -> None:
    """An island with a margin."""
    rows, columns = window
    wide = slice(max(rows.start - MARGIN, 0), rows.stop + MARGIN), slice(max(columns.start - MARGIN, 0), None)
    before = rows.start - wide[0].start, columns.start - wide[1].start
    grown = ndimage.binary_dilation(np.pad(island, [(b, MARGIN) for b in before]), np.ones((3, 3)), iterations=MARGIN)
    place = ink[wide[0], wide[1].start : wide[1].start + grown.shape[1]]
    place |= grown[: place.shape[0], : place.shape[1]]


def _joined(ink: Mask, small: list[tuple[tuple[slice, slice], Mask]]) -> list[tuple[int, int, Mask]]:
    """What touches as one region each; an island that lies mostly in one, a dot or a thin letter, belongs to it."""
    for window, island in small:
        if ink[window][island].mean() > 0.5:
            _mark(ink, window, island)
    groups, _ = ndimage.label(ink, np.ones((3, 3)))
    return [
        (rows.start, columns.start, groups[rows, columns] == number)
        for number, (rows, columns) in enumerate(ndimage.find_objects(groups), 1)
    ]
