"""The panel of perceptual weights: what it says, what a click does, and that nothing else fetches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

PATIENCE = 20_000


@pytest.fixture
def shown(window):
    window.actions_["weights"].trigger()
    return window.weights.panel


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_present_and_what_is_missing_is_said_with_its_place_and_size(shown):
    assert not shown.isModal()
    assert shown.rows["alexnet"].state.text() == "Missing: alexnet.pth is not in /weights."
    assert shown.rows["alexnet"].fetch.text() == "Download 233 MB…"
    assert shown.rows["vgg19"].state.text() == "Present in /weights."
    assert not shown.rows["vgg19"].fetch.isVisible()


def test_nothing_is_fetched_before_the_click_and_what_came_is_present_after_it(qtbot, window, shown):
    assert window.session.errands.going is None
    with qtbot.waitSignal(window.session.methods_listed, timeout=PATIENCE):
        click(qtbot, shown.rows["alexnet"].fetch)
    assert shown.message.text() == "In place, its hash checked: /weights/alexnet.pth"
    assert shown.rows["alexnet"].state.text() == "Present in /weights."
    assert "Fetched and checked" in window.log.toPlainText()


def test_a_fetch_shows_its_progress_and_can_be_cancelled_and_nothing_runs_beside_it(qtbot, opened):
    opened.session.configure("/slow", 0)
    opened.actions_["weights"].trigger()
    panel = opened.weights.panel
    click(qtbot, panel.rows["alexnet"].fetch)
    qtbot.waitUntil(lambda: panel.message.text() == "116 MB of 233 MB", timeout=PATIENCE)
    assert panel.progress.value() == 500
    assert not panel.rows["alexnet"].fetch.isEnabled()
    assert not opened.actions_["start"].isEnabled()
    with qtbot.waitSignal(opened.session.errands.changed, timeout=PATIENCE):
        click(qtbot, panel.cancel)
    assert panel.message.text() == "Cancelled. What came is kept; the button goes on from there."
    assert panel.rows["alexnet"].fetch.isEnabled()
    assert not panel.cancel.isVisible()
