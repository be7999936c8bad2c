"""A reading that was left, as a saved session has it: it goes on with the very pictures and pairs of its beginning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ussr_engine.measures.detail import Window
from ussr_engine.reading.trials import Answer, Question, Trial
from ussr_engine.scan import Scan
from ussr_gui.gallery import Origin, Picture
from ussr_gui.reading.sitting import Sitting, Wanted
from ussr_gui.records import Run


@dataclass(frozen=True)
class KeptPicture:
    """A picture; ``run`` is the number of its run."""

    key: str
    name: str
    origin: Origin
    scan: Scan
    run: int
    span: tuple[float, float]


@dataclass(frozen=True)
class KeptReading:
    """What was asked, what was drawn and what was answered."""

    question: Question
    pictures: tuple[KeptPicture, ...]
    reference: KeptPicture | None
    views: int
    repeated: float
    seed: int
    reader: str
    trials: tuple[Trial, ...]
    places: tuple[Window, ...]
    answers: tuple[tuple[Answer, float], ...]


def kept(sitting: Sitting) -> KeptReading:
    """All there is to a reading."""
    wanted = sitting.wanted
    return KeptReading(
        wanted.question,
        tuple(_kept(picture) for picture in wanted.pictures),
        None if wanted.reference is None else _kept(wanted.reference),
        *(wanted.views, wanted.repeated, wanted.seed, wanted.reader),
        *(sitting.trials, sitting.places, tuple(sitting.answers)),
    )


def recalled(kept: KeptReading, runs: Iterable[Run]) -> Sitting | None:
    """The reading again, with these runs; None where the file does not hold what the reading needs."""
    numbered = {run.number: run for run in runs}
    shown = (*kept.pictures, *([kept.reference] if kept.reference else []))
    whole = all(picture.run in numbered for picture in shown) and len(kept.answers) <= len(kept.trials)
    for trial in kept.trials:
        whole = whole and min(trial.pair) >= 0 and max(trial.pair) < len(kept.pictures)
        whole = whole and 0 <= trial.view < len(kept.places)
    if not whole:
        return None

    def again(one: KeptPicture) -> Picture:
        return Picture(one.key, one.name, one.origin, one.scan, numbered[one.run], one.span)

    pictures = tuple(again(one) for one in kept.pictures)
    reference = None if kept.reference is None else again(kept.reference)
    wanted = Wanted(kept.question, pictures, reference, kept.views, kept.repeated, kept.seed, kept.reader)
    return Sitting(wanted, kept.trials, kept.places, list(kept.answers))


def _kept(picture: Picture) -> KeptPicture:
    return KeptPicture(picture.key, picture.name, picture.origin, picture.scan, picture.run.number, picture.span)
