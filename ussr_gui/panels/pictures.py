"""The centre of the window: the first screen, an error, or the panes with their strip of readings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSlider, QStackedWidget, QVBoxLayout, QWidget

from ussr_gui import outputs
from ussr_gui.panels.parts import Button, Choice, label, row
from ussr_gui.records import Run, ScanFile
from ussr_gui.viewers.compare import CompareView
from ussr_gui.viewers.empty import EmptyState
from ussr_gui.viewers.error import ErrorCard
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.rows import ElidedLabel
from ussr_gui.words import from_home


class PicturesPanel(QStackedWidget):
    """Shows a ScanFile or a Run; knows the curtain's sides."""

    pictures_changed = Signal()
    """Other outputs stand in the panes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.empty, self.error, self.compare = EmptyState(), ErrorCard(), CompareView()
        self.left, self.right = Choice("Left of the curtain"), Choice("Right of the curtain")
        self._curtain = False
        self._wanted = {self.left: outputs.INPUT, self.right: outputs.RESULT}
        self._zoom, self._linked = label(role="small"), label("Linked", role="small")
        self._cursor, self._overlaid = ElidedLabel("small"), ElidedLabel("small")
        self._sides = QWidget()
        swap = Button("Swap", kind="link")
        swap.setToolTip("Change the sides of the curtain")
        self._sides.setLayout(row(label("Curtain", "small"), self.left, self.right, swap))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(10, 100)
        self.opacity.setMinimumWidth(48)
        self.opacity.setMaximumWidth(96)
        self.opacity.setAccessibleName("Opacity of the overlay, in percent")
        self.opacity.setToolTip("How much of the picture the overlay hides")
        self._overlay = QWidget()
        self._overlay.setLayout(row(self._overlaid, self.opacity))
        strip = QFrame()
        strip.setObjectName("viewbar")
        box = row(self._linked, self._zoom, self._sides, self._overlay, None, self._cursor, gap=16)
        box.setContentsMargins(8, 0, 8, 0)
        strip.setLayout(box)
        strip.setMinimumHeight(28)
        panes = QWidget()
        lay = QVBoxLayout(panes)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        lay.addWidget(self.compare, 1)
        lay.addWidget(strip)
        self._panes = panes
        for page in (self.empty, self.error, panes):
            self.addWidget(page)
        self._sides.hide()
        self._overlay.hide()
        self.compare.zoom_changed.connect(self._show_zoom)
        self.compare.cursor_moved.connect(self._show_cursor)
        self.left.currentIndexChanged.connect(self._choose_side)
        self.right.currentIndexChanged.connect(self._choose_side)
        swap.clicked.connect(self._swap)

    def minimumSizeHint(self) -> QSize:
        """Of the panes: the other pages scroll or wrap, and must not keep the window from getting smaller."""
        return self._panes.minimumSizeHint()

    @Slot(object)
    def show_file(self, file: ScanFile) -> None:
        """A scan alone, the error of a file that cannot be read, or nothing yet while it is read."""
        if file.is_refused:
            path = Path(file.path)
            facts = "" if file.is_phantom else f"File  {path.name}\nIn    {from_home(str(path.parent))}"
            self.error.show_error(f"{file.name} cannot be read", file.words, file.remedy, facts)
            self.setCurrentWidget(self.error)
        elif file.scan is not None:
            self._show(outputs.of_scan(file.scan))

    @Slot(object)
    def show_run(self, run: Run) -> None:
        pictures = outputs.of_run(run)
        if pictures:
            self._show(pictures)

    def set_curtain(self, on: bool) -> None:
        self._curtain = on
        self._sides.setVisible(on)
        self._draw_curtain()

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Lay a map over the panes, with its opacity to be chosen; or none."""
        self.compare.set_overlay(overlay)
        self._overlay.setVisible(overlay is not None)
        if overlay is not None:
            self._overlaid.say(overlay.map.title)
            self._overlaid.setToolTip(f"{overlay.map.title}: {overlay.map.says}")

    @property
    def can_compare(self) -> bool:
        """True where there are at least two pictures."""
        return self.currentWidget() is self._panes and len(self.compare.outputs()) > 1

    @property
    def shows_pictures(self) -> bool:
        return self.currentWidget() is self._panes

    @property
    def readings(self) -> str:
        """What the strip says of the place under the mouse."""
        return self._cursor.words

    def _show(self, pictures: list[Output]) -> None:
        self.compare.set_outputs(pictures)
        self._list_sides()
        self._draw_curtain()
        self._linked.setVisible(len(pictures) > 1)
        self.setCurrentWidget(self._panes)
        self._show_zoom(self.compare.zoom())
        self.pictures_changed.emit()

    def _list_sides(self) -> None:
        names = {output.key: output.title for output in self.compare.outputs()}
        for choice, wanted in self._wanted.items():
            choice.blockSignals(True)
            choice.clear()
            for key, title in names.items():
                choice.addItem(title, key)
            choice.choose(wanted)
            choice.blockSignals(False)

    @Slot()
    def _choose_side(self) -> None:
        self._wanted = {choice: str(choice.currentData()) for choice in self._wanted}
        self._draw_curtain()

    @Slot()
    def _draw_curtain(self) -> None:
        sides = self.left.currentData(), self.right.currentData()
        if self._curtain and len(self.compare.outputs()) > 1 and all(sides):
            self.compare.set_curtain(str(sides[0]), str(sides[1]))
        else:
            self.compare.set_curtain(None)

    @Slot()
    def _swap(self) -> None:
        left, right = self.left.currentData(), self.right.currentData()
        self.left.choose(right)
        self.right.choose(left)

    def choose_sides(self) -> None:
        """Bring the keyboard to the choice of sides."""
        self.left.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(float)
    def _show_zoom(self, percent: float) -> None:
        self._zoom.setText(f"Zoom {percent:.0f} %")

    @Slot(object)
    def _show_cursor(self, reading: CursorReading | None) -> None:
        if reading is None:
            self._cursor.say("")
            return
        grey = reading.values.get(self.compare.active())
        digits = 1 if reading.unit == "mm" else 0
        words = f"x {reading.x:.{digits}f} {reading.unit}   y {reading.y:.{digits}f} {reading.unit}"
        words += f"   grey {grey:.0f}" if grey is not None else ""
        self._cursor.say(words + (f"   {reading.laid}" if reading.laid else ""))
