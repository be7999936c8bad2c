"""What covers the window while somebody reads: nothing behind it is seen, heard by keys, or reached."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolBar, QWidget

from ussr_gui import theme
from ussr_gui.panels.parts import column


class Cover(QWidget):
    """Lies over all of a window, with one page at a time."""

    def __init__(self, window: QMainWindow, *pages: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._put_away: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pages = QStackedWidget()
        for page in pages:
            self._pages.addWidget(page)
        self.setLayout(column(self._pages, gap=0))
        self.hide()
        window.installEventFilter(self)

    @property
    def page(self) -> QWidget:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Cover the window with a page."""
        self._pages.setCurrentWidget(page)
        self.setGeometry(self._window.rect())
        if not self.isVisible():
            self._shut(True)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Show the window again, as it was."""
        if not self.isHidden():
            self.hide()
            self._shut(False)

    def _shut(self, shut: bool) -> None:
        """Menus and tools sleep, and so do their keys; floating panels and dialogs go out of sight."""
        for part in (self._window.menuBar(), *self._window.findChildren(QToolBar)):
            part.setEnabled(not shut)
        self._window.setAcceptDrops(not shut)
        if shut:
            others = [one for one in QApplication.topLevelWidgets() if one is not self._window and one.isVisible()]
            self._put_away = [one for one in others if _is_of(one, self._window)]
        for widget in self._put_away:
            widget.setVisible(not shut)
        if not shut:
            self._put_away = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """The Tab key goes round on the page."""
        reached = [one for one in self.page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        reached = [one for one in reached if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
        if not reached:
            return True
        now = QApplication.focusWidget()
        at = reached.index(now) if now in reached else (-1 if forwards else 0)
        step = 1 if forwards else -1
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        reached[(at + step) % len(reached)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().window))
        painter.end()


def _is_of(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        parent = parent.parentWidget()
    return parent is window
