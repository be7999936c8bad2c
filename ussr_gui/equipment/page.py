"""Why not my GPU: every device with the reason why it is used or not, and a test that shows what it can do."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ussr_engine.events import Cancelled, Event, Failed
from ussr_engine.machine import DeviceCard, DevicesSeen, DevicesTried, DeviceTried
from ussr_gui import theme
from ussr_gui.equipment.sentences import did, titled, why
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, label, panel, row, section


class DeviceRow(QWidget):
    """One device: its name, the reason, and how it did."""

    def __init__(self, card: DeviceCard) -> None:
        super().__init__()
        self.reason, self.result = label(why(card), "dim", wraps=True), label(role="small", wraps=True)
        self.result.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        name = label(titled(card), "title", wraps=True)
        mark = label(tr("in use"), "chip")
        mark.setVisible(card.is_used)
        head = row(name, mark)
        head.setStretch(0, 1)
        box.addLayout(head)
        box.addWidget(self.reason)
        box.addWidget(self.result)

    def show_result(self, tried: DeviceTried) -> None:
        self.result.setText(did(tried))
        theme.mark(self.result, role="ok" if tried.agrees else "error")
        self.result.show()


class DevicesPage(QDialog):
    """Stays open beside everything else.

    Signals
    -------
    test_requested
        Every device shall compute something.
    """

    test_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Why not my GPU?"))
        self.setModal(False)
        self.rows: dict[str, DeviceRow] = {}
        self._body: QWidget | None = None
        self.test = Button(tr("Test the devices"), "gauge", kind="primary")
        self.test.setToolTip(tr("Every device computes the same small thing; it takes seconds"))
        self.test.clicked.connect(self._ask)
        self.message = label(tr("The engine is asked…"), "small", wraps=True)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self.message)
        foot.addLayout(row(self.test, None, close))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addLayout(foot)
        self.resize(theme.pixels(520), theme.pixels(460))

    @Slot(object)
    def show_devices(self, seen: DevicesSeen) -> None:
        """The engine's answer."""
        made = [DeviceRow(card) for card in seen.cards]
        self.rows = {card.id or card.words: one for card, one in zip(seen.cards, made, strict=True)}
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        intro = tr("Every device that PyTorch sees on this computer, and whether the next run is computed there.")
        self._body = panel(section(label(intro, "small", wraps=True)), *(section(one) for one in made))
        self._box.insertWidget(0, self._body, 1)
        self._body.show()
        self.message.clear()
        self.message.hide()

    @Slot(str)
    def take_problem(self, words: str) -> None:
        """Why nothing can be tested now; empty where it can."""
        self.test.setEnabled(not words)
        self.test.setToolTip(words or tr("Every device computes the same small thing; it takes seconds"))

    @Slot(object)
    def hear(self, event: Event) -> None:
        """What the test tells."""
        match event:
            case DeviceTried(name) if name in self.rows:
                self.rows[name].show_result(event)
            case DevicesTried():
                self.say(tr("Tested: the same convolutions on every device, as the networks of the methods have them."))
            case Failed(_, words, remedy):
                self.say(f"{words} {remedy}".strip())
            case Cancelled():
                self.say(tr("The test was stopped."))

    def say(self, words: str) -> None:
        self.message.setText(words)
        self.message.show()

    @Slot()
    def _ask(self) -> None:
        self.say(tr("The devices are being tested…"))
        self.test_requested.emit()
