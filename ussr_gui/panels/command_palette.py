"""The command palette: a few letters, a list, Return."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.commands import HEIGHT, Command, CommandPainter, Commands, search
from ussr_gui.panels.parts import label

WIDTH, ROWS, EDGE = 640, 9, 8
"""Of the palette, before the theme's scale; as many rows as there is room for."""

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}
PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
RUNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Letters(QLineEdit):
    """The field that is typed in; keys that move in the list are the palette's, whoever else has them.

    Signals
    -------
    pressed : int
        One of those keys.
    left
        The keyboard went elsewhere.
    """

    pressed = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (*STEPS, *PAGES, *RUNS, Qt.Key.Key_Escape):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(event.key())
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu and another program take the keyboard for a while only.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class CommandPalette(QFrame):
    """Lies over the middle of the window until a command is chosen, Esc is pressed or another place is clicked.

    Signals
    -------
    chosen : str
        The id of a command that can run.
    """

    chosen = Signal(str)

    def __init__(self, commands: Callable[[], Sequence[Command]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Command palette"))
        self._commands, self._recent = commands, tuple[str, ...]()
        self._before: QWidget | None = None
        self.field, self.list = Letters(), QListView()
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setPlaceholderText(tr("Find a command"))
        self.found = Commands(self)
        self.list.setModel(self.found)
        self.list.setItemDelegate(CommandPainter(self.list))
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label(tr("No command is called that."), "faint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box = QVBoxLayout(self)
        for part in (self.field, self.list, self._nothing):
            self._box.addWidget(part)
        self.hide()
        self.field.textChanged.connect(self._search)
        self.field.pressed.connect(self._press)
        self.field.left.connect(self.hide)
        self.list.clicked.connect(self.run)
        self.list.selectionModel().currentChanged.connect(self._tell)
        parent.installEventFilter(self)
        theme.look.changed.connect(self._place)

    def open(self, recent: Sequence[str]) -> None:
        """Come with an empty field; those used lately stand first."""
        window = self.parentWidget()
        self._before, self._recent = window.focusWidget(), tuple(recent)
        self.field.clear()
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @Slot()
    def run(self) -> None:
        """Go, and have the chosen command run, if it can."""
        row = self.list.currentIndex().row()
        if row >= 0:
            self.found.refresh({command.id: command for command in self._commands()})
            command = self.found.found[row].command
            if not command.why_not:
                self.leave()
                self.chosen.emit(command.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @Slot()
    def _search(self) -> None:
        self.found.show(search(self._commands(), self.field.text(), self._recent))
        there = self.found.rowCount() > 0
        self.list.setVisible(there)
        self._nothing.setVisible(not there)
        self._place()
        self.list.setCurrentIndex(self.found.index(0))
        self.list.scrollToTop()

    @Slot(int)
    def _press(self, key: int) -> None:
        if key in RUNS:
            self.run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in STEPS:
            self._go((self.list.currentIndex().row() + STEPS[Qt.Key(key)]) % max(1, self.found.rowCount()))
        else:
            page = max(1, self.list.viewport().height() // theme.pixels(HEIGHT) - 1)
            row = self.list.currentIndex().row() + PAGES[Qt.Key(key)] * page
            self._go(min(max(row, 0), self.found.rowCount() - 1))

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.found.index(row))

    @Slot()
    def _tell(self) -> None:
        """What the list shows, for those who hear it: the keyboard stays in the field."""
        told = self.found.data(self.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(str(told or tr("No command")))

    @Slot()
    def _place(self) -> None:
        """Over the middle of the window, as large as the words and the rows ask and the window allows."""
        window, edge, row = self.parentWidget().size(), theme.pixels(EDGE), theme.pixels(HEIGHT)
        self._box.setContentsMargins(edge, edge, edge, edge)
        self._box.setSpacing(edge)
        width = min(theme.pixels(WIDTH), window.width() - 4 * edge)
        field = self.field.sizeHint().height()
        rest = 3 * edge + field + 4  # the hairlines too, or the last row would ask for a scroll bar
        rows = max(2, min(ROWS, (window.height() * 3 // 4 - rest) // row))
        top = max(0, (window.height() - rest - rows * row) // 2)
        height = rest + min(rows, max(1, self.found.rowCount())) * row
        self.setGeometry((window.width() - width) // 2, top, width, min(height, window.height()))
