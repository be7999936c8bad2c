"""A line above the panes that is said once and stays until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel

from ussr_gui import icons
from ussr_gui.panels.parts import Button, label, row


class Offer(QFrame):
    """Words with a button that takes the offer and one that does not.

    Signals
    -------
    taken, declined
        What the person said.
    """

    taken = Signal()
    declined = Signal()

    def __init__(self, yes: str, no: str, picture: str = "history", kind: str = "primary") -> None:
        super().__init__()
        self.setObjectName("dockhead")
        mark = QLabel()
        mark.setPixmap(icons.pixmap(picture, "accent", 16))
        self.words, self.yes, self.no = label(wraps=True), Button(yes, kind=kind), Button(no)
        box = row(mark, self.words, self.yes, self.no)
        box.setStretch(1, 1)
        box.setContentsMargins(12, 6, 12, 6)
        self.setLayout(box)
        for button, signal in ((self.yes, self.taken), (self.no, self.declined)):
            button.clicked.connect(self.hide)
            button.clicked.connect(signal)
        self.hide()

    def make(self, words: str) -> None:
        """Offer it."""
        self.words.setText(words)
        self.show()


class Banner(QFrame):
    """Words with a button that acknowledges them."""

    dismissed = Signal()

    def __init__(self, words: str, agree: str) -> None:
        super().__init__()
        self.setObjectName("dockhead")
        shield = QLabel()
        shield.setPixmap(icons.pixmap("shield-alert", "warn", 16))
        self.agree = Button(agree)
        box = row(shield, label(words, wraps=True), self.agree)
        box.setStretch(1, 1)
        box.setContentsMargins(12, 6, 12, 6)
        self.setLayout(box)
        self.agree.clicked.connect(self._dismiss)

    @Slot()
    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
