"""The race in the window over a scripted engine: entered by clicks, run in turn, told in a table."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ussr_gui.racing.runner import State
from ussr_gui.records import RunState

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def enter(window, method: str = "plain", steps: int = 10, task: str = "challenge", **knobs) -> None:
    """Choose a method beside and press its button."""
    window.method.choose(method, 2, task, {"recipe.steps": steps, **{f"recipe.{k}": v for k, v in knobs.items()}})
    window.controls.enter.click()


def rows(window) -> list[list[str]]:
    table = window.racing.panel.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def column(window, number: int) -> list[str]:
    return [row[number] for row in rows(window)]


def over(qtbot, window, patience: int = 30_000) -> None:
    qtbot.waitUntil(lambda: window.racing.going is None, timeout=patience)


@pytest.fixture
def raced(qtbot, opened):
    """A window with the race's panel open."""
    opened.actions_["race_panel"].trigger()
    assert opened.racing.dock.isVisible()
    return opened


def test_the_panel_says_how_to_begin_and_nothing_can_be_started(raced):
    panel = raced.racing.panel
    assert not panel.begin.isEnabled()
    assert "Enter methods" in panel._empty.text()
    assert panel._empty.isVisible()


def test_runners_run_in_turn_and_the_table_ends_with_the_best_first(qtbot, raced):
    enter(raced, steps=10)
    enter(raced, steps=10, rate=0.01)
    enter(raced, "honest", steps=10, rate=0.1)
    assert column(raced, 2) == ["waiting"] * 3
    assert raced.racing.panel.clock == "0 of 3 done · 0.0 s"
    raced.racing.panel.begin.click()
    assert raced.racing.panel.begin.text() == "Stop race"
    over(qtbot, raced)
    assert rows(raced) == [
        ["1", "Honest ×2 · steps 10, rate 0.1", "finished", "34.50", "1.5 s"],
        ["2", "Plain ×2 · steps 10, rate 0.01", "finished", "33.50", "1.5 s"],
        ["3", "Plain ×2 · steps 10", "finished", "32.50", "1.5 s"],
    ]
    table = raced.racing.panel.table
    assert table.horizontalHeaderItem(3).text() == "PSNR dB"
    assert raced.racing.panel.clock.startswith("3 of 3 done · ")
    assert "The race is over; ahead: Honest ×2" in raced.status.words
    assert raced.session.runs[0].label == "Plain ×2 · steps 10"
    assert not raced.racing.panel.begin.isEnabled()


def test_every_runner_is_a_run_of_the_scan_and_its_result_is_shown_by_its_row(qtbot, raced):
    enter(raced, steps=10)
    enter(raced, steps=12, rate=0.01)
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    assert [run.path for run in raced.session.runs] == [raced.session.scan.path] * 2
    raced.racing.panel.table.setCurrentCell(1, 1)
    assert raced.session.shown is raced.session.runs[0]
    assert raced.racing.panel.said.startswith("Plain ×2 · steps 10: shrunk ÷2 by Method 1 and enlarged again.")


def test_a_failure_is_told_in_its_row_and_the_next_one_starts(qtbot, raced):
    enter(raced, "wrong", steps=41)
    enter(raced, steps=10)
    raced.actions_["race_begin"].trigger()
    over(qtbot, raced)
    assert column(raced, 0) == ["1", "–"]
    assert column(raced, 1) == ["Plain ×2 · steps 10", "Wrong ×2 · steps 41: The loss is not finite."]
    assert column(raced, 2) == ["finished", "stopped"]
    assert raced.racing.panel.table.item(1, 2).toolTip() == "The loss is not finite."


def test_the_race_outlives_an_engine_that_dies(qtbot, raced):
    enter(raced, "crash", steps=41)
    enter(raced, steps=10)
    raced.actions_["race_begin"].trigger()
    over(qtbot, raced, 60_000)
    assert column(raced, 1)[0] == "Plain ×2 · steps 10"
    assert column(raced, 1)[1].startswith("Crash ×2 · steps 41: The engine stopped unexpectedly")
    assert column(raced, 2) == ["finished", "stopped"]


def test_cancelling_one_goes_on_to_the_next(qtbot, raced):
    enter(raced, steps=5000)
    enter(raced, steps=10)
    raced.actions_["race_begin"].trigger()
    with qtbot.waitSignal(raced.session.checkpointed, timeout=20_000):
        pass
    raced.actions_["cancel"].trigger()
    over(qtbot, raced)
    assert [(row[1], row[2]) for row in rows(raced)] == [
        ("Plain ×2 · steps 10", "finished"),
        ("Plain ×2 · steps 5000", "cancelled"),
    ]


