"""Starts of the program that end as they should and that do not, in processes of their own."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from problem_hands import LEFT, shown
from PySide6.QtWidgets import QApplication

from ussr_engine.history.lease import NAME as SIGN
from ussr_gui.main_window import MainWindow
from ussr_gui.problems.logbook import LOG, Logbook, logs_folder

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from ussr_gui import app
def close(): application.closeAllWindows()
def by(number): os.kill(os.getpid(), number)
def fault(): by(signal.SIGSEGV)
def power(): by(signal.SIGKILL)
def asked(): by(signal.SIGTERM)
def wrong():
    QTimer.singleShot(0, close)
    raise ZeroDivisionError("QUETZAL7")
def stillborn(): pass
application = app.application()
if sys.argv[1] == "stillborn":
    app.window = None
QTimer.singleShot(0, globals()[sys.argv[1]])
sys.exit(app.run([]))
"""


def ended(how: str) -> int:
    """Exit code of the program whose first turn goes like this."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, how], cwd=ROOT, capture_output=True, timeout=120, check=False)
    return done.returncode


def looked() -> Logbook:
    """What a start finds that ends at once."""
    logbook = Logbook()
    logbook.end()
    faulthandler.enable(sys.__stderr__)
    return logbook


@pytest.mark.parametrize("how", ["close", *(pytest.param(how, marks=pytest.mark.slow) for how in ("asked", "wrong"))])
def test_a_start_that_ends_as_it_should_leaves_no_sign(how: str):
    """Closed by its window; told to end by the system; closed after an error that nobody expected."""
    assert ended(how) == 0
    assert list(logs_folder().glob(f"*/{LOG}"))
    assert not list(logs_folder().glob(f"*/{SIGN}"))
    assert not any(path.stat().st_size for path in logs_folder().glob("*/*.fault"))
    assert looked().fallen == []


def test_a_fault_of_memory_is_told_once_by_a_quiet_line_that_leads_to_its_place(qtbot, window: MainWindow):
    assert ended("fault") == -signal.SIGSEGV
    logbook = Logbook()
    window.problems.keep(logbook)
    offer = window.problems.offer
    assert offer.isVisible()
    assert offer.words.text() == "The program did not end cleanly last time."
    assert QApplication.activeModalWidget() is None
    qtbot.mouseClick(offer.yes, LEFT)
    assert not offer.isVisible()
    page = window.problems.dialog
    assert page.isVisible()
    assert page.tabs.tabToolTip(page.tabs.currentIndex()) == "crash.txt"
    words = shown(window)["crash.txt"]
    assert "The window process was ended by a signal" in words
    assert "Segmentation fault" in words
    assert "in fault" in words
    assert "starts" in words
    logbook.end()
    assert looked().fallen == []


def test_a_start_that_was_killed_is_told_without_a_trace_and_one_that_cannot_begin_with_its_error():
    begun = "import os\nfrom ussr_gui.problems.logbook import Logbook\nwith Logbook() as one: one.note('starts'); "
    found = []
    for end in ("os.kill(os.getpid(), 9)", "int('QUETZAL7')"):
        subprocess.run([sys.executable, "-c", begun + end], cwd=ROOT, capture_output=True, timeout=120, check=False)
        found += looked().fallen
    killed, stillborn = found
    assert killed.faults == stillborn.faults == []
    assert killed.log[-1].endswith("Z starts")
    assert stillborn.log[-1].endswith("Z ValueError")
    assert "QUETZAL7" not in str(stillborn.log)


@pytest.mark.slow
def test_the_program_itself_killed_or_unable_to_begin_is_told_too():
    assert ended("power") == -signal.SIGKILL
    assert looked().fallen[0].log[-1].endswith("starts")
    assert ended("stillborn") == 1
    assert looked().fallen[0].log[-1].endswith("TypeError")


def test_windows_side_by_side_are_not_taken_for_fallen():
    code = (
        "import sys\nfrom ussr_gui.problems.logbook import Logbook\n"
        "one = Logbook()\nprint(len(one.fallen), flush=True)\nsys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "0\n"
        mine = Logbook()
        assert mine.fallen == []
        assert mine.folder.parent == logs_folder()
        other.kill()
        other.wait()
        assert len(looked().fallen) == 1
        assert looked().fallen == []
        mine.end()
    assert not list(logs_folder().glob(f"*/{SIGN}"))


def test_damaged_logs_and_signs_are_survived(qtbot, window: MainWindow):
    root = logs_folder()
    torn, odd = root / "20260101-000000-00000000", root / "20260101-000000-00000001"
    for folder in (torn, odd, odd / SIGN, root / "20260101-000000-00000002" / LOG):
        folder.mkdir(parents=True)
    (torn / SIGN).write_bytes(b"\0\xff" * 100)
    (torn / LOG).write_bytes(os.urandom(3_000_000) + b"\n2026-01-01 00:00:00Z the last line\n")
    (torn / "window-1.fault").write_bytes(b"\xff\0" * 999 + b"\nFatal Python error: Aborted\n")
    (torn / "engine-1.fault").mkdir()
    (root / "20260101-000000-00000002" / SIGN).write_text("")
    (root / "a file").write_text("")
    logbook = Logbook()
    window.problems.keep(logbook)
    qtbot.mouseClick(window.problems.offer.yes, LEFT)
    words = shown(window)["crash.txt"]
    assert "Fatal Python error: Aborted" in words
    assert "the last line" in words
    assert words.count("did not end as it should") == 2
    assert words.replace("\n", "").isprintable()
    logbook.end()
    faulthandler.enable(sys.__stderr__)
