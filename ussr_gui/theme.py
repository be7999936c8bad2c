"""The look: two palettes, one stylesheet, the fonts; the only place where a colour is written."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ussr_gui.stylesheet import stylesheet


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

_applied = DARK


def current() -> Palette:
    """The palette that was applied last."""
    return _applied


def apply(app: QApplication, palette: Palette = DARK, scale: float = 1.0) -> None:
    """Give the application its style, colours, fonts and stylesheet."""
    global _applied
    _applied = palette
    app.setStyle("Fusion")
