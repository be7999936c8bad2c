"""The strip below the panes: link, zoom, what is compared and how, window and level, and the place under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QSlider, QWidget

from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Choice, label, row
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.rows import ElidedLabel
from ussr_gui.viewers.tone import Tone

RATES = (0.5, 1.0, 2.0, 3.0)
"""Changes a second; more than three flashes a second can hurt."""
SHOWN_RUN = ""
"""Stands for the output of the run that is shown, whichever that is."""
WIDEST = 8888
"""The zoom in percent that takes the most room."""


class ViewBar(QFrame):
    """Says and asks; decides nothing.

    Signals
    -------
    sides_changed
        Other outputs share the pane.
    rate_changed : float
        Changes a second of the blinking.
    """

    sides_changed = Signal()
    rate_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewbar")
        self.left, self.right = Choice(tr("First of the two")), Choice(tr("Second of the two"))
        self.rate = Choice(tr("Changes a second while blinking"))
        for rate in RATES:
            self.rate.addItem(tr("{rate:g} a second").format(rate=rate), rate)
        self.rate.choose(1.0)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(10, 100)
        self.opacity.setMinimumWidth(48)
        self.opacity.setMaximumWidth(96)
        self.opacity.setAccessibleName(tr("Opacity of the overlay, in percent"))
        self.opacity.setToolTip(tr("How much of the picture the overlay hides"))
        self._wanted = {self.left: "input", self.right: SHOWN_RUN}
        self._shown_run = ""
        self._linked, self._zoom, self._tone = label(tr("Linked"), "small"), label(role="small"), label(role="small")
        self._cursor, self._overlaid, self._name = ElidedLabel("small"), ElidedLabel("small"), label(role="small")
        swap = Button(tr("Swap"), kind="link")
        swap.setToolTip(tr("Let the two change places"))
        self._sides = _group(self._name, self.left, self.right, swap)
        self._blinking = _group(label(tr("Blink"), "small"), self.rate)
        self._overlay = _group(self._overlaid, self.opacity)
        parts = (self._linked, self._zoom, self._sides, self._blinking, self._overlay, self._tone)
        box = row(*parts, None, self._cursor, gap=16)
        box.setContentsMargins(8, 0, 8, 0)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._sides, self._blinking, self._overlay, self._tone):
            part.hide()
        self.left.currentIndexChanged.connect(self._choose)
        self.right.currentIndexChanged.connect(self._choose)
        self.rate.currentIndexChanged.connect(self._tell_rate)
        swap.clicked.connect(self._swap)

    def sizeHint(self) -> QSize:
        """As high with choices as without, so that panes keep their size when something is to be chosen."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.rate.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def list_sides(self, outputs: list[Output], shown_run: str) -> None:
        """Offer these outputs, the chosen ones staying chosen."""
        self._shown_run = shown_run
        for choice, wanted in self._wanted.items():
            choice.blockSignals(True)
            choice.clear()
            for output in outputs:
                choice.addItem(output.title, output.key)
            choice.choose(wanted or shown_run)
            choice.blockSignals(False)
        self._linked.setVisible(len(outputs) > 1)

    @property
    def sides(self) -> tuple[str, str] | None:
        """Keys of the two outputs that share the pane."""
        left, right = self.left.currentData(), self.right.currentData()
        return (str(left), str(right)) if left and right else None

    @property
    def readings(self) -> str:
        """What is said of the place under the mouse."""
        return self._cursor.words

    def show_sides(self, name: str) -> None:
        """Let the sides be chosen, under this name; not with an empty one."""
        self._name.setText(name)
        self._sides.setVisible(bool(name))

    def show_blinking(self, on: bool) -> None:
        self._blinking.setVisible(on)

    def show_overlay(self, overlay: Overlay | None) -> None:
        self._overlay.setVisible(overlay is not None)
        if overlay is not None:
            self._overlaid.say(interpreted(overlay.map.title))
            self._overlaid.setToolTip(f"{interpreted(overlay.map.title)}: {interpreted(overlay.map.says)}")

    def choose_sides(self) -> None:
        """Bring the keyboard to the choice of sides."""
        self.left.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(float)
    def show_zoom(self, percent: float) -> None:
        words = tr("Zoom {percent:.0f} %")
        self._zoom.setText(words.format(percent=percent))
        # Room for every zoom: a window as narrow as it can be must not grow by looking closer.
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance(words.format(percent=WIDEST)))

    @Slot(bool)
    def show_linked(self, linked: bool) -> None:
        self._linked.setText(tr("Linked") if linked else tr("Moved apart"))

    @Slot(object)
    def show_tone(self, tone: Tone) -> None:
        """Window and level in grey levels; nothing is said of a picture shown as it is stored."""
        self._tone.setText(f"W {tone.window * 255:.0f}  L {tone.level * 255:.0f}")
        self._tone.setVisible((tone.window, tone.level) != (1.0, 0.5))

    def show_cursor(self, reading: CursorReading | None, active: str) -> None:
        if reading is None:
            self._cursor.say("")
            return
        grey = reading.values.get(active)
        digits = 1 if reading.unit == "mm" else 0
        words = f"x {reading.x:.{digits}f} {reading.unit}   y {reading.y:.{digits}f} {reading.unit}"
        words += "   " + tr("grey {grey:.0f}").format(grey=grey) if grey is not None else ""
        self._cursor.say(words + (f"   {reading.laid}" if reading.laid else ""))

    @Slot()
    def _choose(self) -> None:
        for choice in self._wanted:
            key = str(choice.currentData())
            self._wanted[choice] = SHOWN_RUN if key == self._shown_run else key
        self.sides_changed.emit()

    @Slot()
    def _tell_rate(self) -> None:
        self.rate_changed.emit(float(self.rate.currentData()))

    @Slot()
    def _swap(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        self.left.choose(right)
        self.right.choose(left)


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    group.setLayout(row(*parts))
    return group
