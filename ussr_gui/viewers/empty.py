"""The first screen: where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QPixmap
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
from ussr_gui.viewers.rows import Row, thumbnail

MOST_RECENT = 4
PHANTOM_SEED = 0
FORMATS = "DICOM, PNG, JPEG, TIFF, BMP\nNIfTI, MetaImage, NRRD\nAVI, MP4, MOV, MPEG"
SHORTCUTS, LIMITS = "shortcuts", "limits"
"""What ``learn_requested`` asks for."""


def _label(words: str, role: str) -> QLabel:
    made = QLabel(words, textFormat=Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


class Card(QFrame):
    """A titled group of rows; ``link`` is a button beside the title."""

    def __init__(self, title: str, link: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 4)
        heading = _label(title, "h2")
        heading.setMinimumHeight(30)
        head.addWidget(heading)
        head.addStretch(1)
        if link is not None:
            head.addWidget(link)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addStretch(1)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead of what was there."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._rows.addWidget(widget)
            widget.show()


class EmptyState(QWidget):
    """Drop a scan, open a recent one or the sample, or learn what this is.

    Signals
    -------
    open_requested
        The person wants the dialog that opens a scan.
    path_chosen : str
        A file was chosen from the recent ones.
    files_dropped : list of str
        Files, or folders, were dropped.
    phantom_requested : int
        The built-in sample, by its seed.
    learn_requested : str
        ``SHORTCUTS`` or ``LIMITS``.
    clear_recent_requested
        The list of recent files shall be forgotten.
    """

    open_requested = Signal()
    path_chosen = Signal(str)
    files_dropped = Signal(list)
    phantom_requested = Signal(int)
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
        self._samples, self._learn = Card(tr("Sample, with known truth")), Card(tr("Learn"))
        self._inside = QWidget()
        cards = QGridLayout(self._inside)
        cards.setContentsMargins(16, 16, 16, 16)
        cards.setSpacing(16)
        cards.addWidget(self._drop, 0, 0, 1, 3)
        for i, card in enumerate((self._recent, self._samples, self._learn)):
            cards.addWidget(card, 1, i)
            cards.setColumnStretch(i, 1)
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
            rows = [_label(tr("Scans you open appear here."), "faint")]
            rows[0].setContentsMargins(8, 4, 8, 4)
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

    def _phantom_row(self) -> Row:
        row = Row(
            tr("Phantom: vessel, cysts, wires"), tr("built in · every position known"), icons.app_icon().pixmap(42, 42)
        )
        row.clicked.connect(self._choose_phantom)
        return row

    def _learn_row(self, page: str, picture: str, title: str, caption: str) -> Row:
        row = Row(title, caption, icons.pixmap(picture, "dim", 18))
        row.setProperty("page", page)
        row.clicked.connect(self._choose_page)
        return row

    @Slot()
    def _take_look(self) -> None:
        self._inside.setMaximumWidth(theme.pixels(1140))
        self._drop.setFixedHeight(theme.pixels(280))
        self._picture.setPixmap(icons.pixmap("image-plus", "accent", 40))
        icons.set_beside(self.open_button, "folder-open", "on_fill")
        self._samples.fill([self._phantom_row()])
        self._learn.fill(
            [
                self._learn_row(SHORTCUTS, "keyboard", tr("Keyboard and mouse"), tr("every key and gesture")),
                self._learn_row(
                    LIMITS, "info", tr("What it can and cannot show"), tr("smaller pixels are not finer resolution")
                ),
            ]
        )
        self.set_recent(self._shown)

    @Slot()
    def _choose_recent(self) -> None:
        self.path_chosen.emit(self.sender().property("path"))

    @Slot()
    def _choose_phantom(self) -> None:
        self.phantom_requested.emit(PHANTOM_SEED)

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
