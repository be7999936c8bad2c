"""Pairs of pictures for a blind reading: which stand side by side, on which side, in which order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations

import numpy as np

from ussr_engine.errors import BadRequest


class Question(Enum):
    """What the reader is asked; the value is how it is asked."""

    BETTER = "Which is better?"
    REAL = "Which is real?"


class Answer(Enum):
    """What the reader says; the value is what files have of it."""

    LEFT = "left"
    RIGHT = "right"
    CANNOT_TELL = "can't tell"


@dataclass(frozen=True, slots=True)
class Trial:
    """Two pictures by their index, the view they are shown in, and the earlier trial that this one repeats."""

    number: int
    left: int
    right: int
    view: int = 0
    repeats: int | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """Both pictures, whichever side they stand on."""
        return min(self.left, self.right), max(self.left, self.right)

    def preferred(self, answer: Answer) -> int | None:
        """Index of the picture that an answer chooses; None where the reader cannot tell."""
        return {Answer.LEFT: self.left, Answer.RIGHT: self.right}.get(answer)


def drawn(
    count: int, seed: int, *, truth: int | None = None, views: int = 1, repeated: float = 0.25
) -> tuple[Trial, ...]:
    """Draw the trials of a reading.

    Parameters
    ----------
    count : int
        Pictures, 2 or more.
    seed : int
        Of the generator that draws order, sides and repeats; the same seed gives the same reading.
    truth : int, optional
        Index of the true picture: then every pair holds it ("Which is real?"), else all pairs are shown.
    views : int
        Places of the scan at which every pair is shown once; from one to the next the sides change.
    repeated : float
        Share of the trials, rounded up, that come again at the end with the sides exchanged.

    Raises
    ------
    BadRequest
        If there is no pair, or the share is outside [0, 1].
    """
    if count < 2 or views < 1 or not 0 <= repeated <= 1:
        raise BadRequest("A reading needs two pictures, one view, and a share of repeats from 0 to 1.")
    rng = np.random.default_rng(seed)
    pairs = [pair for pair in combinations(range(count), 2) if truth is None or truth in pair]
    turned = rng.random(len(pairs)) < 0.5
    shown: list[Trial] = []
    for view in range(views):
        sides = [pair if turn == bool(view % 2) else pair[::-1] for pair, turn in zip(pairs, turned, strict=True)]
        shown += _shuffled(rng, [Trial(0, one, other, view) for one, other in sides], shown)
    shown = [replace(trial, number=number) for number, trial in enumerate(shown, 1)]
    again = rng.choice(len(shown), math.ceil(repeated * len(shown)), replace=False)
    turned_round = [
        replace(shown[index], left=shown[index].right, right=shown[index].left, repeats=shown[index].number)
        for index in sorted(again)
    ]
    shown += _shuffled(rng, turned_round, shown)
    return tuple(replace(trial, number=number) for number, trial in enumerate(shown, 1))


def _shuffled(rng: np.random.Generator, trials: Sequence[Trial], before: Sequence[Trial]) -> list[Trial]:
    """These trials in a drawn order in which no pair follows itself, where that can be helped."""
    left, made = list(trials), list(before[-1:])
    while left:
        others = [trial for trial in left if not made or trial.pair != made[-1].pair]
        taken = others[rng.integers(len(others))] if others else left[0]
        left.remove(taken)
        places = range(len(before[-1:]) + 1, len(made) + 1)
        free = [at for at in places if all(taken.pair != one.pair for one in made[at - 1 : at + 1])]
        made.insert(len(made) if others or not free else free[rng.integers(len(free))], taken)
    return made[len(before[-1:]) :]
