"""What was found about a scan, in the result panel: words, the noise law, the likely blurs, and how much is left."""

from __future__ import annotations

import numpy as np
import pytest
import scripted_engine
from PySide6.QtWidgets import QProgressBar

from ussr_gui.panels.found import Likely
from ussr_gui.viewers.noise_law import in_words


def run(qtbot, window, method: str) -> None:
    window.method.choose(method, 2, "challenge", {"recipe.steps": 5})
    with qtbot.waitSignal(window.session.result_ready, timeout=20_000):
        window.actions_["start"].trigger()


def test_a_method_that_finds_nothing_out_shows_no_such_section(qtbot, opened) -> None:
    run(qtbot, opened, "plain")
    assert not opened.result.found.isVisible()


def test_what_was_found_is_said_with_its_confidence_and_every_likely_blur_has_its_bar(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    found = opened.result.found
    assert found.isVisible()
    assert found.words.text() == scripted_engine.EVIDENCE.identification.words
    assert "confidence 0.8" in found.words.text()
    bars = [one.findChild(QProgressBar) for one in found.findChildren(Likely)]
    assert [bar.value() for bar in bars] == [80, 20]
    assert [bar.accessibleName() for bar in bars] == ["blur of about 0.6 px: 80 %", "no blur: 20 %"]


def test_what_was_found_stands_there_before_the_run_ends(qtbot, opened) -> None:
    found, seen = opened.result.found, []
    opened.session.identified.connect(lambda run: seen.append((run.result, found.words.text(), found.isHidden())))
    run(qtbot, opened, "honest")
    assert seen == [(None, scripted_engine.EVIDENCE.identification.words, False)]


def test_the_plot_shows_points_and_law_in_grey_levels(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    plot, identification = opened.result.found.plot, scripted_engine.EVIDENCE.identification
    x, y = plot.points.getData()
    assert x == pytest.approx([25.5, 127.5, 229.5])
    assert y == pytest.approx([255**2 * variance for _, variance in identification.points])
    x, y = plot.law.getData()
    constant, linear, square = identification.law
    brightness = np.array(x) / 255
    assert y == pytest.approx(255**2 * (constant + linear * brightness + square * brightness**2))
    assert plot.getPlotItem().viewRange()[1][1] > y.max()
    labels = [plot.getPlotItem().getAxis(side).labelText for side in ("bottom", "left")]
    assert labels == ["Brightness, grey levels", "Variance, grey levels²"]
    assert in_words(identification) == "variance = 0.65 + 0.01 I²"


def test_where_the_scan_holds_no_more_detail_a_plain_sentence_says_so(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    found = opened.result.found
    assert found.no_more.isVisible()
    assert found.no_more.text().startswith("The scan holds hardly more detail than interpolation shows")
    assert found.gain.text() == "−0.0 dB"
    assert found.unexplained.text() == "1.04 × noise"
    assert found.correlation.text() == "−0.05"


def test_saving_says_where_the_maps_go(qtbot, opened) -> None:
    run(qtbot, opened, "honest")
    opened.actions_["save"].trigger()
    dialog = opened.saving
    dialog.format.part("TIFF").click()
    assert "3 maps follow as further pages" in dialog.provenance.text()
    dialog.format.part("PNG").click()
    assert "PNG has no room for its maps" in dialog.provenance.text()
    dialog.close()
