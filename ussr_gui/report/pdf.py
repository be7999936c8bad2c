"""The document as PDF: words stay words, curves stay lines, every page has its number and the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgRenderer

from ussr_gui.report.document import Block, Chart, Document, Facts, Heading, Paragraph, Plate, Plates, Table
from ussr_gui.report.paper import INK, RULE, SOFT, Pages, Words, px
from ussr_gui.report.tables import put_table
from ussr_gui.theme import PAPER

SIZES = {1: 14.0, 2: 10.5}
BODY, SMALL = 9.5, 8.5
GAP = 4.0
"""Between neighbours, in mm."""
T = TypeVar("T")
TALLEST = 150.0
"""Of a picture, in mm."""


def written(document: Document, family: str) -> tuple[bytes, int]:
    """The file, and how many pages it has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator(document.use)
    pages = Pages.on(writer, family, f"{document.title} · {document.subject}", document.use)
    _put_title(pages, document)
    for index, block in enumerate(document.blocks):
        _put(pages, block, document.blocks[index + 1 :])
    count = pages.print()
    buffer.close()
    return bytes(buffer.data().data()), count


def rows_of(items: Sequence[T], count: int) -> Iterator[Sequence[T]]:
    """Neighbours, ``count`` at a time."""
    for start in range(0, len(items), count):
        yield items[start : start + count]


def _put_title(pages: Pages, document: Document) -> None:
    title = Words.set(document.title, pages.font(20, bold=True), pages.width)
    subject = Words.set(document.subject, pages.font(10), pages.width)
    top = pages.down
    line = top + title.height + subject.height + px(2.5)

    def draw(painter: QPainter) -> None:
        title.draw(painter, pages.left, top)
        subject.draw(painter, pages.left, top + title.height, SOFT)
        painter.setPen(QPen(QColor(INK), px(0.5)))
        painter.drawLine(QLineF(pages.left, line, pages.left + pages.width, line))

    pages.place(draw)
    pages.down = line + px(1)


def _put(pages: Pages, block: Block, after: Sequence[Block]) -> None:
    match block:
        case Heading():
            _put_heading(pages, block, after)
        case Paragraph(words, quiet):
            _put_words(pages, words, SMALL if quiet else BODY, SOFT if quiet else INK)
        case Facts():
            _put_facts(pages, block)
        case Table():
            put_table(pages, block)
        case Plates():
            _put_plates(pages, block)
        case Chart():
            _put_chart(pages, block)


def _put_heading(pages: Pages, heading: Heading, after: Sequence[Block]) -> None:
    """A heading never stands alone at the foot of a page."""
    words = Words.set(heading.words, pages.font(SIZES[heading.level], bold=True), pages.width)
    pages.skip(7 if heading.level == 1 else 4)
    pages.need(words.height + px(4) + _least(pages, after))
    top, line = pages.down, pages.down + words.height + px(0.6)

    def draw(painter: QPainter) -> None:
        words.draw(painter, pages.left, top)
        if heading.level == 1:
            painter.setPen(QPen(QColor(RULE), px(0.25)))
            painter.drawLine(QLineF(pages.left, line, pages.left + pages.width, line))

    pages.place(draw)
    pages.down = line + px(2 if heading.level == 1 else 1)


def _least(pages: Pages, after: Sequence[Block]) -> float:
    """What must stand on the same page as a heading: the beginning of what it names."""
    if not after:
        return 0.0
    match after[0]:
        case Heading(_, level):
            return px(SIZES[level] * 0.45 + 10) + _least(pages, after[1:])
        case Plates(plates, columns):
            return max(_plate_height(pages, plate, columns) for plate in plates[:columns])
        case Chart(_, width, height, _):
            return pages.width * height / width
        case Table():
            return px(20)
    return px(14)


def _put_words(pages: Pages, words: str, points: float, colour: str) -> None:
    made = Words.set(words, pages.font(points), pages.width)
    pages.skip(1.2)
    pages.need(made.height)
    top = pages.down
    pages.place(lambda painter: made.draw(painter, pages.left, top, colour))
    pages.down += made.height + px(1)


def _put_facts(pages: Pages, facts: Facts) -> None:
    """Name and value, with a hairline below each row; rows of columns beside each other are as tall as the tallest."""
    font, gap = pages.font(SMALL), px(GAP + 2)
    wide = (pages.width - gap * (facts.columns - 1)) / facts.columns
    longest = max(pages.metrics(font).horizontalAdvance(name) for name, _ in facts.pairs) + px(3)
    share = min(max(longest / wide, 0.3), 0.58)
    for pairs in rows_of(facts.pairs, facts.columns):
        cells = [
            (Words.set(name, font, wide * share - px(2)), Words.set(says, font, wide * (1 - share)))
            for name, says in pairs
        ]
        tall = max(max(name.height, says.height) for name, says in cells) + px(1.4)
        pages.need(tall)
        top = pages.down

        def draw(painter: QPainter, cells: Sequence[tuple[Words, Words]] = cells, top: float = top) -> None:
            for column, (name, says) in enumerate(cells):
                x = pages.left + column * (wide + gap)
                name.draw(painter, x, top + px(0.6), SOFT)
                says.draw(painter, x + wide * share, top + px(0.6))

        pages.place(draw)
        pages.place(_rules(pages, top + tall, len(pairs), wide, gap))
        pages.down += tall


