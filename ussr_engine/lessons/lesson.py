"""What a lesson is made of: steps with a caption, pictures, a way to look at them, and perhaps a question.

Places are in the unit of the step's field of view, lateral then axial: millimetres where its pictures know theirs, else
pixels of the scan.  Nothing names a patient, a file or a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest
from ussr_engine.lessons.questions import Choice, Spot
from ussr_engine.scan import Spacing

VERSION = 1
Levels = npt.NDArray[np.uint8]

MOST_STEPS, MOST_PICTURES, MOST_PREVIEWS = 200, 9, 48
MOST_PIXELS = 16_000_000
"""Of one picture."""
MOST_CURVES, MOST_POINTS, LAST_STEP = 8, 5000, 10**9
LEAST, MOST = 1e-3, 1e6
"""Of a length, in mm or pixels, and of a window: what is drawn at such sizes can still be drawn."""
LONGEST_LINE, LONGEST_TEXT = 300, 8000
"""Letters of a heading, and of a caption."""


def _picture(levels: npt.NDArray[Any]) -> None:
    form = levels.ndim == 2 or (levels.ndim == 3 and levels.shape[2] == 3)
    if levels.dtype != np.uint8 or not form or not 0 < levels.shape[0] * levels.shape[1] <= MOST_PIXELS:
        raise BadRequest("A picture of a lesson has an unexpected form.")


def _line(*texts: str) -> None:
    if any(len(text) > LONGEST_LINE for text in texts):
        raise BadRequest(f"A heading of a lesson is longer than {LONGEST_LINE} letters.")


def _text(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise BadRequest(f"A text of a lesson is longer than {LONGEST_TEXT} letters.")


class Role(Enum):
    """What a picture is."""

    SCAN = "scan"
    INTERPOLATED = "interpolated"
    RESULT = "result"
    TRUTH = "truth"
    OTHER = "other"


class Comparison(Enum):
    """How pictures are shown by what they differ by."""

    SIGNED = "signed"
    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    SIMILARITY = "similarity"


class Curtain(Enum):
    """How two pictures share one pane."""

    UPRIGHT = "upright"
    LEVEL = "level"
    CHESSBOARD = "chessboard"


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture.

    Attributes
    ----------
    levels : Levels
        (H, W) grey or (H, W, 3) colour, 0 to 255.
    spacing : Spacing or None
        mm per pixel.
    span : (float, float) or None
        (rows, columns) of the scan that it covers, by which pictures without millimetres align.
    super_resolved : bool
        True where a network drew it: that is always said, unless names are hidden.
    """

    name: str
    levels: npt.NDArray[Any]
    role: Role = Role.OTHER
    spacing: Spacing | None = None
    span: tuple[float, float] | None = None
    facts: str = ""

    def __post_init__(self) -> None:
        _picture(self.levels)
        _line(self.name, self.facts)
        spacing = self.spacing
        sizes = (*(self.span or ()), *((spacing.axial, spacing.lateral) if spacing is not None else ()))
        if not all(LEAST <= size <= MOST for size in sizes):
            raise BadRequest("A picture covers nothing, or more than there is.")

    @property
    def super_resolved(self) -> bool:
        """True for the result of a method."""
        return self.role is Role.RESULT


@dataclass(frozen=True, eq=False)
class Preview:
    """What a run showed at a step of its training; ``facts`` says what it was worth."""

    step: int
    levels: npt.NDArray[Any]
    facts: str = ""

    def __post_init__(self) -> None:
        _picture(self.levels)
        _line(self.facts)


@dataclass(frozen=True)
class Curve:
    """(step, value) of a loss, or of anything that goes along with training."""

    name: str
    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        _line(self.name)
        if len(self.points) > MOST_POINTS or not all(0 <= step <= LAST_STEP for step, _ in self.points):
            raise BadRequest(f"A curve has {MOST_POINTS} points at most, at steps of training.")


@dataclass(frozen=True)
class Training:
    """How picture number ``picture`` of the step came about: previews at growing steps, and curves."""

    picture: int
    previews: tuple[Preview, ...]
    curves: tuple[Curve, ...] = ()

    def __post_init__(self) -> None:
        steps = [preview.step for preview in self.previews]
        if not 0 < len(steps) <= MOST_PREVIEWS or min(steps) < 0 or steps != sorted(set(steps)):
            raise BadRequest(f"Previews of a run are at growing steps, {MOST_PREVIEWS} at most.")
        if max(steps) > LAST_STEP or len(self.curves) > MOST_CURVES:
            raise BadRequest(f"Training has {MOST_CURVES} curves at most, and ends by step {LAST_STEP}.")


