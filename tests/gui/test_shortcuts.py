"""Keys of the person's own: recorded, told of when they are another's, kept, and shown wherever keys are shown."""

from __future__ import annotations

import pytest
from burial import bury
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton

from ussr_gui import theme
from ussr_gui.main_window import MainWindow
from ussr_gui.settings import Settings
from ussr_gui.shortcuts import refusal
from ussr_gui.viewers.pane import Pane
from ussr_gui.wishes import WISHES

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def compared(qtbot, opened):
    """A run is done, so that there are pictures to compare."""
    opened.method.knobs.control("recipe.steps").setValue(5)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    return opened


def dialog_of(qtbot, window):
    """Press Ctrl+K; the dialog comes back."""
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    dialog = window.commanding.dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=5000)
    return dialog


def go_to(qtbot, dialog, name: str) -> None:
    """Search for an action and stand on its row."""
    wish = next(wish for wish in WISHES if wish.id == name)
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, wish.text.rstrip("…"))
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    row = next(row for row, shown in enumerate(dialog.rows.wishes) if shown.id == name)
    for _ in range(row):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen is wish


def record(qtbot, dialog, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Return on an action's row, then its new key."""
    go_to(qtbot, dialog, name)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.recorder.isVisible()
    qtbot.keyClick(dialog.recorder, key, modifiers)


def shown_keys(dialog, name: str) -> str:
    row = next(row for row, wish in enumerate(dialog.rows.wishes) if wish.id == name)
    return dialog.rows.index(row, 2).data()


def press(qtbot, window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.pictures.compare.setFocus()
    qtbot.keyClick(window, key, modifiers)


def run_again(qtbot, sitting) -> MainWindow:
    """The window of the next day, with a scan and a run."""
    later = MainWindow(sitting(), Settings())
    later.show()
    with qtbot.waitSignal(later.session.methods_listed, timeout=20_000):
        later.start([])
    with qtbot.waitSignal(later.session.scan_opened, timeout=20_000):
        later.session.open(["phantom:0"])
    later.method.knobs.control("recipe.steps").setValue(5)
    with qtbot.waitSignal(later.session.result_ready, timeout=20_000):
        later.actions_["start"].trigger()
    return later


def test_a_changed_key_works_at_once_and_after_a_restart_and_the_old_one_does_not(qtbot, compared, sitting):
    dialog = dialog_of(qtbot, compared)
    record(qtbot, dialog, "difference", Qt.Key.Key_Z)
    assert dialog.message.text() == "Difference: Z."
    dialog.close()
    press(qtbot, compared, Qt.Key.Key_D)
    assert not compared.actions_["difference"].isChecked()
    press(qtbot, compared, Qt.Key.Key_Z)
    assert compared.actions_["difference"].isChecked()
    bury(compared)
    assert Settings().record("shortcuts") == {"difference": ["Z"]}
    later = run_again(qtbot, sitting)
    press(qtbot, later, Qt.Key.Key_D)
    assert not later.actions_["difference"].isChecked()
    press(qtbot, later, Qt.Key.Key_Z)
    assert later.actions_["difference"].isChecked()
    bury(later)


def test_a_key_of_another_action_is_told_of_before_it_is_taken(qtbot, window):
    dialog = dialog_of(qtbot, window)
    record(qtbot, dialog, "difference", Qt.Key.Key_S)
    assert "S belongs to Curtain" in dialog.message.text()
    assert dialog.keep.hasFocus()
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert window.actions_.keys("difference") == ("D",)
    assert window.actions_.keys("curtain") == ("S",)
    assert Settings().record("shortcuts") == {}


def test_a_key_given_to_another_action_is_its_and_the_loser_has_none(qtbot, compared):
    dialog = dialog_of(qtbot, compared)
    record(qtbot, dialog, "difference", Qt.Key.Key_S)
    qtbot.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    assert dialog.message.text() == "Difference: S. Curtain has no key now."
    assert compared.actions_["curtain"].toolTip() == "Slide between two pictures"
    dialog.close()
    press(qtbot, compared, Qt.Key.Key_S)
    assert compared.actions_["difference"].isChecked()
    assert not compared.actions_["curtain"].isChecked()
    assert Settings().record("shortcuts") == {"difference": ["S"], "curtain": []}


def test_shift_and_a_digit_is_the_sign_that_it_types_on_american_keyboards(qtbot, window):
    dialog = dialog_of(qtbot, window)
    go_to(qtbot, dialog, "difference")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(dialog.recorder, QKeyEvent(kind, Qt.Key.Key_Exclam, SHIFT, "!"))
    assert "Shift+1 belongs to Picture 1 (Compare › Reference)" in dialog.message.text()


REFUSED = (
    (Qt.Key.Key_Up, NONE, "Up cannot be chosen: arrow keys move the view"),
    (Qt.Key.Key_Left, SHIFT, "arrow keys move the view"),
    (Qt.Key.Key_Return, NONE, "Return draws"),
    (Qt.Key.Key_Tab, NONE, "Tab goes to the next control"),
    (Qt.Key.Key_Space, NONE, "Space presses the button"),
    (Qt.Key.Key_C, CONTROL, "copy and paste"),
    (Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "open the menus"),
    (Qt.Key.Key_3, CONTROL | Qt.KeyboardModifier.AltModifier, "open recent files"),
)


def test_keys_that_are_gestures_are_refused_with_the_reason_and_others_may_follow(qtbot, window):
    dialog = dialog_of(qtbot, window)
    go_to(qtbot, dialog, "difference")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    for key, modifiers, why in REFUSED:
        qtbot.keyClick(dialog.recorder, key, modifiers)
        assert why in dialog.message.text()
        assert window.actions_.keys("difference") == ("D",)
    qtbot.keyClick(dialog.recorder, Qt.Key.Key_Z)
    assert window.actions_.keys("difference") == ("Z",)


def test_esc_while_recording_leaves_the_keys_as_they_were(qtbot, window):
    dialog = dialog_of(qtbot, window)
    record(qtbot, dialog, "difference", Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.recorder.isVisible()
    assert dialog.message.text() == "Everything was left as it was."
    assert refusal("Esc")
    assert window.actions_.keys("difference") == ("D",)


def test_a_double_click_records_and_a_second_key_may_be_added(qtbot, compared):
    dialog = dialog_of(qtbot, compared)
    go_to(qtbot, dialog, "zoom_in")
    place = dialog.table.visualRect(dialog.table.currentIndex()).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(dialog.recorder, Qt.Key.Key_Z)
    assert shown_keys(dialog, "zoom_in") == "Z"
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.recorder, Qt.Key.Key_Y)
    assert shown_keys(dialog, "zoom_in") == "Z or Y"
    dialog.close()
    pane = next(pane for pane in compared.pictures.compare.findChildren(Pane) if pane.isVisible())
    for key, grows in ((Qt.Key.Key_Z, True), (Qt.Key.Key_Y, True), (Qt.Key.Key_Plus, False), (Qt.Key.Key_Equal, False)):
        with qtbot.waitActive(compared):
            compared.activateWindow()
        pane.canvas.setFocus()
        before = pane.canvas.view().width()
        qtbot.keyClick(pane.canvas, key)
        assert (pane.canvas.view().width() < before) == grows


def test_all_keys_of_zoom_in_work_as_they_come(qtbot, compared):
    pane = next(pane for pane in compared.pictures.compare.findChildren(Pane) if pane.isVisible())
    with qtbot.waitActive(compared):
        compared.activateWindow()
    pane.canvas.setFocus()
    for key, modifiers in ((Qt.Key.Key_Plus, NONE), (Qt.Key.Key_Equal, NONE), (Qt.Key.Key_Plus, CONTROL)):
        before = pane.canvas.view().width()
        qtbot.keyClick(pane.canvas, key, modifiers)
        assert pane.canvas.view().width() < before


def test_one_action_and_all_can_be_reset(qtbot, window):
    dialog = dialog_of(qtbot, window)
    for name, key in (("difference", Qt.Key.Key_Z), ("curtain", Qt.Key.Key_D), ("loupe", Qt.Key.Key_Y)):
        record(qtbot, dialog, name, key)
    go_to(qtbot, dialog, "difference")
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert "D belongs to Curtain" in dialog.message.text()
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert "3 actions have keys of your own" in dialog.message.text()
    assert window.actions_.keys("loupe") == ("Y",)
    qtbot.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    assert [window.actions_.keys(wish.id) for wish in WISHES] == [wish.keys for wish in WISHES]
    assert Settings().record("shortcuts") == {}
    assert not dialog.reset_all.isEnabled()


def test_an_action_may_have_no_key(qtbot, window):
    dialog = dialog_of(qtbot, window)
    go_to(qtbot, dialog, "quit")
    qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    assert shown_keys(dialog, "quit") == "no key"
    dialog.close()
    press(qtbot, window, Qt.Key.Key_Q, CONTROL)
    assert window.isVisible()


def test_the_table_is_searched_by_words_menus_and_keys(qtbot, window):
    dialog = dialog_of(qtbot, window)
    assert dialog.rows.rowCount() == len(WISHES)
    for words, found in (("zoom in", ["zoom_in"]), ("ctrl+shift+p", ["palette"]), ("view sepia", ["colours_sepia"])):
        dialog.search.clear()
        qtbot.keyClicks(dialog.search, words)
        assert [wish.id for wish in dialog.rows.wishes] == found
    qtbot.keyClicks(dialog.search, "qqq")
    assert dialog.message.text() == "No action and no key is called that."
    assert not dialog.change.isEnabled()


def test_tips_menus_sheet_and_palette_show_the_keys_of_the_day(qtbot, compared):
    compared.actions_["keyboard"].trigger()
    sheet = next(page for page in compared.findChildren(QDialog) if page.windowTitle() == "Keyboard and mouse")
    dialog = dialog_of(qtbot, compared)
    for name, key in (("difference", Qt.Key.Key_Z), ("open", Qt.Key.Key_F12)):
        record(qtbot, dialog, name, key)
    action = compared.actions_["difference"]
    assert action.toolTip() == "Show where every picture differs from the reference (Z)"
    assert action.shortcut() == QKeySequence("Z")
    tool = next(tool for tool in compared.findChildren(QToolButton) if tool.defaultAction() is action)
    assert tool.toolTip() == action.toolTip()
    words = [part.text() for part in sheet.findChildren(QLabel)]
    assert words[words.index("Difference") + 1] == "Z"
    compared.actions_["palette"].trigger()
    listed = {found.command.id: found.command.keys for found in compared.commanding.palette.found.found}
    assert listed["difference"] == ("Z",)
    assert compared.scans.more.toolTip() == "Open a scan (F12)"
    assert compared.pictures.empty._key.text() == "F12"
    compared.actions_["limits"].trigger()
    page = next(page for page in compared.findChildren(QDialog) if page.windowTitle() == "What it can and cannot show")
    assert any("Z for the difference" in part.text() for part in page.findChildren(QLabel))


def test_the_cross_of_a_side_panel_names_the_key_that_does_the_same(qtbot, compared):
    compared.actions_["measure_panel"].trigger()
    dock = compared.measuring.dock
    close = next(tool for tool in dock.findChildren(QToolButton) if tool.accessibleName() == "Close the panel")
    assert close.toolTip() == "Close the panel (Ctrl+M)"
    record(qtbot, dialog_of(qtbot, compared), "measure_panel", Qt.Key.Key_F12)
    assert close.toolTip() == "Close the panel (F12)"


def test_the_flip_is_held_by_whatever_key_was_chosen(qtbot, compared):
    record(qtbot, dialog_of(qtbot, compared), "flip", Qt.Key.Key_Z, SHIFT)
    compared.commanding.dialog.close()
    with qtbot.waitActive(compared):
        compared.activateWindow()
    compared.pictures.compare.setFocus()
    flip = compared.actions_["flip"]
    qtbot.keyPress(compared, Qt.Key.Key_F)
    assert not flip.isChecked()
    for let_go in (Qt.Key.Key_Z, Qt.Key.Key_Shift):
        qtbot.keyPress(compared, Qt.Key.Key_Z, SHIFT)
        assert flip.isChecked()
        qtbot.keyRelease(compared, Qt.Key.Key_F)
        assert flip.isChecked()
        qtbot.keyRelease(compared, let_go)
        assert not flip.isChecked()


def test_no_usual_key_is_reserved_or_had_twice(window):
    keys = [(one, wish) for wish in WISHES for one in wish.keys]
    assert not [refusal(one) for one, _ in keys if refusal(one)]
    for one, wish in keys:
        assert not window.shortcuts.conflicts(wish.id, [one])


ODD = ({"difference": "Z"}, {"nothing": ["Z"]}, {"difference": [3, ""]}, {"curtain": ["Up"]})


@pytest.mark.parametrize("kept", ODD)
def test_an_odd_record_of_keys_breaks_nothing(qtbot, sitting, kept):
    Settings().set_record("shortcuts", kept)
    made = MainWindow(sitting(), Settings())
    assert "Up" not in made.actions_.keys("curtain")
    assert made.actions_.keys("loupe") == ("L",)
    bury(made)


def test_a_key_of_the_persons_own_wins_over_a_usual_one_of_a_later_version(sitting):
    Settings().set_record("shortcuts", {"difference": ["L"]})
    made = MainWindow(sitting(), Settings())
    assert made.actions_.keys("difference") == ("L",)
    assert made.actions_.keys("loupe") == ()
    bury(made)


def test_every_row_and_button_is_readable_with_the_largest_words(qtbot, window):
    try:
        theme.apply(QApplication.instance(), theme.DARK, 2.0)
        dialog = dialog_of(qtbot, window)
        record(qtbot, dialog, "difference", Qt.Key.Key_S)
        for button in (dialog.give, dialog.keep, dialog.close_button):
            assert button.width() >= button.sizeHint().width()
            assert dialog.rect().contains(button.geometry())
        height = dialog.table.verticalHeader().defaultSectionSize()
        assert height >= dialog.table.fontMetrics().height() * 1.2
    finally:
        theme.apply(QApplication.instance(), theme.DARK)
