"""Small pieces that the panels are built of."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ussr_gui import theme
from ussr_gui.icons import icon, set_beside


class Paragraph(QLabel):
    """A label that wraps also inside paths and file names, so that they never make a dock wider."""

    def setText(self, words: str) -> None:
        super().setText(re.sub(r"([/\\_.-])(?=\S)", "\\1\u200b", words))

    def text(self) -> str:
        return super().text().replace("\u200b", "")


def label(words: str = "", role: str = "", wraps: bool = False) -> QLabel:
    """A label in one of the theme's roles; its words are never taken for markup."""
    made = Paragraph() if wraps else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made


class Button(QPushButton):
    """A push button whose icon follows the theme."""

    def __init__(self, words: str, picture: str = "", kind: str = "") -> None:
        super().__init__(words)
        self._picture = ""
        self._role = {"primary": "on_fill", "link": "accent"}.get(kind, "text")
        if kind:
            self.setProperty(kind, True)
        self.show_icon(picture)

    def show_icon(self, picture: str) -> None:
        self._picture = picture
        if picture:
            set_beside(self, picture, self._role)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._picture:
            self.show_icon(self._picture)


class Tool(QToolButton):
    """A button of one icon, which follows the theme; its words are the tooltip."""

    def __init__(self, picture: str, words: str) -> None:
        super().__init__()
        self._picture = picture
        self.setIcon(icon(picture))
        self.setToolTip(words)
        self.setAccessibleName(words)

    def tell_keys(self, keys: QKeySequence) -> None:
        """The keys that do the same, for the tooltip."""
        spelled = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.accessibleName()} ({spelled})" if spelled else self.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(self._picture))


def column(*items: QWidget | int, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Widgets below each other; a number is an empty space."""
    made = QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(gap)
    for item in items:
        made.addSpacing(item) if isinstance(item, int) else made.addWidget(item)
    return made


def row(*items: QWidget | None, gap: int = 8) -> QHBoxLayout:
    """Widgets beside each other; None is whatever space is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for item in items:
        made.addStretch(1) if item is None else made.addWidget(item)
    return made


def section(*rows: QWidget | QVBoxLayout | QHBoxLayout) -> QFrame:
    """A group of rows under a hairline."""
    frame = QFrame()
    frame.setObjectName("section")
    box = QVBoxLayout(frame)
    box.setContentsMargins(12, 12, 12, 12)
    box.setSpacing(8)
    for item in rows:
        box.addWidget(item) if isinstance(item, QWidget) else box.addLayout(item)
    return frame


class Scroll(QScrollArea):
    """Scrolls down only; its bar lies in the margin of what it scrolls, so that nothing moves when it comes."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        hidden, width = self.verticalScrollBar(), self._bar.sizeHint().width()
        self._bar.setPageStep(hidden.pageStep())
        self._bar.setRange(hidden.minimum(), hidden.maximum())
        self._bar.setValue(hidden.value())
        self._bar.setGeometry(self.width() - width, 0, width, self.height())
        self._bar.setVisible(hidden.maximum() > 0)
        self._bar.raise_()


def panel(*items: QWidget) -> Scroll:
    """Sections below each other that scroll when there is too little room."""
    body = QWidget()
    body.setObjectName("panel")
    box = QVBoxLayout(body)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for item in items:
        box.addWidget(item)
    box.addStretch(1)
    return Scroll(body)


class Choice(QComboBox):
    """A combo box that the wheel turns only when it has the focus, and that may be narrower than its words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def add_heading(self, words: str) -> None:
        """A line that names the entries below it and cannot be chosen."""
        self.addItem(words)
        item = self._item(self.count() - 1)
        item.setEnabled(False)
        item.setFont(theme.font(12, 600))

    def add_entry(self, words: str, value: object, tip: str, why_not: str = "") -> None:
        """An entry with a tooltip; one that says why not cannot be chosen."""
        self.addItem(words, value)
        item = self._item(self.count() - 1)
        item.setEnabled(not why_not)
        item.setToolTip(f"<qt>{escape(why_not or tip)}</qt>")
        item.setData(f"{words}: {why_not or tip}", Qt.ItemDataRole.AccessibleTextRole)

    def _item(self, index: int) -> QStandardItem:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model.item(index)

    def choose(self, value: object) -> bool:
        """Choose the entry with this data, if there is one."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)
        return index >= 0


class Whole(QSpinBox):
    """A field for a whole number that the wheel turns only when it has the focus."""

    def __init__(self, name: str, low: int, high: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Field(QWidget):
    """A name at the left, its control at the right, both of them half the width."""

    def __init__(self, name: str, control: QWidget, tip: str = "") -> None:
        super().__init__()
        self.name = label(name, wraps=True)
        self.name.setBuddy(control)
        self.control = control
        for widget in (self.name, control):
            widget.setToolTip(tip)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.name, control):  # sizes by the stretch alone, so that all fields of a panel line up
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
        box.addWidget(self.name, 5)
        box.addWidget(control, 6)
