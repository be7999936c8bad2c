"""The report: what it tells and what it keeps to itself, as PDF and as HTML, read again after it was written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSlider

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.result import History
from ussr_gui.measuring.shapes import Kind
from ussr_gui.report import curves, html, pdf
from ussr_gui.report.checking import wrong_with_html, wrong_with_pdf
from ussr_gui.report.document import Document, Facts, Heading, Paragraph, Plate, Plates, Table

PATIENCE = 20_000


@pytest.fixture
def ran(qtbot, opened):
    """A window in which two methods were run on the sample, one of them with maps and findings."""
    for method in ("plain", "honest"):
        opened.method.choose(method, 2, "challenge", {"recipe.steps": 3})
        with qtbot.waitSignal(opened.session.run_ended, timeout=PATIENCE):
            opened.actions_["start"].trigger()
    return opened


def make(qtbot, window, path: Path, named: bool = False) -> None:
    window.actions_["report"].trigger()
    dialog = window.reporting.dialog
    assert not dialog.named.isChecked()
    dialog.named.setChecked(named)
    dialog.path.setText(str(path))
    with qtbot.waitSignal(window.reporting.maker.made, timeout=PATIENCE):
        qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


def a_document(**changes: object) -> Document:
    picture = QImage(40, 30, QImage.Format.Format_Grayscale8)
    picture.fill(90)
    blocks = (
        Heading("Part & parcel"),
        Facts((("Name", "a <value>"), ("Other", "2")), 2),
        Table(("Picture", "PSNR"), tuple((f"row {i}", f"{i}.25") for i in range(90))),
        Plates(tuple(Plate(f"picture {i}", picture) for i in range(5)), 3),
        Paragraph("The last words."),
    )
    return replace(Document("A title", "a subject", f"{RESEARCH_USE}.", blocks), **changes)


def test_a_report_waits_for_a_result_and_says_so(opened):
    assert not opened.actions_["report"].isEnabled()
    assert "Run a method on this scan first" in opened.actions_["report"].toolTip()


def test_the_page_tells_facts_scores_curves_findings_and_plans_and_loads_nothing(qtbot, ran, tmp_path: Path):
    make(qtbot, ran, tmp_path / "out")
    page = (tmp_path / "out.html").read_text("utf-8")
    words = words_of(page)
    for told in (
        "Report of a scan", "60 × 40 px", "0.2 × 0.1 mm", "Against the truth", "Bicubic ×2", "Plain ×2", "Honest ×2",
        "32.50", "+2.50", "0.9500", "Without the truth", "−0.02", "1.04", "What differs from the truth",
        "Honest ×2 − Truth", "Seed 0", "CPU, 1 thread", f"USSR {__version__}", "1.5 s",
        "Multiplicative noise of about 10%", "Blur: blur of about 0.6 px 80 %", "Uncertainty", "Half-width of the 90 %",
        "Marked: the part in which interpolation shows most detail", f"{RESEARCH_USE}.",
    ):  # fmt: skip
        assert told in words, told
    assert not re.findall(r"(?:src|href)=\"(?!data:)", page)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in page


def test_nothing_of_the_file_is_told_unless_it_is_ticked(qtbot, ran, tmp_path: Path):
    make(qtbot, ran, tmp_path / "quiet")
    make(qtbot, ran, tmp_path / "named", named=True)
    assert "ramp" not in (tmp_path / "quiet.html").read_text("utf-8")
    assert b"ramp" not in (tmp_path / "quiet.pdf").read_bytes()
    assert "ramp" in (tmp_path / "named.html").read_text("utf-8")


def test_a_path_among_the_knobs_is_not_told(qtbot, ran, tmp_path: Path):
    run = ran.session.runs[0]
    plan = {"method": "plain", "recipe": {"model": "/patients/Doe John/net.safetensors", "steps": 3, "flips": True}}
    run.result = replace(run.result, plan=plan)
    make(qtbot, ran, tmp_path / "out")
    words = words_of((tmp_path / "out.html").read_text("utf-8"))
    assert "Doe" not in words
    assert "recipe model a file" in words
    assert "recipe steps 3" in words
    assert "recipe flips on" in words


def test_measurements_stand_in_the_report_for_every_picture(qtbot, ran, tmp_path: Path):
    ran.measuring.measurements.add(Kind.CALIPER, ((10.0, 10.0), (40.0, 10.0)))
    make(qtbot, ran, tmp_path / "out")
    words = words_of((tmp_path / "out.html").read_text("utf-8"))
    assert "Distance 1 Length 6 mm (the whole picture)" in words
    assert "Picture FWHM mm 10–90 % mm Mean Min Max Bicubic ×2" in words
    assert "Where it was measured" in words


def test_a_picture_at_half_trust_stands_in_the_report_as_it_is_seen_and_says_so(qtbot, ran, tmp_path: Path):
    blending, shown = ran.trusting.blending, ran.session.shown
    ran.actions_["trust_panel"].setChecked(True)
    slider = next(one for one in ran.trusting.panel.findChildren(QSlider) if one.isVisible())
    slider.setValue(50)
    qtbot.waitUntil(lambda: shown.mixed is not None and not blending.is_busy, timeout=PATIENCE)
    make(qtbot, ran, tmp_path / "out")
    assert "Honest ×2 · trust 50 %" in words_of((tmp_path / "out.html").read_text("utf-8"))


def test_the_crop_can_be_what_the_panes_show(qtbot, ran, tmp_path: Path):
    ran.pictures.compare.zoom_by(4)
    ran.actions_["report"].trigger()
    qtbot.mouseClick(ran.reporting.dialog.crop.part(True), Qt.MouseButton.LeftButton)
    ran.reporting.dialog.path.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(ran.reporting.maker.made, timeout=PATIENCE):
        qtbot.mouseClick(ran.reporting.dialog.make, Qt.MouseButton.LeftButton)
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "Marked: the part that stood in the panes." in page
    seen, (top, left, height, width) = ran.pictures.compare.view_rect(), frame_of(page)
    assert (top, left) == pytest.approx((seen.top() / 4.0, seen.left() / 12.0), abs=0.01)
    assert (height, width) == pytest.approx((seen.height() / 4.0, seen.width() / 12.0), abs=0.01)


def test_progress_stands_in_the_status_row_and_the_end_is_told(qtbot, ran, tmp_path: Path):
    told = []
    ran.reporting.maker.progressed.connect(lambda *_: told.append(ran.status.words))
    make(qtbot, ran, tmp_path / "out")
    assert told[0].endswith("Report: 0 %, facts")
    assert any("Honest ×2" in words for words in told)
    assert any("the PDF" in words for words in told)
    assert "Report written and read back" in ran.status.words
    assert "out.html" in ran.reporting.dialog.message.text()


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(qtbot, ran, tmp_path: Path):
    ran.actions_["report"].trigger()
    ran.reporting.dialog.path.setText(str(tmp_path / "nowhere" / "out"))
    with qtbot.waitSignal(ran.reporting.maker.failed, timeout=PATIENCE):
        qtbot.mouseClick(ran.reporting.dialog.make, Qt.MouseButton.LeftButton)
    assert "cannot be written" in ran.reporting.dialog.message.text()
    assert ran.reporting.dialog.make.isEnabled()
    assert list(tmp_path.glob("**/out*")) == []


def test_a_report_of_an_earlier_day_is_not_written_over_unasked(ran, tmp_path: Path):
    (tmp_path / "report.html").write_text("mine")
    ran.settings.folder = str(tmp_path)
    ran.actions_["report"].trigger()
    assert ran.reporting.dialog.path.text() == str(tmp_path / "report-2")


def test_every_page_of_the_pdf_has_its_number_the_sentence_and_no_word_beyond_its_margins(qapp):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF")
    content, count = pdf.written(a_document(), qapp.font().family())
    document = pdfium.PdfDocument(content)
    assert len(document) == count >= 3
    pages = [page.get_textpage().get_text_range() for page in document]
    for number, (page, words) in enumerate(zip(document, pages, strict=True), 1):
        assert f"Page {number} of {count}" in words
        assert RESEARCH_USE in words
        text, (width, height) = page.get_textpage(), page.get_size()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        boxes = [box for box in boxes if box[2] > box[0]]  # ends of lines have no size
        assert min(box[0] for box in boxes) > 45
        assert max(box[2] for box in boxes) < width - 45
        assert min(box[1] for box in boxes) > 25
        assert max(box[3] for box in boxes) < height - 25
    assert sum(words.count("PSNR") for words in pages) == sum("row " in words for words in pages) > 1
    assert all(f"row {i}" in " ".join(pages) for i in range(90))
    assert "a <value>" in pages[0]
    assert "Part & parcel" in pages[0]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page(qapp):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF")
    for filler in range(30, 60):
        blocks = (
            *(Paragraph(f"filler {i}") for i in range(filler)),
            Heading("Lonely"),
            Heading("Below", 2),
            Paragraph("The first words of the part."),
        )
        content, _ = pdf.written(a_document(blocks=blocks), qapp.font().family())
        pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(content)]
        (holding,) = [words for words in pages if "Lonely" in words]
        assert "The first words of the part." in holding


def test_a_damaged_pdf_is_noticed(qapp):
    content, count = pdf.written(a_document(), qapp.font().family())
    assert wrong_with_pdf(content, count) == ""
    assert wrong_with_pdf(content[:-200], count) == "it is cut short"
    assert "pages instead of" in wrong_with_pdf(content, count + 1)
    assert "not where its" in wrong_with_pdf(content[:1000] + content[1001:], count)


def test_a_page_that_is_cut_or_would_load_something_is_noticed():
    page = html.page(a_document()).encode()
    assert wrong_with_html(page, 5, RESEARCH_USE) == ""
    assert wrong_with_html(page[:-20], 5, RESEARCH_USE) == "it is cut short"
    assert "pictures" in wrong_with_html(page, 6, RESEARCH_USE)
    assert "load" in wrong_with_html(page.replace(b"<main>", b'<main><img src="http://a.b/c.png">'), 5, RESEARCH_USE)
    assert "load" in wrong_with_html(page.replace(b"* {", b"@import 'a.css'; * {"), 5, RESEARCH_USE)
    assert "sentence" in wrong_with_html(page.replace(RESEARCH_USE.encode(), b"-"), 5, RESEARCH_USE)


def test_words_are_never_taken_for_markup():
    page = html.page(a_document(title="<script>alert(1)</script>"))
    assert "<script" not in page
    assert "a &lt;value&gt;" in page


def test_the_loss_is_drawn_where_it_is_and_the_best_step_is_marked():
    history = History({"train": tuple((step, 1 / step) for step in range(1, 2001))}, (), 500)
    made = curves.chart(history, "DejaVu Sans")
    assert "best, step 500" in made.svg
    points = [tuple(map(float, one.split(","))) for one in re.search(r'points="([^"]+)"', made.svg)[1].split()]
    assert len(points) <= curves.MOST + 2
    first, last = points[0], points[-1]
    assert first[0] < last[0]
    assert first[1] < last[1]

    # on a logarithmic axis the curve 1/x falls as fast from 10 to 100 as from 100 to 1000
    def height(step: int) -> float:
        across = curves.LEFT + (step - 1) / 1999 * (curves.WIDTH - curves.LEFT - curves.RIGHT)
        return float(np.interp(across, [x for x, _ in points], [y for _, y in points]))

    assert height(1000) - height(100) == pytest.approx(height(100) - height(10), rel=0.05)
    image = QImage(made.width, made.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(made.svg.encode()).render(painter, QRectF(image.rect()))
    painter.end()
    assert image.pixelColor(round(last[0]) - 2, round(last[1])).name() != "#ffffff"


def test_a_run_without_a_curve_has_no_chart():
    assert curves.chart(History(), "DejaVu Sans") is None
    assert curves.chart(History({"train": ((1, 0.5),)}), "DejaVu Sans") is None


def frame_of(page: str) -> tuple[float, float, float, float]:
    """The part that is marked on the scan."""
    found = re.search(r'<i style="top:([\d.]+)%;left:([\d.]+)%;height:([\d.]+)%;width:([\d.]+)%"', page)
    return tuple(float(part) / 100 for part in found.groups())
