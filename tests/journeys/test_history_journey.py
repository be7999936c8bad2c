"""A person makes runs, finds them again on another day, goes on with what was interrupted, and loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete, isValid

from ussr_engine.history.card import State
from ussr_gui.app import window as open_window
from ussr_gui.main_window import MainWindow
from ussr_gui.panels.history_table import METHOD, PSNR
from ussr_gui.records import PHANTOM, Outcome, RunState

PATIENCE = 60_000
SMALL = {"schedule.steps": 60, "patches.crop": 32, "backbone.features": 8}
LONG = {**SMALL, "schedule.steps": 60_000, "schedule.patience": 20_000}


def opened_window(qtbot) -> MainWindow:
    made = open_window()
    made.resize(1500, 950)
    made.show()
    with qtbot.waitSignals([made.session.methods_listed, made.session.chronicle.listed], timeout=PATIENCE):
        made.start([])
    return made


def buried(window: MainWindow) -> None:
    if isValid(window):
        window.close()
        delete(window)


@pytest.fixture
def window(qtbot):
    made = opened_window(qtbot)
    yield made
    buried(made)


def corner(qtbot, window: MainWindow, folder: Path) -> Path:
    """A small scan as a file, shown."""
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    scan, path = window.session.scan.scan, folder / "SMITH^JOHN.png"
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.session.save(str(path), scan.with_image(scan.image[:96, :128]), None, 8)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(path)])
    return path


def enlarge(qtbot, window: MainWindow, method: str, knobs: dict[str, object]) -> None:
    window.method.choose(method, 2, "challenge", knobs)
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def settled(qtbot, window: MainWindow, states: list[State]) -> None:
    """The table lists runs in these states, the newest first."""
    panel = window.remembering.panel
    qtbot.waitUntil(lambda: [card.state for card in panel.listed] == states, timeout=PATIENCE)


def restored(qtbot, window: MainWindow, runs: list[str], action: str = "history_restore") -> None:
    window.remembering.panel.choose(runs)
    count = len(window.session.runs)
    window.actions_[action].trigger()
    qtbot.waitUntil(lambda: len(window.session.runs) == count + len(runs), timeout=PATIENCE)


def test_runs_of_another_day_are_found_compared_and_restored_exactly(qtbot, window: MainWindow, tmp_path: Path):
    path = corner(qtbot, window, tmp_path)
    enlarge(qtbot, window, "exact", {})
    window.method.previews.choose(1)
    enlarge(qtbot, window, "zssr", SMALL)
    exact, zssr = window.session.runs
    settled(qtbot, window, [State.FINISHED] * 2)
    qtbot.keyClick(window, Qt.Key.Key_K)
    panel = window.remembering.panel
    qtbot.waitUntil(lambda: panel.listed[0].star, timeout=PATIENCE)
    assert panel.table.words(panel.listed[0], METHOD).endswith("steps 60")
    assert panel.table.words(panel.listed[0], 1) == window.session.scan.name, "while the file is open it has its name"
    buried(window)

    later = opened_window(qtbot)
    try:
        later.actions_["history_panel"].trigger()
        panel = later.remembering.panel
        settled(qtbot, later, [State.FINISHED] * 2)
        newest, oldest = panel.listed
        assert panel.table.words(newest, 1) == f"Scan {newest.scan[:6]}"
        assert panel.table.words(newest, PSNR) == f"{zssr.result.scores.psnr:.2f}"
        panel.search.setText("zssr steps")
        assert panel.listed == [newest]
        panel.search.setText("exact")
        assert panel.listed == [oldest]
        panel.search.clear()
        panel.starred.setChecked(True)
        assert panel.listed == [newest]
        panel.starred.setChecked(False)
        restored(qtbot, later, [newest.run, oldest.run], "history_compare")
        assert later.scans.list.count() == 1
        keys = {output.title: output for output in later.pictures.compare.outputs()}
        for before, name in ((exact, "Exact bicubic ×2"), (zssr, "ZSSR ×2 · features 8, crop 32, steps 60")):
            assert name in keys
            np.testing.assert_array_equal(keys[name].image, before.result.sr.image)
        again = next(run for run in later.session.runs if run.folder == zssr.folder)
        assert again.result.history == zssr.result.history
        curve = {one.step: one.losses for one in again.measured}
        assert len(zssr.measured) >= 6
        for one in zssr.measured:
            assert one.losses.items() <= curve[one.step].items()
        assert [one.step for one in again.moments] == [one.step for one in zssr.moments]
        for mine, theirs in zip(again.moments, zssr.moments, strict=True):
            np.testing.assert_array_equal(mine.levels, theirs.levels)
        np.testing.assert_array_equal(later.session.scan.scan.image, scan_of(path))

        panel.choose([newest.run])
        with qtbot.waitSignal(later.session.result_ready, timeout=PATIENCE):
            later.actions_["history_again"].trigger()
        once_more = later.session.run
        assert once_more.result.plan == zssr.result.plan
        np.testing.assert_array_equal(once_more.result.sr.image, zssr.result.sr.image)
    finally:
        buried(later)


def scan_of(path: Path) -> np.ndarray:
    from ussr_engine.files import read_scan

    return read_scan(path).image


def test_deleted_runs_come_back_with_a_click_and_are_gone_after_the_window(qtbot, window: MainWindow, tmp_path: Path):
    corner(qtbot, window, tmp_path)
    for method in ("bicubic", "exact"):
        enlarge(qtbot, window, method, {})
    window.actions_["history_panel"].trigger()
    settled(qtbot, window, [State.FINISHED] * 2)
    panel = window.remembering.panel
    exact, bicubic = panel.listed
    panel.choose([exact.run])
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    settled(qtbot, window, [State.FINISHED])
    assert panel.said.text() == "1 deleted"
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    settled(qtbot, window, [State.FINISHED] * 2)
    panel.choose([exact.run])
    window.actions_["history_delete"].trigger()
    settled(qtbot, window, [State.FINISHED])
    buried(window)
    later = opened_window(qtbot)
    settled(qtbot, later, [State.FINISHED])
    assert later.remembering.panel.listed[0].run == bicubic.run
    assert not later.actions_["history_undelete"].isEnabled()
    buried(later)


def test_a_run_left_by_closing_the_window_is_offered_at_the_next_start_and_ends_as_if_unbroken(
    qtbot, window: MainWindow, tmp_path: Path
):
    corner(qtbot, window, tmp_path)
    window.method.choose("zssr", 2, "challenge", LONG)
    with qtbot.waitSignal(window.session.checkpointed, timeout=PATIENCE):
        window.actions_["start"].trigger()
    buried(window)
    later = opened_window(qtbot)
    try:
        assert later.remembering.offer.isVisible()
        assert "was interrupted. It can go on from step" in later.remembering.offer.words.text()
        with qtbot.waitSignal(later.session.loss_measured, timeout=PATIENCE):
            qtbot.mouseClick(later.remembering.offer.yes, Qt.MouseButton.LeftButton)
        run = later.session.run
        assert run.label.startswith("ZSSR ×2")
        steps = [one.step for one in run.measured]
        assert steps == sorted(set(steps))
        with qtbot.waitSignal(later.session.result_ready, timeout=PATIENCE):
            later.actions_["finish"].trigger()
        settled(qtbot, later, [State.FINISHED])
    finally:
        buried(later)


def test_an_engine_killed_in_a_run_leaves_it_in_the_list_to_go_on_with(qtbot, window: MainWindow, tmp_path: Path):
    corner(qtbot, window, tmp_path)
    window.method.choose("zssr", 2, "challenge", LONG)
    with qtbot.waitSignal(window.session.checkpointed, timeout=PATIENCE):
        window.actions_["start"].trigger()
    with qtbot.waitSignals([window.session.run_failed, window.session.chronicle.listed], timeout=PATIENCE):
        os.kill(window.session._worker.process_id, signal.SIGKILL)
    settled(qtbot, window, [State.INTERRUPTED])
    panel = window.remembering.panel
    assert panel.listed[0].can_go_on
    assert not window.remembering.offer.isVisible(), "the button Resume offers it already"
    qtbot.waitUntil(lambda: window.session.catalogue is not None, timeout=PATIENCE)
    panel.choose([panel.listed[0].run])
    qtbot.waitUntil(window.actions_["history_go_on"].isEnabled, timeout=PATIENCE)
    with qtbot.waitSignal(window.session.loss_measured, timeout=PATIENCE):
        window.actions_["history_go_on"].trigger()
    assert len(window.session.runs) == 1
    assert window.session.state is not RunState.IDLE
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["cancel"].trigger()
    assert window.session.run.outcome is Outcome.CANCELLED
    settled(qtbot, window, [State.CANCELLED])


WINDOW = """
from ussr_gui.app import application, window


