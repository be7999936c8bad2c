"""A picture on a pane: turned into bytes once, painted at any zoom without loss and without aliasing."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ussr_engine.scan import luma
from ussr_gui import theme
from ussr_gui.viewers.output import Output

Bytes = npt.NDArray[np.uint8]

CRISP_FROM = 2.0
"""Device pixels per picture pixel from which pixels are drawn as squares; between 1 and 2 squares would be uneven."""


def difference_limit(image: npt.NDArray[np.float32]) -> int:
    """Grey level at the ends of the colour bar: 1, 2 or 5 × 10^n, above all but 0.2 % of the differences."""
    reached = max(float(np.quantile(np.abs(image), 0.998)) * 255, 1.0)
    decade = 10.0 ** math.floor(math.log10(reached))
    return min(int(next(step for step in (1, 2, 5, 10) if step * decade >= reached - 1e-9) * decade), 255)


def diverging_table() -> Bytes:
    """(255, 3) colours from the most negative to the most positive difference; the middle one is nearly black."""
    colours = [QColor(stop) for stop in theme.current().diverging]
    stops = np.array([(c.red(), c.green(), c.blue()) for c in colours], float)
    at, known = np.linspace(0, len(stops) - 1, 255), np.arange(len(stops))
    return np.stack([np.interp(at, known, channel) for channel in stops.T], axis=1).round().astype(np.uint8)


def to_bytes(output: Output) -> Bytes:
    """The picture in 8 bits: (H, W) grey or (H, W, 3) colour, a difference through the diverging map."""
    if not output.signed:
        return np.rint(np.clip(output.image, 0, 1) * 255).astype(np.uint8)
    half = difference_limit(output.image) / 255
    index = np.rint(np.clip(luma(output.image) / half, -1, 1) * 127 + 127).astype(np.uint8)
    coloured: Bytes = diverging_table()[index]
    return coloured


def grey_at(output: Output, down: float, across: float) -> float | None:
    """Grey level, 0 to 255 (a difference: -255 to 255), of the pixel at these fractions of the picture's size."""
    height, width = output.image.shape[:2]
    row, column = math.floor(down * height), math.floor(across * width)
    if not (0 <= row < height and 0 <= column < width):
        return None
    return float(luma(output.image[row : row + 1, column : column + 1])[0, 0]) * 255


def as_qimage(pixels: Bytes) -> QImage:
    """A copy as a QImage, grey or RGB."""
    height, width = pixels.shape[:2]
    rows = np.ascontiguousarray(pixels)
    if pixels.ndim == 2:
        return QImage(rows.data, width, height, width, QImage.Format.Format_Grayscale8).copy()
    colour = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return colour.convertToFormat(QImage.Format.Format_RGB32)


def halved(pixels: Bytes) -> Bytes:
    """Mean of 2 × 2 pixels; an odd last row or column joins its neighbours' mean."""
    height, width = pixels.shape[0] // 2 * 2, pixels.shape[1] // 2 * 2
    part = pixels[:height, :width].astype(np.uint16)
    total = part[0::2, 0::2] + part[0::2, 1::2] + part[1::2, 0::2] + part[1::2, 1::2]
    return ((total + 2) // 4).astype(np.uint8)


class Texture:
    """A picture and its halves, so that a small view of a large one shows means and not every eighth pixel."""

    def __init__(self, pixels: Bytes, painted: Callable[[Bytes], QImage] = as_qimage) -> None:
        self.height, self.width = pixels.shape[:2]
        self.levels = [painted(pixels)]
        while min(pixels.shape[:2]) >= 128:
            pixels = halved(pixels)
            self.levels.append(painted(pixels))

    def level(self, zoom: float) -> QImage:
        """The picture to draw when one of its pixels covers ``zoom`` device pixels."""
        steps = max(0, math.floor(-math.log2(zoom))) if zoom < 1 else 0
        return self.levels[min(steps, len(self.levels) - 1)]


class PictureItem(pg.GraphicsObject):
    """A texture laid over its field of view; ``left`` hides what lies left of a lateral position (the curtain)."""

    def __init__(self) -> None:
        super().__init__()
        self.texture: Texture | None = None
        self.field = QRectF()
        self.left: float | None = None

    def show_texture(self, texture: Texture | None, field: tuple[float, float]) -> None:
        self.prepareGeometryChange()
        self.texture, self.field = texture, QRectF(0, 0, field[1], field[0])
        self.update()

    def boundingRect(self) -> QRectF:
        return self.field

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.texture is None:
            return
        zoom = abs(painter.deviceTransform().m11()) * self.field.width() / self.texture.width
        image = self.texture.level(zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < CRISP_FROM)
        if self.left is not None:
            painter.setClipRect(self.field.adjusted(self.left, 0, 0, 0))
        painter.drawImage(self.field, image, QRectF(image.rect()))
