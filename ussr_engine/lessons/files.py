"""Lesson files: a head that says what they are, then the records of a lesson; and the lessons that come along."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ussr_engine.archive import Bounds, read_archive, read_head, write_archive
from ussr_engine.errors import UnreadableFile
from ussr_engine.lessons import lesson, questions
from ussr_engine.lessons.lesson import VERSION, Lesson
from ussr_engine.scan import Spacing

SUFFIX = ".lesson"
HEAD, KIND = "lesson.json", "ussr lesson"
LONGEST_HEAD = 64 * 2**10
BOUNDS = Bounds("lesson", 16 * 2**20, 256 * 2**20, "Ask whoever made it for another copy.")
"""What a lesson may take after unpacking: its words, and all of it."""
CLASSES = (
    *(Lesson, lesson.Step, lesson.Look, lesson.Tone, lesson.Picture, lesson.Training, lesson.Preview, lesson.Curve),
    *(lesson.Overlay, lesson.Role, lesson.Comparison, lesson.Curtain, questions.Choice, questions.Spot, Spacing),
)
"""Everything that such a file may hold."""


@dataclass(frozen=True)
class Head:
    """What a lesson says of itself before it is read."""

    title: str
    about: str
    steps: int
    questions: int


def write_lesson(path: Path, made: Lesson) -> None:
    """Write a lesson; it takes the place of an older file when all of it is on the disk.

    Raises
    ------
    OSError
        Where the file cannot be written.
    """
    head = {
        "kind": KIND,
        "version": VERSION,
        "title": made.title,
        "about": made.about,
        "steps": len(made.steps),
        "questions": len(made.questions),
    }
    write_archive(path, made, head=(HEAD, json.dumps(head)))


def read_lesson(path: Path) -> Lesson:
    """Read what `write_lesson` wrote.

    Raises
    ------
    UnreadableFile
        In one sentence: no lesson, a damaged one, one too large, or one of a newer program.
    """
    _checked(path)
    made = read_archive(path, CLASSES, BOUNDS)
    if not isinstance(made, Lesson):
        raise UnreadableFile(f"{path.name} is no lesson.", BOUNDS.remedy)
    if not made.steps:
        raise UnreadableFile(f"{path.name} is a lesson without a step.", "Record a step first.")
    return made


def read_heading(path: Path) -> Head:
    """What a lesson says of itself; no picture is unpacked.

    Raises
    ------
    UnreadableFile
        As `read_lesson` does.
    """
    head = _checked(path)
    try:
        return Head(str(head["title"]), str(head["about"]), int(str(head["steps"])), int(str(head["questions"])))
    except (KeyError, ValueError) as error:
        raise UnreadableFile(f"{path.name} is a damaged lesson.", BOUNDS.remedy) from error


def shipped() -> tuple[Path, ...]:
    """The lessons that come along with the program, in their order."""
    folder = Path(str(files("ussr_engine.lessons") / "shipped"))
    return tuple(sorted(folder.glob(f"*{SUFFIX}")))


def _checked(path: Path) -> Mapping[str, object]:
    """The head of a lesson that this program can read."""
    try:
        head = json.loads(read_head(path, HEAD, LONGEST_HEAD, BOUNDS))
        version = head["version"] if head["kind"] == KIND else None
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableFile(f"{path.name} is no lesson.", BOUNDS.remedy) from error
    if not isinstance(version, int) or version < 1:
        raise UnreadableFile(f"{path.name} is no lesson.", BOUNDS.remedy)
    if version > VERSION:
        raise UnreadableFile(f"{path.name} was made by a newer program.", "Update this one to play it.")
    found: Mapping[str, object] = head
    return found
