"""The Kernel tab: the kernel while it forms, kept as a file, and given to a method."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QLabel

from ussr_engine.events import KernelEstimated
from ussr_gui.kernels import KNOB
from ussr_gui.viewers.kernel import KernelView


def said(view: KernelView) -> str:
    return " | ".join(label.text() for label in view.findChildren(QLabel) if not label.isHidden())


def test_the_kernel_is_shown_as_it_forms_and_stays_with_its_run(qtbot, opened):
    assert "appears here" in said(opened.kernel)
    assert not opened.kernel.save.isEnabled()
    opened.method.method.choose("kernel")
    seen: list[str] = []
    opened.session.kernel_estimated.connect(lambda _: seen.append(said(opened.kernel)))
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    assert len(seen) == 2
    assert "forming, step 10" in seen[0]
    assert "used for training" in said(opened.kernel)
    assert "7 × 7" in said(opened.kernel)
    assert "σ 2.00 × 1.00 px" in said(opened.kernel)
    kernel_run = opened.session.run
    opened.method.method.choose("plain")
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    assert "appears here" in said(opened.kernel)
    opened.session.choose_run(kernel_run)
    assert "7 × 7" in said(opened.kernel)


def test_a_finished_kernel_is_written_by_the_engine_and_can_be_given_to_a_method_that_takes_one(
    qtbot, opened, tmp_path: Path
):
    assert not opened.kernel.load.isEnabled()
    opened.method.method.choose("kernel")
    assert opened.kernel.load.isEnabled()
    with qtbot.waitSignal(opened.session.result_ready, timeout=20_000):
        opened.actions_["start"].trigger()
    opened.kernel.save.click()
    dialog = opened.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("blur.json")
    with qtbot.waitSignal(opened.session.saved, timeout=20_000) as told:
        dialog.accept()
    assert told.args[0].path == str(tmp_path / "blur.json")
    assert told.args[0].words == "Blur kernel of 7 taps"
    given = tmp_path / "given.json"
    given.write_text("[[1, 1], [1, 1]]")
    opened.kernel.load.click()
    loading = next(d for d in opened.findChildren(QFileDialog) if d.windowTitle() == "Load kernel")
    loading.setDirectory(str(tmp_path))
    loading.selectFile("given.json")
    loading.accept()
    assert opened.method.wanted.knobs[KNOB] == str(given)


def test_the_largest_tap_is_white_a_negative_one_bluish_and_the_rest_dark(qtbot):
    kernel = np.zeros((5, 5), np.float32)
    kernel[1, 1], kernel[3, 3] = 1.0, -0.5
    view = KernelView()
    qtbot.addWidget(view)
    view.resize(600, 240)
    view.show()
    view.show_kernel(KernelEstimated(1, kernel, (2.0, 2.0), (0.2, 0.1, 0.0), True))
    shot = view._picture.grab().toImage()
    side = min(shot.width(), shot.height())

    def tap(row: int, column: int) -> QColor:
        left, top = (shot.width() - side) / 2, (shot.height() - side) / 2
        return shot.pixelColor(round(left + side * (column + 0.5) / 5), round(top + side * (row + 0.5) / 5))

    assert tap(1, 1).lightness() > 240
    assert tap(0, 4).lightness() == 0
    assert tap(3, 3).blue() > tap(3, 3).red() > 0