def test_skipping_by_its_key_starts_the_next_one(qtbot, raced):
    enter(raced, steps=5000)
    enter(raced, steps=10)
    assert not raced.actions_["race_skip"].isEnabled()
    qtbot.keyClick(raced, Qt.Key.Key_F8)
    with qtbot.waitSignal(raced.session.checkpointed, timeout=20_000):
        pass
    qtbot.keyClick(raced, Qt.Key.Key_F8, SHIFT)
    over(qtbot, raced)
    assert column(raced, 2) == ["finished", "cancelled"]


def test_stopping_finishes_the_one_that_runs_and_leaves_the_others_waiting(qtbot, raced):
    enter(raced, steps=5000)
    enter(raced, steps=10)
    raced.racing.panel.begin.click()
    with qtbot.waitSignal(raced.session.checkpointed, timeout=20_000):
        pass
    with qtbot.waitSignal(raced.session.result_ready, timeout=20_000):
        raced.racing.panel.begin.click()
    with qtbot.assertNotEmitted(raced.session.run_began, wait=300):
        pass
    assert column(raced, 2) == ["finished", "waiting"]
    assert raced.session.state is RunState.IDLE
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    assert column(raced, 2) == ["finished", "finished"]


def test_waiting_runners_are_moved_and_removed_by_keys(qtbot, raced):
    for steps in (10, 11, 12):
        enter(raced, steps=steps)
    table = raced.racing.panel.table
    table.setCurrentCell(2, 1)
    qtbot.keyClick(raced, Qt.Key.Key_Up, CTRL | SHIFT)
    assert column(raced, 1) == ["Plain ×2 · steps 10", "Plain ×2 · steps 12", "Plain ×2 · steps 11"]
    assert table.currentRow() == 1, "the row that was chosen stays chosen"
    qtbot.keyClick(raced, Qt.Key.Key_Down, CTRL | SHIFT)
    assert column(raced, 1)[2] == "Plain ×2 · steps 12"
    qtbot.keyClick(raced, Qt.Key.Key_Delete, CTRL | SHIFT)
    assert column(raced, 1) == ["Plain ×2 · steps 10", "Plain ×2 · steps 11"]


def test_a_runner_over_its_time_finishes_with_the_best_it_has_and_its_row_says_why(qtbot, raced):
    now = [0.0]
    raced.racing._clock = lambda: now[0]
    raced.racing.panel.each.choose(10)
    enter(raced, steps=5000)
    raced.racing.panel.begin.click()
    qtbot.waitUntil(lambda: raced.session.state is RunState.TRAINING, timeout=20_000)
    qtbot.waitUntil(lambda: column(raced, 2)[0].startswith("step "), timeout=20_000)
    now[0] = 9.0
    qtbot.waitUntil(lambda: column(raced, 4) == ["9.0 s"], timeout=5000)
    assert raced.session.state is RunState.TRAINING
    now[0] = 10.5
    over(qtbot, raced)
    assert rows(raced)[0][2:4] == ["finished early", "32.50"]
    raced.racing.panel.table.setCurrentCell(0, 1)
    assert "It finished early because its time was up." in raced.racing.panel.said
    assert "finishes early: its time was up" in raced.log.toPlainText()


def test_time_does_not_pass_while_the_runner_is_paused(qtbot, raced):
    now = [0.0]
    raced.racing._clock = lambda: now[0]
    raced.racing.panel.each.choose(10)
    enter(raced, steps=5000)
    raced.racing.panel.begin.click()
    with qtbot.waitSignal(raced.session.checkpointed, timeout=20_000):
        pass
    raced.actions_["start"].trigger()
    qtbot.waitUntil(lambda: raced.session.state is RunState.PAUSED, timeout=20_000)
    now[0] = 100.0
    raced.racing._tick()
    assert raced.racing.race.running.seconds == 0
    raced.actions_["cancel"].trigger()
    over(qtbot, raced)


def test_a_laggard_is_dropped_where_the_panel_says_so(qtbot, raced):
    raced.racing.panel.laggards.choose(True)
    enter(raced, steps=10, rate=0.1)  # 34.5 dB; the other rises by 0.001 dB a step, from 31 to 33.5
    enter(raced, steps=2500)
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    assert [(row[1], row[2]) for row in rows(raced)] == [
        ("Plain ×2 · steps 10, rate 0.1", "finished"),
        ("Plain ×2 · steps 2500", "finished early"),
    ]
    laggard = raced.racing.race.runners[1]
    assert laggard.why == "it could not reach the leader"
    assert 625 <= laggard.run.measured[-1].step < 2500, "not before a quarter of its steps"


def test_without_a_truth_the_distance_from_the_scan_is_the_figure_and_is_explained(qtbot, raced):
    enter(raced, task="enlarge")
    panel = raced.racing.panel
    assert panel.table.horizontalHeaderItem(3).text() == "Off scan"
    assert panel.placed_by.currentText() == "Distance from scan"
    assert not panel.placed_by.isEnabled()
    assert "keeps the scan's noise" in panel.said
    panel.begin.click()
    over(qtbot, raced)
    assert rows(raced)[0][3] == "1.25"
    enter(raced, task="challenge")
    assert panel.placed_by.isEnabled()
    assert panel.placed_by.currentText() == "PSNR"
    assert "placed apart" in panel.said


