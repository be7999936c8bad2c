"""What of a patient leaves with a DICOM file: nothing in the header unless asked, and a preview of what goes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ussr_engine.derived.news import Identity
from ussr_engine.passport import Privacy
from ussr_gui.language import tr
from ussr_gui.panels.parts import label

SHOWN = 8
"""Names in the preview; the tooltip has them all."""

BURNT_IN = tr("Text in the picture itself cannot be found for certain: look whether it names the patient.")
SAID_CLEAN = tr("The file says that no text about the patient stands in the picture; look all the same.")


class PrivacyBox(QWidget):
    """Three ticks, a preview by names of attributes, never by values, and the warning that stays."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keep = QCheckBox(tr("Keep the patient's data in the header"))
        self.keep.setToolTip(tr("Without this the file says nothing of whose scan it is"))
        self.blank = QCheckBox(tr("Black outside the ultrasound regions"))
        self.blank.setToolTip(tr("Names and dates on the screen are mostly outside; pixels there are lost in the file"))
        self.clean = QCheckBox(tr("I have looked: no text about the patient is left in the picture"))
        self.clean.setToolTip(tr("Written into the file, so that others can rely on it"))
        self.preview = label(role="small", wraps=True)
        self.warning = label(role="small", wraps=True)
        self._identity: Identity | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.keep, self.preview, self.blank, self.clean, self.warning):
            box.addWidget(part)
        for tick in (self.keep, self.blank, self.clean):
            tick.toggled.connect(self._follow)
        self.show_identity(None)

    @property
    def privacy(self) -> Privacy:
        """What is chosen."""
        return Privacy(not self.keep.isChecked(), self.blank.isChecked(), self.clean.isChecked())

    def begin(self) -> None:
        """Nothing is asked for, and nothing is known of the file yet."""
        for tick in (self.keep, self.blank, self.clean):
            tick.setChecked(False)
        self.show_identity(None)

    def show_identity(self, identity: Identity | None) -> None:
        """What the source tells of a patient; None where it tells nothing."""
        self._identity = identity
        self.keep.setVisible(identity is not None)
        self.blank.setEnabled(identity is not None and identity.regions > 0)
        if not self.blank.isEnabled():
            self.blank.setChecked(False)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        identity = self._identity
        if identity is None:
            self.preview.setText(tr("The source is no DICOM file: it names no patient in a header."))
            self.preview.setToolTip("")
        elif self.keep.isChecked():
            self.preview.setText(
                tr("The patient's name, dates and identifiers stay in the file. Private attributes go.")
            )
            self.preview.setToolTip("")
        elif identity.going:
            more = len(identity.going) - SHOWN
            names = ", ".join(identity.going[:SHOWN]) + (
                " " + tr("and {more} more").format(more=more) if more > 0 else ""
            )
            self.preview.setText(tr("Left out: {names}. Identifiers are replaced.").format(names=names))
            self.preview.setToolTip("\n".join(identity.going))
        else:
            self.preview.setText(tr("The header holds nothing that must be left out. Identifiers are replaced."))
            self.preview.setToolTip("")
        said = identity is not None and identity.burnt_in == "NO"
        self.warning.setText(SAID_CLEAN if said else BURNT_IN)
        self.warning.setVisible(not self.clean.isChecked())
        self.changed.emit()
