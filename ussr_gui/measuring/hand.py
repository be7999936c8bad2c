"""The hand that draws and moves shapes, with the mouse or by keys, on whichever pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from ussr_gui.language import tr
from ussr_gui.measuring import drawing
from ussr_gui.measuring.figures import extent_of
from ussr_gui.measuring.frame import Frame
from ussr_gui.measuring.shapes import Kind, Point, Shape, first_form, is_drawable
from ussr_gui.viewers.canvas import Canvas

STILL = 4.0
"""Pixels that a click may move; farther is a drag."""
STEP, FAST_STEP, FINE_STEP = 1.0, 10.0, 0.1
"""Pixels of the scan that an arrow key moves; with Shift; with Ctrl."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
LEFT = Qt.MouseButton.LeftButton


class Keeper(Protocol):
    """Keeps what the hand draws, and knows which shape is chosen."""

    chosen: int | None
    handle: int | None

    @property
    def shapes(self) -> Sequence[Shape]: ...

    @property
    def shape(self) -> Shape | None: ...

    def choose(self, number: int | None, handle: int | None = None) -> None: ...

    def add(self, kind: Kind, points: tuple[Point, ...]) -> None: ...

    def try_out(self, shape: Shape) -> None: ...

    def put(self, shape: Shape, words: str = tr("move"), nudged: bool = False) -> None: ...


@dataclass
class Held:
    """A shape in the hand: as it was, by which point, and where it was taken."""

    shape: Shape
    handle: int | None
    start: Point


