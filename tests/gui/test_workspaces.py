"""Three workspaces, panels that come and go, and names that are hidden."""

from __future__ import annotations

import numpy as np
import pytest
from burial import bury
from measuring_hands import open_picture
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabBar

from ussr_gui.main_window import MainWindow
from ussr_gui.settings import Settings


def docks(window: MainWindow) -> list[bool]:
    docking = window.docking
    return [dock.isVisible() for dock in (docking.left, docking.right, docking.bottom)]


def test_reading_shows_two_panes_without_curves_and_research_everything(qtbot, opened):
    assert docks(opened) == [True, True, True]
    opened.actions_["workspace_read"].trigger()
    assert docks(opened) == [True, True, False]
    assert opened.actions_["panes_2"].isChecked()
    assert opened.workspaces.choice.value == "read"
    qtbot.mouseClick(opened.workspaces.choice.part("research"), Qt.MouseButton.LeftButton)
    assert docks(opened) == [True, True, True]
    assert opened.actions_["panes_4"].isChecked()
    assert opened.actions_["workspace_research"].isChecked()


def test_teaching_makes_words_larger_and_hides_lists_and_names(opened):
    usual = QApplication.font().pixelSize()
    opened.actions_["workspace_teach"].trigger()
    assert QApplication.font().pixelSize() == round(usual * 1.25)
    assert docks(opened) == [False, True, False]
    assert opened.pictures.compare.outputs()[0].title == "Scan 1"
    opened.actions_["workspace_research"].trigger()
    assert QApplication.font().pixelSize() == usual
    assert opened.pictures.compare.outputs()[0].title != "Scan 1"


def test_a_workspace_is_found_as_it_was_left_also_the_day_after(qtbot, opened, sitting):
    opened.actions_["workspace_read"].trigger()
    opened.actions_["panes_6"].trigger()
    opened.actions_["panel_lists"].trigger()
    opened.actions_["workspace_research"].trigger()
    assert docks(opened) == [True, True, True]
    opened.actions_["workspace_read"].trigger()
    assert docks(opened) == [False, True, False]
    bury(opened)
    later = MainWindow(sitting(), Settings())
    later.show()
    later.start([])
    with qtbot.waitSignal(later.session.scan_opened, timeout=20_000):
        later.session.open(["phantom:0"])
    found = docks(later), later.actions_["panes_6"].isChecked(), later.workspaces.current
    bury(later)
    assert found == ([False, True, False], True, "read")


def test_a_panel_comes_and_goes_by_its_key(opened):
    opened.actions_["panel_curves"].trigger()
    assert docks(opened) == [True, True, False]
    opened.actions_["panel_curves"].trigger()
    assert docks(opened) == [True, True, True]


def test_before_the_first_scan_there_are_no_panels_in_any_workspace(window):
    for name in ("read", "teach", "research"):
        window.actions_[f"workspace_{name}"].trigger()
        assert docks(window) == [False, False, False]


def words_seen(window: MainWindow) -> str:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    rows = window.scans.list
    return "\n".join(
        [*labels, *(rows.item(i).data(Qt.ItemDataRole.AccessibleTextRole) or "" for i in range(rows.count()))]
    )


def test_hidden_names_are_nowhere_in_lists_and_panes(qtbot, opened, tmp_path):
    open_picture(qtbot, opened, tmp_path, np.full((60, 80), 0.5))
    opened.choices.setCurrentWidget(opened.info)
    assert words_seen(opened).count("made") >= 2
    opened.actions_["hide_names"].trigger()
    assert "made" not in words_seen(opened)
    assert opened.pictures.compare.outputs()[0].title == "Scan 2"
    opened.actions_["hide_names"].trigger()
    assert opened.pictures.compare.outputs()[0].title == "made"


def test_the_whole_screen_and_back(qtbot, opened):
    opened.actions_["full_screen"].trigger()
    assert opened.isFullScreen()
    opened.actions_["full_screen"].trigger()
    assert not opened.isFullScreen()


@pytest.mark.parametrize("panels", [[], ["Race"]])
def test_the_day_after_only_panels_that_are_there_have_a_tab(qtbot, opened, sitting, panels):
    if panels:
        opened.actions_["race_panel"].trigger()
    opened.resize(1440, 900)
    QApplication.processEvents()
    bury(opened)
    later = MainWindow(sitting(), Settings())
    later.resize(1440, 900)
    later.show()
    QApplication.processEvents()
    later.start([])
    with qtbot.waitSignal(later.session.scan_opened, timeout=20_000):
        later.session.open(["phantom:0"])
    QApplication.processEvents()
    bars = later.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    seen = [bar for bar in bars if bar.isVisible() and later.rect().intersects(bar.geometry())]
    words = [[bar.tabText(index) for index in range(bar.count())] for bar in seen]
    bury(later)
    assert words == ([["Method and training", *panels]] if panels else [])
