"""How well a few letters name a command."""

from __future__ import annotations

from dataclasses import dataclass

LETTER, WORD_START, FIRST, NEIGHBOUR = 1.0, 8.0, 3.0, 5.0
GAP = 0.2
"""Lost for every letter passed over between two that match."""

TOLD = 2.0
"""For a word that is not in the name but begins one of what is told of it."""

LENGTH = 0.05
"""Lost for every letter of the name: of two that match alike the shorter is meant."""


@dataclass(frozen=True, slots=True)
class Match:
    """How good it is, and which letters of the name were meant."""

    score: float
    letters: frozenset[int]


def match(query: str, name: str, told: str) -> Match | None:
    """Find every word of a query in a name or in what is told of it; None if one is in neither.

    In the name a word's letters may stand apart, in their order; the beginnings of words count most, neighbours next.
    In what is told a word must begin one.
    """
    score, letters = -LENGTH * len(name), set[int]()
    words = told.casefold().split()
    for token in query.casefold().split():
        found = _scattered(token, [letter.casefold() for letter in name])
        begins = any(word.strip("(“").startswith(token) for word in words)
        if found is not None and (found[0] >= TOLD or not begins):
            score += found[0]
            letters.update(found[1])
        elif begins:
            score += TOLD
        else:
            return None
    return Match(score, frozenset(letters))


def _scattered(token: str, name: list[str]) -> tuple[float, list[int]] | None:
    """The best places of a token's letters in a name, in their order."""
    passing = iter(name)
    if not all(letter in passing for letter in token):
        return None
    best: list[tuple[float, list[int]] | None] = [(0.0, [])] * len(name)
    for i, letter in enumerate(token):
        row: list[tuple[float, list[int]] | None] = []
        reached: tuple[float, list[int]] | None = (0.0, []) if i == 0 else None
        for j, held in enumerate(name):
            place = None
            if held == letter and reached is not None:
                starts = j == 0 or not name[j - 1].isalnum()
                gain = LETTER + WORD_START * starts + FIRST * (j == 0)
                place = (reached[0] + gain, [*reached[1], j])
                beside = best[j - 1] if i and j else None
                if beside is not None and beside[0] + NEIGHBOUR + gain > place[0]:
                    place = (beside[0] + NEIGHBOUR + gain, [*beside[1], j])
            row.append(place)
            if i:
                before = best[j]
                faded = None if reached is None else (reached[0] - GAP, reached[1])
                reached = before if faded is None or (before is not None and before[0] > faded[0]) else faded
        best = row
    return max((place for place in best if place is not None), key=lambda place: place[0], default=None)
