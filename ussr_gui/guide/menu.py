"""Help › Guide at work: F1 opens the page of what lies under the mouse, in whatever window of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from ussr_gui.guide.library import HOME
from ussr_gui.guide.places import mark_places, page_of
from ussr_gui.guide.window import GuideWindow

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

ACTION = "guide"


class Guide(QObject):
    """Makes its window when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: GuideWindow | None = None
        mark_places(window)
        action = window.actions_[ACTION]
        action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(self._open)

    @property
    def shown(self) -> GuideWindow | None:
        """Its window, once it was opened."""
        return self._shown

    def open(self, path: str, anchor: str = "") -> None:
        """Show a page."""
        if self._shown is None:
            self._shown = GuideWindow(self._window)
        self._shown.open(path, anchor)

    @Slot()
    def _open(self) -> None:
        under = QApplication.widgetAt(QCursor.pos())
        if under is None or isinstance(under, QMenu | QMenuBar) or self._is_guide(under):
            self.open(HOME)
        else:
            self.open(*page_of(under))

    def _is_guide(self, widget: QWidget) -> bool:
        return self._shown is not None and widget.window() is self._shown
