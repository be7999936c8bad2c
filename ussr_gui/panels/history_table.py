"""Every kept run as a table: found by words, by scan, by method and by where it stands."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from ussr_engine.history.card import RunCard, State
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.result import OFF_SCAN

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ORDER = Qt.ItemDataRole.UserRole
"""What a column is sorted by."""

HEADS = (
    "",
    tr("Scan"),
    tr("Method"),
    tr("Scale"),
    "PSNR",
    "SSIM",
    "LPIPS",
    tr("Off scan"),
    tr("Time"),
    tr("Date"),
    tr("State"),
    tr("Tag"),
)
STAR, SCAN, METHOD, SCALE, PSNR, SSIM, LPIPS, OFF, TIME, DATE, STATE, TAG = range(len(HEADS))
FIGURES = (SCALE, PSNR, SSIM, LPIPS, OFF, TIME)
TIPS = {
    STAR: tr("Starred runs never make room for others"),
    SCAN: tr("A number stands for a scan that is not open: names of files are not kept"),
    PSNR: tr("dB against the truth, where it is known"),
    LPIPS: tr("Perceptual distance from the truth, lower is better"),
    OFF: OFF_SCAN,
    TIME: tr("Of the method's work"),
}
INKS = {State.FAILED: "error", State.INTERRUPTED: "warn", State.CANCELLED: "faint", State.RUNNING: "accent"}


class HistoryTable(QAbstractTableModel):
    """One line a run; ``named`` says how a scan is called here and now."""

    def __init__(self, named: Callable[[RunCard], str], parent: QObject) -> None:
        super().__init__(parent)
        self.cards: list[RunCard] = []
        self._named = named

    def show_cards(self, cards: Sequence[RunCard]) -> None:
        """List these; a line that only says something else keeps its place and stays chosen."""
        if [card.run for card in cards] == [card.run for card in self.cards]:
            self.cards = list(cards)
            if cards:
                self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, len(HEADS) - 1))
            return
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
            case Qt.ItemDataRole.ToolTipRole:
                return f"<qt>{TIPS[section]}</qt>" if section in TIPS else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card, column = self.cards[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(card, column)
            case _ if role == ORDER:
                return self._order(card, column)
            case Qt.ItemDataRole.DecorationRole:
                seen = card.thumbnail if column == SCAN else None
                return None if seen is None else _thumbnail(seen.tobytes(), seen.shape)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(getattr(theme.current(), _ink(card, column)))
            case Qt.ItemDataRole.FontRole if column == STAR:
                return theme.font(16)
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(card, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == STAR:
                return tr("starred") if card.star else tr("not starred")
        return None

    def words(self, card: RunCard, column: int) -> str:
        """What a cell says."""
        scores = card.scores
        return (
            "★" if card.star else "☆",
            self._named(card),
            " · ".join(part for part in (card.title, card.variant) if part),
            f"×{card.scale}",
            _figure(scores.psnr if scores else None, 2),
            _figure(scores.ssim if scores else None, 4),
            _figure(scores.lpips if scores else None, 4),
            _figure(card.consistency, 2),
            duration_in_words(card.seconds) if card.seconds is not None else "",
            time.strftime("%Y-%m-%d %H:%M", time.localtime(card.started)),
            interpreted(card.state.value),
            card.tag,
        )[column]

    def _order(self, card: RunCard, column: int) -> object:
        scores = card.scores
        figures = {
            STAR: float(card.star),
            SCALE: float(card.scale),
            PSNR: scores.psnr if scores else None,
            SSIM: scores.ssim if scores else None,
            LPIPS: scores.lpips if scores else None,
            OFF: card.consistency,
            TIME: card.seconds,
            DATE: card.started,
        }
        if column in figures:
            figure = figures[column]
            return -1e300 if figure is None else min(float(figure), 1e300)
        return self.words(card, column).casefold()

    def _told(self, card: RunCard, column: int) -> str:
        if column == STATE and card.words:
            return interpreted(card.words)
        if column == STATE and card.can_go_on:
            return tr("It can go on from step {checkpoint}").format(checkpoint=card.checkpoint)
        facts = (
            tr("{label}, seed {seed}").format(label=card.label, seed=card.seed),
            tr("{width} × {height} pixels").format(width=card.width, height=card.height)
            + (
                ", " + tr("shrunk by {challenge}").format(challenge=interpreted(card.challenge))
                if card.challenge
                else ""
            ),
            card.device,
            card.versions,
            tr("{size:.1f} MB on the disk").format(size=card.size / 1e6),
            card.note,
        )
        return "\n".join(fact for fact in facts if fact)


@dataclass(frozen=True)
class Sieve:
    """Which runs are listed: all words, and of scan, method and state those that are named, if they are."""

    words: str = ""
    scan: str = ""
    method: str = ""
    state: State | None = None
    starred: bool = False

    def lets(self, card: RunCard, name: str) -> bool:
        """Whether a run is listed."""
        told = " ".join(
            (name, card.label, card.tag, card.note, interpreted(card.state.value), card.challenge)
        ).casefold()
        return (
            all(word in told for word in self.words.casefold().split())
            and self.scan in ("", card.scan)
            and self.method in ("", card.method)
            and self.state in (None, card.state)
            and (card.star or not self.starred)
        )


class HistorySieve(QSortFilterProxyModel):
    """The lines that are listed, in the order of the column that was chosen."""

    def __init__(self, table: HistoryTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self.sieve = Sieve()
        self.setSourceModel(table)
        self.setSortRole(ORDER)

    def take(self, sieve: Sieve) -> None:
        """List others."""
        self.sieve = sieve
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        card = self._table.cards[row]
        return self.sieve.lets(card, self._table.words(card, SCAN))

    def card(self, index: Index) -> RunCard:
        """Of a line."""
        return self._table.cards[self.mapToSource(index).row()]


def _figure(value: float | None, places: int) -> str:
    if value is None:
        return "–"
    return tr("identical") if math.isinf(value) else f"{value:.{places}f}"


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _ink(card: RunCard, column: int) -> str:
    if column == STAR:
        return "accent" if card.star else "faint"
    if column == STATE:
        return INKS.get(card.state, "dim")
    return "dim" if column in (DATE, TIME) else "text"


@lru_cache(maxsize=2048)
def _thumbnail(levels: bytes, shape: tuple[int, ...]) -> QIcon:
    """A small picture that looks the same where its line is chosen."""
    pixels = np.frombuffer(levels, np.uint8).reshape(shape)
    kind = QImage.Format.Format_RGB888 if len(shape) == 3 else QImage.Format.Format_Grayscale8
    drawn = QPixmap.fromImage(QImage(pixels.tobytes(), shape[1], shape[0], int(np.prod(shape[1:])), kind).copy())
    made = QIcon(drawn)
    made.addPixmap(drawn, QIcon.Mode.Selected)
    return made
