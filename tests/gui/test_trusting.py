"""The trust dial and the protect mask: what the panes show, what is listed, and how it is undone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from measuring_hands import canvases, draw, open_picture, pixel
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from ussr_engine.result import Trust
from ussr_gui import outputs
from ussr_gui.main_window import MainWindow
from ussr_gui.panels.trust import BANDS, WHOLE
from ussr_gui.records import Run
from ussr_gui.viewers.output import Output

PATIENCE = 20_000
LEFT = Qt.MouseButton.LeftButton


def written(height: int = 120, width: int = 160) -> np.ndarray:
    """A soft grey slope on black, with a word above it."""
    page = Pictures.new("L", (width, height))
    ImageDraw.Draw(page).text((8, 6), "Gn 55", fill=230, font=ImageFont.load_default(13))
    image = np.asarray(page, np.float32) / 255
    image[40:110, 10:150] = np.linspace(0.2, 0.6, 140, dtype=np.float32)
    return image


@pytest.fixture
def lettered(qtbot, window, tmp_path: Path) -> MainWindow:
    """A scan with a word on it is open, and searched."""
    open_picture(qtbot, window, tmp_path, written())
    window.actions_["trust_panel"].setChecked(True)
    qtbot.waitUntil(lambda: names(window) == ["Text 1"], timeout=PATIENCE)
    return window


def run(qtbot, window: MainWindow, method: str = "bright") -> Run:
    window.method.choose(method, 2, "clean", {"recipe.steps": 5})
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    window.actions_["trust_panel"].setChecked(True)
    made = window.session.run
    assert made is not None
    return made


def names(window: MainWindow) -> list[str]:
    table = window.trusting.panel.regions
    return [table.item(line, 0).text() for line in range(table.rowCount())]


def output(window: MainWindow, made: Run) -> Output:
    return next(one for one in window.pictures.compare.outputs() if one.key == outputs.key_of(made))


def turn(qtbot, window: MainWindow, percent: int, name: str = "whole") -> None:
    """Turn a dial, and wait until the active picture has followed and the scores with it."""
    getattr(window.trusting.panel, name).slider.setValue(percent)
    settle(qtbot, window)


def settle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.trusting.blending.is_busy, timeout=PATIENCE)


def colour(window: MainWindow, x: float, y: float, pane: int = 0) -> QColor:
    """What is painted at a place of the scan."""
    canvas = canvases(window)[pane]
    return canvas.grab().toImage().pixelColor(pixel(window, canvas, x, y))


def violet(window: MainWindow, pane: int = 0) -> int:
    """Painted pixels of the hatching's colour."""
    image = canvases(window)[pane].grab().toImage()
    spots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(spot.blue() > spot.green() + 40 and spot.red() > spot.green() + 10 for spot in spots)


# -- the dial ---------------------------------------------------------------------------------------------------------


def test_the_pane_shows_interpolation_and_result_in_the_shares_of_the_dial(qtbot, opened) -> None:
    made = run(qtbot, opened)
    bicubic, sr = made.prepared.bicubic.image, made.result.sr.image
    assert output(opened, made).image is sr
    before = colour(opened, 30, 20, pane=2)
    turn(qtbot, opened, 60)
    np.testing.assert_allclose(output(opened, made).image, 0.4 * bicubic + 0.6 * sr, atol=1e-6)
    assert colour(opened, 30, 20, pane=2).red() < before.red()
    turn(qtbot, opened, 0)
    assert np.array_equal(output(opened, made).image, bicubic)
    assert colour(opened, 30, 20, pane=2).red() == colour(opened, 30, 20, pane=0).red()
    turn(qtbot, opened, 100)
    assert output(opened, made).image is sr
    assert made.mixed is None


def test_the_header_says_the_trust_and_the_scores_that_go_with_it(qtbot, opened) -> None:
    made = run(qtbot, opened)
    turn(qtbot, opened, 60)
    facts = output(opened, made).facts
    assert facts.startswith("trust 60 % · ")
    truth, mixed = made.prepared.reference.image, made.mixed.sr.image
    psnr = -10 * np.log10(np.mean((np.floor(truth * 255 + 0.5) - np.floor(mixed * 255 + 0.5)) ** 2) / 255**2)
    assert f"{psnr:.2f} dB" in facts
    turn(qtbot, opened, 100)
    assert "trust" not in output(opened, made).facts
    assert "32.50 dB" in output(opened, made).facts


