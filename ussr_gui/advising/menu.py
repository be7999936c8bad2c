"""Help › Which method for which scan, at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_gui.advising.page import MethodsPage

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Advising(QObject):
    """Opens the page and takes the method that is chosen there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_["which_method"].triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        page = MethodsPage(self._window, self._window.session.catalogue)
        page.chosen.connect(self._choose)
        page.show()

    @Slot(str)
    def _choose(self, method: str) -> None:
        window = self._window
        window.method.method.choose(method)
        window.choices.setCurrentWidget(window.method)
        card = window.method.card
        if card is not None:
            window.status.say(card.title)
