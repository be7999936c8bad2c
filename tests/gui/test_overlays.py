"""Maps laid over the panes: their colours, their bar, their readings, and when they can be had."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage

from ussr_engine.result import TrustMap
from ussr_gui.records import Outcome
from ussr_gui.viewers.compare import CompareView, CursorReading, Output
from ussr_gui.viewers.overlay import Overlay, number
from ussr_gui.viewers.pane import Pane

NAMES = ("inferred", "uncertainty", "residual")
MM = (30.0, 40.0)


def output(key: str, level: float, shape: tuple[int, int], **more: object) -> Output:
    return Output(key, key.title(), np.full(shape, level, np.float32), **{"extent_mm": MM, **more})  # type: ignore[arg-type]


def overlay(values: np.ndarray, signed: bool = False, over: Output | None = None) -> Overlay:
    made = TrustMap("Residual" if signed else "Inferred", "says", "grey levels", signed, values.astype(np.float32))
    return Overlay(made, over or output("result", 0.5, values.shape))


def halves(shape: tuple[int, int] = (120, 160), bright: float = 8) -> np.ndarray:
    values = np.zeros(shape)
    values[:, shape[1] // 2 :] = bright
    return values


@pytest.fixture
def view(qtbot) -> CompareView:
    view = CompareView()
    view.resize(800, 600)
    qtbot.addWidget(view)
    view.set_outputs([output("scan", 0.5, (60, 80)), output("bicubic", 0.5, (120, 160)), output("r", 0.5, (120, 160))])
    view.show()
    qtbot.waitExposed(view)
    return view


def shots(view: CompareView) -> dict[str, QImage]:
    used = [pane for pane in view.findChildren(Pane) if pane.isVisible()]
    return {pane.key: pane.canvas.grab().toImage() for pane in used}


def pixel(view: CompareView, key: str, x: float, y: float) -> QColor:
    """The colour painted at a place in mm."""
    pane = next(pane for pane in view.findChildren(Pane) if pane.isVisible() and pane.key == key)
    place = pane.canvas.pixel(QPointF(x, y)).toPoint()
    return pane.canvas.grab().toImage().pixelColor(place)


def test_at_full_opacity_every_pane_shows_the_maps_own_colours_and_without_it_the_picture(view: CompareView) -> None:
    view.dressing.set_opacity(1.0)
    view.set_overlay(overlay(halves()))
    for key in ("scan", "bicubic", "r"):
        dark, bright = pixel(view, key, 10, 15), pixel(view, key, 25, 15)
        assert dark.lightness() < 10  # the colour map begins at black
        assert bright.red() > 240  # and ends at a bright yellow
        assert bright.green() > 240
    view.set_overlay(None)
    assert {pixel(view, key, 25, 15).name() for key in ("scan", "bicubic", "r")} == {"#808080"}


def test_opacity_mixes_map_and_picture(view: CompareView) -> None:
    view.set_overlay(overlay(halves()))
    for opacity in (0.25, 0.5):
        view.dressing.set_opacity(opacity)
        assert pixel(view, "r", 10, 15).red() == pytest.approx(128 * (1 - opacity), abs=3)


def test_the_map_stays_on_its_place_when_one_zooms_and_pans(view: CompareView) -> None:
    view.dressing.set_opacity(1.0)
    view.set_overlay(overlay(halves()))
    view.zoom_by(6)
    for step in (0, 1):
        for key in ("scan", "bicubic", "r"):
            assert pixel(view, key, 19.8, 15).lightness() < 10
            assert pixel(view, key, 20.3, 15).red() > 240
        if not step:
            pane = next(pane for pane in view.findChildren(Pane) if pane.isVisible())
            pane.canvas.dragged.emit(9, -7, False)


def test_without_millimetres_the_map_lies_by_the_pixels_of_the_source(qtbot) -> None:
    view = CompareView()
    view.resize(800, 400)
    qtbot.addWidget(view)
    source = output("scan", 0.5, (60, 80), extent_mm=None)
    result = output("r", 0.5, (120, 160), extent_mm=None, span=(60.0, 80.0))
    view.set_outputs([source, result])
    view.show()
    qtbot.waitExposed(view)
    view.dressing.set_opacity(1.0)
    view.set_overlay(overlay(halves(), over=result))
    for key in ("scan", "r"):
        assert pixel(view, key, 38, 30).lightness() < 10
        assert pixel(view, key, 42, 30).red() > 240


def test_the_map_lies_over_the_curtain_too(view: CompareView) -> None:
    view.dressing.set_opacity(1.0)
    view.set_overlay(overlay(halves()))
    view.set_curtain("scan", "r")
    assert pixel(view, "scan", 10, 12).lightness() < 10
    assert pixel(view, "scan", 30, 12).red() > 240


def test_the_colour_bar_ends_at_a_round_value_above_nearly_all_of_the_map() -> None:
    for most, limit in ((8, 8), (7.3, 8), (1.2, 2), (0.034, 0.04), (41, 50)):
        made = overlay(halves(bright=most))
        assert made.limit == pytest.approx(limit)
        assert made.bar.numbers == ("0", number(limit / 2), number(limit))
    assert overlay(np.zeros((8, 8))).limit > 0


def test_the_bar_of_a_signed_map_has_zero_in_the_middle_where_the_map_is_dark(view: CompareView) -> None:
    made = overlay(np.linspace(-3, 3, 160)[None].repeat(120, 0), signed=True)
    assert made.bar.numbers == ("−3", "0", "+3")
    view.dressing.set_opacity(1.0)
    view.set_overlay(made)
    left, middle, right = (pixel(view, "r", x, 15) for x in (2, 20, 38))
    assert middle.lightness() < 40
    assert left.blue() > left.red() + 60
    assert right.red() > right.blue() + 60


def test_the_colour_bar_is_painted_at_the_right_edge_from_the_maps_first_to_its_last_colour(view: CompareView) -> None:
    bare = shots(view)["r"]
    view.set_overlay(overlay(halves()))
    laid = shots(view)["r"]
    x = laid.width() - 20
    column = [laid.pixelColor(x, y) for y in range(24, laid.height() - 70)]
    assert column[0].lightness() > column[-1].lightness() + 60
    assert laid != bare


def test_the_reading_tells_the_maps_value_under_the_mouse(qtbot, view: CompareView) -> None:
    view.set_overlay(overlay(halves(bright=7.25)))
    pane = next(pane for pane in view.findChildren(Pane) if pane.key == "scan")
    readings: list[CursorReading] = []
    view.cursor_moved.connect(readings.append)
    for x in (30, 10):
        qtbot.mouseMove(pane.canvas.viewport(), pos=pane.canvas.pixel(QPointF(x, 15)).toPoint())
    assert [reading.laid for reading in readings] == ["Inferred 7.25 grey levels", "Inferred 0 grey levels"]
    view.set_overlay(None)  # the mouse stands still
    assert readings[-1].laid == ""
    assert readings[-1].x == readings[-2].x


def test_a_texture_is_made_once_whatever_is_done_to_the_panes(view: CompareView) -> None:
    made = overlay(halves())
    view.set_overlay(made)
    before = made.texture
    view.zoom_by(2)
    view.dressing.set_opacity(0.3)
    view.set_overlay(None)
    view.set_overlay(made)
    shots(view)
    assert made.texture is before


def test_numbers_have_three_digits_and_a_true_minus() -> None:
    assert [number(value) for value in (0, 0.5, 12.345, 250)] == ["0", "0.5", "12.3", "250"]
    assert [number(value, True) for value in (-1.5, 0, 1e-9, 2)] == ["−1.5", "0", "+1e-09", "+2"]


def run(qtbot, window, method: str) -> None:
    window.method.choose(method, 2, "challenge", {"recipe.steps": 5})
    with qtbot.waitSignal(window.session.result_ready, timeout=20_000):
        window.actions_["start"].trigger()


def test_without_maps_the_overlays_are_disabled_and_say_how_to_get_them(qtbot, opened) -> None:
    actions = opened.actions_
    for name in NAMES:
        assert not actions[f"overlay_{name}"].isEnabled()
        assert "knob “Maps”" in actions[f"overlay_{name}"].toolTip()
    run(qtbot, opened, "plain")
    for name in NAMES:
        assert not actions[f"overlay_{name}"].isEnabled()
        assert "run again" in actions[f"overlay_{name}"].toolTip()
    assert actions["overlay_none"].isChecked()


def test_after_a_run_with_maps_keys_lay_them_over_the_panes_one_at_a_time(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    actions, pictures = opened.actions_, opened.pictures
    assert all(actions[f"overlay_{name}"].isEnabled() for name in NAMES)
    assert "90 %" in actions["overlay_uncertainty"].toolTip()
    bare = shots(pictures.compare)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    pane = next(pane for pane in pictures.compare.findChildren(Pane) if pane.isVisible())
    pane.canvas.setFocus()
    qtbot.keyClick(pane.canvas, Qt.Key.Key_I)
    assert actions["overlay_inferred"].isChecked()
    assert pictures.bar.opacity.isVisible()
    inferred = shots(pictures.compare)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_R)
    assert not actions["overlay_inferred"].isChecked()
    residual = shots(pictures.compare)
    assert len(bare) == 4
    assert all(bare[key] != inferred[key] != residual[key] for key in bare)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_O)
    assert shots(pictures.compare) == bare
    assert not pictures.bar.opacity.isVisible()


def test_the_strip_reads_the_map_and_the_slider_changes_what_is_seen(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    opened.actions_["overlay_uncertainty"].trigger()
    view = opened.pictures.compare
    pane = next(pane for pane in view.findChildren(Pane) if pane.isVisible() and pane.key == "run-1")
    place = QPointF(view.view_rect().center())
    qtbot.mouseMove(pane.canvas.viewport(), pos=pane.canvas.pixel(place + QPointF(1, 0)).toPoint())
    assert opened.pictures.bar.readings.endswith("Uncertainty 16 grey levels   Difference 0 grey levels")
    faint = shots(view)["run-1"]
    opened.pictures.bar.opacity.setValue(95)
    assert shots(view)["run-1"] != faint
    assert opened.settings.whole("overlay_opacity", 0) == 95


def test_the_choice_waits_while_a_run_without_maps_is_shown(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    opened.actions_["overlay_inferred"].trigger()
    with_maps = opened.session.run
    run(qtbot, opened, "plain")
    assert opened.actions_["overlay_none"].isChecked()
    assert not opened.pictures.bar.opacity.isVisible()
    opened.session.choose_run(with_maps)
    assert with_maps.outcome is Outcome.FINISHED
    assert opened.actions_["overlay_inferred"].isChecked()
    assert opened.pictures.bar.opacity.isVisible()
