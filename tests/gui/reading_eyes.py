"""What a person can read in a window: the words of every widget of which a part is in sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)


def words_in_sight() -> str:
    """Of all windows of the program, line by line; also tooltips and what screen readers say."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    seen = [one for top in tops for one in (top, *top.findChildren(QWidget)) if one.isVisible()]
    return "\n".join(words for one in seen if not one.visibleRegion().isEmpty() for words in _words(one))


def _words(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QComboBox():
            yield widget.currentText()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount() if isinstance(widget, QTableView) else 1):
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                        yield str(model.index(row, column).data(role) or "")
        case _ if hasattr(widget, "words"):
            yield str(widget.words)
