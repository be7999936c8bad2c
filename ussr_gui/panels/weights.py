"""Perceptual weights: what is here, where it is looked for, and a fetch of what is missing, begun by a click alone."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ussr_engine.events import Cancelled, Catalogued, Failed, Fetched, StageBegan, Stepped, WeightsCard
from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, label, row, section
from ussr_gui.words import from_home

MEGABYTE = 2**20
USES = {"alexnet": tr("AlexNet, for LPIPS"), "vgg19": tr("VGG19, for the study's perceptual term")}


class WeightsRow(QWidget):
    """One network: present or missing, where, and the button that fetches it."""

    fetch_requested = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.state = label(role="small", wraps=True)
        self.fetch = Button(tr("Download…"), "download")
        self.fetch.clicked.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(label(USES[name], "title"))
        box.addWidget(self.state)
        box.addLayout(row(self.fetch, None))

    def show_card(self, card: WeightsCard) -> None:
        if card.available:
            self.state.setText(tr("Present in {folder}.").format(folder=from_home(card.folder)))
        else:
            kept = (
                " " + tr("{part} of it came earlier; the rest will follow.").format(part=megabytes(card.kept))
                if card.kept
                else ""
            )
            self.state.setText(
                tr("Missing: {file} is not in {folder}.{kept}").format(
                    file=card.file, folder=from_home(card.folder), kept=kept
                )
            )
        theme.mark(self.state, role="ok" if card.available else "small")
        self.fetch.setText(tr("Download {size}…").format(size=megabytes(card.size - card.kept)))
        self.fetch.setToolTip(tr("Fetch {file} from its publisher and check its SHA-256").format(file=card.file))
        self.fetch.setVisible(not card.available)

    @Slot()
    def _ask(self) -> None:
        self.fetch_requested.emit(self._name)


class WeightsPanel(QDialog):
    """Stays open beside everything else; closing it leaves a fetch going."""

    fetch_requested = Signal(str)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Perceptual weights"))
        self.setModal(False)
        self._total, self._problem, self._going = 1, "", False
        self.rows = {name: WeightsRow(name) for name in USES}
        self.choose = Button(tr("Choose folder…"), "folder-open")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the fetch"))
        self.cancel = Button(tr("Cancel"), "x")
        self.message, self.why_not = label(role="small", wraps=True), label(role="small", wraps=True)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for one in self.rows.values():
            one.fetch_requested.connect(self.fetch_requested)
            box.addWidget(section(one))
        box.addWidget(section(self.why_not, self.message, self.progress, row(self.choose, None, self.cancel, close)))
        self.cancel.clicked.connect(self._stop)
        self.setMinimumWidth(theme.pixels(460))
        self._follow()

    def show_catalogue(self, catalogue: Catalogued) -> None:
        for card in catalogue.weights:
            self.rows[card.name].show_card(card)

    def take_problem(self, words: str) -> None:
        """Why nothing can be fetched now; empty when it can."""
        self._problem = words
        self._follow()

    def begin(self) -> None:
        """A fetch was sent."""
        self._going = True
        self.progress.setRange(0, 0)
        self._say(tr("Asking the publisher…"), "small")
        self._follow()

    @Slot(object)
    def hear(self, event: object) -> None:
        """Show an event of the fetch that goes on."""
        match event:
            case StageBegan(_, size):
                self._total = max(1, size)
            case Stepped(have):
                self.progress.setRange(0, 1000)
                self.progress.setValue(round(1000 * have / self._total))
                self._say(
                    tr("{have} of {total}").format(have=megabytes(have), total=megabytes(self._total)),
                    "small",
                )
            case Fetched(_, path):
                self._end(tr("In place, its hash checked: {path}").format(path=from_home(path)), "ok")
            case Cancelled():
                self._end(tr("Cancelled. What came is kept; the button goes on from there."), "small")
            case Failed(_, words, remedy):
                self._end(f"{words} {remedy}".strip(), "error")

    @Slot()
    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.stop_requested.emit()

    def _end(self, words: str, role: str) -> None:
        self._going = False
        self._say(words, role)
        self._follow()

    def _say(self, words: str, role: str) -> None:
        self.message.setText(words)
        theme.mark(self.message, role=role)

    def _follow(self) -> None:
        self.progress.setVisible(self._going)
        self.cancel.setVisible(self._going)
        self.cancel.setEnabled(self._going)
        for one in self.rows.values():
            one.fetch.setEnabled(not self._going and not self._problem)
        self.why_not.setText(self._problem)
        self.why_not.setVisible(not self._going and bool(self._problem))


def megabytes(size: int) -> str:
    """Bytes in words: "233 MB"."""
    return tr("{size:.0f} MB").format(size=size / MEGABYTE)
