"""The guide in the program: F1 opens the page of what lies under the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from ussr_gui import theme
from ussr_gui.guide import library
from ussr_gui.guide.places import DOCKS, PROPERTY, page_of
from ussr_gui.guide.window import PATH, GuideWindow

PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(qtbot) -> Iterator[GuideWindow]:
    """The guide's window, open on its contents."""
    around = QWidget()
    qtbot.addWidget(around)
    made = GuideWindow(around)
    made.open(library.HOME)
    yield made
    made.close()


def f1_over(widget: QWidget, window, qtbot) -> str:
    """The page that comes where the mouse lies over the middle of a widget and F1 is pressed."""
    QCursor.setPos(widget.mapToGlobal(widget.rect().center()))
    assert widget in (under := QApplication.widgetAt(QCursor.pos()), *parents(under)), "something lies over it"
    QTest.keyClick(widget.window(), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.guide.shown is not None and window.guide.shown.isVisible())
    path = window.guide.shown.reader.path
    window.guide.shown.close()
    return path


def parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None and (widget := widget.parentWidget()) is not None:
        yield widget


def entries(guide: GuideWindow) -> list[str]:
    """The pages that are listed at the left."""
    found = guide.list.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return [item.data(0, PATH) for item in found if item.data(0, PATH)]


def test_f1_opens_the_page_of_every_dock_under_the_mouse(qtbot, opened) -> None:
    docks = {dock.objectName(): dock for dock in opened.findChildren(QDockWidget)}
    for name, dock in docks.items():
        assert dock.property(PROPERTY), f"no page tells of the dock {name}"
    for action in ("panel_lists", "panel_steer", "panel_curves"):
        opened.actions_[action].setChecked(True)
    for name, dock in docks.items():
        page = DOCKS[name]
        dock.bring() if hasattr(dock, "bring") else dock.raise_()
        widget = {"lists": opened.scans, "steer": opened.method, "curves": opened.loss}.get(name, dock.widget())
        qtbot.waitUntil(lambda shown=widget: not shown.visibleRegion().isEmpty())
        assert f1_over(widget, opened, qtbot) == f"docs/user/{page}"


def test_f1_knows_the_pictures_the_first_screen_and_dialogs(qtbot, window) -> None:
    assert f1_over(window.pictures, window, qtbot) == "docs/user/first-scan.md"
    window.actions_["shortcuts"].trigger()
    assert f1_over(window.commanding.dialog.table, window, qtbot) == "docs/user/keys.md"
    window.commanding.dialog.close()
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000):
        window.session.open(["phantom:0"])
    assert f1_over(window.pictures.compare, window, qtbot) == "docs/user/comparing.md"
    for widget in window.findChildren(QWidget):
        if widget.property(PROPERTY):
            path, anchor = page_of(widget)
            window.guide.open(path, anchor)
            assert not anchor or f'name="{anchor}"' in window.guide.shown.reader.toHtml(), f"{path} has no {anchor}"
    QCursor.setPos(QPoint(-100, -100))
    window.actions_["guide"].trigger()
    assert window.guide.shown.reader.path == library.HOME


def test_the_contents_list_every_page_once(guide: GuideWindow) -> None:
    assert entries(guide) == [path for path in library.paths() if path != library.HOME]
    assert len(set(entries(guide))) == len(entries(guide)) > 40


def test_a_link_leads_on_and_back_leads_back(qtbot, guide: GuideWindow) -> None:
    guide.reader.show_page("docs/user/first-scan.md")
    cursor = guide.reader.document().find("Which method for which scan?")
    cursor.setPosition(cursor.selectionStart() + 2)
    guide.reader.setTextCursor(cursor)
    guide.reader.ensureCursorVisible()
    place = guide.reader.cursorRect(cursor).center()
    QTest.mouseClick(guide.reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert guide.reader.path == guide.list.currentItem().data(0, PATH) == "docs/user/choosing.md"
    qtbot.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert guide.reader.path == "docs/user/first-scan.md"
    qtbot.mouseClick(guide.forward, Qt.MouseButton.LeftButton)
    assert guide.reader.path == "docs/user/choosing.md"
    assert not guide.forward.isEnabled()


def test_another_address_is_opened_by_a_click_alone_and_never_by_a_page(guide: GuideWindow, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    guide.reader.show_page("docs/third-party.md")
    assert guide.reader.loadResource(PICTURE, QUrl("file:///etc/passwd")) is None
    assert guide.reader.loadResource(PICTURE, QUrl("https://example.org/a.png")) is None
    assert not asked
    guide.reader.follow(QUrl("https://example.org/paper"))
    assert asked == ["https://example.org/paper"]


def test_the_search_finds_pages_by_all_words_and_marks_them(qtbot, guide: GuideWindow) -> None:
    qtbot.keyClicks(guide.search, "speckle snr")
    assert "docs/research/metrics.md" in entries(guide)
    assert "docs/user/race.md" not in entries(guide)
    first = entries(guide)[0]
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.reader.path == first
    assert guide.reader.extraSelections()
    guide.search.clear()
    qtbot.keyClicks(guide.search, "xyzzy")
    assert entries(guide) == []
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert len(entries(guide)) > 40


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_pages_and_pictures_stay_within_the_window(guide: GuideWindow, qapp, scale: float) -> None:
    theme.apply(qapp, theme.DARK, scale)
    guide.resize(1440, 900)
    for path in ("docs/user/race.md", "docs/research/methods.md", "docs/research/study-models.md"):
        guide.reader.show_page(path)
        assert guide.reader.document().size().width() <= guide.reader.viewport().width(), path
    picture = guide.reader.loadResource(PICTURE, QUrl("guide:///resources/screenshots/race.png"))
    assert isinstance(picture, QImage)
    assert 0 < picture.width() / picture.devicePixelRatio() <= guide.reader.viewport().width()
    theme.apply(qapp, theme.DARK)


def test_an_installed_program_reads_the_pages_that_lie_beside_the_guide(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "shipped" / "docs").mkdir(parents=True)
    (tmp_path / "shipped" / "docs" / "index.md").write_text("# Elsewhere\n", encoding="utf-8")
    (tmp_path / "shipped" / "secret.md").write_text("# Secret\n", encoding="utf-8")
    monkeypatch.setattr(library, "files", lambda name: tmp_path)
    caches = (library.root, library.page, library.contents)
    for cached in caches:
        cached.cache_clear()
    assert library.page(library.HOME).title == "Elsewhere"
    for path in ("docs/../secret.md", "secret.md", "docs/none.md"):
        with pytest.raises(FileNotFoundError):
            library.place(path)
    for cached in caches:
        cached.cache_clear()
