"""The look: two palettes, one stylesheet, the fonts; the only place where a colour is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ussr_gui.stylesheet import stylesheet


@dataclass(frozen=True)
class Paper:
    """Colours of what is printed, whatever the theme: ink on white."""

    ink: str = "#14181D"
    soft: str = "#4A5460"
    faint: str = "#5B6571"
    rule: str = "#B4BCC7"
    grid: str = "#D5DAE1"
    hair: str = "#E3E7EC"
    halo: str = "#000000"
    mark: str = "#FFD966"


PAPER = Paper()


@dataclass(frozen=True)
class Palette:
    """Colours by role, as ``#RRGGBB``; text roles reach 4.5:1 on ``panel``, outlines that carry meaning 3:1."""

    name: str
    window: str
    panel: str
    raised: str
    hover: str
    pressed: str
    input: str
    line: str
    field: str
    edge: str
    text: str
    dim: str
    faint: str
    disabled: str
    accent: str
    fill: str
    fill_hover: str
    select: str
    ok: str
    warn: str
    error: str
    error_bg: str
    series: tuple[str, ...]
    on_fill: str = "#FFFFFF"
    well: str = "#000000"
    mark: str = "#E6EAEF"
    halo: str = "#000000"
    calipers: tuple[str, ...] = ("#FFD966", "#7FE3D0", "#F7A8C4", "#B8C4FF", "#FFB080", "#C8F08A")
    protect: str = "#D0A2FF"
    mark_ok: str = "#7FE3A0"
    mark_wrong: str = "#FF8A80"
    diverging: tuple[str, ...] = ("#8CC8FF", "#2E78B5", "#0B0E12", "#B0602C", "#FFC08A")


DARK = Palette(
    name="dark",
    window="#0F1216",
    panel="#161A20",
    raised="#1E242C",
    hover="#272E38",
    pressed="#313A46",
    input="#0F1216",
    line="#252B34",
    field="#37404C",
    edge="#667280",
    text="#E6EAEF",
    dim="#A9B3C0",
    faint="#939EAC",
    disabled="#5A6471",
    accent="#6FB4EA",
    fill="#23638F",
    fill_hover="#2B73A4",
    select="#1B3347",
    ok="#6CC49A",
    warn="#E6B450",
    error="#F08078",
    error_bg="#2A1A1B",
    series=("#6FB4EA", "#F2A65A", "#C6EBD4", "#9A896C", "#60949D", "#EDE59A"),
)
LIGHT = Palette(
    name="light",
    window="#E9ECF0",
    panel="#F7F8FA",
    raised="#FFFFFF",
    hover="#E7EBF0",
    pressed="#D8DEE6",
    input="#FFFFFF",
    line="#D5DAE1",
    field="#B4BCC7",
    edge="#77818E",
    text="#14181D",
    dim="#46505C",
    faint="#5B6571",
    disabled="#9AA3AE",
    accent="#17679E",
    fill="#1F6A9E",
    fill_hover="#195A87",
    select="#D6E7F4",
    ok="#176C46",
    warn="#8A5A00",
    error="#B3261E",
    error_bg="#FBECEA",
    series=("#1F6FB2", "#B05200", "#452157", "#7B6B4F", "#123F3A", "#B83A77"),
)


class Look(QObject):
    """Tells widgets that paint or hold icons that the palette or the scale is another one."""

    changed = Signal()


look = Look()
_applied = DARK
_scale = 1.0


def current() -> Palette:
    """The palette that was applied last."""
    return _applied


def pixels(size: float) -> int:
    """A size in logical pixels at the scale that was applied last."""
    return round(size * _scale)


def font(size: float, weight: int = 400) -> QFont:
    """The application's font at ``size`` logical pixels, for what is painted rather than styled."""
    made = QFont(QApplication.font())
    made.setPixelSize(pixels(size))
    made.setWeight(QFont.Weight(weight))
    return made


def apply(app: QApplication, palette: Palette = DARK, scale: float = 1.0) -> None:
    """Give the application its style, colours, fonts and the one stylesheet; ``scale`` enlarges words and controls."""
    global _applied, _scale
    _applied, _scale = palette, scale
    app.setStyle("Fusion")
    app.setPalette(_qt_palette(palette))
    app.setFont(_application_font(scale))
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    colours = {name: value for name, value in asdict(palette).items() if isinstance(value, str)}
    app.setStyleSheet(stylesheet(colours, fixed, scale))
    pg.setConfigOptions(
        useOpenGL=False,
        imageAxisOrder="row-major",
        antialias=True,
        background=palette.panel,
        foreground=palette.faint,
    )
    if app.findChild(FocusRing) is None:
        app.focusChanged.connect(FocusRing(app).focus_changed)
    look.changed.emit()


class FocusRing(QObject):
    """Marks the widget that the keyboard brought the focus to, so that the stylesheet can draw its ring."""

    @Slot(QWidget, QWidget)
    def focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        by_keyboard = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        for widget, ringed in ((old, False), (now, by_keyboard)):
            if widget is not None and isValid(widget) and bool(widget.property("ring")) != ringed:
                mark(widget, ring=ringed)


def mark(widget: QWidget, **properties: object) -> None:
    """Set properties that the stylesheet looks at, and have the widget drawn by them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _application_font(scale: float) -> QFont:
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if "Inter" in QFontDatabase.families():
        made.setFamily("Inter")
    made.setPixelSize(round(13 * scale))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _qt_palette(colours: Palette) -> QPalette:
    """Qt's own palette, for what a stylesheet does not reach: item delegates, placeholders, disabled words."""
    role, made = QPalette.ColorRole, QPalette()
    for part, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.input),
        (role.AlternateBase, colours.panel),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.fill),
        (role.HighlightedText, colours.on_fill),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
    ):
        made.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.disabled))
    return made
