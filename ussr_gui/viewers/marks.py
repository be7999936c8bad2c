"""What is written over a picture: light with a dark halo, so that it reads on white tissue and in black fluid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from ussr_gui import theme
from ussr_gui.language import tr

NOT_FOR_DIAGNOSIS = tr("Super-resolved · not for diagnosis")
NOTE_LEFT = 34
HALO = 3
"""Width of the dark line around letters."""
HANDLE = 34
"""Diameter of the curtain's handle."""
HANDLE_DEPTH = 0.8
"""Where on the curtain's line its handle sits, as a fraction of the height: away from the middle of the scan."""


def halo(alpha: int) -> QColor:
    dark = QColor(theme.current().halo)
    dark.setAlpha(alpha)
    return dark


def write(painter: QPainter, at: QPointF, words: str, font: QFont, colour: str = "") -> None:
    """Words with their baseline at a point, on a whole pixel of the screen."""
    ratio = painter.device().devicePixelRatioF()
    lettering, baseline = _lettering(words, font.key(), colour or theme.current().mark, theme.current().halo, ratio)
    place = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
    painter.drawPixmap(place - baseline, lettering)


@lru_cache(maxsize=512)
def _lettering(words: str, key: str, colour: str, around: str, ratio: float) -> tuple[QPixmap, QPointF]:
    """Words drawn once, and where in the picture their baseline begins: outlines are slow to paint."""
    font = QFont()
    font.fromString(key)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, words)
    box = path.boundingRect().adjusted(-HALO, -HALO, HALO, HALO).toAlignedRect()
    picture = QPixmap(box.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.topLeft())
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    dark = QColor(around)
    dark.setAlpha(200)
    painter.strokePath(path, QPen(dark, HALO, Qt.PenStyle.SolidLine, cap, join))
    painter.fillPath(path, QColor(colour))
    painter.end()
    return picture, QPointF(-box.left(), -box.top())


def draw(painter: QPainter, lines: Sequence[QLineF], width: float = 1.25) -> None:
    """Lines with their halo below all of them."""
    for colour, thick in ((halo(170), width + 2), (QColor(theme.current().mark), width)):
        painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(list(lines))


def round_length(longest: float) -> float:
    """The longest of 1, 2, 5 × 10^n that is not above ``longest``."""
    decade = 10.0 ** math.floor(math.log10(longest))
    return next(step * decade for step in (5, 2, 1) if step * decade <= longest * (1 + 1e-9))


def tick_step(pixels_per_mm: float) -> float:
    """Millimetres between depth ticks: 1, or the next of 2, 5, 10 ... (0.5, 0.2 ... close up) that leaves them 6 px."""
    step = 1.0
    if pixels_per_mm >= 60:
        return max(round_length(60 / pixels_per_mm), 0.1)
    while step * pixels_per_mm < 6:
        step = round_length(step * 2.6)
    return step


def depth_ticks(painter: QPainter, view: QRectF, depth: float, height: float) -> None:
    """Depth below the skin at the left edge, in mm; every fifth tick is longer and numbered."""
    per_mm = height / view.height()
    step, font, lines = tick_step(per_mm), theme.font(11, 500), []
    bottom = height - theme.pixels(34)
    for i in range(max(0, math.ceil(view.top() / step)), math.floor(min(depth, view.bottom()) / step + 1e-9) + 1):
        y = (i * step - view.top()) * per_mm
        numbered = i % 5 == 0
        if 6 < y < height - 6:
            lines.append(QLineF(0, y, 10 if numbered else 5, y))
            if numbered and 14 < y < bottom:
                write(painter, QPointF(14, y + theme.pixels(4)), f"{round(i * step, 2):g}", font)
    draw(painter, lines, 1)


def scale_bar(painter: QPainter, pixels_per_unit: float, unit: str, width: float, height: float) -> None:
    """A round length at the bottom right, a fifth of the pane at most."""
    length = round_length(_longest_bar(width) / pixels_per_unit)
    across = length * pixels_per_unit
    x, y = round(width - 14 - across), round(height - 14) + 0.5
    ends = (x + 0.5, round(x + across) + 0.5)
    draw(painter, [QLineF(ends[0], y, ends[1], y), *(QLineF(e, y - 4, e, y + 4) for e in ends)])
    words, font = f"{length:g} {unit}", theme.font(11, 500)
    left = (ends[0] + ends[1]) / 2 - QFontMetricsF(font).horizontalAdvance(words) / 2
    write(painter, QPointF(min(left, width - 8 - QFontMetricsF(font).horizontalAdvance(words)), y - 8), words, font)


def cross(painter: QPainter, at: QPointF) -> None:
    """Four arms around the pixel under the mouse, which stays seen."""
    x, y = round(at.x()) + 0.5, round(at.y()) + 0.5
    arms = ((-16, 0, -5, 0), (5, 0, 16, 0), (0, -16, 0, -5), (0, 5, 0, 16))
    draw(painter, [QLineF(x + a, y + b, x + c, y + d) for a, b, c, d in arms])


def scale_bar_room(width: float) -> float:
    """Pixels at the right edge of a pane that the scale bar and its words take at most."""
    return _longest_bar(width) + 28


