"""Figures for every output, units, plots and files: read where a person reads them."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from measuring_hands import cells, draw, figure, open_picture
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog
from scipy.stats import norm

from ussr_engine.events import Prepared
from ussr_engine.result import History, Result
from ussr_engine.scan import Region, Scan, Spacing
from ussr_gui.measuring.figures import extent_of, figures_of
from ussr_gui.measuring.frame import frame_of, sheets_of
from ussr_gui.measuring.pages import Chart, Page
from ussr_gui.measuring.shapes import Kind, Shape
from ussr_gui.outputs import of_run, of_scan
from ussr_gui.records import Run, ScanFile


def wait_for_outputs(qtbot, window, title: str) -> None:
    titles = lambda: window.measuring.panel.outputs.lines()[0]  # noqa: E731
    qtbot.waitUntil(lambda: title in titles() and window.measuring.panel.outputs.rowCount() > 0, timeout=5000)


@pytest.fixture
def line(qtbot, window, tmp_path):
    """A picture of a bright line down the middle, Gaussian with a standard deviation of 0.6 mm."""
    x = (np.arange(240) + 0.5) * 0.1 - 12
    image = np.tile(0.1 + 0.8 * np.exp(-(x**2) / (2 * 0.6**2)), (160, 1))
    open_picture(qtbot, window, tmp_path, image, (0.1, 0.1))
    return window


def test_the_width_of_a_line_of_known_width_is_in_the_table(qtbot, line):
    draw(qtbot, line, "caliper", (40, 80), (200, 80))
    wait_for_outputs(qtbot, line, "FWHM mm")
    assert figure(line, "FWHM mm") == pytest.approx(2.3548 * 0.6, rel=0.02)
    assert figure(line, "Max") == pytest.approx(0.9 * 255, abs=1)


def test_the_width_of_an_edge_of_known_blur_is_in_the_table(qtbot, window, tmp_path):
    x = (np.arange(240) + 0.5) * 0.1 - 12
    open_picture(qtbot, window, tmp_path, np.tile(0.2 + 0.6 * norm.cdf(x / 0.5), (160, 1)), (0.1, 0.1))
    draw(qtbot, window, "caliper", (40, 80), (200, 80))
    wait_for_outputs(qtbot, window, "10–90 % mm")
    assert figure(window, "10–90 % mm") == pytest.approx(2.563 * 0.5, rel=0.02)


def test_the_contrast_of_regions_of_known_distributions_is_in_the_table(qtbot, window, tmp_path):
    chance = np.random.default_rng(0)
    image = np.concatenate([chance.normal(mean, 0.05, (200, 150)) for mean in (0.35, 0.45)], axis=1)
    open_picture(qtbot, window, tmp_path, np.clip(image, 0, 1), (0.1, 0.1))
    draw(qtbot, window, "pair", (20, 20), (130, 180), (170, 20), (280, 180))
    wait_for_outputs(qtbot, window, "gCNR")
    assert figure(window, "gCNR") == pytest.approx(1 - 2 * norm.cdf(-1), abs=0.03)
    assert figure(window, "CNR") == pytest.approx(0.1 / math.hypot(0.05, 0.05), rel=0.03)
    assert figure(window, "Contrast dB") == pytest.approx(20 * math.log10(0.35 / 0.45), abs=0.05)
    assert figure(window, "SNR target") == pytest.approx(7, rel=0.03)
    assert figure(window, "SNR ground") == pytest.approx(9, rel=0.03)


def test_statistics_inside_an_ellipse_are_those_of_its_pixels(qtbot, window, tmp_path):
    image = np.full((100, 100), 0.2)
    image[:, 50:] = 0.6
    open_picture(qtbot, window, tmp_path, image)
    draw(qtbot, window, "ellipse", (20, 20), (80, 80))
    wait_for_outputs(qtbot, window, "SD")
    assert figure(window, "Mean") == pytest.approx(0.4 * 255, abs=2)
    assert figure(window, "SD") == pytest.approx(0.2 * 255, abs=1)
    assert (figure(window, "Min"), figure(window, "Max")) == pytest.approx((0.2 * 255, 0.6 * 255))
    assert figure(window, "n") == pytest.approx(math.pi * 900, rel=0.03)


def test_a_scan_without_millimetres_is_measured_in_its_pixels_and_says_so(qtbot, window, tmp_path):
    open_picture(qtbot, window, tmp_path, np.full((100, 100), 0.5))
    draw(qtbot, window, "caliper", (20, 50), (80, 50))
    ((name, length, unit),) = cells(window.measuring.panel.shapes)
    assert (name, unit) == ("Distance 1", "px")
    assert float(length) == pytest.approx(60, abs=0.6)
    assert window.measuring.panel.said == "In pixels of the scan: the file gives no millimetres."
    draw(qtbot, window, "ellipse", (20, 20), (40, 40))
    assert cells(window.measuring.panel.shapes)[1][2] == "px²"


def test_a_caliper_takes_the_millimetres_of_its_own_region_and_none_across_regions():
    tissue = Region("2D", 0, 0, 50, 100, Spacing(0.1, 0.2))
    trace = Region("M-mode", 50, 0, 100, 100, None)
    scan = Scan(np.zeros((100, 100), np.float32), tissue.spacing, regions=(tissue, trace))

    def length(*points: tuple[float, float]) -> tuple[float, str]:
        found = extent_of(Shape(1, Kind.CALIPER, "", points), scan)
        return round(found.value, 6), found.unit

    assert length((10, 10), (20, 10)) == (2.0, "mm")
    assert length((10, 10), (10, 20)) == (1.0, "mm")
    assert length((10, 10), (10, 60)) == (50.0, "px")
    assert length((10, 60), (10, 70)) == (10.0, "px")


def test_colour_scans_are_measured_by_their_luma(qtbot, window, tmp_path):
    image = np.zeros((60, 60, 3))
    image[..., 1] = 0.5
    open_picture(qtbot, window, tmp_path, image, (0.1, 0.1))
    draw(qtbot, window, "ellipse", (10, 10), (50, 50))
    wait_for_outputs(qtbot, window, "Mean")
    assert figure(window, "Mean") == pytest.approx(0.587 * 0.5 * 255, abs=0.1)


def test_a_run_has_a_row_for_every_output_but_the_difference(qtbot, opened):
    draw(qtbot, opened, "caliper", (10, 10), (50, 30))
    opened.actions_["select"].trigger()
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    table = opened.measuring.panel.outputs
    qtbot.waitUntil(lambda: table.rowCount() == 3, timeout=5000)
    assert [row[0] for row in cells(table)] == ["Input, bicubic ×2", "Reference", "Plain ×2"]


def test_control_c_copies_a_table_for_a_spreadsheet(qtbot, line):
    draw(qtbot, line, "caliper", (40, 80), (200, 80))
    wait_for_outputs(qtbot, line, "FWHM mm")
    table = line.measuring.panel.outputs
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QApplication.clipboard().text().split("\n")
    assert head.split("\t") == ["Output", "FWHM mm", "10–90 % mm", "Mean", "Min", "Max"]
    assert float(row.split("\t")[1]) == pytest.approx(figure(line, "FWHM mm"))


def answered(window, title: str, path: Path) -> None:
    dialog = next(one for one in window.findChildren(QFileDialog) if one.windowTitle() == title and one.isVisible())
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_the_csv_has_every_figure_of_every_shape(qtbot, line, tmp_path):
    draw(qtbot, line, "caliper", (40, 80), (200, 80))
    draw(qtbot, line, "ellipse", (20, 20), (60, 60))
    line.actions_["export_measurements"].trigger()
    path = tmp_path / "figures.csv"
    with qtbot.waitSignal(line.measuring.clerk.reported, timeout=5000):
        answered(line, "Export measurements", path)
    qtbot.waitUntil(path.exists, timeout=5000)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = {(row["measurement"], row["quantity"]): row for row in rows}
    assert float(told["Distance 1", "length"]["value"]) == pytest.approx(16, abs=0.2)
    assert told["Distance 1", "length"]["unit"] == "mm"
    assert float(told["Distance 1", "FWHM"]["value"]) == pytest.approx(2.3548 * 0.6, rel=0.02)
    assert told["Ellipse 1", "area"]["unit"] == "mm²"
    assert told["Ellipse 1", "SD"]["output"] == "made"
    line.actions_["copy_measurements"].trigger()
    qtbot.waitUntil(lambda: QApplication.clipboard().text().startswith("measurement\tkind"), timeout=5000)


def test_a_file_that_cannot_be_written_is_told_in_the_status_row(qtbot, line, tmp_path):
    line.actions_["plot_histogram"].trigger()
    line.actions_["export_plot"].trigger()
    answered(line, "Export plot", tmp_path / "nowhere" / "plot.svg")
    assert "cannot be written" in line.status.words


def test_every_plot_is_drawn_for_every_output_and_written_as_svg_and_png(qtbot, opened, tmp_path):
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    draw(qtbot, opened, "caliper", (10, 10), (50, 30))
    panel = opened.measuring.panel
    for page in (*list(Page)[1:], Page.PROFILE):
        told = opened.measuring.clerk.answered
        with qtbot.waitSignal(told, timeout=10_000, check_params_cb=lambda a, page=page: a.question.page is page):
            opened.actions_[f"plot_{page.name.lower()}"].trigger()
        shown = panel.plot.shown
        if isinstance(shown, Chart):
            assert page in (Page.PLANE, Page.SUBBANDS)
            assert "Input, bicubic ×2" in shown.words
        else:
            expected = ["Input, bicubic ×2", *([] if page is Page.DEPTH else ["Reference"]), "Plain ×2"]
            assert [curve.name for curve in shown.curves] == expected
        for suffix in ("svg", "png"):
            opened.actions_["export_plot"].trigger()
            answered(opened, "Export plot", tmp_path / f"{page.name}.{suffix}")
        assert QSvgRenderer(str(tmp_path / f"{page.name}.svg")).isValid()
        with Image.open(tmp_path / f"{page.name}.png") as picture:
            assert picture.width == 1600
            assert len(picture.convert("L").getcolors(256)) > 10


def test_pages_that_need_something_say_what(qtbot, opened):
    panel = opened.measuring.panel
    for page, words in (("plot_profile", "Draw or choose a caliper"), ("plot_depth", "needs a truth")):
        opened.actions_[page].trigger()
        qtbot.waitUntil(lambda words=words: words in panel.why, timeout=5000)


def test_the_empty_panel_says_what_to_do(opened):
    opened.actions_["measure_panel"].trigger()
    assert "Choose a tool" in opened.measuring.panel.advice


def test_the_picture_pages_follow_the_active_pane(qtbot, opened):
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    panel = opened.measuring.panel
    opened.actions_["plot_subbands"].trigger()
    for key, title in (("run-1", "Plain ×2"), ("reference", "Reference")):
        opened.pictures.compare.set_active(key)
        qtbot.waitUntil(lambda title=title: title in getattr(panel.plot.shown, "words", ""), timeout=5000)
    panel.levels.choose(3)
    qtbot.waitUntil(lambda: len(panel.plot.shown.lines) == 3, timeout=5000)


def test_a_megapixel_is_worked_out_beside_the_window(qtbot, window, tmp_path):
    image = np.random.default_rng(0).random((1000, 1000))
    open_picture(qtbot, window, tmp_path, image, (0.04, 0.04))
    clerk, panel = window.measuring.clerk, window.measuring.panel
    window.actions_["plot_spectrum"].trigger()
    assert clerk.is_busy
    assert not getattr(panel.plot.shown, "curves", ())
    qtbot.waitUntil(lambda: not clerk.is_busy, timeout=20_000)
    assert [curve.name for curve in panel.plot.shown.curves] == ["made"]
    draw(qtbot, window, "ellipse", (100, 100), (900, 900))
    wait_for_outputs(qtbot, window, "SD")
    assert figure(window, "n") == pytest.approx(math.pi * 400**2, rel=0.02)


@pytest.mark.parametrize("truth", [True, False], ids=["shrunk and compared", "enlarged"])
@pytest.mark.parametrize("spacing", [None, Spacing(0.1, 0.2)], ids=["px", "mm"])
def test_every_output_of_a_run_is_measured_at_the_same_place_of_the_scan(truth: bool, spacing: Spacing | None):
    image = np.zeros((40, 60), np.float32)
    image[10:20, 30:40] = 1
    scan = Scan(image, spacing)
    lr = scan.with_image(image[::2, ::2], 0.5) if truth else scan
    bicubic = lr.with_image(np.kron(lr.image, np.ones((2, 2), np.float32)), 2)
    run = Run("Plain", 2, "a.png", prepared=Prepared("", lr, bicubic, scan if truth else None, None, "CPU"))
    run.result = Result(bicubic, {}, "plain", "Plain", 2, 0, 1.0, 1.0, "CPU", History())
    shape = Shape(1, Kind.POLYGON, "", ((30, 10), (40, 10), (40, 20), (30, 20)))
    for shown, seen in ((None, of_scan(scan, "a.png")), (run, of_run(run))):
        frame = frame_of(ScanFile("a.png", scan), shown, seen)
        assert (frame.width, frame.height) == pytest.approx((60, 40))
        assert frame.source(frame.place((30, 10))) == pytest.approx((30, 10))
        for sheet in sheets_of(frame, seen):
            mean, sd, *_, count, _ = figures_of(shape, frame.scan, sheet)
            assert (mean, sd) == (255, 0)
            assert count == 100 * sheet.x_pixels * sheet.y_pixels
