"""A person lets several methods race on one scan, goes away, and finds the panes filled and the methods placed."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from skimage.metrics import peak_signal_noise_ratio

from ussr_engine.imaging.resize import resize
from ussr_engine.metrics import to_levels
from ussr_gui.main_window import MainWindow
from ussr_gui.outputs import key_of
from ussr_gui.racing.runner import State
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000
SMALL = {"schedule.patience": 5000, "patches.crop": 32, "backbone.features": 16}


@pytest.fixture(autouse=True)
def race_in_sight(qtbot, window: MainWindow, corner: Path) -> None:
    """A corner of the phantom is open, and the panel of the race beside it."""
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.racing.dock.isVisible()


def rows(window: MainWindow) -> list[list[str]]:
    table = window.racing.panel.table
    return [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]


def enter(qtbot, window: MainWindow, method: str, task: str, **knobs) -> None:
    window.method.choose(method, 2, task, {**SMALL, **knobs} if method == "zssr" else {})
    qtbot.mouseClick(window.controls.enter, Qt.MouseButton.LeftButton)


def race(qtbot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.racing.going is None, timeout=2 * PATIENCE)


def test_methods_race_in_turn_the_panes_fill_and_the_table_places_them_by_psnr(qtbot, window):
    window.racing.panel.each.choose(10)
    enter(qtbot, window, "bicubic", "challenge")
    enter(qtbot, window, "zssr", "challenge", **{"schedule.steps": 50_000})
    enter(qtbot, window, "exact", "challenge")
    assert [row[2] for row in rows(window)] == ["waiting"] * 3
    race(qtbot, window)

    runs = window.session.runs
    truth = to_levels(runs[0].prepared.reference.image)
    psnr = {run.label: peak_signal_noise_ratio(truth, to_levels(run.result.sr.image), data_range=255) for run in runs}
    best_first = sorted(psnr, key=lambda label: -psnr[label])
    assert [row[:2] for row in rows(window)] == [[str(place), label] for place, label in enumerate(best_first, 1)]
    assert [row[3] for row in rows(window)] == [f"{psnr[label]:.2f}" for label in best_first]

    learned = next(row for row in rows(window) if row[1].startswith("ZSSR"))
    assert learned[1].startswith("ZSSR ×2 · ")
    assert "steps 50000" in learned[1]
    assert learned[2] == "finished early", "50 000 steps take longer than the 10 s allowed"
    assert 5 < runs[1].result.seconds < 20
    assert psnr["Exact bicubic ×2"] > psnr["Bicubic ×2"]

    window.actions_["panes_6"].trigger()
    shown = {pane.key: pane for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible()}
    assert {key_of(run) for run in runs} <= shown.keys()
    painted = [shown[key_of(run)].canvas.grab().toImage() for run in runs]
    assert painted[0] != painted[2]
    assert painted[0] != painted[1]


def test_without_a_truth_the_distance_from_the_scan_places_them_and_the_panel_says_what_it_is_worth(qtbot, window):
    enter(qtbot, window, "bicubic", "enlarge")
    enter(qtbot, window, "denoise", "enlarge")
    enter(qtbot, window, "exact", "enlarge")
    race(qtbot, window)
    scan = window.session.scan.scan.image
    distance = {}
    for run in window.session.runs:
        back = np.clip(resize(run.result.sr.image, scale=0.5), 0, 1)
        distance[run.label] = 255 * float(np.sqrt(np.mean((back.astype(float) - scan) ** 2)))
    assert [row[1] for row in rows(window)] == sorted(distance, key=distance.__getitem__)
    assert [row[3] for row in rows(window)] == [f"{one:.2f}" for one in sorted(distance.values())]
    assert rows(window)[0][1] == "Exact bicubic ×2"
    assert window.racing.panel.table.horizontalHeaderItem(3).text() == "Off scan"
    assert "whoever keeps the scan's noise is close" in window.racing.panel.said


@pytest.mark.slow
def test_the_quick_four_are_entered_by_one_key_and_all_come_in(qtbot, window):
    window.method.choose("bicubic", 2, "challenge", {})
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert [row[1] for row in rows(window)] == [
        f"{title} ×2" for title in ("Bicubic", "Exact bicubic", "SimReg", "ESPCN, internal")
    ]
    window.racing.panel.each.choose(10)
    race(qtbot, window)
    assert {row[2] for row in rows(window)} <= {"finished", "finished early"}
    figures = [float(row[3]) for row in rows(window)]
    assert figures == sorted(figures, reverse=True)


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not asked for its code counts as gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def engines(window: MainWindow) -> list[int]:
    """Engine processes beside the session's own."""
    return [child.pid for child in multiprocessing.active_children() if child.pid != window.session._worker.process_id]


def side_by_side(qtbot, window: MainWindow, *methods: tuple[str, dict[str, object]]) -> list[int]:
    """A race on two devices, at the moment when two runners learn; gives the further engine's process."""
    window.racing.lanes.devices = ("cpu", "cpu")
    for method, knobs in methods:
        enter(qtbot, window, method, "challenge", **knobs)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    runners = window.racing.race.runners

    def both_learn() -> bool:
        learning = [one.run for one in runners if one.state is State.RUNNING and one.run is not None]
        return len(learning) == 2 and all(run.measured for run in learning)

    qtbot.waitUntil(both_learn, timeout=PATIENCE)
    made = engines(window)
    assert len(made) == 1
    return made


@pytest.mark.slow
def test_two_devices_run_two_runners_at_once_and_both_results_stand_in_the_panes(qtbot, window):
    forever = {"schedule.steps": 50_000}
    learners = ("zssr", forever), ("zssr", {**forever, "backbone.features": 8})
    further = side_by_side(qtbot, window, *learners, ("exact", {}))
    race, (first, second) = window.racing.race, window.session.runs
    assert [row[2] for row in rows(window)].count("waiting") == 1
    qtbot.mouseClick(window.racing.panel.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not race.under_way, timeout=PATIENCE)
    assert [row[2] for row in rows(window)] == ["finished", "finished", "waiting"]
    assert sum(runner.seconds for runner in race.runners) > race.spent, "time side by side counts once"
    assert not np.array_equal(first.result.sr.image, second.result.sr.image)
    window.actions_["panes_4"].trigger()
    shown = {pane.key for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible()}
    assert {key_of(first), key_of(second)} <= shown
    assert window.runs.list.count() == 2
    qtbot.waitUntil(lambda: not alive(further[0]), timeout=PATIENCE)
    assert window.actions_["open_session"].isEnabled()
    race_on = window.actions_["race_begin"]
    race_on.trigger()
    qtbot.waitUntil(lambda: window.racing.going is None, timeout=PATIENCE)
    assert [row[2] for row in rows(window)] == ["finished"] * 3
    qtbot.waitUntil(lambda: not engines(window), timeout=PATIENCE)


@pytest.mark.slow
def test_one_of_two_runners_is_skipped_and_closing_the_window_ends_what_still_runs(qtbot, window):
    forever = {"schedule.steps": 50_000}
    further = side_by_side(qtbot, window, ("zssr", forever), ("zssr", {**forever, "backbone.features": 8}))
    first, second = window.racing.race.runners
    assert not window.actions_["open_session"].isEnabled()
    window.racing.chosen = second
    window.actions_["race_skip"].trigger()
    qtbot.waitUntil(lambda: second.state is State.CANCELLED, timeout=PATIENCE)
    assert first.state is State.RUNNING
    own = window.session._worker.process_id
    window.close()
    assert not [process for process in (own, *further) if alive(process)]
