"""A person holds several results of one scan against each other, by keys and mouse, in the real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from looking import canvas, panes, press, shot, turn
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QFileDialog

from ussr_gui.main_window import MainWindow

PATIENCE = 60_000


@pytest.fixture
def window_size() -> tuple[int, int]:
    return 1600, 1000


@pytest.fixture(autouse=True)
def opened(corner: Path) -> None:
    """A corner of the phantom is open."""


def enlarge(qtbot, window: MainWindow, method: str, scale: int, task: str = "challenge") -> None:
    window.method.choose(method, scale, task, {})
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()


def test_six_results_are_compared_in_every_way(qtbot, window: MainWindow):
    for method in ("bicubic", "exact", "denoise", "simreg"):
        enlarge(qtbot, window, method, 2)
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    compare = window.pictures.compare
    press(qtbot, window, Qt.Key.Key_6, alt)
    keys = ["input", "reference", "run-1", "run-2", "run-3", "run-4"]
    assert [pane.key for pane in panes(window)] == keys
    assert [output.title for output in compare.outputs()] == [
        "Input, bicubic ×2",
        "Reference",
        "Bicubic ×2",
        "Exact bicubic ×2",
        "Denoise ×2",
        "SimReg ×2",
    ]
    assert shot(window, "input") != shot(window, "run-4")

    turn(canvas(window, "run-4"), QPointF(90, 70), 5)
    place = canvas(window, "reference").view()
    pixel = place.width() / canvas(window, "reference").width()
    for key in keys:
        away = canvas(window, key).view().center() - place.center()
        assert max(abs(away.x()), abs(away.y())) <= pixel

    press(qtbot, window, Qt.Key.Key_2)
    assert compare.active() == "reference"
    plain = shot(window, "run-4")
    press(qtbot, window, Qt.Key.Key_D)
    qtbot.waitUntil(
        lambda: canvas(window, "run-4").accessibleName() == "Difference of SimReg ×2 from Reference", timeout=PATIENCE
    )
    assert shot(window, "run-4") != plain
    press(qtbot, window, Qt.Key.Key_3, shift)
    assert compare.reference().key == "run-1"
    qtbot.waitUntil(
        lambda: canvas(window, "run-4").accessibleName() == "Difference of SimReg ×2 from Bicubic ×2", timeout=PATIENCE
    )
    press(qtbot, window, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: canvas(window, "run-4").accessibleName().startswith("SSIM map"), timeout=PATIENCE)
    press(qtbot, window, Qt.Key.Key_Q)
    assert shot(window, "run-4") == plain
    press(qtbot, window, Qt.Key.Key_0, shift)
    assert compare.reference().key == "reference"
    press(qtbot, window, Qt.Key.Key_6)
    press(qtbot, window, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: compare.dressing.worn is not None, timeout=5000)
    worn = compare.dressing.worn
    assert (worn.output.key, worn.reference.key) == ("run-4", "reference")
    assert compare.view_rect().contains(QPointF(worn.peak[1], worn.peak[0]))
    assert window.actions_["difference_absolute"].isChecked()
    press(qtbot, window, Qt.Key.Key_D, alt)

    for key, held, name in (
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "Curtain: "),
        (Qt.Key.Key_S, alt, "Curtain: "),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier, "Chessboard: "),
    ):
        press(qtbot, window, key, held)
        assert len(panes(window)) == 1
        assert panes(window)[0].canvas.accessibleName().startswith(name)
    press(qtbot, window, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert [pane.key for pane in panes(window)] == keys

    assert window.actions_["show_6"].text() == "SimReg ×2"
    assert window.actions_["reference_2"].text() == "Reference"
    assert not window.actions_["show_7"].isEnabled()

    window.actions_["panes_4"].trigger()
    bar = window.pictures.bar
    bar.rate.choose(3.0)
    window.actions_["blink"].trigger()
    assert bar.rate.isVisible()
    qtbot.waitUntil(lambda: canvas(window, "run-4").accessibleName() == "Picture 6: Reference", timeout=5000)
    reference = shot(window, "run-4")
    qtbot.waitUntil(lambda: canvas(window, "run-4").accessibleName() == "Picture 6: SimReg ×2", timeout=5000)
    assert shot(window, "run-4") != reference
    window.actions_["blink"].trigger()
    assert canvas(window, "run-4").accessibleName() == "Picture 6: SimReg ×2"
    assert not bar.rate.isVisible()

    window.actions_["panes_1"].trigger()
    window.actions_["difference_relative"].trigger()
    compare.set_active("run-4")
    qtbot.waitUntil(lambda: compare.dressing.worn is not None, timeout=PATIENCE)
    for x in (300, 340):
        qtbot.mouseMove(panes(window)[0].canvas.viewport(), pos=QPoint(x, 300))
    assert bar.readings.endswith("% of the reference")


def test_results_of_another_scale_and_pictures_made_elsewhere_stand_at_the_same_place(
    qtbot, window: MainWindow, tmp_path: Path
):
    enlarge(qtbot, window, "exact", 2)
    enlarge(qtbot, window, "bicubic", 4, "enlarge")
    compare = window.pictures.compare
    shapes = {output.key: output.image.shape for output in compare.outputs()}
    assert shapes["run-2"] == (384, 512)
    assert shapes["run-1"] == (96, 128)
    assert "reference" not in shapes

    result = window.session.runs[0].result
    path = tmp_path / "elsewhere.png"
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.session.save(str(path), result.sr, None, 8)
    window.session.choose_run(window.session.runs[0])
    window.actions_["add_picture"].trigger()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    assert not dialog.isModal()
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        dialog.fileSelected.emit(str(path))
    dialog.close()
    added = compare.outputs()[-1]
    assert (added.key, added.title, added.facts) == ("guest-1", "elsewhere.png", "from a file")
    assert np.abs(added.image - result.sr.image).max() < 0.003
    window.actions_["panes_6"].trigger()
    compare.set_active("guest-1")
    window.actions_["fit"].trigger()
    fields = {key: compare.dressing.shown[key].field for key in ("guest-1", "run-1", "run-2")}
    assert fields["guest-1"] == pytest.approx(fields["run-1"])
    assert fields["run-2"] == pytest.approx(fields["run-1"])
    window.actions_["drop_pictures"].trigger()
    assert "guest-1" not in [output.key for output in compare.outputs()]
