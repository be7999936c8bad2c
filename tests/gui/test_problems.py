"""Help › Report a problem: the page, what it holds, and the file that holds the same."""

from __future__ import annotations

import faulthandler
import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from problem_hands import LEFT, ask_help, faulty, save, shown, texts_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox

from ussr_engine import RESEARCH_USE, __version__
from ussr_gui.main_window import MainWindow
from ussr_gui.problems import logbook as logbooks
from ussr_gui.problems.facts import LIBRARIES
from ussr_gui.problems.logbook import BYTES, KEPT, Logbook
from ussr_gui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20_000


@pytest.fixture
def logbook() -> Iterator[Logbook]:
    made = Logbook()
    yield made
    made.end()
    faulthandler.enable(sys.__stderr__)


@pytest.fixture
def watched(window: MainWindow, logbook: Logbook) -> MainWindow:
    """The window with its log, as the program opens it."""
    window.problems.keep(logbook)
    return window


def run(qtbot, window: MainWindow, method: str = "plain") -> None:
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open(["phantom:0"])
    window.method.choose(method, 2, "challenge", {"recipe.steps": 20})
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def tick(qtbot, box: QCheckBox) -> None:
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def test_the_file_holds_to_the_letter_what_the_page_shows(qtbot, watched: MainWindow, tmp_path: Path):
    run(qtbot, watched)
    ask_help(qtbot, watched, "problem")
    page = watched.problems.dialog
    assert page.isVisible()
    assert QApplication.activeModalWidget() is None
    qtbot.keyClicks(page.happened, "It stood still.")
    save(qtbot, watched, tmp_path / "a.zip")
    texts = texts_of(tmp_path / "a.zip")
    assert texts == shown(watched)
    assert list(texts) == ["report.txt", "versions.txt", "log.txt", "settings.json"]
    assert "It stood still." in texts["report.txt"]
    assert RESEARCH_USE in texts["report.txt"]
    assert "Nothing was sent" in page.message.text()
    for words in (f"USSR: {__version__}", f"torch: {version('torch')}", "cpu: CPU, 2 cores", "Size of words: 100 %"):
        assert words in texts["versions.txt"]
    assert "Screen 1:" in texts["versions.txt"]
    assert "not found" not in texts["versions.txt"]
    for words in (f"USSR {__version__} starts", "Scan 1 opened: 60 × 40 px", "Run 1 begins: Plain ×2", "Training ×2"):
        assert words in texts["log.txt"]
    assert "Run 1 finished, 1.5 s on CPU, 1 thread, 32.50 dB" in texts["log.txt"]
    assert json.loads(texts["settings.json"])["format"] == "1"


def test_every_library_the_program_needs_is_told():
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    needed = {"".join(one.partition(sign)[0] for sign in "~>" if sign in one).split(">")[0] for one in named}
    assert {name.lower() for name in needed} <= {name.lower() for name in LIBRARIES}


def test_the_last_run_is_told_only_where_it_is_ticked(qtbot, watched: MainWindow, tmp_path: Path):
    ask_help(qtbot, watched, "problem")
    page = watched.problems.dialog
    assert not page.boxes["run.json"].isEnabled()
    qtbot.mouseClick(page.close_button, LEFT)
    run(qtbot, watched)
    ask_help(qtbot, watched, "problem")
    box = page.boxes["run.json"]
    assert box.isEnabled()
    assert "run.json" not in shown(watched)
    tick(qtbot, box)
    assert "run.json" in shown(watched)
    record = json.loads(shown(watched)["run.json"])
    assert record["plan"]["method"] == "plain"
    assert record["scores"]["psnr"] == 32.5
    tick(qtbot, page.boxes["log.txt"])
    save(qtbot, watched, tmp_path / "a.zip")
    assert set(texts_of(tmp_path / "a.zip")) == {"report.txt", "versions.txt", "settings.json", "run.json"}


