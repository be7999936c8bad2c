"""Scrubbing through training: the mouse on the loss plot and the keys choose which moment the panes show."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ussr_gui.records import RunState
from ussr_gui.wanted import Wanted


def output(window):
    """What the pane of the run shows."""
    return next(one for one in window.pictures.compare.outputs() if one.super_resolved)


def header(window) -> str:
    """All words in the headers of the panes."""
    labels = window.pictures.compare.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def place_of(window, step: float) -> QPoint:
    """Where a step lies on the loss plot."""
    axes = window.loss.axes
    scene = axes.getPlotItem().vb.mapViewToScene(pg.Point(step, axes.getPlotItem().viewRange()[1][0]))
    return QPoint(round(scene.x()), axes.height() // 2)


@pytest.fixture
def finished(qtbot, opened):
    """A run of 200 steps that has ended, its curve drawn."""
    opened.method.knobs.control("recipe.steps").setValue(200)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    opened.curves.setCurrentWidget(opened.loss)
    qtbot.waitUntil(lambda: opened.loss.axes.getPlotItem().viewRange()[0][1] > 150, timeout=5000)
    return opened


def drag(qtbot, window, *steps: float) -> None:
    viewport = window.loss.axes.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(window, steps[0]))
    for step in steps[1:]:
        qtbot.mouseMove(viewport, pos=place_of(window, step))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(window, steps[-1]))


def test_pressing_on_the_curve_shows_the_picture_of_that_moment_with_its_step_in_the_header(qtbot, finished):
    newest = output(finished).image
    drag(qtbot, finished, 50)
    seen = output(finished)
    moment = finished.session.shown.moment
    assert abs(moment.step - 50) <= 15
    assert seen.chip == f"step {moment.step}"
    assert f"step {moment.step}" in header(finished)
    assert np.allclose(seen.image, np.clip(newest * (1 - 1 / moment.step), 0, 1), atol=1 / 255)
    assert finished.loss.axes.moments.chosen == (moment.step, f"picture of step {moment.step}")


def test_dragging_passes_through_the_kept_pictures_and_the_right_end_is_the_result_again(qtbot, finished):
    seen: list[int | None] = []
    finished.session.moment_chosen.connect(lambda run: seen.append(run.moment.step if run.moment else None))
    drag(qtbot, finished, 20, 60, 120, 205)
    assert len(seen) >= 4
    assert seen[:-1] == sorted(seen[:-1])
    assert seen[-1] is None
    assert output(finished).image is finished.session.shown.result.sr.image
    assert finished.loss.axes.moments.chosen is None


def test_escape_on_the_plot_goes_back_to_the_newest(qtbot, finished):
    drag(qtbot, finished, 50)
    assert finished.session.shown.moment is not None
    qtbot.keyClick(finished.loss.axes, Qt.Key.Key_Escape)
    assert finished.session.shown.moment is None
    assert output(finished).image is finished.session.shown.result.sr.image


def test_keys_go_from_moment_to_moment_and_back_to_the_newest(qtbot, finished):
    actions, run = finished.actions_, finished.session.shown
    assert actions["moment_earlier"].isEnabled()
    assert not actions["moment_later"].isEnabled()
    steps = [moment.step for moment in run.earlier]
    qtbot.keyClick(finished, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert run.moment.step == steps[-1]
    qtbot.keyClick(finished, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert run.moment.step == steps[-2]
    qtbot.keyClick(finished, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert run.moment.step == steps[-1]
    qtbot.keyClick(finished, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert run.moment is None
    finished.session.choose_moment(0)
    assert run.moment is run.earlier[0]
    assert not actions["moment_earlier"].isEnabled()
    qtbot.keyClick(finished, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert run.moment is None


def test_every_kept_picture_has_a_tick_on_the_plot_and_another_run_its_own(qtbot, finished):
    run = finished.session.shown
    assert finished.loss.axes.moments.ticks == [moment.step for moment in run.earlier]
    assert "Drag along the curve" in finished.loss.axes.toolTip()
    finished.method.knobs.control("recipe.steps").setValue(3)
    with qtbot.waitSignal(finished.session.result_ready, timeout=20_000):
        finished.actions_["start"].trigger()
    assert finished.loss.axes.moments.ticks == []
    assert finished.loss.axes.toolTip() == ""
    assert not finished.actions_["moment_earlier"].isEnabled()
    finished.session.choose_run(run)
    assert len(finished.loss.axes.moments.ticks) == len(run.earlier)


def test_a_moment_stays_in_sight_while_training_goes_on_and_the_newest_comes_back_when_asked(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(5000)
    opened.actions_["start"].trigger()
    session = opened.session
    qtbot.waitUntil(lambda: session.run is not None and len(session.run.moments) >= 4, timeout=20_000)
    opened.actions_["moment_earlier"].trigger()
    moment = session.run.moment
    with qtbot.waitSignal(session.preview_changed, timeout=20_000):
        pass
    assert session.run.moment is moment
    assert output(opened).chip == f"step {moment.step}"
    opened.actions_["moment_newest"].trigger()
    assert output(opened).facts.endswith(f"step {session.run.previewed.step}")
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        opened.actions_["cancel"].trigger()
    assert session.state is RunState.IDLE


def test_runs_of_one_scan_go_to_the_same_step_together(qtbot, session):
    for _ in range(2):
        with qtbot.waitSignal(session.result_ready, timeout=20_000):
            session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 40}))
    session.choose_moment(12)
    assert [run.moment.step for run in session.runs] == [10, 10]
    session.choose_moment(None)
    assert [run.moment for run in session.runs] == [None, None]
