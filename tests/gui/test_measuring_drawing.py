"""Drawing on the panes of the real window: by mouse, by keys, and back again."""

from __future__ import annotations

import math

import numpy as np
import pytest
from measuring_hands import LEFT, canvases, cells, drag, draw, open_picture, pixel, place
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton

from ussr_gui import theme


def values(window) -> list[str]:
    return [row[1] for row in cells(window.measuring.panel.shapes)]


def shapes(window):
    return window.measuring.measurements.shapes


@pytest.fixture
def finished(qtbot, opened):
    """A run with its outputs in three panes and the difference."""
    opened.resize(1440, 900)
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    qtbot.waitUntil(lambda: len(canvases(opened)) == 4, timeout=5000)
    return opened


def is_painted(canvas, at, colour: QColor) -> bool:
    """Whether a pixel of this colour is near this one."""
    shot = canvas.grab().toImage()
    near = [shot.pixelColor(at.x() + dx, at.y() + dy) for dx in range(-3, 4) for dy in range(-3, 4)]
    return any(
        abs(one.red() - colour.red()) + abs(one.green() - colour.green()) + abs(one.blue() - colour.blue()) < 60
        for one in near
    )


def test_a_caliper_drawn_on_one_pane_appears_on_all_and_its_millimetres_in_the_table(qtbot, finished):
    canvas = draw(qtbot, finished, "caliper", (10, 10), (50, 30), pane=1)
    ends = [place(canvas, pixel(finished, canvas, *end)) for end in ((10, 10), (50, 30))]
    length = math.hypot(ends[1].x() - ends[0].x(), ends[1].y() - ends[0].y())
    assert cells(finished.measuring.panel.shapes) == [["Distance 1", f"{length:.2f}", "mm"]]
    assert length == pytest.approx(math.hypot(8, 2), abs=0.1)
    colour = QColor(theme.current().calipers[0])
    assert all(is_painted(one, pixel(finished, one, 50, 30), colour) for one in canvases(finished))
    assert finished.measuring.dock.isVisible()


def test_a_length_is_the_same_after_zooming_and_drawing_goes_on_where_one_looks(qtbot, finished):
    canvas = draw(qtbot, finished, "caliper", (10, 10), (50, 30))
    before = values(finished)
    finished.pictures.compare.zoom_by(3)
    assert values(finished) == before
    end = shapes(finished)[0].points[0]
    corner = pixel(finished, canvas, 30, 20)
    drag(qtbot, canvas, corner, corner + (pixel(finished, canvas, 32, 20) - pixel(finished, canvas, 30, 20)))
    assert shapes(finished)[0].points[0] == end
    assert shapes(finished)[1].points[1][0] == pytest.approx(32, abs=0.2)


def test_ends_are_dragged_by_mouse_and_by_arrow_keys_and_undo_takes_both_back(qtbot, finished):
    canvas = draw(qtbot, finished, "caliper", (10, 10), (50, 30))
    drawn = shapes(finished)[0]
    finished.actions_["select"].trigger()
    drag(qtbot, canvas, pixel(finished, canvas, 50, 30), pixel(finished, canvas, 40, 30))
    dragged = shapes(finished)[0]
    assert dragged.points[0] == drawn.points[0]
    assert dragged.points[1][0] == pytest.approx(40, abs=0.5)
    canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    nudged = shapes(finished)[0]
    assert nudged.points[1] == pytest.approx((dragged.points[1][0] + 3, dragged.points[1][1] + 0.1))
    for expected in (dragged, drawn):
        finished.actions_["undo"].trigger()
        assert shapes(finished)[0] == expected
    finished.actions_["undo"].trigger()
    assert not shapes(finished)
    assert not finished.actions_["undo"].isEnabled()
    for _ in range(3):
        finished.actions_["redo"].trigger()
    assert shapes(finished)[0] == nudged