class Hand(QObject):
    """Draws with a tool; without one it takes hold of what is there.

    Signals
    -------
    drawn
        Something must be painted anew that nobody keeps yet.
    tool_left
        Escape has put the tool away.
    """

    drawn = Signal()
    tool_left = Signal()

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.frame: Frame | None = None
        self._tool: Kind | None = None
        self._fixed: list[Point] = []
        self._loose: Point | None = None
        self._pressed = QPointF()
        self._held: Held | None = None

    @property
    def tool(self) -> Kind | None:
        """What is being drawn; None where the hand moves shapes."""
        return self._tool

    def take(self, tool: Kind | None) -> None:
        self._tool = tool
        self._drop()

    def show_frame(self, frame: Frame | None) -> None:
        """Another scan, or others of its outputs, stand in the panes."""
        if frame is None or self.frame is None or frame.key != self.frame.key:
            self._held = None
            self._drop()
        self.frame = frame

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def press(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self.frame is None or event.button() != LEFT:
            return False
        self._pressed = event.position()
        at = self.frame.source(canvas.at(event.position()))
        if self._fixed:
            self._fix(at)
            return True
        shape, handle = self._under(canvas, event.position())
        if shape is not None:
            self._keeper.choose(shape.number, handle)
            self._held = Held(shape, handle, at)
            return True
        if self._tool is not None:
            self._keeper.choose(None)
            self._fix(at)
            return True
        self._keeper.choose(None)
        return False

    def move(self, canvas: Canvas, event: QMouseEvent) -> bool:
        if self.frame is None:
            return False
        at = self.frame.source(canvas.at(event.position()))
        if self._held is not None:
            held = self._held
            moved = held.shape.moved(held.handle, at[0] - held.start[0], at[1] - held.start[1])
            self._keeper.try_out(moved.kept(self.frame.width, self.frame.height, held.handle))
            return True
        if self._loose is not None:
            self._loose = at
            self.drawn.emit()
            return True
        shape, _ = self._under(canvas, event.position())
        if shape is None:
            return False
        canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        return True

    def release(self, canvas: Canvas, event: QMouseEvent) -> None:
        if self.frame is None or event.button() != LEFT:
            return
        way = event.position() - self._pressed
        dragged = abs(way.x()) + abs(way.y()) > STILL
        if self._held is not None:
            held, self._held = self._held, None
            moved = next((s for s in self._keeper.shapes if s.number == held.shape.number), held.shape)
            self._keeper.put(moved if dragged and is_drawable(moved) else held.shape)
        elif self._loose is not None and dragged:
            self._fix(self.frame.source(canvas.at(event.position())))

    def double_click(self, canvas: Canvas, event: QMouseEvent) -> bool:
        """Ends a polygon; elsewhere the second press of a double click is a press like any other."""
        if self._fixed and self._tool is Kind.POLYGON:
            self._finish()
            return True
        if self._tool is not None and event.button() == LEFT:
            return self.press(canvas, event)
        return False

    # -- the keys -----------------------------------------------------------------------------------------------------

    def key(self, canvas: Canvas, event: QKeyEvent) -> bool:
        if self.frame is None:
            return False
        key, shape = Qt.Key(event.key()), self._keeper.shape
        if key in ARROWS and shape is not None and not self._fixed:
            self._nudge(shape, ARROWS[key], event.modifiers())
        elif key == Qt.Key.Key_Escape and self._fixed:
            self._drop()
        elif key == Qt.Key.Key_Escape and self._tool is not None:
            self.tool_left.emit()
        elif key == Qt.Key.Key_Escape and shape is not None:
            self._keeper.choose(None)
        elif key == Qt.Key.Key_Backspace and self._fixed:
            self._fixed.pop()
            self._loose = self._loose if self._fixed else None
            self.drawn.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tool is not None:
            self._finish() if self._fixed else self._place(canvas, self._tool)
        else:
            return False
        return True

    def _nudge(self, shape: Shape, towards: tuple[int, int], held: Qt.KeyboardModifier) -> None:
        assert self.frame is not None
        fast, fine = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        step = FAST_STEP if held & fast else FINE_STEP if held & fine else STEP
        handle = self._keeper.handle
        moved = shape.moved(handle, towards[0] * step, towards[1] * step)
        moved = moved.kept(self.frame.width, self.frame.height, handle)
        if is_drawable(moved):
            self._keeper.put(moved, nudged=True)

    def _place(self, canvas: Canvas, kind: Kind) -> None:
        """A shape in the middle of the view, to be moved by keys."""
        assert self.frame is not None
        view = canvas.view()
        left, top = self.frame.source(view.topLeft())
        right, bottom = self.frame.source(view.bottomRight())
        self._keeper.add(kind, first_form(kind, left, top, right, bottom))

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _fix(self, at: Point) -> None:
        """One more point stands; the next one, if any, follows the mouse."""
        assert self._tool is not None
        if self._fixed and at == self._fixed[-1]:
            return
        self._fixed.append(at)
        size = self._tool.size
        if size is not None and len(self._fixed) == size:
            self._finish()
            return
        between = self._tool is Kind.PAIR and len(self._fixed) == 2
        self._loose = None if between else at
        self.drawn.emit()

    def _finish(self) -> None:
        kind, points = self._tool, tuple(self._fixed)
        self._drop()
        if kind is None or len(points) < (kind.size or 3):
            return
        if is_drawable(Shape(0, kind, "", points)):
            self._keeper.add(kind, points)

    def _drop(self) -> None:
        self._fixed, self._loose = [], None
        self.drawn.emit()

    def _under(self, canvas: Canvas, pixel: QPointF) -> tuple[Shape | None, int | None]:
        """The shape under the mouse, the chosen one before others; with a tool in hand only by its points."""
        if not canvas.marked:
            return None, None
        place, chosen = self._placing(canvas), self._keeper.chosen
        for shape in sorted(self._keeper.shapes, key=lambda one: one.number != chosen):
            found, handle = drawing.grip(shape, place, pixel)
            if found and (self._tool is None or handle is not None):
                return shape, handle
        return None, None

    def _placing(self, canvas: Canvas) -> drawing.Place:
        frame = self.frame
        assert frame is not None
        return lambda point: canvas.pixel(frame.place(point))

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """All shapes, then all words, so that no line crosses a figure."""
        if self.frame is None:
            return
        place, shapes = self._placing(canvas), list(self._keeper.shapes)
        for shape in shapes:
            chosen = shape.number == self._keeper.chosen
            drawing.paint(painter, shape, place, chosen, self._keeper.handle if chosen else None)
        sketch = self._sketch()
        if sketch is not None:
            drawing.paint(painter, sketch, place)
            shapes.append(sketch)
        for shape in shapes:
            words = extent_of(shape, self.frame.scan).words if shape.kind is not Kind.PAIR else shape.name
            drawing.label(painter, shape, place, words, QSizeF(canvas.size()))

    def _sketch(self) -> Shape | None:
        """What stands of a shape that is being drawn: of an angle its first arm, of a pair its target."""
        points = tuple(self._fixed) if self._loose is None else (*self._fixed, self._loose)
        if len(points) < 2 or self._tool is None:
            return None
        number = max((shape.number for shape in self._keeper.shapes), default=0) + 1
        kind = Kind.ELLIPSE if self._tool is Kind.PAIR and len(points) < 4 else self._tool
        enough = len(points) >= 3 if kind.size is None else len(points) == kind.size
        return Shape(number, kind if enough else Kind.CALIPER, "", points)
