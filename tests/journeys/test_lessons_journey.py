"""Every lesson that comes along, clicked through in the real window; and a lesson recorded, saved and played back."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

from tests.gui.reading_eyes import words_in_sight
from tests.journeys.looking import panes, press
from ussr_engine import RESEARCH_USE
from ussr_engine.lessons.files import read_lesson, shipped
from ussr_engine.lessons.lesson import Picture, Step
from ussr_engine.lessons.questions import Choice, Spot
from ussr_gui import app, theme
from ussr_gui.main_window import MainWindow
from ussr_gui.teaching.stage import key_of
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def without_engine(qtbot) -> Iterator[MainWindow]:
    """The program's own window, whose engine is never started."""
    made = app.window()
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()
    delete(made)


def drop(window: MainWindow, path: Path) -> None:
    """Let a file fall on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, none = QPointF(200, 200), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(at, copy, data, LEFT, none))


def name_file(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def likeness(canvas: Canvas, picture: Picture) -> float:
    """Correlation of what is painted with what the lesson holds, at a few hundred places that are in view."""
    image = canvas.grab().toImage()
    height, width = picture.levels.shape
    spacing = picture.spacing
    painted, wanted = [], []
    for row in np.unique(np.linspace(0, height - 1, 60).astype(int)):
        for column in np.unique(np.linspace(0, width - 1, 60).astype(int)):
            at = canvas.pixel(QPointF((column + 0.5) * spacing.lateral, (row + 0.5) * spacing.axial))
            # away from ticks, bars and words along the edges
            if 60 < at.x() < image.width() - 70 and 40 < at.y() < image.height() - 70:
                painted.append(image.pixelColor(at.toPoint()).lightness())
                wanted.append(int(picture.levels[row, column]))
    return float(np.corrcoef(painted, wanted)[0, 1]) if len(painted) > 50 else 1.0


def sees(window: MainWindow, step: Step, moment: int | None) -> None:
    """The panes show the pictures of a step: their pixels, and the place that the step is about."""
    shown: list[Pane] = panes(window)
    for pane in shown:
        number = next((n for n in range(len(step.pictures)) if key_of(n) == pane.key), None)
        plain = step.look.comparison is None and step.look.curtain is None and step.overlay is None
        training = step.training
        if number is None or not plain or (training is not None and training.picture == number):
            continue
        assert likeness(pane.canvas, step.pictures[number]) > 0.7, step.pictures[number].name
    region = step.look.region
    if region is not None:
        view = shown[0].canvas.view()
        left, top, width, height = region
        assert view.left() <= left + 0.01
        assert view.right() >= left + width - 0.01
        assert view.top() <= top + 0.01
        assert view.bottom() >= top + height - 0.01


def answer(qtbot, window: MainWindow, question: Choice | Spot, right: bool) -> None:
    """Answer by the mouse."""
    page = window.teaching.playing.page
    if isinstance(question, Choice):
        number = question.right if right else (question.right + 1) % len(question.answers)
        qtbot.mouseClick(page.body.question.buttons[number], LEFT)
        return
    canvas = panes(window)[-1].canvas
    outline = question.regions[0]
    place = tuple(float(np.mean([corner[axis] for corner in outline])) for axis in (0, 1))
    if not right:
        view = canvas.view()
        spots = [(x, y) for y in np.linspace(view.top(), view.bottom(), 9) for x in np.linspace(0.5, 6, 9)]
        place = next(one for one in spots if not question.holds(one) and view.contains(QPointF(*one)))
    assert question.holds(place) is right
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.pixel(QPointF(*place)).toPoint())


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_lesson_is_clicked_through_its_questions_answered_right_and_wrong_and_its_score_exported(
    qtbot, without_engine, tmp_path, path
):
    window = without_engine
    lesson = read_lesson(path)
    assert 6 <= len(lesson.steps) <= 10
    assert len(lesson.questions) >= 2
    window.actions_["lessons"].trigger()
    library = window.teaching.library
    card = next(card for card in library.cards if lesson.title in words_in_sight() and card._path == str(path))
    qtbot.mouseClick(card.play, LEFT)
    playing, page = window.teaching.playing, window.teaching.playing.page
    qtbot.waitUntil(lambda: playing.performance is not None, timeout=PATIENCE)
    marks = []
    for number, step in enumerate(lesson.steps):
        seen = words_in_sight()
        assert f"Step {number + 1} of {len(lesson.steps)}" in seen
        assert step.heading in seen
        for paragraph in step.caption.split("\n\n"):
            assert paragraph in seen
        assert RESEARCH_USE in seen
        names = [picture.name for picture in step.pictures]
        if step.hides_names:
            assert not [name for name in names if name in [pane._title.words for pane in panes(window)]]
        qtbot.wait(0)
        sees(window, step, step.moment)
        if step.training is not None:
            scrub(qtbot, window, step)
        if step.question is not None:
            right = len(marks) % 2 == 0
            answer(qtbot, window, step.question, right)
            marks.append(right)
            seen = words_in_sight()
            assert page.body.question.verdict == ("Right." if right else "Not quite.")
            assert step.question.explanation in seen
            if isinstance(step.question, Spot):
                canvas = panes(window)[0].canvas
                corner = canvas.pixel(QPointF(*step.question.regions[0][0]))
                colours = {
                    canvas.grab().toImage().pixelColor(corner.toPoint() + QPoint(x, y)).name().upper()
                    for x in range(-2, 3)
                    for y in range(-2, 3)
                    if canvas.rect().contains(corner.toPoint() + QPoint(x, y))
                }
                assert theme.current().mark_ok in colours or not canvas.rect().contains(corner.toPoint())
            if step.hides_names:
                assert {pane._title.words for pane in panes(window)} <= set(names)
        qtbot.mouseClick(page.next, LEFT)
    assert f"{sum(marks)} of {len(marks)} right" in words_in_sight()
    qtbot.keyClicks(page.end.name, "AB")
    qtbot.mouseClick(page.end.export, LEFT)
    table = tmp_path / "answers.csv"
    name_file(window, table)
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["right"] for row in rows] == ["yes" if right else "no" for right in marks]
    assert {(row["name"], row["use"]) for row in rows} == {("AB", RESEARCH_USE)}
    qtbot.mouseClick(page.leave, LEFT)
    assert not window.pictures.shows_pictures, "the first screen is there again"
    assert playing.performance is None


def scrub(qtbot, window: MainWindow, step: Step) -> None:
    """Go through the previews by the slider: the pane and the words follow."""
    page, number = window.teaching.playing.page, step.training.picture
    slider = page.body.scrubber.slider
    slider.setFocus()
    for at in (0, len(step.training.previews) // 2):
        slider.setValue(at)
        preview = step.training.previews[at]
        assert f"step {preview.step}" in page.body.scrubber.words
        assert preview.facts in words_in_sight()
        output = next(one for one in window.pictures.compare.outputs() if one.key == key_of(number))
        assert np.array_equal(np.rint(output.image * 255).astype(np.uint8), preview.levels)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert "End of training" in page.body.scrubber.words


def test_a_lesson_is_recorded_while_one_works_saved_without_a_name_and_played_back(qtbot, window, corner, tmp_path):
    named = corner.with_name("MUELLER_ANNA_1970.png")
    corner.rename(named)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(named)])
    window.actions_["record_lesson"].trigger()
    editing = window.teaching.editing
    page, asking = editing.page, editing.asking
    qtbot.keyClicks(page.title, "Grains")
    qtbot.mouseClick(page.add, LEFT)
    qtbot.keyClicks(page.heading, "The scan")
    qtbot.keyClicks(page.caption, "As it was made.")

    window.method.choose("simreg", 2, "challenge", {"recipe.maps": True})
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=PATIENCE)
    knobs = {"schedule.steps": 60, "schedule.patience": 5000, "patches.crop": 32, "backbone.features": 16}
    window.method.choose("zssr", 2, "challenge", knobs)
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=PATIENCE)
    window.actions_["panes_2"].trigger()
    window.pictures.compare.zoom_by(2)
    place = window.pictures.compare.view_rect().center()
    qtbot.mouseClick(page.add, LEFT)
    window.actions_["fit"].trigger()
    window.actions_["curtain"].trigger()
    qtbot.mouseClick(page.add, LEFT)
    window.actions_["curtain"].trigger()
    assert [step.heading for step in editing.recording.lesson.steps] == ["The scan", "Step 2", "Step 3"]

    qtbot.mouseClick(page.question, LEFT)
    qtbot.keyClicks(asking.words, "Where is the brightest?")
    qtbot.mouseClick(asking.kind.part("find"), LEFT)
    canvas = panes(window)[0].canvas
    viewport, middle = canvas.viewport(), canvas.rect().center()
    qtbot.mousePress(viewport, LEFT, pos=middle - QPoint(60, 40))
    qtbot.mouseMove(viewport, pos=middle)
    qtbot.mouseMove(viewport, pos=middle + QPoint(60, 40))
    qtbot.mouseRelease(viewport, LEFT, pos=middle + QPoint(60, 40))
    asked = canvas.at(QPointF(middle))
    qtbot.keyClicks(asking.explanation, "It is there.")
    qtbot.mouseClick(asking.ok, LEFT)
    page.list.setCurrentRow(1)
    qtbot.mouseClick(page.earlier, LEFT)
    assert [step.heading for step in editing.recording.lesson.steps] == ["Step 2", "The scan", "Step 3"]
    qtbot.mouseClick(page.undo, LEFT)
    assert [step.heading for step in editing.recording.lesson.steps] == ["The scan", "Step 2", "Step 3"]

    path = tmp_path / "grains.lesson"
    assert "Text in the picture itself cannot be found for certain" in page.warning.text()
    qtbot.mouseClick(page.looked, LEFT)
    qtbot.mouseClick(page.save, LEFT)
    with qtbot.waitSignal(editing.saved, timeout=PATIENCE):
        name_file(window, path)
    with zipfile.ZipFile(path) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"MUELLER" not in content
    qtbot.mouseClick(page.close_, LEFT)

    drop(window, path)
    playing = window.teaching.playing
    qtbot.waitUntil(lambda: playing.performance is not None, timeout=PATIENCE)
    lesson = playing.performance.lesson
    assert (lesson.title, lesson.steps[0].heading, lesson.steps[0].caption) == ("Grains", "The scan", "As it was made.")
    assert lesson.steps[1].training is not None
    assert [preview.step for preview in lesson.steps[1].training.previews][:3] == [10, 20, 30]
    assert "The scan" in words_in_sight()
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert "Step 2 of 3" in words_in_sight()
    seen = window.pictures.compare.view_rect()
    assert abs(seen.center().x() - place.x()) < 0.1
    assert abs(seen.center().y() - place.y()) < 0.1
    sees(window, lesson.steps[1], None)
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert window.pictures.compare.dressing.split is not None, "the curtain hangs as it was recorded"
    pane = panes(window)[0].canvas
    qtbot.mouseClick(pane.viewport(), LEFT, pos=pane.pixel(asked).toPoint() + QPoint(20, 12))
    assert playing.page.body.question.verdict == "Right."
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert "Step 2 of 3" in words_in_sight()
    qtbot.mouseClick(playing.page.leave, LEFT)
    assert window.session.shown is window.session.runs[-1]
    assert window.pictures.compare.outputs()[0].key == "input"
