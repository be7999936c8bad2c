"""Tables of figures that are copied with Ctrl+C."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ussr_gui import theme
from ussr_gui.measuring.files import Lines, as_tsv
from ussr_gui.words import as_tip

KEY = Qt.ItemDataRole.UserRole
PLAIN = Qt.ItemDataRole.UserRole + 1
BAR = Qt.ItemDataRole.UserRole + 2
LEAST_NAME = 96
"""A name that yields is never narrower; the table scrolls then."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What one cell shows, what a file has of it, and its tooltip.

    ``ink`` is the palette's role for its words, ``bar`` how far a thin bar below them reaches: 0 (none) to 1.
    """

    words: str
    plain: str = ""
    tip: str = ""
    ink: str = "text"
    bar: float = 0.0


class BarDelegate(QStyledItemDelegate):
    """Draws a cell, and its bar if it has one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        share = float(index.data(BAR) or 0.0)
        if share > 0:
            area, thick = option.rect, theme.pixels(3)
            foot = QRect(area.left() + 2, area.bottom() - thick, area.width() - 4, thick)
            painter.fillRect(foot, QColor(theme.current().field))
            foot.setWidth(max(1, round(share * foot.width())))
            painter.fillRect(foot, QColor(theme.current().accent))


class FigureTable(QTableWidget):
    """Rows by key: a name with a swatch, then figures.

    ``words`` are the columns that hold words, from the left; the first of them takes the room that is left, if any is.
    A table too wide for its panel scrolls; one that ``yields`` shortens the first words instead, as long as it can.

    Signals
    -------
    went : object
        Key of the row that the person went to.
    renamed : object, str
        Key of a row and the name that it was given.
    """

    went = Signal(object)
    renamed = Signal(object, str)

    def __init__(self, name: str, editable: bool = False, words: Sequence[int] = (0,), yields: bool = False) -> None:
        super().__init__(0, 0)
        self._words, self._yields = tuple(words), yields
        self.setItemDelegate(BarDelegate(self))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed if editable else triggers.NoEditTriggers)
        self._editable, self._titles = editable, tuple[str, ...]()
        self.currentCellChanged.connect(self._go)
        self.itemChanged.connect(self._rename)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def head(self, titles: Sequence[str], tips: Sequence[str] = ()) -> None:
        """Name the columns."""
        if tuple(titles) != self._titles:
            self._titles = tuple(titles)
            self.setColumnCount(len(titles))
            self.setHorizontalHeaderLabels(list(titles))
            header = self.horizontalHeader()
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setMinimumSectionSize(theme.pixels(30 if self._yields else 44))
        for column in range(len(titles)):
            item = self.horizontalHeaderItem(column)
            assert item is not None
            item.setTextAlignment(LEFT if column in self._words else RIGHT)
            item.setToolTip(tips[column] if tips else "")

    def fill(self, rows: Sequence[tuple[object, QIcon, Sequence[Cell]]], current: object = None) -> None:
        """Show these rows, and mark one as the current one, without telling anybody."""
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for line, (key, mark, cells) in enumerate(rows):
            for column, cell in enumerate(cells):
                item = self.item(line, column)
                if item is None:
                    item = self._new_item(line, column)
                for role, value in (
                    (Qt.ItemDataRole.DisplayRole, cell.words),
                    (Qt.ItemDataRole.ToolTipRole, as_tip(cell.tip or cell.words)),
                    (PLAIN, cell.plain or cell.words),
                    (BAR, cell.bar),
                    (Qt.ItemDataRole.ForegroundRole, QColor(getattr(theme.current(), cell.ink))),
                    (KEY, key),
                ):
                    if item.data(role) != value:  # a change makes the view measure itself anew
                        item.setData(role, value)
                if column == 0 and item.icon().cacheKey() != mark.cacheKey():
                    item.setIcon(mark)
        at = next((line for line, (key, _, _) in enumerate(rows) if key == current), -1)
        if at >= 0:
            self.setCurrentCell(at, max(self.currentColumn(), 0))
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self.blockSignals(False)
        self._fit()
        self.viewport().update()

    def _new_item(self, line: int, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if self._editable and column == 0 else flags)
        item.setTextAlignment(LEFT if column in self._words else RIGHT)
        self.setItem(line, column, item)
        return item

    def lines(self) -> Lines:
        """Titles and all rows, as files have them."""
        at = self.model().index
        columns = range(self.columnCount())
        cells = [[str(at(row, column).data(PLAIN)) for column in columns] for row in range(self.rowCount())]
        return [list(self._titles), *cells]

    @Slot()
    def copy(self) -> None:
        """All of it to the clipboard."""
        QApplication.clipboard().setText(as_tsv(self.lines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names in full, unless the table yields."""
        if self.columnCount():
            header = self.horizontalHeader()
            hints = [max(self.sizeHintForColumn(i), header.sectionSizeHint(i)) for i in range(self.columnCount())]
            modes = QHeaderView.ResizeMode
            name, least = self._words[0], theme.pixels(LEAST_NAME)
            hints[name] = min(hints[name], least) if self._yields else hints[name]
            fits = sum(hints) <= self.viewport().width()
            if fits:
                header.setSectionResizeMode(name, modes.Stretch)
            elif self._yields:
                header.setSectionResizeMode(name, modes.Fixed)
                header.resizeSection(name, least)
            else:
                header.setSectionResizeMode(name, modes.ResizeToContents)

    @Slot(int, int, int, int)
    def _go(self, row: int, column: int, before_row: int, before_column: int) -> None:
        item = self.item(row, 0)
        if item is not None and row != before_row:
            self.went.emit(item.data(KEY))

    @Slot(QTableWidgetItem)
    def _rename(self, item: QTableWidgetItem) -> None:
        if self._editable and item.column() == 0:
            self.renamed.emit(item.data(KEY), item.text())

    @Slot()
    def _take_look(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.pixels(24))
        self.setIconSize(QSize(theme.pixels(14), theme.pixels(14)))


def swatch(colour: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QIcon:
    """A short line in a colour, as the legend of a plot has it."""
    return _drawn(colour.name(), style, theme.pixels(14), theme.pixels(3))


@lru_cache(maxsize=64)
def _drawn(colour: str, style: Qt.PenStyle, width: int, thick: int) -> QIcon:
    sharp = 3
    picture = QPixmap(width * sharp, width * sharp)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(QPen(QColor(colour), thick * sharp, style, Qt.PenCapStyle.FlatCap))
    painter.drawLine(0, picture.height() // 2, picture.width(), picture.height() // 2)
    painter.end()
    picture.setDevicePixelRatio(sharp)
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)
    return made
