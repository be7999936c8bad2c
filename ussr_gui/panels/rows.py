"""A list whose rows have a picture or an icon, two lines of words and a figure at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ussr_gui import icons, theme
from ussr_gui.words import as_tip

ROW = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Row:
    """What one row says; ``role`` is the colour of its second line."""

    first: str
    second: str
    role: str = "faint"
    picture: QPixmap | None = None
    icon: str = ""
    icon_role: str = "dim"
    figure: str = ""
    unit: str = ""


class RowDelegate(QStyledItemDelegate):
    """Draws a Row in the colours of the theme."""

    thumbnail = QSize(56, 42)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(
            theme.pixels(120), theme.pixels(54 if index.data(ROW).picture or index.data(ROW).role == "error" else 46)
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        colours, px = theme.current(), theme.pixels
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(px(4), px(1), -px(4), -px(1))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.select if chosen else colours.hover))
            painter.drawRoundedRect(area, px(5), px(5))
        left = self._paint_picture(painter, row, area)
        right = area.right() - px(8)
        if row.figure:
            painter.setFont(theme.font(13, 600))
            width = max(painter.fontMetrics().horizontalAdvance(row.figure) + px(4), px(24))
            box = QRect(right - width, area.top() + px(4), width, area.height() - px(8))
            self._paint_lines(painter, box, row.figure, row.unit, "faint", Qt.AlignmentFlag.AlignRight)
            right -= width + px(8)
        box = QRect(left, area.top() + px(4), max(0, right - left), area.height() - px(8))
        self._paint_lines(painter, box, row.first, row.second, row.role, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _paint_picture(self, painter: QPainter, row: Row, area: QRect) -> int:
        px = theme.pixels
        if row.picture is None and row.role != "error":
            if row.icon:
                drawn = icons.pixmap(row.icon, row.icon_role, 16)
                painter.drawPixmap(area.left() + px(8), area.center().y() - px(8), px(16), px(16), drawn)
            return area.left() + px(32 if row.icon else 8)
        frame = QRect(area.left() + px(6), area.top(), px(56), px(42))
        frame.moveTop(area.center().y() - frame.height() // 2)
        painter.fillRect(frame, QColor(theme.current().well if row.picture else theme.current().error_bg))
        if row.picture is not None:
            size = row.picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            inner = QRect(frame.topLeft(), size)
            inner.moveCenter(frame.center())
            painter.drawPixmap(inner, row.picture)
        elif row.icon:
            drawn = icons.pixmap(row.icon, row.icon_role, 18)
            painter.drawPixmap(frame.center().x() - px(9), frame.center().y() - px(9), px(18), px(18), drawn)
        return frame.right() + px(10)

    def _paint_lines(
        self, painter: QPainter, box: QRect, first: str, second: str, role: str, side: Qt.AlignmentFlag
    ) -> None:
        upper, lower = QRect(box), QRect(box)
        upper.setBottom(box.center().y())
        lower.setTop(box.center().y() + 1)
        for part, words, font, colour in (
            (upper, first, theme.font(13, 600 if side == Qt.AlignmentFlag.AlignRight else 400), "text"),
            (lower, second, theme.font(12), role),
        ):
            painter.setFont(font)
            painter.setPen(QColor(getattr(theme.current(), colour)))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, part.width())
            painter.drawText(part, side | Qt.AlignmentFlag.AlignVCenter, shown)


class RowList(QListWidget):
    """Rows by key; ``chosen`` carries the key of the row that the person went to."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._went)

    def put(self, key: object, row: Row) -> None:
        """Add a row, or say something else in it."""
        item = self.item_of(key)
        if item is None:
            item = QListWidgetItem()
            item.setData(KEY, key)
            self.blockSignals(True)
            self.addItem(item)
            self.blockSignals(False)
        item.setData(ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.first}, {row.second} {row.figure} {row.unit}".strip())
        item.setToolTip(as_tip(f"{row.first}\n{row.second}"))

    def mark_chosen(self, key: object) -> None:
        """Show which row holds without telling anybody."""
        item = self.item_of(key)
        self.blockSignals(True)
        self.setCurrentRow(-1 if item is None else self.row(item))
        self.blockSignals(False)
        self.viewport().update()

    def item_of(self, key: object) -> QListWidgetItem | None:
        items = (self.item(index) for index in range(self.count()))
        return next((item for item in items if item.data(KEY) == key), None)

    @Slot()
    def _went(self) -> None:
        if self.currentItem() is not None:
            self.chosen.emit(self.currentItem().data(KEY))
