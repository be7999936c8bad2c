"""The blur kernel while it forms: its taps, its centre of mass, its axes, and the numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ussr_engine.events import KernelEstimated
from ussr_engine.scan import Image
from ussr_gui import icons, theme
from ussr_gui.language import tr
from ussr_gui.viewers import marks
from ussr_gui.viewers.flow import FlowLayout

NOTHING = tr("The blur kernel appears here while a method estimates it, or when it is given one.")
ROWS = (tr("Taps"), tr("Centre of mass"), tr("Width"), tr("Angle"), tr("State"))


class KernelPicture(QWidget):
    """The taps as squares, white where the kernel is largest, with an ellipse of two standard deviations."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: KernelEstimated | None = None
        self._image = QImage()
        self.setAccessibleName(tr("Picture of the blur kernel"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 80)

    def sizeHint(self) -> QSize:
        return QSize(theme.pixels(180), theme.pixels(180))

    def show_kernel(self, estimated: KernelEstimated | None) -> None:
        self._shown = estimated
        self._image = _painted(estimated.kernel) if estimated else QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.fillRect(area, QColor(theme.current().well))
        if self._shown is None:
            return
        painter.drawImage(area, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_tap = side / self._shown.kernel.shape[0]
        row, column = self._shown.centre
        major, minor, angle = self._shown.moments
        painter.translate(area.topLeft() + QPointF(column + 0.5, row + 0.5) * per_tap)
        painter.rotate(angle)
        along, across = 2 * major * per_tap, 2 * minor * per_tap
        for colour, width in ((marks.halo(170), 3.5), (QColor(theme.current().accent), 1.5)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(0, 0), along, across)
            painter.drawLine(QPointF(-along, 0), QPointF(along, 0))
            painter.drawLine(QPointF(0, -across), QPointF(0, across))


class KernelView(QWidget):
    """Picture and numbers of the kernel of one run.

    Signals
    -------
    save_requested, load_requested
        The person wants to keep the kernel, or to give one to the next run.
    """

    save_requested = Signal()
    load_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shown: KernelEstimated | None = None
        self._picture = KernelPicture()
        self._figures = {name: QLabel() for name in ROWS}
        self._nothing = QLabel(NOTHING, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setProperty("role", "faint")
        self.save, self.load = QPushButton(tr("Save kernel…")), QPushButton(tr("Load kernel…"))
        self.save.clicked.connect(self.save_requested)
        self.load.clicked.connect(self.load_requested)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for line, (name, figure) in enumerate(self._figures.items()):
            title = QLabel(name)
            title.setProperty("role", "small")
            figure.setProperty("role", "strong")
            grid.addWidget(title, line, 0)
            grid.addWidget(figure, line, 1)
        self._numbers = QWidget()
        self._numbers.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        buttons = QWidget()
        buttons.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(buttons, gap=8, line_gap=8)
        flow.addWidget(self.save)
        flow.addWidget(self.load)
        right = QVBoxLayout()
        right.addWidget(self._numbers)
        right.addWidget(self._nothing, 1)
        right.addStretch(1)
        right.addWidget(buttons)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 8, 12, 8)
        across.setSpacing(18)
        across.addWidget(self._picture)
        across.addLayout(right, 1)
        theme.look.changed.connect(self._take_look)
        self._take_look()
        self.show_kernel(None)

    def show_kernel(self, estimated: KernelEstimated | None) -> None:
        """Show a kernel as it stands, or that there is none."""
        self.shown = estimated
        self._picture.show_kernel(estimated)
        for part in (self._picture, self._numbers):
            part.setVisible(estimated is not None)
        self._nothing.setVisible(estimated is None)
        self.save.setEnabled(estimated is not None and estimated.final)
        self.save.setToolTip(
            tr("Keep the kernel as a file") if self.save.isEnabled() else tr("There is no finished kernel")
        )
        if estimated is None:
            return
        (row, column), (major, minor, angle) = estimated.centre, estimated.moments
        state = tr("used for training") if estimated.final else tr("forming, step {step}").format(step=estimated.step)
        said = (
            tr("{rows} × {columns}, of a step by 2").format(
                rows=estimated.kernel.shape[0], columns=estimated.kernel.shape[1]
            ),
            tr("row {row:.2f}, column {column:.2f}").format(row=row, column=column),
            tr("σ {major:.2f} × {minor:.2f} px of the finer picture").format(major=major, minor=minor),
            tr("{angle:.0f}° from lateral towards depth").format(angle=angle).replace("-", "−"),
            state,
        )
        for figure, words in zip(self._figures.values(), said, strict=True):
            figure.setText(words)
        self._picture.setAccessibleDescription(", ".join(said))

    def allow_loading(self, why_not: str) -> None:
        """Loading is possible where the chosen method takes a kernel."""
        self.load.setEnabled(not why_not)
        self.load.setToolTip(why_not or tr("Give the chosen method this kernel instead of an estimate"))

    def _take_look(self) -> None:
        icons.set_beside(self.save, "download", "text")
        icons.set_beside(self.load, "folder-open", "text")
        self._picture.update()


def _painted(kernel: Image) -> QImage:
    """One pixel a tap: grey by weight, and bluish where a weight is below zero."""
    share = kernel / max(float(np.abs(kernel).max()), 1e-12)
    negative = QColor(theme.current().diverging[0])
    tint = np.array([negative.red(), negative.green(), negative.blue()])
    colours = np.where(share[..., None] < 0, -share[..., None] * tint, share[..., None] * 255)
    pixels = np.ascontiguousarray(np.rint(colours).astype(np.uint8))
    height, width = kernel.shape
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888).copy()