def test_of_many_turns_the_last_one_holds(qtbot, opened) -> None:
    made = run(qtbot, opened)
    for percent in range(99, 20, -1):
        opened.trusting.panel.whole.slider.setValue(percent)
    settle(qtbot, opened)
    assert made.mixed.trust == Trust.whole(0.21)
    assert output(opened, made).image is made.mixed.sr.image


def test_the_dial_turns_by_keys_and_says_its_value(qtbot, opened) -> None:
    made = run(qtbot, opened)
    dial = opened.trusting.panel.whole
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_PageDown):
        qtbot.keyClick(dial.slider, key)
    settle(qtbot, opened)
    assert dial.words == "88 %"
    assert made.mixed.trust == Trust.whole(0.88)


def test_each_band_has_a_dial_of_its_own(qtbot, opened) -> None:
    made = run(qtbot, opened)
    panel = opened.trusting.panel
    turn(qtbot, opened, 60)
    qtbot.mouseClick(panel.mode.part(BANDS), LEFT)
    assert [dial.words for dial in (panel.fine, panel.middle, panel.coarse)] == ["60 %"] * 3
    turn(qtbot, opened, 20, "fine")
    assert made.mixed.trust == Trust(coarse=0.6, middle=0.6, fine=0.2)
    assert output(opened, made).facts.startswith("trust 60 / 60 / 20 %")
    qtbot.mouseClick(panel.mode.part(WHOLE), LEFT)
    settle(qtbot, opened)
    assert made.mixed.trust == Trust.whole(0.47)


def test_full_trust_is_one_action_away(qtbot, opened) -> None:
    made = run(qtbot, opened)
    assert not opened.actions_["full_trust"].isEnabled()
    turn(qtbot, opened, 30)
    opened.actions_["full_trust"].trigger()
    settle(qtbot, opened)
    assert made.mixed is None
    assert opened.trusting.panel.whole.words == "100 %"


def test_every_run_has_a_trust_of_its_own_and_the_dial_is_that_of_the_active_picture(qtbot, opened) -> None:
    first = run(qtbot, opened)
    turn(qtbot, opened, 40)
    second = run(qtbot, opened)
    panel = opened.trusting.panel
    assert panel.whole.words == "100 %"
    opened.pictures.compare.set_active(outputs.key_of(first))
    assert panel.whole.words == "40 %"
    turn(qtbot, opened, 10)
    assert first.mixed.trust == Trust.whole(0.1)
    assert second.mixed is None


def test_without_a_result_there_is_nothing_to_trust(opened) -> None:
    opened.actions_["trust_panel"].setChecked(True)
    assert not opened.trusting.panel.whole.isEnabled()
    assert not opened.actions_["full_trust"].isEnabled()


def test_what_is_saved_is_the_picture_in_the_pane_with_its_trust(qtbot, opened) -> None:
    made = run(qtbot, opened)
    turn(qtbot, opened, 60)
    opened.actions_["save"].trigger()
    assert opened.saving.which.itemText(0) == "Result, Bright ×2, trust 60 %"
    with qtbot.waitSignal(opened.saving.save_requested) as asked:
        opened.saving.save.click()
    _, scan, result, _ = asked.args[:4]
    assert scan is result.sr is made.mixed.sr
    assert result.trust == Trust.whole(0.6)


# -- the mask ---------------------------------------------------------------------------------------------------------


def test_a_word_on_a_scan_is_found_listed_and_hatched(qtbot, lettered) -> None:
    panel = lettered.trusting.panel
    assert panel.said.startswith("1 region, ")
    assert violet(lettered) > 100
    qtbot.keyClick(lettered, Qt.Key.Key_O, Qt.KeyboardModifier.ShiftModifier)
    assert violet(lettered) == 0
    lettered.actions_["protected"].trigger()
    assert violet(lettered) > 100


def test_a_scan_without_text_and_colour_says_so(qtbot, opened) -> None:
    opened.actions_["trust_panel"].setChecked(True)
    panel = opened.trusting.panel
    qtbot.waitUntil(lambda: panel.said.startswith("No text and no colour was found"), timeout=PATIENCE)
    assert names(opened) == []
    assert violet(opened) == 0


