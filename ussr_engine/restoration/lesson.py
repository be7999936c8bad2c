"""A coarse picture whose truth is known, and what its enlargement lacks: what a polishing network learns from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ussr_engine.imaging.work import Work
from ussr_engine.scan import Image

Adding = Callable[[Image, Image], Work[Image]]
"""A coarse picture (h, w) and its enlargement (scale h, scale w) to that enlargement with what it lacks."""


@dataclass(frozen=True)
class Lesson:
    """A coarse picture (h, w), its enlargement (scale h, scale w), and what that lacks."""

    coarse: Image
    enlarged: Image
    lacking: Image

    @classmethod
    def of(cls, coarse: Image, enlarged: Image, truth: Image) -> Lesson:
        """From the truth."""
        return cls(coarse, enlarged, truth - enlarged)
