"""The picture part of a pane: paints one output, or two that share it, and what is marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ussr_gui import theme
from ussr_gui.viewers import loupe, marks
from ussr_gui.viewers.arrangement import place_of, unit_of
from ussr_gui.viewers.gestures import Gestures
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.picture import PictureItem, Texture
from ussr_gui.viewers.split import Division, Split
from ussr_gui.viewers.tone import PLAIN, Tone
from ussr_gui.viewers.viewpoint import Viewpoint


@dataclass(frozen=True)
class Shown:
    """What a canvas paints: an output's texture over its field, and what is said on it."""

    texture: Texture
    field: tuple[float, float]
    unit: str
    super_resolved: bool = False
    bar: marks.ColourBar | None = None
    """What the colours of a difference mean."""

    @classmethod
    def of(cls, output: Output, outputs: Sequence[Output]) -> Shown:
        """An output made ready to be painted among these."""
        place, unit = place_of(output, outputs), unit_of(outputs)
        return cls(Texture(output.image), place, unit, output.super_resolved)


class Canvas(Gestures):
    """Pixels and marks; positions are in the field's unit, lateral then axial."""

    def __init__(self) -> None:
        super().__init__()
        self._under, self._over, self._map = PictureItem(), PictureItem(), PictureItem()
        for item in (self._under, self._over, self._map):
            self.box.addItem(item, ignoreBounds=True)
        self._shown: Shown | None = None
        self._right: Shown | None = None
        self._bar: marks.ColourBar | None = None
        self._names = ("", "")
        self._cross: QPointF | None = None
        self.marked = True
        self.magnifies = False
        """True while the loupe lies over the place under the mouse."""

    def show_picture(
        self,
        shown: Shown,
        right: Shown | None = None,
        names: tuple[str, str] = ("", ""),
        split: Split | None = None,
        tones: tuple[Tone, Tone] = (PLAIN, PLAIN),
    ) -> None:
        """Show one output, or two, ``right`` in its part of the split."""
        self._shown, self._right, self._names = shown, right, names
        self._under.tone, self._over.tone = tones
        self._under.show_texture(shown.texture, shown.field)
        self._over.show_texture(right.texture if right else None, right.field if right else shown.field)
        self.set_split(split if right else None)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._right = None
        for item in (self._under, self._over):
            item.show_texture(None, (1.0, 1.0))
        self.set_split(None)

    def lay(self, overlay: Overlay | None, outputs: Sequence[Output], opacity: float) -> None:
        """Lay a map over whatever is shown, on the place that the picture it was made with has among these."""
        self._bar = overlay.bar if overlay else None
        self._map.setOpacity(opacity)
        place = place_of(overlay.over, outputs) if overlay else (1.0, 1.0)
        self._map.show_texture(overlay.texture if overlay else None, place)
        self.viewport().update()

    def set_split(self, split: Split | None) -> None:
        """Share the pane in another way."""
        self.split = split
        self._place_split()

    def set_cross(self, at: QPointF | None) -> None:
        self._cross = at
        self.viewport().update()

    def look(self, viewpoint: Viewpoint) -> None:
        """Show what the viewpoint sees."""
        rect = viewpoint.rect(QSizeF(self.size()), self.devicePixelRatioF())
        self.box.setRange(rect, padding=0, disableAutoRange=True)
        self._place_split()

    def _place_split(self) -> None:
        self._over.only = None if self.split is None else self.split.beyond(self.size(), self.view())
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        if self._shown is None:
            return
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height, shown = float(self.width()), float(self.height()), self._shown
        view, left = self.view(), 0.0
        note: tuple[str, ...] = ()
        floor = height
        """Where scale and colour bars stand: above the note where both cannot be side by side."""
        if shown.super_resolved or (self._right is not None and self._right.super_resolved):
            taken = marks.scale_bar_room(width) if shown.bar is None else marks.colour_bar_room(shown.bar)
            left = self._note_left(width)
            note = marks.note_lines(width - left - taken)
            if left + marks.note_width(note) > width - taken:
                edge = theme.pixels(4)
                note = marks.note_lines(width - 2 * edge)
                left = min(left, max(edge, width - edge - marks.note_width(note)))
                floor = height - marks.note_height(note)
        if self.marked:
            if shown.unit == "mm":
                marks.depth_ticks(painter, view, shown.field[0], height)
            free, foot = width, 0
            if shown.bar is not None:
                free = marks.colour_bar(painter, shown.bar, width, floor)
            elif floor > height / 2:
                marks.scale_bar(painter, width / view.width(), shown.unit, width, floor)
                foot = theme.pixels(26)
            if self._bar is not None:
                marks.colour_bar(painter, self._bar, free, floor - foot)
        if self.magnifies and self._cross is not None:
            loupe.paint(painter, self, self._cross, (self._under, self._over, self._map))
        if self.split is not None:
            marks.split(painter, self.split.shape.value, self.split.position, self._names, (width, height))
        if self.guest is not None and self.marked:
            self.guest.paint(self, painter)
        if note:
            marks.note(painter, note, height, left)
        if self._cross is not None and self.marked and not self.magnifies:
            marks.cross(painter, self.pixel(self._cross))
        if self.is_ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(QRectF(1, 1, width - 2, height - 2))
        painter.restore()

    def _note_left(self, width: float) -> float:
        """On the side of the curtain it speaks of, where there is room; else at the left edge."""
        upright = self.split is not None and self.split.shape is Division.UPRIGHT
        if not upright or self.split is None or (self._shown is not None and self._shown.super_resolved):
            return marks.NOTE_LEFT
        beyond = self.split.position * width + 12
        return beyond if beyond + marks.note_width() < 0.8 * width else marks.NOTE_LEFT
