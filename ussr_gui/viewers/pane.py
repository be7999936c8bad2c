"""One pane: a header that says what is seen, and the picture."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.viewers.canvas import Canvas, Shown
from ussr_gui.viewers.output import UNTOLD, Output
from ussr_gui.viewers.rows import ElidedLabel
from ussr_gui.viewers.split import Division, Split
from ussr_gui.viewers.tone import PLAIN, Tone

LEAST_FACTS = 48
"""Room below which facts that are cut would say nothing."""


class Pane(QFrame):
    """Header (key, title, facts, chip) over a canvas; its signals carry the key of the output it shows."""

    chosen = Signal(str)
    maximise = Signal(str)
    wheeled = Signal(str, QPointF, float, bool)
    dragged = Signal(str, float, float, bool)
    toned = Signal(str, float, float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.key = ""
        self.canvas = Canvas()
        self.canvas.setFrameShape(QFrame.Shape.NoFrame)
        self._key, self._chip = QLabel(), QLabel()
        self._key.setProperty("role", "key")
        self._chip.setProperty("role", "chip")
        # What sets two of one method apart stands at the end of the title.
        self._title, self._facts = (
            ElidedLabel("title", Qt.TextElideMode.ElideMiddle),
            ElidedLabel("faint", least=LEAST_FACTS),
        )
        self._bar = QFrame()
        self._bar.setObjectName("panehead")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._key)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)  # what room the title leaves
        row.addWidget(self._chip)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.canvas, 1)
        self.canvas.chosen.connect(self._choose)
        self.canvas.maximise.connect(self._maximise)
        self.canvas.wheeled.connect(self._wheel)
        self.canvas.dragged.connect(self._drag)
        self.canvas.toned.connect(self._tone)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_output(self, output: Output, shown: Shown, number: int, held: bool = False, tone: Tone = PLAIN) -> None:
        """Show an output; ``number`` is the digit that calls it, 0 for none; ``held``: the others are held to it."""
        chip = tr("reference") if held else output.chip if output.chip != "reference" else ""
        chip = "" if output.chip == UNTOLD else chip
        self._head(number, output.title, output.facts, chip)
        self.canvas.show_picture(shown, tones=(tone, PLAIN))
        self.canvas.setAccessibleName(
            tr("Picture {number}: {title}").format(number=number, title=output.title)
            if number
            else tr("Picture: {title}").format(title=output.title)
        )
        self.canvas.setAccessibleDescription(", ".join(part for part in (output.facts, chip) if part))

    def show_split(
        self, sides: tuple[Output, Output], shown: tuple[Shown, Shown], split: Split, tones: tuple[Tone, Tone]
    ) -> None:
        """Show two outputs that share the pane."""
        left, right = (side.title for side in sides)
        name = tr("Chessboard") if split.shape is Division.CHESSBOARD else tr("Curtain")
        self._head(0, name, f"{left} | {right}", "")
        self.canvas.show_picture(shown[0], shown[1], (left, right), split, tones)
        where = {
            Division.UPRIGHT: tr("{left} on the left, {right} on the right").format(left=left, right=right),
            Division.LEVEL: tr("{left} above, {right} below").format(left=left, right=right),
            Division.CHESSBOARD: tr("{left} and {right} by turns").format(left=left, right=right),
        }
        self.canvas.setAccessibleName(f"{name}: {where[split.shape]}")
        self.canvas.setAccessibleDescription(
            "" if split.shape is Division.CHESSBOARD else tr("Arrow keys move the curtain; with Shift faster.")
        )

    def show_comparison(self, kind: str, output: str, reference: str, shown: Shown, number: int) -> None:
        """Show how an output differs from the reference."""
        words = kind if kind.startswith("SSIM") else kind.lower()
        self._head(
            number,
            output if number else kind,
            tr("{words} against {reference}").format(words=words, reference=reference) if number else output,
            "",
        )
        self.canvas.show_picture(shown)
        self.canvas.setAccessibleName(
            tr("{kind} of {output} from {reference}").format(kind=kind, output=output, reference=reference)
        )
        self.canvas.setAccessibleDescription("")

    def show_waiting(self, kind: str) -> None:
        """Say what comes; nothing is shown yet."""
        self._head(0, kind, tr("being developed…"), "")
        self.canvas.clear()

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

    @Slot(QPointF, float, bool)
    def _wheel(self, place: QPointF, factor: float, alone: bool) -> None:
        self.wheeled.emit(self.key, place, factor, alone)

    @Slot(float, float, bool)
    def _drag(self, dx: float, dy: float, alone: bool) -> None:
        self.dragged.emit(self.key, dx, dy, alone)

    @Slot(float, float)
    def _tone(self, wider: float, higher: float) -> None:
        self.toned.emit(self.key, wider, -higher)

    def _head(self, number: int, title: str, facts: str, chip: str) -> None:
        self._key.setText(str(number))
        self._key.setVisible(number > 0)
        self._title.say(title)
        self._facts.say(facts)
        self._chip.setText(chip)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the header is narrow the facts give way first, then the chip; then the title is cut in its middle."""
        words = " · ".join(part for part in (self._title.words, self._facts.words, self._chip.text()) if part)
        self._title.setToolTip(f"<qt>{escape(words)}</qt>")
        gap = 8
        room = self._bar.width() - 2 * gap - self._title.sizeHint().width()
        room -= self._key.sizeHint().width() + gap if self._key.text() != "0" else 0
        self._chip.setVisible(bool(self._chip.text()) and self._chip.sizeHint().width() + gap <= room)
