"""A lesson while it is made: every change can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ussr_engine.lessons.lesson import Lesson, Step
from ussr_gui.language import tr


class _Exchange(QUndoCommand):
    """The lesson and the step that is edited, before and after."""

    def __init__(self, owner: Recording, words: str, after: tuple[Lesson, int]) -> None:
        super().__init__(words)
        self._owner, self._before, self._after = owner, (owner.lesson, owner.at), after

    def redo(self) -> None:
        self._owner.take(*self._after)

    def undo(self) -> None:
        self._owner.take(*self._before)


class Recording(QObject):
    """``at`` is the number of the step that is edited, -1 where there is none.

    Signals
    -------
    changed
        The lesson, or the step that is edited, is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lesson, self.at = Lesson("", ""), -1
        self.stack = QUndoStack(self)

    @property
    def step(self) -> Step | None:
        """The one that is edited."""
        return self.lesson.steps[self.at] if 0 <= self.at < len(self.lesson.steps) else None

    @property
    def is_changed(self) -> bool:
        """True where something is not in a file yet."""
        return not self.stack.isClean()

    def begin(self, lesson: Lesson) -> None:
        """Edit this one; what was done to the one before cannot be taken back."""
        self.stack.clear()
        self.take(lesson, 0 if lesson.steps else -1)

    def take(self, lesson: Lesson, at: int) -> None:
        """Hold this lesson; only a change that can be taken back calls it."""
        self.lesson, self.at = lesson, at
        self.changed.emit()

    def choose(self, number: int) -> None:
        """Edit another step."""
        if number != self.at and -1 <= number < len(self.lesson.steps):
            self.at = number
            self.changed.emit()

    def entitle(self, title: str, about: str) -> None:
        if (title, about) != (self.lesson.title, self.lesson.about):
            self._do(tr("change the title"), replace(self.lesson, title=title, about=about), self.at)

    def add(self, step: Step) -> None:
        """One more step, behind the one that is edited."""
        at = self.at + 1
        self._steps(tr("add a step"), [*self.lesson.steps[:at], step, *self.lesson.steps[at:]], at)

    def put(self, step: Step, words: str) -> None:
        """The step that is edited in another form."""
        if self.step is not None and step is not self.step:
            steps = list(self.lesson.steps)
            steps[self.at] = step
            self._steps(words, steps, self.at)

    def delete(self) -> None:
        if self.step is not None:
            steps = [step for number, step in enumerate(self.lesson.steps) if number != self.at]
            self._steps(tr("delete a step"), steps, min(self.at, len(steps) - 1))

    def move(self, by: int) -> None:
        """The step that is edited comes earlier or later."""
        to = self.at + by
        if self.step is not None and 0 <= to < len(self.lesson.steps):
            steps = list(self.lesson.steps)
            steps.insert(to, steps.pop(self.at))
            self._steps(tr("move a step"), steps, to)

    def _steps(self, words: str, steps: Sequence[Step], at: int) -> None:
        self._do(words, replace(self.lesson, steps=tuple(steps)), at)

    def _do(self, words: str, lesson: Lesson, at: int) -> None:
        self.stack.push(_Exchange(self, words, (lesson, at)))
