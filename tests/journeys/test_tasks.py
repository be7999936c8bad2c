"""Tasks of a newcomer, done in the real window; every key and click is counted, and the list of them is a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from looking import canvas, panes, shot
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QSlider, QWidget

from ussr_engine.archive import read_archive
from ussr_gui.main_window import MainWindow
from ussr_gui.sittings import CLASSES

PATIENCE = 60_000
MOST = 7
PAGE = Path(__file__).resolve().parents[2] / "docs" / "tasks.md"
HEAD = """# What a newcomer's tasks cost

Written by `python -m pytest tests/journeys/test_tasks.py`, which does each of them in the real window and counts. A
task begins where the scan is open and, where it says so, enlarged. A drag counts as two clicks, a choice from a list
as two, a word typed as one.
"""
DONE: dict[str, list[tuple[str, int]]] = {}
TASKS = 13


class Hand:
    """Does what a person does, and counts."""

    def __init__(self, qtbot, window: MainWindow, task: str) -> None:
        self._qtbot, self._window = qtbot, window
        self._steps = DONE[task] = []

    def key(self, keys: str, why: str) -> None:
        if not self._window.isActiveWindow():
            with self._qtbot.waitActive(self._window):
                self._window.activateWindow()
        QTest.keySequence(self._window, QKeySequence(keys))
        self._steps.append((f"`{keys}`: {why}", 1))

    def key_in(self, where: QWidget, key: Qt.Key, why: str) -> None:
        self._qtbot.keyClick(where, key)
        self._steps.append((f"`{QKeySequence(key).toString()}`: {why}", 1))

    def click(self, what: QWidget, why: str) -> None:
        self._qtbot.mouseClick(what, Qt.MouseButton.LeftButton)
        self._steps.append((f"click: {why}", 1))

    def choose(self, box: QComboBox, value: object, why: str) -> None:
        box.setCurrentIndex(box.findData(value))
        self._steps.append((f"choose: {why}", 2))

    def slide(self, slider: QSlider, value: int, why: str) -> None:
        slider.setValue(value)
        self._steps.append((f"drag: {why}", 2))

    def type(self, where: QWidget, words: str, why: str) -> None:
        self._qtbot.keyClicks(where, words)
        self._steps.append((f"type: {why}", 1))

    def drag(self, key: str, start: tuple[float, float], end: tuple[float, float], why: str) -> None:
        """Between two places of a pane, in parts of its size."""
        target = canvas(self._window, key)
        first, last = (QPointF(x * target.width(), y * target.height()).toPoint() for x, y in (start, end))
        self._qtbot.mousePress(target.viewport(), Qt.MouseButton.LeftButton, pos=first)
        self._qtbot.mouseMove(target.viewport(), pos=(first + last) / 2)
        self._qtbot.mouseMove(target.viewport(), pos=last)
        self._qtbot.mouseRelease(target.viewport(), Qt.MouseButton.LeftButton, pos=last)
        self._steps.append((f"drag: {why}", 2))


@pytest.fixture
def window_size() -> tuple[int, int]:
    return 1500, 950


@pytest.fixture(autouse=True)
def opened(window: MainWindow, corner: Path, tmp_path: Path) -> None:
    """A corner of the phantom is open."""
    window.settings.folder = str(tmp_path)


@pytest.fixture
def hand(qtbot, window: MainWindow) -> Callable[[str], Hand]:
    return lambda task: Hand(qtbot, window, task)


def enlarge(qtbot, window: MainWindow, method: str, task: str = "challenge", **knobs: object) -> None:
    window.method.choose(method, 2, task, {name.replace("__", "."): value for name, value in knobs.items()})
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def file_dialog(window: MainWindow) -> QFileDialog:
    return next(one for one in window.findChildren(QFileDialog) if one.isVisible())


def test_enlarge_a_scan_and_see_what_was_gained(qtbot, window: MainWindow, hand):
    window.method.choose("bicubic", 2, "challenge", {})
    mine = hand("Enlarge a scan by a method of one's choice and see what was gained")
    mine.choose(window.method.method, "denoise", "a method")
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        mine.key("F5", "start")
    assert window.result.psnr.value.text().endswith("dB")
    assert "run-1" in [pane.key for pane in panes(window)]


def test_measure_the_wall_on_all_outputs(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact")
    mine = hand("Measure the vessel wall on all outputs (the scan is enlarged)")
    mine.key("M", "take the caliper")
    mine.drag("run-1", (0.4, 0.4), (0.6, 0.6), "across the wall")
    table = window.measuring.panel.outputs
    qtbot.waitUntil(lambda: table.rowCount() == 3, timeout=PATIENCE)
    assert {line[0] for line in table.lines()[1:]} == {"Input, bicubic ×2", "Reference", "Exact bicubic ×2"}


def test_find_where_two_results_differ_most(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact")
    enlarge(qtbot, window, "bicubic")
    mine = hand("Find where results A and B differ most (both are there)")
    mine.key("3", "go to A")
    mine.key("Shift+4", "hold it against B")
    mine.key("G", "go to the largest difference")
    compare = window.pictures.compare
    qtbot.waitUntil(lambda: compare.dressing.worn is not None, timeout=PATIENCE)
    worn = compare.dressing.worn
    assert {worn.output.key, worn.reference.key} == {"run-1", "run-2"}
    assert compare.view_rect().contains(QPointF(worn.peak[1], worn.peak[0]))


def test_prove_that_the_export_kept_its_millimetres(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact", "enlarge")
    mine = hand("Prove that the export kept its millimetres (the scan is enlarged)")
    mine.key("Ctrl+S", "save the picture")
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE) as told:
        mine.click(window.saving.save, "Save; the file is read back")
    spacing = window.session.scan.scan.spacing
    assert f"{spacing.lateral / 2:.3g}" in told.args[0].words
    assert "mm" in told.args[0].words
    assert "read back" in window.saving.message.text()
    window.saving.close()


def test_race_two_methods_and_see_who_wins(qtbot, window: MainWindow, hand):
    mine = hand("Race two methods and see who wins")
    window.method.choose("bicubic", 2, "challenge", {})
    mine.key("Ctrl+F8", "enter the chosen method")
    mine.choose(window.method.method, "exact", "another one")
    mine.key("Ctrl+F8", "enter it")
    mine.key("F8", "start the race")
    mine.key("Ctrl+R", "see how they stand")
    qtbot.waitUntil(lambda: window.racing.going is None, timeout=PATIENCE)
    table = window.racing.panel.table
    assert [table.item(0, column).text() for column in range(2)] == ["1", "Exact bicubic ×2"]
    assert table.isVisible()


def test_see_the_picture_as_it_was_early_in_training(qtbot, window: MainWindow, hand):
    knobs = {"schedule.steps": 60, "schedule.patience": 5000, "patches.crop": 32, "backbone.features": 8}
    window.method.choose("zssr", 2, "challenge", knobs)
    mine = hand("See the picture as it was early in training")
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        mine.key("F5", "start")
    newest = shot(window, "run-1")
    mine.key("Ctrl+,", "one kept picture earlier")
    assert window.session.shown.moment is not None
    assert shot(window, "run-1") != newest


def test_rank_two_pictures_without_knowing_which_is_which(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact", "enlarge")
    mine = hand("Say which of two pictures is better without knowing which is which (the scan is enlarged)")
    mine.key("Ctrl+Alt+B", "blind reading")
    reading = window.reading
    mine.type(reading.setup.reader, "AB", "initials")
    mine.click(reading.setup.begin, "Begin")
    for trial in list(reading.sitting.trials):
        mine.key_in(reading.trial, Qt.Key.Key_Left, f"the left one, pair {trial.number}")
    assert len(reading.result.table.lines()) == 3


def test_report_of_scan_and_runs(qtbot, window: MainWindow, hand, tmp_path: Path):
    enlarge(qtbot, window, "exact")
    mine = hand("Make a report of the scan and its runs (the scan is enlarged)")
    mine.key(window.actions_["report"].shortcut().toString(), "report")
    with qtbot.waitSignal(window.reporting.maker.made, timeout=PATIENCE) as told:
        mine.click(window.reporting.dialog.make, "Make")
    assert Path(told.args[0].pdf).read_bytes().startswith(b"%PDF")
    assert Path(told.args[0].html).exists()


def test_trust_a_result_by_half(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact")
    before = shot(window, "run-1")
    mine = hand("Trust a result by half (the scan is enlarged)")
    mine.key("Ctrl+T", "the trust panel")
    slider = next(one for one in window.trusting.panel.findChildren(QSlider) if one.isVisible())
    mine.slide(slider, 50, "the dial to 50 %")
    qtbot.waitUntil(lambda: not window.trusting.blending.is_busy, timeout=PATIENCE)
    shown = next(output for output in window.pictures.compare.outputs() if output.key == "run-1")
    assert "trust 50 %" in shown.facts
    assert shot(window, "run-1") != before


def test_keep_the_sitting(qtbot, window: MainWindow, hand, tmp_path: Path):
    enlarge(qtbot, window, "exact")
    mine = hand("Keep everything for another day (the scan is enlarged)")
    mine.key("Ctrl+Shift+S", "save session")
    dialog, path = file_dialog(window), tmp_path / "kept.ussr"
    with qtbot.waitSignal(window.sittings.saved, timeout=PATIENCE):
        dialog.selectFile(str(path))
        mine.key_in(dialog, Qt.Key.Key_Return, "Save")
        dialog.fileSelected.emit(str(path)) if not dialog.isHidden() else None
    assert len(read_archive(path, CLASSES).runs) == 1
    dialog.close()


def test_take_all_measurements_into_a_spreadsheet(qtbot, window: MainWindow, hand):
    QApplication.clipboard().clear()
    enlarge(qtbot, window, "exact")
    mine = hand("Take a measurement of all outputs into a spreadsheet (the scan is enlarged)")
    mine.key("M", "take the caliper")
    mine.drag("run-1", (0.4, 0.5), (0.6, 0.5), "what is measured")
    mine.key("Ctrl+Shift+C", "copy all")
    qtbot.waitUntil(lambda: "Distance 1" in QApplication.clipboard().text(), timeout=PATIENCE)
    assert all(name in QApplication.clipboard().text() for name in ("Exact bicubic ×2", "Reference"))


def test_show_a_class_without_names(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact")
    mine = hand("Show a class the pictures on the whole screen, without names of files (the scan is enlarged)")
    mine.key("Ctrl+3", "workspace for teaching")
    mine.key("F11", "full screen")
    assert window.isFullScreen()
    assert window.session.scan.name == "Scan 2"
    window.actions_["full_screen"].trigger()
    window.actions_["workspace_research"].trigger()


def test_run_a_command_by_its_name(qtbot, window: MainWindow, hand):
    enlarge(qtbot, window, "exact")
    mine = hand("Run a command of which one knows only the name (the scan is enlarged)")
    mine.key("Ctrl+Shift+P", "command palette")
    palette = window.commanding.palette
    mine.type(palette.field, "chess", "a part of its name")
    mine.key_in(palette.field, Qt.Key.Key_Return, "run it")
    assert panes(window)[0].canvas.accessibleName().startswith("Chessboard: ")


def test_no_task_costs_more_than_seven_and_all_are_written_down():
    if len(DONE) < TASKS:
        pytest.skip("only some of the tasks were done")
    cost = {task: sum(clicks for _, clicks in steps) for task, steps in DONE.items()}
    assert max(cost.values()) <= MOST, cost
    assert np.median(list(cost.values())) <= 4
    parts = [HEAD]
    for task, steps in DONE.items():
        lines = "\n".join(f"{number}. {words}" for number, (words, _) in enumerate(steps, 1))
        parts.append(f"## {task}\n\n{lines}\n\nClicks: {cost[task]}\n")
    page = "\n".join(parts)
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        PAGE.write_text(page, encoding="utf-8")
    assert page.count("Clicks: ") == TASKS
