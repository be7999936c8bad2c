"""How strong pictures are by the answers of a reader: Bradley–Terry with ties as Davidson has them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from ussr_engine.errors import BadRequest

Counts = npt.NDArray[np.number[Any]]
"""(n, n), entry (i, j): how often."""
Values = npt.NDArray[np.float64]

PRIOR = 3.0
"""Standard deviation of the normal prior on every log strength and on the log of the tie parameter: an unbeaten
picture stays finite, and ten answers already outweigh it."""
STEPS, ENOUGH = 100, 1e-10


@dataclass(frozen=True, eq=False)
class Strengths:
    """Log strengths of ``n`` pictures.

    Attributes
    ----------
    logs : (n,)
        Sum 0: 0 is the mean of these pictures, a difference of 1 odds of e to 1 where the reader decides.
    covariance : (n, n)
        Of ``logs``, from the curvature at the maximum.
    tie : float
        Davidson's ν >= 0: two pictures of one strength are not told apart with probability ν / (2 + ν).
    """

    logs: Values
    covariance: Values
    tie: float

    def interval(self, index: int, level: float = 0.95) -> tuple[float, float]:
        """Bounds of a log strength, by the normal approximation."""
        half = float(ndtri((1 + level) / 2)) * float(np.sqrt(self.covariance[index, index]))
        return float(self.logs[index]) - half, float(self.logs[index]) + half

    def chance_above(self, one: int, other: int) -> float:
        """How likely picture ``one`` is the stronger, 0 to 1."""
        apart = self.covariance
        variance = apart[one, one] + apart[other, other] - 2 * apart[one, other]
        return float(ndtr((self.logs[one] - self.logs[other]) / np.sqrt(variance)))


def chances(one: float, other: float, tie: float) -> tuple[float, float, float]:
    """Probabilities that the first is preferred, the second is, and that they are not told apart, from log strengths.

    Source: Davidson, On extending the Bradley–Terry model to accommodate ties in paired comparison experiments,
    JASA 65 (1970) 317–328, with strengths exp(one), exp(other) and ν = ``tie``.
    """
    middle = (one + other) / 2
    weights = np.array([np.exp(one - middle), np.exp(other - middle), tie])
    first, second, neither = weights / weights.sum()
    return float(first), float(second), float(neither)


def strengths(wins: Counts, ties: Counts, prior: float = PRIOR) -> Strengths:
    """The most likely strengths under a weak normal prior, by Newton's method; the problem is concave.

    Parameters
    ----------
    wins : (n, n)
        (i, j): times that i was preferred to j; the diagonal is not looked at.
    ties : (n, n)
        (i, j), i < j: times that these two were not told apart; the rest is not looked at.
    prior : float
        Standard deviation of the prior; ``inf`` gives plain maximum likelihood, where that is finite.

    Raises
    ------
    BadRequest
        If the counts are not two square matrices of one size, 2 or more.
    """
    count = len(wins)
    if count < 2 or wins.shape != (count, count) or ties.shape != (count, count):
        raise BadRequest(f"Counts of wins and ties are square and of one size; these are {wins.shape}, {ties.shape}.")
    outcomes = [
        (_features(i, j, count), np.array([wins[i, j], wins[j, i], ties[i, j]], float))
        for i, j in combinations(range(count), 2)
    ]
    at = np.zeros(count + 1)
    value = _likelihood(at, outcomes, prior)
    for _ in range(STEPS):
        gradient, curvature = _slopes(at, outcomes, prior)
        step = np.linalg.lstsq(curvature, gradient, rcond=1e-12)[0]
        size, after = 1.0, _likelihood(at + step, outcomes, prior)
        while after < value and size > 1e-6:
            size /= 2
            after = _likelihood(at + size * step, outcomes, prior)
        at, value = at + size * step, after
        if float(np.abs(size * step).max()) < ENOUGH:
            break
    _, curvature = _slopes(at, outcomes, prior)
    centred = np.eye(count) - 1 / count
    covariance = centred @ np.linalg.pinv(curvature, rcond=1e-12, hermitian=True)[:count, :count] @ centred
    return Strengths(at[:count] - at[:count].mean(), covariance, float(np.exp(at[count])))


def _features(i: int, j: int, count: int) -> Values:
    """(3, n + 1): what the logits of "i", "j" and "not told apart" have of every parameter, ν's last."""
    made = np.zeros((3, count + 1))
    made[0, i] = made[1, j] = made[2, count] = 1
    made[2, [i, j]] = 0.5
    return made


def _shares(at: Values, features: Values) -> Values:
    logits = features @ at
    weights = np.exp(logits - logits.max())
    shares: Values = weights / weights.sum()
    return shares


def _likelihood(at: Values, outcomes: list[tuple[Values, Values]], prior: float) -> float:
    told = sum(float(seen @ np.log(np.maximum(_shares(at, features), 1e-300))) for features, seen in outcomes)
    return told - float(at @ at) / (2 * prior**2)


def _slopes(at: Values, outcomes: list[tuple[Values, Values]], prior: float) -> tuple[Values, Values]:
    """Gradient and negative second derivative of the log of the posterior."""
    gradient, curvature = -at / prior**2, np.eye(len(at)) / prior**2
    for features, seen in outcomes:
        shares, total = _shares(at, features), seen.sum()
        mean = shares @ features
        gradient = gradient + seen @ features - total * mean
        curvature = curvature + total * (features.T @ (shares[:, None] * features) - np.outer(mean, mean))
    return gradient, curvature
