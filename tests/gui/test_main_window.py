"""The window over a scripted engine: what a person sees and can press."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from burial import bury
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QToolButton, QWidget

from ussr_engine import RESEARCH_USE
from ussr_gui.main_window import MainWindow
from ussr_gui.records import RunState
from ussr_gui.settings import Settings
from ussr_gui.viewers.pane import Pane
from ussr_gui.wishes import WISHES


def drop(window: QWidget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, buttons, keys = QPointF(window.rect().center()), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))


def test_the_first_screen_says_what_to_do_and_start_says_why_it_cannot(window):
    assert window.pictures.currentWidget() is window.pictures.empty
    assert not window.actions_["start"].isEnabled()
    assert window.steering.problem == "Open a scan; then press Start."
    assert window.status.words == "Ready"


def test_the_research_sentence_stands_in_the_status_row(window):
    words = [part.text() for part in window.status.findChildren(QWidget) if hasattr(part, "text")]
    assert RESEARCH_USE in words


def test_every_action_is_in_a_menu_with_a_shortcut_and_a_tooltip_of_its_own(window):
    keys = [action.shortcut().toString() for action in (window.actions_[wish.id] for wish in WISHES)]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    for wish in WISHES:
        action = window.actions_[wish.id]
        assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in action.toolTip()
        assert any(menu.inherits("QMenu") for menu in action.associatedObjects())


def test_dropped_files_are_opened_and_the_first_one_is_shown(qtbot, window, tmp_path: Path):
    files = [tmp_path / name for name in ("one.png", "two.png")]
    for file in files:
        file.touch()
    with qtbot.waitSignals([window.session.scan_opened] * 2, timeout=20_000):
        drop(window, files)
    assert window.scans.list.count() == 2
    assert window.session.scan.path == str(files[0])
    assert [output.key for output in window.pictures.compare.outputs()] == ["input"]
    assert window.actions_["start"].isEnabled()


def test_the_file_dialog_opens_what_was_chosen_in_it(qtbot, window, tmp_path: Path):
    chosen = tmp_path / "scan.png"
    chosen.touch()
    window.actions_["open"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.selectFile(str(chosen))
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000) as told:
        dialog.accept()
    assert told.args[0].path == str(chosen)


def test_the_folder_of_perceptual_weights_is_asked_for_in_the_file_menu_and_told_to_the_engine(
    qtbot, window, tmp_path: Path
):
    action = window.actions_["weights"]
    assert any(menu.title() == "&File" for menu in action.associatedObjects() if menu.inherits("QMenu"))
    action.trigger()
    window.weights.panel.choose.click()
    dialog = window.weights.panel.findChild(QFileDialog)
    dialog.selectFile(str(tmp_path))
    with qtbot.waitSignal(window.session.methods_listed, timeout=20_000) as told:
        dialog.accept()
    assert str(tmp_path) in told.args[0].lpips_reason
    assert Settings().text("weights") == str(tmp_path)


def test_an_unreadable_file_is_marked_and_explained_where_the_picture_would_be(qtbot, window):
    with qtbot.waitSignal(window.session.open_failed, timeout=20_000):
        window.session.open(["/nowhere/missing.png"])
    assert window.pictures.currentWidget() is window.pictures.error
    assert "Cannot be read" in window.scans.list.item(0).toolTip()
    assert window.status.words == "One file could not be read"
    assert not window.actions_["start"].isEnabled()


def test_a_run_fills_panes_curves_lists_and_the_result_tab(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(20)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        qtbot.mouseClick(opened.controls.primary, Qt.MouseButton.LeftButton)
    keys = [output.key for output in opened.pictures.compare.outputs()]
    assert keys == ["input", "reference", "run-1"]
    seen = [pane.key for pane in opened.pictures.compare.findChildren(Pane) if pane.isVisible()]
    assert seen == [*keys, "difference"]
    assert opened.pictures.compare.active() == "run-1"
    assert opened.choices.currentWidget() is opened.result
    assert opened.result.psnr.value.text() == "32.50 dB"
    assert opened.result.psnr.gain.text() == "+2.50 on bicubic"
    assert opened.runs.list.count() == 1
    assert "The window answered" in opened.log.toPlainText()


def test_one_slot_starts_pauses_and_resumes(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(2000)
    assert opened.controls.primary.text() == "Start"
    with qtbot.waitSignal(opened.session.checkpointed, timeout=20_000):
        qtbot.mouseClick(opened.controls.primary, Qt.MouseButton.LeftButton)
    assert opened.controls.primary.text() == "Pause"
    qtbot.mouseClick(opened.controls.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.state is RunState.PAUSED, timeout=20_000)
    assert opened.controls.primary.text() == "Resume"
    qtbot.mouseClick(opened.controls.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.state is RunState.TRAINING, timeout=20_000)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        qtbot.mouseClick(opened.controls.finish, Qt.MouseButton.LeftButton)
    assert opened.controls.primary.text() == "Start"
    assert not opened.controls.cancel.isEnabled()


def test_a_run_that_lost_its_engine_offers_resume_or_cancel(qtbot, opened):
    opened.method.method.choose("crash")
    with qtbot.waitSignals([opened.session.run_failed, opened.session.methods_listed], timeout=20_000):
        opened.actions_["start"].trigger()
    assert opened.controls.primary.text() == "Resume"
    assert "exit code -9" in opened.status.words
    opened.actions_["cancel"].trigger()
    assert opened.controls.primary.text() == "Start"
    assert opened.actions_["resume_last"].isEnabled()


def test_a_run_of_an_earlier_sitting_can_be_resumed(qtbot, opened, sitting):
    opened.method.knobs.control("recipe.steps").setValue(2000)
    with qtbot.waitSignal(opened.session.checkpointed, timeout=20_000):
        opened.actions_["start"].trigger()
    with qtbot.waitSignal(opened.session.run_ended, timeout=20_000):
        opened.actions_["cancel"].trigger()
    bury(opened)
    later = MainWindow(sitting(), Settings())
    with qtbot.waitSignals([later.session.methods_listed, later.session.chronicle.listed], timeout=20_000):
        later.start([])
    with qtbot.waitSignal(later.session.result_ready, timeout=20_000):
        later.actions_["resume_last"].trigger()
    assert later.session.run.label == "Plain ×2 · steps 2000"
    bury(later)


def test_holding_f_shows_the_reference_until_it_is_let_go(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(5)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    opened.activateWindow()
    opened.pictures.compare.setFocus()
    qtbot.keyPress(opened, Qt.Key.Key_F)
    assert opened.actions_["flip"].isChecked()
    qtbot.keyRelease(opened, Qt.Key.Key_F)
    assert not opened.actions_["flip"].isChecked()


def test_the_curtain_stands_between_the_sides_that_were_chosen(qtbot, opened):
    opened.method.knobs.control("recipe.steps").setValue(5)
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    opened.actions_["curtain"].trigger()
    assert (opened.pictures.bar.left.currentData(), opened.pictures.bar.right.currentData()) == ("input", "run-1")
    opened.pictures.bar.left.choose("reference")
    assert opened.pictures.bar.left.isVisible()
    opened.actions_["panes_2"].trigger()
    assert not opened.actions_["curtain"].isChecked()


def test_settings_survive_the_window(qtbot, opened, sitting):
    opened.method.scale.choose(4)
    opened.method.knobs.control("recipe.steps").setValue(77)
    opened.method.seed.setValue(11)
    opened.actions_["light"].trigger()
    bury(opened)
    later = MainWindow(sitting(), Settings())
    with qtbot.waitSignal(later.session.methods_listed, timeout=20_000):
        later.start([])
    assert later.method.scale.value == 4
    assert later.method.seed.value() == 11
    assert later.method.wanted.knobs == {"recipe.steps": 77}
    assert later.actions_["light"].isChecked()
    bury(later)


def test_recent_files_are_listed_and_those_that_are_gone_are_not(qtbot, window, tmp_path: Path):
    kept, gone = tmp_path / "kept.png", tmp_path / "gone.png"
    for file in (kept, gone):
        Image.fromarray(np.zeros((8, 8), np.uint8)).save(file)
    with qtbot.waitSignals([window.session.scan_opened] * 2, timeout=20_000):
        window.session.open([str(kept), str(gone)])
    gone.unlink()
    assert Settings().recent == [str(kept)]


def test_everything_can_be_reached_by_the_tab_key(opened):
    reachable = set()
    place = opened.nextInFocusChain()
    while place is not opened:
        if place.focusPolicy() & Qt.FocusPolicy.TabFocus and place.isVisibleTo(opened):
            reachable.add(place)
        place = place.nextInFocusChain()
    wanted = [opened.scans.list, opened.runs.list, opened.method.method, opened.method.seed, opened.controls.primary]
    assert set(wanted) <= reachable


def test_everything_that_takes_the_keyboard_has_a_name(opened):
    for place in opened.findChildren(QWidget):
        area = place.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is place:
            continue
        if place.focusPolicy() & Qt.FocusPolicy.TabFocus and place.isVisibleTo(opened):
            named = place.accessibleName() or getattr(place, "text", str)() or place.objectName()
            assert named, f"{place} in {place.parentWidget()}"


def test_the_tool_row_shows_no_button_that_does_nothing(opened):
    for tool in opened.findChildren(QToolButton):
        if tool.defaultAction() is not None and tool.isVisible():
            assert tool.defaultAction().objectName() in {wish.id for wish in WISHES}
