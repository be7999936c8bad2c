"""One pane: a header that says what is seen, and the picture."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ussr_gui import theme
from ussr_gui.viewers.canvas import Canvas, Shown
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.rows import ElidedLabel


class Pane(QFrame):
    """Header (key, title, facts, chip) over a canvas; its signals carry the key of the output it shows."""

    chosen = Signal(str)
    maximise = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.key = ""
        self.canvas = Canvas()
        self.canvas.setFrameShape(QFrame.Shape.NoFrame)
        self._key, self._chip = QLabel(), QLabel()
        self._key.setProperty("role", "key")
        self._chip.setProperty("role", "chip")
        self._title, self._facts = ElidedLabel("title"), ElidedLabel("faint")
        self._bar = QFrame()
        self._bar.setObjectName("panehead")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for part in (self._key, self._title, self._facts):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.canvas, 1)
        self.canvas.chosen.connect(self._choose)
        self.canvas.maximise.connect(self._maximise)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_output(self, output: Output, shown: Shown, number: int) -> None:
        """Show an output; ``number`` is the digit that calls it, 0 for none."""
        self._head(number, output.title, output.facts, output.chip)
        self.canvas.show_picture(shown)
        self.canvas.setAccessibleName(f"Picture {number}: {output.title}" if number else f"Picture: {output.title}")
        self.canvas.setAccessibleDescription(", ".join(part for part in (output.facts, output.chip) if part))

    def show_curtain(self, left: Output, right: Output, shown: tuple[Shown, Shown], position: float) -> None:
        """Show two outputs with the curtain between them."""
        self._head(0, "Curtain", f"{left.title} | {right.title}", "")
        self.canvas.show_picture(shown[0], shown[1], (left.title, right.title))
        self.canvas.set_curtain(position)
        self.canvas.setAccessibleName(f"Curtain: {left.title} on the left, {right.title} on the right")
        self.canvas.setAccessibleDescription("Left and right arrow keys move the curtain; with Shift faster.")

    def set_active(self, active: bool) -> None:
        if bool(self.property("active")) != active:
            theme.mark(self, active=active)

    @Slot()
    def _take_look(self) -> None:
        self._bar.setFixedHeight(theme.pixels(30))
        for part in (self._key, self._chip):
            part.setFixedHeight(theme.pixels(18))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.key)

    @Slot()
    def _maximise(self) -> None:
        self.maximise.emit(self.key)

    def _head(self, number: int, title: str, facts: str, chip: str) -> None:
        self._key.setText(str(number))
        self._key.setVisible(number > 0)
        self._title.say(title)
        self._facts.say(facts)
        self._chip.setText(chip)
        self._chip.setVisible(bool(chip))
