"""The engine process: started, listened to, buried and replaced."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import scripted_engine

from ussr_engine import events, orders
from ussr_gui.wanted import Wanted
from ussr_gui.worker import GRACE_SECONDS, Worker


def test_events_arrive_in_the_windows_thread(qtbot, sitting):
    session = sitting()
    threads: list[threading.Thread] = []
    session.methods_listed.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(session.methods_listed, timeout=20_000):
        session.start_engine()
    assert threads == [threading.main_thread()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_engine_process_does_not_load_qt(qtbot, tmp_path):
    worker = Worker(str(tmp_path), scripted_engine.main)
    with qtbot.waitSignal(worker.happened, timeout=20_000):
        worker.start()
    maps = Path(f"/proc/{worker.process_id}/maps").read_text()
    worker.close()
    assert "QtCore" not in maps


def test_closing_leaves_no_process_behind(qtbot, tmp_path):
    worker = Worker(str(tmp_path), scripted_engine.main)
    with qtbot.waitSignal(worker.happened, timeout=20_000):
        worker.start()
    worker.close()
    assert worker.process_id is None
    assert multiprocessing.active_children() == []


def test_closing_during_a_run_that_does_not_listen_takes_no_longer_than_the_grace(qtbot, session):
    with qtbot.waitSignal(session.run_prepared, timeout=20_000):
        session.begin(session.scan, Wanted("deaf", 2, {"recipe.steps": 5000}))
    session.close()
    assert multiprocessing.active_children() == []


def test_a_killed_engine_is_reported_and_replaced(qtbot, session):
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("plain", 2, {"recipe.steps": 5000}))
    before = session._worker.process_id
    with qtbot.waitSignals([session.run_failed, session.methods_listed], timeout=20_000):
        os.kill(before, signal.SIGKILL)
    failed = session.run.failed
    assert failed.words == "The engine stopped unexpectedly (exit code -9)."
    assert "press Resume" in failed.remedy
    assert session._worker.process_id not in (None, before)


def test_a_cancel_that_is_not_heard_kills_the_engine_and_counts_as_cancelled(qtbot, session):
    with qtbot.waitSignal(session.checkpointed, timeout=20_000):
        session.begin(session.scan, Wanted("deaf", 2, {"recipe.steps": 5000}))
    with qtbot.waitSignal(session.run_ended, timeout=round(GRACE_SECONDS * 1000) + 5000) as end:
        session.cancel()
    assert end.args[0].outcome.value == "cancelled"
    assert end.args[0].failed is None


def test_an_engine_that_cannot_start_is_given_up_with_a_sentence(qtbot, tmp_path):
    worker = Worker(str(tmp_path), scripted_engine.stillborn)
    with qtbot.waitSignal(worker.happened, timeout=30_000) as told:
        worker.start()
    failed = told.args[0]
    assert isinstance(failed, events.Failed)
    assert failed.kind == "EngineMissing"
    assert "exit code 3" in failed.words
    assert worker.process_id is None
    worker.close()


def test_a_large_order_does_not_make_the_window_wait_for_an_engine_that_stands_still(qtbot, session):
    process = session._worker.process_id
    os.kill(process, signal.SIGSTOP)
    scan = scripted_engine.ramp(2000, 2000)
    session._worker.order(orders.Save("/nowhere/a.png", scan, None, 8))
    os.kill(process, signal.SIGCONT)
    with qtbot.waitSignal(session.saved, timeout=20_000) as told:
        pass
    assert told.args[0].path == "/nowhere/a.png"


def test_importing_the_window_loads_no_torch():
    code = "import sys, ussr_gui.app, ussr_gui.main_window; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
