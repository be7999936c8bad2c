"""What a run gave: its scores beside bicubic's, its cost, and what the person should know of it."""

from __future__ import annotations

import math
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ussr_engine.result import Result, Scores
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.found import FoundPanel
from ussr_gui.panels.parts import Button, Field, column, label, panel, section
from ussr_gui.panels.truth import TruthSection
from ussr_gui.records import Outcome, Run
from ussr_gui.theme import mark
from ussr_gui.words import first_sentence, from_home

OFF_SCAN = tr(
    "How far the picture, shrunk again, is from the scan (RMS in grey levels). It needs no truth, and it says little "
    "of quality: whoever keeps the scan's noise is close, and invented detail may cost nothing."
)
NOTHING = tr("Nothing has been run on this scan yet.")


class Figure(QWidget):
    """One score: its name, the figure with its unit, and the gain on bicubic."""

    def __init__(self, name: str, unit: str, digits: int, lower_is_better: bool = False) -> None:
        super().__init__()
        self._unit, self._digits, self._lower = unit, digits, lower_is_better
        self.value, self.gain = label(role="figure"), label(role="ok", wraps=True)
        self.setLayout(column(label(name, "small"), self.value, self.gain, gap=2))

    def show_score(self, score: float | None, bicubic: float | None, why_not: str = "") -> None:
        if score is None:
            self.value.setText("–")
            self.gain.setText(tr("not measured"))
            self.setToolTip(f"<qt>{escape(why_not)}</qt>")
            mark(self.gain, role="faint")
            return
        self.setToolTip("")
        unit = f" {self._unit}" if self._unit else ""
        self.value.setText(tr("identical") if math.isinf(score) else f"{score:.{self._digits}f}{unit}")
        if bicubic is None or not math.isfinite(score - bicubic):
            self.gain.clear()
            return
        gain = round(score - bicubic, self._digits)
        sign = "+" if gain > 0 else "−" if gain < 0 else "±"
        self.gain.setText(
            tr("{sign}{gain:.{digits}f} on bicubic").format(sign=sign, gain=abs(gain), digits=self._digits)
        )
        mark(self.gain, role="faint" if gain == 0 else "ok" if (gain < 0) == self._lower else "warn")


