"""A person saves the sitting, opens it in another window, and sees the same picture."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from looking import canvas, panes, press, shot, turn
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from ussr_engine.result import Trust
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.shapes import Kind
from ussr_gui.records import PHANTOM

PATIENCE = 60_000


@pytest.fixture
def window_size() -> tuple[int, int]:
    return 1500, 950


def enlarge(qtbot, window: MainWindow, method: str, knobs: dict[str, object]) -> None:
    window.method.choose(method, 2, "challenge", knobs)
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def choose(window: MainWindow, title: str, path: Path) -> None:
    """In a file dialog that stands open."""
    found = next(one for one in window.findChildren(QFileDialog) if one.windowTitle() == title and one.isVisible())
    assert not found.isModal()
    found.hide()
    found.fileSelected.emit(str(path))


def save(qtbot, window: MainWindow, folder: Path) -> Path:
    path = folder / "mine.ussr"
    window.actions_["save_session"].trigger()
    with qtbot.waitSignal(window.sittings.saved, timeout=PATIENCE):
        choose(window, "Save session", path)
    return path


def reopen(qtbot, open_window, path: Path) -> MainWindow:
    later = open_window()
    later.actions_["open_session"].trigger()
    with qtbot.waitSignal(later.sittings.opened, timeout=PATIENCE):
        choose(later, "Open session", path)
    with qtbot.waitActive(later):
        later.activateWindow()
    return later


def calm(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.trusting.blending.is_busy, timeout=PATIENCE)
    QApplication.processEvents()


def test_a_saved_sitting_reopens_to_the_same_picture(qtbot, window: MainWindow, corner, open_window, tmp_path: Path):
    enlarge(qtbot, window, "exact", {})
    steps = {"schedule.steps": 30, "patches.crop": 32, "backbone.features": 8, "schedule.check_every": 10}
    enlarge(qtbot, window, "zssr", {name: value for name, value in steps.items() if name in known(window)})
    window.measuring.measurements.add(Kind.CALIPER, ((20.0, 30.0), (60.0, 40.0)))
    window.measuring.measurements.choose(None)
    shown = window.session.shown
    window.trusting.blending.trust(shown, Trust.whole(0.5))
    window.trusting.blending.follow(window.trusting.blending._frame, [shown])
    calm(qtbot, window)
    turn(canvas(window, "run-2"), QPointF(80, 60), 3)
    window.actions_["colours_sepia"].trigger()
    window.actions_["panes_2"].trigger()
    window.actions_["difference"].trigger()
    qtbot.waitUntil(lambda: canvas(window, "run-2").accessibleName().startswith("Difference"), timeout=PATIENCE)
    keys = [pane.key for pane in panes(window)]
    QApplication.processEvents()
    before = [shot(window, key) for key in keys]
    facts = {output.key: output.facts for output in window.pictures.compare.outputs()}

    path = save(qtbot, window, tmp_path)
    corner.unlink()

    later = reopen(qtbot, open_window, path)
    calm(qtbot, later)
    qtbot.waitUntil(lambda: canvas(later, "run-2").accessibleName().startswith("Difference"), timeout=PATIENCE)
    assert [pane.key for pane in panes(later)] == keys
    assert {output.key: output.facts for output in later.pictures.compare.outputs()} == facts
    qtbot.waitUntil(lambda: [shot(later, key) for key in keys] == before, timeout=5000)
    assert later.runs.list.count() == 2
    assert later.scans.list.count() == 2
    assert later.measuring.measurements.shapes == window.measuring.measurements.shapes
    assert later.session.shown.measured == shown.measured
    assert later.actions_["colours_sepia"].isChecked()
    enlarge(qtbot, later, "bicubic", {})
    assert later.pictures.compare.outputs()[-1].key == "run-3"


def known(window: MainWindow) -> set[str]:
    card = next(card for card in window.session.catalogue.methods if card.id == "zssr")
    return {f"{group.name}.{knob.name}" for group in card.groups for knob in group.knobs}


def test_a_file_that_is_no_session_is_refused_in_words_and_changes_nothing(qtbot, window: MainWindow, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    false = tmp_path / "false.ussr"
    false.write_bytes(b"not a session")
    window.sittings.open(str(false))
    qtbot.waitUntil(lambda: window.status.words.startswith("false.ussr is damaged"), timeout=PATIENCE)
    assert window.session.scan.path == PHANTOM
    qtbot.keyClick(window, Qt.Key.Key_Escape)


def enter(qtbot, window: MainWindow, method: str, **knobs: object) -> None:
    window.method.choose(method, 2, "challenge", knobs)
    qtbot.mouseClick(window.controls.enter, Qt.MouseButton.LeftButton)


def standing(window: MainWindow) -> list[list[str]]:
    """Place, runner, state and figure of every row."""
    table = window.racing.panel.table
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


@pytest.mark.slow
def test_a_race_comes_back_as_it_stood_and_goes_on_when_it_is_told_to(
    qtbot, window: MainWindow, corner, open_window, tmp_path: Path
):
    press(qtbot, window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    window.racing.panel.each.choose(600)
    enter(qtbot, window, "exact")
    enter(qtbot, window, "zssr", **{"schedule.steps": 50_000, "patches.crop": 32, "backbone.features": 8})
    enter(qtbot, window, "bicubic")
    enter(qtbot, window, "denoise")
    learner = window.racing.race.runners[1]
    press(qtbot, window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: learner.run is not None and bool(learner.run.measured), timeout=PATIENCE)
    path = save(qtbot, window, tmp_path)
    before = standing(window)

    later = reopen(qtbot, open_window, path)
    press(qtbot, later, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    rows = {row[1]: row for row in standing(later)}
    assert rows["Exact bicubic ×2"] == next(row for row in before if row[1] == "Exact bicubic ×2")
    assert rows["Exact bicubic ×2"][2] == "finished"
    assert rows[learner.label][2] == "cancelled"
    assert [row[1] for row in standing(later) if row[2] == "waiting"] == ["Bicubic ×2", "Denoise ×2"]
    assert later.racing.panel.each.currentData() == 600
    assert "2 in the race wait to be started" in later.status.words
    later.racing.panel.table.selectRow(list(rows).index(learner.label))
    assert later.racing.panel.said.endswith("It has no result because the session was saved while it ran.")
    assert not later.session.is_busy, "nobody starts by himself"
    assert [run.label for run in later.session.runs] == ["Exact bicubic ×2", learner.label]

    qtbot.mouseClick(later.racing.panel.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: later.racing.going is None, timeout=PATIENCE)
    assert sorted(row[1] for row in standing(later) if row[2] == "finished") == [
        "Bicubic ×2",
        "Denoise ×2",
        "Exact bicubic ×2",
    ]


def test_a_reading_that_was_left_goes_on_at_its_next_pair_in_another_window(
    qtbot, window: MainWindow, corner, open_window, tmp_path: Path
):
    for method in ("exact", "denoise"):
        enlarge(qtbot, window, method, {})
    calm(qtbot, window)
    window.actions_["blind_reading"].trigger()
    qtbot.keyClicks(window.reading.setup.reader, "Zebedee")
    qtbot.mouseClick(window.reading.setup.begin, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(window.reading.trial, key)
    sitting = window.reading.sitting
    third = window.reading.trial.panes.grab().toImage()
    qtbot.keyClick(window.reading.trial, Qt.Key.Key_Escape)
    path = save(qtbot, window, tmp_path)

    later = reopen(qtbot, open_window, path)
    assert "blind reading left at 3 of 8" in later.status.words
    assert not later.reading.cover.isVisible()
    enlarge(qtbot, later, "bicubic", {})
    later.actions_["blind_reading"].trigger()
    assert later.reading.trial.progress.text() == "Pair 4 of 8"
    assert later.reading.trial.panes.grab().toImage() == third, "the same two pictures on the same sides"
    again = later.reading.sitting
    assert again.trials == sitting.trials
    assert again.answers == sitting.answers
    assert (again.wanted.seed, again.wanted.reader) == (sitting.wanted.seed, "Zebedee")
    for _ in range(5):
        qtbot.keyClick(later.reading.trial, Qt.Key.Key_Down)
    assert later.reading.result.isVisible()
    for shown in (window, later):
        assert "Zebedee" not in shown.log.toPlainText() + shown.status.words + shown.windowTitle()
    kept = [one for one in Path.home().rglob("*") if one.is_file()]
    assert kept
    assert not [one for one in kept if b"Zebedee" in one.read_bytes()]


@pytest.mark.slow
def test_a_session_that_knows_neither_race_nor_reading_still_opens(
    qtbot, window: MainWindow, corner, open_window, tmp_path: Path
):
    enlarge(qtbot, window, "exact", {})
    path, older = save(qtbot, window, tmp_path), tmp_path / "older.ussr"
    with zipfile.ZipFile(path) as new, zipfile.ZipFile(older, "w") as old:
        for name in new.namelist():
            content = new.read(name)
            if name == "records.json":
                record = json.loads(content)
                record["fields"] |= {"version": 1}
                del record["fields"]["races"], record["fields"]["reading"]
                content = json.dumps(record).encode()
            old.writestr(name, content)
    later = reopen(qtbot, open_window, older)
    assert [run.label for run in later.session.runs] == ["Exact bicubic ×2"]
    assert "run-1" in [pane.key for pane in panes(later)]
    assert later.status.words.startswith("Session opened")
