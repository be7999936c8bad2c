"""The list of scans: what was opened, and what could not be."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ussr_engine.scan import Scan
from ussr_gui.language import tr
from ussr_gui.panels.parts import Tool, label, row
from ussr_gui.panels.rows import Row, RowList
from ussr_gui.records import ScanFile

THUMBNAIL = QSize(168, 126)


class ScansPanel(QWidget):
    """Scans by path."""

    chosen = Signal(object)
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.list = RowList(tr("Scans"))
        self.list.chosen.connect(self.chosen)
        self.more = Tool("plus", tr("Open a scan"))
        self.more.clicked.connect(self.open_requested)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(heading(tr("Scans"), self.more))
        box.addWidget(self.list)

    @Slot(object)
    def show_file(self, file: ScanFile) -> None:
        self.list.put(file.path, _row(file))

    @Slot(object)
    def choose(self, file: ScanFile) -> None:
        self.list.mark_chosen(file.path)


def heading(words: str, *tools: QWidget) -> QFrame:
    """The head of a dock."""
    head = QFrame()
    head.setObjectName("dockhead")
    box = row(label(words, "title"), None, *tools)
    box.setContentsMargins(12, 2, 6, 2)
    head.setLayout(box)
    head.setMinimumHeight(32)
    return head


def thumbnail(scan: Scan) -> QPixmap:
    """The scan, small."""
    step = max(1, min(scan.height // THUMBNAIL.height(), scan.width // THUMBNAIL.width()))
    small = np.ascontiguousarray(np.rint(scan.image[::step, ::step] * 255).astype(np.uint8))
    height, width = small.shape[:2]
    kind = QImage.Format.Format_RGB888 if small.ndim == 3 else QImage.Format.Format_Grayscale8
    picture = QImage(small.data, width, height, small.strides[0], kind)
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(picture).scaled(THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _row(file: ScanFile) -> Row:
    if file.is_refused:
        return Row(file.name, tr("Cannot be read"), "error", icon="circle-alert", icon_role="error")
    if file.scan is None:
        return Row(file.name, tr("reading…"), icon="loader", icon_role="faint")
    scan = file.scan
    mm = f" · {scan.spacing.lateral:.2g} mm" if scan.spacing else ""
    return Row(file.name, f"{scan.width} × {scan.height}{mm}", picture=thumbnail(scan))
