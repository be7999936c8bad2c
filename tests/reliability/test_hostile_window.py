"""Groups E and F in the window: files that point elsewhere, names that look like markup, and what is dropped on it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from shiboken6 import delete

from ussr_engine import orders
from ussr_engine.archive import write_archive
from ussr_engine.batch.items import Item, State
from ussr_engine.batch.news import QueueChanged
from ussr_engine.scan import Scan
from ussr_gui import app
from ussr_gui.main_window import MainWindow
from ussr_gui.records import ScanFile
from ussr_gui.sittings import VERSION, Sitting

PATIENCE = 60_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
EVIL = "<img src=http://example.org/x.png>%n%s{0}{name}<b>bold.png"
UNMADE = ("/etc/passwd", r"\\server\share\scan.png", "//server/share/scan.png", "file:///etc/hosts")


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    """The program's own window; its engine is not started, and what is asked of that is kept."""
    made = app.window()
    made.show()
    yield made
    made.close()
    delete(made)


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[orders.Order]:
    """Every order that goes to the engine."""
    kept: list[orders.Order] = []
    monkeypatch.setattr(window.session._worker, "order", kept.append)
    return kept


def drop(where: QWidget, data: QMimeData) -> float:
    """Let something go over a widget; the longest time in seconds that the window was busy with it."""
    at, longest = QPoint(30, 30), 0.0
    for event in (
        QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE),
        QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE),
    ):
        began = time.perf_counter()
        QApplication.sendEvent(where, event)
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    return longest


def urls(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if path.startswith("/") else QUrl(path) for path in paths])
    return data


def test_a_session_that_points_elsewhere_opens_nothing_there(qtbot, window, asked, tmp_path: Path) -> None:
    """E05."""
    scan = Scan(np.full((12, 10), 0.5, np.float32))
    files = tuple(ScanFile(path, scan) for path in UNMADE)
    path = tmp_path / "evil.ussr"
    write_archive(path, Sitting(VERSION, files, (), elsewhere={UNMADE[0]: UNMADE}, chosen=UNMADE[0]))
    touched: list[str] = []
    listening = True

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event in ("open", "os.listdir", "os.scandir") and arguments:
            touched.append(str(arguments[0]))

    sys.addaudithook(listen)
    with qtbot.waitSignal(window.sittings.opened, timeout=10_000):
        window.sittings.open(str(path))
    QApplication.processEvents()
    listening = False
    assert str(path) in touched, "the listener hears what is opened"
    assert not [one for one in touched if "passwd" in one or "server" in one or "hosts" in one]
    assert not [one for one in asked if isinstance(one, orders.Open | orders.Save | orders.Enqueue)]


def test_a_name_that_looks_like_markup_is_plain_text_wherever_it_stands(qtbot, window, asked, tmp_path: Path) -> None:
    """E07."""
    path = str(tmp_path / EVIL)
    scan = Scan(np.full((12, 10), 0.5, np.float32), name=EVIL)
    Path(tmp_path / EVIL.replace("/", "_")).touch()
    window.session._list_scan(path, ScanFile(path, scan), window.session.scan_opened)
    refused = str(tmp_path / f"other{EVIL}")
    words = f"{EVIL} is of no kind that this program knows."
    window.session._list_scan(refused, ScanFile(refused, None, words, ""), window.session.open_failed)
    window.session.choose_scan(path)
    window.settings.add_recent(path)
    window.opening.redraw()
    item = Item(1, 1.0, path, path + "x2", f"ZSSR {EVIL}", State.FAILED, words)
    window.session.errands.hear(QueueChanged((item,), (), {state.value: 1 for state in State}))
    window.actions_["queue_panel"].trigger()
    QApplication.processEvents()
    table = window.queueing.panel.table
    assert table.index(0, 0).data() == Path(path).name
    window.queueing.panel.view.choose([1])
    assert words in window.queueing.panel.said

    tell_tale = "example.org"
    labels = [one for one in window.findChildren(QLabel) if tell_tale in one.text()]
    assert labels, "the name is seen somewhere"
    for one in labels:
        rich = one.textFormat() is Qt.TextFormat.RichText
        guessed = one.textFormat() is Qt.TextFormat.AutoText and GuiQt.mightBeRichText(one.text())
        assert not rich, one.text()
        assert not guessed, one.text()
    tips = [one.toolTip() for one in (*window.findChildren(QWidget), *window.findChildren(QAction))]
    for listed in window.findChildren(QListWidget):
        tips += [listed.item(row).toolTip() for row in range(listed.count())]
    tips += [str(table.index(0, column).data(Qt.ItemDataRole.ToolTipRole)) for column in range(4)]
    told = [tip for tip in tips if tell_tale in tip]
    assert told
    for tip in told:
        assert "<img" not in tip or not GuiQt.mightBeRichText(tip), tip


def test_a_folder_that_is_dropped_goes_into_the_queue(window, asked, tmp_path: Path) -> None:
    """F08."""
    (tmp_path / "scans").mkdir()
    for where in (window, window.pictures.empty, window.queueing.panel):
        window.queueing._early.clear()
        assert drop(where, urls(str(tmp_path / "scans"))) < 0.2
        assert window.queueing._early == [str(tmp_path / "scans")], "they wait for the engine to be there"
    assert window.queueing.dock.isVisible()
    assert not [one for one in asked if isinstance(one, orders.Open)]


def test_five_thousand_files_that_are_dropped_keep_nobody_waiting(window, asked, tmp_path: Path) -> None:
    """F08."""
    paths = [str(tmp_path / f"{number:04}.png") for number in range(5000)]
    for where in (window, window.queueing.panel):
        window.queueing._early.clear()
        assert drop(where, urls(*paths)) < 0.2
        assert len(window.queueing._early) == 5000
    assert not window.session.scans, "nobody wants five thousand in a list, and in memory"


def test_five_thousand_items_are_shown_as_they_come_and_keep_nobody_waiting(window, asked) -> None:
    """F08."""
    window.actions_["queue_panel"].trigger()
    longest = 0.0
    for start in range(0, 5000, 200):
        items = tuple(
            Item(number, float(number), f"/scans/{number}.png", f"/out/{number}.png", "Bicubic ×2", State.WAITING)
            for number in range(start + 1, start + 201)
        )
        counts = {state.value: 0 for state in State} | {"waiting": start + 200}
        began = time.perf_counter()
        window.session.errands.hear(QueueChanged(items, (), counts))
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    assert window.queueing.panel.table.rowCount() == 5000
    assert longest < 0.2


def test_addresses_of_the_web_and_words_that_are_dropped_do_nothing(window, asked) -> None:
    """F08."""
    text = QMimeData()
    text.setText("/etc/passwd " * 100_000)
    for where in (window, window.pictures.empty, window.queueing.panel):
        for data in (urls("https://example.org/scan.png"), urls("http://[::1]/x"), text):
            assert drop(where, data) < 0.2
    assert not window.session.scans
    assert not window.queueing._early
    assert not [one for one in asked if isinstance(one, orders.Open | orders.Enqueue)]


def test_a_few_files_that_are_dropped_are_opened(window, asked, tmp_path: Path) -> None:
    """F08."""
    paths = [str(tmp_path / name) for name in ("a.png", "b.png")]
    drop(window, urls(*paths))
    assert [one.path for one in asked if isinstance(one, orders.Open)] == paths
