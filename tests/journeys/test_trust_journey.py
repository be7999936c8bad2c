"""A scan with words and Doppler in the real window with the real engine: found, trusted, drawn, undone, exported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import tifffile
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ussr_engine.files import inspect_file, read_scan
from ussr_engine.phantom import phantom
from ussr_engine.result import Trust
from ussr_gui.main_window import MainWindow
from ussr_gui.panels.trust import BANDS
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton
WORD, FLOW = (30, 8, 80, 22), (110, 96, 150, 116)
"""Boxes (left, top, right, bottom) of the word and of the colour, in pixels of the scan."""


def write(path: Path) -> None:
    """Half a phantom below a black band with a word, and colour flow in it."""
    tissue = phantom(0).scan.image[::2, ::2]
    height, width = tissue.shape
    page = Pictures.new("RGB", (width, height + 40))
    draw = ImageDraw.Draw(page)
    draw.text(WORD[:2], "L12-4", fill=(235, 235, 235), font=ImageFont.load_default(15))
    page.paste(Pictures.fromarray(np.floor(tissue * 255 + 0.5).astype(np.uint8)), (0, 40))
    draw.ellipse(FLOW, fill=(210, 40, 20))
    page.save(path)


def canvas(window: MainWindow, key: str) -> Canvas:
    panes = window.pictures.compare.findChildren(Pane)
    return next(pane.canvas for pane in panes if pane.isVisible() and pane.key == key)


def pixel(window: MainWindow, key: str, x: float, y: float) -> QColor:
    """What a pane paints at a place of the scan."""
    shown = canvas(window, key)
    return shown.grab().toImage().pixelColor(shown.pixel(window.trusting.hand.frame.place((x, y))).toPoint())


def settled(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.trusting.blending.is_busy, timeout=PATIENCE)


def names(window: MainWindow) -> list[str]:
    table = window.trusting.panel.regions
    return [table.item(line, 0).text() for line in range(table.rowCount())]


def save(qtbot, window: MainWindow, path: Path, kind: str) -> None:
    window.actions_["save"].trigger()
    qtbot.mouseClick(window.saving.format.part(kind), LEFT)
    window.saving.path.setText(str(path))
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.saving.save.click()
    window.saving.close()


def test_words_and_colour_stay_out_of_the_network_and_trust_goes_into_the_file(qtbot, window, tmp_path: Path) -> None:
    scan = tmp_path / "flow.png"
    write(scan)
    window.actions_["trust_panel"].setChecked(True)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(scan)])
    qtbot.waitUntil(lambda: names(window) == ["Colour 1", "Text 2"], timeout=PATIENCE)

    window.method.choose("exact", 2, "clean", {})
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    run = window.session.run
    window.actions_["trust_panel"].setChecked(True)
    window.trusting.dock.raise_()
    settled(qtbot, window)
    bicubic, sr = run.prepared.bicubic.image, run.result.sr.image
    shown = next(one for one in window.pictures.compare.outputs() if one.key == "run-1")
    for left, top, right, bottom in ((32, 11, 70, 21), (112, 98, 148, 114)):
        box = np.s_[2 * top : 2 * bottom, 2 * left : 2 * right]
        assert np.array_equal(shown.image[box], bicubic[box])
        assert not np.array_equal(sr[box], bicubic[box])
    assert np.array_equal(shown.image[280:], sr[280:])
    assert run.mixed.protected.says == "colour, text"

    window.actions_["protected"].setChecked(False)
    window.pictures.compare.zoom_by(3)
    for on in (False, True):
        window.actions_["protected"].setChecked(on)
        image = canvas(window, "run-1").grab().toImage()
        spots = [image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
        hatched = sum(spot.blue() > spot.green() + 40 and spot.red() > 120 for spot in spots)
        assert (hatched > 50) == on
    window.actions_["protected"].setChecked(False)
    window.pictures.compare.fit()

    window.actions_["panes_1"].trigger()
    window.pictures.compare.zoom_by(2)
    gain = np.abs(sr - bicubic).sum(axis=2)[250:290, 120:280]  # in view, and not protected
    row, column = (int(at) for at in np.unravel_index(gain.argmax(), gain.shape))
    row, column = row + 250, column + 120
    slider = window.trusting.panel.whole.slider
    slider.setFocus()
    image, paint = {}, {}
    for percent, key, times in ((100, Qt.Key.Key_End, 1), (0, Qt.Key.Key_Home, 1), (50, Qt.Key.Key_PageUp, 5)):
        for _ in range(times):
            qtbot.keyClick(slider, key)
        settled(qtbot, window)
        assert slider.value() == percent
        shown = next(one for one in window.pictures.compare.outputs() if one.key == "run-1")
        image[percent] = shown.image[row, column]
        paint[percent] = pixel(window, "run-1", (column + 0.5) / 2, (row + 0.5) / 2).green()
    np.testing.assert_allclose(image[50], (image[0] + image[100]) / 2, atol=1e-6)
    assert np.array_equal(image[0], bicubic[row, column])
    assert abs(paint[100] - paint[0]) > 8
    assert sorted(paint.values())[1] == paint[50]
    window.pictures.compare.fit()

    qtbot.mouseClick(window.trusting.panel.mode.part(BANDS), LEFT)
    window.trusting.panel.fine.slider.setValue(20)
    settled(qtbot, window)
    facts = next(one for one in window.pictures.compare.outputs() if one.key == "run-1").facts
    assert facts.startswith("trust 50 / 50 / 20 %, ")

    window.actions_["protect_ellipse"].trigger()
    pane = canvas(window, "run-1")
    ends = [pane.pixel(window.trusting.hand.frame.place(at)).toPoint() for at in ((40, 140), (70, 170))]
    qtbot.mousePress(pane.viewport(), LEFT, pos=ends[0])
    qtbot.mouseMove(pane.viewport(), pos=(ends[0] + ends[1]) / 2)
    qtbot.mouseMove(pane.viewport(), pos=ends[1])
    qtbot.mouseRelease(pane.viewport(), LEFT, pos=ends[1])
    settled(qtbot, window)
    assert names(window) == ["Colour 1", "Text 2", "Ellipse 1"]
    assert np.array_equal(run.mixed.sr.image[300:320, 100:120], bicubic[300:320, 100:120])
    drawn = run.mixed.protected.pixels
    window.actions_["undo"].trigger()
    settled(qtbot, window)
    assert run.mixed.protected.pixels < drawn
    assert names(window) == ["Colour 1", "Text 2"]
    window.actions_["redo"].trigger()
    settled(qtbot, window)
    assert run.mixed.protected.pixels == drawn

    out = tmp_path / "mixed.tif"
    save(qtbot, window, out, "TIFF")
    told = inspect_file(out)["provenance"]
    assert Trust.parsed(told["trust"]) == Trust(0.5, 0.5, 0.2)
    assert told["protected_pixels"] == f"{drawn} of {bicubic.shape[0] * bicubic.shape[1]}"
    assert told["protected"] == "plain interpolation: colour, text, drawn"
    assert "not for diagnosis" in told["use"]
    assert np.abs(read_scan(out).image - run.mixed.sr.image).max() <= 0.51 / 255
    with tifffile.TiffFile(out) as file:
        assert len(file.pages) == 2
        mask = file.pages[1].asarray()
        assert "Protected" in file.pages[1].description
    assert (mask == 1).sum() == drawn
    save(qtbot, window, tmp_path / "mixed.png", "PNG")
    assert inspect_file(tmp_path / "mixed.png")["provenance"]["trust"] == told["trust"]
