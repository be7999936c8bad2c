"""Help › Check for updates: asks when it is clicked, and says what it heard in one sentence."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from ussr_engine import __version__
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, column, label, row, section
from ussr_gui.problems.releases import RELEASES, SETTING, Answer, newest

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class UpdatesDialog(QDialog):
    """Never modal.

    Signals
    -------
    asked
        Ask again.
    """

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Updates"))
        self.setModal(False)
        self.page = ""
        self.words, self.place = label(role="h2", wraps=True), label(role="small", wraps=True)
        self.address = label(role="small", wraps=True)
        self.open_page, self.again = Button(tr("Open its page"), "external-link", "primary"), Button(tr("Ask again"))
        close = Button(tr("Close"))
        box = column(gap=0)
        box.addWidget(section(self.words, self.place, self.address), 1)
        box.addWidget(section(row(None, close, self.again, self.open_page)))
        self.setLayout(box)
        self.open_page.clicked.connect(self._open)
        self.again.clicked.connect(self.asked)
        close.clicked.connect(self.close)
        theme.look.changed.connect(self._resize)
        self._resize()

    def begin(self, address: str) -> None:
        """An answer is waited for."""
        self.address.setText(tr("Asked once, by your click: {address}").format(address=address) if address else "")
        self._show(tr("Asking…"), "", asks=True)

    def tell(self, answer: Answer) -> None:
        """Show an answer."""
        self._show(answer.words, answer.page, asks=False)

    def _show(self, words: str, page: str, asks: bool) -> None:
        self.page = page
        self.words.setText(words)
        self.place.setText(page)
        self.place.setVisible(bool(page))
        self.open_page.setVisible(bool(page))
        self.address.setVisible(bool(self.address.text()))
        self.again.setEnabled(not asks)
        self.again.setVisible(bool(self.address.text()))

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.page))

    @Slot()
    def _resize(self) -> None:
        self.resize(theme.pixels(460), theme.pixels(170))


class Updates(QObject):
    """Asks in a thread of its own, one question at a time."""

    _heard = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._settings = window.settings
        self.asking: threading.Thread | None = None
        self.dialog = UpdatesDialog(window)
        window.actions_["updates"].triggered.connect(self._ask)
        self.dialog.asked.connect(self._ask)
        self._heard.connect(self._tell)

    @Slot()
    def _ask(self) -> None:
        if self.asking is None:
            address = self._settings.text(SETTING) or RELEASES
            self.dialog.begin(address)
            # A daemon: a server that does not answer must not hold a window that closes.
            self.asking = threading.Thread(target=self._work, args=(address,), name="updates", daemon=True)
            self.asking.start()
        self.dialog.show()
        self.dialog.activateWindow()

    def _work(self, address: str) -> None:
        answer = newest(address, __version__)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._heard.emit(answer)

    @Slot(object)
    def _tell(self, answer: Answer) -> None:
        self.asking = None
        self.dialog.tell(answer)
