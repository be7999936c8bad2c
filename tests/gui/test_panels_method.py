"""The method panel and its knobs, drawn from records alone."""

from __future__ import annotations

import scripted_engine
from PySide6.QtCore import Qt

from ussr_engine.knobs import Knob
from ussr_engine.orders import Challenge
from ussr_gui.panels.knobs import KnobForm
from ussr_gui.panels.method import MethodPanel
from ussr_gui.settings import Settings


def panel(qtbot) -> MethodPanel:
    made = MethodPanel(Settings())
    qtbot.addWidget(made)
    made.show_catalogue(scripted_engine.CATALOGUE)
    return made


def form(qtbot, *knobs: Knob) -> KnobForm:
    made = KnobForm()
    qtbot.addWidget(made)
    made.show_groups([scripted_engine.events.KnobGroup("recipe", "Training", knobs)], {})
    return made


def test_all_methods_are_listed_and_one_that_cannot_run_says_why(qtbot):
    made = panel(qtbot)
    listed = [made.method.itemData(index) for index in range(made.method.count())]
    assert sorted(filter(None, listed)) == sorted(card.id for card in scripted_engine.CATALOGUE.methods)
    index = made.method.findData("later")
    assert not made.method.model().item(index).isEnabled()
    assert "Its weights are not on this machine." in made.method.itemData(index, Qt.ItemDataRole.ToolTipRole)


def test_methods_stand_under_headings_that_cannot_be_chosen(qtbot):
    made = panel(qtbot)
    headings = [index for index in range(made.method.count()) if made.method.itemData(index) is None]
    assert [made.method.itemText(index) for index in headings] == [
        "Learn from this scan",
        "No training steps",
        "Not available here",
    ]
    assert not any(made.method.model().item(index).isEnabled() for index in headings)
    assert made.method.currentData() == "plain"


def test_words_of_the_task_fit_beside_each_other_in_the_narrowest_dock(qtbot):
    made = panel(qtbot)
    made.resize(292, 700)
    made.show()
    for value in ("enlarge", "challenge"):
        made.task.choose(value)
        part = made.task.part(value)
        assert part.width() >= part.sizeHint().width(), part.text()


def test_only_turned_knobs_are_sent(qtbot):
    made = panel(qtbot)
    assert made.wanted.knobs == {}
    made.knobs.control("recipe.steps").setValue(7)
    assert made.wanted.knobs == {"recipe.steps": 7}
    made.knobs.reset()
    assert made.wanted.knobs == {}


def test_a_number_out_of_range_is_refused_with_the_range(qtbot):
    made = form(qtbot, scripted_engine.RATE)
    made.control("recipe.rate").setText("7")
    assert "between 1e-06 and 1" in made.problem
    made.control("recipe.rate").setText("1e-4")
    assert made.values == {"recipe.rate": 1e-4}


def test_a_default_with_more_digits_than_are_shown_counts_as_untouched(qtbot):
    made = form(qtbot, Knob("noise", "float", 30 / 255, 0.0, 1.0, (), "", "", False))
    assert made.values == {}
    made.control("recipe.noise").setText("0.2")
    assert made.values == {"recipe.noise": 0.2}
    made.reset()
    assert made.values == {}


def test_the_noise_is_asked_for_only_where_it_matters(qtbot):
    made = panel(qtbot)
    made.show()
    assert not made.degradation.isVisible()
    made.task.part("challenge").click()
    assert made.degradation.isVisible()
    assert not made.noise.isVisible()
    made.degradation.choose(2)
    assert made.noise.isVisible()
    made.noise.choose("rgb")
    made.seed.setValue(5)
    assert made.wanted.challenge == Challenge(2, "rgb", 5)


def test_advanced_knobs_are_hidden_until_asked_for(qtbot):
    made = form(qtbot, scripted_engine.STEPS, scripted_engine.RATE)
    made.show()
    assert made.control("recipe.steps").isVisible()
    assert not made.control("recipe.rate").isVisible()
    made._more.click()
    assert made.control("recipe.rate").isVisible()


def test_a_wheel_over_a_field_without_the_focus_turns_nothing(qtbot):
    made = form(qtbot, scripted_engine.STEPS)
    made.show()
    field = made.control("recipe.steps")
    field.clearFocus()
    before = field.value()
    wheel(field)
    assert field.value() == before


def wheel(widget) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    place = QPointF(widget.rect().center())
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(widget, turned)


def test_models_of_ones_own_are_listed_for_the_methods_that_apply_one(qtbot):
    made = panel(qtbot)
    made.show()
    assert not made.model.isVisible()
    made.method.choose("mine")
    assert made.model.isVisible()
    words = [made.model.choice.itemText(index) for index in range(made.model.choice.count())]
    assert words == ["Newest that fits", "×3 · +0.62 dB · MWCNN; width 16", "×2 · +0.31 dB · VDSR"]
    assert made.wanted.knobs == {}


def test_choosing_a_model_turns_the_knob_and_the_scale_and_tells_its_card(qtbot):
    made = panel(qtbot)
    made.method.choose("mine")
    made.model.choice.choose("/models/a.safetensors")
    assert made.wanted.knobs == {"recipe.model": "/models/a.safetensors"}
    assert made.wanted.scale == 3
    assert (
        "MWCNN; width 16 learned from 40 scans, checked on 9 others: +0.62 dB on bicubic; licence: CC0."
        in made.model.card.text()
    )
    assert made.model.choice.toolTip() == "MWCNN for ×3."


def test_another_scale_leaves_the_model_to_the_engine(qtbot):
    made = panel(qtbot)
    made.method.choose("mine")
    made.model.choice.choose("/models/a.safetensors")
    made.scale.part(2).click()
    assert made.model.choice.currentData() == ""
    assert made.wanted.knobs == {}
    assert made.wanted.scale == 2


def test_a_file_typed_into_the_knob_is_followed(qtbot):
    made = panel(qtbot)
    made.method.choose("mine")
    made.knobs.turn("recipe.model", "/elsewhere/c.safetensors")
    assert made.model.choice.currentText() == "Another file"
    made.knobs.reset()
    assert made.model.choice.currentText() == "Newest that fits"