@dataclass(frozen=True, eq=False)
class Overlay:
    """A map (H, W) laid over the panes, made with picture number ``picture``; its values are in ``unit``."""

    title: str
    unit: str
    signed: bool
    values: npt.NDArray[Any]
    picture: int = 0

    def __post_init__(self) -> None:
        _line(self.title, self.unit)
        if self.values.dtype != np.float32 or self.values.ndim != 2 or not 0 < self.values.size <= MOST_PIXELS:
            raise BadRequest("A map of a lesson has an unexpected form.")
        if not np.isfinite(self.values).all():
            raise BadRequest("A map of a lesson holds values that are not numbers.")


@dataclass(frozen=True)
class Tone:
    """Window, level and colours, as panes know them."""

    window: float = 1.0
    level: float = 0.5
    colours: str = "grey"

    def __post_init__(self) -> None:
        _line(self.colours)
        if not (LEAST <= self.window <= 1 and 0 <= self.level <= 1):
            raise BadRequest("A window or a level lies outside of the grey levels.")


@dataclass(frozen=True)
class Look:
    """How a step looks at its pictures, which are numbered from 0.

    Attributes
    ----------
    panes : int
        At most so many panes.
    sides : (int, int) or None
        Pictures that share one pane by ``curtain``, at ``position`` 0 to 1.
    tones : tuple of Tone
        One for all pictures, or one each.
    region : (left, top, width, height) or None
        What is seen; None is all of it.
    opacity : float
        Of the overlay, 0 to 1.
    """

    panes: int = 2
    active: int = 0
    reference: int | None = None
    comparison: Comparison | None = None
    curtain: Curtain | None = None
    sides: tuple[int, int] | None = None
    position: float = 0.5
    tones: tuple[Tone, ...] = (Tone(),)
    region: tuple[float, float, float, float] | None = None
    opacity: float = 0.5
    marked: bool = True

    def __post_init__(self) -> None:
        if self.panes not in (1, 2, 4, 6) or not (0 <= self.position <= 1 and 0 <= self.opacity <= 1):
            raise BadRequest("A step looks at its pictures in a way that there is not.")
        region = self.region
        if region is not None and not (all(abs(end) <= MOST for end in region) and min(region[2:]) >= LEAST):
            raise BadRequest("A step looks at no place.")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every picture that is named."""
        chosen = () if self.reference is None else (self.reference,)
        return (self.active, *chosen, *(self.sides or ()))


@dataclass(frozen=True)
class Step:
    """One step; ``hides_names``: pictures are called A, B, ... until the question is answered.

    ``moment`` is the preview that is shown first; None is the end of training.
    """

    heading: str
    caption: str
    pictures: tuple[Picture, ...]
    look: Look = field(default_factory=Look)
    question: Choice | Spot | None = None
    training: Training | None = None
    moment: int | None = None
    overlay: Overlay | None = None
    hides_names: bool = False

    def __post_init__(self) -> None:
        _line(self.heading)
        _text(self.caption)
        if not 0 < len(self.pictures) <= MOST_PICTURES:
            raise BadRequest(f"A step shows 1 to {MOST_PICTURES} pictures.")
        named = [*self.look.numbers, *(part.picture for part in (self.training, self.overlay) if part is not None)]
        if not all(0 <= number < len(self.pictures) for number in named):
            raise BadRequest("A step names a picture that it does not have.")
        if len(self.look.tones) not in (1, len(self.pictures)):
            raise BadRequest("A step has one window and level, or one for each picture.")
        previews = 0 if self.training is None else len(self.training.previews)
        if self.moment is not None and not 0 <= self.moment < previews:
            raise BadRequest("A step shows a moment that was not kept.")


@dataclass(frozen=True)
class Lesson:
    """A title, what it is about in a sentence, and the steps in their order."""

    title: str
    about: str
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        _line(self.title)
        _text(self.about)
        if len(self.steps) > MOST_STEPS:
            raise BadRequest(f"A lesson has {MOST_STEPS} steps at most.")

    @property
    def questions(self) -> tuple[int, ...]:
        """Numbers of the steps that ask."""
        return tuple(number for number, step in enumerate(self.steps) if step.question is not None)


def levels_of(image: npt.NDArray[np.float32]) -> Levels:
    """A picture in [0, 1] as a lesson keeps it: 0 to 255, rounded."""
    made: Levels = np.rint(np.clip(image, 0, 1) * np.float32(255)).astype(np.uint8)
    return made
