"""The loss plot: what it draws of what arrived."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from ussr_gui.viewers.curves import LossPlot
from ussr_gui.viewers.loss_axes import log_ticks, short_number
from ussr_gui.viewers.readings import spoken
from ussr_gui.viewers.series import Series, as_logarithm, smoothed, thinned


@pytest.fixture
def plot(qtbot) -> LossPlot:
    plot = LossPlot()
    plot.resize(900, 260)
    qtbot.addWidget(plot)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def train(plot: LossPlot, steps: int = 400, rate: float = 1e-3) -> None:
    plot.begin_stage("Training ×2", 0)
    for step in range(1, steps + 1):
        losses = {"training": 0.05 / step**0.5}
        if step % 10 == 0:
            losses["held out"] = 0.06 / step**0.5
        plot.add(step, losses, rate if step <= 200 else rate / 10, step // 10 * 10 or None)


def drawn(plot: LossPlot, qtbot) -> list[tuple[np.ndarray, np.ndarray]]:
    """The curves on screen, once the timer has drawn them."""
    plot.axes.repaint()
    items = [item for item in plot.axes.getPlotItem().items if isinstance(item, pg.PlotCurveItem)]
    return [item.getData() for item in items if item.getData()[0] is not None and len(item.getData()[0])]


def words(plot: LossPlot) -> list[str]:
    return [item.toPlainText() for item in plot.axes.getPlotItem().items if isinstance(item, pg.TextItem)]


def wait_for(plot: LossPlot, qtbot, said: str) -> None:
    qtbot.waitUntil(lambda: said in words(plot), timeout=3000)


def readings(plot: LossPlot) -> list[str]:
    return [label.text() for label in plot.findChildren(QLabel) if label.isVisible() and label.text()]


def test_before_training_it_says_when_the_curve_appears(plot: LossPlot) -> None:
    assert "The curve appears when training starts." in readings(plot)
    assert not plot.axes.isVisible()


def test_training_is_drawn_raw_and_smoothed_the_held_out_loss_once_and_best_and_now_are_marked(
    qtbot, plot: LossPlot
) -> None:
    train(plot)
    wait_for(plot, qtbot, "now 400")
    assert len(drawn(plot, qtbot)) == 3
    assert "best 400" in words(plot)
    assert "rate ÷ 10" in words(plot)
    assert "steps" in words(plot)
    shown = readings(plot)
    assert "Held out" in shown
    assert short_number(0.06 / 400**0.5) in shown


def test_the_curve_is_drawn_by_a_timer_and_not_by_every_measurement(qtbot, plot: LossPlot, monkeypatch) -> None:
    drawings = []
    real = plot.axes.draw
    monkeypatch.setattr(plot.axes, "draw", lambda *what: (drawings.append(1), real(*what)))
    train(plot, 2000)
    assert not drawings
    wait_for(plot, qtbot, "now 2000")
    assert len(drawings) == 1


def test_zero_and_nan_leave_gaps_on_the_log_axis_and_nothing_breaks(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step, loss in enumerate([0.1, 0.0, 0.05, math.nan, 0.02, -1.0, math.inf, 0.01], 1):
        plot.add(step, {"training": loss}, 1e-3, None)
    plot.findChild(QComboBox).setCurrentIndex(0)
    wait_for(plot, qtbot, "now 8")
    (curve,) = drawn(plot, qtbot)
    assert np.isnan(curve[1]).tolist() == [False, True, False, True, False, True, True, False]
    assert curve[1][0] == pytest.approx(-1)
    linear = next(button for button in plot.findChildren(QPushButton) if button.text() == "Linear")
    qtbot.mouseClick(linear, Qt.MouseButton.LeftButton)
    (curve,) = drawn(plot, qtbot)
    assert curve[1][1] == 0
    assert np.isnan(curve[1]).tolist() == [False, False, False, True, False, False, True, False]


def test_a_run_of_nothing_but_nan_is_borne(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step in range(1, 5):
        plot.add(step, {"training": math.nan}, 1e-3, None)
    wait_for(plot, qtbot, "now 4")
    assert drawn(plot, qtbot) == []


def test_pointing_at_a_step_reads_the_values_there_and_leaving_reads_the_newest(qtbot, plot: LossPlot) -> None:
    train(plot)
    plot.findChild(QComboBox).setCurrentIndex(0)
    wait_for(plot, qtbot, "now 400")
    box = plot.axes.getPlotItem().vb
    scene = box.mapViewToScene(pg.Point(100, box.viewRange()[1][0]))
    qtbot.mouseMove(plot.axes.viewport(), pos=QPoint(round(scene.x()), plot.axes.height() // 2))
    at = next(words for words in readings(plot) if words.startswith("at step "))
    step = int(at.removeprefix("at step "))
    assert abs(step - 100) <= 1
    assert short_number(0.05 / step**0.5) in readings(plot)
    assert short_number(0.06 / 100**0.5) in readings(plot)
    plot.axes.pointed.emit(None)
    assert short_number(0.05 / 400**0.5) in readings(plot)


def test_the_arrow_keys_move_the_reading(qtbot, plot: LossPlot) -> None:
    train(plot)
    wait_for(plot, qtbot, "now 400")
    for _ in range(3):
        qtbot.keyClick(plot.axes, Qt.Key.Key_Right)
    first = next(words for words in readings(plot) if words.startswith("at step "))
    qtbot.keyClick(plot.axes, Qt.Key.Key_Left)
    assert next(words for words in readings(plot) if words.startswith("at step ")) != first
    qtbot.keyClick(plot.axes, Qt.Key.Key_Escape)
    assert not any(words.startswith("at step ") for words in readings(plot))


def test_a_stage_that_counts_from_the_start_again_follows_the_one_before_with_no_line_between(
    qtbot, plot: LossPlot
) -> None:
    train(plot)
    plot.begin_stage("Training ×4", 0)
    for step in range(1, 101):
        plot.add(step, {"training": 0.2 / step}, 1e-3, None)
    wait_for(plot, qtbot, "now 100")
    assert "Training ×4" in words(plot)
    for steps, heights in drawn(plot, qtbot)[:2]:
        assert steps.max() == 500
        assert np.isfinite(heights[steps <= 399]).all()
        assert np.isnan(heights[(steps > 399) & (steps < 400)]).all()
        assert np.isnan(heights).sum() == 1


def test_a_finished_run_has_no_now_and_a_new_run_begins_empty(qtbot, plot: LossPlot) -> None:
    train(plot)
    plot.finish()
    wait_for(plot, qtbot, "best 400")
    assert not any(said.startswith("now") for said in words(plot))
    plot.reset()
    assert "The curve appears when training starts." in readings(plot)
    assert "Held out" not in readings(plot)


def test_a_gliding_learning_rate_is_not_marked_as_drops(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step in range(1, 300):
        plot.add(step, {"training": 1 / step}, 1e-3 * 0.99**step, None)
    wait_for(plot, qtbot, "now 299")
    assert not any(said.startswith("rate") for said in words(plot))


def test_a_hundred_thousand_points_are_drawn_by_few_and_the_best_is_among_them(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step in range(1, 100_001):
        plot.add(step, {"training": 0.5 if step != 77_777 else 0.001}, 1e-3, 77_777 if step >= 77_777 else None)
    plot.findChild(QComboBox).setCurrentIndex(0)
    wait_for(plot, qtbot, "best 77777")
    (curve,) = drawn(plot, qtbot)
    assert curve[0].size < 5000
    assert curve[1].min() == pytest.approx(-3)


@given(hnp.arrays(float, st.integers(1, 3000), elements=st.floats(-10, 10) | st.just(math.nan)), st.integers(20, 400))
@settings(max_examples=60, deadline=None)
def test_thinning_keeps_the_extremes_the_ends_and_the_gaps(values: np.ndarray, room: int) -> None:
    steps = np.arange(values.size, dtype=float)
    few_steps, few = thinned(steps, values, room)
    assert few_steps[0] == steps[0]
    assert few_steps[-1] == steps[-1]
    assert few.size <= 1.5 * room + 4
    assert np.isnan(few).any() == np.isnan(values).any()
    if np.isfinite(values).any():
        assert np.nanmin(few) == np.nanmin(values)
        assert np.nanmax(few) == np.nanmax(values)


@given(st.floats(-3, 3), st.integers(1, 60), st.integers(2, 40))
def test_smoothing_leaves_a_constant_loss_alone(level: float, size: int, over: int) -> None:
    assert smoothed(np.full(size, level), over) == pytest.approx(np.full(size, level), abs=1e-9)


@given(st.floats(-8, 3), st.floats(0.05, 6), st.integers(3, 9))
def test_numbers_on_the_log_axis_lie_on_it_and_are_few(low: float, span: float, most: int) -> None:
    ticks = log_ticks(low, low + span, most)
    assert 1 <= len(ticks) <= max(most, 5)
    assert all(low - 1e-6 <= math.log10(tick) <= low + span + 1e-6 for tick in ticks)


def test_short_numbers_keep_three_digits() -> None:
    said = [short_number(value) for value in (0.0036612, 12.3456, 2.1e-7, 0.0, math.nan)]
    assert said == ["0.00366", "12.3", "2.10e−7", "0.00", "–"]


def test_a_series_gives_what_was_measured_at_a_step_and_nothing_where_nothing_was() -> None:
    series = Series()
    assert series.at(3) is None
    for step in range(0, 3000, 10):
        series.add(step, step / 10)
    assert series.at(1230) == 123
    assert series.at(1234) is None
    assert series.at(-5) is None
    assert series.at(1e9) is None


def test_a_number_without_a_logarithm_is_a_gap() -> None:
    assert np.isnan(as_logarithm(np.array([0.0, -1.0, np.nan, np.inf]))).all()


def test_many_curves_have_all_their_readings_on_screen_in_lines(qtbot, plot: LossPlot) -> None:
    names = ["generators", "cycle", "perceptual", "adversarial", "critic fine", "critic coarse", "held out"]
    plot.resize(640, 300)
    plot.begin_stage("Training ×2", 0)
    for step in range(1, 40):
        plot.add(step, {name: (i + 1) / step for i, name in enumerate(names)}, 1e-3, step)
    wait_for(plot, qtbot, "now 39")
    shown = [label for label in plot.findChildren(QLabel) if label.isVisible() and label.text() in map(spoken, names)]
    assert len(shown) == len(names)
    places = [label.mapTo(plot, QPoint(0, 0)) for label in shown]
    assert len({place.y() for place in places}) > 1
    assert all(place.x() + label.width() <= plot.width() for place, label in zip(places, shown, strict=True))
    plot.resize(1600, 300)
    qtbot.waitUntil(lambda: len({label.mapTo(plot, QPoint(0, 0)).y() for label in shown}) == 1, timeout=3000)


def test_the_best_is_marked_only_where_it_was_measured(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step in (10, 20, 30):
        plot.add(step, {"training": 1 / step, "held out": 1.2 / step}, 1e-3, 0)
    wait_for(plot, qtbot, "now 30")
    assert not any(said.startswith("best") for said in words(plot))
    plot.add(40, {"training": 1 / 40, "held out": 1.2 / 40}, 1e-3, 40)
    wait_for(plot, qtbot, "best 40")


def test_a_few_measurements_are_not_smoothed_flat(qtbot, plot: LossPlot) -> None:
    plot.begin_stage("Training", 0)
    for step in range(1, 11):
        plot.add(step, {"training": 1 / step}, 1e-3, None)
    wait_for(plot, qtbot, "now 10")
    heights = drawn(plot, qtbot)[-1][1]
    assert heights.max() - heights.min() > 0.5
