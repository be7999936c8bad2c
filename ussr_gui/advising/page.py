"""Help › Which method for which scan: every method with its own result on a sample, and a button that chooses it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ussr_engine.events import Catalogued
from ussr_gui import theme
from ussr_gui.advising.words import advice
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.parts import Button, label, panel, row, section
from ussr_gui.viewers.samples import picture

LITTLE = 0.05
"""Seconds below which no figure is given."""
WIDTH = 112
"""Of a picture, in logical pixels before the theme's scale."""


def figures() -> dict[str, dict[str, Any]]:
    """Of the results that are shown, by method and case: PSNR, SSIM, seconds of a processor core."""
    found: dict[str, dict[str, Any]] = json.loads(files("ussr_gui").joinpath("pictures", "methods.json").read_text())
    return found


def _cost(took: dict[str, Any], bicubic: dict[str, Any], plain: bool) -> str:
    """Its time for these pictures, and the gain on interpolation where it is not interpolation itself."""
    seconds = max(one["cpu_seconds"] for one in took.values())
    words = tr("{time} of one processor core for such a picture")
    time = words.format(time=duration_in_words(seconds)) if seconds >= LITTLE else tr("Hardly any time")
    if plain:
        return time
    names = {"clean": tr("clean"), "noisy": tr("noisy")}
    gains = (f"{names[case]} {one['psnr'] - bicubic[case]['psnr']:+.2f} dB" for case, one in took.items())
    return tr("{time}. Gain on bicubic: {gains}").format(time=time, gains=", ".join(gains).replace("-", "−"))


class Shown(QLabel):
    """A corner of a picture, at the size of the words beside it."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._drawn = picture(f"method-{name}") if name else QPixmap()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.look.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        width = theme.pixels(WIDTH)
        self.setFixedWidth(width)
        if not self._drawn.isNull():
            self.setPixmap(self._drawn.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))


class MethodsPage(QDialog):
    """Stays open beside everything else.

    Signals
    -------
    chosen : str
        This method shall be taken.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, catalogue: Catalogued | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Which method for which scan?"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons: dict[str, Button] = {}
        cards = {card.id: card for card in catalogue.methods} if catalogue is not None else {}
        measured, parts = figures(), [self._beginning()]
        for name, words in advice().items():
            card = cards.get(name)
            title = card.title if card is not None else name
            lines = [(tr("What"), words.what), (tr("When"), words.when), (tr("Bad at"), words.bad)]
            took = measured.get(name, {})
            if took:
                lines.insert(2, (tr("Takes"), _cost(took, measured["bicubic"], name == "bicubic")))
            can = card is not None and card.available
            parts.append(self._part(name, title, lines, can, list(took)))
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        foot = row(None, close)
        foot.setContentsMargins(12, 8, 12, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel(*parts), 1)
        box.addLayout(foot)
        self.resize(theme.pixels(720), theme.pixels(680))

    def _beginning(self) -> QWidget:
        """The task: the scan that all were given, and the truth."""
        words = label(
            tr(
                "Take SimReg first: it needs no choice and takes seconds. Then hold another method against it: a race "
                "(Train menu) does that by itself. Below is what each made of the sample “Cysts” shrunk by 2: clean at "
                "the left, blurred and grained at the right. Gains are those of these two pictures; yours may differ."
            ),
            "dim",
            wraps=True,
        )
        across = QHBoxLayout()
        across.setSpacing(8)
        for name, said in (
            ("clean-scan", tr("A clean scan")),
            ("noisy-scan", tr("A noisy scan")),
            ("truth", tr("The truth")),
        ):
            column = QVBoxLayout()
            column.addWidget(Shown(name, said))
            caption = label(said, "small", wraps=True)
            caption.setMaximumWidth(theme.pixels(WIDTH))
            column.addWidget(caption)
            column.addStretch(1)
            across.addLayout(column)
        across.addStretch(1)
        return section(words, across)

    def _part(self, name: str, title: str, lines: list[tuple[str, str]], can: bool, made: list[str]) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, (what, words) in enumerate(lines):
            grid.addWidget(label(what, "small"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, wraps=True), number, 1)
        grid.setColumnStretch(1, 1)
        choose = Button(tr("Choose it"), kind="link")
        choose.setAccessibleName(tr("Choose {method}").format(method=title))
        choose.setProperty("method", name)
        choose.setEnabled(can)
        choose.setToolTip("" if can else tr("The engine is starting, or this method lacks something on this computer"))
        choose.clicked.connect(self._choose)
        self.buttons[name] = choose
        heading = row(label(title, "h2", wraps=True), choose)
        heading.setStretch(0, 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(heading)
        column.addLayout(grid)
        column.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(8)
        says = {
            "clean": tr("What {method} made of the clean scan"),
            "noisy": tr("What {method} made of the noisy scan"),
        }
        for case, said in says.items():
            shown = Shown(f"{case}-{name}" if case in made else "", said.format(method=title))
            across.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        across.addSpacing(8)
        across.addLayout(column, 1)
        return section(across)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("method")))
