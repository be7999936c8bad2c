"""Group I: what the program says of a result is true of that result."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from tests.engine.conftest import speckled
from ussr_engine.cli import run as command
from ussr_engine.errors import BadRequest
from ussr_engine.export import export
from ussr_engine.metrics import measure, psnr
from ussr_engine.scan import Scan
from ussr_gui.app import window as open_window
from ussr_gui.outputs import STALE, key_of
from ussr_gui.panels.result import Figure
from ussr_gui.records import PHANTOM
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000


def test_metrics_say_identical_refuse_other_sizes_and_other_kinds_of_numbers(
    qtbot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """I02: identical, shifted by a pixel, of another size, of another dtype."""
    picture = speckled(64, 48)
    same = measure(picture, picture.copy())
    assert same.psnr == math.inf
    assert same.ssim == pytest.approx(1)
    shown = Figure("PSNR", "dB", 2)
    qtbot.addWidget(shown)
    shown.show_score(same.psnr, 30.0)
    assert shown.value.text() == "identical"
    assert shown.gain.text() == ""

    shifted = measure(picture, np.roll(picture, 1, axis=1))
    assert shifted.psnr < 30
    assert shifted.ssim < same.ssim

    for other in (speckled(64, 47), speckled(32, 24), speckled(48, 64)):
        with pytest.raises(BadRequest, match="none is resized to fit"):
            measure(picture, other)
    levels = np.rint(picture * 255).astype(np.uint8)
    with pytest.raises(BadRequest, match="real numbers from 0 to 1"):
        measure(picture, levels)
    with pytest.raises(BadRequest, match="Compare levels with levels"):
        psnr(picture, levels, data_range=255)
    assert measure(picture.astype(np.float64), picture) == same, "more digits make no other picture"

    for name, one, bits in (("a.png", picture, 16), ("b.png", picture, 8), ("c.png", speckled(64, 47), 8)):
        export(tmp_path / name, Scan(one), None, bits)
    assert command(["measure", str(tmp_path / "b.png"), str(tmp_path / "b.png"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["psnr"], told["psnr_reason"]) == (None, "the pictures are identical")
    assert command(["measure", str(tmp_path / "b.png"), str(tmp_path / "c.png")]) == 2
    assert "none is resized to fit" in capsys.readouterr().err
    assert command(["measure", str(tmp_path / "a.png"), str(tmp_path / "b.png"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["psnr"] is None, (
        "16 and 8 bits of one picture give the same 8-bit levels"
    )


def test_a_result_is_marked_while_other_settings_are_chosen_and_no_longer_when_they_are_taken_back(qtbot):
    """I03: a result of old parameters is marked stale, in its pane and in the Result tab."""
    window = open_window()
    window.resize(1300, 850)
    window.show()
    try:
        with qtbot.waitSignal(window.session.methods_listed, timeout=PATIENCE):
            window.start([])
        with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
            window.session.open([PHANTOM])
        window.method.choose("exact", 2, "challenge", {})
        with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
            window.actions_["start"].trigger()
        run = window.session.run

        def chips() -> list[str]:
            key = key_of(run)
            pane = next(one for one in window.pictures.compare.findChildren(Pane) if one.isVisible() and one.key == key)
            return [part.text() for part in pane.findChildren(QLabel) if part.isVisibleTo(pane)]

        assert STALE not in chips()
        assert not window.result.stale.isVisibleTo(window.result)
        for change, back in (
            (lambda: window.method.seed.setValue(7), lambda: window.method.seed.setValue(0)),
            (lambda: window.method.scale.choose(3), lambda: window.method.scale.choose(2)),
            (lambda: window.method.task.choose("enlarge"), lambda: window.method.task.choose("challenge")),
        ):
            change()
            window.method.changed.emit()
            assert STALE in chips()
            assert window.result.stale.isVisibleTo(window.result)
            assert "Not what is chosen now: made with the usual settings" in window.result.stale.text()
            back()
            window.method.changed.emit()
            assert STALE not in chips()
            assert not window.result.stale.isVisibleTo(window.result)
        window.method.method.choose("bicubic")
        assert STALE not in chips(), "another method is another result, and its name says so"
    finally:
        window.close()
        delete(window)
