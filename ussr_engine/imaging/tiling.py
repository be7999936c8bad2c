"""Enlarge a picture tile by tile, without seams.

Every tile is enlarged together with ``overlap`` pixels of its surroundings, which are then cut away.  With an overlap
no smaller than the reach of the network nothing that a tile's own edge does is ever seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy.typing as npt
import torch
from torch import Tensor

from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize import P, Scale, grid
from ussr_engine.imaging.work import Work, part


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of pixels; ``bottom`` and ``right`` exclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def slices(self, scale: float = 1) -> tuple[slice, slice]:
        """Its rows and columns in a picture ``scale`` times as fine; what ends beyond the picture ends with it."""
        top, left, bottom, right = (
            math.ceil(edge * scale - 1e-9) for edge in (self.top, self.left, self.bottom, self.right)
        )
        return slice(top, bottom), slice(left, right)

    def within(self, other: Box, scale: float = 1) -> tuple[slice, slice]:
        """Its rows and columns in a picture of ``other``, ``scale`` times as fine."""
        moved = Box(self.top - other.top, self.left - other.left, self.bottom - other.top, self.right - other.left)
        return moved.slices(scale)


@dataclass(frozen=True, slots=True)
class Tile:
    """``inner`` is what a tile answers for, ``source`` what the network must see for it; inner boxes cover all once."""

    source: Box
    inner: Box


def tiles(shape: tuple[int, int], tile: int, overlap: int, multiple: tuple[int, int] = (1, 1)) -> Iterator[Tile]:
    """Tiles of a picture of ``shape`` (rows, columns), row by row.

    Parameters
    ----------
    tile : int
        Largest side of an inner box; sides are evened out, so that no sliver is left at the end.
    overlap : int
        Pixels of surroundings on every side, fewer where the picture ends.
    multiple : (rows, columns)
        Every box starts at a multiple of these.
    """
    if tile < 1 or overlap < 0:
        raise BadRequest(f"A tile of {tile} pixels with an overlap of {overlap} is impossible.")
    down, along = (list(_spans(*axis, tile, overlap)) for axis in zip(shape, multiple, strict=True))
    for outer_top, top, bottom, outer_bottom in down:
        for outer_left, left, right, outer_right in along:
            yield Tile(Box(outer_top, outer_left, outer_bottom, outer_right), Box(top, left, bottom, right))


def middle(image: npt.NDArray[P], most: int) -> npt.NDArray[P]:
    """The middle of a picture, ``most`` pixels a side at most."""
    top, left = (max(0, (size - most) // 2) for size in image.shape)
    return image[top : top + most, left : left + most]


def _spans(size: int, multiple: int, tile: int, overlap: int) -> Iterator[tuple[int, int, int, int]]:
    """(source start, inner start, inner stop, source stop) along one axis."""
    step = max(1, math.ceil(size / math.ceil(size / tile) / multiple)) * multiple
    margin = math.ceil(overlap / multiple) * multiple
    for start in range(0, size, step):
        stop = min(start + step, size)
        yield max(0, start - margin), start, stop, min(size, stop + margin)


def whole(scale: float) -> int:
    """The fewest pixels that a factor turns into a whole number of pixels."""
    ratio = Fraction(scale).limit_denominator(100)
    if abs(ratio - Fraction(scale)) > 1e-9:
        raise BadRequest(f"Tiles cannot be enlarged {scale} times.", "Choose a scale of at most two decimals.")
    return ratio.denominator


def tiled(
    enlarge: Callable[[Tensor], Work[Tensor]],
    lr: Tensor,
    scale: Scale,
    tile: int,
    overlap: int,
    multiple_of: int = 1,
) -> Work[Tensor]:
    """Enlarge tile by tile; returns the result (``sr = yield from tiled(...)``).

    Parameters
    ----------
    enlarge : callable
        (N, C, h, w) to (N, C, ceil(scale h), ceil(scale w)).
    lr : (N, C, H, W)
        Any range.
    scale : float or (axial, lateral)
        Where there is more than one tile, at most two decimals: tiles must start on whole pixels of the result.
    tile, overlap : int
        In ``lr`` pixels.  Where ``overlap`` reaches as far as ``enlarge`` sees, the result is that of the whole: for
        a network after cubic interpolation, its reach in output pixels / scale, plus 3.
    multiple_of : int
        Pixels of the *output* after which the network repeats itself: 2 for one level of a wavelet or of pooling.
    """
    axial, lateral = scale if isinstance(scale, tuple) else (scale, scale)
    height, width = lr.shape[2], lr.shape[3]
    # A picture of one tile starts at 0 only, which suits any scale.
    alone = max(height, width) <= tile
    multiple = (1, 1) if alone else (whole(axial) * multiple_of, whole(lateral) * multiple_of)
    plan = list(tiles((height, width), tile, overlap, multiple))
    (rows, columns), _ = grid((height, width), (axial, lateral))
    sr: Tensor | None = None
    for at, place in enumerate(plan):
        source, inner = place.source, place.inner
        seen = lr[:, :, source.top : source.bottom, source.left : source.right]
        out = yield from part(enlarge(seen), at / len(plan), (at + 1) / len(plan))
        if sr is None:
            sr = torch.empty((out.shape[0], out.shape[1], rows, columns), dtype=out.dtype, device=out.device)
        top, left = round(inner.top * axial), round(inner.left * lateral)
        bottom = rows if inner.bottom == height else round(inner.bottom * axial)
        right = columns if inner.right == width else round(inner.right * lateral)
        above, before = top - round(source.top * axial), left - round(source.left * lateral)
        sr[:, :, top:bottom, left:right] = out[:, :, above : above + bottom - top, before : before + right - left]
        yield (at + 1) / len(plan)
    assert sr is not None
    return sr