def test_the_menu_says_what_undo_takes_back(qtbot, opened):
    draw(qtbot, opened, "caliper", (10, 10), (50, 30))
    assert opened.actions_["undo"].text() == "Undo draw Distance 1"
    opened.actions_["delete_measurement"].trigger()
    assert opened.actions_["undo"].text() == "Undo delete Distance 1"
    opened.actions_["undo"].trigger()
    assert opened.actions_["redo"].text() == "Redo delete Distance 1"
    assert values(opened)


def test_a_shape_is_taken_by_its_line_and_moved_whole_but_not_out_of_the_picture(qtbot, opened):
    canvas = draw(qtbot, opened, "caliper", (10, 10), (50, 10))
    before = shapes(opened)[0].points
    opened.actions_["select"].trigger()
    drag(qtbot, canvas, pixel(opened, canvas, 30, 10), pixel(opened, canvas, 30, 25))
    after = shapes(opened)[0].points
    assert [x for x, _ in after] == pytest.approx([x for x, _ in before], abs=0.5)
    assert after[0][1] == pytest.approx(25, abs=0.5)
    drag(qtbot, canvas, pixel(opened, canvas, 30, 25), pixel(opened, canvas, 30, 39) + pixel(opened, canvas, 0, 30))
    assert max(y for _, y in shapes(opened)[0].points) <= 40


def test_a_drag_beside_every_shape_still_moves_the_panes(qtbot, opened):
    canvas = draw(qtbot, opened, "caliper", (10, 10), (50, 10))
    opened.actions_["select"].trigger()
    opened.pictures.compare.zoom_by(2)
    before = opened.pictures.compare.view_rect()
    drag(qtbot, canvas, pixel(opened, canvas, 30, 25), pixel(opened, canvas, 25, 25))
    assert opened.pictures.compare.view_rect().left() > before.left()
    assert opened.measuring.measurements.shape is None


def test_clicks_draw_as_drags_do_and_a_polygon_closes_with_return(qtbot, opened):
    opened.actions_["caliper"].trigger()
    canvas = canvases(opened)[0]
    for x, y in ((10, 10), (40, 20)):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(opened, canvas, x, y))
    opened.actions_["angle"].trigger()
    for x, y in ((50, 5), (30, 5), (30, 35)):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(opened, canvas, x, y))
    opened.actions_["polygon"].trigger()
    for x, y in ((5, 25), (25, 25), (25, 35), (5, 35)):
        qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(opened, canvas, x, y))
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    names, figures, units = zip(*cells(opened.measuring.panel.shapes), strict=True)
    assert names == ("Distance 1", "Angle 1", "Polygon 1")
    assert units == ("mm", "°", "mm²")
    assert float(figures[1]) == pytest.approx(90, abs=1.5)
    assert float(figures[2]) == pytest.approx(4 * 1, rel=0.06)


def test_escape_leaves_a_drawing_then_the_tool_then_the_choice(qtbot, opened):
    canvas = draw(qtbot, opened, "caliper", (10, 10), (50, 10))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=pixel(opened, canvas, 10, 30))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert len(shapes(opened)) == 1
    assert opened.actions_["caliper"].isChecked()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert opened.actions_["select"].isChecked()
    opened.measuring.measurements.choose(1)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert opened.measuring.measurements.shape is None


@pytest.mark.parametrize("tool", ["caliper", "angle", "polygon", "ellipse", "pair"])
def test_every_shape_can_be_drawn_and_moved_without_a_mouse(qtbot, opened, tool):
    opened.activateWindow()
    opened.actions_[tool].trigger()
    canvas = canvases(opened)[0]
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    (drawn,) = shapes(opened)
    opened.actions_["next_point"].trigger()
    opened.actions_["next_point"].trigger()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    (moved,) = shapes(opened)
    assert moved.points[0] == pytest.approx((drawn.points[0][0] - 1, drawn.points[0][1]))
    assert moved.points[1:] == drawn.points[1:]
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    opened.actions_["delete_measurement"].trigger()
    assert not shapes(opened)


