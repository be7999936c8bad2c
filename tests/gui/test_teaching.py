"""Lessons in the window: the person's own sitting waits untouched; the recorder takes what is seen, and no name."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from burial import bury
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from reading_eyes import words_in_sight
from viewing import panes

from ussr_engine.lessons import lesson as lessons
from ussr_engine.lessons.files import read_lesson, shipped, write_lesson
from ussr_engine.lessons.lesson import Lesson, Look, Picture, Role, Step
from ussr_engine.lessons.questions import Choice, Spot, ellipse
from ussr_engine.scan import Scan, Spacing
from ussr_gui import appearance
from ussr_gui.main_window import MainWindow
from ussr_gui.records import ScanFile
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.teaching.hand import Mode
from ussr_gui.view import View
from ussr_gui.worker import Worker

LEFT = Qt.MouseButton.LeftButton
MM = Spacing(0.5, 0.5)


def picture(name: str, grey: int, role: Role = Role.SCAN) -> Picture:
    levels = np.full((40, 60), grey, np.uint8)
    levels[:, 30:] //= 2
    return Picture(name, levels, role, MM)


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Three steps: to look at, to choose, to find."""
    dark, bright = picture("Dark", 60), picture("Bright", 200, Role.RESULT)
    path = tmp_path / "a.lesson"
    steps = (
        Step("First", "A caption.\n\nAnd more.", (dark,), Look(panes=1)),
        Step("Second", "", (dark, bright), question=Choice("Which?", ("A", "B"), 1, "B is."), hides_names=True),
        Step("Third", "", (dark, bright), Look(region=(5, 5, 10, 8)),
             question=Spot("Where?", (ellipse(6, 6, 12, 11),), "There.")),
    )  # fmt: skip
    write_lesson(path, Lesson("A lesson", "Of this and that.", steps))
    return path


@pytest.fixture
def still(qtbot):
    """A window with a scan, whose engine is never started."""
    settings = Settings()
    appearance.apply(QApplication.instance(), settings)
    made = MainWindow(Session(Worker("runs")), settings)
    made.resize(1280, 860)
    made.show()
    scan = Scan(np.linspace(0, 1, 2400, dtype=np.float32).reshape(40, 60), Spacing(0.1, 0.2), name="ramp")
    made.session.restore([ScanFile("phantom:0", scan)], [])
    made.session.choose_scan("phantom:0")
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    bury(made)


@pytest.fixture
def playing(qtbot, still, lesson):
    """A lesson that is played in it."""
    play(qtbot, still, lesson)
    return still.teaching.playing


def play(qtbot, window, path: Path) -> None:
    window.teaching.open(str(path))
    qtbot.waitUntil(lambda: window.teaching.playing.performance is not None)


def titles(window) -> list[str]:
    return [pane._title.words for pane in panes(window.pictures.compare)]


def test_leaving_a_lesson_finds_pictures_place_panes_docks_and_ways_to_compare_as_they_were(qtbot, opened, lesson):
    run(qtbot, opened)
    opened.actions_["panes_2"].trigger()
    opened.actions_["colours_sepia"].trigger()
    opened.actions_["curtain"].trigger()
    opened.pictures.compare.zoom_by(2)
    QApplication.processEvents()
    before, shown = opened.comparing.remember(View()), opened.pictures.compare.outputs()
    image = opened.pictures.compare.grab().toImage()
    runs, docks = list(opened.session.runs), opened.docking.right.isVisible()
    play(qtbot, opened, lesson)
    page = opened.teaching.playing.page
    assert not opened.docking.right.isVisible()
    assert titles(opened) == ["Dark"]
    for _ in range(3):
        qtbot.mouseClick(page.next, LEFT)
    qtbot.mouseClick(page.leave, LEFT)
    qtbot.waitUntil(lambda: opened.docking.right.isVisible() is docks)
    qtbot.waitUntil(lambda: opened.comparing.remember(View()) == before)
    assert [output.image for output in opened.pictures.compare.outputs()] == [output.image for output in shown]
    qtbot.waitUntil(lambda: opened.pictures.compare.grab().toImage() == image)
    assert opened.session.runs == runs
    assert not opened.teaching.dock.isVisible()


def run(qtbot, window) -> None:
    window.method.choose("plain", 2, "challenge", {"recipe.steps": 1})
    with qtbot.waitSignal(window.session.run_ended, timeout=20_000):
        window.actions_["start"].trigger()


def test_a_run_that_ends_during_a_lesson_does_not_disturb_it_and_is_shown_afterwards(qtbot, opened, lesson):
    play(qtbot, opened, lesson)
    playing = opened.teaching.playing
    run(qtbot, opened)
    assert titles(opened) == ["Dark"]
    assert opened.session.shown.result is not None
    qtbot.mouseClick(playing.page.leave, LEFT)
    assert any("Plain ×2" in title for title in titles(opened))


