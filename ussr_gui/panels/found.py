"""What was found about a scan: how it was made, its noise, the likely blurs, and what the picture leaves of it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ussr_engine.result import Evidence, Identification
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Field, column, label, row, section
from ussr_gui.records import Run
from ussr_gui.viewers.noise_law import NoisePlot, in_words

NO_MORE = tr(
    "The scan holds hardly more detail than interpolation shows: what the picture shows beyond it is next to nothing."
)


class Likely(QWidget):
    """One blur that the scan may have come through: its words, a bar, and its probability."""

    def __init__(self, words: str, chance: float) -> None:
        super().__init__()
        percent = round(100 * chance)
        bar = QProgressBar()
        bar.setRange(0, 100)
        bar.setValue(percent)
        bar.setTextVisible(False)
        bar.setFixedHeight(theme.pixels(6))
        bar.setAccessibleName(f"{words}: {percent} %")
        figure = label(f"{percent} %", "strong")
        name = label(words[:1].upper() + words[1:], "small", wraps=True)
        box = row(name, figure)
        box.setStretch(0, 1)
        whole = column(gap=2)
        whole.addLayout(box)
        whole.addWidget(bar)
        self.setLayout(whole)


class FoundPanel(QWidget):
    """Follows one run; hidden where its method finds nothing out."""

    def __init__(self) -> None:
        super().__init__()
        self.no_more = label(NO_MORE, "warn", wraps=True)
        self.words = label(wraps=True)
        self.plot = NoisePlot()
        self._law = label(role="faint")
        self._law.setWordWrap(True)
        self._noise = column(
            label(tr("Noise: points as measured, line as fitted"), "small", wraps=True), self.plot, self._law, gap=4
        )
        self._blurs = label(tr("Likely blur of the scan"), "small", wraps=True)
        self._likely = QVBoxLayout()
        self._likely.setSpacing(6)
        self.gain, self.unexplained, self.correlation = (label(wraps=True) for _ in range(3))
        self._figures = QWidget()
        self._figures.setLayout(
            column(
                Field(
                    tr("Gain to expect"),
                    self.gain,
                    tr("Over interpolation, on copies of the scan whose truth is known"),
                ),
                Field(
                    tr("Unexplained"), self.unexplained, tr("Of the scan, unexplained by the picture; 1 is noise alone")
                ),
                Field(
                    tr("Correlation"), self.correlation, tr("Of neighbours in what is unexplained; 0 is white noise")
                ),
            )
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        parts = (label(tr("What was found"), "title"), self.no_more, self.words, self._noise, self._blurs, self._likely)
        box.addWidget(section(*parts, self._figures))
        self._shown: Identification | None = None
        self.show_run(None)

    def show_run(self, run: Run | None) -> None:
        """Show what is known of a run so far."""
        found = run.identification if run else None
        evidence = run.result.evidence if run and run.result else None
        self.setVisible(found is not None)
        self.no_more.setVisible(evidence is not None and not evidence.shows_more)
        self._figures.setVisible(evidence is not None)
        if found is not None and found is not self._shown:
            self._show(found)
        if evidence is not None:
            self._show_figures(evidence)

    def _show(self, found: Identification) -> None:
        self._shown = found
        self.words.setText(interpreted(found.words))
        self.plot.show_law(found)
        self._law.setText(in_words(found))
        while (item := self._likely.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for _, words, chance in found.candidates:
            self._likely.addWidget(Likely(interpreted(words), chance))

    def _show_figures(self, evidence: Evidence) -> None:
        self.gain.setText(f"{evidence.gain_db:.1f} dB".replace("-", "−"))
        self.unexplained.setText(tr("{chi_square:.2f} × noise").format(chi_square=evidence.chi_square))
        self.correlation.setText(f"{evidence.correlation:.2f}".replace("-", "−"))
