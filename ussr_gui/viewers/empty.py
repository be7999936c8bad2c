"""The first screen: where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ussr_gui import icons, theme
from ussr_gui.language import tr
from ussr_gui.viewers.card import Card
from ussr_gui.viewers.card import words as _label
from ussr_gui.viewers.rows import Row, thumbnail
from ussr_gui.viewers.samples import Tiles
from ussr_gui.wishes import WISHES

MOST_RECENT = 4
FORMATS = "DICOM, PNG, JPEG, TIFF, BMP\nNIfTI, MetaImage, NRRD\nAVI, MP4, MOV, MPEG"
TOUR = "tour"
LEARN = ("lessons", "which_method", "keyboard", "limits", "devices")
"""Actions that teach, as far as the table of wishes has them."""


class EmptyState(QWidget):
    """Drop a scan, open a recent one or a sample, or learn what this is.

    Signals
    -------
    open_requested
        The person wants the dialog that opens a scan.
    path_chosen : str
        A recent file, or a sample, was chosen.
    files_dropped : list of str
        Files, or folders, were dropped.
    learn_requested : str
        ``TOUR`` or one of ``LEARN``: the id of an action.
    clear_recent_requested
        The list of recent files shall be forgotten.
    """

    open_requested = Signal()
    path_chosen = Signal(str)
    files_dropped = Signal(list)
    learn_requested = Signal(str)
    clear_recent_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._drop = self._drop_target()
        self._clear = QPushButton(tr("Clear"))
        self._clear.setProperty("link", True)
        self._clear.setAccessibleName(tr("Forget the recent files"))
        self._clear.clicked.connect(self.clear_recent_requested)
        self._recent = Card(tr("Recent"), self._clear)
        self._samples, self._learn = Card(tr("Samples, with known truth")), Card(tr("Learn"))
        self.tour = QPushButton(tr("Take the tour"))
        self.tour.setAccessibleDescription(tr("three minutes on a sample"))
        self.tour.clicked.connect(self._choose_tour)
        self._tour_says = _label(tr("Three minutes on a sample, step by step"), "faint")
        self._tiles = Tiles()
        self._tiles.chosen.connect(self.path_chosen)
        self._samples.fill([self._tiles, self._beginning()])
        self._inside = QWidget()
        cards = QGridLayout(self._inside)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(16)
        cards.addWidget(self._drop, 0, 0, 1, 3)
        for i, (card, stretch) in enumerate(((self._samples, 5), (self._learn, 4), (self._recent, 3))):
            cards.addWidget(card, 1, i)
            cards.setColumnStretch(i, stretch)
            card.setMinimumWidth(1)
        body = QWidget()
        body.setObjectName("centre")
        area = QScrollArea()
        area.setObjectName("ground")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column, across = QVBoxLayout(body), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._inside, 1000)
        across.addStretch(1)
        column.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)
        self._shown: Sequence[tuple[str, str, QPixmap | None]] = ()
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def set_recent(self, recent: Sequence[tuple[str, str, QPixmap | None]]) -> None:
        """Show the newest of (path, caption, thumbnail)."""
        self._shown = recent
        self._clear.setVisible(bool(recent))
        rows: list[QWidget] = []
        for path, caption, picture in recent[:MOST_RECENT]:
            shown = picture if picture is not None and not picture.isNull() else None
            drawn = thumbnail(shown, self.devicePixelRatioF()) if shown else icons.pixmap("image", "dim", 22)
            row = Row(path.replace("\\", "/").rsplit("/", 1)[-1], caption, drawn)
            row.setProperty("path", path)
            row.clicked.connect(self._choose_recent)
            rows.append(row)
        if not rows:
            nothing = _label(tr("Scans you open appear here."), "faint")
            nothing.setContentsMargins(8, 4, 8, 4)
            nothing.setWordWrap(True)
            rows = [nothing]
        self._recent.fill(rows)

    def tell_keys(self, keys: QKeySequence) -> None:
        """The keys that open a scan."""
        self._key.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self._key.setVisible(not keys.isEmpty())

    def _drop_target(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("drop")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        heading = _label(tr("Drop an ultrasound scan here"), "h1")
        formats = _label(FORMATS, "dim")
        for words in (heading, formats):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(tr("Open scan…"))
        self.open_button.setProperty("primary", True)
        self.open_button.setAccessibleName(tr("Open scan"))
        self.open_button.clicked.connect(self.open_requested)
        self._key = _label("", "key")
        self._key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self._key)
        buttons.addStretch(1)
        column = QVBoxLayout(frame)
        column.setSpacing(6)
        column.addStretch(1)
        for words in (self._picture, heading, formats):
            column.addWidget(words)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)
        return frame

    def _beginning(self) -> QWidget:
        """The button of the tour, with a sentence."""
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(8, 8, 8, 0)
        across.setSpacing(10)
        self._tour_says.setMinimumWidth(1)
        across.addWidget(self.tour)
        across.addWidget(self._tour_says, 1)
        return made

    def _learn_row(self, page: str, picture: str, title: str, caption: str) -> Row:
        row = Row(title, caption, icons.pixmap(picture, "dim", 18))
        row.setProperty("page", page)
        row.clicked.connect(self._choose_page)
        return row

    @Slot()
    def _take_look(self) -> None:
        self._inside.setMaximumWidth(theme.pixels(1140))
        self._size_drop()
        self._picture.setPixmap(icons.pixmap("image-plus", "accent", 40))
        icons.set_beside(self.open_button, "folder-open", "on_fill")
        icons.set_beside(self.tour, "compass", "accent")
        self._tiles.updateGeometry()
        taught = {wish.id: wish for wish in WISHES if wish.id in LEARN}
        rows = (taught[name] for name in LEARN if name in taught)
        self._learn.fill([self._learn_row(wish.id, wish.icon, tr(wish.text), tr(wish.tip)) for wish in rows])
        self.set_recent(self._shown)

    def _size_drop(self) -> None:
        """A third of the screen at most, so that the samples below are seen; never less than its words need."""
        least = self._drop.layout().minimumSize().height()
        self._drop.setFixedHeight(max(least, min(theme.pixels(250), self.height() // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_drop()

    @Slot()
    def _choose_recent(self) -> None:
        self.path_chosen.emit(self.sender().property("path"))

    def invite(self, words: str, says: str) -> None:
        """What the button of the tour says: to take it, or to go on with it."""
        self.tour.setText(words)
        self._tour_says.setText(says)

    @Slot()
    def _choose_tour(self) -> None:
        self.learn_requested.emit(TOUR)

    @Slot()
    def _choose_page(self) -> None:
        self.learn_requested.emit(self.sender().property("page"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            theme.mark(self._drop, over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        theme.mark(self._drop, over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        theme.mark(self._drop, over=False)
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
