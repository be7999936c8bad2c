"""The passport of a derived file: what its source says, what it says when read again; and what of a patient leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Privacy:
    """What of a patient may leave with the picture.

    ``deidentified``: nothing in the header, which is so unless a person asks otherwise; ``blanked``: black outside the
    ultrasound regions; ``clean``: a person has seen that no text about the patient is left in the picture.
    """

    deidentified: bool = True
    blanked: bool = False
    clean: bool = False


NAMELESS = Privacy()
"""What leaves unless a person asks otherwise."""


@dataclass(frozen=True, slots=True)
class Check:
    """One row: ``what`` was compared, in words of the ``source`` and of the ``export``."""

    what: str
    source: str
    export: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Passport:
    """All rows, and a sentence about what was written."""

    rows: tuple[Check, ...]
    words: str = ""

    @property
    def agrees(self) -> bool:
        """True where every row does."""
        return all(row.agrees for row in self.rows)

    @property
    def disagreeing(self) -> tuple[Check, ...]:
        """The rows for whose sake the export is refused."""
        return tuple(row for row in self.rows if not row.agrees)

    def table(self) -> str:
        """Four aligned columns for a terminal or a page: what | source | export | agrees."""
        return _aligned([("what", "source", "export", "agrees"), *_cells(self.rows)])


def _cells(rows: Iterable[Check]) -> list[tuple[str, str, str, str]]:
    return [(row.what, row.source, row.export, "yes" if row.agrees else "NO") for row in rows]


def _aligned(cells: list[tuple[str, str, str, str]]) -> str:
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    lines = (" | ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)
