"""Licences of everything that the program rests on: a list, and the text of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.licences import Notice, notices
from ussr_gui.newest import Newest
from ussr_gui.panels.parts import Button, label, row

SIZE = QSize(920, 620)
LIST_WIDTH = 340


class LicencesPage(QDialog):
    """Stays beside the window until it is closed; the texts are read in a thread of their own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field, self.list, self.text = QLineEdit(), QListWidget(), QPlainTextEdit()
        self.field.setAccessibleName(tr("Find a part"))
        self.field.setPlaceholderText(tr("Find a part or a licence"))
        self.field.setClearButtonEnabled(True)
        self.list.setAccessibleName(tr("Parts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(tr("Licence"))
        self.text.setReadOnly(True)
        self.text.setPlaceholderText(tr("Reading the licences…"))
        self.heading = label(role="small", wraps=True)
        self._found: list[Notice] = []
        self._newest = Newest(self)
        self._newest.answered.connect(self._take)
        self.field.textChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(self._show)
        self._build()
        self.resize(theme.pixels(SIZE.width()), theme.pixels(SIZE.height()))
        self._newest.ask(notices)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._newest.close()
        super().closeEvent(event)

    def _build(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 4, 0)
        box.addWidget(self.field)
        box.addWidget(self.list, 1)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setSizes([theme.pixels(LIST_WIDTH), theme.pixels(SIZE.width() - LIST_WIDTH)])
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addWidget(self.heading)
        whole.addWidget(halves, 1)
        whole.addLayout(row(None, close))
        self.field.setFocus()

    @Slot(object)
    def _take(self, found: list[Notice]) -> None:
        self._found = found
        says = tr("USSR is free software under the MIT licence. It rests on {count} other parts, each under its own.")
        self.heading.setText(says.format(count=max(0, len(found) - 1)))
        for notice in found:
            item = QListWidgetItem(f"{notice.name} {notice.version}\n{notice.licence}")
            item.setToolTip(notice.licence)
            self.list.addItem(item)
        self._narrow(self.field.text())

    @Slot(str)
    def _narrow(self, letters: str) -> None:
        """Leave the parts in the list whose name or licence has these letters."""
        wanted = letters.strip().casefold()
        shown = []
        for line in range(self.list.count()):
            item = self.list.item(line)
            item.setHidden(wanted not in item.text().casefold())
            if not item.isHidden():
                shown.append(line)
        if shown and self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0])

    @Slot(int)
    def _show(self, line: int) -> None:
        if 0 <= line < len(self._found):
            self.text.setPlainText(self._found[line].text)