def _rules(pages: Pages, y: float, count: int, wide: float, gap: float) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(PAPER.hair), px(0.2)))
        for column in range(count):
            x = pages.left + column * (wide + gap)
            painter.drawLine(QLineF(x, y, x + wide, y))

    return draw


def _plate_width(pages: Pages, columns: int) -> float:
    return (pages.width - px(GAP) * (columns - 1)) / columns


def _picture_size(pages: Pages, plate: Plate, columns: int) -> tuple[float, float]:
    """As wide as its column, unless that makes it too tall."""
    wide = _plate_width(pages, columns)
    tall = wide * plate.picture.height() / plate.picture.width()
    return (wide, tall) if tall <= px(TALLEST) else (wide * px(TALLEST) / tall, px(TALLEST))


def _plate_words(pages: Pages, plate: Plate, columns: int) -> tuple[Words, Words | None]:
    wide, small = _plate_width(pages, columns), pages.font(SMALL - 0.5)
    note = Words.set(plate.note, small, wide) if plate.note else None
    return Words.set(plate.title, pages.font(SMALL - 0.5, bold=True), wide), note


def _plate_height(pages: Pages, plate: Plate, columns: int) -> float:
    title, note = _plate_words(pages, plate, columns)
    bar = px(11) if plate.bar else 0.0
    return title.height + _picture_size(pages, plate, columns)[1] + bar + (note.height + px(1) if note else 0) + px(1)


def _put_plates(pages: Pages, plates: Plates) -> None:
    wide = _plate_width(pages, plates.columns)
    pages.skip(1)
    for line in rows_of(plates.plates, plates.columns):
        tall = max(_plate_height(pages, plate, plates.columns) for plate in line)
        pages.need(tall)
        titles = max(_plate_words(pages, plate, plates.columns)[0].height for plate in line)
        for column, plate in enumerate(line):
            pages.place(_drawn(pages, plate, plates.columns, column * (wide + px(GAP)), titles))
        pages.down += tall + px(2)


def _drawn(pages: Pages, plate: Plate, columns: int, across: float, titles: float) -> Callable[[QPainter], None]:
    """Pictures of a row begin at one height, below the tallest title."""
    title, note = _plate_words(pages, plate, columns)
    wide, tall = _picture_size(pages, plate, columns)
    x, top = pages.left + across, pages.down
    small = pages.font(SMALL - 0.5)

    def draw(painter: QPainter) -> None:
        title.draw(painter, x, top + titles - title.height)
        area = QRectF(x, top + titles + px(0.8), wide, tall)
        painter.drawImage(area, plate.picture)
        if plate.frame is not None:
            _draw_frame(painter, plate.frame, area)
        y = area.bottom() + px(1)
        if plate.bar is not None:
            box = QRectF(x, y, wide, px(2))
            shade = QLinearGradient(box.topLeft(), box.topRight())
            for index, colour in enumerate(plate.bar.colours):
                shade.setColorAt(index / (len(plate.bar.colours) - 1), colour)
            painter.fillRect(box, shade)
            painter.setFont(small)
            painter.setPen(QColor(SOFT))
            below = QRectF(x, box.bottom() + px(0.3), wide, px(4))
            sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
            for side, number in zip(sides, plate.bar.numbers, strict=True):
                painter.drawText(below, side, number)
            painter.drawText(below.translated(0, px(3.8)), Qt.AlignmentFlag.AlignLeft, plate.bar.words)
            y += px(10)
        if note is not None:
            note.draw(painter, x, y, SOFT)

    return draw


def _draw_frame(painter: QPainter, frame: tuple[float, float, float, float], area: QRectF) -> None:
    top, left, height, width = frame
    box = QRectF(
        area.x() + left * area.width(), area.y() + top * area.height(), width * area.width(), height * area.height()
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thick in ((PAPER.halo, 0.9), (PAPER.mark, 0.45)):
        painter.setPen(QPen(QColor(colour), px(thick)))
        painter.drawRect(box)


def _put_chart(pages: Pages, chart: Chart) -> None:
    tall = pages.width * chart.height / chart.width
    drawing = QSvgRenderer(QByteArray(chart.svg.encode()))
    pages.need(tall)
    area = QRectF(pages.left, pages.down, pages.width, tall)
    pages.place(lambda painter: drawing.render(painter, area))
    pages.down += tall + px(1)
