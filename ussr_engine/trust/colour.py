"""Where a scan has colour: Doppler, logos, coloured marks; not chroma noise, and not a tint of all of it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ussr_engine.scan import Image, luma
from ussr_engine.trust.edge import Mask

CERTAIN, LIKELY = 28 / 255, 14 / 255
"""Distance of a pixel's chroma from grey, or from the scan's tint, that is colour; and that is colour beside it."""
NEAR = 5
"""Side of the square over which chroma is averaged: noise that differs from pixel to pixel is no colour."""
NOISES = 6
"""Deviations of the noise that remains, from which on a chroma is certain; half of them, likely."""
BLACK = 16 / 255
"""Darker pixels say nothing of a tint."""
TINTED, LEVELS = 0.5, 16
"""Share of the other pixels, and of this many steps of brightness, that must have a chroma for a tint of the scan."""
GAP, MARGIN, LEAST = 4, 2, 6
"""Pixels between specks of one region, around it, and the certain ones it has at least."""


def coloured(image: Image) -> list[tuple[int, int, Mask]]:
    """Regions of colour as (top, left, mask) in pixels; none in a grey picture.

    Chroma is (R - G, B - G).  JPEG halves its resolution and leaves a few levels of noise, hence two thresholds: a
    region holds some pixels that are certain and their neighbours that are likely.  Where most of a scan has a
    chroma, that of its brightness is its tint (a brown or blue grey scale) and what differs from it is colour.
    """
    if image.ndim == 2:
        return []
    grey = luma(image)
    chroma = np.stack([image[..., 0] - image[..., 1], image[..., 2] - image[..., 1]], axis=2)
    noise = _noise(chroma, grey) / NEAR
    chroma = ndimage.uniform_filter(chroma, (NEAR, NEAR, 0), mode="reflect")
    distance = np.abs(chroma - _tint(chroma, grey)).max(axis=2)
    certain, likely = distance > max(CERTAIN, NOISES * noise), distance > max(LIKELY, NOISES * noise / 2)
    groups, _ = ndimage.label(likely, np.ones((3, 3)))
    kept = np.unique(groups[certain])
    return regions_of(np.isin(groups, kept[kept > 0]), certain, GAP, MARGIN, LEAST)


def _noise(chroma: npt.NDArray[np.float32], grey: Image) -> float:
    """Deviation of what is independent from pixel to pixel, where the scan is bright and noise by factors largest."""
    seen = grey > BLACK
    if not seen.any():
        return 0.0
    bright = (grey >= np.quantile(grey[seen], 0.75))[:, 1:]
    steps = np.diff(chroma, axis=1)[bright]
    return float(1.4826 * np.median(np.abs(steps)) / np.sqrt(2)) if steps.size else 0.0


def _tint(chroma: npt.NDArray[np.float32], grey: Image) -> npt.NDArray[np.float32]:
    """(H, W, 2): the usual chroma of every brightness, or zeros where most of the scan is grey."""
    seen = grey > BLACK
    most = np.abs(chroma[seen]).max(axis=1) > LIKELY / 2 if seen.any() else np.zeros(1, np.bool_)
    if most.mean() < TINTED:
        return np.zeros_like(chroma)
    levels = np.clip(np.floor(grey * LEVELS), 0, LEVELS - 1).astype(np.intp)
    usual, shown = np.zeros((LEVELS, 2), np.float32), []
    for level in range(LEVELS):
        here = chroma[levels == level]
        usual[level] = np.median(here, axis=0) if len(here) else usual[max(level - 1, 0)]
        if len(here) > grey.size / 1000:
            shown.append(bool(np.abs(usual[level]).max() > LIKELY / 2))
    # A coloured banner is of one brightness; a tint is of all but black and white.
    return usual[levels] if np.mean(shown) >= TINTED else np.zeros_like(chroma)


def regions_of(mask: Mask, certain: Mask, gap: int, margin: int, least: int) -> list[tuple[int, int, Mask]]:
    """Regions of a mask whose parts are at most ``gap`` apart, with a margin; of ``least`` certain pixels at least."""
    near = ndimage.binary_dilation(mask, np.ones((3, 3)), iterations=(gap + 1) // 2)
    groups, count = ndimage.label(near, np.ones((3, 3)))
    if not count:
        return []
    sure = ndimage.sum_labels(certain, groups, np.arange(1, count + 1))
    closed = ndimage.binary_closing(np.pad(mask, gap), np.ones((3, 3)), iterations=gap)[gap:-gap, gap:-gap]
    wide = ndimage.binary_dilation(closed & near, np.ones((3, 3)), iterations=margin)
    made = []
    for number, window in enumerate(ndimage.find_objects(groups), 1):
        if sure[number - 1] >= least:
            part = wide[window] & (groups[window] == number)
            made.append((window[0].start, window[1].start, part))
    return made