def test_the_word_stays_interpolation_in_every_run(qtbot, lettered) -> None:
    for made in (run(qtbot, lettered), run(qtbot, lettered)):
        settle(qtbot, lettered)
        bicubic = made.prepared.bicubic.image
        shown = output(lettered, made).image
        assert np.array_equal(shown[20:40, 12:90], bicubic[20:40, 12:90])
        assert np.array_equal(shown[100:], made.result.sr.image[100:])
        assert made.mixed.protected.says == "text"
        assert "% protected" in output(lettered, made).facts


def test_a_region_that_is_removed_goes_back_to_the_network_until_undo(qtbot, lettered) -> None:
    made = run(qtbot, lettered)
    settle(qtbot, lettered)
    table = lettered.trusting.panel.regions
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(table.item(0, 0)).center())
    assert lettered.actions_["unprotect"].isEnabled()
    lettered.actions_["unprotect"].trigger()
    settle(qtbot, lettered)
    assert names(lettered) == []
    assert output(lettered, made).image is made.result.sr.image
    assert lettered.actions_["undo"].text() == "Undo unprotect Text 1"
    lettered.actions_["undo"].trigger()
    settle(qtbot, lettered)
    assert names(lettered) == ["Text 1"]
    assert np.array_equal(output(lettered, made).image[20:40, 12:90], made.prepared.bicubic.image[20:40, 12:90])


def test_finding_can_be_turned_off_and_on_again(qtbot, lettered) -> None:
    lettered.actions_["find_protected"].trigger()
    assert names(lettered) == []
    assert lettered.trusting.panel.said.startswith("Draw a region")
    lettered.actions_["find_protected"].trigger()
    assert names(lettered) == ["Text 1"]
    lettered.actions_["undo"].trigger()
    lettered.actions_["undo"].trigger()
    assert names(lettered) == ["Text 1"]
    assert lettered.actions_["find_protected"].isChecked()
    assert not lettered.actions_["undo"].isEnabled()


@pytest.mark.parametrize("tool", ["protect_rectangle", "protect_ellipse"])
def test_what_is_drawn_is_protected(qtbot, opened, tool: str) -> None:
    made = run(qtbot, opened)
    draw(qtbot, opened, tool, (20, 10), (44, 30))
    settle(qtbot, opened)
    assert names(opened) == [f"{tool.removeprefix('protect_').capitalize()} 1"]
    shown, bicubic, sr = output(opened, made).image, made.prepared.bicubic.image, made.result.sr.image
    assert np.array_equal(shown[32:48, 56:72], bicubic[32:48, 56:72])
    assert np.array_equal(shown[:, 110:], sr[:, 110:])
    corner = np.array_equal(shown[22:25, 43:46], bicubic[22:25, 43:46])
    assert corner == (tool == "protect_rectangle")
    opened.actions_["undo"].trigger()
    settle(qtbot, opened)
    assert names(opened) == []
    assert output(opened, made).image is sr
    opened.actions_["redo"].trigger()
    settle(qtbot, opened)
    assert np.array_equal(output(opened, made).image, shown)


def test_a_polygon_is_drawn_by_its_corners(qtbot, opened) -> None:
    opened.actions_["protect_polygon"].trigger()
    canvas = canvases(opened)[0]
    for corner in ((10, 8), (50, 8), (30, 34)):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(opened, canvas, *corner))
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert names(opened) == ["Polygon 1"]
    mask, says = opened.trusting.shields.mask("phantom:0", (40, 60))
    assert says == "drawn"
    assert mask[15, 30]
    assert not mask[30, 12]


def test_a_drawn_region_is_moved_by_its_points_and_by_keys(qtbot, opened) -> None:
    canvas = draw(qtbot, opened, "protect_rectangle", (20, 10), (44, 30))
    opened.actions_["select"].trigger()
    corner = pixel(opened, canvas, 44, 30)
    qtbot.mousePress(canvas.viewport(), LEFT, pos=corner)
    qtbot.mouseMove(canvas.viewport(), pos=pixel(opened, canvas, 50, 36))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=pixel(opened, canvas, 50, 36))
    (shape,) = opened.trusting.shields.shapes
    assert shape.points[1] == pytest.approx((50, 36), abs=0.3)
    canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert opened.trusting.shields.shapes[0].points[1] == pytest.approx((47, 36), abs=0.3)
    opened.actions_["undo"].trigger()
    assert opened.trusting.shields.shapes[0] == shape


