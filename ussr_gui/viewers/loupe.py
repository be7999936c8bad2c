"""The loupe: the place under the mouse magnified, in every pane at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ussr_gui import theme
from ussr_gui.viewers.picture import CRISP_FROM, PictureItem

if TYPE_CHECKING:
    from ussr_gui.viewers.canvas import Canvas

CLOSER = 4.0
"""Times that the loupe is closer than its pane."""
RADIUS = 74
"""Pixels at 100 %; never more than a third of the pane."""


def paint(painter: QPainter, canvas: Canvas, place: QPointF, items: Sequence[PictureItem]) -> None:
    """Magnify what these items show around a place; the painter is in pixels of the canvas."""
    radius = min(theme.pixels(RADIUS), canvas.width() / 3, canvas.height() / 3)
    middle, view = canvas.pixel(place), canvas.view()
    per_unit = CLOSER * canvas.width() / view.width()
    lens = QPainterPath()
    lens.addEllipse(middle, radius, radius)
    painter.save()
    painter.setClipPath(lens)
    painter.fillPath(lens, QColor(theme.current().well))
    for item in items:
        if item.texture is None:
            continue
        zoom = per_unit * item.field.width() / item.texture.width
        painter.save()
        painter.translate(middle)
        painter.scale(per_unit, per_unit)
        painter.translate(-place)
        if item.only is not None:
            painter.setClipPath(item.only, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(item.opacity())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < CRISP_FROM)
        image = item.texture.image(zoom * painter.device().devicePixelRatioF(), item.tone)
        reach = radius / per_unit
        seen = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach).intersected(item.field)
        across, down = image.width() / item.field.width(), image.height() / item.field.height()
        part = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
        painter.drawImage(seen, image, part)
        painter.restore()
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.current().halo, 4.0), (theme.current().mark, 1.5)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(middle, radius, radius)
