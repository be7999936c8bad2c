"""Save a picture: which one, as what, where; what is written beside it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from ussr_engine import RESEARCH_USE
from ussr_engine.cine.news import ClipSaved, EnlargedClip
from ussr_engine.derived.news import PatientFound
from ussr_engine.events import Cancelled, End, Event, Failed, Saved, SaveFailed, Stepped
from ussr_engine.result import Result
from ussr_engine.scan import Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.language import marked, tr
from ussr_gui.panels.parts import Button, Choice, Field, label, row
from ussr_gui.panels.passport import PassportDialog
from ussr_gui.panels.privacy import PrivacyBox
from ussr_gui.panels.segments import Segments
from ussr_gui.theme import mark
from ussr_gui.words import from_home

SUFFIXES = {"PNG": ".png", "TIFF": ".tif", "NIfTI": ".nii.gz", "DICOM": ".dcm", "MP4": ".mp4", marked("Frames"): ""}
OF_CLIPS, OF_PICTURES = ("DICOM", "MP4", "TIFF", "NIfTI", "Frames"), ("PNG", "TIFF", "NIfTI", "DICOM")
DERIVED = "DICOM"


@dataclass(frozen=True)
class Savable:
    """A picture that can be saved, and the run it came from."""

    words: str
    scan: Scan
    result: Result | None
    stem: str
    source: str = ""
    """Path of the file it was made of, from which a DICOM file is derived; empty where there is none."""
    frame: int = 0
    clip: EnlargedClip | None = None
    """All frames, where all are to be saved."""

    @property
    def kind(self) -> str:
        """The part of the stem that names no file: "zssr-x2", "copy"."""
        parts = self.stem.rsplit("-", 2)
        return "-".join(parts[-2:]) if parts[-1].startswith("x") else parts[-1]


class SaveDialog(QDialog):
    """Stays open, and stays out of the way of everything else, until the file is written and read back."""

    save_requested = Signal(str, object, object, int, str, int, object)
    clip_requested = Signal(str, object, object, int, str, object)
    stop_requested = Signal()
    patient_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save picture"))
        self.setModal(False)
        self._savable: list[Savable] = []
        self._folder = self._proposed = ""
        self.which = Choice(tr("Picture"))
        self.format = Segments(tr("Format"), [(tr(name), name) for name in SUFFIXES])
        self.bits = Segments(tr("Levels"), [(tr("8 bit"), 8), (tr("16 bit"), 16)])
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.path.setMinimumWidth(360)
        browse = Button(tr("Browse…"), "folder-open")
        self.privacy = PrivacyBox()
        self.passport = PassportDialog(self)
        self.provenance = label(role="small", wraps=True)
        self.message = label(role="small", wraps=True)
        self.save = Button(tr("Save"), "image-down", "primary")
        self.save.setDefault(True)
        self.stop = Button(tr("Stop"))
        self.stop.setToolTip(tr("Give the writing of the clip up; nothing is left of it"))
        self.stop.hide()
        close = Button(tr("Close"))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        for field in (
            Field(tr("Picture"), self.which),
            Field(tr("Format"), self.format),
            Field(tr("Levels"), self.bits, tr("16 bit keeps every level that the method made")),
        ):
            box.addWidget(field)
        box.addWidget(label(tr("File")))
        box.addLayout(row(self.path, browse))
        box.addWidget(self.privacy)
        box.addWidget(self.provenance)
        box.addWidget(self.message)
        box.addLayout(row(None, self.stop, close, self.save))
        self.which.currentIndexChanged.connect(self._choose)
        self.format.chosen.connect(self._propose)
        self.privacy.changed.connect(self._propose)
        browse.clicked.connect(self._browse)
        self.stop.clicked.connect(self.stop_requested)
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
        self.path.clear()
        self.privacy.begin()
        self._propose()
        self.save.setEnabled(bool(savable))
        for source in {item.source for item in savable} - {""}:
            self.patient_wanted.emit(source)
        self.show()
        self.activateWindow()

    @Slot(object)
    def show_saved(self, saved: Saved) -> None:
        self.save.setEnabled(True)
        self._say(
            tr("Saved and read back: {path} ({words})").format(path=from_home(saved.path), words=saved.words), "ok"
        )
        if saved.passport is not None:
            self.passport.show_passport(Path(saved.path).name, saved.passport)

    @Slot(object)
    def show_clip(self, event: Event) -> None:
        """How far the writing of a clip is, and how it ended."""
        match event:
            case Stepped(step):
                self.message.setText(tr("Writing frame {step}…").format(step=step + 1))
            case ClipSaved(path, words, passport):
                self.show_saved(Saved(path, words, passport))
            case Failed(_, words, remedy):
                self.show_failed(SaveFailed("", words, remedy))
            case Cancelled():
                self.show_failed(SaveFailed("", tr("The clip was not written: you stopped it."), ""))
        if isinstance(event, End):
            self.stop.hide()

    @Slot(object)
    def show_patient(self, found: PatientFound) -> None:
        """What a source tells of a patient."""
        if any(item.source == found.path for item in self._savable):
            self.privacy.show_identity(found.identity)

    @Slot(object)
    def show_failed(self, failed: SaveFailed) -> None:
        self.save.setEnabled(True)
        self._say(f"{failed.words} {failed.remedy}".strip(), "error")

    def _say(self, words: str, role: str) -> None:
        """Words above the buttons; the dialog grows where they need more room."""
        self.message.setText(words)
        mark(self.message, role=role)
        self._fit()

    def _fit(self) -> None:
        self._box.activate()
        self.resize(self.width(), max(self.height(), self._box.totalHeightForWidth(self.width())))

    @property
    def _chosen(self) -> Savable | None:
        index = self.which.currentIndex()
        return self._savable[index] if 0 <= index < len(self._savable) else None

    @Slot()
    def _choose(self) -> None:
        self.path.clear()
        self._propose()

    @Slot()
    def _propose(self) -> None:
        """A name for the picture; one that the person wrote stays, with the suffix of the format."""
        chosen = self._chosen
        if chosen is None:
            return
        formats = OF_CLIPS if chosen.clip is not None else OF_PICTURES
        for name in SUFFIXES:
            self.format.part(name).setVisible(name in formats)
        self.format.allow([name for name in formats if chosen.source or name != DERIVED])
        derived = self.format.value == DERIVED
        self.privacy.setVisible(derived)
        shallow = chosen.scan.is_colour and self.format.value in (DERIVED, "NIfTI")
        self.bits.allow([8] if shallow or self.format.value == "MP4" else [8, 16])
        # The name of the source may be a patient's; a file that names nobody is not named after it.
        stem = f"scan-{chosen.kind}" if derived and self.privacy.privacy.deidentified else chosen.stem
        suffix, written = SUFFIXES[str(self.format.value)], self.path.text().strip()
        if written in ("", self._proposed):
            self._proposed = str(_free(Path(self._folder) / f"{stem}{suffix}"))
            self.path.setText(self._proposed)
        else:
            self.path.setText(f"{_bare(Path(written))}{suffix}")
        self._describe(chosen)
        self._fit()

    def _describe(self, chosen: Savable) -> None:
        spacing = chosen.scan.spacing
        mm = (
            tr("{lateral:.4g} × {axial:.4g} mm per pixel").format(lateral=spacing.lateral, axial=spacing.axial)
            if spacing
            else tr("no millimetres are known")
        )
        made = tr("the method, its plan and seed, the trust, ") if chosen.result is not None else ""
        said = tr("Nothing of the source file's own data is copied.")
        if self.format.value == DERIVED:
            said = tr("Regions, spacing and times follow the source; a second reader proves it before the file stays.")
        if self.format.value == "MP4":
            said = tr("A video is lossy and has no place for millimetres: for showing, not for measuring.")
        if chosen.clip is not None:
            said = tr("%n frames.", chosen.clip.frames) + f" {said}"
        self.provenance.setText(
            tr(
                "{width} × {height} px, {mm}. Written into the file: {made}the version and "
                "“{research_use}”. {said}{maps_in_words}"
            ).format(
                width=chosen.scan.width,
                height=chosen.scan.height,
                mm=mm,
                made=made,
                research_use=interpreted(RESEARCH_USE),
                said=said,
                maps_in_words=self._maps_in_words(chosen),
            )
        )

    def _maps_in_words(self, chosen: Savable) -> str:
        if chosen.result is None or not chosen.result.maps or chosen.clip is not None:
            return ""
        count = len(chosen.result.maps)
        if self.format.value == "TIFF":
            return " " + tr("%n maps follow as further pages.", count)
        if count > 1:
            return " " + tr("{format} has no room for its maps: choose TIFF to keep them.").format(
                format=self.format.value
            )
        return " " + tr("{format} has no room for its map: choose TIFF to keep it.").format(format=self.format.value)

    @Slot()
    def _browse(self) -> None:
        browser = QFileDialog(self, tr("Save picture"), self.path.text())
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
            self._say(tr("Say where the picture should be written."), "error")
            return
        path = Path(text).expanduser()
        suffix = SUFFIXES[str(self.format.value)]
        right = path.name.lower().endswith((suffix, ".tiff") if suffix == ".tif" else suffix)
        path = _bare(path) if not suffix else path
        path = path if right else path.with_name(path.name + suffix)
        self.path.setText(str(path))
        chosen = self._savable[self.which.currentIndex()]
        self.save.setEnabled(False)
        self._say(tr("Writing…"), "small")
        bits = self.bits.value
        assert isinstance(bits, int)
        if chosen.clip is not None:
            self.stop.show()
            self.clip_requested.emit(str(path), chosen.clip, chosen.result, bits, chosen.source, self.privacy.privacy)
            return
        origin = (chosen.source, chosen.frame, self.privacy.privacy)
        self.save_requested.emit(str(path), chosen.scan, chosen.result, bits, *origin)


def _bare(path: Path) -> Path:
    """Without the suffix of a format."""
    for suffix in (*filter(None, SUFFIXES.values()), ".tiff"):
        if path.name.lower().endswith(suffix):
            return path.with_name(path.name[: -len(suffix)])
    return path


def _free(path: Path) -> Path:
    """The path, or the first with a number that is not taken."""
    bare = _bare(path)
    number, free, suffix = 2, path, path.name[len(bare.name) :]
    while free.exists():
        free = path.with_name(f"{bare.name}-{number}{suffix}")
        number += 1
    return free
