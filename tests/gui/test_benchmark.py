"""The benchmark's panel over the scripted engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

PATIENCE = 20_000


@pytest.fixture
def bench(window, tmp_path: Path):
    """The panel, open, with a folder and an output folder."""
    window.actions_["benchmark"].trigger()
    panel = window.benchmarking.panel
    (tmp_path / "out").mkdir()
    panel.take_folder(str(tmp_path))
    panel.out.setText(str(tmp_path / "out"))
    return panel


def start(qtbot, bench, *methods: str) -> None:
    bench.methods.tick(methods)
    qtbot.mouseClick(bench.begin, Qt.MouseButton.LeftButton)


def test_the_panel_says_what_is_missing_before_it_can_start(window, tmp_path: Path):
    window.actions_["benchmark"].trigger()
    panel = window.benchmarking.panel
    assert panel.isVisible()
    assert not panel.isModal()
    assert panel.why_not.text() == "Add a folder of scans."
    panel.take_folder(str(tmp_path))
    assert panel.why_not.text() == "Tick at least one method."
    panel.methods.tick(["plain"])
    assert panel.begin.isEnabled()
    assert not panel.methods.box("later").isEnabled()
    assert panel.methods.box("later").toolTip() == "Its weights are not on this machine."


def test_folders_are_asked_for_and_stand_once(qtbot, window, bench, tmp_path: Path):
    (tmp_path / "more").mkdir()
    for _ in range(2):
        qtbot.mouseClick(bench.add_folder, Qt.MouseButton.LeftButton)
        dialog = bench.findChild(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / "more"))
        dialog.setParent(None)
    assert list(bench.wanted.folders) == [str(tmp_path), str(tmp_path / "more")]


def test_rows_come_one_by_one_and_the_page_is_offered_at_the_end(qtbot, window, bench):
    assert not bench.page.isEnabled()
    start(qtbot, bench, "plain", "wrong")
    qtbot.waitUntil(bench.begin.isEnabled, timeout=PATIENCE)
    assert bench.page.isEnabled()
    assert bench.cells.rowCount() == 2
    assert [bench.cells.item(0, column).text() for column in (0, 2, 3, 4)] == ["cca/a.png", "×2", "plain", "30.25"]
    assert bench.cells.item(1, 4).text() == "Failed: The scan is too small."
    assert "1 cell failed; Start tries it again." in bench.message.text()
    assert bench.begin.isEnabled()
    assert "The benchmark is done" in window.log.toPlainText()


def test_no_run_starts_beside_a_benchmark_and_stop_says_that_it_can_go_on(qtbot, opened, bench):
    start(qtbot, bench, "plain", "deaf")
    qtbot.waitUntil(lambda: bench.left.text() == "1 of 2 · about 1 min 15 s left", timeout=PATIENCE)
    assert not opened.actions_["start"].isEnabled()
    assert opened.steering.problem == "A benchmark goes on; wait for it or stop it."
    with qtbot.waitSignal(opened.session.errands.changed, timeout=PATIENCE):
        qtbot.mouseClick(bench.stop, Qt.MouseButton.LeftButton)
    assert bench.message.text() == "Stopped. Finished cells are kept; Start goes on from there."
    assert opened.actions_["start"].isEnabled()


def test_an_engine_that_dies_in_a_benchmark_is_told_with_what_to_do(qtbot, window, bench):
    start(qtbot, bench, "plain", "crash")
    with qtbot.waitSignal(window.session.methods_listed, timeout=PATIENCE):
        qtbot.waitUntil(lambda: "exit code -9" in bench.message.text(), timeout=PATIENCE)
    assert "press Start to go on" in bench.message.text()
    assert bench.begin.isEnabled()


def test_a_benchmark_waits_for_a_run(qtbot, opened, bench):
    bench.methods.tick(["plain"])
    opened.method.knobs.control("recipe.steps").setValue(2000)
    with qtbot.waitSignal(opened.session.checkpointed, timeout=PATIENCE):
        opened.actions_["start"].trigger()
    assert not bench.begin.isEnabled()
    assert bench.why_not.text() == "A run goes on; wait for it or cancel it."
    with qtbot.waitSignal(opened.session.run_ended, timeout=PATIENCE):
        opened.actions_["cancel"].trigger()
    assert bench.begin.isEnabled()
