"""Rows of a list: a picture or an icon, a title, and a caption below it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ussr_gui import theme

THUMBNAIL = QSize(56, 42)
NARROW = 60
"""Room below which the first letters say more than both ends."""


class ElidedLabel(QLabel):
    """Words that give way: cut with an ellipsis where the pane is narrow, and left out below ``least`` pixels."""

    def __init__(self, role: str, cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight, least: int = 0) -> None:
        super().__init__()
        self._mode, self._least = cut, least
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = ""
        """All of them, also those that are cut."""

    def say(self, words: str) -> None:
        if words == self.words:
            return
        self.words = words
        self.setToolTip(f"<qt>{escape(words)}</qt>")
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0 if self._least else min(24, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cut()

    def _cut(self) -> None:
        wide = self.width()
        mode = self._mode if wide >= theme.pixels(NARROW) else Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(self.words, mode, wide)
        self.setText(cut if wide >= theme.pixels(self._least) or cut == self.words else "")


class Row(QPushButton):
    """A row that can be chosen by mouse or keyboard."""

    def __init__(self, title: str, caption: str, picture: QPixmap) -> None:
        super().__init__()
        self.setProperty("row", True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark, words = QLabel(), QVBoxLayout()
        mark.setPixmap(picture)
        words.setSpacing(1)
        words.addStretch(1)
        for said, role in ((title, ""), (caption, "faint")):
            label = ElidedLabel(role)
            label.say(said)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        words.addStretch(1)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(8, 6, 8, 6)
        self._across.setSpacing(10)
        self._across.addWidget(mark)
        self._across.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(160), max(theme.pixels(54), self._across.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def thumbnail(picture: QPixmap, ratio: float) -> QPixmap:
    """A picture cut and scaled to fill a row's thumbnail on a screen of this device pixel ratio."""
    size = THUMBNAIL * ratio
    filled = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    corner = QRect((filled.width() - size.width()) // 2, (filled.height() - size.height()) // 2, *size.toTuple())
    cut = filled.copy(corner)
    cut.setDevicePixelRatio(ratio)
    return cut
