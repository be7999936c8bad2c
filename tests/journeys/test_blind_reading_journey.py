"""A blind reading's way through the real window with the real engine: runs, pairs, ranking, files."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.gui.reading_eyes import words_in_sight
from ussr_engine import RESEARCH_USE
from ussr_gui.records import PHANTOM

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton


def test_a_reader_sees_no_name_and_at_the_end_a_ranking_that_goes_into_files(qtbot, window, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    for method in ("exact", "denoise"):
        window.method.choose(method, 2, "challenge", {})
        with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
            window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: not window.session.is_busy, timeout=PATIENCE)
    with qtbot.waitActive(window):
        window.activateWindow()
    names = ("Bicubic ×2", "Exact bicubic ×2", "Denoise ×2", "Truth")
    assert names[1] in words_in_sight()

    window.actions_["blind_reading"].trigger()
    setup, reading = window.reading.setup, window.reading
    assert tuple(box.text() for box in setup.boxes.values()) == names
    assert setup.says.startswith("8 pairs")
    setup.views.setValue(2)
    qtbot.keyClicks(setup.reader, "AB")
    qtbot.mouseClick(setup.begin, LEFT)

    views = set()
    for trial in reading.sitting.trials:
        assert reading.sitting.trial is trial
        seen = words_in_sight()
        assert f"Pair {trial.number} of 15" in seen
        assert not [name for name in (*names, "Exact", "Denoise", "phantom", "Phantom", "dB") if name in seen]
        canvases = reading.trial.panes.canvases
        assert canvases["Left"].view() == canvases["Right"].view()
        views.add(round(canvases["Left"].view().width(), 3))
        # this reader loves the truth and hates bicubic; the sides are known to the test, not to a person
        sides = [reading.sitting.wanted.pictures[index].name for index in (trial.left, trial.right)]
        if "Truth" in sides:
            key = Qt.Key.Key_Left if sides[0] == "Truth" else Qt.Key.Key_Right
        elif "Bicubic ×2" in sides:
            key = Qt.Key.Key_Right if sides[0] == "Bicubic ×2" else Qt.Key.Key_Left
        else:
            key = Qt.Key.Key_Down
        qtbot.keyClick(reading.trial, key)
        if trial.number == 5:
            qtbot.keyClick(reading.trial, Qt.Key.Key_Escape)
            assert names[1] in words_in_sight()
            window.actions_["blind_reading"].trigger()
    assert len(views) == 2

    table = reading.result.table.lines()
    assert [line[0] for line in table[1:]][::3] == ["1  Truth", "4  Bicubic ×2"]
    assert [tuple(line[3:6]) for line in table[1:]][::3] == [("6", "0", "0"), ("0", "6", "0")]
    assert {tuple(line[3:6]) for line in table[2:4]} == {("2", "2", "2")}
    assert "Repeated pairs answered alike: 3 of 3" in reading.result.steady.text()
    path = tmp_path / "ab.csv"
    qtbot.mouseClick(reading.result.export, LEFT)
    next(one for one in window.findChildren(QFileDialog) if one.isVisible()).fileSelected.emit(str(path))
    answers, ranked = (read(tmp_path / name) for name in ("ab.csv", "ab-ranking.csv"))
    assert len(answers) == 15
    assert {row["use"] for row in (*answers, *ranked)} == {RESEARCH_USE}
    assert [row["picture"] for row in ranked][::3] == ["Truth", "Bicubic ×2"]
    assert all(row["reader"] == "AB" and row["repeats alike"] == "3" for row in ranked)
    qtbot.mouseClick(next(one for one in reading.result.findChildren(type(setup.begin)) if one.text() == "Close"), LEFT)
    assert names[1] in words_in_sight()
    assert "AB" not in window.log.toPlainText()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
