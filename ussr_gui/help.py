"""Pages of the Help menu; none of them stops the work."""

from __future__ import annotations

import platform
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ussr_engine import RESEARCH_USE, __version__
from ussr_gui.actions import Actions
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.licences import LicencesPage
from ussr_gui.panels.parts import Button, Paragraph, label, panel, row, section
from ussr_gui.wishes import GESTURES, MENUS, WISHES, in_words

LIMITS = (
    (
        tr("What it shows"),
        tr(
            "An enlarged picture whose finer detail was learnt from this scan alone, or from the method's own training "
            "when its card says so. Shrunk again it gives back the scan, as closely as the method promises."
        ),
    ),
    (
        tr("Smaller pixels are not finer resolution"),
        tr(
            "The probe, its frequency and the depth decide what can be told apart. Enlarging by 2 halves the pixel, "
            "not the width of the beam. Two wires that the scan shows as one stay one, or become two by guess."
        ),
    ),
    (
        tr("It can invent and it can remove"),
        tr(
            "Edges may be sharper than the tissue's, speckle may be redrawn, small dark spots may fill up. Hold {flip} "
            "to see the reference in place, press {curtain} for the curtain and {difference} for the difference, "
            "before you believe a detail. After a run with maps press {overlay_inferred} for what is inferred, "
            "{overlay_uncertainty} for how sure it is, {overlay_residual} for what is left unexplained."
        ),
    ),
    (
        tr("What the scores mean"),
        tr(
            "PSNR and SSIM say how near the result is to the scan before it was shrunk, LPIPS how near it looks. They "
            "need “Shrink and compare”; for a scan enlarged as it is there is no truth, and no score."
        ),
    ),
    (interpreted(RESEARCH_USE), tr("Measure and report on the original scan.")),
)


class KeyLabel(Paragraph):
    """The keys of an action, also when they change while the page is open."""

    def __init__(self, actions: Actions, name: str) -> None:
        super().__init__()
        self._actions, self._name = actions, name
        self.setWordWrap(True)
        actions.keys_changed.connect(self._follow)
        self._follow(name)

    @Slot(str)
    def _follow(self, name: str) -> None:
        if name == self._name:
            self.setText(tr(" or ").join(self._actions.spelled(name)) or tr("no key"))


def keyboard_sheet(parent: QWidget, actions: Actions) -> QDialog:
    """Every key and gesture, from the table of actions."""
    parts = []
    for menu in MENUS:
        mine = [wish for wish in WISHES if wish.menu.partition("/")[0] == menu]
        parts.append(_table(in_words(menu), [(wish.text, KeyLabel(actions, wish.id)) for wish in mine]))
    parts.append(_table(tr("Mouse and more"), [(what, how) for how, what in GESTURES]))
    return _page(parent, tr("Keyboard and mouse"), *parts)


def limits_page(parent: QWidget, actions: Actions) -> QDialog:
    """What the program can and cannot show; the keys it names are those of the day."""
    keys = {wish.id: tr(" or ").join(actions.spelled(wish.id)) or f"“{wish.text}”" for wish in WISHES}
    return _page(
        parent,
        tr("What it can and cannot show"),
        *(
            section(label(title, "title", wraps=True), label(words.format_map(keys), "dim", wraps=True))
            for title, words in LIMITS
        ),
    )


def about_page(parent: QWidget, facts: dict[str, str]) -> QDialog:
    """Version and diagnostics; ``facts`` are those that only the window knows."""
    known = {
        tr("Version"): __version__,
        "Python": platform.python_version(),
        "Qt": PySide6.__version__,
        tr("System"): platform.platform(terse=True),
        **facts,
    }
    words = tr(
        "Ultrasound Self-supervised Super-Resolution: learns from one scan, enlarges it, and shows what was gained."
    )
    licences = Button(tr("Licences…"))
    licences.setToolTip(tr("The terms of everything that USSR rests on"))
    licences.clicked.connect(lambda: LicencesPage(parent).show())
    free = tr("Free software under the MIT licence, resting on the work of many others.")
    return _page(
        parent,
        tr("About USSR"),
        section(
            label("USSR", "h1"), label(words, "dim", wraps=True), label(interpreted(RESEARCH_USE), "strong", wraps=True)
        ),
        section(label(free, "dim", wraps=True), row(licences, None)),
        _table(tr("Diagnostics"), list(known.items())),
    )


def _table(title: str, rows: Sequence[tuple[str, str | QLabel]]) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for line, (name, value) in enumerate(rows):
        grid.addWidget(label(name, "dim"), line, 0, Qt.AlignmentFlag.AlignTop)
        shown = label(value, wraps=True) if isinstance(value, str) else value
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        grid.addWidget(shown, line, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    box = QVBoxLayout()
    box.addLayout(grid)
    return section(label(title, "title"), box)


def _page(parent: QWidget, title: str, *parts: QWidget) -> QDialog:
    page = QDialog(parent)
    page.setWindowTitle(title)
    page.setModal(False)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    close = Button(tr("Close"))
    close.clicked.connect(page.close)
    foot = row(None, close)
    foot.setContentsMargins(12, 8, 12, 12)
    box = QVBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(panel(*parts), 1)
    box.addLayout(foot)
    page.resize(520, 620)
    page.show()
    return page
