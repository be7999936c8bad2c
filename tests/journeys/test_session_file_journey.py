"""A person saves the sitting, opens it in another window, and sees the same picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import canvas, panes, shot, turn
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from ussr_engine.result import Trust
from ussr_gui.main_window import MainWindow
from ussr_gui.measuring.shapes import Kind
from ussr_gui.records import PHANTOM

PATIENCE = 60_000


@pytest.fixture
def window_size() -> tuple[int, int]:
    return 1500, 950


def enlarge(qtbot, window: MainWindow, method: str, knobs: dict[str, object]) -> None:
    window.method.choose(method, 2, "challenge", knobs)
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def dialog(window: MainWindow, title: str) -> QFileDialog:
    found = next(one for one in window.findChildren(QFileDialog) if one.windowTitle() == title and one.isVisible())
    assert not found.isModal()
    return found


def calm(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.trusting.blending.is_busy, timeout=PATIENCE)
    QApplication.processEvents()


def test_a_saved_sitting_reopens_to_the_same_picture(qtbot, window: MainWindow, open_window, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    whole = window.session.scan.scan
    corner = tmp_path / "corner.png"
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.session.save(str(corner), whole.with_image(whole.image[:96, :128]), None, 8)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(corner)])
    enlarge(qtbot, window, "exact", {})
    steps = {"schedule.steps": 30, "patches.crop": 32, "backbone.features": 8, "schedule.check_every": 10}
    enlarge(qtbot, window, "zssr", {name: value for name, value in steps.items() if name in known(window)})
    window.measuring.measurements.add(Kind.CALIPER, ((20.0, 30.0), (60.0, 40.0)))
    window.measuring.measurements.choose(None)
    shown = window.session.shown
    window.trusting.blending.trust(shown, Trust.whole(0.5))
    window.trusting.blending.follow(window.trusting.blending._frame, [shown])
    calm(qtbot, window)
    turn(canvas(window, "run-2"), QPointF(80, 60), 3)
    window.actions_["colours_sepia"].trigger()
    window.actions_["panes_2"].trigger()
    window.actions_["difference"].trigger()
    qtbot.waitUntil(lambda: canvas(window, "run-2").accessibleName().startswith("Difference"), timeout=PATIENCE)
    keys = [pane.key for pane in panes(window)]
    QApplication.processEvents()
    before = [shot(window, key) for key in keys]
    facts = {output.key: output.facts for output in window.pictures.compare.outputs()}

    window.actions_["save_session"].trigger()
    path = tmp_path / "mine.ussr"
    with qtbot.waitSignal(window.sittings.saved, timeout=PATIENCE):
        dialog(window, "Save session").fileSelected.emit(str(path))
    corner.unlink()

    later = open_window()
    later.actions_["open_session"].trigger()
    with qtbot.waitSignal(later.sittings.opened, timeout=PATIENCE):
        dialog(later, "Open session").fileSelected.emit(str(path))
    calm(qtbot, later)
    qtbot.waitUntil(lambda: canvas(later, "run-2").accessibleName().startswith("Difference"), timeout=PATIENCE)
    assert [pane.key for pane in panes(later)] == keys
    assert {output.key: output.facts for output in later.pictures.compare.outputs()} == facts
    qtbot.waitUntil(lambda: [shot(later, key) for key in keys] == before, timeout=5000)
    assert later.runs.list.count() == 2
    assert later.scans.list.count() == 2
    assert later.measuring.measurements.shapes == window.measuring.measurements.shapes
    assert later.session.shown.measured == shown.measured
    assert later.actions_["colours_sepia"].isChecked()
    enlarge(qtbot, later, "bicubic", {})
    assert later.pictures.compare.outputs()[-1].key == "run-3"


def known(window: MainWindow) -> set[str]:
    card = next(card for card in window.session.catalogue.methods if card.id == "zssr")
    return {f"{group.name}.{knob.name}" for group in card.groups for knob in group.knobs}


def test_a_file_that_is_no_session_is_refused_in_words_and_changes_nothing(qtbot, window: MainWindow, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    false = tmp_path / "false.ussr"
    false.write_bytes(b"not a session")
    window.sittings.open(str(false))
    qtbot.waitUntil(lambda: window.status.words.startswith("false.ussr is damaged"), timeout=PATIENCE)
    assert window.session.scan.path == PHANTOM
    qtbot.keyClick(window, Qt.Key.Key_Escape)
