"""What a clip promises to those who enlarge, save or show it; several frames as one picture to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from ussr_engine.clip import Clip
from ussr_engine.errors import BadRequest
from ussr_engine.scan import Scan

BLOCK = 8
"""Columns to which frames are continued before they stand side by side, so that the blocks of JPEG stay in one grid."""


class Frames(Protocol):
    """A clip that is read frame by frame, in any order."""

    @property
    def clip(self) -> Clip:
        """How many frames, and when."""

    def scan(self, index: int) -> Scan:
        """Frame ``index``, counted from 0."""


def chosen(frames: Frames, indices: Sequence[int]) -> tuple[Scan, ...]:
    """The frames to learn from.

    Raises
    ------
    BadRequest
        For none, or one that the clip does not have.
    """
    count = frames.clip.frames
    for index in indices:
        if not 0 <= index < count:
            raise BadRequest(f"There is no frame {index + 1}: the clip has {count}.")
    if not indices:
        raise BadRequest("No frame was chosen to learn from.")
    return tuple(frames.scan(index) for index in dict.fromkeys(indices))


def side_by_side(scans: Sequence[Scan]) -> Scan:
    """Frames of one size as one picture, the first at its left; a single one as it is."""
    first = scans[0]
    if len(scans) == 1:
        return first
    colour = any(scan.is_colour for scan in scans)
    more = -first.width % BLOCK
    pictures = []
    for scan in scans:
        if (scan.height, scan.width) != (first.height, first.width):
            raise BadRequest("The frames to learn from are not of one size.")
        image = np.repeat(scan.image[..., None], 3, axis=2) if colour and not scan.is_colour else scan.image
        pictures.append(np.pad(image, ((0, 0), (0, more)) + ((0, 0),) * (image.ndim - 2), mode="symmetric"))
    return replace(first, image=np.concatenate(pictures, axis=1))
