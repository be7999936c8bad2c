"""Makes the files of a report in a thread, while the window goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from ussr_gui.language import tr
from ussr_gui.measuring.files import write
from ussr_gui.report import html, pdf
from ussr_gui.report.checking import wrong_with_html, wrong_with_pdf
from ussr_gui.report.content import Material, document
from ussr_gui.report.document import Document, Plates

LAST_STEPS = (tr("the PDF"), tr("the HTML page"), tr("reading both again"))


@dataclass(frozen=True)
class Made:
    """What was written."""

    pdf: str
    html: str
    pages: int


class Maker(QObject):
    """One report at a time.

    Signals
    -------
    progressed : str, int, int
        What is made next, how many parts are done, and how many there are.
    made : Made
    failed : str
        Why there is no report, in a sentence.
    """

    progressed = Signal(str, int, int)
    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def make(self, material: Material, path: Path) -> None:
        """Write ``path`` with the endings .pdf and .html."""

        def work() -> None:
            try:
                told = self._work(material, path)
            except Exception as error:  # told in the window; the thread has nobody to tell it to
                self.failed.emit(
                    tr("The report could not be made ({kind}: {error}).").format(kind=type(error).__name__, error=error)
                )
                return
            if isinstance(told, Made):
                self.made.emit(told)
            else:
                self.failed.emit(told)

        self._pool.start(work)

    def close(self) -> None:
        """Wait for the report that is being made."""
        self._pool.waitForDone()

    def _work(self, material: Material, path: Path) -> Made | str:
        """The report, or why there is none."""
        made: Document | None = None
        parts = len(material.runs) + 3 + len(LAST_STEPS)
        done = 0
        for name, made in document(material):
            if made is None:
                self.progressed.emit(name, done, parts)
                done += 1
        assert made is not None
        self.progressed.emit(LAST_STEPS[0], done, parts)
        drawn, pages = pdf.written(made, material.family)
        self.progressed.emit(LAST_STEPS[1], done + 1, parts)
        page = html.page(made).encode()
        files = {path.with_suffix(".pdf"): drawn, path.with_suffix(".html"): page}
        for target, content in files.items():
            if wrong := write(str(target), content):
                return wrong
        self.progressed.emit(LAST_STEPS[2], done + 2, parts)
        pictures = sum(len(block.plates) for block in made.blocks if isinstance(block, Plates))
        wrong = wrong_with_pdf(path.with_suffix(".pdf").read_bytes(), pages)
        wrong = wrong or wrong_with_html(path.with_suffix(".html").read_bytes(), pictures, made.use)
        if wrong:
            return tr("The report was written, but read again {wrong}. Write it once more, in another folder.").format(
                wrong=wrong
            )
        return Made(str(path.with_suffix(".pdf")), str(path.with_suffix(".html")), pages)
