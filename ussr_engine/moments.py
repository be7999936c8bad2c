"""Pictures of a run while it trained: a few, at steps that grow like the logarithm, to be looked at again."""

from __future__ import annotations

import math
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ussr_engine.events import Previewed
from ussr_engine.result import Scores
from ussr_engine.scan import Image

MOST, FEWEST = 24, 6
"""Pictures kept of one run, however many it showed; and how many where they are so large that BYTES would be passed."""
BYTES = 64 * 2**20
"""Room for the pictures of one run: 24 of 1.6 megapixels in colour, and fewer of larger ones."""


@dataclass(frozen=True, eq=False)
class Moment:
    """What a run showed at a step: 8-bit levels, which is what panes show, and what it was worth."""

    step: int
    levels: npt.NDArray[np.uint8]
    scores: Scores | None
    consistency: float | None
    _shown: weakref.ref[Image] | None = field(default=None, init=False, repr=False)

    @classmethod
    def of(cls, previewed: Previewed) -> Moment:
        """What a preview shows."""
        levels = np.rint(np.clip(previewed.image, 0, 1) * np.float32(255)).astype(np.uint8)
        return cls(previewed.step, levels, previewed.scores, previewed.consistency)

    @property
    def image(self) -> Image:
        """The picture in [0, 1], off by half a level at most; the same array as long as anyone shows it."""
        shown = self._shown() if self._shown is not None else None
        if shown is None:
            shown = self.levels.astype(np.float32)
            shown /= np.float32(255)
            object.__setattr__(self, "_shown", weakref.ref(shown))
        return shown


def kept(moments: Sequence[Moment], newest: Moment) -> list[Moment]:
    """The moments with a new one, thinned so that their steps stay evenly spaced on a logarithmic axis.

    The first and the newest always stay; of the others those go whose neighbours are closest to each other.
    """
    steps = thinned([moment.step for moment in moments], newest.step, newest.levels.nbytes)
    return [moment for moment in (*(one for one in moments if one.step < newest.step), newest) if moment.step in steps]


def thinned(steps: Sequence[int], newest: int, size: int) -> list[int]:
    """Of the steps at which pictures of ``size`` bytes were kept, and a new one, those that `kept` keeps."""
    all_ = [*(step for step in steps if step < newest), newest]
    room = max(FEWEST, min(MOST, BYTES // max(size, 1)))
    while len(all_) > room:
        gaps = [math.log(after / max(before, 1)) for before, after in zip(all_, all_[2:], strict=False)]
        del all_[1 + gaps.index(min(gaps))]
    return all_
