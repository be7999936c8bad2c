"""Questions of a lesson: one of several answers, or a place in the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ussr_engine.errors import BadRequest

Place = tuple[float, float]
"""(lateral, axial) in the unit of the step's field of view."""
Outline = tuple[Place, ...]

FEWEST, MOST = 2, 8
"""Answers to choose from."""
LONGEST = 2000
"""Letters of a question, of an answer, of an explanation."""
MOST_REGIONS, MOST_CORNERS = 16, 400


@dataclass(frozen=True)
class Choice:
    """``right`` is the number of the right answer, from 0."""

    words: str
    answers: tuple[str, ...]
    right: int
    explanation: str = ""

    def __post_init__(self) -> None:
        _short(self.words, self.explanation, *self.answers)
        if not FEWEST <= len(self.answers) <= MOST or not 0 <= self.right < len(self.answers):
            raise BadRequest(f"A question has {FEWEST} to {MOST} answers, one of which is right.")


@dataclass(frozen=True)
class Spot:
    """A place to be found: right is any place within one of the ``regions``, polygons whose last side is implied."""

    words: str
    regions: tuple[Outline, ...]
    explanation: str = ""

    def __post_init__(self) -> None:
        _short(self.words, self.explanation)
        if not 0 < len(self.regions) <= MOST_REGIONS:
            raise BadRequest(f"What is to be found has 1 to {MOST_REGIONS} regions.")
        for outline in self.regions:
            if not 3 <= len(outline) <= MOST_CORNERS or not all(math.isfinite(n) for place in outline for n in place):
                raise BadRequest("A region of a question is no polygon.")

    def holds(self, place: Place) -> bool:
        """True where a place lies in a region, by the even-odd rule."""
        return any(_inside(place, outline) for outline in self.regions)


def ellipse(left: float, top: float, right: float, bottom: float, corners: int = 48) -> Outline:
    """The outline of the ellipse in a box."""
    x, y, across, down = (left + right) / 2, (top + bottom) / 2, abs(right - left) / 2, abs(bottom - top) / 2
    turns = (2 * math.pi * number / corners for number in range(corners))
    return tuple((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns)


def _inside(place: Place, outline: Outline) -> bool:
    x, y = place
    inside = False
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def _short(*texts: str) -> None:
    if any(len(text) > LONGEST for text in texts):
        raise BadRequest(f"A question is longer than {LONGEST} letters.")
