"""A person's way through the real window, with the real engine: drop, start, watch, compare, save, reopen."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ussr_engine.files import read_scan
from ussr_gui.main_window import MainWindow
from ussr_gui.records import PHANTOM, RunState

PATIENCE = 60_000


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, buttons, keys = QPointF(window.rect().center()), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))


def small_scan(qtbot, window: MainWindow, folder: Path) -> Path:
    """A corner of the phantom as a file with its millimetres."""
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    scan = window.session.scan.scan
    corner = scan.with_image(scan.image[:96, :128])
    path = folder / "corner.png"
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.session.save(str(path), corner, None, 8)
    return path


def choose_small_zssr(window: MainWindow, steps: int) -> None:
    knobs = {"schedule.steps": steps, "schedule.patience": 5000, "patches.crop": 32, "backbone.features": 16}
    window.method.choose("zssr", 2, "challenge", knobs)
    window.method.previews.choose(1)


def test_a_scan_goes_from_drop_to_a_file_that_reads_back_the_same(qtbot, window, tmp_path: Path):
    path = small_scan(qtbot, window, tmp_path)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        drop(window, path)
    assert window.session.scan.path == str(path)
    choose_small_zssr(window, 120)
    with qtbot.waitSignal(window.session.preview_changed, timeout=PATIENCE):
        qtbot.mouseClick(window.controls.primary, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.session.state is RunState.TRAINING, timeout=PATIENCE)
        window.actions_["preview"].trigger()
    previewed = window.session.run.previewed
    first = previewed.image
    assert window.session.run.result is None
    assert window.result.psnr.value.text() == f"{previewed.scores.psnr:.2f} dB"
    assert window.result.ssim.value.text() == f"{previewed.scores.ssim:.4f}"
    shown = next(output for output in window.pictures.compare.outputs() if output.key == "run-1")
    assert shown.chip == "live"
    assert f"{previewed.scores.psnr:.2f} dB" in shown.facts
    assert [output.key for output in window.pictures.compare.outputs()] == [
        "input",
        "reference",
        "run-1",
    ]
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        pass
    run = window.session.run
    assert len(run.measured) >= 5
    assert run.measured[-1].losses != run.measured[0].losses
    assert not np.array_equal(first, run.result.sr.image)
    assert window.result.psnr.value.text().endswith("dB")

    window.actions_["curtain"].trigger()
    compare = window.pictures.compare
    compare.set_curtain_position(0.5)
    middle = picture_of(compare)
    compare.set_curtain_position(0.0)
    right = picture_of(compare)
    compare.set_curtain_position(1.0)
    left = picture_of(compare)
    half = middle.shape[1] // 2
    assert not np.array_equal(left, right)
    assert not np.array_equal(middle[:, : half - 60], right[:, : half - 60])
    assert not np.array_equal(middle[:, half + 60 :], left[:, half + 60 :])

    target = tmp_path / "out" / "enlarged.png"
    target.parent.mkdir()
    window.actions_["save"].trigger()
    window.saving.bits.choose(16)
    window.saving.path.setText(str(target))
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        qtbot.mouseClick(window.saving.save, Qt.MouseButton.LeftButton)
    reopened = read_scan(str(target))
    assert np.array_equal(levels(reopened.image), levels(run.result.sr.image))
    assert reopened.spacing is not None
    assert reopened.spacing.axial == pytest.approx(run.result.sr.spacing.axial, rel=1e-3)
    assert reopened.spacing.lateral == pytest.approx(run.result.sr.spacing.lateral, rel=1e-3)

    with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
        window.saving.path.setText(str(path))
        qtbot.mouseClick(window.saving.save, Qt.MouseButton.LeftButton)
    assert "never writes over its input" in window.saving.message.text()


def test_an_engine_killed_while_training_is_replaced_and_the_run_resumed(qtbot, window, tmp_path: Path):
    path = small_scan(qtbot, window, tmp_path)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        drop(window, path)
    choose_small_zssr(window, 50_000)
    with qtbot.waitSignal(window.session.checkpointed, timeout=PATIENCE):
        qtbot.mouseClick(window.controls.primary, Qt.MouseButton.LeftButton)
    with qtbot.waitSignals([window.session.run_failed, window.session.methods_listed], timeout=PATIENCE):
        os.kill(window.session._worker.process_id, signal.SIGKILL)
    assert window.isVisible()
    assert "The engine stopped unexpectedly (exit code -9)." in window.status.words
    assert window.controls.primary.text() == "Resume"
    kept = window.session.run.checkpoint
    with qtbot.waitSignal(window.session.loss_measured, timeout=PATIENCE) as told:
        qtbot.mouseClick(window.controls.primary, Qt.MouseButton.LeftButton)
    assert told.args[0].step > kept
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        qtbot.mouseClick(window.controls.finish, Qt.MouseButton.LeftButton)
    steps = [measured.step for measured in window.session.run.measured]
    assert steps == sorted(set(steps))


@pytest.mark.slow
def test_the_window_answers_within_50_ms_while_the_engine_trains(qtbot, window):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    window.method.choose("zssr", 2, "challenge", {"schedule.steps": 200})
    window.method.previews.choose(1)
    with qtbot.waitSignal(window.session.result_ready, timeout=2 * PATIENCE):
        window.actions_["start"].trigger()
    stalls = window.heartbeat.stalls
    assert stalls.ticks > 200
    assert str(stalls) in window.log.toPlainText()
    assert stalls.p99 < 50, str(stalls)


def levels(image: np.ndarray) -> np.ndarray:
    return np.rint(image.astype(np.float64) * 65535)


def picture_of(view) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(view.grab().toImage().Format.Format_Grayscale8)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return pixels[:, : image.width()].copy()
