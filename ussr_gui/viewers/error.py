"""An error, where the picture would be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ussr_gui import icons, theme
from ussr_gui.language import tr

SAFE = tr("Your other scans and runs are unchanged.")


def _label(role: str, *, wrap: bool = True) -> QLabel:
    made = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
    made.setProperty("role", role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class ErrorCard(QFrame):
    """What is wrong, what to do, the facts, and that the rest is safe; never a box that blocks the window."""

    retry = Signal()
    other_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorwell")
        self._title, self._words, self._remedy = _label("h2"), _label("dim"), _label("dim")
        self._what = QLabel(tr("What you can do"))
        self._what.setProperty("role", "title")
        self._facts = _label("fixed")
        self._details = QFrame()
        self._details.setObjectName("details")
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._facts)
        self._card = self._built()
        column, across, calm = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 1000)
        across.addStretch(1)
        self._check, safe = QLabel(), QLabel(SAFE)
        safe.setProperty("role", "light")
        calm.setSpacing(8)
        calm.addStretch(1)
        calm.addWidget(self._check)
        calm.addWidget(safe)
        calm.addStretch(1)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addLayout(across)
        column.addSpacing(14)
        column.addLayout(calm)
        column.addStretch(1)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    def show_error(self, title: str, words: str, remedy: str, facts: str = "") -> None:
        """Say what is wrong, why, and what to do; ``facts`` are lines for whoever looks into it."""
        for label, said in ((self._title, title), (self._words, words), (self._remedy, remedy), (self._facts, facts)):
            label.setText(said)
        self._words.setVisible(bool(words))
        self._what.setVisible(bool(remedy))
        self._remedy.setVisible(bool(remedy))
        self._details.setVisible(bool(facts))
        self._copy.setText(tr("Copy details"))
        self._card.setAccessibleName(title)
        self._card.setAccessibleDescription(f"{words} {remedy}".strip())
        self.retry_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self._card, QAccessible.Event.Alert))

    def _built(self) -> QFrame:
        card = QFrame()
        card.setObjectName("errorcard")
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        self.retry_button = QPushButton(tr("Try again"))
        self.retry_button.setProperty("primary", True)
        self.other_button = QPushButton(tr("Other file…"))
        self._copy = QPushButton(tr("Copy details"))
        self._copy.setProperty("link", True)
        self.retry_button.clicked.connect(self.retry)
        self.other_button.clicked.connect(self.other_file)
        self._copy.clicked.connect(self._copy_details)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self._words, self._what, self._remedy, self._details):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(buttons)
        return card

    @Slot()
    def _take_look(self) -> None:
        self._card.setMaximumWidth(theme.pixels(660))
        self._check.setPixmap(icons.pixmap("check", "mark", 16))
        self._sign.setPixmap(icons.pixmap("circle-alert", "error", 22))
        icons.set_beside(self.retry_button, "refresh-cw", "on_fill")
        icons.set_beside(self.other_button, "folder-open", "text")
        icons.set_beside(self._copy, "copy", "accent")

    @Slot()
    def _copy_details(self) -> None:
        said = (label.text() for label in (self._title, self._words, self._remedy, self._facts))
        QGuiApplication.clipboard().setText("\n".join(words for words in said if words))
        self._copy.setText(tr("Copied"))