def _longest_bar(width: float) -> float:
    return max(width / 5, 48)


def note_width(words: Sequence[str] = (NOT_FOR_DIAGNOSIS,)) -> float:
    """Pixels that the note takes in these lines."""
    metrics = QFontMetricsF(theme.font(11, 500))
    return max(metrics.horizontalAdvance(line) for line in words)


def note_lines(room: float) -> tuple[str, ...]:
    """That a picture is not a recording: in one line, or two, or three, so that they are not wider than ``room``."""
    first, last = NOT_FOR_DIAGNOSIS.split(" · ")
    ways: tuple[tuple[str, ...], ...] = ((NOT_FOR_DIAGNOSIS,), (first, last), (first, *last.rsplit(" ", 1)))
    return next((way for way in ways if note_width(way) <= room), ways[-1])


def note_height(words: Sequence[str]) -> float:
    """Pixels at the foot of a pane that the note takes."""
    return 11 + len(words) * QFontMetricsF(theme.font(11, 500)).height()


def note(painter: QPainter, words: Sequence[str], height: float, left: float) -> None:
    """Write the note at the foot of a pane."""
    font = theme.font(11, 500)
    for up, line in enumerate(reversed(words)):
        write(painter, QPointF(left, height - 11 - up * QFontMetricsF(font).height()), line, font)


@dataclass(frozen=True)
class ColourBar:
    """What colours mean: evenly spaced ``colours`` and ``numbers`` from the lower end to the upper, and a unit."""

    colours: tuple[QColor, ...]
    numbers: tuple[str, ...]
    words: str


def colour_bar(painter: QPainter, bar: ColourBar, right: float, height: float) -> float:
    """A bar whose right edge lies 15 pixels left of ``right``; returns where another can stand beside it."""
    font = theme.font(11, 500)
    metrics = QFontMetricsF(font)
    line = metrics.height()
    if height < 4 * line:
        return right
    area = QRectF(right - 25.5, 20.5, 10, max(height - 40 - line, 40))
    shade = QLinearGradient(area.bottomLeft(), area.topLeft())
    for i, stop in enumerate(bar.colours):
        shade.setColorAt(i / (len(bar.colours) - 1), stop)
    painter.setPen(QPen(QColor(theme.current().mark), 1))
    painter.setBrush(shade)
    painter.drawRect(area)
    widest = 0.0
    for i, words in enumerate(bar.numbers):
        y = area.bottom() - i / (len(bar.numbers) - 1) * area.height()
        widest = max(widest, metrics.horizontalAdvance(words))
        left = area.left() - 7 - metrics.horizontalAdvance(words)
        write(painter, QPointF(left, y + theme.pixels(4)), words, font)
    across = metrics.horizontalAdvance(bar.words)
    write(painter, QPointF(right - 15 - across, area.bottom() + line + 7), bar.words, font)
    return right - max(33 + widest, 15 + across)


def colour_bar_room(bar: ColourBar) -> float:
    """Pixels at the right edge of a pane that a bar and its words take."""
    metrics = QFontMetricsF(theme.font(11, 500))
    return max(
        33 + max(metrics.horizontalAdvance(one) for one in bar.numbers), 15 + metrics.horizontalAdvance(bar.words)
    )


def split(painter: QPainter, shape: str, position: float, names: tuple[str, str], size: tuple[float, float]) -> None:
    """The line between two outputs with its handle, and whose part is whose; a chessboard has names only."""
    font = theme.font(13, 600)
    metrics, (width, height) = QFontMetricsF(font), size
    if shape == "upright":
        x = round(position * width)
        draw(painter, [QLineF(x + 0.5, 0, x + 0.5, height)], 1.5)
        write(painter, QPointF(x - 14 - metrics.horizontalAdvance(names[0]), 24), names[0], font)
        write(painter, QPointF(x + 13, 24), names[1], font)
        _handle(painter, QPointF(x, height * HANDLE_DEPTH), QPointF(1, 0))
    elif shape == "level":
        y = round(position * height)
        draw(painter, [QLineF(0, y + 0.5, width, y + 0.5)], 1.5)
        write(painter, QPointF(NOTE_LEFT, y - 10), names[0], font)
        write(painter, QPointF(NOTE_LEFT, y + 10 + metrics.ascent()), names[1], font)
        _handle(painter, QPointF(width * HANDLE_DEPTH, y), QPointF(0, 1))
    else:
        write(painter, QPointF(NOTE_LEFT, 24), f"{names[0]}  /  {names[1]}", font)


def _handle(painter: QPainter, at: QPointF, along: QPointF) -> None:
    colours, across = theme.current(), QPointF(along.y(), along.x())
    painter.setPen(QPen(QColor(colours.halo), 1))
    painter.setBrush(QColor(colours.mark))
    painter.drawEllipse(at, HANDLE / 2, HANDLE / 2)
    pen = QPen(QColor(colours.halo), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for side in (-1, 1):
        tip, foot = at + along * (side * 8), at + along * (side * 4)
        painter.drawPolyline([foot - across * 4, tip, foot + across * 4])
