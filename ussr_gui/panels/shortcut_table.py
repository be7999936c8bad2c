"""Every action and its keys as a table that can be searched."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor

from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.shortcuts import USUAL, Shortcuts, spelled
from ussr_gui.wishes import WISHES, Wish

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

HEADS = (tr("Menu"), tr("Action"), tr("Keys"))
KEYS = len(HEADS) - 1


class ShortcutTable(QAbstractTableModel):
    """In the order of the menus; keys of the person's own stand out."""

    def __init__(self, actions: Actions, shortcuts: Shortcuts, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._shortcuts = actions, shortcuts
        self.wishes: list[Wish] = list(WISHES)
        actions.keys_changed.connect(self._follow)

    def search(self, words: str) -> None:
        """Show the actions whose menu, words, keys or tip hold all of these words."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self.wishes = [wish for wish in WISHES if all(word in self._told(wish) for word in wanted)]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.wishes)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return HEADS[section] if words else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        wish = self.wishes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (wish.path, wish.text, self._keys(wish) or tr("no key"))[index.column()]
            case Qt.ItemDataRole.ForegroundRole:
                own = index.column() == KEYS and self._shortcuts.is_own(wish.id)
                dim = index.column() == 0 or not self._keys(wish)
                colours = theme.current()
                return QColor(colours.accent if own else colours.dim if dim else colours.text)
            case Qt.ItemDataRole.FontRole:
                own = index.column() == KEYS and self._shortcuts.is_own(wish.id)
                return theme.font(13, 600) if own else None
            case Qt.ItemDataRole.ToolTipRole:
                usual = tr(" or ").join(map(spelled, USUAL[wish.id]))
                return (
                    f"{wish.tip}\n" + tr("Usually {usual}").format(usual=usual)
                    if self._shortcuts.is_own(wish.id)
                    else wish.tip
                )
        return None

    def _keys(self, wish: Wish) -> str:
        return tr(" or ").join(self._actions.spelled(wish.id))

    def _told(self, wish: Wish) -> str:
        return f"{wish.path} {wish.text} {self._keys(wish)} {wish.tip}".casefold()

    @Slot()
    def _follow(self) -> None:
        if self.wishes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.wishes) - 1, KEYS))
