"""Trust and protection: the dial, whole or by bands, and the list of what stays plain interpolation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from ussr_engine.result import Trust
from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.measuring.table import Cell, FigureTable, swatch
from ussr_gui.panels.parts import label, panel, row, section
from ussr_gui.panels.segments import Segments

NO_RUN = tr("Run a method first: the dial mixes its picture with interpolation.")
WHOLE, BANDS = "whole", "bands"
ROWS = 12
TOOLS = ("find_protected", "protect_rectangle", "protect_ellipse", "protect_polygon", "protect_surround")
KEPT = ("unprotect", "protected")


class Dial(QWidget):
    """One share, 0 to 100 %."""

    turned = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(100)
        self.slider.setMinimumWidth(64)
        self.slider.setAccessibleName(tr("{name}, in percent").format(name=name))
        self.slider.setToolTip(tip)
        self._name, self._value = label(name), label("100 %")
        self._name.setToolTip(tip)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._box: QHBoxLayout = row(self._name, self.slider, self._value)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)
        self.slider.valueChanged.connect(self._turn)
        theme.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def share(self) -> float:
        return self.slider.value() / 100

    @property
    def words(self) -> str:
        return self._value.text()

    def show_share(self, share: float) -> None:
        """Without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(100 * share))
        self.slider.blockSignals(False)
        self._value.setText(f"{self.slider.value()} %")

    @Slot(int)
    def _turn(self, percent: int) -> None:
        self._value.setText(f"{percent} %")
        self.turned.emit()

    @Slot()
    def _take_look(self) -> None:
        self.slider.setMinimumHeight(theme.pixels(18))
        self._box.setContentsMargins(0, 0, max(0, theme.pixels(10) - 10), 0)  # beside the panel's scroll bar
        for part, words in ((self._name, tr("Middle")), (self._value, "100 %")):
            part.setMinimumWidth(theme.pixels(4) + part.fontMetrics().horizontalAdvance(words))


class TrustPanel(QWidget):
    """The dial of the run that is shown, and the regions of its scan.

    Signals
    -------
    trusted : Trust
        The person turned a dial.
    """

    trusted = Signal(object)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.mode = Segments(tr("Trust"), [(tr("Whole"), WHOLE), (tr("By bands"), BANDS)])
        self.whole = Dial(tr("Trust"), tr("0 % is bicubic interpolation, 100 % the method's own picture"))
        self.fine = Dial(tr("Fine"), tr("Detail finer than the scan's own pixels: all of it is inferred"))
        self.middle = Dial(tr("Middle"), tr("Detail of one to two pixels of the scan"))
        self.coarse = Dial(tr("Coarse"), tr("Brightness and contrast of everything larger"))
        self._why_not = label(NO_RUN, "faint", wraps=True)
        self._what = label(role="faint", wraps=True)
        actions["full_trust"].setIconText(" " + tr("Full trust"))  # a space sets the words off from the icon
        self._reset = _button(actions["full_trust"])
        self._reset.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.regions = FigureTable(tr("Protected regions"))
        self._said = label(role="small", wraps=True)
        self._of = label(role="title", wraps=True)
        tools = row(
            *(_button(actions[name]) for name in TOOLS), None, *(_button(actions[name]) for name in KEPT), gap=2
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            panel(
                section(
                    self._of, self.mode, self.whole, self.fine, self.middle, self.coarse, self._what, self._why_not,
                    row(None, self._reset),
                ),
                section(label(tr("Protected: plain interpolation"), "title"), tools, self._said, self.regions),
            )
        )  # fmt: skip
        self.mode.chosen.connect(self._change_mode)
        for dial in (self.whole, self.fine, self.middle, self.coarse):
            dial.turned.connect(self._turn)
        theme.look.changed.connect(self._take_look)
        self.show_trust(None)

    @property
    def trust(self) -> Trust:
        """As the dials stand."""
        if self.mode.value == WHOLE:
            return Trust.whole(self.whole.share)
        return Trust(self.coarse.share, self.middle.share, self.fine.share)

    @property
    def said(self) -> str:
        """What is said of the regions."""
        return self._said.text()

    def show_trust(self, trust: Trust | None, of: str = "") -> None:
        """Set the dials to the trust ``of`` a run without telling anybody; None where there is no result to trust."""
        self._of.setText(tr("How far to trust {of}").format(of=of) if of else tr("How far to trust the method"))
        for part in (self.mode, self.whole, self.fine, self.middle, self.coarse):
            part.setEnabled(trust is not None)
        self._why_not.setVisible(trust is None)
        if trust is not None and trust != self.trust:
            if not trust.is_whole:
                self.mode.choose(BANDS)
            self._set(trust)
        self._show_mode()

    def _set(self, trust: Trust) -> None:
        self.whole.show_share(sum(trust.shares) / 3)
        for dial, share in zip((self.coarse, self.middle, self.fine), trust.shares, strict=True):
            dial.show_share(share)

    def show_regions(self, rows: Sequence[tuple[int, str, str]], chosen: int | None, said: str) -> None:
        """List what is protected by number, name and size, and say how much of the scan it is."""
        mark = swatch(QColor(theme.current().protect))
        self.regions.head((tr("Region"), tr("Pixels")), ("", tr("Width × height in pixels of the scan")))
        self.regions.fill([(number, mark, (Cell(name), Cell(size))) for number, name, size in rows], chosen)
        self.regions.setVisible(bool(rows))
        self._fit(len(rows))
        self._said.setText(said)

    def _fit(self, count: int) -> None:
        """As high as its rows, up to a dozen; the panel scrolls where that is too much."""
        table = self.regions
        line = table.verticalHeader().defaultSectionSize()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + min(count, ROWS) * line + 4)

    @Slot(object)
    def _change_mode(self, mode: str) -> None:
        if mode == BANDS:
            self._set(Trust.whole(self.whole.share))
        else:
            self.whole.show_share(sum(dial.share for dial in (self.coarse, self.middle, self.fine)) / 3)
        self._show_mode()
        self.trusted.emit(self.trust)

    def _show_mode(self) -> None:
        whole = self.mode.value == WHOLE
        self.whole.setVisible(whole)
        for dial in (self.fine, self.middle, self.coarse):
            dial.setVisible(not whole)
        self._what.setText(
            tr("0 % is bicubic, 100 % the method's own picture. The value is written into every export.")
            if whole
            else tr(
                "Fine is detail that the scan's pixels cannot hold, all of it inferred; the other two the scan shows. "
                "The values are written into every export."
            )
        )

    @Slot()
    def _turn(self) -> None:
        self.trusted.emit(self.trust)

    @Slot()
    def _take_look(self) -> None:
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))


def _button(action: QAction) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(theme.pixels(18), theme.pixels(18)))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.text())
    return made