class ResultPanel(QWidget):
    """Shows one run, also while it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label(NOTHING, "h2", wraps=True)
        self._about = label(role="small", wraps=True)
        self.stale = label(role="warn", wraps=True)
        self.psnr, self.ssim = Figure("PSNR", "dB", 2), Figure("SSIM", "", 4)
        self.lpips = Figure("LPIPS", "", 4, lower_is_better=True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for index, figure in enumerate((self.psnr, self.ssim, self.lpips)):
            grid.addWidget(figure, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(index % 2, 1)
        figures = QVBoxLayout()
        figures.addLayout(grid)
        self._against = label(tr("Against the truth"), "title")
        self._why_not = label(role="faint", wraps=True)
        self._scores = section(self._against, figures, self._why_not)
        self._seconds, self._cpu, self._device, self._seed, self._checkpoint = (label(wraps=True) for _ in range(5))
        self.distance = label(wraps=True)
        self._cost = section(
            label(tr("How it was made"), "title"),
            Field(tr("Time"), self._seconds, tr("Of the method's work; loading and saving excluded")),
            Field(tr("Processor time"), self._cpu, tr("Over all cores")),
            Field(tr("Device"), self._device),
            Field(tr("Distance from scan"), self.distance, f"<qt>{escape(OFF_SCAN)}</qt>"),
            Field(tr("Seed"), self._seed),
            Field(tr("Checkpoint"), self._checkpoint, tr("From here the run can be resumed, bit for bit")),
        )
        self.truth = TruthSection()
        self.found = FoundPanel()
        self._notes = label(wraps=True)
        self._noted = section(label(tr("Notes"), "title"), self._notes)
        self.save = Button(tr("Save picture…"), "image-down")
        self._keep = section(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        parts = (self._scores, self.truth, self.found, self._cost, self._noted, self._keep)
        box.addWidget(panel(section(self._title, self._about, self.stale), *parts))
        self.show_run(None)

    @Slot(object)
    def show_run(self, run: Run | None) -> None:
        result = run.result if run else None
        for part in (self._cost, self._keep):
            part.setVisible(result is not None)
        self._noted.setVisible(result is not None and bool(result.notes))
        self.truth.show_run(run)
        self.found.show_run(run)
        self.stale.setText(_made_otherwise(run))
        self.stale.setVisible(bool(self.stale.text()))
        if run is None:
            self._title.setText(NOTHING)
            self._about.setText(tr("Choose a method and press Start."))
            self._scores.hide()
            return
        self._title.setText(_headline(run))
        self._about.setText(run.label if run.failed is None else f"{run.failed.words} {run.failed.remedy}".strip())
        self._show_scores(run)
        if result is not None:
            self._show_cost(run, result)

    def _show_scores(self, run: Run) -> None:
        scores = run.scores
        self._scores.setVisible(scores is not None)
        if scores is None:
            return
        bicubic = run.prepared.bicubic_scores if run.prepared else None
        live = run.result is None
        self._against.setText(tr("Against the truth, so far") if live else tr("Against the truth"))
        self.psnr.show_score(scores.psnr, bicubic.psnr if bicubic else None)
        self.ssim.show_score(scores.ssim, bicubic.ssim if bicubic else None)
        self._why_not.setText(from_home(first_sentence(interpreted(scores.lpips_reason))))
        self._why_not.setToolTip(f"<qt>{escape(interpreted(scores.lpips_reason))}</qt>")
        self._why_not.setVisible(scores.lpips is None)
        self.lpips.show_score(scores.lpips, bicubic.lpips if bicubic else None, interpreted(scores.lpips_reason))

    def _show_cost(self, run: Run, result: Result) -> None:
        self._seconds.setText(duration_in_words(result.seconds))
        self._cpu.setText(duration_in_words(result.cpu_seconds))
        self._device.setText(interpreted(result.device))
        off = result.consistency
        self.distance.setText(tr("not measured") if off is None else tr("{off:.2f} grey levels").format(off=off))
        self._seed.setText(str(result.seed))
        self._checkpoint.setText(
            tr("step {checkpoint}").format(checkpoint=run.checkpoint) if run.checkpoint is not None else tr("none kept")
        )
        self._notes.setText("\n\n".join(map(interpreted, result.notes)))


def _headline(run: Run) -> str:
    if run.result is not None:
        return tr("Finished in {time}").format(time=duration_in_words(run.result.seconds))
    words = {
        Outcome.CANCELLED: tr("Cancelled; it can be resumed") if run.can_resume else tr("Cancelled"),
        Outcome.FAILED: tr("Stopped; it can be resumed") if run.can_resume else tr("Stopped"),
    }
    return words.get(run.outcome, tr("Running"))


def _made_otherwise(run: Run | None) -> str:
    """Where the choices of now would give another result: what this one was made with."""
    if run is None or not run.is_stale or run.wanted is None:
        return ""
    made = run.wanted
    return tr("Not what is chosen now: made with {settings}, {task_in_words}.").format(
        settings=made.variant or tr("the usual settings"), task_in_words=made.task_in_words
    )


def gain_in_words(scores: Scores | None, bicubic: Scores | None) -> str:
    """PSNR and its gain, for a line of text; empty without a truth."""
    if scores is None:
        return ""
    psnr = tr("identical") if math.isinf(scores.psnr) else f"{scores.psnr:.2f} dB"
    if bicubic is None or not math.isfinite(scores.psnr - bicubic.psnr):
        return psnr
    gain = scores.psnr - bicubic.psnr
    return tr("{psnr} ({sign}{gain:.2f} on bicubic)").format(psnr=psnr, sign="+" if gain >= 0 else "−", gain=abs(gain))
