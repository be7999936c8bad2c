"""Save a picture: which one, as what, where; what is written beside it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.events import Saved, SaveFailed
from ussr_engine.result import Result
from ussr_engine.scan import Scan
from ussr_gui.panels.parts import Button, Choice, Field, label, row
from ussr_gui.panels.segments import Segments
from ussr_gui.theme import mark
from ussr_gui.words import from_home

SUFFIXES = {"PNG": ".png", "TIFF": ".tif"}


@dataclass(frozen=True)
class Savable:
    """A picture that can be saved, and the run it came from."""

    words: str
    scan: Scan
    result: Result | None
    stem: str


class SaveDialog(QDialog):
    """Stays open, and stays out of the way of everything else, until the file is written and read back."""

    save_requested = Signal(str, object, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save picture")
        self.setModal(False)
        self._savable: list[Savable] = []
        self.which = Choice("Picture")
        self.format = Segments("Format", [(name, name) for name in SUFFIXES])
        self.bits = Segments("Levels", [("8 bit", 8), ("16 bit", 16)])
        self.path = QLineEdit()
        self.path.setAccessibleName("File")
        self.path.setMinimumWidth(360)
        browse = Button("Browse…", "folder-open")
        self.provenance = label(role="small", wraps=True)
        self.message = label(role="small", wraps=True)
        self.save = Button("Save", "image-down", "primary")
        self.save.setDefault(True)
        close = Button("Close")
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        for field in (
            Field("Picture", self.which),
            Field("Format", self.format),
            Field("Levels", self.bits, "16 bit keeps every level that the method made"),
        ):
            box.addWidget(field)
        box.addWidget(label("File"))
        box.addLayout(row(self.path, browse))
        box.addWidget(self.provenance)
        box.addWidget(self.message)
        box.addLayout(row(None, close, self.save))
        self.which.currentIndexChanged.connect(self._propose)
        self.format.chosen.connect(self._change_suffix)
        browse.clicked.connect(self._browse)
        close.clicked.connect(self.close)
        self.save.clicked.connect(self._save)

    def offer(self, savable: Sequence[Savable], folder: str) -> None:
        """Open on these pictures, the first of them chosen."""
        self._savable, self._folder = list(savable), folder
        self.which.blockSignals(True)
        self.which.clear()
        for item in savable:
            self.which.addItem(item.words)
        self.which.blockSignals(False)
        bits = savable[0].scan.bits if savable else 8
        self.bits.choose(16 if bits > 8 else 8)
        self.message.clear()
        self._propose()
        self.save.setEnabled(bool(savable))
        self.show()
        self.activateWindow()

    @Slot(object)
    def show_saved(self, saved: Saved) -> None:
        self.save.setEnabled(True)
        self._say(f"Saved and read back: {from_home(saved.path)} ({saved.words})", "ok")

    @Slot(object)
    def show_failed(self, failed: SaveFailed) -> None:
        self.save.setEnabled(True)
        self._say(f"{failed.words} {failed.remedy}".strip(), "error")

    def _say(self, words: str, role: str) -> None:
        """Words above the buttons; the dialog grows where they need more room."""
        self.message.setText(words)
        mark(self.message, role=role)
        self._box.activate()
        self.resize(self.width(), max(self.height(), self._box.totalHeightForWidth(self.width())))

    @Slot()
    def _propose(self) -> None:
        if not 0 <= self.which.currentIndex() < len(self._savable):
            return
        chosen = self._savable[self.which.currentIndex()]
        suffix = SUFFIXES[str(self.format.value)]
        self.path.setText(str(_free(Path(self._folder) / f"{chosen.stem}{suffix}")))
        self._describe(chosen)

    def _describe(self, chosen: Savable) -> None:
        spacing = chosen.scan.spacing
        mm = f"{spacing.lateral:.4g} × {spacing.axial:.4g} mm per pixel" if spacing else "no millimetres are known"
        made = "the method, its plan and seed, the trust, " if chosen.result is not None else ""
        self.provenance.setText(
            f"{chosen.scan.width} × {chosen.scan.height} px, {mm}. Written into the file: {made}the version and "
            f"“{RESEARCH_USE}”. Nothing of the source file's own data is copied.{self._maps_in_words(chosen)}"
        )

    def _maps_in_words(self, chosen: Savable) -> str:
        if chosen.result is None or not chosen.result.maps:
            return ""
        count = len(chosen.result.maps)
        if self.format.value == "TIFF":
            return f" Its {count} maps follow as further pages." if count > 1 else " Its map follows as a further page."
        if count > 1:
            return " A PNG has no room for its maps: choose TIFF to keep them."
        return " A PNG has no room for its map: choose TIFF to keep it."

    @Slot()
    def _change_suffix(self) -> None:
        path = Path(self.path.text().strip() or "picture")
        self.path.setText(str(path.with_suffix(SUFFIXES[str(self.format.value)])))
        if 0 <= self.which.currentIndex() < len(self._savable):
            self._describe(self._savable[self.which.currentIndex()])

    @Slot()
    def _browse(self) -> None:
        browser = QFileDialog(self, "Save picture", self.path.text())
        browser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        browser.setNameFilters([f"{name} (*{suffix})" for name, suffix in SUFFIXES.items()])
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.setModal(False)
        browser.fileSelected.connect(self.path.setText)
        browser.show()

    @Slot()
    def _save(self) -> None:
        text = self.path.text().strip()
        if not text:
            self._say("Say where the picture should be written.", "error")
            return
        path = Path(text).expanduser()
        suffix = SUFFIXES[str(self.format.value)]
        path = path if path.suffix.lower() in (suffix, ".tiff") else path.with_name(path.name + suffix)
        self.path.setText(str(path))
        chosen = self._savable[self.which.currentIndex()]
        self.save.setEnabled(False)
        self._say("Writing…", "small")
        bits = self.bits.value
        assert isinstance(bits, int)
        self.save_requested.emit(str(path), chosen.scan, chosen.result, bits)


def _free(path: Path) -> Path:
    """The path, or the first with a number that is not taken."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
