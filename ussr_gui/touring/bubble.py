"""The note of a step and the outline of what it points at: two widgets over the window that stop nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, column, label, row

WIDTH, NARROWEST = 340, 220
GAP, EDGE = 12, 8
"""Between outline and note, and between note and the edge of the window, before the theme's scale."""


class Outline(QWidget):
    """A frame around the target; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, target: QRect | None) -> None:
        """Lie around this place of the window; None: nowhere."""
        self.setVisible(target is not None)
        if target is not None:
            room = theme.pixels(4)
            parent = self.parentWidget()
            self.setGeometry(target.adjusted(-room, -room, room, room) & parent.rect())
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.pixels(2)
        painter.setPen(QPen(QColor(theme.current().warn), width))
        inner = self.rect().adjusted(width, width, -width, -width)
        painter.drawRoundedRect(inner, theme.pixels(6), theme.pixels(6))


class Bubble(QFrame):
    """What is said, and the buttons.

    Signals
    -------
    back, onward, skipped
        One step back; one on, or done for the person; no tour any more.
    """

    back = Signal()
    onward = Signal()
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")  # the look of what lies over the window
        self.setAccessibleName(tr("Tour"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title, self.count = label("", "h2", wraps=True), label("", "faint")
        self.words, self.hint = label(), label("", "faint")  # a number must not be broken at its point
        for one in (self.words, self.hint):
            one.setWordWrap(True)
        self.previous, self.next = Button(tr("Back")), Button(tr("Next"), kind="primary")
        self.skip = Button(tr("Skip the tour"), kind="link")
        self.previous.clicked.connect(self.back)
        self.next.clicked.connect(self.onward)
        self.skip.clicked.connect(self.skipped)
        head = row(self.title, self.count)
        head.setStretch(0, 1)
        box = column(gap=8, margins=(14, 12, 14, 12))
        box.addLayout(head)
        box.addWidget(self.words)
        box.addWidget(self.hint)
        box.addLayout(row(self.skip, None, self.previous, self.next))
        self.setLayout(box)
        self.setTabOrder(self.next, self.previous)
        self.setTabOrder(self.previous, self.skip)
        self.hide()

    def say(self, title: str, words: str, number: int, of: int) -> None:
        """Tell a step, the ``number``-th."""
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(tr("{number} of {of}").format(number=number, of=of))
        self.previous.setEnabled(number > 1)
        self.setAccessibleDescription(f"{title}. {words}")

    def offer(self, next_words: str, hint: str) -> None:
        """What the button does, and what Esc and other keys do."""
        self.next.setText(next_words)
        self.next.setAccessibleName(next_words)
        self.hint.setText(hint)

    def stand_beside(self, target: QRect | None) -> None:
        """Beside this place of the window, never over it; in the middle where there is none."""
        self.setGeometry(placed(self, self.parentWidget().rect(), target))
        self.raise_()

    def height_at(self, width: int) -> int:
        """That its words need."""
        layout = self.layout()
        assert layout is not None
        return int(layout.totalHeightForWidth(width)) if layout.hasHeightForWidth() else self.sizeHint().height()


def placed(bubble: Bubble, window: QRect, target: QRect | None) -> QRect:
    """Where the note has room beside the target, as wide as it likes, else narrower."""
    edge, gap = theme.pixels(EDGE), theme.pixels(GAP)
    inside = window.adjusted(edge, edge, -edge, -edge)
    least = max(theme.pixels(NARROWEST), bubble.minimumSizeHint().width())
    wanted = max(theme.pixels(WIDTH), least)
    if target is None:
        size = QSize(min(wanted, inside.width()), bubble.height_at(min(wanted, inside.width())))
        made = QRect(inside.topLeft(), size)
        made.moveCenter(inside.center())
        return made
    rooms = (
        QRect(target.right() + gap, inside.top(), inside.right() - target.right() - gap, inside.height()),
        QRect(inside.left(), inside.top(), target.left() - gap - inside.left(), inside.height()),
        QRect(inside.left(), target.bottom() + gap, inside.width(), inside.bottom() - target.bottom() - gap),
        QRect(inside.left(), inside.top(), inside.width(), target.top() - gap - inside.top()),
    )
    # Beside what stands at the head of the window the note would hide its neighbours.
    right, left, below, above = rooms
    at_head = target.bottom() < window.height() // 5
    for room in (below, right, left, above) if at_head else rooms:
        width = min(wanted, room.width())
        if width >= least and bubble.height_at(width) <= room.height():
            return _in(room, QSize(width, bubble.height_at(width)), target)
    room = max(rooms, key=lambda one: max(0, one.width()) * max(0, one.height()))
    width = max(least // 2, min(room.width(), inside.width()))
    return _in(room, QSize(width, min(bubble.height_at(width), inside.height())), target)


def _in(room: QRect, size: QSize, target: QRect) -> QRect:
    """Of this size in the room, level with the target as far as there is room."""
    made = QRect(room.topLeft(), size)
    made.moveCenter(target.center())
    made.moveLeft(min(max(made.left(), room.left()), room.right() - size.width() + 1))
    made.moveTop(min(max(made.top(), room.top()), room.bottom() - size.height() + 1))
    return made
