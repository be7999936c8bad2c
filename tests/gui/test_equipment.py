"""Why not my GPU, the memory of a run before it starts, and which method to take."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from ussr_engine.events import Prepared
from ussr_engine.machine import DeviceCard, DevicesSeen, DevicesTried, DeviceTried, Standing, Weigh, Weighed
from ussr_engine.phantom import phantom
from ussr_engine.result import Result
from ussr_engine.samples import sample
from ussr_engine.scan import Scan
from ussr_gui import theme
from ussr_gui.advising.page import MethodsPage, figures
from ussr_gui.advising.words import advice
from ussr_gui.equipment.gauge import MemoryGauge
from ussr_gui.equipment.page import DevicesPage
from ussr_gui.equipment.sentences import amount, did, why
from ussr_gui.panels.info import facts_of
from ussr_gui.panels.result import ResultPanel
from ussr_gui.panels.truth import TruthSection
from ussr_gui.records import Run

GIB, MIB = 2**30, 2**20


def weight(needed: int, free: int | None) -> Weighed:
    return Weighed(Weigh("zssr", 2, 320, 256), needed, free)


def test_the_gauge_says_what_is_needed_and_free_and_warns_only_where_it_does_not_suffice(qtbot):
    gauge = MemoryGauge()
    qtbot.addWidget(gauge)
    gauge.show()
    gauge.show_weight(weight(230 * MIB, 8 * GIB))
    assert gauge.words.text() == "Memory: 230 MB of 8.0 GB free"
    assert gauge.bar.value() == pytest.approx(1000 * 230 / 8192, abs=1)
    assert not gauge.warning.isVisible()
    gauge.show_weight(weight(12 * GIB, 4 * GIB))
    assert gauge.warning.isVisible()
    assert gauge.warning.text().startswith(
        "This run would take about 12 GB, and 4.0 GB are free. Choose a smaller scale"
    )
    gauge.show_weight(weight(GIB, None))
    assert (gauge.words.text(), gauge.bar.isVisible()) == ("Memory: 1.0 GB", False)
    gauge.show_weight(weight(0, GIB))
    assert not gauge.isVisible()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "1 MB"),
        (7 * MIB, "7 MB"),
        (231 * MIB, "230 MB"),
        (990 * MIB, "1.0 GB"),
        (41 * GIB // 10, "4.1 GB"),
        (64 * GIB, "64 GB"),
    ],
)
def test_amounts_are_read_in_two_digits(count: int, words: str):
    assert amount(count) == words


@pytest.mark.parametrize("standing", Standing)
def test_every_reason_is_a_sentence_that_says_whether_the_device_is_used(standing: Standing):
    card = DeviceCard("cuda:0", "NVIDIA X, 8 GB", standing, "7.5")
    words = why(card)
    assert words.endswith(".")
    assert "{" not in words
    assert words.startswith("Used: ") == card.is_used


def test_the_page_names_every_device_and_shows_how_each_did(qtbot, window):
    page = DevicesPage(window)
    qtbot.addWidget(page)
    page.show()
    cards = (
        DeviceCard("cuda:0", "NVIDIA X, 8 GB", Standing.FIRST),
        DeviceCard("cpu", "CPU, 2 cores", Standing.SPARE),
        DeviceCard("", "Apple", Standing.NO_DRIVER, "Metal"),
    )
    page.show_devices(DevicesSeen(cards))
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert {"NVIDIA X, 8 GB", "CPU, 2 cores", "GPU of Apple"} <= set(said)
    assert said.count("in use") == 1
    with qtbot.waitSignal(page.test_requested):
        qtbot.mouseClick(page.test, Qt.MouseButton.LeftButton)
    page.hear(DeviceTried("cuda:0", "NVIDIA X, 8 GB", 5400.0, 0.2, False))
    page.hear(DeviceTried("cpu", "CPU, 2 cores", 61.0, 1e-6, True))
    page.hear(DevicesTried())
    assert "off by 20 %: do not use it" in page.rows["cuda:0"].result.text()
    assert (
        page.rows["cpu"].result.text()
        == "61 billion operations a second; its numbers agree with those of double precision"
    )
    assert page.message.text().startswith("Tested")
    assert "it broke" in did(DeviceTried("cuda:0", "X", 0.0, 1.0, False, "it broke"))


def test_the_devices_of_the_window_cannot_be_tested_while_a_run_goes_on(qtbot, opened):
    page = opened.equipment.page
    opened.actions_["devices"].trigger()
    assert page.isVisible()
    assert page.test.isEnabled()
    opened.method.choose("deaf", 2, "enlarge", {"recipe.steps": 4000})
    with qtbot.waitSignal(opened.session.stage_began, timeout=20_000):
        opened.actions_["start"].trigger()
    assert not page.test.isEnabled()
    assert "A run goes on" in page.test.toolTip()
    page.close()


def test_the_page_of_methods_tells_all_and_takes_the_chosen_one(qtbot, window):
    named = advice()
    assert len({one.when for one in named.values()}) == len(named)
    assert set(figures()) <= set(named)
    assert {"bicubic", "exact", "denoise", "simreg", "espcn"} <= set(figures())
    window.actions_["which_method"].trigger()
    page = window.findChild(MethodsPage)
    assert page.isVisible()
    assert not page.isModal()
    assert list(page.buttons) == list(named)
    assert not page.buttons["simreg"].isEnabled()  # the scripted engine has no such method
    page.chosen.emit("bright")
    assert window.method.card.id == "bright"
    page.close()


def test_a_method_is_chosen_by_the_button_beside_its_picture(qtbot, window):
    card = replace(window.session.catalogue.methods[0], id="simreg", title="SimReg")
    page = MethodsPage(window, replace(window.session.catalogue, methods=(card,)))
    page.show()
    with qtbot.waitSignal(page.chosen) as told:
        qtbot.mouseClick(page.buttons["simreg"], Qt.MouseButton.LeftButton)
    assert told.args == ["simreg"]
    shown = {label.accessibleName() for label in page.findChildren(QLabel) if not label.pixmap().isNull()}
    assert {
        "The truth",
        "A noisy scan",
        "What SimReg made of the clean scan",
        "What SimReg made of the noisy scan",
    } <= shown
    page.close()


def test_a_sample_of_the_menu_is_opened(qtbot, window):
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000) as told:
        window.actions_["sample_wires"].trigger()
    assert told.args[0].path == "phantom:wires"


def test_what_is_known_of_a_sample_stands_beside_it_in_millimetres():
    known = "Known, for it is simulated"
    assert facts_of(sample("vessel"), "Vessel")[known] == {"Vessel": "lumen 6.0 mm wide, its middle 12.8 mm deep"}
    assert facts_of(sample("cysts"), "Cysts")[known]["1 · Cyst"] == "6.0 mm wide, 12.0 mm deep, 16.0 mm from the left"
    assert not facts_of(Scan(sample("wires").image, name="a.png"), "a.png")[known]


def test_a_result_on_wires_is_held_against_where_they_lie(qtbot):
    scan = sample("wires")
    section = TruthSection()
    qtbot.addWidget(section)
    twice = scan.with_image(np.kron(scan.image, np.ones((2, 2), np.float32)), 2)
    moved = scan.with_image(np.roll(scan.image, 3, axis=1), 1)
    run = Run("Exact", 2, "phantom:wires", prepared=Prepared("", scan, twice, None, None, "CPU"))
    run.result = Result(moved, {}, "exact", "Exact", 2, 0, 0.1, 0.1, "CPU")
    section.show_run(run)
    head, wires = section.lines
    assert head[1:] == ["known", "bicubic", "result"]
    assert wires[:2] == ["Farthest wire off its place", "0.0"]
    assert float(wires[2]) < 0.1
    assert float(wires[3]) == pytest.approx(0.3, abs=0.03)
    section.show_run(None)
    assert section.isHidden()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_known_of_a_sample_does_not_widen_the_panel_of_the_result(qtbot, scale):
    application = QApplication.instance()
    theme.apply(application, theme.DARK, scale)
    try:
        panel = ResultPanel()
        qtbot.addWidget(panel)
        scan = phantom(0).scan
        run = Run("ZSSR", 2, "phantom:0", prepared=Prepared("", scan, scan, None, None, "CPU"))
        run.result = Result(scan, {}, "zssr", "ZSSR", 2, 0, 0.1, 0.1, "CPU, 1 thread, bfloat16")
        panel.show_run(run)
        panel.resize(theme.pixels(292), theme.pixels(700))
        panel.show()
        body = panel.findChild(QScrollArea).widget()
        assert not panel.findChild(TruthSection).isHidden()
        assert body.minimumSizeHint().width() <= theme.pixels(292)
    finally:
        theme.apply(application, theme.DARK, 1.0)
