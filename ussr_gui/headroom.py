"""The rows at the head of a narrow window: all menus come first; what has no room is behind a button one can see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenuBar, QToolBar, QToolButton

from ussr_gui import theme
from ussr_gui.icons import icon
from ussr_gui.language import tr

MORE = ("qt_menubar_ext_button", "qt_toolbar_ext_button")
"""Qt's own names for the button behind which lies what a row has no room for."""
EXTENT = 12
"""Pixels that Qt gives that button at every size of words."""
GAP = 4
"""Between two tools, as the stylesheet has it, before the theme's scale."""
EVENTS = {QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.FontChange}


class Headroom(QObject):
    """Watches the width of the row of menus."""

    def __init__(self, bar: QMenuBar, tools: QToolBar) -> None:
        super().__init__(bar)
        self._bar, self._tools = bar, tools
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._share)
        self._buttons = [
            button for row in (bar, tools) for button in row.findChildren(QToolButton) if button.objectName() in MORE
        ]
        for button in self._buttons:
            button.setToolTip(tr("What the row has no room for"))
            button.setAccessibleName(tr("What the row has no room for"))
        self._worded = [
            button
            for button in tools.findChildren(QToolButton)
            if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        ]
        for row in (bar, tools):
            row.installEventFilter(self)
        theme.look.changed.connect(self._dress)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in EVENTS:
            self._settle.start()
        return False

    @Slot()
    def _share(self) -> None:
        """The corner of the menus gives way where both have no room; so do words and gaps of the tools."""
        if self._wide(tight=False) > self._tools.width():
            self._wide(tight=True)
        corner = self._bar.cornerWidget(Qt.Corner.TopRightCorner)
        if corner is None:
            return
        # What the row wants counts its corner, also where that is hidden.
        corner.setVisible(self._bar.sizeHint().width() <= self._bar.width())

    def _wide(self, tight: bool) -> int:
        """How much room the tools want, with words and gaps or without."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._worded:
            button.setToolButtonStyle(alone if tight else beside)
        layout = self._tools.layout()
        assert layout is not None
        layout.setSpacing(theme.pixels(1 if tight else GAP))
        return self._tools.sizeHint().width()

    @Slot()
    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(icon("chevrons-right", "text", EXTENT))
            button.setIconSize(QSize(EXTENT, EXTENT))
        self._settle.start()
