"""Linked panes and the curtain, by a real mouse and keyboard on what is really painted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from viewing import MM, canvas, drag, flat, grey, panes, same, turn

from ussr_engine.measures.differences import Difference
from ussr_gui.viewers.compare import CompareView, CursorReading, Output


@pytest.fixture
def view(qtbot) -> CompareView:
    view = CompareView()
    view.resize(800, 600)
    qtbot.addWidget(view)
    view.set_outputs(
        [
            flat("input", 0.2),
            flat("bicubic", 0.4, (120, 160), chip="reference"),
            flat("result", 0.8, (120, 160), super_resolved=True),
        ]
    )
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_wheel_zooms_at_the_cursor_and_every_pane_shows_the_same_place(view: CompareView) -> None:
    first, at = canvas(view, "input"), QPointF(120, 60)
    place, before = first.at(at), view.view_rect()
    turn(first, at, 3)
    assert view.view_rect().width() == pytest.approx(before.width() / 1.25**3)
    pixel = view.view_rect().width() / first.width()
    assert abs(first.at(at).x() - place.x()) <= pixel
    assert abs(first.at(at).y() - place.y()) <= pixel
    assert [pane.key for pane in panes(view)] == ["input", "bicubic", "result", "difference"]
    for pane in panes(view):
        assert same(pane.canvas.view(), view.view_rect(), within=1.5 * pixel)


def test_zooming_at_the_closest_zoom_does_not_drift(view: CompareView) -> None:
    first = canvas(view, "input")
    turn(first, QPointF(120, 60), 60)
    before = view.view_rect()
    turn(first, QPointF(20, 20), 5)
    assert view.view_rect() == before


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_dragging_moves_the_picture_with_the_mouse(qtbot, view: CompareView, button: Qt.MouseButton) -> None:
    first = canvas(view, "input")
    view.zoom_by(3)
    place = first.at(QPointF(100, 80))
    drag(qtbot, first, QPoint(100, 80), QPoint(130, 60), button)
    pixel = view.view_rect().width() / first.width()
    assert abs(first.at(QPointF(130, 60)).x() - place.x()) <= pixel
    assert abs(first.at(QPointF(130, 60)).y() - place.y()) <= pixel
    assert same(canvas(view, "result").view(), view.view_rect(), within=1.5 * pixel)


def test_outputs_of_different_pixel_counts_lie_on_each_other(qtbot, view: CompareView) -> None:
    coarse, fine = np.zeros((30, 40), np.float32), np.zeros((120, 160), np.float32)
    coarse[10, 20] = fine[40:44, 80:84] = 1
    view.set_outputs([Output("lr", "Scan", coarse, MM), Output("sr", "Result", fine, MM)])
    view.zoom_by(4)
    brightest = []
    for key in ("lr", "sr"):
        image = canvas(view, key).grab().toImage()
        lit = [(x, y) for x in range(40, image.width() - 90) for y in range(image.height()) if grey(image, x, y) > 250]
        brightest.append(
            (min(x for x, _ in lit), max(x for x, _ in lit), min(y for _, y in lit), max(y for _, y in lit))
        )
    assert max(abs(a - b) for a, b in zip(*brightest, strict=True)) <= 1


def test_pictures_without_millimetres_align_by_the_pixels_of_their_source(qtbot) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    source = flat("scan", 0.5, (60, 80), extent_mm=None)
    view.set_outputs([source, flat("result", 0.5, (120, 160), extent_mm=None, span=(60.0, 80.0))])
    view.resize(800, 400)
    view.show()
    readings: list[CursorReading] = []
    view.cursor_moved.connect(readings.append)
    target = canvas(view, "result")
    qtbot.mouseMove(target.viewport(), pos=target.pixel(QPointF(40, 30)).toPoint())
    assert readings[-1].unit == "px"
    assert readings[-1].x == pytest.approx(40, abs=0.2)
    assert readings[-1].y == pytest.approx(30, abs=0.2)


def test_the_curtain_shows_one_output_on_each_side_and_follows_the_mouse(qtbot, view: CompareView) -> None:
    view.set_curtain("bicubic", "result")
    (pane,) = panes(view)
    big, middle = pane.canvas, 0.3
    assert big.width() > 700
    for position in (0.5, 0.25):
        image, line, y = big.grab().toImage(), position * big.width(), middle * big.height()
        assert view.curtain_position() == pytest.approx(position, abs=2 / big.width())
        assert grey(image, line - 8, y) == 102
        assert grey(image, line + 8, y) == 204
        assert grey(image, line, y) > 215
        drag(qtbot, big, QPoint(round(line), 100), QPoint(round(big.width() * 0.25), 100))
    turn(big, QPointF(300, 200), 2)
    assert view.curtain_position() == pytest.approx(0.25, abs=2 / big.width())


def test_the_round_handle_also_moves_the_curtain_and_a_drag_beside_it_pans(qtbot, view: CompareView) -> None:
    view.set_curtain("input", "result")
    big = panes(view)[0].canvas
    handle = QPoint(big.width() // 2 + 12, round(big.height() * 0.8))
    with qtbot.waitSignal(view.curtain_moved):
        drag(qtbot, big, handle, QPoint(600, 400))
    before = view.curtain_position()
    drag(qtbot, big, QPoint(100, 200), QPoint(150, 200))
    assert view.curtain_position() == before


def test_arrow_keys_move_the_curtain_and_shift_moves_it_faster(qtbot, view: CompareView) -> None:
    view.set_curtain("input", "result")
    big = panes(view)[0].canvas
    qtbot.keyClick(big, Qt.Key.Key_Right)
    assert view.curtain_position() == pytest.approx(0.51)
    qtbot.keyClick(big, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.curtain_position() == pytest.approx(0.41)
    for _ in range(6):
        qtbot.keyClick(big, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.curtain_position() == 0


def test_leaving_the_curtain_brings_the_panes_back(view: CompareView) -> None:
    view.set_curtain("input", "result")
    assert len(panes(view)) == 1
    view.set_curtain("input", None)
    assert [pane.key for pane in panes(view)] == ["input", "bicubic", "result", "difference"]


def test_flip_shows_the_reference_in_every_pane_while_it_is_held(view: CompareView) -> None:
    def greys() -> list[int]:
        shots = [pane.canvas.grab().toImage() for pane in panes(view) if pane.key != "difference"]
        return [grey(shot, shot.width() / 2, shot.height() / 2) for shot in shots]

    assert greys() == [51, 102, 204]
    view.dressing.flip(True)
    assert greys() == [102, 102, 102]
    view.dressing.flip(False)
    assert greys() == [51, 102, 204]


def test_the_reading_under_the_mouse_tells_millimetres_and_every_outputs_grey(qtbot, view: CompareView) -> None:
    image = np.zeros((60, 80), np.float32)
    image[20:22, 40:42] = 100 / 255
    view.set_outputs([replace(view.outputs()[0], image=image), *view.outputs()[1:]])
    target = canvas(view, "result")
    with qtbot.waitSignal(view.cursor_moved) as heard:
        qtbot.mouseMove(target.viewport(), pos=target.pixel(QPointF(20.5, 10.5)).toPoint())
    reading = heard.args[0]
    assert reading.unit == "mm"
    assert reading.x == pytest.approx(20.5, abs=0.12)
    assert reading.y == pytest.approx(10.5, abs=0.12)
    assert reading.values == pytest.approx({"input": 100, "bicubic": 102, "result": 204}, abs=0.01)


def test_there_is_no_reading_outside_the_picture_nor_when_the_mouse_leaves(qtbot, view: CompareView) -> None:
    readings: list[CursorReading | None] = []
    view.cursor_moved.connect(readings.append)
    target = canvas(view, "input")
    view.zoom_by(0.5)
    qtbot.mouseMove(target.viewport(), pos=QPoint(2, 2))
    qtbot.mouseMove(target.viewport(), pos=target.pixel(QPointF(20, 15)).toPoint())
    QApplication.sendEvent(target, QEvent(QEvent.Type.Leave))
    assert [reading is None for reading in readings] == [True, False, True]


def test_one_to_one_puts_every_pixel_of_the_active_output_on_one_of_the_screen(qtbot, view: CompareView) -> None:
    rng = np.random.default_rng(0)
    image = (rng.integers(0, 256, (800, 1000)) / 255).astype(np.float32)
    view.set_outputs([Output("scan", "Scan", image, (32.0, 40.0))])
    with qtbot.waitSignal(view.zoom_changed) as heard:
        view.one_to_one()
    assert heard.args == [pytest.approx(100)]
    only = panes(view)[0].canvas
    top = only.view().topLeft()
    row, column = round(top.y() / 0.04), round(top.x() / 0.04)
    shot = only.grab().toImage()
    seen = [grey(shot, x, 300) for x in range(60, 500)]
    assert seen == [round(float(v) * 255) for v in image[row + 300, column + 60 : column + 500]]


def test_fit_shows_the_whole_picture_also_after_the_window_grows(qtbot, view: CompareView) -> None:
    view.zoom_by(5)
    view.fit()
    view.resize(1000, 700)
    rect = view.view_rect()
    assert rect.contains(QRectF(0.2, 0.2, MM[1] - 0.4, MM[0] - 0.4))
    assert min(rect.width() / MM[1], rect.height() / MM[0]) == pytest.approx(1, abs=0.01)


def test_new_pictures_of_the_same_field_keep_the_zoom_and_others_are_fitted(view: CompareView) -> None:
    view.zoom_by(4)
    before = view.view_rect()
    view.set_outputs([*view.outputs(), flat("truth", 0.6, (120, 160))])
    assert view.view_rect().center().x() == pytest.approx(before.center().x(), abs=0.1)
    view.update_output(flat("result", 0.1, (120, 160)))
    assert view.zoom() > 0
    view.set_outputs([flat("other", 0.5, extent_mm=(10.0, 10.0))])
    assert view.view_rect().contains(QRectF(0.1, 0.1, 9.8, 9.8))


def test_an_updated_output_is_painted(view: CompareView) -> None:
    view.update_output(flat("result", 1.0, (120, 160), super_resolved=True))
    shot = canvas(view, "result").grab().toImage()
    assert grey(shot, shot.width() / 2, shot.height() / 2) == 255
    assert [output.key for output in view.outputs()] == ["input", "bicubic", "result"]


def test_double_click_and_return_maximise_a_pane_and_bring_the_others_back(qtbot, view: CompareView) -> None:
    qtbot.mouseDClick(canvas(view, "result").viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert [pane.key for pane in panes(view)] == ["result"]
    qtbot.keyClick(canvas(view, "result"), Qt.Key.Key_Return)
    assert [pane.key for pane in panes(view)] == ["input", "bicubic", "result", "difference"]


def test_pressing_a_pane_makes_its_output_the_active_one(qtbot, view: CompareView) -> None:
    with qtbot.waitSignal(view.active_changed) as heard:
        qtbot.mouseClick(canvas(view, "result").viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert heard.args == ["result"]
    assert view.active() == "result"
    pixels_per_mm = canvas(view, "result").width() / view.view_rect().width()
    assert view.zoom() == pytest.approx(100 * pixels_per_mm * MM[1] / 160, rel=1e-3)


def test_two_panes_show_the_reference_and_the_active_output_and_one_pane_the_active_one(view: CompareView) -> None:
    view.set_active("result")
    view.set_layout(2)
    assert [pane.key for pane in panes(view)] == ["bicubic", "result"]
    view.set_active("input")
    assert [pane.key for pane in panes(view)] == ["input", "bicubic"]
    view.set_layout(1)
    assert [pane.key for pane in panes(view)] == ["input"]


def test_every_result_says_that_it_is_not_for_diagnosis_even_without_marks(view: CompareView) -> None:
    def lit(key: str) -> int:
        shot = canvas(view, key).grab().toImage()
        strip = [(x, y) for x in range(30, 210) for y in range(shot.height() - 24, shot.height() - 4)]
        return sum(grey(shot, x, y) > 150 for x, y in strip)

    view.set_outputs([replace(output, image=output.image * 0) for output in view.outputs()])
    view.dressing.set_marks(False)
    assert lit("result") > 100
    assert lit("bicubic") == 0


def test_a_difference_is_nearly_black_where_nothing_changed_and_coloured_by_its_sign(qtbot, view: CompareView) -> None:
    image = np.full((60, 80), 0.5, np.float32)
    changed = image.copy()
    changed[:, :26] -= np.float32(0.1)
    changed[:, 54:] += np.float32(0.1)
    view.set_outputs([Output("truth", "Truth", image, MM, chip="reference"), Output("sr", "Result", changed, MM)])
    view.set_active("sr")
    view.set_layout(1)
    view.set_comparison(Difference.SIGNED)
    qtbot.waitUntil(lambda: view.dressing.worn is not None, timeout=5000)
    only = panes(view)[0].canvas
    assert only.accessibleName() == "Difference of Result from Truth"
    shot = only.grab().toImage()
    y, width = shot.height() / 2 + 30, shot.width()
    minus, zero, plus = (shot.pixelColor(round(width * at), round(y)) for at in (0.3, 0.5, 0.7))
    assert minus.blue() > minus.red() + 40
    assert plus.red() > plus.blue() + 40
    assert zero.lightness() < 20
    readings: list[CursorReading] = []
    view.cursor_moved.connect(readings.append)
    qtbot.mouseMove(only.viewport(), pos=QPoint(round(width * 0.3), round(y)))
    assert readings[-1].laid == "Difference −25.5 grey levels"


def test_tab_reaches_every_pane_and_shows_where_it_is(qtbot, view: CompareView) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    canvas(view, "input").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas(view, "input"), Qt.Key.Key_Tab)
    assert canvas(view, "bicubic").hasFocus()
    assert view.active() == "bicubic"
    assert canvas(view, "bicubic").accessibleName() == "Picture 2: Bicubic"
    shot = canvas(view, "bicubic").grab().toImage()
    assert shot.pixelColor(shot.width() // 2, 0) == QColor("#6FB4EA")


def test_six_panes_of_a_megapixel_are_all_painted_anew_by_one_turn_of_the_wheel(view: CompareView) -> None:
    rng = np.random.default_rng(1)
    image = rng.random((1000, 1000), np.float32)
    view.set_layout(6)
    view.resize(1400, 900)
    view.set_outputs([Output(f"{i}", f"Output {i}", image, (40.0, 40.0)) for i in range(6)])
    before = [pane.canvas.grab().toImage() for pane in panes(view)]
    turn(canvas(view, "0"), QPointF(200, 150), 1)
    after = [pane.canvas.grab().toImage() for pane in panes(view)]
    assert len(after) == 6
    assert all(now != then for now, then in zip(after, before, strict=True))
    assert all(shot == after[0] for shot in after)
