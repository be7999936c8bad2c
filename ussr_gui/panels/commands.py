"""Commands as rows of the palette: what each says, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ussr_gui import icons, theme
from ussr_gui.fuzzy import match

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

HEIGHT, MARGIN, ICON = 44, 12, 18
LATELY = 2.0
"""A command used lately counts for more by this, one that cannot run for less by the next."""
WITHOUT = 4.0


@dataclass(frozen=True, slots=True)
class Command:
    """An action as it stands while the palette is open."""

    id: str
    picture: str
    words: str
    path: str
    tip: str
    keys: tuple[str, ...]
    why_not: str
    """Empty when it can run."""
    is_on: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A command and the letters of its words that were typed."""

    command: Command
    letters: frozenset[int]


def search(commands: Iterable[Command], query: str, recent: Sequence[str]) -> list[Found]:
    """The commands that a query names, best first; for an empty one those used lately, then all in their order."""
    ranked = []
    for place, command in enumerate(commands):
        found = match(query, command.words, f"{command.path} {command.tip}")
        if found is None:
            continue
        lately = command.id in recent
        score = found.score + LATELY * lately - WITHOUT * bool(command.why_not)
        if not query.strip():
            score = len(recent) - recent.index(command.id) if lately else 0
        ranked.append((-score, place, Found(command, found.letters)))
    return [found for _, _, found in sorted(ranked, key=lambda entry: entry[:2])]


class Commands(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def refresh(self, now: dict[str, Command]) -> None:
        """The same rows, as their commands stand now."""
        self.found = [replace(one, command=now[one.command.id]) for one in self.found]
        self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self.found[index.row()].command
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return command.words
            case Qt.ItemDataRole.ToolTipRole:
                return command.why_not or command.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                told = (command.words, command.path, *command.keys, command.why_not)
                return ", ".join(part for part in told if part)
        return None


class CommandPainter(QStyledItemDelegate):
    """Draws a command: icon, words with the typed letters marked, menu and tip below, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.pixels(200), theme.pixels(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Commands)
        found, colours = model.found[index.row()], theme.current()
        command, off = found.command, bool(found.command.why_not)
        painter.save()
        painter.setRenderHints(painter.RenderHint.Antialiasing | painter.RenderHint.SmoothPixmapTransform)
        box, margin = QRectF(option.rect), theme.pixels(MARGIN)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.select if chosen else colours.hover))
            painter.drawRoundedRect(box, theme.pixels(5), theme.pixels(5))
        role = "disabled" if off else "accent" if command.is_on else "dim"
        side = theme.pixels(ICON)
        place = QRectF(box.left() + margin, box.center().y() - side / 2, side, side)
        picture = icons.pixmap(command.picture, role, ICON)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
        left = place.right() + margin
        right = self._draw_keys(painter, command.keys, box.adjusted(0, 0, -margin, 0), off) - margin
        middle = box.center().y()
        upper, lower = theme.font(13), theme.font(12)
        rise = QFontMetricsF(upper).height()
        told = f"{command.path}  ·  {command.why_not or command.tip}"
        self._draw_words(painter, found, QRectF(left, middle - rise, right - left, rise), off)
        painter.setFont(lower)
        painter.setPen(QColor(colours.faint))
        below = QRectF(left, middle, right - left, rise)
        short = QFontMetricsF(lower).elidedText(told, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
        painter.restore()

    def _draw_words(self, painter: QPainter, found: Found, box: QRectF, off: bool) -> None:
        colours, font = theme.current(), theme.font(13)
        words = QFontMetricsF(font).elidedText(found.command.words, Qt.TextElideMode.ElideRight, box.width())
        plain, marked = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(colours.disabled if off else colours.text))
        marked.setForeground(QColor(colours.disabled if off else colours.accent))
        marked.setFontWeight(600)
        layout = QTextLayout(words, font)
        formats = []
        for i in range(len(words)):
            part = QTextLayout.FormatRange()
            part.start, part.length = i, 1  # type: ignore[attr-defined]
            part.format = marked if i in found.letters else plain  # type: ignore[attr-defined]
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(box.topLeft()))

    def _draw_keys(self, painter: QPainter, keys: Sequence[str], box: QRectF, off: bool) -> float:
        """Draw key caps from the right; the left end of the last one comes back."""
        colours, font = theme.current(), theme.font(11, 600)
        metrics, pad, right = QFontMetricsF(font), theme.pixels(6), box.right()
        painter.setFont(font)
        for one in reversed(keys):
            width = max(metrics.horizontalAdvance(one) + 2 * pad, theme.pixels(20))
            cap = QRectF(right - width, box.center().y() - theme.pixels(10), width, theme.pixels(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(cap, theme.pixels(3), theme.pixels(3))
            painter.setPen(QColor(colours.disabled if off else colours.dim))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, one)
            right = cap.left() - pad
        return right