def test_the_figure_that_places_them_can_be_chosen_and_is_remembered(qtbot, raced):
    enter(raced)
    panel = raced.racing.panel
    panel.placed_by.setFocus()
    qtbot.keyClick(panel.placed_by, Qt.Key.Key_Down)
    assert panel.table.horizontalHeaderItem(3).text() == "SSIM"
    panel.begin.click()
    over(qtbot, raced)
    assert rows(raced)[0][3] == "0.9500"
    assert raced.settings.text("race/metric") == "SSIM"


def test_the_race_goes_on_while_the_person_looks_at_another_run_or_another_scan(qtbot, raced, tmp_path):
    enter(raced, steps=10)
    enter(raced, steps=300)
    enter(raced, steps=10, rate=0.01)
    raced.racing.panel.begin.click()
    session = raced.session
    qtbot.waitUntil(lambda: len(session.runs) == 2 and session.state is RunState.TRAINING, timeout=20_000)
    session.choose_run(session.runs[0])
    qtbot.waitUntil(lambda: len(session.runs) == 3, timeout=20_000)
    assert session.shown is session.runs[0], "what the person looks at stays"
    other = tmp_path / "other.png"
    other.touch()
    with qtbot.waitSignal(session.scan_opened, timeout=20_000):
        session.open([str(other)])
    assert rows(raced) == [], "this scan has no race"
    over(qtbot, raced)
    assert session.scan.path == str(other)
    session.choose_scan("phantom:0")
    assert column(raced, 2) == ["finished"] * 3


def test_a_field_enters_all_methods_that_rest_on_nothing_trained_elsewhere_and_none_twice(qtbot, raced):
    raced.method.choose("plain", 2, "challenge", {})
    qtbot.keyClick(raced, Qt.Key.Key_F9, SHIFT)
    entered = column(raced, 1)
    assert entered == ["Plain ×2", "Crash ×2", "Deaf ×2", "Wrong ×2", "Honest ×2", "Bright ×2", "Kernel ×2"]
    qtbot.keyClick(raced, Qt.Key.Key_F9, SHIFT)
    assert column(raced, 1) == entered
    assert raced.status.words == "Already in the race"


def test_the_table_is_copied_with_full_figures(qtbot, raced, qapp):
    enter(raced, steps=10)
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    qtbot.keyClick(raced, Qt.Key.Key_C, CTRL | ALT)
    assert qapp.clipboard().text() == "\tRunner\tState\tPSNR dB\tTime\n1\tPlain ×2 · steps 10\tfinished\t32.5\t1.50"


def test_the_result_tab_does_not_jump_up_at_every_result_of_a_race(qtbot, raced):
    enter(raced, steps=10)
    enter(raced, steps=12)
    raced.choices.setCurrentWidget(raced.method)
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    assert raced.choices.currentWidget() is raced.method


def test_an_engine_killed_between_two_runners_ends_no_race(qtbot, raced):
    enter(raced, steps=5000)
    enter(raced, steps=10)
    raced.racing.panel.begin.click()
    with qtbot.waitSignal(raced.session.checkpointed, timeout=20_000):
        pass
    os.kill(raced.session._worker.process_id, signal.SIGKILL)
    over(qtbot, raced, 60_000)
    assert [runner.state for runner in raced.racing.race.runners] == [State.FAILED, State.FINISHED]


class Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_entering_methods_one_after_another_makes_no_stray_windows(qtbot, raced, qapp):
    windows = Windows()
    qapp.installEventFilter(windows)
    enter(raced, steps=10)
    enter(raced, "honest", steps=10)
    qtbot.wait(50)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_the_result_tab_tells_the_distance_from_the_scan_too(qtbot, opened):
    opened.method.choose("plain", 2, "enlarge", {"recipe.steps": 10})
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    assert opened.result.distance.text() == "1.25 grey levels"
    assert "keeps the scan" in opened.result.distance.toolTip()


def test_figures_stay_in_sight_where_names_are_long(qtbot, raced):
    enter(raced, steps=10, rate=0.1, noise="rgb", flips=False)
    raced.racing.panel.begin.click()
    over(qtbot, raced)
    table = raced.racing.panel.table
    raced.resize(1440, 900)
    raced.resizeDocks([raced.racing.dock], [400], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0, timeout=5000)
    time = table.visualItemRect(table.item(0, 4))
    assert time.right() <= table.viewport().width()
    assert table.item(0, 1).toolTip().startswith("Plain ×2 · steps 10, rate 0.1, noise rgb, flips off")
