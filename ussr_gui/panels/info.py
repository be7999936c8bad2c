"""What is known of the chosen scan."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ussr_engine.scan import Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.known import named, sized
from ussr_gui.language import tr
from ussr_gui.panels.parts import Field, label, panel, section
from ussr_gui.records import ScanFile


class InfoPanel(QWidget):
    """Size, levels, millimetres, regions, and what the file said; nothing identifying."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self.show_file(None)

    @Slot(object)
    def show_file(self, file: ScanFile | None) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        if file is None or file.scan is None:
            words = tr("No scan is chosen.") if file is None else file.words or tr("The file is being read…")
            self._shown = panel(section(label(words, "dim", wraps=True)))
        else:
            self._shown = panel(
                *(_facts(title, facts) for title, facts in facts_of(file.scan, file.name).items() if facts)
            )
        self._box.addWidget(self._shown)


def facts_of(scan: Scan, name: str) -> dict[str, dict[str, str]]:
    """Facts of a scan in words, by section; the first bears its name."""
    picture = {
        tr("Size"): f"{scan.width} × {scan.height} px",
        tr("Channels"): tr("colour") if scan.is_colour else tr("grey"),
        tr("Levels"): tr("{bits} bit").format(bits=scan.bits),
    }
    if scan.spacing:
        picture[tr("Pixel")] = f"{scan.spacing.lateral:.4g} × {scan.spacing.axial:.4g} mm"
        width, height = scan.width * scan.spacing.lateral, scan.height * scan.spacing.axial
        picture[tr("Field of view")] = f"{width:.1f} × {height:.1f} mm"
    else:
        picture[tr("Pixel")] = tr("millimetres unknown")
    regions = {
        f"{number} · {interpreted(region.kind)}": f"{region.right - region.left} × {region.bottom - region.top} px"
        + (f", {region.spacing.lateral:.3g} × {region.spacing.axial:.3g} mm" if region.spacing else "")
        for number, region in enumerate(scan.regions, 1)
    }
    counts = [known.kind for known in scan.known]
    truth = {
        f"{number} · {named(known)}" if counts.count(known.kind) > 1 else named(known): sized(known)
        for number, known in enumerate(scan.known, 1)
    }
    return {
        name: picture,
        tr("Known, for it is simulated"): truth,
        tr("Regions"): regions,
        tr("File"): {interpreted(k.capitalize()): interpreted(str(v)) for k, v in scan.facts.items()},
    }


def _facts(title: str, facts: dict[str, str]) -> QWidget:
    return section(
        label(title, "title", wraps=True), *(Field(k, label(v, "dim", wraps=True)) for k, v in facts.items())
    )
