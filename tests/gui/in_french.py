"""A window in French, in a process of its own: what it says, as JSON."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QMenu, QScrollArea, QWidget

from tests.gui import scripted_engine
from ussr_engine.events import Catalogued, KnobGroup, MethodCard, OpenFailed
from ussr_engine.knobs import Knob
from ussr_gui import appearance
from ussr_gui import help as pages
from ussr_gui.app import application
from ussr_gui.interpreting import heard
from ussr_gui.language import LANGUAGE
from ussr_gui.main_window import MainWindow
from ussr_gui.panels.scans import ScansPanel
from ussr_gui.records import ScanFile
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.wishes import GESTURES, WISHES
from ussr_gui.worker import Worker

KNOBS = (
    Knob("polish", "bool", True, None, None, (), "", "a small network looks for what the closed form leaves; seconds "
         "instead of tenths", False),
    Knob("steps", "int", 400, 1, 10000, (), "steps", "of the polishing network", False),
    Knob("texture", "float", 0.1, 0, 1, (), "", "0 is closest to the truth on average; towards 1 more grain is kept",
         False),
)  # fmt: skip
SIMREG = MethodCard(
    "simreg", "SimReg",
    "Finds out how the scan was made, simulates it, and learns the way back. Sharpens, takes noise out; seconds.",
    "this program", (2, 3, 4), True, (KnobGroup("recipe", "Training", KNOBS),),
)  # fmt: skip
BICUBIC = MethodCard(
    "bicubic", "Bicubic",
    "Plain interpolation: no learning, nothing invented. What every other method is compared with.",
    "Keys, IEEE TASSP 1981", (2, 3, 4), False, (),
)  # fmt: skip
CATALOGUE = Catalogued((SIMREG, BICUBIC), (("cpu", "CPU, 2 cores"),), "cpu", "")


def words_of(root: QWidget) -> list[str]:
    """Everything that stands in a widget, and what its tooltips and screen readers say."""
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        match widget:
            case QMenu():
                found.append(widget.title())
            case QLabel() | QAbstractButton():
                found.append(widget.text())
            case QLineEdit():
                found += [widget.placeholderText(), widget.text()]
            case QComboBox():
                found += [widget.itemText(place) for place in range(widget.count())]
    return list(dict.fromkeys(word for word in found if word))


def cut(root: QWidget) -> list[str]:
    """Buttons and one-line labels in view that have less room than their words need."""
    return [
        widget.text()
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLabel) and widget.isVisibleTo(root) and widget.text()
        if not (isinstance(widget, QLabel) and widget.wordWrap()) and widget.width() < widget.minimumSizeHint().width()
    ]


def wide(root: QWidget) -> list[str]:
    """What makes a panel wider than its dock, so that its right edge is out of sight."""
    return [
        words
        for area in root.findChildren(QScrollArea)
        if area.isVisibleTo(root) and area.widget().width() > area.viewport().width()
        for words in words_of(area.widget())
    ]


def main() -> None:
    """Say it."""
    app = application()
    settings = Settings()
    settings.set_on("acknowledged", True)
    settings.set_whole("ui_scale", int(sys.argv[1]))
    appearance.apply(app, settings)
    window = MainWindow(Session(Worker(sys.argv[2], scripted_engine.main)), settings)
    window.resize(1920, 1200)
    window.show()
    window.show_docks(True)
    window.method.show_catalogue(heard(CATALOGUE))
    window.method.method.choose("simreg")
    app.processEvents()
    refused = heard(OpenFailed("/a.png", "a.png is empty (0 bytes).", "Copy it again from its source."))
    assert isinstance(refused, OpenFailed)
    sides = [window.measuring.dock, window.trusting.dock, window.racing.dock, window.queueing.dock]
    narrow = cut(window.method) + cut(window.controls) + wide(window.choices)
    for dock in sides:
        dock.bring_alone()
        app.processEvents()
        narrow += cut(dock) + wide(dock)
    for dialog in (window.commanding.dialog, window.reporting.dialog):
        dialog.show()
        app.processEvents()
        narrow += cut(dialog)
    setup = window.reading.setup
    setup.show()
    setup.resize(setup.sizeHint().boundedTo(window.size()))
    app.processEvents()
    narrow += cut(setup)
    keyboard = pages.keyboard_sheet(window, window.actions_)
    limits = pages.limits_page(window, window.actions_)
    app.processEvents()
    window.pictures.show_file(ScanFile("/a.png", words=refused.words, remedy=refused.remedy))
    spoken = words_of(window)
    for dialog in window.findChildren(QDialog):
        spoken += [dialog.windowTitle(), *words_of(dialog)]
    told = {
        "language": LANGUAGE,
        "menus": [menu.text() for menu in window.menuBar().actions()],
        "actions": {wish.id: [wish.text, wish.tip, window.actions_.why_not(wish.id), wish.path] for wish in WISHES},
        "gestures": [list(one) for one in GESTURES],
        "refused": [refused.words, refused.remedy],
        "words": spoken,
        "cut": narrow,
        "scans": words_of(ScansPanel()),
        "pages": [keyboard.windowTitle(), limits.windowTitle()],
    }
    window.close()
    print(json.dumps(told))  # noqa: T201 - the parent reads it


if __name__ == "__main__":
    main()
