"""Tables on paper: columns as wide as their words, the head again on every page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ussr_gui.report.document import Table
from ussr_gui.report.paper import INK, SOFT, Pages, Words, px
from ussr_gui.theme import PAPER

POINTS = 8.5
PAD = 2.4
"""Between columns, in mm."""
LEAST = 24.0
"""Width in mm that the first column keeps."""
MOST_SPARE = 9.0
"""Of the room that is left, in mm, what a column of figures takes at most: names and figures stay near each other."""


def put_table(pages: Pages, table: Table) -> None:
    """Place a table; a row is never parted."""
    widths = _widths(pages, table)
    head = _cells(pages, table.head, table.words, widths, bold=True)
    pages.skip(1)
    first = True
    for row in table.rows:
        cells = _cells(pages, row, table.words, widths, bold=False)
        tall = _tall(cells)
        if first or tall > pages.free:
            pages.need(_tall(head) + tall)
            _place(pages, head, widths, SOFT, INK)
            first = False
        _place(pages, cells, widths, INK, PAPER.hair)
    pages.down += px(1)


def _widths(pages: Pages, table: Table) -> list[float]:
    """As wide as the longest cell; where that is too much, titles wrap and the first column gives way."""
    plain, bold = pages.metrics(pages.font(POINTS)), pages.metrics(pages.font(POINTS - 0.5, bold=True))
    count = len(table.head)
    body = [max((plain.horizontalAdvance(row[i]) for row in table.rows), default=0.0) for i in range(count)]
    title = [max(bold.horizontalAdvance(word) for word in table.head[i].split(" ")) for i in range(count)]
    whole = [bold.horizontalAdvance(words) for words in table.head]
    room = pages.width - px(PAD) * (count - 1)
    wide = [max(one, other) for one, other in zip(body, whole, strict=True)]
    if sum(wide) > room:
        wide = [max(one, other) for one, other in zip(body, title, strict=True)]
    wide = [one + px(0.2) for one in wide]  # rounding must not wrap the longest cell
    spare, figures = room - sum(wide), count - table.words
    if spare >= 0:
        share = min(spare / (figures + 1), px(MOST_SPARE))
        wide = [one + (share if index >= table.words else 0.0) for index, one in enumerate(wide)]
        wide[0] += room - sum(wide)
        return wide
    wide[0] = max(wide[0] + spare, px(LEAST))
    others = sum(wide[1:])
    wide[1:] = [one * min(1.0, (room - wide[0]) / others) for one in wide[1:]]
    return wide


def _cells(pages: Pages, row: Sequence[str], words: int, widths: Sequence[float], bold: bool) -> list[Words]:
    font = pages.font(POINTS - 0.5 if bold else POINTS, bold)
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    return [
        Words.set(cell, font, width, left if index < words else right)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _tall(cells: Sequence[Words]) -> float:
    return max(cell.height for cell in cells) + px(1.6)


def _place(pages: Pages, cells: Sequence[Words], widths: Sequence[float], colour: str, rule: str) -> None:
    top, tall, end = pages.down, _tall(cells), pages.left + pages.width

    def draw(painter: QPainter) -> None:
        x = pages.left
        for cell, width in zip(cells, widths, strict=True):
            cell.draw(painter, x, top + tall - px(0.8) - cell.height, colour)
            x += width + px(PAD)
        painter.setPen(QPen(QColor(rule), px(0.25)))
        painter.drawLine(QLineF(pages.left, top + tall, end, top + tall))

    pages.place(draw)
    pages.down += tall
