"""Shows pages of the guide: follows links between them, scales their pictures, and asks before it leaves them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ussr_gui import theme
from ussr_gui.guide import library
from ussr_gui.guide.rendering import SCHEME, as_html, style
from ussr_gui.language import tr

COLUMN = 820
"""Pixels, before the theme's scale, beyond which lines grow no longer."""
MARGIN = 20


class Reader(QTextBrowser):
    """One page at a time, with a way back and forth.

    Signals
    -------
    page_shown : str
        The path of another page.
    """

    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("guidepage")
        self.setAccessibleName(tr("Page of the guide"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that no page changes the width
        self.setLineWrapMode(self.LineWrapMode.FixedPixelWidth)
        self.anchorClicked.connect(self.follow)
        self.sourceChanged.connect(self._tell)
        theme.look.changed.connect(self.draw_again)

    @property
    def path(self) -> str:
        """Of the page that is shown; empty before the first."""
        return _path(self.source())

    def show_page(self, path: str, anchor: str = "") -> None:
        """Go to a page, or to a heading of it."""
        library.place(path)
        url = QUrl(f"{SCHEME}:///{path}")
        url.setFragment(anchor or None)
        self.setSource(url, QTextDocument.ResourceType.HtmlResource)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Pages and pictures of the guide alone: nothing else is ever loaded."""
        if name.scheme() != SCHEME:
            return None
        path = _path(name)
        if kind == QTextDocument.ResourceType.HtmlResource.value:
            self.document().setDefaultStyleSheet(style())
            self.document().setDocumentMargin(theme.pixels(MARGIN))
            return as_html(library.page(path).text, path)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitted(QImage.fromData(library.place(path).read_bytes()))
        return None

    def mark(self, words: str) -> None:
        """Set every place of these words off, and go to the first."""
        found, first = [], None
        for word in words.split():
            cursor = QTextCursor(self.document())
            while not (cursor := self.document().find(word, cursor)).isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = QTextCursor(cursor)
                selection.format.setBackground(theme.QColor(theme.current().fill))
                selection.format.setForeground(theme.QColor(theme.current().on_fill))
                found.append(selection)
                if first is None or cursor.position() < first.position():
                    first = QTextCursor(cursor)
        self.setExtraSelections(found)
        if first is not None:
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    @Slot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Where a link leads: another page here, any other address in the person's browser, by this click alone."""
        if url.scheme() == SCHEME:
            self.setSource(url, QTextDocument.ResourceType.HtmlResource)
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    @Slot()
    def draw_again(self) -> None:
        """In other colours, or at another width; one goes on reading where one was."""
        self.setLineWrapColumnOrWidth(self._column)
        if self.path:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self.reload()
            bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column != self.lineWrapColumnOrWidth():
            self.draw_again()

    @property
    def _column(self) -> int:
        """Pixels of a line with its margins."""
        return min(self.viewport().width(), theme.pixels(COLUMN))

    @Slot(QUrl)
    def _tell(self, url: QUrl) -> None:
        self.setExtraSelections([])
        self.page_shown.emit(_path(url))

    def _fitted(self, picture: QImage) -> QImage:
        """No wider than the column, and as sharp as the screen."""
        ratio = self.devicePixelRatioF()
        width = self._column - 2 * theme.pixels(MARGIN)
        if picture.width() > width:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(max(1, min(picture.width(), round(width * ratio))), smooth)
            picture.setDevicePixelRatio(picture.width() / width)
        return picture


def _path(url: QUrl) -> str:
    return url.path().lstrip("/")
