"""Every measurement of the sitting, scan by scan, with its own way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from ussr_gui.language import tr
from ussr_gui.measuring.shapes import Kind, Point, Shape

NUDGE = 1
"""Id of commands that grow together while arrow keys move one point."""


class Page:
    """The shapes of one scan and what was done to them."""

    def __init__(self, group: QUndoGroup) -> None:
        self.shapes: tuple[Shape, ...] = ()
        self.stack = QUndoStack(group)
        group.addStack(self.stack)


class Exchange(QUndoCommand):
    """The shapes of a scan, before and after."""

    def __init__(
        self, owner: Measurements, page: Page, words: str, after: tuple[Shape, ...], nudged: object = None
    ) -> None:
        super().__init__(words)
        self._owner, self._page, self._nudged = owner, page, nudged
        self._before, self._after = page.shapes, after

    def id(self) -> int:
        return -1 if self._nudged is None else NUDGE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Exchange) or other._nudged != self._nudged:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        self._page.shapes = self._after
        self._owner.tell()

    def undo(self) -> None:
        self._page.shapes = self._before
        self._owner.tell()


class Measurements(QObject):
    """What is drawn on the scan that is shown.

    Signals
    -------
    changed
        The shapes, or the one that is chosen, are others.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group = QUndoGroup(self)
        self._pages: dict[str, Page] = {}
        self._page: Page | None = None
        self._nothing = QUndoStack(self)
        self.group.addStack(self._nothing)
        self._live: Shape | None = None
        self._choices = 0
        self.chosen: int | None = None
        """Number of the chosen shape."""
        self.handle: int | None = None
        """Its point that keys move; None for all of it."""

    def go_to(self, scan: str | None) -> None:
        """Show the shapes of this scan; None where no picture is shown."""
        if scan is not None and scan not in self._pages:
            self._pages[scan] = Page(self.group)
        page = None if scan is None else self._pages[scan]
        if page is self._page:
            return
        self._page, self._live, self.chosen, self.handle = page, None, None, None
        self.group.setActiveStack(page.stack if page else self._nothing)
        self.changed.emit()

    def remembered(self) -> dict[str, tuple[Shape, ...]]:
        """The shapes of every scan, by its key."""
        return {key: page.shapes for key, page in self._pages.items() if page.shapes}

    def recall(self, shapes: Mapping[str, tuple[Shape, ...]]) -> None:
        """These take the place of all there are; what was done to those before cannot be undone."""
        for page in self._pages.values():
            page.shapes = ()
            page.stack.clear()
        for key, kept in shapes.items():
            self._pages.setdefault(key, Page(self.group)).shapes = kept
        self._live, self.chosen, self.handle = None, None, None
        self.changed.emit()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """As they stand, also while one is being dragged."""
        live = self._live
        stored = self._page.shapes if self._page else ()
        return stored if live is None else tuple(live if s.number == live.number else s for s in stored)

    @property
    def shape(self) -> Shape | None:
        """The chosen one."""
        return next((shape for shape in self.shapes if shape.number == self.chosen), None)

    def choose(self, number: int | None, handle: int | None = None) -> None:
        if (number, handle) != (self.chosen, self.handle):
            self.chosen, self.handle = number, handle
            self._choices += 1
            self.changed.emit()

    def add(self, kind: Kind, points: tuple[Point, ...]) -> None:
        """Keep a new shape, and choose it."""
        if self._page is None:
            return
        number = max((shape.number for shape in self._page.shapes), default=0) + 1
        taken = {shape.name for shape in self._page.shapes}
        name = next(one for i in range(1, len(taken) + 2) if (one := f"{tr(kind.value)} {i}") not in taken)
        shape = Shape(number, kind, name, points)
        self.chosen, self.handle = number, len(points) - 1
        self._do(tr("draw {name}").format(name=name), (*self._page.shapes, shape))

    def try_out(self, shape: Shape) -> None:
        """Show a shape as it is dragged; `put` keeps it, `choose` another one does not."""
        self._live = shape
        self.changed.emit()

    def put(self, shape: Shape, words: str = tr("move {name}"), nudged: bool = False) -> None:
        """Keep a shape in its new form; ``nudged`` steps of one point are undone together."""
        self._live = None
        if self._page is None or shape in self._page.shapes:
            self.changed.emit()
            return
        after = tuple(shape if s.number == shape.number else s for s in self._page.shapes)
        mark = (shape.number, self.handle, self._choices) if nudged else None
        self._do(words.format(name=shape.name), after, mark)

    def rename(self, number: int, name: str) -> None:
        shape = next((shape for shape in self.shapes if shape.number == number), None)
        if shape is not None and name.strip():
            self.put(replace(shape, name=name.strip()), tr("rename {name}"))

    @Slot()
    def delete(self) -> None:
        """Remove the chosen shape."""
        shape = self.shape
        if shape is not None and self._page is not None:
            self._do(
                tr("delete {name}").format(name=shape.name),
                tuple(s for s in self._page.shapes if s.number != shape.number),
            )

    @Slot()
    def clear(self) -> None:
        """Remove all shapes of this scan."""
        if self._page is not None and self._page.shapes:
            self._do(tr("delete all"), ())

    def tell(self) -> None:
        """What is chosen may be gone after undo."""
        shape = self.shape
        if shape is None:
            self.chosen, self.handle = None, None
        elif self.handle is not None and self.handle >= len(shape.points):
            self.handle = None
        self.changed.emit()

    @Slot()
    def step(self) -> None:
        """Choose the next shape."""
        numbers = [shape.number for shape in self.shapes]
        if numbers:
            at = numbers.index(self.chosen) + 1 if self.chosen in numbers else 0
            self.choose(numbers[at % len(numbers)], 0)

    @Slot()
    def step_handle(self) -> None:
        """Choose the next point of the shape; after the last one all of it."""
        shape = self.shape
        if shape is None:
            self.step()
            return
        after = 0 if self.handle is None else self.handle + 1
        self.choose(shape.number, after if after < len(shape.points) else None)

    def _do(self, words: str, after: tuple[Shape, ...], nudged: object = None) -> None:
        assert self._page is not None
        self._live = None
        self._page.stack.push(Exchange(self, self._page, words, after, nudged))
