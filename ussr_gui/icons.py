"""Icons in the palette's colours, from Lucide's outlines; and the program's own."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from ussr_gui import theme
from ussr_gui.stylesheet import ICONS

GAP = 4
"""Added to the 4 pixels that Qt leaves between a button's icon and its words."""

SHARPNESS = 3
"""Device pixels drawn per logical pixel; Qt scales down to the screen's, so 100 to 300 % are sharp."""


@lru_cache(maxsize=1)
def _outlines() -> ZipFile:
    """All of Lucide's outlines; its table of contents is long, so it is read once and stays."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@lru_cache(maxsize=256)
def _outline(name: str) -> str:
    """SVG of a Lucide icon, its lines thinned to the weight of the words beside it."""
    return _outlines().read(f"{name}.svg").decode().replace('stroke-width="2"', 'stroke-width="1.75"')


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, gap: int) -> QPixmap:
    svg = _outline(name).replace("currentColor", colour)
    return _painted(QSvgRenderer(QByteArray(svg.encode())), size, gap)


def _painted(drawing: QSvgRenderer, size: int, gap: int) -> QPixmap:
    picture = QPixmap(QSize(size + gap, size) * SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, size * SHARPNESS, size * SHARPNESS))
    painter.end()
    picture.setDevicePixelRatio(SHARPNESS)
    return picture


def pixmap(name: str, role: str = "dim", size: int = 18, gap: int = 0) -> QPixmap:
    """An outline as a picture, for a label; ``size`` and the empty ``gap`` right of it before the theme's scale."""
    return _drawn(name, getattr(theme.current(), role), theme.pixels(size), theme.pixels(gap))


def icon(name: str, role: str = "dim", size: int = 18, gap: int = 0) -> QIcon:
    """An outline by its Lucide name in the colour of a palette role; accent where checked, pale where disabled.

    Raises
    ------
    KeyError
        If Lucide has no icon of this name.
    """
    made = QIcon(pixmap(name, role, size, gap))
    checked = role if role in ("on_fill", "accent") else "accent"
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        made.addPixmap(pixmap(name, checked, size, gap), mode, QIcon.State.On)
    for state in (QIcon.State.Off, QIcon.State.On):
        made.addPixmap(pixmap(name, "disabled", size, gap), QIcon.Mode.Disabled, state)
    return made


def set_beside(button: QAbstractButton, name: str, role: str, size: int = 16) -> None:
    """Put an outline before a button's words, at a distance that the eye takes for one gap."""
    button.setIcon(icon(name, role, size, GAP))
    button.setIconSize(QSize(theme.pixels(size + GAP), theme.pixels(size)))


def app_icon() -> QIcon:
    """The program's own icon: a sector scan whose pixels turn from coarse to fine."""
    drawing = QSvgRenderer(str(ICONS / "ussr.svg"))
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(picture.rect()))
        painter.end()
        made.addPixmap(picture)
    return made
