"""A report's way through the real window with the real engine: runs, a measurement, one click, two files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ussr_engine import RESEARCH_USE
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.shapes import Kind
from ussr_gui.records import PHANTOM
from ussr_gui.report.checking import wrong_with_html, wrong_with_pdf

PATIENCE = 60_000
SMALL_ZSSR = {"schedule.steps": 40, "patches.crop": 32, "backbone.features": 16}


def run(qtbot, window: MainWindow, method: str, knobs: dict[str, object]) -> None:
    window.method.choose(method, 2, "challenge", knobs)
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=PATIENCE)


def test_one_click_makes_a_pdf_and_a_page_of_the_scan_its_runs_and_measurements(qtbot, window, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    run(qtbot, window, "zssr", SMALL_ZSSR)
    run(qtbot, window, "simreg", {"recipe.maps": True})
    window.measuring.measurements.add(Kind.CALIPER, ((100.0, 100.0), (200.0, 100.0)))
    window.settings.folder = str(tmp_path)
    window.actions_["report"].trigger()
    with qtbot.waitSignal(window.reporting.maker.made, timeout=PATIENCE) as told:
        qtbot.mouseClick(window.reporting.dialog.make, Qt.MouseButton.LeftButton)
    made = told.args[0]
    assert (made.pdf, made.html) == (str(tmp_path / "report.pdf"), str(tmp_path / "report.html"))
    assert "Report written and read back" in window.status.words

    page = Path(made.html).read_bytes()
    pictures = 1 + 4 + 3 + 3 + 1  # the scan, crops, differences, maps, where it was measured
    assert wrong_with_html(page, pictures, RESEARCH_USE) == ""
    text = page.decode()
    assert text.count("<svg") == 1
    words = re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL))
    psnr = {one.label: one.result.scores.psnr for one in window.session.runs}
    for label, value in psnr.items():
        assert re.search(rf"{re.escape(label)} {value:.2f} \+\d\.\d\d", words), label
    assert "schedule steps 40" in words
    assert "Length 9.5 mm" in words

    content = Path(made.pdf).read_bytes()
    assert wrong_with_pdf(content, made.pages) == ""
    assert made.pages >= 4
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF")
    sheets = [sheet.get_textpage().get_text_range() for sheet in pdfium.PdfDocument(content)]
    assert len(sheets) == made.pages
    assert all(RESEARCH_USE in sheet for sheet in sheets)
    every = re.sub(r"\s+", " ", " ".join(sheets))
    for told_too in (f"{psnr['SimReg ×2']:.2f}", "What was found of the scan", "How far to trust it", "Length 9.5 mm"):
        assert told_too in every
