"""Blind reading in the window: nothing tells the names, keys answer, and the ranking comes at the end."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from reading_eyes import words_in_sight

from ussr_engine import RESEARCH_USE
from ussr_engine.reading.trials import Answer, Question

KEY = {Answer.LEFT: Qt.Key.Key_Left, Answer.RIGHT: Qt.Key.Key_Right, Answer.CANNOT_TELL: Qt.Key.Key_Down}


@pytest.fixture
def ran(qtbot, opened):
    """A window in which two methods were run on the sample."""
    for method in ("plain", "honest"):
        opened.method.choose(method, 2, "challenge", {"recipe.steps": 1})
        with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
            opened.actions_["start"].trigger()
    with qtbot.waitActive(opened):
        opened.activateWindow()
    return opened


def begin(qtbot, window, **choices: object):
    """Open the page, choose, and press Begin."""
    window.actions_["blind_reading"].trigger()
    setup = window.reading.setup
    setup.seed.setValue(1)
    for name, value in choices.items():
        field = getattr(setup, name)
        if name == "question":
            qtbot.mouseClick(field.part(value), Qt.MouseButton.LeftButton)
        elif name == "views":
            field.setValue(value)
        elif name == "reader":
            qtbot.keyClicks(field, value)
        else:
            field.choose(value)
    qtbot.mouseClick(setup.begin, Qt.MouseButton.LeftButton)
    return window.reading


def read_on(qtbot, reading, best: str = "") -> None:
    """Answer every pair that is left: the picture of that name where it stands, else that one cannot tell."""
    names = [picture.name for picture in reading.sitting.wanted.pictures]
    for trial in reading.sitting.trials:
        assert reading.sitting.trial is trial
        answer = Answer.CANNOT_TELL
        if best in (names[trial.left], names[trial.right]):
            answer = Answer.LEFT if names[trial.left] == best else Answer.RIGHT
        qtbot.keyClick(reading.trial, KEY[answer])


def test_a_reading_waits_for_a_result_and_says_so(qtbot, opened):
    action = opened.actions_["blind_reading"]
    assert not action.isEnabled()
    assert "Run a method on this scan first" in action.toolTip()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_while_one_reads_no_name_is_in_sight_and_afterwards_they_are_back(qtbot, ran):
    assert "Plain ×2" in words_in_sight()
    ran.measuring.dock.bring()
    ran.measuring.dock.setFloating(True)
    reading = begin(qtbot, ran, repeated=0.0)
    for _ in range(6):
        seen = words_in_sight()
        assert "Which is better?" in seen
        assert RESEARCH_USE in seen
        for name in ("Plain", "Honest", "Bicubic", "bicubic", "Truth", "Reference", "Super-resolved", "ramp", "dB"):
            assert name not in seen, name
        if reading.sitting.trial.number < 6:
            qtbot.keyClick(reading.trial, Qt.Key.Key_Down)
    assert not ran.measuring.dock.isVisible()
    qtbot.keyClick(reading.trial, Qt.Key.Key_Escape)
    assert "Plain ×2" in words_in_sight()
    assert ran.measuring.dock.isVisible()


def test_two_pictures_of_the_same_pixels_cannot_be_told_by_anything_on_the_page(qtbot, ran):
    """The scripted engine gives all methods one picture: each pair must look like the one before it."""
    reading = begin(qtbot, ran, repeated=0.0)
    looks = []
    for _ in range(5):
        looks.append([pixels(canvas) for canvas in (reading.trial.panes.canvases[side] for side in ("Left", "Right"))])
        qtbot.keyClick(reading.trial, Qt.Key.Key_Down)
    assert len({np.asarray(look[0]).std() > 0 for look in looks}) == 1
    for left, right in looks:
        assert np.array_equal(left, right)
        assert np.array_equal(left, looks[0][0])


def test_every_answer_has_two_keys(qtbot, ran):
    reading, keys = begin(qtbot, ran), Qt.Key
    for key, answer in (
        (keys.Key_Left, Answer.LEFT),
        (keys.Key_1, Answer.LEFT),
        (keys.Key_Right, Answer.RIGHT),
        (keys.Key_2, Answer.RIGHT),
        (keys.Key_Down, Answer.CANNOT_TELL),
        (keys.Key_0, Answer.CANNOT_TELL),
    ):
        qtbot.keyClick(reading.trial, key)
        assert reading.sitting.answers[-1][0] is answer
    assert reading.trial.progress.text() == "Pair 7 of 8"


def test_buttons_answer_too_and_backspace_takes_the_last_answer_back(qtbot, ran):
    reading = begin(qtbot, ran)
    for answer, button in reading.trial.buttons.items():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert reading.sitting.answers[-1][0] is answer
    qtbot.keyClick(reading.trial, Qt.Key.Key_Backspace)
    assert len(reading.sitting.answers) == 2
    assert reading.trial.progress.text() == "Pair 3 of 8"


def test_the_windows_own_keys_sleep_while_one_reads(qtbot, ran):
    reading = begin(qtbot, ran)
    before = ran.pictures.compare.active()
    qtbot.keyClick(reading.trial, Qt.Key.Key_D)
    qtbot.keyClick(reading.trial, Qt.Key.Key_M)
    qtbot.keyClick(reading.trial, Qt.Key.Key_3)
    assert not ran.actions_["difference"].isChecked()
    assert not ran.actions_["caliper"].isChecked()
    assert ran.pictures.compare.active() == before
    qtbot.keyClick(reading.trial, Qt.Key.Key_Escape)
    qtbot.keyClick(ran.pictures, Qt.Key.Key_M)
    assert ran.actions_["caliper"].isChecked()


def test_the_tab_key_stays_on_the_page(qtbot, ran):
    reading = begin(qtbot, ran)
    qtbot.keyClick(reading.trial, Qt.Key.Key_Down)
    reached = set()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert reached == {*reading.trial.buttons.values(), reading.trial.back, reading.trial.end, reading.trial.leave}


def test_both_sides_zoom_and_move_together_and_the_next_pair_is_seen_from_its_own_place(qtbot, ran):
    reading = begin(qtbot, ran, views=2)
    left, right = (reading.trial.panes.canvases[side] for side in ("Left", "Right"))
    first = left.view()
    middle = QPointF(left.rect().center())
    QApplication.sendEvent(
        left.viewport(),
        QWheelEvent(
            middle, left.mapToGlobal(middle), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert left.view() == right.view()
    assert left.view().width() == pytest.approx(first.width() / 1.25**2)
    qtbot.keyClick(reading.trial, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert left.view() == right.view()
    qtbot.keyClick(reading.trial, Qt.Key.Key_F)
    assert left.view() == first
    for _ in range(6):
        qtbot.keyClick(reading.trial, Qt.Key.Key_Down)
    assert left.view() == right.view()
    assert left.view().width() < 0.8 * first.width()


def test_a_reference_stands_between_the_two_and_is_not_read(qtbot, ran):
    reading = begin(qtbot, ran, reference="truth")
    assert reading.trial.panes.canvases["Reference"].isVisible()
    assert [picture.name for picture in reading.sitting.wanted.pictures] == ["Bicubic ×2", "Plain ×2", "Honest ×2"]


def test_a_reading_that_was_left_goes_on_at_its_pair(qtbot, ran):
    reading = begin(qtbot, ran)
    for _ in range(3):
        qtbot.keyClick(reading.trial, Qt.Key.Key_Left)
    trials = reading.sitting.trials
    qtbot.keyClick(reading.trial, Qt.Key.Key_Escape)
    assert "left at 3 of 8" in ran.status.words
    assert ran.menuBar().isEnabled()
    ran.actions_["blind_reading"].trigger()
    assert reading.trial.progress.text() == "Pair 4 of 8"
    assert reading.sitting.trials == trials


def test_names_are_revealed_early_by_the_second_press_only(qtbot, ran):
    reading = begin(qtbot, ran)
    qtbot.keyClick(reading.trial, Qt.Key.Key_Down)
    qtbot.mouseClick(reading.trial.end, Qt.MouseButton.LeftButton)
    assert reading.cover.page is reading.trial
    qtbot.mouseClick(reading.trial.end, Qt.MouseButton.LeftButton)
    assert "1 of 8 pairs read" in words_in_sight()


def test_the_end_ranks_the_pictures_by_name_and_writes_answers_and_ranking(qtbot, ran, tmp_path: Path):
    reading = begin(qtbot, ran, reader="Q. Zebra")
    read_on(qtbot, reading, best="Truth")
    lines = reading.result.table.lines()
    assert list(lines[0][:4]) == ["Picture", "Strength", "95 % interval", "Won"]
    assert lines[1][0] == "1  Truth"
    assert lines[1][3] == "3"
    assert "Truth" in reading.result.verdict.text()
    assert "Repeated pairs answered alike: 2 of 2" in reading.result.steady.text()
    assert RESEARCH_USE in words_in_sight()
    path = tmp_path / "reading.csv"
    qtbot.mouseClick(reading.result.export, Qt.MouseButton.LeftButton)
    next(one for one in ran.findChildren(QFileDialog) if one.isVisible()).fileSelected.emit(str(path))
    with path.open(encoding="utf-8", newline="") as file:
        answers = list(csv.DictReader(file))
    assert len(answers) == 8
    assert {row["reader"] for row in answers} == {"Q. Zebra"}
    assert {row["use"] for row in answers} == {RESEARCH_USE}
    assert {row["chosen"] for row in answers} == {"Truth", ""}
    assert all((row["answer"] == "left") == (row["chosen"] == row["left"]) for row in answers if row["chosen"])
    with (tmp_path / "reading-ranking.csv").open(encoding="utf-8", newline="") as file:
        ranked = list(csv.DictReader(file))
    assert [row["rank"] for row in ranked] == ["1", "2", "3", "4"]
    assert ranked[0]["picture"] == "Truth"
    assert float(ranked[0]["low 95 %"]) < float(ranked[0]["log strength"]) < float(ranked[0]["high 95 %"])
    assert ranked[0]["use"] == RESEARCH_USE


def test_a_readers_name_is_in_the_readers_file_and_nowhere_else(qtbot, ran, own_folders: Path, tmp_path: Path):
    reading = begin(qtbot, ran, reader="Q. Zebra")
    read_on(qtbot, reading)
    assert "Zebra" not in words_in_sight()
    reading.result.left.emit()
    assert "Zebra" not in words_in_sight() + ran.log.toPlainText()
    ran.settings.sync()
    kept = [path for path in (*own_folders.rglob("*"), *tmp_path.rglob("*")) if path.is_file()]
    assert not [path for path in kept if b"Zebra" in path.read_bytes()]
    ran.actions_["blind_reading"].trigger()
    assert reading.setup.reader.text() == ""


def test_asked_which_is_real_the_end_says_how_often_it_was_found(qtbot, ran):
    reading = begin(qtbot, ran, question=Question.REAL, views=4, repeated=0.0)
    assert len(reading.sitting.trials) == 12
    read_on(qtbot, reading, best="Truth")
    assert "12 of 12 (100" in reading.result.verdict.text()
    assert "better than guessing" in reading.result.verdict.text()
    rows = reading.result.table.lines()[1:]
    assert {row[0] for row in rows} == {"Bicubic ×2", "Plain ×2", "Honest ×2"}
    assert {(row[1], row[2], row[5]) for row in rows} == {("4", "4", "40 to 100 %")}


def test_without_a_truth_one_cannot_be_asked_for_it(qtbot, opened):
    opened.method.choose("plain", 2, "challenge", {"recipe.steps": 1})
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    run = opened.session.runs[0]
    run.prepared = type(run.prepared)("", run.prepared.scan, run.prepared.bicubic, None, None, "CPU")
    opened.actions_["blind_reading"].trigger()
    setup = opened.reading.setup
    assert not setup.question.part(Question.REAL).isEnabled()
    assert setup.says == "2 pairs, about 1 min"
    setup.boxes["run-1"].setChecked(False)
    assert setup.says == "Tick two pictures or more."
    assert not setup.begin.isEnabled()


def pixels(canvas) -> np.ndarray:
    image = canvas.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint8).copy()
