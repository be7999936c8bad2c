"""One picture to look at, with the field of view it covers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UNTOLD = "untold"
"""Chip of a picture of which nothing is told, not even that others are held against it."""


@dataclass(frozen=True, eq=False)
class Output:
    """A picture that a pane shows.

    ``image`` is float32, (H, W) or (H, W, 3), in [0, 1].
    ``extent_mm`` is (axial, lateral) of the whole picture, None where the spacing is unknown; then pictures align by
    ``span``, the (rows, columns) of the scan they came from (the picture's own size if None).
    """

    key: str
    title: str
    image: npt.NDArray[np.float32]
    extent_mm: tuple[float, float] | None = None
    facts: str = ""
    chip: str = ""
    super_resolved: bool = False
    span: tuple[float, float] | None = None


@dataclass(frozen=True)
class CursorReading:
    """What lies under the mouse: ``x`` lateral and ``y`` axial in ``unit``, and each output's grey level, 0 to 255.

    ``laid`` is the value of the map over them, in words; empty where there is none.
    """

    x: float
    y: float
    unit: str
    values: dict[str, float | None]
    laid: str = ""
