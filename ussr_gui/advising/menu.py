"""The pages of the Help menu, at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ussr_gui import help as pages
from ussr_gui.advising.page import MethodsPage
from ussr_gui.guide.places import mark_place

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Advising(QObject):
    """Opens the pages, and takes the method that is chosen on that of methods."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_
        actions["which_method"].triggered.connect(self._show_methods)
        actions["keyboard"].triggered.connect(self._show_keyboard)
        actions["limits"].triggered.connect(self._show_limits)
        actions["about"].triggered.connect(self._show_about)

    @Slot()
    def _show_keyboard(self) -> None:
        mark_place(pages.keyboard_sheet(self._window, self._window.actions_), "keys.md")

    @Slot()
    def _show_limits(self) -> None:
        pages.limits_page(self._window, self._window.actions_)

    @Slot()
    def _show_about(self) -> None:
        pages.about_page(self._window, self._window.telling.diagnostics)

    @Slot()
    def _show_methods(self) -> None:
        page = MethodsPage(self._window, self._window.session.catalogue)
        page.chosen.connect(self._choose)
        mark_place(page, "choosing.md")
        page.show()

    @Slot(str)
    def _choose(self, method: str) -> None:
        window = self._window
        window.method.method.choose(method)
        window.choices.setCurrentWidget(window.method)
        card = window.method.card
        if card is not None:
            window.status.say(card.title)
