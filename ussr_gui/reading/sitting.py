"""One blind reading as it stands: what was drawn, what was answered, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ussr_engine.measures.detail import WHOLE, Window, tissue, windows
from ussr_engine.reading.findings import Answered
from ussr_engine.reading.trials import Answer, Question, Trial, drawn
from ussr_engine.scan import luma
from ussr_gui.gallery import Origin, Picture
from ussr_gui.language import tr

CLOSE_UP = 0.35
"""Side of the closer views, in parts of the scan's."""


@dataclass(frozen=True)
class Wanted:
    """What the person asks for; ``reader`` goes into the reader's own file and nowhere else."""

    question: Question
    pictures: tuple[Picture, ...]
    reference: Picture | None
    views: int
    repeated: float
    seed: int
    reader: str


@dataclass(eq=False)
class Sitting:
    """Trials in the order drawn, and the answers so far with the seconds that each took."""

    wanted: Wanted
    trials: tuple[Trial, ...]
    places: tuple[Window, ...]
    """What every view shows, in parts of the picture."""
    answers: list[tuple[Answer, float]] = field(default_factory=list)

    @classmethod
    def begun(cls, wanted: Wanted) -> Sitting:
        """Draw a reading."""
        return cls(wanted, trials_of(wanted), places_of(wanted))

    @property
    def trial(self) -> Trial | None:
        """The pair to be looked at; None at the end."""
        return self.trials[len(self.answers)] if len(self.answers) < len(self.trials) else None

    @property
    def reached(self) -> str:
        """How far the reader has come."""
        return tr("{done} of {total}").format(done=len(self.answers), total=len(self.trials))

    @property
    def answered(self) -> list[Answered]:
        return [(trial, answer) for trial, (answer, _) in zip(self.trials, self.answers, strict=False)]

    @property
    def truth(self) -> int | None:
        """Index of the true picture, where it is asked for."""
        return truth_in(self.wanted.pictures) if self.wanted.question is Question.REAL else None

    def say(self, answer: Answer, seconds: float) -> None:
        self.answers.append((answer, seconds))

    def take_back(self) -> None:
        """The last pair once more."""
        del self.answers[-1:]


def truth_in(pictures: Sequence[Picture]) -> int | None:
    return next((index for index, picture in enumerate(pictures) if picture.origin is Origin.TRUTH), None)


def trials_of(wanted: Wanted) -> tuple[Trial, ...]:
    """What would be shown; nothing where there are no pairs."""
    truth = truth_in(wanted.pictures) if wanted.question is Question.REAL else None
    if len(wanted.pictures) < 2 or (wanted.question is Question.REAL and truth is None):
        return ()
    return drawn(len(wanted.pictures), wanted.seed, truth=truth, views=wanted.views, repeated=wanted.repeated)


def places_of(wanted: Wanted) -> tuple[Window, ...]:
    """The whole picture, then the places where interpolation holds most detail: no method is asked."""
    plain = next((one for one in wanted.pictures if one.origin is Origin.INTERPOLATED), wanted.pictures[0])
    bicubic = plain.run.prepared.bicubic if plain.run.prepared else plain.scan
    return (WHOLE, *windows(luma(bicubic.image), CLOSE_UP, wanted.views - 1, tissue(bicubic)))