def main() -> None:
    app = application()
    shown = window()
    shown.show()
    knobs = {"schedule.steps": 60_000, "schedule.patience": 20_000, "patches.crop": 32, "backbone.features": 8}

    def begin(file: object) -> None:
        shown.method.choose("zssr", 2, "challenge", knobs)
        shown.actions_["start"].trigger()

    def tell(step: int) -> None:
        print(shown.session._worker.process_id, step, flush=True)

    shown.session.checkpointed.connect(tell)
    shown.session.methods_listed.connect(lambda _: shown.session.open(["phantom:0"]))
    shown.session.scan_chosen.connect(begin)
    shown.start([])
    app.exec()


if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.slow
def test_a_window_killed_in_a_run_leaves_it_to_go_on_with_and_no_engine_behind(qtbot, tmp_path: Path):
    program = tmp_path / "killed.py"
    program.write_text(WINDOW)
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    process = subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    engine, step = map(int, process.stdout.readline().split())
    process.kill()
    process.wait()
    process.stdout.close()
    qtbot.waitUntil(lambda: not Path(f"/proc/{engine}").exists(), timeout=PATIENCE)
    later = opened_window(qtbot)
    try:
        (card,) = later.remembering.panel.listed
        assert card.state is State.INTERRUPTED
        assert card.checkpoint >= step
        assert later.remembering.offer.isVisible()
    finally:
        buried(later)
