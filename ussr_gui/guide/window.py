"""The window of the guide: contents and search at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ussr_gui import theme
from ussr_gui.guide import library
from ussr_gui.guide.reader import Reader
from ussr_gui.language import tr
from ussr_gui.panels.parts import Tool, column, label, row

PATH = Qt.ItemDataRole.UserRole
SIZE = QSize(1120, 820)
LIST_WIDTH = 300


class GuideWindow(QWidget):
    """Stands beside the program's window and closes with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Guide · USSR"))
        self.reader = Reader()
        self.search, self.list = QLineEdit(), QTreeWidget()
        self.back, self.forward = Tool("arrow-left", tr("Back")), Tool("arrow-right", tr("Forward"))
        self.home = Tool("house", tr("Contents"))
        self._title = label(role="title")
        self._found = label(role="faint", wraps=True)
        self._build()
        self._wire()
        self._take_look()

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Find in the guide"))
        self.search.setAccessibleName(tr("Find in the guide"))
        self.search.setClearButtonEnabled(True)
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(tr("Pages of the guide"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left, right = QWidget(), QWidget()
        side = column(self.search, self._found, self.list, margins=(12, 8, 8, 8))
        side.setStretch(2, 1)
        left.setLayout(side)
        head = QFrame()
        head.setObjectName("dockhead")
        tools = row(self.back, self.forward, self.home, self._title, None, gap=4)
        tools.setContentsMargins(8, 4, 12, 4)
        head.setLayout(tools)
        body = column(head, self.reader, gap=0)
        body.setStretch(1, 1)
        right.setLayout(body)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(halves)
        room = self.screen().availableSize()
        self.resize((SIZE * theme.pixels(100) / 100).boundedTo(room))
        side_width = min(theme.pixels(LIST_WIDTH), self.width() * 3 // 10)
        halves.setSizes([side_width, self.width() - side_width])

    def _wire(self) -> None:
        reader = self.reader
        self.back.clicked.connect(reader.backward)
        self.forward.clicked.connect(reader.forward)
        self.home.clicked.connect(self._go_home)
        for tool, keys, go in (
            (self.back, "Alt+Left", reader.backward),
            (self.forward, "Alt+Right", reader.forward),
            (self.home, "Alt+Home", self._go_home),
        ):
            sequence = QKeySequence(keys)
            tool.tell_keys(sequence)
            QShortcut(sequence, self, go)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        reader.backwardAvailable.connect(self.back.setEnabled)
        reader.forwardAvailable.connect(self.forward.setEnabled)
        reader.page_shown.connect(self._follow)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._go_to_first)
        self.list.currentItemChanged.connect(self._go)
        theme.look.changed.connect(self._take_look)

    def open(self, path: str, anchor: str = "") -> None:
        """Come to the front, on a page."""
        self.search.clear()
        self.reader.show_page(path, anchor)
        self.show()
        self.activateWindow()
        self.reader.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear() if self.search.text() else self.close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _go_home(self) -> None:
        self.reader.show_page(library.HOME)

    @Slot(str)
    def _follow(self, path: str) -> None:
        self._title.setText(library.page(path).title)
        self.list.blockSignals(True)
        self.list.setCurrentItem(self._item_of(path))
        self.list.blockSignals(False)

    @Slot(QTreeWidgetItem)
    def _go(self, item: QTreeWidgetItem | None) -> None:
        path = item.data(0, PATH) if item is not None else None
        if path:
            self.reader.show_page(path)
            self.reader.mark(self.search.text())

    @Slot(str)
    def _search(self, words: str) -> None:
        if not words.strip():
            self._list_contents()
            return
        hits = library.find(words)
        self._fill([(hit.title, hit.path, hit.words) for hit in hits])
        self._found.setText(tr("%n pages", len(hits)) if hits else tr("No page has all of these words."))
        self._found.show()

    @Slot()
    def _go_to_first(self) -> None:
        if self.list.topLevelItemCount() and self.search.text().strip():
            self.list.setCurrentItem(self.list.topLevelItem(0))
            self.list.setFocus()

    def _list_contents(self) -> None:
        self._found.hide()
        self._fill([])
        self.list.blockSignals(True)
        for chapter in library.contents():
            head = QTreeWidgetItem([chapter.title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, theme.font(13, 600))
            for title, path in chapter.pages:
                head.addChild(_entry(title, path, ""))
            self.list.addTopLevelItem(head)
        self.list.expandAll()
        self.list.setCurrentItem(self._item_of(self.reader.path))
        self.list.blockSignals(False)

    def _fill(self, entries: list[tuple[str, str, str]]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for title, path, words in entries:
            self.list.addTopLevelItem(_entry(title, path, words))
        self.list.setCurrentItem(None)
        self.list.blockSignals(False)

    def _item_of(self, path: str) -> QTreeWidgetItem | None:
        found = self.list.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return next((item for item in found if item.data(0, PATH) == path), None)

    @Slot()
    def _take_look(self) -> None:
        for tool in (self.back, self.forward, self.home):
            tool.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))
        self.list.setIndentation(theme.pixels(14))
        if not self.search.text():
            self._list_contents()


def _entry(title: str, path: str, words: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem([title])
    made.setData(0, PATH, path)
    made.setToolTip(0, f"<qt>{words}</qt>" if words else "")
    return made
