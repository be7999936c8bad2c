"""What a simulation made, and what the pictures of it show: widths and places, by automatic measurement."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from ussr_engine.measures.truth import seen
from ussr_engine.result import Result
from ussr_engine.scan import Known, Scan
from ussr_gui.known import named
from ussr_gui.language import tr
from ussr_gui.panels.parts import label
from ussr_gui.records import Run

COLUMNS = 4


class TruthSection(QFrame):
    """A line for all that is known of a sample: its size, then as seen in interpolation and in the result.

    Of wires, which have no size, the one that is seen farthest from its place.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("section")
        self._shown: Result | None = None
        says = label(
            tr("Found in the pictures by itself. The beam fills the edges of what is black, in every picture."),
            "faint",
            wraps=True,
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(label(tr("Against what is known, in mm"), "title"))
        box.addLayout(self._grid)
        box.addWidget(says)
        self.hide()

    @property
    def lines(self) -> list[list[str]]:
        """What stands in it, row by row."""
        texts = []
        for row in range(self._grid.rowCount()):
            items = [self._grid.itemAtPosition(row, column) for column in range(COLUMNS)]
            if all(item is not None for item in items):
                texts.append([item.widget().text() for item in items])
        return texts

    def show_run(self, run: Run | None) -> None:
        """Of a run with a result on a sample; nothing of any other."""
        result, prepared = (run.result, run.prepared) if run is not None else (None, None)
        known = result.sr.known if result is not None and prepared is not None else ()
        self.setVisible(bool(known))
        if not known or result is self._shown or result is None or prepared is None:
            return
        self._shown = result
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._put(0, "", tr("known"), tr("bicubic"), tr("result"), role="small")
        sized, wires = [one for one in known if one.size_mm], [one for one in known if not one.size_mm]
        counts = [one.kind for one in sized]
        pictures = prepared.bicubic, result.sr
        for row, one in enumerate(sized, 1):
            name = f"{row} · {named(one)}" if counts.count(one.kind) > 1 else named(one)
            self._put(row, name, f"{one.size_mm:.1f}", *(_found(picture, [one]) for picture in pictures))
        if wires:
            name = tr("Farthest wire off its place")
            self._put(len(sized) + 1, name, f"{0:.1f}", *(_found(picture, wires) for picture in pictures))

    def _put(self, row: int, *words: str, role: str = "") -> None:
        name, *figures = words
        self._grid.addWidget(label(name, role or "dim", wraps=True), row, 0)  # a long name shall not widen the panel
        for column, said in enumerate(figures, 1):
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(said, role), row, column, side)


def _found(scan: Scan, known: Sequence[Known]) -> str:
    """The largest of what is seen."""
    if scan.spacing is None or scan.is_colour:
        return "–"
    widest = max(seen(scan.image, scan.spacing, one) for one in known)
    return "–" if math.isnan(widest) else f"{widest:.2f}"
