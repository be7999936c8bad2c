"""A person drags along the loss curve of a finished training and sees the pictures of those moments."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ussr_gui.main_window import MainWindow
from ussr_gui.outputs import key_of
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000


@pytest.fixture
def trained(qtbot, window: MainWindow, corner: Path) -> MainWindow:
    """A window in which a small network has learned from a corner of the phantom."""
    knobs = {"schedule.steps": 200, "schedule.patience": 5000, "patches.crop": 32, "backbone.features": 16}
    window.method.choose("zssr", 2, "challenge", knobs)
    window.method.previews.choose(10)
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        qtbot.mouseClick(window.controls.primary, Qt.MouseButton.LeftButton)
    window.curves.setCurrentWidget(window.loss)
    qtbot.waitUntil(lambda: window.loss.axes.getPlotItem().viewRange()[0][1] > 150, timeout=PATIENCE)
    return window


def place_of(window: MainWindow, step: float) -> QPoint:
    axes = window.loss.axes
    scene = axes.getPlotItem().vb.mapViewToScene(pg.Point(step, axes.getPlotItem().viewRange()[1][0]))
    return QPoint(round(scene.x()), axes.height() // 2)


def pane(window: MainWindow):
    """The pane in which the run stands."""
    key = key_of(window.session.shown)
    return next(pane for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible() and pane.key == key)


def pixels(window: MainWindow) -> np.ndarray:
    """What is painted in that pane, its header left out."""
    image = pane(window).canvas.grab().toImage()
    image = image.convertToFormat(image.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


def header(window: MainWindow) -> str:
    return " | ".join(label.text() for label in pane(window).findChildren(QLabel) if label.isVisible())


def test_the_mouse_on_the_loss_curve_and_keys_show_every_moment_in_the_pane_and_lead_back_to_the_result(qtbot, trained):
    run = trained.session.shown
    # Pictures at steps that grow by half, though the clock asks for one every ten seconds only.
    assert [moment.step for moment in run.moments][:5] == [10, 20, 30, 50, 80]
    assert len(run.moments) <= 24
    result, words = pixels(trained), header(trained)
    viewport, seen, steps = trained.loss.axes.viewport(), [], []
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(trained, 12))
    for at in (12, 35, 85, 150):
        qtbot.mouseMove(viewport, pos=place_of(trained, at))
        assert f"step {run.moment.step}" in header(trained)
        assert run.moment.step <= at + 3
        steps.append(run.moment.step)
        seen.append(pixels(trained))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(trained, 150))
    assert steps == sorted(set(steps))
    for one, other in zip(seen, [*seen[1:], result], strict=True):
        assert (one != other).any()
    early, late = (np.abs(picture - result).mean() for picture in (seen[0], seen[-1]))
    assert late < early, "the later the moment, the closer to the result"
    assert run.moment is not None, "released in the middle, the moment stays"
    qtbot.keyClick(trained.loss.axes, Qt.Key.Key_Escape)
    assert np.array_equal(pixels(trained), result)
    qtbot.waitUntil(lambda: header(trained) == words, timeout=PATIENCE)  # laid out anew, without the step

    for _ in range(3):
        qtbot.keyClick(trained, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert run.moment is run.earlier[-3]
    assert (pixels(trained) != result).any()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(trained, 50))
    qtbot.mouseMove(viewport, pos=place_of(trained, run.end))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(trained, run.end))
    assert np.array_equal(pixels(trained), result), "the right end of the curve is the newest picture"
