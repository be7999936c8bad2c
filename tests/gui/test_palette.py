"""The command palette in the real window: typed, chosen, run, and the keyboard given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ussr_gui import theme
from ussr_gui.fuzzy import match
from ussr_gui.settings import Settings
from ussr_gui.viewers.pane import Pane
from ussr_gui.wishes import WISHES

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def compared(qtbot, opened):
    """A run is done, so that there are pictures to compare."""
    opened.method.knobs.control("recipe.steps").setValue(5)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    return opened


def summon(qtbot, window):
    """Press Ctrl+Shift+P; the palette comes back."""
    with qtbot.waitActive(window):
        window.activateWindow()
    place = window.focusWidget() or window
    qtbot.keyClick(place, Qt.Key.Key_P, CTRL_SHIFT)
    palette = window.commanding.palette
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def words(palette) -> list[str]:
    return [palette.found.index(row).data() for row in range(palette.found.rowCount())]


def chosen(palette) -> str:
    return palette.list.currentIndex().data()


def told(palette, name: str) -> str:
    """What the palette says below a command."""
    return palette.found.index(words(palette).index(name)).data(Qt.ItemDataRole.ToolTipRole)


def picture(widget) -> QImage:
    return widget.grab().toImage()


def test_typing_diff_and_return_shows_the_difference_and_gives_the_keyboard_back(qtbot, compared):
    pane = next(pane for pane in compared.pictures.compare.findChildren(Pane) if pane.isVisible())
    pane.canvas.setFocus()
    before = picture(compared.pictures.compare)
    palette = summon(qtbot, compared)
    qtbot.keyClicks(palette.field, "diff")
    assert chosen(palette) == "Difference"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert compared.actions_["difference"].isChecked()
    assert not palette.isVisible()
    assert QApplication.focusWidget() is pane.canvas
    assert picture(compared.pictures.compare) != before


def test_esc_leaves_everything_as_it_was(qtbot, compared):
    compared.runs.list.setFocus()
    palette = summon(qtbot, compared)
    qtbot.keyClicks(palette.field, "quit")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert compared.isVisible()
    assert QApplication.focusWidget() is compared.runs.list


def test_the_same_keys_close_it(qtbot, window):
    palette = summon(qtbot, window)
    qtbot.keyClick(palette.field, Qt.Key.Key_P, CTRL_SHIFT)
    assert not palette.isVisible()


def test_every_action_is_listed_with_its_menu_and_its_keys(qtbot, window):
    palette = summon(qtbot, window)
    listed = {found.command.id: found.command for found in palette.found.found}
    assert listed.keys() == {wish.id for wish in WISHES} - {"palette"}
    assert listed["zoom_in"].keys == ("+", "=", "Ctrl++")
    assert listed["colours_sepia"].path == "View › Colours"
    assert all(command.picture for command in listed.values())


def test_what_cannot_run_says_why_and_does_not_run(qtbot, window):
    palette = summon(qtbot, window)
    qtbot.keyClicks(palette.field, "difference")
    assert "second picture" in told(palette, "Difference")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert not window.actions_["difference"].isChecked()


def test_every_action_that_is_off_says_what_it_needs(window):
    off = [wish.id for wish in WISHES if not window.actions_[wish.id].isEnabled()]
    assert len(off) > 40
    vague = [name for name in off if window.actions_.why_not(name) == "Not now"]
    assert not vague, f"name what these need in wishes/needs.py: {vague}"
    for name in off:
        assert window.actions_.why_not(name) in window.actions_[name].toolTip()


def test_start_says_in_the_palette_what_stops_it(qtbot, window):
    palette = summon(qtbot, window)
    assert told(palette, "Start") == window.steering.problem == "Open a scan; then press Start."


def test_what_can_run_meanwhile_is_run(qtbot, opened):
    palette = summon(qtbot, opened)
    qtbot.keyClicks(palette.field, "difference")
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.actions_["difference"].isChecked()


def test_words_of_the_tip_find_a_command_too(qtbot, compared):
    palette = summon(qtbot, compared)
    qtbot.keyClicks(palette.field, "spreadsheet")
    assert words(palette) == ["Copy all", "Copy the table"]
    qtbot.waitUntil(lambda: palette.list.viewport().height() >= palette.list.sizeHintForRow(0), timeout=2000)
    assert not palette.list.verticalScrollBar().isVisible()


def test_letters_that_name_nothing_say_so(qtbot, window):
    palette = summon(qtbot, window)
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette._nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_was_used_lately_stands_first_also_the_day_after(qtbot, compared):
    palette = summon(qtbot, compared)
    first = words(palette)[0]
    for command in ("two panes", "loupe"):
        palette = palette if palette.isVisible() else summon(qtbot, compared)
        qtbot.keyClicks(palette.field, command)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    palette = summon(qtbot, compared)
    assert words(palette)[:3] == ["Loupe", "Two panes", first]
    assert Settings().record("commands") == {"recent": ["loupe", "panes_2"]}


def test_arrows_and_pages_move_the_choice_and_the_list_goes_round(qtbot, window):
    palette = summon(qtbot, window)
    all_of_them = words(palette)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == all_of_them[1]
    for _ in range(2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == all_of_them[-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert chosen(palette) == all_of_them[0]
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    row = palette.list.currentIndex().row()
    assert row > 3
    assert palette.list.viewport().rect().contains(palette.list.visualRect(palette.list.currentIndex()).center())
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert chosen(palette) == all_of_them[0]


def test_a_click_on_a_row_runs_it(qtbot, compared):
    palette = summon(qtbot, compared)
    qtbot.keyClicks(palette.field, "curtain")
    place = palette.list.visualRect(palette.found.index(words(palette).index("Level curtain"))).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert compared.actions_["curtain_level"].isChecked()
    assert not palette.isVisible()


def test_a_click_elsewhere_puts_it_away_and_keeps_the_keyboard_there(qtbot, opened):
    palette = summon(qtbot, opened)
    qtbot.mouseClick(opened.method.seed.lineEdit(), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert opened.method.seed.hasFocus()


def test_letters_typed_into_it_are_letters_and_not_shortcuts(qtbot, compared):
    palette = summon(qtbot, compared)
    qtbot.keyClicks(palette.field, "sbd")
    assert palette.field.text() == "sbd"
    assert not any(compared.actions_[name].isChecked() for name in ("curtain", "blink", "difference"))


def test_it_opens_from_the_help_menu_and_runs_what_opens_a_dialog(qtbot, window):
    menu = next(menu for menu in window.actions_["palette"].associatedObjects() if menu.inherits("QMenu"))
    assert menu.title() == "&Help"
    window.actions_["palette"].trigger()
    palette = window.commanding.palette
    qtbot.keyClicks(palette.field, "shortcuts")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.commanding.dialog.isVisible()
    assert not window.commanding.dialog.isModal()


@pytest.mark.parametrize(("scale", "palette_"), [(100, theme.DARK), (200, theme.LIGHT)], ids=["100", "200"])
def test_it_lies_within_the_window_over_its_middle_at_every_size_of_words(qtbot, window, scale, palette_):
    def is_central() -> bool:
        return abs(palette.geometry().center().x() - window.rect().center().x()) <= 1

    app = QApplication.instance()
    try:
        if scale != 100:
            theme.apply(app, palette_, scale / 100)
        palette = summon(qtbot, window)
        qtbot.waitUntil(is_central, timeout=2000)
        assert window.rect().contains(palette.geometry())
        assert palette.list.visualRect(palette.found.index(0)).height() == round(44 * scale / 100)
        assert palette.list.viewport().height() >= palette.list.visualRect(palette.found.index(1)).bottom()
        ground = picture(palette).pixelColor(palette.width() // 2, palette.height() - 3)
        assert ground.name().upper() == palette_.panel
        window.resize(window.width() - 100, window.height() - 40)
        qtbot.waitUntil(is_central, timeout=2000)
        palette.leave()
    finally:
        if scale != 100:
            theme.apply(app, theme.DARK)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("diff", "Difference"),
        ("dif abs", "Absolute difference"),
        ("zi", "Zoom in"),
        ("wsb", "Wavelet sub-bands"),
        ("crtn", "Curtain"),
        ("ssim", "SSIM map"),
        ("undo", "Undo"),
        ("curt lev", "Level curtain"),
        ("gcnr", "Contrast of two regions"),
        ("theme light", "Light"),
    ],
)
def test_a_few_letters_name_the_command_that_is_meant(query: str, name: str) -> None:
    found = [(match(query, wish.text, f"{wish.path} {wish.tip}"), wish.text) for wish in WISHES]
    assert max((one.score, text) for one, text in found if one is not None)[1] == name


def test_beginnings_of_words_and_neighbours_count_more_than_scattered_letters() -> None:
    initials, neighbours, scattered = (match("ab", name, "") for name in ("Axxx bxxx", "xabxxxxxx", "xaxxbxxxx"))
    assert initials.score > neighbours.score > scattered.score
    assert match("ba", "ab", "") is None
    assert match("ab", "Axxx bxxx", "").letters == {0, 5}
