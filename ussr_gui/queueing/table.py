"""The items of the queue as rows: thousands of them, told some at a time."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ussr_engine.batch.items import AHEAD, Item, State
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.table import BAR, LEFT, RIGHT
from ussr_gui.pace import duration_in_words
from ussr_gui.words import as_tip, from_home

COLUMNS = (tr("File"), tr("Treatment"), tr("State"), tr("Time"))
ROWS = "application/x-ussr-queue"
"""What is dragged within the table: numbers of items as JSON."""
INKS = {
    State.FAILED: "error",
    State.SKIPPED: "faint",
    State.WAITING: "faint",
    State.PAUSED: "warn",
    State.RUNNING: "accent",
}
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class QueueTable(QAbstractTableModel):
    """Items in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._keys: list[tuple[float, int]] = []
        self._places: dict[int, float] = {}
        self._share: tuple[int, float] = (0, 0.0)
        self._hidden = False

    # -- what is told ------------------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Nothing is known of the queue."""
        self.beginResetModel()
        self._items, self._keys, self._places = [], [], {}
        self.endResetModel()

    def take(self, items: Sequence[Item], gone: Iterable[int] = ()) -> None:
        """Show these as they are now, wherever they stand, and no longer those that are gone."""
        for number in gone:
            self._drop(number)
        new = []
        for item in items:
            if self._places.get(item.number) == item.place:
                row = bisect_left(self._keys, (item.place, item.number))
                self._items[row] = item
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
            else:
                self._drop(item.number)
                new.append(item)
        new.sort(key=_key)
        if new and (not self._keys or _key(new[0]) > self._keys[-1]):
            self._insert(len(self._keys), new)
        else:
            for item in new:
                self._insert(bisect_left(self._keys, _key(item)), [item])

    def show_share(self, number: int, share: float) -> None:
        """How much of the item that runs is done, 0 to 1."""
        self._share = number, share
        row = self.row_of(number)
        if row is not None:
            self.dataChanged.emit(self.index(row, 2), self.index(row, 2))

    def hide_names(self, hidden: bool) -> None:
        """Numbers in the place of names, which may tell whose scans they are."""
        self._hidden = hidden
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, 0))

    def _insert(self, row: int, items: list[Item]) -> None:
        self.beginInsertRows(NOWHERE, row, row + len(items) - 1)
        self._items[row:row] = items
        self._keys[row:row] = map(_key, items)
        self._places.update((item.number, item.place) for item in items)
        self.endInsertRows()

    def _drop(self, number: int) -> None:
        row = self.row_of(number)
        if row is not None:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._items[row], self._keys[row], self._places[number]
            self.endRemoveRows()

    # -- what there is -----------------------------------------------------------------------------------------------

    def row_of(self, number: int) -> int | None:
        """Where an item stands; None where it is not known."""
        place = self._places.get(number)
        return None if place is None else bisect_left(self._keys, (place, number))

    def item_at(self, row: int) -> Item:
        return self._items[row]

    def before(self, number: int, ahead: frozenset[int]) -> int | None:
        """The nearest item ahead of this one that waits and is none of ``ahead``."""
        row = self.row_of(number)
        rows = range((row or 0) - 1, -1, -1)
        return next((one.number for one in map(self.item_at, rows) if waits(one) and one.number not in ahead), None)

    def behind(self, number: int, ahead: frozenset[int]) -> int | None:
        """The nearest item behind this one that waits and is none of ``ahead``."""
        row = self.row_of(number)
        rows = range((row or 0) + 1, len(self._items))
        return next((one.number for one in map(self.item_at, rows) if waits(one) and one.number not in ahead), None)

    def after(self, number: int) -> int | None:
        """The item that stands right behind this one; None for the last."""
        row = self.row_of(number)
        return self._items[row + 1].number if row is not None and row + 1 < len(self._items) else None

    def name_of(self, item: Item) -> str:
        """How the file is called where others may look on."""
        return tr("File {number}").format(number=item.number) if self._hidden else Path(item.source).name

    def told_of(self, item: Item) -> str:
        """What became of it, with its name."""
        name, real = self.name_of(item), Path(item.source).name
        words = interpreted(item.words).replace(real, name)
        return words if words.startswith(name) else f"{name}: {words}"

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == 3 else LEFT
        return COLUMNS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item, column = self._items[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(item, column)
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(self._tip(item, column))
            case Qt.ItemDataRole.ForegroundRole if column == 2 and item.state in INKS:
                return QColor(getattr(theme.current(), INKS[item.state]))
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column == 3 else LEFT
        if role == BAR and column == 2 and item.state is State.RUNNING and item.number == self._share[0]:
            return self._share[1]
        return None

    def _words(self, item: Item, column: int) -> str:
        time = "" if item.seconds is None else duration_in_words(item.seconds)
        return (self.name_of(item), item.title, interpreted(item.state.value), time)[column]

    def _tip(self, item: Item, column: int) -> str:
        if column == 0 and not self._hidden:
            return f"{from_home(item.source)} → {from_home(item.out)}"
        took = " " + tr("in {time}").format(time=duration_in_words(item.seconds)) if item.seconds is not None else ""
        return (item.words and self.told_of(item)) or f"{self._words(item, column)}{took if column == 2 else ''}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and waits(self._items[index.row()]):
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [ROWS]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(ROWS, json.dumps([self._items[row].number for row in rows]).encode())
        return data


def waits(item: Item) -> bool:
    return item.state in AHEAD


def _key(item: Item) -> tuple[float, int]:
    return item.place, item.number
