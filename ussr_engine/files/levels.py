"""From stored levels to [0, 1] and back: integers, transparency, equal channels, orientation."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ussr_engine.scan import Image

Levels = npt.NDArray[Any]
"""(H, W) or (H, W, C) of stored samples."""


def to_unit(levels: Levels, top: int) -> Image:
    """Levels 0 ... ``top`` as float32 in [0, 1]."""
    unit: Image = levels.astype(np.float32) / np.float32(top)
    return unit


def said_reach(levels: Levels, notes: dict[str, str]) -> None:
    """Note how far the levels of 16 bits reach, where that is less than half: the picture looks dark, and is exact."""
    if levels.dtype == np.uint16 and (top := int(levels.max())) < 1 << 15:
        notes["levels"] = f"0 … {top} of 65535"


def to_levels(image: Image, bits: int) -> Levels:
    """Float32 in [0, 1] as 8 or 16 bit levels: one rounding, half up, clipped."""
    top = 2**bits - 1
    rounded = np.floor(image.astype(np.float64) * top + 0.5)
    levels: Levels = np.clip(rounded, 0, top).astype(np.uint8 if bits == 8 else np.uint16)
    return levels


def one_channel_if_grey(levels: Levels, tolerance: int = 0) -> Levels:
    """(H, W) where the three channels agree, else ``levels``.

    Parameters
    ----------
    tolerance : int
        Largest difference between two channels of a pixel that still is grey.  0 for lossless files.  2 for pictures
        decoded from lossy YCbCr: chroma one level off neutral moves B by 1.77 and R by 1.40 levels, G by less, so
        two is what rounding alone can do.  The grey kept is then the luma (ITU-R BT.601), rounded.
    """
    if levels.ndim == 2:
        return levels
    # Channel by channel: numpy's own maximum along so short an axis takes ten times as long.
    first, second, third = (levels[..., channel] for channel in range(3))
    spread = np.maximum(np.maximum(first, second), third) - np.minimum(np.minimum(first, second), third)
    if spread.max(initial=0) > tolerance:
        return levels
    if not spread.any():
        return np.ascontiguousarray(levels[..., 0])
    luma = levels.astype(np.float64) @ np.array([0.299, 0.587, 0.114])
    grey: Levels = np.floor(luma + 0.5).astype(levels.dtype)
    return grey


def over_black(levels: Levels) -> tuple[Levels, bool]:
    """Colour or grey with straight alpha (last channel), laid over black.

    Returns
    -------
    levels : (H, W) or (H, W, 3)
        Without the alpha, rounded half up.
    transparent : bool
        True where any pixel was not opaque.
    """
    top = np.iinfo(levels.dtype).max
    colour, alpha = levels[..., :-1], levels[..., -1:]
    transparent = bool((alpha != top).any())
    if transparent:
        product = colour.astype(np.uint64) * alpha
        colour = ((2 * product + top) // (2 * top)).astype(levels.dtype)
    return (colour[..., 0] if colour.shape[2] == 1 else colour), transparent


def upright(levels: Levels, orientation: int) -> Levels:
    """Rows and columns in viewing order.

    ``orientation`` is the value of the EXIF and TIFF tag 274; whatever is not 2 ... 8 leaves the picture as it is.
    """
    if orientation in (5, 6, 7, 8):
        levels = np.swapaxes(levels, 0, 1)
    if orientation in (2, 3, 6, 7):
        levels = levels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        levels = levels[::-1]
    return np.ascontiguousarray(levels)
