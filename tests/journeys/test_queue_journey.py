"""A person drops a folder, lets the queue work, looks elsewhere, pauses, closes, and goes on the next day."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ussr_engine.files import read_scan
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.table import BAR
from ussr_gui.queueing.table import ROWS

PATIENCE = 60_000
NONE, BEGIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SKIP = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five scans in two folders, two of one name, and a broken one."""
    chance = np.random.default_rng(0)
    for name in ("a/1.png", "a/2.png", "b/1.png", "b/3.png", "4.png"):
        path = tmp_path / "scans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Pillow.fromarray(chance.integers(0, 255, (48, 40), np.uint8)).save(path)
    (tmp_path / "scans" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "scans" / "Thumbs.db").touch()
    return tmp_path / "scans"


def drop(where: QWidget, *paths: Path) -> None:
    """Files dragged from elsewhere, and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    let_go(where, QPoint(20, 20), data)


def let_go(where: QWidget, at: QPoint, data: QMimeData) -> None:
    button, actions = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    QApplication.sendEvent(where, QDragEnterEvent(at, actions, data, button, NONE))
    QApplication.sendEvent(where, QDropEvent(QPointF(at), actions, data, button, NONE))


def rows(window: MainWindow) -> list[tuple[str, str]]:
    """File and state of every row, as they are seen."""
    table = window.queueing.panel.table
    return [(table.index(row, 0).data(), table.index(row, 2).data()) for row in range(table.rowCount())]


def states(window: MainWindow) -> list[str]:
    return [state for _, state in rows(window)]


def choose(window: MainWindow, *lines: int) -> None:
    table = window.queueing.panel.table
    window.queueing.panel.view.choose([table.item_at(line).number for line in lines])


def press(qtbot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(window, key, held)


def queued(qtbot, window: MainWindow, out: Path, method: str, *paths: Path, **knobs: object) -> None:
    """Drop files on the panel and wait until all of them stand there."""
    window.method.choose(method, 2, "enlarge", knobs)
    window.queueing.panel.take_folder(str(out))
    told = window.session.errands.queue_told
    with qtbot.waitSignal(told, timeout=PATIENCE, check_params_cb=lambda event: getattr(event, "over", False)):
        drop(window.queueing.panel, *paths)


def look(window: MainWindow, name: str) -> None:
    """Keep what is seen, where somebody wants to look at it."""
    if folder := os.environ.get("USSR_LOOK"):
        QApplication.processEvents()
        window.grab().save(f"{folder}/{name}.png")


def test_a_dropped_folder_is_worked_off_and_a_bad_file_costs_nothing_else(qtbot, window, folder, tmp_path):
    drop(window, folder)
    qtbot.waitUntil(lambda: "added" in window.queueing.panel.said, timeout=PATIENCE)
    assert window.queueing.dock.isVisible()
    choose(window, *range(6))
    press(qtbot, window, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not rows(window), timeout=PATIENCE)

    queued(qtbot, window, tmp_path / "out", "bicubic", folder)
    assert [name for name, _ in rows(window)] == ["4.png", "broken.png", "1.png", "2.png", "1.png", "3.png"]
    assert "Passed over: files of the system (1)." in window.queueing.panel.said
    press(qtbot, window, Qt.Key.Key_F9, BEGIN)
    qtbot.waitUntil(lambda: states(window).count("done") == 5, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.actions_["queue_begin"].text() == "Start queue", timeout=PATIENCE)
    look(window, "done")
    assert states(window)[1] == "failed"
    assert window.queueing.panel.clock == "5 of 6 done · 1 failed"
    assert {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.png")} == {
        *(f"scans/{name}_bicubic_x2.png" for name in ("4", "a/1", "a/2", "b/1", "b/3"))
    }
    choose(window, 1)
    assert "header is damaged" in window.queueing.panel.said
    look(window, "failed")

    Pillow.fromarray(np.zeros((48, 40), np.uint8)).save(folder / "broken.png")
    press(qtbot, window, Qt.Key.Key_F9, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: states(window)[1] == "waiting", timeout=PATIENCE)
    press(qtbot, window, Qt.Key.Key_F9, BEGIN)
    qtbot.waitUntil(lambda: states(window) == ["done"] * 6, timeout=PATIENCE)

    choose(window, 2)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        press(qtbot, window, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.session.scan.scan is not None, timeout=PATIENCE)
    assert window.session.scan.scan.width == 80
    look(window, "opened")

    window.actions_["queue_report"].trigger()
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "table.csv"))
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["state"] for row in csv.DictReader(file)] == ["done"] * 6


def test_a_queue_is_paused_reordered_and_gone_on_with_in_the_next_window(
    qtbot, open_window: Callable[[], MainWindow], folder, tmp_path
):
    window = open_window()
    queued(qtbot, window, tmp_path / "out", "zssr", folder / "4.png", **{"schedule.steps": 50_000})
    queued(qtbot, window, tmp_path / "out", "bicubic", folder / "a", folder / "b")
    press(qtbot, window, Qt.Key.Key_F9, BEGIN)
    qtbot.waitUntil(lambda: window.queueing.panel.table.index(0, 2).data(BAR) is not None, timeout=PATIENCE)
    assert states(window)[0] == "running"
    # While it trains, the window opens scans, and rows change places by keys and by the mouse.
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(folder / "b" / "3.png")])
    choose(window, 4)
    press(qtbot, window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [name for name, _ in rows(window)][3] == "3.png", timeout=PATIENCE)
    look(window, "running")
    view = window.queueing.panel.view
    data = window.queueing.panel.table.mimeData([window.queueing.panel.table.index(2, 0)])
    assert data.hasFormat(ROWS)
    top = view.visualRect(window.queueing.panel.table.index(1, 0)).topLeft() + QPoint(4, 2)
    let_go(view.viewport(), top, data)
    qtbot.waitUntil(lambda: [name for name, _ in rows(window)][1:3] == ["2.png", "1.png"], timeout=PATIENCE)
    assert not window.actions_["start"].isEnabled() or window.steering.problem

    press(qtbot, window, Qt.Key.Key_F9, BEGIN)
    qtbot.waitUntil(lambda: states(window)[0] == "paused", timeout=PATIENCE)
    assert not window.session.is_busy, "the engine is free for a run in between"
    window.close()

    again = open_window()
    qtbot.waitUntil(again.queueing.offer.isVisible, timeout=PATIENCE)
    assert again.queueing.offer.words == "5 files of your queue still wait to be enlarged."
    look(again, "offer")
    qtbot.mouseClick(again.queueing.offer.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(rows(again)) and states(again)[0] == "running", timeout=PATIENCE)
    assert not again.queueing.offer.isVisible()
    choose(again, 0)
    press(qtbot, again, Qt.Key.Key_F9, SKIP)
    qtbot.waitUntil(lambda: states(again) == ["skipped", *["done"] * 4], timeout=PATIENCE)
    assert read_scan(tmp_path / "out" / "a" / "2_bicubic_x2.png").width == 80


def test_an_engine_that_is_killed_in_the_midst_goes_on_by_itself(qtbot, window, folder, tmp_path):
    queued(qtbot, window, tmp_path / "out", "zssr", folder / "4.png", **{"schedule.steps": 50_000})
    queued(qtbot, window, tmp_path / "out", "bicubic", folder / "a")
    press(qtbot, window, Qt.Key.Key_F9, BEGIN)
    qtbot.waitUntil(lambda: bool(rows(window)) and states(window)[0] == "running", timeout=PATIENCE)
    with qtbot.waitSignal(window.session.methods_listed, timeout=PATIENCE):
        os.kill(window.session._worker.process_id, 9)
    qtbot.waitUntil(lambda: bool(rows(window)) and states(window)[0] == "running", timeout=PATIENCE)
    choose(window, 0)
    press(qtbot, window, Qt.Key.Key_F9, SKIP)
    qtbot.waitUntil(lambda: states(window) == ["skipped", "done", "done"], timeout=PATIENCE)


def test_several_methods_are_queued_at_once_and_what_cannot_be_says_so(qtbot, window, folder, tmp_path):
    panel = window.queueing.panel
    window.actions_["queue_panel"].trigger()
    look(window, "empty")
    qtbot.mouseClick(panel.by.part("several"), Qt.MouseButton.LeftButton)
    drop(panel, folder)
    assert panel.said == "Tick a method and a scale first; then add the files again."
    panel.methods.tick(["bicubic", "exact"])
    panel.scales.tick([2, 3])
    queued(qtbot, window, tmp_path / "out", "zssr", folder / "4.png")
    titles = [panel.table.index(row, 1).data() for row in range(panel.table.rowCount())]
    assert titles == ["Bicubic ×2", "Bicubic ×3", "Exact bicubic ×2", "Exact bicubic ×3"]
    look(window, "several")
    panel.template.setText("{method}")
    drop(panel, folder / "a" / "1.png")
    qtbot.waitUntil(lambda: "lacks {name}" in panel.said, timeout=PATIENCE)
    assert panel.table.rowCount() == 4
