"""A few canvases beside each other that look at one place, with nothing around them that says what they show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ussr_gui.language import tr
from ussr_gui.panels.parts import column, label
from ussr_gui.viewers.arrangement import shared_field
from ussr_gui.viewers.canvas import Canvas, Shown
from ussr_gui.viewers.gestures import PAN_STEP
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.viewpoint import FINEST, Viewpoint

Place = tuple[float, float, float, float]
"""(top, left, height, width) in parts of the field that the pictures share."""


class Linked(QWidget):
    """Canvases by their caption; wheel and drag move all of them.

    Signals
    -------
    chosen : str
        Caption of the canvas that was clicked twice.
    """

    chosen = Signal(str)

    def __init__(self, captions: Sequence[str]) -> None:
        super().__init__()
        self.canvases = {caption: Canvas() for caption in captions}
        self._frames: dict[str, QFrame] = {}
        self._field = (1.0, 1.0)
        self._finest = 1.0
        self._place: Place = (0.0, 0.0, 1.0, 1.0)
        self._viewpoint: Viewpoint | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for caption, canvas in self.canvases.items():
            canvas.setFrameShape(QFrame.Shape.NoFrame)
            canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            canvas.setAccessibleName(tr("{caption} picture").format(caption=caption))
            canvas.wheeled.connect(self._zoom)
            canvas.dragged.connect(self._pan)
            canvas.maximise.connect(self._choose)
            canvas.resized.connect(self._look)
            frame, head = QFrame(), label(caption, "title")
            frame.setObjectName("pane")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.setMargin(4)
            frame.setLayout(column(head, canvas, gap=0, margins=(1, 1, 1, 1)))
            self._frames[caption] = frame
            box.addWidget(frame, 1)

    def show_pictures(self, pictures: dict[str, Shown], outputs: Sequence[Output], place: Place) -> None:
        """Show these by their captions, at a place of the field that these outputs share; other canvases hide."""
        self._field, self._place, self._viewpoint = shared_field(outputs), place, None
        self._finest = max(shown.texture.width / shown.field[1] for shown in pictures.values())
        for caption, canvas in self.canvases.items():
            self._frames[caption].setVisible(caption in pictures)
            if caption in pictures:
                canvas.show_picture(pictures[caption])
        self._look()

    def zoom_by(self, factor: float) -> None:
        self._zoom(None, factor)

    def move_by(self, across: int, down: int) -> None:
        """The view goes right and down by so many steps."""
        self._pan(-across * PAN_STEP, -down * PAN_STEP)

    @Slot()
    def go_back(self) -> None:
        """To the place that was asked about."""
        self._viewpoint = None
        self._look()

    def _fitted(self) -> Viewpoint:
        """All of the place, in the smallest canvas."""
        sizes = [one.size() for caption, one in self.canvases.items() if not self._frames[caption].isHidden()]
        smallest = QSizeF(min(size.width() for size in sizes), min(size.height() for size in sizes))
        (axial, lateral), (top, left, height, width) = self._field, self._place
        fitted = Viewpoint.fitted((axial * height, lateral * width), smallest)
        return Viewpoint(fitted.x + left * lateral, fitted.y + top * axial, fitted.scale)

    @Slot()
    def _look(self) -> None:
        viewpoint = self._viewpoint or self._fitted()
        for canvas in self.canvases.values():
            canvas.look(viewpoint)

    @Slot(QPointF, float)
    def _zoom(self, at: QPointF | None, factor: float) -> None:
        seen, fitted = self._viewpoint or self._fitted(), self._fitted()
        scale = min(max(seen.scale * factor, fitted.scale / 4), max(FINEST * self._finest, fitted.scale))
        self._viewpoint = seen.zoomed(scale / seen.scale, at).kept(self._field)
        self._look()

    @Slot(float, float)
    def _pan(self, dx: float, dy: float) -> None:
        self._viewpoint = (self._viewpoint or self._fitted()).moved(dx, dy).kept(self._field)
        self._look()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(next(caption for caption, canvas in self.canvases.items() if canvas is self.sender()))
