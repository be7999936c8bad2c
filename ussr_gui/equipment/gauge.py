"""The memory that the run would take, beside what is free, shown before Start is pressed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ussr_engine.machine import Weighed
from ussr_gui import theme
from ussr_gui.equipment.sentences import amount
from ussr_gui.language import tr
from ussr_gui.panels.parts import column, label, row

FULL = 1000
TOO_MUCH = 0.9
"""Share of the free memory beyond which the person is warned: the estimate may be off."""


class MemoryGauge(QWidget):
    """One line with a bar; a sentence below it where the memory does not suffice."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label(role="small")
        self.bar = QProgressBar()
        self.bar.setRange(0, FULL)
        self.bar.setTextVisible(False)
        self.bar.setProperty("kind", "memory")
        self.bar.setAccessibleName(tr("Memory that the run would take"))
        self.bar.setMinimumWidth(theme.pixels(16))
        self.bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.warning = label(role="warn", wraps=True)
        box = column(gap=4)
        line = row(self.words, self.bar)
        line.setStretch(1, 1)
        box.addLayout(line)
        box.addWidget(self.warning)
        self.setLayout(box)
        self.show_weight(None)

    @Slot(object)
    def show_weight(self, weighed: Weighed | None) -> None:
        """The answer of the engine; None while there is nothing to weigh."""
        self.setVisible(weighed is not None and weighed.needed > 0)
        if weighed is None or weighed.needed <= 0:
            return
        needed, free = amount(weighed.needed), weighed.free
        if free is None:
            self.words.setText(tr("Memory: {needed}").format(needed=needed))
            self.bar.hide()
            self.warning.hide()
            return
        words = tr("Memory: {needed} of {free} free").format(needed=needed, free=amount(free))
        self.words.setText(words)
        self.words.setToolTip(tr("Estimated for this method, scale and scan; the truth lies within a factor of two"))
        share = weighed.needed / max(free, 1)
        self.bar.show()
        self.bar.setValue(round(FULL * min(1.0, share)))
        self.bar.setAccessibleDescription(words)
        self.warning.setVisible(share > TOO_MUCH)
        self.warning.setText(
            tr(
                "This run would take about {needed}, and {free} are free. Choose a smaller scale or another method, "
                "crop the scan, or close other programs."
            ).format(needed=needed, free=amount(free))
        )
