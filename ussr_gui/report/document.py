"""What a report says, whatever it is drawn on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from ussr_gui.viewers.marks import ColourBar


@dataclass(frozen=True)
class Heading:
    """``level`` 1 opens a part, 2 a section of it."""

    words: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """``quiet`` ones are notes: smaller and paler."""

    words: str
    quiet: bool = False


@dataclass(frozen=True)
class Facts:
    """Names and what they are, in ``columns`` beside each other."""

    pairs: tuple[tuple[str, str], ...]
    columns: int = 1


@dataclass(frozen=True)
class Table:
    """Rows below a line of titles; the first ``words`` columns are words, the others figures."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


@dataclass(frozen=True, eq=False)
class Plate:
    """One picture: what is above it, below it, and what its colours mean; ``frame`` marks a part of it.

    ``frame`` is (top, left, height, width) in parts of the picture.
    """

    title: str
    picture: QImage
    note: str = ""
    bar: ColourBar | None = None
    frame: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, eq=False)
class Plates:
    """Pictures side by side, ``columns`` in a row, each as wide as its share."""

    plates: tuple[Plate, ...]
    columns: int


@dataclass(frozen=True)
class Chart:
    """A drawing in SVG without style sheets, ``width`` by ``height``, and what it says in words."""

    svg: str
    width: int
    height: int
    words: str


Block = Heading | Paragraph | Facts | Table | Plates | Chart


@dataclass(frozen=True, eq=False)
class Document:
    """A title, what stands at the head and the foot of every page, and the blocks between."""

    title: str
    subject: str
    use: str
    blocks: Sequence[Block]
