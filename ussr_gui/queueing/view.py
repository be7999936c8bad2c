"""The table of the queue under the mouse: rows are dragged to other places, files are dropped in."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.measuring.table import BarDelegate
from ussr_gui.queueing.table import ROWS, QueueTable

STATE, TIME = 84, 86
"""Widths of their columns, in the words' own pixels."""
ROOMY = 400
"""From this width on there is room for the time."""
SHARE = 0.42
"""Of what is left: the treatment's; the rest is the file's."""


class QueueView(QTableView):
    """Rows of the queue; several may be chosen.

    Signals
    -------
    moved : list of int, int or None
        Numbers of items that were dragged, and the item before which they were dropped (None: behind all).
    chosen
        Other rows are chosen.
    """

    moved = Signal(list, object)
    chosen = Signal()

    def __init__(self, table: QueueTable) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setAccessibleName(tr("Queue of files"))
        self.setItemDelegate(BarDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self.chosen)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def numbers(self) -> list[int]:
        """Of the chosen items, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.item_at(row).number for row in rows]

    def choose(self, numbers: list[int]) -> None:
        """Choose these rows and no others."""
        flags = self.selectionModel().SelectionFlag
        self.clearSelection()
        for row in filter(lambda row: row is not None, map(self.table.row_of, numbers)):
            assert row is not None
            self.selectionModel().select(self.table.index(row, 0), flags.Select | flags.Rows)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event) if event.mimeData().hasFormat(ROWS) else event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event) if event.mimeData().hasFormat(ROWS) else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Rows are put before the one they are dropped on, behind it in its lower half; files are the panel's."""
        if not event.mimeData().hasFormat(ROWS):
            event.ignore()
            return
        numbers = [int(number) for number in json.loads(bytes(event.mimeData().data(ROWS).data()))]
        index = self.indexAt(event.position().toPoint())
        before: int | None = None
        if index.isValid():
            before = self.table.item_at(index.row()).number
            if event.position().y() > self.visualRect(index).center().y():
                before = self.table.after(before)
        # Not accepted as a move: the rows themselves go when the engine says so.
        event.ignore()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.moved.emit(numbers, before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width()
        is_roomy = room >= theme.pixels(ROOMY)
        self.setColumnHidden(3, not is_roomy)
        rest = room - theme.pixels(STATE) - (theme.pixels(TIME) if is_roomy else 0)
        for column, width in ((1, round(SHARE * rest)), (2, theme.pixels(STATE)), (3, theme.pixels(TIME))):
            self.setColumnWidth(column, width)

    @Slot()
    def _take_look(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.pixels(24))
        self._fit()
