"""What the answers of a reading say: a ranking, how often the truth was found, and how steady the reader was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ussr_engine.reading.strengths import Strengths, Values, strengths
from ussr_engine.reading.trials import Answer, Trial

Answered = tuple[Trial, Answer]
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``total`` with the bounds of its 95 % interval (Clopper–Pearson, exact); NaN of nothing."""

    hits: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.hits / self.total if self.total else float("nan")


@dataclass(frozen=True, slots=True)
class Place:
    """One picture in the ranking.

    ``low`` and ``high`` bound its log ``strength`` (0 is the mean of the pictures); ``above_next`` is how likely it is
    stronger than the one ranked below it, None for the last.
    """

    picture: int
    strength: float
    low: float
    high: float
    won: int
    lost: int
    undecided: int
    above_next: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """How often the truth was told from one picture, of the times that the reader decided."""

    picture: int
    told: Share
    undecided: int


def share(hits: int, total: int) -> Share:
    """A share with its interval.

    Source: Clopper and Pearson, Biometrika 26 (1934) 404–413.
    """
    if not total:
        return Share(0, 0, float("nan"), float("nan"))
    from scipy.stats import binomtest  # half a second, and no window that opens needs it

    bounds = binomtest(hits, total).proportion_ci(LEVEL, "exact")
    return Share(hits, total, float(bounds.low), float(bounds.high))


def counted(answered: Sequence[Answered]) -> list[Answered]:
    """The answers that a ranking rests on: repeats say something of the reader, not of the pictures."""
    return [(trial, answer) for trial, answer in answered if trial.repeats is None]


def tallies(answered: Sequence[Answered], count: int) -> tuple[Values, Values]:
    """(n, n) wins and ties of ``count`` pictures; ties stand above the diagonal."""
    wins, ties = np.zeros((count, count)), np.zeros((count, count))
    for trial, answer in counted(answered):
        preferred = trial.preferred(answer)
        if preferred is None:
            ties[trial.pair] += 1
        else:
            wins[preferred, trial.left + trial.right - preferred] += 1
    return wins, ties


def ranking(answered: Sequence[Answered], count: int) -> tuple[Place, ...]:
    """Pictures from the strongest to the weakest, those that were shown; see `strengths`."""
    wins, ties = tallies(answered, count)
    shown = sorted({index for trial, _ in counted(answered) for index in trial.pair})
    if not shown:
        return ()
    here = np.ix_(shown, shown)
    found: Strengths = strengths(wins[here], ties[here])
    order = sorted(range(len(shown)), key=lambda at: -found.logs[at])
    places = []
    for rank, at in enumerate(order):
        index = shown[at]
        low, high = found.interval(at, LEVEL)
        above = found.chance_above(at, order[rank + 1]) if rank + 1 < len(order) else None
        won, lost = int(wins[index].sum()), int(wins[:, index].sum())
        undecided = int(ties[index].sum() + ties[:, index].sum())
        places.append(Place(index, float(found.logs[at]), low, high, won, lost, undecided, above))
    return tuple(places)


def findings_of_truth(answered: Sequence[Answered], truth: int) -> tuple[Found, ...]:
    """How often ``truth`` was told from every picture it stood beside, the hardest to tell first."""
    made = []
    others = {trial.left + trial.right - truth for trial, _ in counted(answered) if truth in trial.pair}
    for other in sorted(others):
        said = [trial.preferred(answer) for trial, answer in counted(answered) if trial.pair == _pair(truth, other)]
        decided = [one for one in said if one is not None]
        made.append(Found(other, share(decided.count(truth), len(decided)), len(said) - len(decided)))
    return tuple(sorted(made, key=lambda one: one.told.value if one.told.total else 0.5))


def hit_rate(found: Sequence[Found]) -> Share:
    """Over all pictures: half is guessing."""
    return share(sum(one.told.hits for one in found), sum(one.told.total for one in found))


def consistency(answered: Sequence[Answered]) -> Share:
    """How many of the repeated pairs had the same answer again, with the sides exchanged."""
    said = {trial.number: trial.preferred(answer) for trial, answer in answered}
    again = [(said[trial.repeats], said[trial.number]) for trial, _ in answered if trial.repeats in said]
    return share(sum(first == second for first, second in again), len(again))


def leaning(answered: Sequence[Answered]) -> Share:
    """How often the left side was chosen, of the times that the reader decided; half is even-handed."""
    decided = [answer for _, answer in answered if answer is not Answer.CANNOT_TELL]
    return share(decided.count(Answer.LEFT), len(decided))


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
