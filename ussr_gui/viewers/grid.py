"""The panes in their rows and columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSizeF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ussr_gui.viewers.arrangement import columns_for
from ussr_gui.viewers.navigation import Navigation
from ussr_gui.viewers.pane import Pane

MOST_COLUMNS = 6


class PaneGrid(QWidget):
    """As many panes as there are keys; a pane once made stays, and waits unseen.

    Signals
    -------
    pane_made : Pane
    resized
    shared_out
        A pane has another size; its columns stay, for who moves panes about while one is being resized loses its size.
        The grid has another size.
    """

    pane_made = Signal(object)
    resized = Signal()
    shared_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._panes: list[Pane] = []
        self._columns = 0
        self._lay = QGridLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(4)

    @property
    def used(self) -> list[Pane]:
        """Those that show something, in order."""
        return [pane for pane in self._panes if pane.key]

    @property
    def room(self) -> QSizeF:
        """Width and height that every pane in use has at least."""
        sizes = [pane.canvas.size() for pane in self.used]
        return QSizeF(min(size.width() for size in sizes), min(size.height() for size in sizes))

    def hang(self, keys: Sequence[str], field: tuple[float, float]) -> None:
        """Give each key a pane, so that the field (axial, lateral) is seen as large as can be."""
        while len(self._panes) < len(keys):
            self._panes.append(self._new_pane())
        columns = columns_for(len(keys), (self.width(), self.height()), field)
        hung = [pane.key for pane in self.used] == list(keys) and self._columns == columns
        for i, pane in enumerate(self._panes):
            pane.key = keys[i] if i < len(keys) else ""
        if hung:
            return
        self._columns, rows = columns, -(-len(keys) // columns)
        for line in range(MOST_COLUMNS):
            self._lay.setColumnStretch(line, int(line < columns))
            self._lay.setRowStretch(line, int(line < rows))
        for i, pane in enumerate(self._panes):
            self._lay.removeWidget(pane)
            if pane.key:
                self._lay.addWidget(pane, i // columns, i % columns)
            pane.setVisible(bool(pane.key))
        self._lay.activate()

    def look(self, navigation: Navigation) -> None:
        """Let every pane look where it shall."""
        for pane in self.used:
            pane.canvas.look(navigation.viewpoint(pane.key))

    def set_cross(self, at: QPointF | None) -> None:
        for pane in self.used:
            pane.canvas.set_cross(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _new_pane(self) -> Pane:
        pane = Pane()
        pane.canvas.resized.connect(self.shared_out)
        self.pane_made.emit(pane)
        return pane
