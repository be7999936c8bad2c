"""The three samples on the first screen: each a picture with a word."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ussr_gui import theme
from ussr_gui.language import tr

PHANTOM = "phantom:"
NAMES = ("cysts", "wires", "vessel")
MARGIN, LINE, SMALL = 6, 18, 16
"""Around the picture, and the heights of the word and the line below it, before the theme's scale."""
ASPECT = 256 / 320


def picture(name: str) -> QPixmap:
    """A picture that lies beside the program."""
    return QPixmap.fromImage(QImage.fromData(files("ussr_gui").joinpath("pictures", f"{name}.png").read_bytes()))


def titles() -> dict[str, tuple[str, str]]:
    """What every sample is called, and what is known of it, in short."""
    return {
        "cysts": (tr("Cysts"), tr("up to 6.0 mm wide")),
        "wires": (tr("Wires"), tr("4.0 mm apart")),
        "vessel": (tr("Vessel"), tr("lumen 6.0 mm wide")),
    }


class Tile(QPushButton):
    """A picture that fills the tile's width, its word, and what is known of it."""

    def __init__(self, name: str, title: str, caption: str) -> None:
        super().__init__()
        self.name = name
        self._title, self._caption, self._picture = title, caption, picture(f"sample-{name}")
        self.setProperty("row", True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)
        self.setToolTip(tr("{title}: simulated, {known}").format(title=title, known=caption))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        inner = width - 2 * theme.pixels(MARGIN)
        return round(inner * ASPECT) + theme.pixels(2 * MARGIN + LINE + SMALL + 4)

    def sizeHint(self) -> QSize:
        width = theme.pixels(112)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = theme.pixels(72)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.heightForWidth(self.width()):
            self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge, colours = theme.pixels(MARGIN), theme.current()
        across = self.width() - 2 * edge
        shown = QRectF(edge, edge, across, across * ASPECT)
        painter.drawPixmap(shown, self._picture, QRectF(self._picture.rect()))
        below = shown.bottom() + theme.pixels(4)
        for words, size, weight, colour, high in (
            (self._title, 13, 600, colours.text, LINE),
            (self._caption, 12, 400, colours.faint, SMALL),
        ):
            painter.setFont(theme.font(size, weight))
            painter.setPen(QColor(colour))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, across)
            painter.drawText(QRectF(edge, below, across, theme.pixels(high)), Qt.AlignmentFlag.AlignLeft, cut)
            below += theme.pixels(high)


class Tiles(QWidget):
    """All samples beside one another.

    Signals
    -------
    chosen : str
        Path of a sample.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        for name in NAMES:
            tile = Tile(name, *titles()[name])
            tile.clicked.connect(self._choose)
            across.addWidget(tile, 1, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _choose(self) -> None:
        tile = self.sender()
        assert isinstance(tile, Tile)
        self.chosen.emit(PHANTOM + tile.name)
