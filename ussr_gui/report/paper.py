"""Paper: pages on which pieces are placed one below the other, and drawn once all pages are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen, QTextLayout, QTextOption

from ussr_gui.language import tr
from ussr_gui.theme import PAPER

DPI = 600
WIDTH, HEIGHT = 210.0, 297.0
SIDE, HEAD, FOOT = 18.0, 20.0, 20.0
"""Margins in mm; head and foot hold the title, the research-use sentence and the number of the page."""
INK, SOFT, RULE = PAPER.ink, PAPER.soft, PAPER.rule

Draw = Callable[[QPainter], None]


def px(mm: float) -> float:
    """Dots of the paper."""
    return mm * DPI / 25.4


@dataclass(eq=False)
class Words:
    """Words in a column: wrapped between words, and inside of one only where it is longer than a line."""

    layout: QTextLayout
    height: float

    @classmethod
    def set(cls, words: str, font: QFont, width: float, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> Words:
        layout = QTextLayout(words, font)
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        down = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, down))
            down += line.height() * 1.12
        layout.endLayout()
        return cls(layout, down)

    def draw(self, painter: QPainter, x: float, y: float, colour: str = INK) -> None:
        painter.setPen(QColor(colour))
        self.layout.draw(painter, QPointF(x, y))


@dataclass(eq=False)
class Pages:
    """Where the next piece goes; a piece that does not fit begins a new page."""

    writer: QPdfWriter
    family: str
    title: str
    use: str
    down: float = 0.0
    pages: list[list[Draw]] = field(default_factory=lambda: [[]])

    @classmethod
    def on(cls, writer: QPdfWriter, family: str, title: str, use: str) -> Pages:
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        return cls(writer, family, title, use, px(HEAD))

    @property
    def left(self) -> float:
        return px(SIDE)

    @property
    def width(self) -> float:
        return px(WIDTH - 2 * SIDE)

    @property
    def free(self) -> float:
        """What is left of the page."""
        return px(HEIGHT - FOOT) - self.down

    @property
    def is_fresh(self) -> bool:
        """True at the head of a page."""
        return self.down <= px(HEAD)

    def font(self, points: float, bold: bool = False) -> QFont:
        made = QFont(self.family)
        made.setPixelSize(round(points * DPI / 72))
        made.setBold(bold)
        made.setFeature(QFont.Tag("tnum"), 1)
        return made

    def metrics(self, font: QFont) -> QFontMetricsF:
        return QFontMetricsF(font)

    def need(self, height: float) -> None:
        """Begin a new page where so much does not fit on this one."""
        if height > self.free and not self.is_fresh:
            self.pages.append([])
            self.down = px(HEAD)

    def skip(self, mm: float) -> None:
        """Empty space, but none at the head of a page."""
        if not self.is_fresh:
            self.down += px(mm)

    def place(self, draw: Draw) -> None:
        self.pages[-1].append(draw)

    def print(self) -> int:
        """Draw all pages with their heads and feet; returns how many there are."""
        painter = QPainter(self.writer)
        for number, page in enumerate(self.pages, 1):
            if number > 1:
                self.writer.newPage()
            for draw in page:
                draw(painter)
            self._furnish(painter, number)
        painter.end()
        return len(self.pages)

    def _furnish(self, painter: QPainter, number: int) -> None:
        font, foot = self.font(8), px(HEIGHT - FOOT + 5)
        painter.setFont(font)
        painter.setPen(QPen(QColor(RULE), px(0.2)))
        painter.drawLine(QLineF(self.left, foot, self.left + self.width, foot))
        box = QRectF(self.left, foot + px(1.5), self.width, px(5))
        painter.setPen(QColor(INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self.use)
        painter.setPen(QColor(SOFT))
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignRight,
            tr("Page {number} of {count}").format(number=number, count=len(self.pages)),
        )
        if number > 1:
            above = QRectF(self.left, px(HEAD - 10), self.width, px(5))
            painter.drawText(above, Qt.AlignmentFlag.AlignLeft, self.title)