def test_turning_to_a_scan_of_ones_own_leaves_the_lesson(qtbot, playing, still):
    still.session.choose_scan("phantom:0")
    assert playing.performance is None
    assert titles(still) == ["ramp"]


def test_keys_go_on_and_back_and_are_free_again_afterwards(qtbot, playing, still):
    for key, where in (
        (Qt.Key.Key_PageDown, "Step 2 of 3"),
        (Qt.Key.Key_PageDown, "Step 3 of 3"),
        (Qt.Key.Key_PageUp, "Step 2 of 3"),
    ):
        qtbot.keyClick(still, key)
        assert where in words_in_sight()
    qtbot.mouseClick(playing.page.leave, LEFT)
    assert not still.actions_["lesson_next"].isEnabled()


def test_names_are_hidden_until_the_question_is_answered_and_the_first_answer_counts(qtbot, playing, still):
    playing.go(1)
    assert titles(still) == ["A", "B"]
    assert "Any of these pictures may be super-resolved." in words_in_sight()
    assert not [pane._chip.text() for pane in panes(still.pictures.compare) if pane._chip.text()]
    buttons = playing.page.body.question.buttons
    qtbot.mouseClick(buttons[0], LEFT)
    assert titles(still) == ["Dark", "Bright"]
    assert playing.page.body.question.verdict == "Not quite."
    qtbot.waitUntil(lambda: "✓  B" in words_in_sight())
    qtbot.mouseClick(buttons[1], LEFT)
    playing.go(-1)
    playing.go(1)
    assert playing.page.body.question.verdict == "Not quite."
    assert playing.performance.right == 0


def test_a_place_is_found_by_return_in_the_middle_of_the_view_and_a_drag_moves_the_picture(qtbot, playing, still):
    playing.go(2)
    canvas = panes(still.pictures.compare)[0].canvas
    middle = canvas.rect().center()
    before = canvas.view()
    qtbot.mousePress(canvas.viewport(), LEFT, pos=middle)
    qtbot.mouseMove(canvas.viewport(), pos=middle + QPoint(20, 0))
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=middle + QPoint(20, 0))
    assert canvas.view().left() < before.left(), "the drag moved the picture and did not answer"
    assert playing.performance.answer is None
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert playing.performance.answer.place == pytest.approx((canvas.view().center().x(), canvas.view().center().y()))
    assert playing.page.body.question.verdict == "Right."
    assert still.teaching.hand.mode is Mode.IDLE


def test_measuring_tools_rest_while_a_lesson_has_the_panes(qtbot, playing, still):
    assert not still.actions_["caliper"].isEnabled()
    qtbot.mouseClick(playing.page.leave, LEFT)
    assert still.actions_["caliper"].isEnabled()


def test_a_file_that_is_no_lesson_is_refused_in_a_sentence_and_nothing_changes(qtbot, still, tmp_path):
    path = tmp_path / "b.lesson"
    path.write_bytes(b"PK\x03\x04 nothing")
    still.opening.open_files([str(path)])
    qtbot.waitUntil(lambda: "b.lesson is damaged or is no lesson" in words_in_sight())
    assert still.teaching.playing.performance is None
    assert titles(still) == ["ramp"]


def test_a_lesson_named_on_the_command_line_is_played_on_the_first_screen(qtbot, sitting, lesson):
    made = MainWindow(sitting(), Settings())
    made.show()
    with qtbot.waitSignal(made.session.methods_listed, timeout=20_000):
        made.start([str(lesson)])
    qtbot.waitUntil(lambda: made.teaching.playing.performance is not None)
    assert "Step 1 of 3" in words_in_sight()
    assert not made.session.scans
    bury(made)


def test_every_word_of_a_lesson_is_readable_at_the_largest_size(qtbot, playing, still):
    page, body = playing.page, playing.page.body
    still.appearance.set_larger(200)
    for by in (0, 1, 1):
        playing.go(by)
        QApplication.processEvents()
        for part in (*body.findChildren(QLabel), *body.question.buttons):
            if part.isVisible():
                right = part.mapTo(body, part.rect().topRight()).x()
                assert right <= body.width(), f"{part} is cut"
                if isinstance(part, QLabel) and part.wordWrap():
                    assert part.height() >= part.heightForWidth(part.width()) - 1
        assert body.width() <= page.width()


def recorder(qtbot, window):
    window.actions_["record_lesson"].trigger()
    return window.teaching.editing


def headings(editing) -> list[str]:
    return [step.heading for step in editing.recording.lesson.steps]


