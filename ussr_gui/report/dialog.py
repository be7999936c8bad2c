"""Asks what a report should tell and where it goes; stays open until it is written and read back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from ussr_engine import RESEARCH_USE
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Field, label, row
from ussr_gui.panels.segments import Segments
from ussr_gui.report.making import Made
from ussr_gui.theme import mark
from ussr_gui.words import from_home

ABOUT = tr(
    "A PDF and one HTML page: facts of the scan, scores, crops, differences, curves, what was found, measurements and "
    "plans of its runs. Nothing of the file's own data on a patient is told, but words that stand in the picture stay "
    "in it. “{research_use}” is on every page."
).format(research_use=interpreted(RESEARCH_USE))
NAMED = tr("Tell the file's name (it may be a patient's)")


class ReportDialog(QDialog):
    """Never modal.

    Signals
    -------
    wanted : str
        Write a report to this path, whatever its ending.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report"))
        self.setModal(False)
        self._made: Made | None = None
        self.named = QCheckBox(NAMED)
        self.crop = Segments(tr("Crop"), [(tr("Most detail"), False), (tr("Current view"), True)])
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.path.setMinimumWidth(360)
        browse = Button(tr("Browse…"), "folder-open")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the report"))
        self.message = label(role="small", wraps=True)
        self.make, close = Button(tr("Make report"), "file-text", "primary"), Button(tr("Close"))
        self.make.setDefault(True)
        self.show_pdf, self.show_page = Button(tr("Open PDF")), Button(tr("Open page"))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(label(ABOUT, "dim", wraps=True))
        box.addWidget(
            Field(tr("Crop"), self.crop, tr("The part of the scan that is shown of every picture, pixel by pixel"))
        )
        box.addWidget(self.named)
        box.addWidget(label(tr("File; the endings .pdf and .html are added")))
        box.addLayout(row(self.path, browse))
        box.addWidget(self.bar)
        box.addWidget(self.message)
        box.addLayout(row(self.show_pdf, self.show_page, None, close, self.make))
        browse.clicked.connect(self._browse)
        close.clicked.connect(self.close)
        self.make.clicked.connect(self._make)
        self.show_pdf.clicked.connect(self._open_pdf)
        self.show_page.clicked.connect(self._open_page)

    def offer(self, folder: str) -> None:
        """Open; a name that is not taken is proposed, and it says nothing of the scan."""
        self.named.setChecked(False)
        self.path.setText(str(_free(Path(folder) / "report")))
        self.bar.hide()
        self.message.clear()
        for button in (self.show_pdf, self.show_page):
            button.hide()
        self.show()
        self.activateWindow()

    def show_progress(self, words: str, done: int, parts: int) -> None:
        self.bar.show()
        self.bar.setRange(0, parts)
        self.bar.setValue(done)
        self._say(tr("Making: {words}").format(words=words), "small")

    def show_made(self, made: Made) -> None:
        self._made = made
        self.bar.hide()
        self.make.setEnabled(True)
        for button in (self.show_pdf, self.show_page):
            button.show()
        pages = tr("%n pages", made.pages)
        self._say(
            tr("Written and read back: {pdf} ({pages}) and {name}").format(
                pdf=from_home(made.pdf), pages=pages, name=Path(made.html).name
            ),
            "ok",
        )

    def show_failed(self, words: str) -> None:
        self.bar.hide()
        self.make.setEnabled(True)
        self._say(words, "error")

    def _say(self, words: str, role: str) -> None:
        """Words above the buttons; the dialog grows where they need more room."""
        self.message.setText(words)
        mark(self.message, role=role)
        self._box.activate()
        self.resize(self.width(), max(self.height(), self._box.totalHeightForWidth(self.width())))

    @Slot()
    def _browse(self) -> None:
        browser = QFileDialog(self, tr("Report"), self.path.text())
        browser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        browser.setNameFilters([tr("PDF and HTML (*.pdf *.html)")])
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.setModal(False)
        browser.fileSelected.connect(self.path.setText)
        browser.show()

    @Slot()
    def _make(self) -> None:
        text = self.path.text().strip()
        if not text:
            self._say(tr("Say where the report should be written."), "error")
            return
        self.make.setEnabled(False)
        self.wanted.emit(text)

    @Slot()
    def _open_pdf(self) -> None:
        assert self._made is not None
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._made.pdf))

    @Slot()
    def _open_page(self) -> None:
        assert self._made is not None
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._made.html))


def _free(path: Path) -> Path:
    """The path, or the first with a number, of which neither ending is taken."""
    number, free = 2, path
    while free.with_suffix(".pdf").exists() or free.with_suffix(".html").exists():
        free = path.with_name(f"{path.name}-{number}")
        number += 1
    return free
