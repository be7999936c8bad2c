"""Lesson files: what is written comes back; anything else is refused in one sentence before memory is taken."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.reliability.mutations import mutated
from ussr_engine.archive import TEXT
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.lessons import lesson
from ussr_engine.lessons.files import BOUNDS, HEAD, read_heading, read_lesson, write_lesson
from ussr_engine.lessons.lesson import Lesson, Picture, Step
from ussr_engine.lessons.questions import Choice, Spot, ellipse
from ussr_engine.scan import Spacing


def picture(name: str = "Scan", grey: int = 7) -> Picture:
    return Picture(name, np.full((12, 16), grey, np.uint8), lesson.Role.SCAN, Spacing(0.1, 0.2))


@pytest.fixture
def made() -> Lesson:
    scan, result = picture(), replace(picture("ZSSR ×2", 90), role=lesson.Role.RESULT)
    training = lesson.Training(
        1,
        tuple(lesson.Preview(step, np.full((12, 16), step, np.uint8), f"{step} dB") for step in (1, 10, 100)),
        (lesson.Curve("l1", ((1, 0.5), (10, 0.25))),),
    )
    overlay = lesson.Overlay("Inferred", "grey levels", False, np.ones((12, 16), np.float32))
    look = lesson.Look(active=1, comparison=lesson.Comparison.SIGNED, region=(0.1, 0.2, 1.0, 0.5), sides=(0, 1))
    return Lesson(
        "Grains",
        "Of what they are.",
        (
            Step("One", "See.", (scan, result), look, training=training, moment=1, overlay=overlay),
            Step("Two", "Which?", (scan, result), question=Choice("Which is real?", ("A", "B"), 0), hides_names=True),
            Step("Three", "Where?", (scan,), question=Spot("Find it.", (ellipse(0.5, 0.2, 1.5, 0.6),), "There.")),
        ),
    )


def test_a_lesson_comes_back_as_it_was_written_and_equal_lessons_make_equal_files(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    again = read_lesson(path)
    first = again.steps[0]
    assert (again.title, again.about, again.questions) == ("Grains", "Of what they are.", (1, 2))
    assert first.look == made.steps[0].look
    assert first.pictures[1].super_resolved
    assert first.pictures[0].spacing == Spacing(0.1, 0.2)
    assert [preview.levels[0, 0] for preview in first.training.previews] == [1, 10, 100]
    assert first.training.curves == made.steps[0].training.curves
    assert [step.question for step in again.steps] == [step.question for step in made.steps]
    assert again.steps[1].pictures[0].levels is first.pictures[0].levels, "a picture of two steps is stored once"
    write_lesson(tmp_path / "b.lesson", again)
    assert path.read_bytes() == (tmp_path / "b.lesson").read_bytes()


def test_the_heading_is_read_without_the_pictures(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    head = read_heading(path)
    assert (head.title, head.about, head.steps, head.questions) == ("Grains", "Of what they are.", 3, 2)


def test_a_lesson_is_read_without_torch_and_without_qt(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    code = (
        "import sys; from pathlib import Path; from ussr_engine.lessons.files import read_lesson;"
        f"print(read_lesson(Path({str(path)!r})).title, {{'torch', 'PySide6', 'scipy'}} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["Grains", "set()"]


def rewritten(path: Path, changes: dict[str, object]) -> Path:
    """The same file with other members."""
    with zipfile.ZipFile(path) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, change in changes.items():
        members[name] = change if isinstance(change, bytes) else json.dumps(change).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_lesson_of_a_newer_program_is_told_from_a_damaged_one(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    rewritten(path, {HEAD: {"kind": "ussr lesson", "version": lesson.VERSION + 1}, TEXT: {"record": "Future"}})
    with pytest.raises(UnreadableFile, match=r"newer program\. Update this one") as refused:
        read_lesson(path)
    assert str(refused.value).count(". ") == 1, "the name of the file and two short sentences"


@pytest.mark.parametrize(
    "change",
    [
        {HEAD: {"kind": "something", "version": 1}},
        {HEAD: [1]},
        {HEAD: b"\xff"},
        {TEXT: {"record": "Step", "fields": {}}},
        {TEXT: {"record": "Lesson", "fields": {"title": "a", "about": "b"}}},
        {TEXT: {"record": "Lesson", "fields": {"title": "a", "about": "b", "steps": {"tuple": [{"array": 0}]}}}},
        {TEXT: {"record": "Path", "fields": {}}},
    ],
)
def test_what_is_no_lesson_is_refused(tmp_path: Path, made: Lesson, change: dict[str, object]) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    with pytest.raises(UnreadableFile):
        read_lesson(rewritten(path, change))


def test_a_lesson_that_would_unpack_to_more_than_its_budget_is_refused_unread(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb", "w") as member:
        for _ in range(BOUNDS.whole // 2**24 + 1):
            member.write(bytes(2**24))
    assert path.stat().st_size < 2**20
    with pytest.raises(UnreadableFile, match="too large for a lesson"):
        read_lesson(path)


def test_a_damaged_lesson_is_refused_or_read_and_nothing_else_happens(tmp_path: Path, made: Lesson) -> None:
    path = tmp_path / "a.lesson"
    write_lesson(path, made)
    whole = path.read_bytes()
    refused = []
    for number in range(300):
        path.write_bytes(mutated({"a.lesson": whole}, number)[1])
        try:
            assert read_lesson(path).steps
        except UnreadableFile as error:
            refused.append(error.words)
    assert len(refused) > 100
    assert all(words.startswith("a.lesson ") for words in refused)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: replace(picture(), levels=np.zeros((4, 4), np.float32)),
        lambda: replace(picture(), levels=np.zeros((4, 4, 4), np.uint8)),
        lambda: replace(picture(), span=(0.0, 4.0)),
        lambda: Step("a", "b", ()),
        lambda: Step("a", "b", (picture(),), lesson.Look(active=1)),
        lambda: Step("a", "b", (picture(),), moment=0),
        lambda: lesson.Look(panes=3),
        lambda: lesson.Look(region=(0.0, 0.0, float("nan"), 1.0)),
        lambda: lesson.Look(region=(0.0, 0.0, 1e-300, 1e-300)),
        lambda: lesson.Look(region=(0.0, float("nan"), 1.0, 1.0)),
        lambda: replace(picture(), spacing=Spacing(1e-9, 1e-9)),
        lambda: lesson.Tone(window=1e-300),
        lambda: lesson.Curve("l1", ((float("nan"), 1.0),)),
        lambda: lesson.Training(0, (lesson.Preview(10**400, picture().levels),)),
        lambda: lesson.Training(0, ()),
        lambda: Choice("a", ("one",), 0),
        lambda: Choice("a", ("one", "two"), 2),
        lambda: Spot("a", ((((0.0, 0.0)), (1.0, 1.0)),)),
        lambda: Step("a" * 301, "b", (picture(),)),
    ],
)
def test_impossible_steps_pictures_and_questions_are_refused(wrong) -> None:
    with pytest.raises(BadRequest):
        wrong()


def test_a_place_is_right_inside_of_any_region_and_wrong_outside() -> None:
    spot = Spot("Where?", (ellipse(0, 0, 2, 1), ((5, 5), (6, 5), (6, 6), (5, 6))))
    assert spot.holds((1.0, 0.5))
    assert spot.holds((5.5, 5.5))
    assert not spot.holds((0.05, 0.05)), "the corner of an ellipse's box"
    assert not spot.holds((3.0, 3.0))
