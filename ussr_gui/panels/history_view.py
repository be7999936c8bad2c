"""The lines of the run history, and what keys and clicks do there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ussr_gui.language import tr
from ussr_gui.panels.history_table import STAR


class RunsView(QTableView):
    """The lines; Return restores, Del deletes, a click on the star stars."""

    restore_wanted = Signal()
    delete_wanted = Signal()
    star_clicked = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Run history"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    def event(self, event: QEvent) -> bool:
        # Del belongs to the line that is chosen here, not to the measurements.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restore_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.column() == STAR:
            self.star_clicked.emit(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.column() != STAR:
            self.restore_wanted.emit()
