"""Long computations in small steps: generators that yield how far they are, so that a cancel is heard between any two.

``close()`` between two steps ends the work; nothing of it is left.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

Work = Generator[float, None, T]
"""Yields the fraction done, 0 to 1, and returns what was worked out (``value = yield from work``)."""


def part(work: Work[T], first: float, last: float) -> Work[T]:
    """A work that is a part of another, from the fraction ``first`` to ``last`` of that."""
    while True:
        try:
            fraction = next(work)
        except StopIteration as end:
            value: T = end.value
            return value
        yield first + (last - first) * fraction


def done(work: Work[T]) -> T:
    """Carry a work out at one go."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value


def at_once(function: Callable[P, T]) -> Callable[P, Work[T]]:
    """A plain function as a work of one step."""

    def work(*args: P.args, **kwargs: P.kwargs) -> Work[T]:
        yield 0.0
        return function(*args, **kwargs)

    return work
