"""The look: colours that can be read, one stylesheet, icons that are there."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QPushButton, QWidget

import ussr_gui
from ussr_gui import icons, stylesheet, theme
from ussr_gui.theme import DARK, LIGHT, Palette


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)
@pytest.mark.parametrize("ground", ["window", "panel", "raised", "hover", "select"])
@pytest.mark.parametrize("role", ["text", "dim", "faint", "accent", "ok", "warn", "error"])
def test_words_of_every_role_reach_the_contrast_of_wcag_aa_on_every_ground(
    palette: Palette, ground: str, role: str
) -> None:
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)
def test_outlines_curves_and_the_primary_button_can_be_told_from_their_ground(palette: Palette) -> None:
    assert contrast(palette.edge, palette.panel) >= 3
    assert contrast(palette.on_fill, palette.fill) >= 4.5
    assert contrast(palette.on_fill, palette.fill_hover) >= 4.5
    assert min(contrast(colour, palette.panel) for colour in palette.series) >= 3
    assert contrast(palette.mark, palette.well) >= 12


def test_digits_have_one_width_under_the_stylesheet(qapp: QApplication, qtbot) -> None:
    button = QPushButton("8")
    qtbot.addWidget(button)
    button.ensurePolished()
    metrics = QFontMetrics(button.font())
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_a_larger_scale_makes_words_and_controls_larger(qapp: QApplication, qtbot) -> None:
    small = QPushButton("Start")
    qtbot.addWidget(small)
    small.ensurePolished()
    before = small.sizeHint()
    try:
        theme.apply(qapp, DARK, 1.25)
        large = QPushButton("Start")
        qtbot.addWidget(large)
        large.ensurePolished()
        assert large.sizeHint().height() >= 1.15 * before.height()
        assert large.sizeHint().width() > before.width()
    finally:
        theme.apply(qapp, DARK)


def test_no_widget_carries_a_stylesheet_of_its_own_and_no_colour_is_written_elsewhere() -> None:
    rooms = Path(ussr_gui.__file__).parent
    for path in rooms.rglob("*.py"):
        words = path.read_text(encoding="utf-8")
        assert path.name == "theme.py" or ".setStyleSheet(" not in words, path
        assert path.name == "theme.py" or not re.search(r"[\"']#[0-9A-Fa-f]{6}\b", words), path


def test_the_ring_appears_when_the_keyboard_brings_the_focus(qapp: QApplication, qtbot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    first, second = QPushButton("One"), QPushButton("Two")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    plain = second.grab().toImage()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    ringed = second.grab().toImage()
    assert ringed.pixelColor(ringed.width() // 2, 1) == QColor(DARK.accent)
    assert plain.pixelColor(plain.width() // 2, 1) != QColor(DARK.accent)
    assert not first.property("ring")


def test_an_icon_takes_the_colour_of_its_state(qapp: QApplication) -> None:
    def strongest(mode: QIcon.Mode, state: QIcon.State) -> QColor:
        image = icons.icon("square", "dim", 18).pixmap(QSize(18, 18), 2.0, mode, state).toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max(pixels, key=QColor.alpha)

    assert near(strongest(QIcon.Mode.Normal, QIcon.State.Off), DARK.dim)
    assert near(strongest(QIcon.Mode.Normal, QIcon.State.On), DARK.accent)
    assert near(strongest(QIcon.Mode.Disabled, QIcon.State.Off), DARK.disabled)


def near(colour: QColor, wanted: str) -> bool:
    return max(abs(a - b) for a, b in zip(colour.getRgb()[:3], QColor(wanted).getRgb()[:3], strict=True)) <= 6


def test_icons_are_sharp_at_twice_the_size(qapp: QApplication) -> None:
    picture = icons.icon("hand", size=18).pixmap(QSize(18, 18), 2.0)
    assert picture.size() == QSize(36, 36)


def test_an_unknown_icon_is_refused_by_name(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        icons.icon("no-such-icon")


def test_the_programs_own_icon_is_a_light_fan_on_a_dark_ground_at_every_size(qapp: QApplication) -> None:
    for size in (16, 32, 256):
        image = icons.app_icon().pixmap(QSize(size, size), 1.0).toImage()
        assert image.pixelColor(size // 2, size * 13 // 16).lightness() > 120
        assert image.pixelColor(size // 8, size // 4).lightness() < 60
        assert image.pixelColor(0, 0).alpha() == 0


def test_the_look_is_the_same_from_a_folder_with_spaces_and_letters_of_any_alphabet(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn() -> QImage:
        box = QComboBox()
        qtbot.addWidget(box)
        box.resize(120, 30)
        box.setStyleSheet(stylesheet.stylesheet(dataclasses.asdict(DARK), "DejaVu Sans Mono"))
        return box.grab().toImage()

    usual = drawn()
    strange = tmp_path / "é ü ñ 超 (1)" / "Anna's scans; {2}"
    shutil.copytree(stylesheet.ICONS, strange)
    monkeypatch.setattr(stylesheet, "ICONS", strange)
    assert drawn() == usual
    (strange / "chevron-down.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert drawn() != usual, "the arrow is seen"