def test_steps_are_added_reordered_deleted_and_brought_back_by_the_menus_undo(qtbot, still):
    editing = recorder(qtbot, still)
    page = editing.page
    for words in ("One", "Two", "Three"):
        still.actions_["lesson_add"].trigger()
        page.heading.setText(words)
    editing.page.tell_words()
    qtbot.mouseClick(page.earlier, LEFT)
    assert headings(editing) == ["One", "Three", "Two"]
    qtbot.mouseClick(page.delete, LEFT)
    assert headings(editing) == ["One", "Two"]
    page.list.setFocus()
    assert still.actions_["undo"].text() == "Undo delete a step"
    still.actions_["undo"].trigger()
    still.actions_["undo"].trigger()
    assert headings(editing) == ["One", "Two", "Three"]
    still.actions_["redo"].trigger()
    assert headings(editing) == ["One", "Three", "Two"]
    panes(still.pictures.compare)[0].canvas.setFocus()
    assert not still.actions_["undo"].isEnabled(), "on the panes undo is of the measurements"


def test_what_is_typed_stays_while_the_panes_change(qtbot, opened):
    editing = recorder(qtbot, opened)
    qtbot.mouseClick(editing.page.add, LEFT)
    qtbot.keyClicks(editing.page.caption, "Look at")
    run(qtbot, opened)
    qtbot.keyClicks(editing.page.caption, " this")
    qtbot.mouseClick(editing.page.add, LEFT)
    assert editing.recording.lesson.steps[0].caption == "Look at this"


def test_a_step_keeps_overlay_comparison_tone_and_place(qtbot, opened):
    opened.method.choose("honest", 2, "challenge", {"recipe.steps": 1})
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["start"].trigger()
    editing = recorder(qtbot, opened)
    opened.actions_["overlay_uncertainty"].trigger()
    opened.actions_["colours_inferno"].trigger()
    opened.actions_["panes_2"].trigger()
    opened.pictures.compare.zoom_by(3)
    qtbot.mouseClick(editing.page.add, LEFT)
    opened.actions_["overlay_none"].trigger()
    opened.actions_["difference_absolute"].trigger()
    qtbot.mouseClick(editing.page.add, LEFT)
    one, other = editing.recording.lesson.steps
    assert one.overlay.title == "Uncertainty"
    assert one.look.tones[0].colours == "inferno"
    assert one.look.region is not None
    assert other.overlay is None
    assert other.look.comparison is lessons.Comparison.ABSOLUTE
    assert [picture.role for picture in one.pictures][:2] == [Role.INTERPOLATED, Role.TRUTH]


def test_a_saved_lesson_is_opened_again_and_edited(qtbot, still, lesson, tmp_path):
    editing = recorder(qtbot, still)
    editing.open(str(lesson))
    qtbot.waitUntil(lambda: headings(editing) == ["First", "Second", "Third"])
    assert "1  First" in editing.page.list.item(0).text()
    qtbot.mouseClick(editing.page.question, LEFT)
    assert titles(still) == ["Dark"], "the step that is asked about stands in the panes"
    qtbot.keyClicks(editing.asking.words, "Is it dark?")
    qtbot.mouseClick(editing.asking.ok, LEFT)
    assert "2 to 8 answers" in words_in_sight(), "what is missing is said, and nothing is kept"
    editing.asking.answers.setPlainText("Yes\nNo")
    qtbot.mouseClick(editing.asking.ok, LEFT)
    assert titles(still) == ["ramp"]
    target = tmp_path / "again.lesson"
    with qtbot.waitSignal(editing.saved, timeout=20_000):
        editing.save(str(target))
    again = read_lesson(target)
    assert again.steps[0].question == Choice("Is it dark?", ("Yes", "No"), 0)
    assert [step.heading for step in again.steps] == ["First", "Second", "Third"]


def test_lettering_in_a_picture_is_told_before_the_lesson_is_saved(qtbot, still, tmp_path):
    page = Image.new("L", (200, 160), 10)
    ImageDraw.Draw(page).text((20, 20), "MUELLER ANNA 1970", fill=255)
    path = tmp_path / "c.lesson"
    lettered = replace(picture("Scan", 0), levels=np.asarray(page).copy())
    write_lesson(path, Lesson("A", "", (Step("One", "", (lettered,)),)))
    editing = recorder(qtbot, still)
    editing.open(str(path))
    warning = editing.page.warning
    qtbot.waitUntil(lambda: warning.text().startswith("Lettering was found in 1 picture"))
    assert "look whether it names the patient" in warning.text()
    assert not warning.isHidden()


def test_lessons_play_without_torch_and_without_an_engine(tmp_path):
    code = f"""
import sys
from pathlib import Path
from ussr_engine.lessons.files import read_lesson
from ussr_gui.app import window
if __name__ == "__main__":
    shown = window()
    shown.teaching.play(read_lesson(Path({str(shipped()[-1])!r})))
    playing, seen = shown.teaching.playing, 0
    while playing.performance.step is not None:
        seen += len(shown.pictures.compare.outputs())
        playing.go(1)
    print("played", seen, "torch" in sys.modules)
    shown.close()
"""
    script = tmp_path / "play.py"
    script.write_text(code, encoding="utf-8")
    out = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    pictures = sum(len(step.pictures) for step in read_lesson(shipped()[-1]).steps)
    assert out.stdout.split() == ["played", str(pictures), "False"]