def test_words_are_found_in_all_texts_and_all_are_copied(qtbot, watched: MainWindow, tmp_path: Path):
    ask_help(qtbot, watched, "problem")
    page = watched.problems.dialog
    qtbot.mouseClick(page.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    for name, words in shown(watched).items():
        assert f"=== {name} ===\n{words}" in copied
    qtbot.keyClicks(page.happened, "numpy and Numpy")
    qtbot.keyClicks(page.finder.field, "numpy")
    assert page.finder.count.text() == "1 of 3"
    assert page.tabs.tabToolTip(page.tabs.currentIndex()) == "report.txt"
    for _ in range(2):
        qtbot.keyClick(page.finder.field, Qt.Key.Key_Return)
    assert page.finder.count.text() == "3 of 3"
    assert page.tabs.currentWidget().textCursor().selectedText() == "numpy"
    assert page.tabs.tabToolTip(page.tabs.currentIndex()) == "versions.txt"
    qtbot.mouseClick(page.finder.on, LEFT)
    assert page.finder.count.text() == "1 of 3"
    qtbot.keyClicks(page.finder.field, "zzz")
    assert page.finder.count.text() == "Nowhere"
    save(qtbot, watched, tmp_path / "none" / "a.zip")
    assert "cannot be written" in page.message.text()
    assert page.isVisible()


def test_an_engine_that_a_fault_ended_is_told_with_the_place(qtbot, sitting, logbook: Logbook):
    made = MainWindow(sitting(faulty), Settings())
    qtbot.addWidget(made)
    made.problems.keep(logbook)
    made.show()
    with qtbot.waitSignal(made.session.methods_listed, timeout=PATIENCE):
        made.start([])
    with qtbot.waitSignal(made.session.engine_fell, timeout=PATIENCE):
        made.session.open(["phantom:0"])
    ask_help(qtbot, made, "problem")
    texts = shown(made)
    assert "The engine process was ended by a signal" in texts["crash.txt"]
    assert "Segmentation fault" in texts["crash.txt"]
    assert "in faulty" in texts["crash.txt"]
    assert "The engine ended untold, exit code -11" in texts["log.txt"]


def test_an_error_nobody_expected_is_in_the_log_by_its_place_and_not_by_its_words(
    watched: MainWindow, logbook: Logbook
):
    from ussr_gui.app import ErrorLine

    try:
        raise ZeroDivisionError("QUETZAL7")
    except ZeroDivisionError as error:
        ErrorLine(watched)(type(error), error, error.__traceback__)
    log = "\n".join(logbook.lines())
    assert "ZeroDivisionError" in log
    assert "test_problems.py:" in log
    assert "QUETZAL7" not in log
    assert "QUETZAL7" in watched.log.toPlainText(), "the person sees it"


def test_a_log_folder_that_cannot_be_made_costs_one_sentence(qtbot, window: MainWindow, tmp_path: Path, monkeypatch):
    (tmp_path / "state").write_text("a file")
    monkeypatch.setattr(logbooks, "logs_folder", lambda: tmp_path / "state" / "log")
    logbook = Logbook()
    window.problems.keep(logbook)
    assert "No log is kept" in window.status.words
    assert window.log.toPlainText().count("No log is kept") == 1
    run(qtbot, window)
    ask_help(qtbot, window, "problem")
    assert shown(window)["log.txt"].strip() == "(No log was kept.)"
    logbook.end()


def test_a_log_whose_folder_goes_meanwhile_disturbs_nothing(qtbot, watched: MainWindow, logbook: Logbook):
    shutil.rmtree(logbook.folder)
    for _ in range(2 * BYTES // 1000):
        logbook.note("x" * 1000)
    run(qtbot, watched)
    ask_help(qtbot, watched, "problem")
    assert "The disk refused further lines" in shown(watched)["log.txt"]


def test_logs_are_bounded(logbook: Logbook):
    for number in range(1500):
        logbook.note(f"{number} " + "x" * 1000)
    kept = [path.stat().st_size for path in logbook.folder.glob("log.txt*")]
    assert len(kept) == 2
    assert sum(kept) <= 2 * BYTES
    assert "1499 x" in logbook.lines()[-1]
    for number in range(3 * KEPT):
        (logbook.folder.parent / f"20200101-000000-{number:08x}").mkdir()
    (logbook.folder.parent / "of somebody else").mkdir()
    Logbook().end()
    names = [path.name for path in logbook.folder.parent.iterdir()]
    assert len(names) <= KEPT + 2
    assert logbook.folder.name in names
    assert "of somebody else" in names
