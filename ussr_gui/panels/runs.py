"""The list of runs of this sitting."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.rows import Row, RowList
from ussr_gui.panels.scans import heading
from ussr_gui.records import Outcome, Run

ICONS = {
    Outcome.RUNNING: ("play", "accent"),
    Outcome.FINISHED: ("check", "ok"),
    Outcome.CANCELLED: ("pause", "faint"),
    Outcome.FAILED: ("circle-alert", "error"),
}


class RunsPanel(QWidget):
    """Runs, each with where it stands and its PSNR when there is a truth."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.list = RowList(tr("Runs"))
        self.list.chosen.connect(self.chosen)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(heading(tr("Runs")))
        box.addWidget(self.list)

    @Slot(object)
    def show_run(self, run: Run) -> None:
        self.list.put(run, _row(run))

    @Slot(object)
    def choose(self, run: Run | None) -> None:
        self.list.mark_chosen(run)


def _row(run: Run) -> Row:
    picture, role = ICONS[run.outcome]
    words = tr(run.outcome.value)
    if run.result is not None:
        words = tr("finished · {time}").format(time=duration_in_words(run.result.seconds))
    elif run.can_resume:
        words = tr("{words} · can resume").format(words=words)
    elif run.outcome is Outcome.RUNNING and run.measured:
        words = tr("step {step}").format(step=run.measured[-1].step)
    scores = run.scores
    figure = f"{scores.psnr:.2f}" if scores is not None and math.isfinite(scores.psnr) else ""
    return Row(run.label, words, icon=picture, icon_role=role, figure=figure, unit="dB" if figure else "")
