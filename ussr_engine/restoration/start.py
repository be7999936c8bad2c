"""What a scan without noise says of the finer grid before anything is learned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ussr_engine.imaging.resize import resized
from ussr_engine.imaging.separable import Blur, Separable
from ussr_engine.imaging.work import Work, part
from ussr_engine.scan import Image

DAMPING = 1e-3
"""Of the data step: rounding to 8 bits is not to be explained."""
TURNS, BEYOND = 2, 1.9
"""How often a picture is brought into [0, 1] and back to the scan, and how far: 1 is to the border, 2 beyond it."""


@dataclass(frozen=True)
class Start:
    """Enlarging without learning: bicubic, then the data step where it pays."""

    scale: int
    blur: Blur
    consistent: bool = True
    damping: float = DAMPING

    def data_step(self, shape: tuple[int, int]) -> Separable:
        """The degradation to a scan of ``shape``."""
        fine = (shape[0] * self.scale, shape[1] * self.scale)
        return Separable(fine, shape, self.scale, self.blur, self.damping)

    def enlarged(self, scan: Image) -> Work[Image]:
        """(h, w) to (scale h, scale w)."""
        bicubic = yield from part(resized(scan, scale=self.scale), 0, 0.4)
        if not self.consistent:
            return bicubic
        return (yield from part(self.data_step(scan.shape).approached(bicubic, scan), 0.4, 1))

    def agreed(self, picture: Image, scan: Image) -> Work[Image]:
        """A picture (scale h, scale w) brought into agreement with the scan, and nearly into [0, 1].

        Two projections in turn; what black cut off says something of the pixels beside it.
        """
        step = self.data_step(scan.shape)
        for turn in range(TURNS + 1):
            if turn:
                picture = picture + np.float32(BEYOND) * (np.clip(picture, 0, 1) - picture)
            steps = [(turn + more) / (TURNS + 1) for more in (0, 1)]
            picture = yield from part(step.approached(picture, scan), *steps)
        return picture
