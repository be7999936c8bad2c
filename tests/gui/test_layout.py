"""Sizes, focus and pages of the window."""

from __future__ import annotations

from burial import bury
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QToolButton

from ussr_gui.main_window import MainWindow
from ussr_gui.settings import Settings
from ussr_gui.viewers.rows import Row


def test_sizes_of_docks_and_lists_are_those_of_the_day_before(qtbot, opened, sitting):
    bottom, usual = opened.docking.bottom, opened.docking.bottom.height()
    opened.resizeDocks([bottom], [usual + 40], Qt.Orientation.Vertical)
    opened.docking.lists.setSizes([500, 100])
    qtbot.waitUntil(lambda: bottom.height() == usual + 40, timeout=5000)
    before = bottom.height(), opened.docking.lists.sizes()
    bury(opened)
    later = MainWindow(sitting(), Settings())
    later.show()
    later.start([])
    later.session.open(["phantom:0"])
    qtbot.waitSignal(later.session.scan_opened, timeout=20_000).wait()
    after = later.docking.bottom.height(), later.docking.lists.sizes()
    bury(later)
    assert after == before


def test_the_window_fits_a_small_screen(opened):
    assert opened.minimumSizeHint().width() <= 960
    assert opened.minimumSizeHint().height() <= 560


def test_the_keyboard_stays_at_start_while_the_run_is_prepared(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(2000)
    opened.activateWindow()
    opened.controls.primary.setFocus()
    with qtbot.waitSignal(opened.session.checkpointed, timeout=20_000):
        qtbot.keyClick(opened.controls.primary, Qt.Key.Key_Space)
    assert opened.focusWidget() is opened.controls.primary
    opened.actions_["cancel"].trigger()


def test_the_pages_of_the_first_screen_are_the_ones_that_its_rows_name(window):
    for title in ("Keyboard and mouse", "What it can and cannot show"):
        row = next(row for row in window.pictures.empty.findChildren(Row) if row.accessibleName() == title)
        row.click()
        assert title in [page.windowTitle() for page in window.findChildren(QDialog) if page.isVisible()]


def test_looking_closer_asks_for_no_more_room_so_that_a_narrow_window_does_not_grow(qtbot, opened):
    asked = set()
    for _ in range(8):
        opened.pictures.compare.zoom_by(2)
        QApplication.processEvents()
        asked.add(opened.pictures.bar.minimumSizeHint().width())
    assert len(asked) == 1


def test_in_a_narrow_window_every_menu_and_every_tool_can_still_be_reached(qtbot, window):
    save = window.tools.widgetForAction(window.actions_["save"])
    choice = window.workspaces.choice
    window.resize(1400, 800)
    qtbot.waitUntil(choice.isVisible)
    qtbot.waitUntil(lambda: save.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.resize(600, 800)
    qtbot.waitUntil(lambda: not choice.isVisible())
    bar = window.menuBar()
    qtbot.waitUntil(lambda: all(bar.rect().contains(bar.actionGeometry(menu)) for menu in bar.actions()))
    window.resize(720, 800)
    qtbot.waitUntil(choice.isVisible)
    window.resize(930, 800)
    qtbot.waitUntil(lambda: save.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert save.isVisible()
    assert window.tools.rect().contains(save.geometry())


def test_where_the_tools_have_no_room_the_button_with_the_others_can_be_seen(qtbot, window):
    window.resize(600, 800)
    more = window.tools.findChild(QToolButton, "qt_toolbar_ext_button")
    qtbot.waitUntil(more.isVisible)
    seen = more.grab().toImage()
    shades = {seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())}
    assert max(shades) - min(shades) > 120
