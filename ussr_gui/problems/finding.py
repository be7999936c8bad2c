"""Finding words in the texts of tabs: all places stand out, Return goes from one to the next, through all tabs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTabWidget, QTextEdit, QWidget

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Tool, label, row

MOST = 2000
"""Places that are marked."""


class Finder(QWidget):
    """A field, where it is among how many places, and a button each way."""

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__()
        self._tabs = tabs
        self._places: list[tuple[int, int]] = []
        """Tab and position of each place, in order."""
        self._at = 0
        self.field, self.count = QLineEdit(), label(role="small")
        self.field.setPlaceholderText(tr("Find in all texts: a name, a folder, a number"))
        self.field.setAccessibleName(tr("Find in all texts"))
        self.field.setClearButtonEnabled(True)
        self.back, self.on = Tool("chevron-up", tr("The place before")), Tool("chevron-down", tr("The next place"))
        box = row(self.field, self.count, self.back, self.on)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.field.textChanged.connect(self._begin)
        self.on.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        theme.look.changed.connect(self._resize)
        self._resize()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    @property
    def views(self) -> list[QPlainTextEdit]:
        """The texts, tab by tab."""
        shown = (self._tabs.widget(index) for index in range(self._tabs.count()))
        return [view for view in shown if isinstance(view, QPlainTextEdit)]

    def look(self) -> None:
        """Find the words again: the texts have changed."""
        words = self.field.text()
        self._places = []
        for tab, view in enumerate(self.views):
            marks = []
            found = view.document().find(words) if words else QTextCursor()
            while not found.isNull() and len(self._places) < MOST:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = found
                mark.format.setBackground(QColor(theme.current().select))
                marks.append(mark)
                self._places.append((tab, found.selectionStart()))
                found = view.document().find(words, found, QTextDocument.FindFlag(0))
            view.setExtraSelections(marks)
        self._at = min(self._at, max(len(self._places) - 1, 0))
        self._show()

    @Slot()
    def _resize(self) -> None:
        for button in (self.back, self.on):
            button.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))

    @Slot()
    def _begin(self) -> None:
        self._at = 0
        self.look()
        self._step(0)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._places:
            self._at = (self._at + by) % len(self._places)
            tab, start = self._places[self._at]
            self._tabs.setCurrentIndex(tab)
            view = self.views[tab]
            cursor = view.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + len(self.field.text()), QTextCursor.MoveMode.KeepAnchor)
            view.setTextCursor(cursor)
            view.ensureCursorVisible()
        self._show()

    def _show(self) -> None:
        for button in (self.back, self.on):
            button.setEnabled(bool(self._places))
        if not self.field.text():
            self.count.setText("")
        elif self._places:
            self.count.setText(tr("{at} of {count}").format(at=self._at + 1, count=len(self._places)))
        else:
            self.count.setText(tr("Nowhere"))