def test_a_click_inside_a_region_chooses_it_and_the_pane_can_still_be_dragged(qtbot, lettered) -> None:
    canvas = canvases(lettered)[0]
    spot = pixel(lettered, canvas, 12, 12)
    view = canvas.view()
    qtbot.mousePress(canvas.viewport(), LEFT, pos=spot)
    assert lettered.trusting.shields.chosen == -1
    qtbot.mouseMove(canvas.viewport(), pos=spot + QPoint(20, 12))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=spot + QPoint(20, 12))
    assert canvas.view() != view


def test_measurements_and_regions_are_undone_in_the_order_they_were_made(qtbot, opened) -> None:
    draw(qtbot, opened, "caliper", (5, 5), (25, 5))
    draw(qtbot, opened, "protect_ellipse", (30, 10), (50, 30))
    draw(qtbot, opened, "caliper", (5, 35), (25, 35))
    measured = opened.measuring.measurements
    told = []
    for _ in range(3):
        opened.actions_["undo"].trigger()
        told.append((len(measured.shapes), names(opened)))
    assert told == [(1, ["Ellipse 1"]), (1, []), (0, [])]


def test_one_tool_is_in_the_hand_at_a_time_and_escape_puts_it_away(qtbot, opened) -> None:
    opened.actions_["caliper"].trigger()
    opened.actions_["protect_ellipse"].trigger()
    assert not opened.actions_["caliper"].isChecked()
    assert opened.measuring.hand.tool is None
    qtbot.keyClick(canvases(opened)[0], Qt.Key.Key_Escape)
    assert opened.actions_["select"].isChecked()
    assert opened.trusting.hand.tool is None
    draw(qtbot, opened, "caliper", (5, 5), (25, 5))
    assert names(opened) == []
    assert len(opened.measuring.measurements.shapes) == 1


def test_a_chosen_measurement_and_a_chosen_region_exclude_each_other(qtbot, opened) -> None:
    draw(qtbot, opened, "protect_ellipse", (30, 10), (50, 30))
    draw(qtbot, opened, "caliper", (5, 5), (25, 5))
    assert opened.trusting.shields.chosen is None
    opened.trusting.shields.choose(1)
    assert opened.measuring.measurements.chosen is None


def test_every_scan_has_regions_of_its_own(qtbot, lettered) -> None:
    draw(qtbot, lettered, "protect_ellipse", (30, 50), (60, 80))
    with qtbot.waitSignal(lettered.session.scan_opened, timeout=PATIENCE):
        lettered.session.open(["phantom:0"])
    qtbot.waitUntil(lambda: lettered.trusting.panel.said.startswith("No text"), timeout=PATIENCE)
    assert names(lettered) == []
    assert not lettered.actions_["undo"].isEnabled()
    lettered.session.choose_scan(next(path for path in lettered.session.scans if path.endswith(".npz")))
    assert names(lettered) == ["Text 1", "Ellipse 1"]


def test_all_around_the_sector_is_protected_as_one_region_that_can_be_undone(qtbot, window, tmp_path: Path) -> None:
    image = np.zeros((120, 160), np.float32)
    rows, columns = np.mgrid[:120, :160]
    image[(abs(columns - 80) < 20 + rows / 3) & (rows > 10) & (rows < 110)] = 0.5
    open_picture(qtbot, window, tmp_path, image)
    window.actions_["protect_surround"].trigger()
    qtbot.waitUntil(lambda: names(window) == ["Polygon 1"], timeout=PATIENCE)
    mask, says = window.trusting.shields.mask(window.trusting.shields._key, (120, 160))
    assert says == "drawn"
    assert mask[image == 0].mean() > 0.99
    assert mask[image > 0].mean() < 0.01
    window.actions_["undo"].trigger()
    assert names(window) == []


def test_a_picture_without_a_dark_surround_has_no_sector(qtbot, window, tmp_path: Path) -> None:
    open_picture(qtbot, window, tmp_path, np.tile(np.linspace(0.2, 0.8, 160, dtype=np.float32), (120, 1)))
    with qtbot.waitSignal(window.session.noted, timeout=PATIENCE) as noted:
        window.actions_["protect_surround"].trigger()
    assert "No sector" in noted.args[0]
