"""A picture on a pane: turned into bytes once, painted at any zoom without loss and without aliasing."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ussr_engine.scan import Image, luma
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.tone import ENTRIES, PLAIN, Table, Tone

Levels = npt.NDArray[np.uint16]

CRISP_FROM = 2.0
"""Device pixels per picture pixel from which pixels are drawn as squares; between 1 and 2 squares would be uneven."""
STRIP = 32
"""Rows that are worked on at once: what is made on the way stays in the processor's cache."""
SMALLEST = 64
"""Pixels of the shorter side under which a picture is not halved again."""


def to_levels(image: Image) -> Levels:
    """A picture in [0, 1] in 16 bits: (H, W) grey or (H, W, 3) colour."""
    top, made = np.float32(ENTRIES - 1), np.empty(image.shape, np.uint16)
    for first in range(0, len(image), STRIP):
        part = image[first : first + STRIP] * top
        np.rint(part, out=part)
        np.clip(part, 0, top, out=part)
        made[first : first + STRIP] = part
    return made


def grey_at(output: Output, down: float, across: float) -> float | None:
    """Grey level, 0 to 255 (a difference: -255 to 255), of the pixel at these fractions of the picture's size."""
    height, width = output.image.shape[:2]
    row, column = math.floor(down * height), math.floor(across * width)
    if not (0 <= row < height and 0 <= column < width):
        return None
    return float(luma(output.image[row : row + 1, column : column + 1])[0, 0]) * 255


def halved(levels: Levels) -> Levels:
    """Mean of 2 × 2 pixels; an odd last row or column joins its neighbours' mean."""
    height, width = levels.shape[0] // 2, levels.shape[1] // 2
    made = np.empty((height, width, *levels.shape[2:]), np.uint16)
    whole, half = levels.reshape(*levels.shape[:2], -1), made.reshape(height, width, -1)
    for first in range(0, height, STRIP):
        upper, lower = (whole[row : 2 * height : 2, : 2 * width][:STRIP] for row in (2 * first, 2 * first + 1))
        rows = np.add(upper, lower, dtype=np.uint32) + np.uint32(1)
        for channel in range(half.shape[2]):
            pairs = rows[:, 0::2, channel] + rows[:, 1::2, channel]
            half[first : first + STRIP, :, channel] = pairs >> np.uint32(2)
    return made


def painted(levels: Levels, tone: Tone, table: Table | None) -> QImage:
    """A picture as Qt paints it fastest: 32 bits a pixel, through a tone, or through a table of its own."""
    if levels.ndim == 2:
        packed = np.take(tone.table() if table is None else table, levels)
    else:
        light = tone.lightness()
        red, green, blue = (np.take(light, levels[..., channel]) for channel in range(3))
        packed = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    height, width = packed.shape
    return QImage(packed.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class Texture:
    """A picture and its halves, so that a small view of a large one shows means and not every eighth pixel.

    ``picture`` is in [0, 1], or levels of `to_levels` and then perhaps with a table of their own.  What is painted is
    made when it is first seen, and kept until it is seen in another tone.
    """

    def __init__(self, picture: Image | Levels, table: Table | None = None) -> None:
        self.height, self.width = picture.shape[:2]
        self._picture: npt.NDArray[Any] = picture
        self._table = table
        self._levels: list[Levels] = []
        self._painted: dict[int, tuple[Tone, QImage]] = {}
        self._steps = 0
        smallest = min(self.height, self.width)
        while smallest >= 2 * SMALLEST:
            smallest //= 2
            self._steps += 1

    def image(self, zoom: float, tone: Tone = PLAIN) -> QImage:
        """The picture to draw when one of its pixels covers ``zoom`` device pixels."""
        step = min(max(0, math.floor(-math.log2(zoom))) if zoom < 1 else 0, self._steps)
        if not self._levels:
            seen = self._picture
            self._levels.append(seen if seen.dtype == np.uint16 else to_levels(seen))
        while len(self._levels) <= step:
            self._levels.append(halved(self._levels[-1]))
        made = self._painted.get(step)
        if made is None or (self._table is None and made[0] != tone):
            made = self._painted[step] = (tone, painted(self._levels[step], tone, self._table))
        return made[1]


class PictureItem(pg.GraphicsObject):
    """A texture laid over its field of view; ``only`` limits it to a part (the other side of a curtain)."""

    def __init__(self) -> None:
        super().__init__()
        self.texture: Texture | None = None
        self.field = QRectF()
        self.tone = PLAIN
        self.only: QPainterPath | None = None

    def show_texture(self, texture: Texture | None, field: tuple[float, float]) -> None:
        field_of_view = QRectF(0, 0, field[1], field[0])
        if field_of_view != self.field:
            self.prepareGeometryChange()
        self.texture, self.field = texture, field_of_view
        self.update()

    def boundingRect(self) -> QRectF:
        return self.field

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.texture is None:
            return
        zoom = abs(painter.deviceTransform().m11()) * self.field.width() / self.texture.width
        image = self.texture.image(zoom, self.tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < CRISP_FROM)
        if self.only is not None:
            painter.setClipPath(self.only)
        painter.drawImage(self.field, image, QRectF(image.rect()))
