"""Clicks on the Help menu and on the page of a problem, and engines that end as none should."""

from __future__ import annotations

import os
import signal
import zipfile
from multiprocessing.connection import Connection
from pathlib import Path

import scripted_engine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ussr_engine import events, lastwords, orders
from ussr_gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def ask_help(qtbot, window: MainWindow, name: str) -> None:
    """Press the keys of a row of the Help menu; Qt's platform without a screen has no menus that open."""
    action = window.actions_[name]
    assert any(menu.title() == "&Help" for menu in action.associatedObjects() if menu.inherits("QMenu"))
    pages = {"problem": window.problems.dialog, "updates": window.problems.updates.dialog}
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keySequence(window, action.shortcut())
    qtbot.waitUntil(pages[name].isActiveWindow)


def save(qtbot, window: MainWindow, path: Path) -> None:
    """Click Save and say where."""
    page = window.problems.dialog
    qtbot.mouseClick(page.save, LEFT)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    assert not dialog.isModal()
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.close()


def texts_of(path: Path) -> dict[str, str]:
    """What a report holds."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def shown(window: MainWindow) -> dict[str, str]:
    """The texts on the page, by the files that their tabs name."""
    tabs = window.problems.dialog.tabs
    return {tabs.tabToolTip(at): tabs.widget(at).toPlainText() for at in range(tabs.count())}


def faulty(connection: Connection, folder: str) -> None:
    """An engine that a fault of memory ends when it is asked for a file."""
    lastwords.prepare("engine")
    connection.send(scripted_engine.CATALOGUE)
    while not isinstance(connection.recv(), orders.Open):
        pass
    os.kill(os.getpid(), signal.SIGSEGV)


def talkative(connection: Connection, folder: str) -> None:
    """An engine whose errors quote what they should not."""
    connection.send(scripted_engine.CATALOGUE)
    while True:
        match connection.recv():
            case orders.Quit():
                return
            case orders.Open(path) if "refused" in path:
                words = f"{Path(path).name} in {Path(path).parent} is damaged."
                connection.send(events.OpenFailed(path, words, f"Copy {path} again."))
            case orders.Open(path):
                connection.send(events.Opened(path, scripted_engine.ramp()))
            case orders.Save(path):
                connection.send(events.SaveFailed(path, f"{path} cannot be written (disk full).", "Free some space."))
            case orders.Train(scan):
                connection.send(events.Prepared("run-1", scan, scan, scan, None, "CPU, 1 thread"))
                connection.send(events.StageBegan("Training ×2", 3, 0))
                connection.send(events.Noted("No room at /scans/QUETZAL7/a b.dcm for more."))
                connection.send(events.Failed("ValueError", "Invalid value: QUETZAL7.", "Copy the details.", TRACE))


TRACE = """Traceback (most recent call last):
  File "/home/QUETZAL7/lib/python3.11/site-packages/ussr_engine/loop.py", line 12, in step
    raise ValueError(name)
ValueError: Invalid value for VR PN:
QUETZAL7
QUETZAL7: 19470613

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/QUETZAL7/x.py", line 3, in <module>
KeyError: 'QUETZAL7'
"""
