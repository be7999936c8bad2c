"""Pictures of a report: the scan with the crop marked, the same crop of every output, what differs, the maps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from ussr_engine.measures.differences import Difference
from ussr_engine.result import TrustMap
from ussr_engine.scan import Image, Scan
from ussr_gui.gallery import Origin, Picture
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring import drawing
from ussr_gui.measuring.frame import Frame
from ussr_gui.measuring.shapes import Point, Shape
from ussr_gui.report.document import Plate
from ussr_gui.viewers.arrangement import field_of
from ussr_gui.viewers.comparison import LEAST, ROUND, bar_of, compared
from ussr_gui.viewers.overlay import Overlay, round_limit
from ussr_gui.viewers.picture import Texture

Window = tuple[float, float, float, float]
"""(top, left, height, width) in parts of the picture."""
WIDEST = 1000
"""Pixels of a whole picture's longer side, as the report keeps it."""
CROP = 480
"""Pixels that a crop is brought to at least, by repeating them, so that every pixel stays seen."""


def whole(title: str, scan: Scan, frame: Window | None = None, note: str = "") -> Plate:
    """A scan, smaller where it is large."""
    return Plate(title, _fitted(_qimage(scan.image)), note, frame=frame)


def crop(picture: Picture, part: Window, note: str) -> Plate:
    """A part of a picture, pixel by pixel."""
    return Plate(picture.name, _enlarged(_qimage(_cut(picture.scan.image, part))), note)


def differences(pictures: list[Picture], part: Window) -> list[Plate]:
    """What every picture but the reference differs from it by, in one scale of colours; the same part."""
    reference = held_against(pictures)
    made = [
        compared(Difference.SIGNED, one.output, reference.output, field_of(one.output), field_of(reference.output))
        for one in pictures
        if one is not reference
    ]
    seen = [_cut(one.values, part) for one in made]
    limit = max((round_limit(one, ROUND, LEAST[Difference.SIGNED]) for one in seen), default=1.0)
    names = {one.key: one.name for one in pictures}
    plates = []
    for one in made:
        image = one.texture(limit).image(1.0)
        top, left, high, wide = _pixels(part, image.height(), image.width())
        shown = _enlarged(image.copy(left, top, wide, high))
        title = f"{names[one.output.key]} − {reference.name}"
        plates.append(Plate(title, shown, bar=bar_of(Difference.SIGNED, limit)))
    return plates


def held_against(pictures: list[Picture]) -> Picture:
    """The truth, else the first interpolation."""
    truth = next((one for one in pictures if one.origin is Origin.TRUTH), None)
    return truth or next((one for one in pictures if one.origin is Origin.INTERPOLATED), pictures[0])


def trust(one: TrustMap, picture: Picture) -> Plate:
    """A map of how far a picture can be trusted, with what its colours mean."""
    laid = Overlay(one, picture.output)
    says = interpreted(one.says)
    says = f"{says[:1].upper()}{says[1:]}."
    return Plate(
        interpreted(one.title), _fitted(laid.texture.image(1.0)), says, replace(laid.bar, words=interpreted(one.unit))
    )


def measured(scan: Scan, shapes: tuple[Shape, ...], frame: Frame) -> Plate:
    """The scan with what was drawn on it."""
    image = _fitted(_qimage(scan.image)).convertToFormat(QImage.Format.Format_RGB32)
    if image.width() < WIDEST // 2:
        image = image.scaledToWidth(WIDEST // 2, Qt.TransformationMode.SmoothTransformation)
    across, down = image.width() / frame.width, image.height() / frame.height

    def place(point: Point) -> QPointF:
        return QPointF(point[0] * across, point[1] * down)

    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        drawing.paint(painter, shape, place)
        drawing.label(painter, shape, place, shape.name, QSizeF(image.size()))
    painter.end()
    return Plate(tr("Where it was measured"), image)


def _qimage(image: Image) -> QImage:
    return Texture(image).image(1.0)


def _cut(image: Image, part: Window) -> Image:
    top, left, high, wide = _pixels(part, *image.shape[:2])
    return np.ascontiguousarray(image[top : top + high, left : left + wide])


def _pixels(part: Window, height: int, width: int) -> tuple[int, int, int, int]:
    top, left = round(part[0] * height), round(part[1] * width)
    high, wide = max(1, round(part[2] * height)), max(1, round(part[3] * width))
    return top, left, min(high, height - top), min(wide, width - left)


def _fitted(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= WIDEST:
        return image
    ratio, how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(WIDEST, WIDEST), ratio, how)


def _enlarged(image: QImage) -> QImage:
    times = max(1, -(-CROP // max(image.width(), 1)))
    return image.scaled(image.width() * times, image.height() * times)
