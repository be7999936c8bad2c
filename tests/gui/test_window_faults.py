"""Errors that nobody expected, and clicks in haste: the window stays, and says once what happened."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRunnable, Qt, QThread, QThreadPool, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ussr_gui.app import ErrorLine
from ussr_gui.main_window import MainWindow
from ussr_gui.records import Outcome, RunState

WORDS = "Something went wrong in the window (ZeroDivisionError"


def fail() -> None:
    """An error that nobody expected."""
    raise ZeroDivisionError("by nobody")


def in_a_slot(window: MainWindow) -> None:
    QTimer.singleShot(0, fail)


def in_painting(window: MainWindow) -> None:
    class Torn(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QTimer.singleShot(0, self, self.update)  # as one that is always painted anew
            fail()

    torn = Torn(window)
    torn.resize(20, 20)
    torn.show()


def in_a_pool(window: MainWindow) -> None:
    class Work(QRunnable):
        def run(self) -> None:
            fail()

    QThreadPool.globalInstance().start(Work())


def in_a_thread(window: MainWindow) -> None:
    class Thread(QThread):
        def run(self) -> None:
            fail()

    thread = Thread(window)
    thread.start()
    thread.wait()


def in_pythons_thread(window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


@pytest.mark.parametrize("fault", [in_a_slot, in_painting, in_a_pool, in_a_thread, in_pythons_thread])
def test_an_error_anywhere_is_told_once_and_the_window_goes_on(
    qtbot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, fault: Callable[[MainWindow], None]
):
    """G08."""
    errors = ErrorLine(window)
    monkeypatch.setattr(sys, "excepthook", errors)
    monkeypatch.setattr(threading, "excepthook", errors.of_thread)
    fault(window)
    qtbot.waitUntil(lambda: WORDS in window.log.toPlainText(), timeout=10_000)
    assert window.log.toPlainText().count(WORDS) == 1
    assert WORDS in window.status.words
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000):
        window.session.open(["phantom:0"])
    assert window.session.scan is not None


def test_pressing_start_twice_starts_one_run(qtbot, opened: MainWindow):
    """G12."""
    session = opened.session
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        qtbot.mouseDClick(opened.controls.primary, Qt.MouseButton.LeftButton)
        opened.actions_["start"].trigger()
        if session.state is RunState.PAUSED:
            opened.actions_["start"].trigger()
    assert len(session.runs) == 1


def test_starting_while_a_run_is_being_cancelled_starts_nothing(qtbot, opened: MainWindow):
    """G12."""
    session = opened.session
    with qtbot.waitSignal(session.stage_began, timeout=20_000):
        opened.actions_["start"].trigger()
    with qtbot.waitSignal(session.run_ended, timeout=20_000):
        opened.actions_["cancel"].trigger()
        opened.actions_["start"].trigger()
    assert [run.outcome for run in session.runs] == [Outcome.CANCELLED]
    with qtbot.waitSignal(session.run_began, timeout=20_000):
        opened.actions_["start"].trigger()
    assert len(session.runs) <= 2