def test_a_slip_of_the_hand_leaves_no_shape(qtbot, opened):
    opened.actions_["ellipse"].trigger()
    canvas = canvases(opened)[0]
    start = pixel(opened, canvas, 20, 20)
    drag(qtbot, canvas, start, start + pixel(opened, canvas, 40, 20) - pixel(opened, canvas, 20, 20))
    assert not shapes(opened)


def test_measurements_stay_with_their_scan_and_survive_other_outputs_of_it(qtbot, opened, tmp_path):
    draw(qtbot, opened, "caliper", (10, 10), (50, 30))
    before, figures = shapes(opened), values(opened)
    opened.actions_["select"].trigger()
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    assert len(canvases(opened)) > 1
    assert (shapes(opened), values(opened)) == (before, figures)
    stacks = len(opened.measuring.measurements.group.stacks())
    opened.session.choose_scan("phantom:0")
    assert len(opened.measuring.measurements.group.stacks()) == stacks
    open_picture(qtbot, opened, tmp_path, np.full((50, 50), 0.5))
    assert not shapes(opened)
    assert not opened.actions_["undo"].isEnabled()
    opened.session.choose_scan("phantom:0")
    assert shapes(opened) == before
    opened.actions_["undo"].trigger()
    assert not shapes(opened)


def test_a_name_given_in_the_table_holds_and_an_empty_one_does_not(qtbot, opened):
    draw(qtbot, opened, "caliper", (10, 10), (50, 30))
    table = opened.measuring.panel.shapes
    for typed, kept in (("Intima", "Intima"), (" ", "Intima")):
        table.item(0, 0).setText(typed)
        assert table.item(0, 0).text() == kept
        assert shapes(opened)[0].name == kept
    opened.actions_["undo"].trigger()
    assert table.item(0, 0).text() == "Distance 1"


def test_the_row_that_one_goes_to_is_chosen_on_the_panes(qtbot, opened):
    draw(qtbot, opened, "caliper", (10, 10), (50, 10))
    draw(qtbot, opened, "caliper", (10, 30), (50, 30))
    table = opened.measuring.panel.shapes
    assert table.currentRow() == 1
    table.setCurrentCell(0, 0)
    assert opened.measuring.measurements.chosen == 1
    opened.actions_["next_measurement"].trigger()
    assert table.currentRow() == 1


def test_hidden_marks_cannot_be_taken_hold_of_and_come_back_with_a_tool(qtbot, opened):
    canvas = draw(qtbot, opened, "caliper", (10, 10), (50, 10))
    opened.actions_["select"].trigger()
    opened.actions_["marks"].trigger()
    colour = QColor(theme.current().calipers[0])
    assert not is_painted(canvas, pixel(opened, canvas, 50, 10), colour)
    before = shapes(opened)
    drag(qtbot, canvas, pixel(opened, canvas, 50, 10), pixel(opened, canvas, 40, 20))
    assert shapes(opened) == before
    opened.actions_["caliper"].trigger()
    assert opened.actions_["marks"].isChecked()


def test_every_tool_of_the_panel_says_its_name_and_its_key(opened):
    opened.actions_["measure_panel"].trigger()
    buttons = [one for one in opened.measuring.panel.findChildren(QToolButton) if one.defaultAction()]
    assert len(buttons) == 10
    for button in buttons:
        assert button.accessibleName()
        assert "(" in button.toolTip()


def test_the_curtain_keeps_its_grip_while_a_tool_is_in_hand(qtbot, finished):
    finished.actions_["curtain"].trigger()
    finished.actions_["caliper"].trigger()
    (canvas,) = canvases(finished)
    line = QPointF(canvas.width() / 2, 60).toPoint()
    with qtbot.waitSignal(finished.pictures.compare.curtain_moved):
        drag(qtbot, canvas, line, line + (QPointF(80, 0)).toPoint())
    assert not shapes(finished)
