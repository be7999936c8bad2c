"""A newcomer with a file of their own: from the first start to a saved, enlarged picture, at human pace.

Every widget is found by the words that are read on it, and nothing else is known.  A person's time is counted by the
keystroke-level model; the computer's is measured.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from shiboken6 import delete

from ussr_engine.files import read_scan
from ussr_engine.samples import sample
from ussr_gui import app

PATIENCE = 110_000
MOST = 120.0
MENTAL, POINT, PRESS, HOME = 1.35, 1.1, 0.1, 0.4
"""Seconds: to make up one's mind, to point with the mouse, to press or let go a button, to move the hand."""
WORD = 60 / 238
"""Seconds to read a word silently."""
PAGE = Path(__file__).resolve().parents[2] / "docs" / "first_start.md"
HEAD = """# From the first start to a picture of one's own

Written by `python -m pytest tests/journeys/test_first_start.py`, which does it in the real window with the real engine,
in a home where the program was never started. The test finds everything by the words that stand on the screen, as a
newcomer does. A person's time is counted, not waited for: by the keystroke-level model (Card, Moran, Newell, Commun.
ACM 23, 1980) 1.35 s to make up one's mind, 1.1 s to point, 0.2 s for a click, 0.4 s for the hand to find the mouse; and
by 238 words a minute for whatever is read (Brysbaert, J. Mem. Lang. 109, 2019). The computer's time is measured.

| what | words read | seconds of the person |
|---|---|---|
"""


class Newcomer:
    """Reads, clicks what can be read, waits; keeps the time."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.human, self.machine = 0.0, 0.0
        self.lines: list[tuple[str, int, float]] = []

    def read(self, *words: str) -> None:
        """Words that must stand on the screen."""
        count = sum(len(said.split()) for said in words)
        for said in words:
            assert any(said in text for text in seen()), (said, sorted(seen()))
        self.spend(f"read “{words[0]}”" + (" and so on" if len(words) > 1 else ""), count, count * WORD)

    def click(self, words: str) -> None:
        """The button that says so; its words are read on the way."""
        found = [one for one in widgets(QAbstractButton) if plain(one.text()) == words and one.isEnabled()]
        assert found, (words, sorted(seen()))
        where = found[-1]  # what came last lies in front
        QTest.mouseClick(where, Qt.MouseButton.LeftButton)
        count = len(words.split())
        self.spend(f"click “{words}”", count, count * WORD + MENTAL + POINT + 2 * PRESS)

    def click_file(self, name: str) -> None:
        """A row of a list that is on the screen."""
        with self.waiting():
            self._qtbot.waitUntil(lambda: row_of(name) is not None, timeout=PATIENCE)
        found = row_of(name)
        assert found is not None, name
        view, at = found
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.spend("click the name of one's own file", 2, 2 * WORD + MENTAL + POINT + 2 * PRESS)

    def wait_for(self, words: str) -> None:
        """Until this stands on the screen."""
        with self.waiting():
            self._qtbot.waitUntil(lambda: any(words in text for text in seen()), timeout=PATIENCE)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Whatever happens inside is the computer's time."""
        began = time.perf_counter()
        yield
        self.machine += time.perf_counter() - began

    def spend(self, what: str, words: int, seconds: float) -> None:
        self.human += seconds
        self.lines.append((what, words, seconds))


def plain(words: str) -> str:
    return words.replace("&", "").strip()


def widgets(kind: type[QWidget]) -> list[QWidget]:
    """Those that can be seen, in the order of the windows."""
    inside = [one for top in QApplication.topLevelWidgets() if top.isVisible() for one in top.findChildren(kind)]
    return [one for one in inside if one.isVisible() and not one.visibleRegion().isEmpty()]


def seen() -> set[str]:
    """All words that stand on buttons and labels."""
    return {plain(one.text()) for kind in (QAbstractButton, QLabel) for one in widgets(kind) if one.text()}


def row_of(name: str) -> tuple[QAbstractItemView, QPoint] | None:
    """Where a list shows this name."""
    for view in widgets(QAbstractItemView):
        model, root = view.model(), view.rootIndex()
        for number in range(model.rowCount(root) if model is not None else 0):
            index = model.index(number, 0, root)
            place = view.visualRect(index)
            if index.data() == name and view.viewport().rect().intersects(place):
                return view, place.center()
    return None


def test_a_newcomer_saves_an_enlarged_picture_of_their_own_within_two_minutes(qtbot, own_folders: Path):
    own = own_folders / "my scan.png"
    Image.fromarray(np.rint(sample("vessel").image * 255).astype(np.uint8)).save(own)
    person = Newcomer(qtbot)
    person.spend("take the mouse", 0, HOME)
    with person.waiting():
        window = app.window()
        window.resize(1440, 900)
        window.show()
        window.start([])
    try:
        person.wait_for("Drop an ultrasound scan here")
        person.read(
            "Research and teaching; not for diagnosis. An enlarged picture can show detail that is not in the body"
        )
        person.click("I understand")
        person.read("Drop an ultrasound scan here", "DICOM, PNG, JPEG, TIFF, BMP", "Samples, with known truth")
        person.click("Open scan…")
        person.click_file("my scan.png")
        person.click("Open")
        person.wait_for("my scan.png")
        person.wait_for("Ready")
        person.read("Finds out how the scan was made, simulates it, and learns the way back", "Enlarge as is", "× 2")
        person.click("Start")
        person.wait_for("Finished in")
        person.read("Finished in")
        person.click("Save picture")
        person.wait_for("Save")
        person.click("Save")
        person.wait_for("Saved and read back")
        person.read("Saved and read back")
    finally:
        window.close()
        delete(window)
    made = read_scan(str(next(own_folders.rglob("*simreg-x2.*"))))
    source = read_scan(str(own))
    assert (made.width, made.height) == (2 * source.width, 2 * source.height)
    assert person.human + person.machine <= MOST, (person.human, person.machine)
    write(person)


def write(person: Newcomer) -> None:
    """The page; written anew only where the way itself is another, for the computer's time is never twice the same."""
    rows = "\n".join(f"| {what} | {words} | {seconds:.1f} |" for what, words, seconds in person.lines)
    page = f"{HEAD}{rows}\n\nThe person: {person.human:.0f} s.\n"
    if not PAGE.exists() or not PAGE.read_text(encoding="utf-8").startswith(page):
        whole = person.human + person.machine
        machine = f"The computer, two cores: {person.machine:.0f} s. Together {whole:.0f} s of {MOST:.0f}.\n"
        PAGE.write_text(f"{page}{machine}", encoding="utf-8")
