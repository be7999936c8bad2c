"""Ways to hold pictures against each other, by a real mouse and keyboard on what is really painted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, qGray
from PySide6.QtWidgets import QApplication, QLabel
from viewing import MM, canvas, drag, flat, grey, panes, same, turn

from ussr_engine.measures.differences import Difference
from ussr_gui import theme
from ussr_gui.viewers.compare import CompareView, Output
from ussr_gui.viewers.pane import Pane
from ussr_gui.viewers.split import SQUARE, Division
from ussr_gui.viewers.tone import Tone

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot) -> CompareView:
    view = CompareView()
    view.resize(900, 600)
    qtbot.addWidget(view)
    view.set_layout(6)
    levels = (0.2, 0.4, 0.5, 0.6, 0.7, 0.8)
    view.set_outputs([flat(f"o{i}", level, (60, 80), super_resolved=i > 1) for i, level in enumerate(levels)])
    view.show()
    qtbot.waitExposed(view)
    return view


def shot(view: CompareView, key: str) -> QImage:
    return canvas(view, key).grab().toImage()


def has_bar(view: CompareView, key: str) -> bool:
    """True where a bar from one colour to another stands at the right edge."""
    image = shot(view, key)
    seen = [image.pixelColor(image.width() - 21, y) for y in range(image.height())]
    warmth = [colour.red() - colour.blue() for colour in seen]
    return max(warmth) > 60 and min(warmth) < -60


def middle(view: CompareView, key: str) -> QColor:
    image = shot(view, key)
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_six_outputs_stand_in_six_panes_that_look_at_one_place(view: CompareView) -> None:
    assert [pane.key for pane in panes(view)] == [f"o{i}" for i in range(6)]
    assert [middle(view, f"o{i}").red() for i in range(6)] == [51, 102, 128, 153, 178, 204]
    turn(canvas(view, "o5"), QPointF(80, 60), 4)
    place = canvas(view, "o0").view()
    assert all(same(canvas(view, f"o{i}").view(), place, within=place.width() / 100) for i in range(6))


def test_a_wide_scan_gets_rows_and_a_tall_one_columns(qtbot) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.set_layout(2)
    view.show()
    for shape, beside in (((40, 160), False), ((160, 40), True)):
        extent = {"extent_mm": (shape[0] / 4, shape[1] / 4)}
        view.set_outputs([flat("a", 0.5, shape, **extent), flat("b", 0.5, shape, **extent)])
        first, second = (pane.geometry() for pane in panes(view))
        assert (first.top() == second.top()) is beside


def test_with_alt_held_one_pane_moves_alone_until_it_is_linked_again(qtbot, view: CompareView) -> None:
    linked: list[bool] = []
    view.linked_changed.connect(linked.append)
    view.zoom_by(3)
    before = canvas(view, "o0").view()
    target = canvas(view, "o3")
    qtbot.mousePress(target.viewport(), Qt.MouseButton.LeftButton, ALT, pos=QPoint(60, 60))
    local = QPointF(84, 72)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        local,
        QPointF(target.viewport().mapToGlobal(local.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        ALT,
    )
    QApplication.sendEvent(target.viewport(), moved)
    qtbot.mouseRelease(target.viewport(), Qt.MouseButton.LeftButton, ALT, pos=local.toPoint())
    assert canvas(view, "o0").view() == before
    assert target.view().left() < before.left()
    assert linked == [False]
    stray = target.view().center() - canvas(view, "o0").view().center()
    drag(qtbot, canvas(view, "o1"), QPoint(60, 60), QPoint(40, 50))
    after = target.view().center() - canvas(view, "o0").view().center()
    pixel = before.width() / target.width()
    assert abs(after.x() - stray.x()) <= pixel
    assert abs(after.y() - stray.y()) <= pixel
    view.relink()
    assert target.view() == canvas(view, "o0").view()
    assert linked == [False, True]


def test_arrow_keys_with_alt_move_the_pane_that_has_the_keyboard(qtbot, view: CompareView) -> None:
    view.zoom_by(4)
    before = canvas(view, "o1").view()
    qtbot.keyClick(canvas(view, "o2"), Qt.Key.Key_Right, ALT)
    assert canvas(view, "o1").view() == before
    assert canvas(view, "o2").view().left() > before.left()


def test_dragging_with_the_right_button_changes_window_and_level_of_all_panes(qtbot, view: CompareView) -> None:
    told: list[Tone] = []
    view.tone_changed.connect(told.append)
    target = canvas(view, "o0")
    drag(qtbot, target, QPoint(100, 60), QPoint(60, 60), Qt.MouseButton.RightButton)
    assert told[-1].window == pytest.approx(1 - 40 / target.width(), abs=0.01)
    assert told[-1].level == 0.5
    assert middle(view, "o0").red() < 51
    assert middle(view, "o5").red() > 204
    view.set_tone(Tone())
    assert middle(view, "o5").red() == 204


def test_a_narrow_window_shows_steps_that_are_one_level_apart(view: CompareView) -> None:
    image = np.full((60, 80), 100 / 255, np.float32)
    image[:, 40:] = 101 / 255
    view.set_outputs([Output("a", "A", image, MM)])
    view.set_tone(Tone(4 / 255, 100 / 255))
    seen = shot(view, "a")
    y = seen.height() // 2 + 40
    assert [grey(seen, seen.width() / 2 + x, y) for x in (-30, 30)] == [128, 191]


def test_every_pane_may_have_a_window_of_its_own(view: CompareView) -> None:
    view.set_own_tones(True)
    view.set_active("o4")
    view.set_tone(Tone(0.5, 0.7))
    assert middle(view, "o4").red() == pytest.approx(127.5, abs=0.5)
    assert middle(view, "o5").red() == 204
    view.set_own_tones(False)
    assert middle(view, "o5").red() == pytest.approx(178.5, abs=0.5)


@pytest.mark.parametrize("colours", ["inverted", "sepia", "inferno", "viridis"])
def test_colours_change_what_is_seen_and_not_what_is_read(qtbot, view: CompareView, colours: str) -> None:
    readings = []
    view.cursor_moved.connect(readings.append)
    before = middle(view, "o4")
    view.set_tone(Tone(colours=colours))
    seen = middle(view, "o4")
    assert seen != before
    assert (seen.red() == seen.green() == seen.blue()) is (colours == "inverted")
    for x in (60, 70):
        qtbot.mouseMove(canvas(view, "o4").viewport(), pos=QPoint(x, 70))
    assert readings[-1].values["o4"] == pytest.approx(178.5, abs=0.1)


def test_a_colour_picture_keeps_its_colours_under_another_window(view: CompareView) -> None:
    image = np.zeros((60, 80, 3), np.float32)
    image[..., 0], image[..., 2] = 0.8, 0.4
    view.set_outputs([Output("doppler", "Doppler", image, MM)])
    view.set_tone(Tone(colours="viridis"))
    assert middle(view, "doppler").getRgb()[:3] == (204, 0, 102)
    view.set_tone(Tone(0.8, 0.4, "viridis"))
    assert middle(view, "doppler").getRgb()[:3] == (255, 0, 128)


def test_a_level_curtain_shows_one_output_above_and_one_below(qtbot, view: CompareView) -> None:
    view.set_curtain("o0", "o5", Division.LEVEL)
    (pane,) = panes(view)
    for position in (0.5, 0.25):
        image = pane.canvas.grab().toImage()
        x, line = image.width() * 0.5, position * image.height()
        assert grey(image, x, line - 6) == 51
        assert grey(image, x, line + 6) == 204
        if position == 0.5:
            start = QPoint(round(x), round(line))
            drag(qtbot, pane.canvas, start, QPoint(round(x), round(0.25 * image.height())))
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Down)
    assert view.curtain_position() == pytest.approx(0.26, abs=0.005)


def test_a_chessboard_shows_the_outputs_by_turns(view: CompareView) -> None:
    view.set_curtain("o0", "o5", Division.CHESSBOARD)
    (pane,) = panes(view)
    image = pane.canvas.grab().toImage()
    row = [grey(image, (i + 0.5) * SQUARE, 2.5 * SQUARE) for i in range(3, 8)]
    assert row == [204, 51, 204, 51, 204]
    assert [grey(image, 3.5 * SQUARE, (i + 0.5) * SQUARE) for i in range(2, 5)] == [204, 51, 204]
    assert pane.canvas.accessibleName() == "Chessboard: O0 and O5 by turns"


def test_the_loupe_magnifies_the_place_under_the_mouse_in_every_pane(qtbot, view: CompareView) -> None:
    image = np.zeros((60, 80), np.float32)
    image[30, 40] = 1
    view.set_outputs([replace(output, image=image) for output in view.outputs()])
    view.dressing.set_marks(False)
    target = canvas(view, "o1")
    at = target.pixel(QPointF(20.25, 15.25))

    def lit(key: str) -> int:
        seen = shot(view, key)
        columns = range(int(at.x()) - 30, int(at.x()) + 30)
        return sum(grey(seen, x, y) > 250 for x in columns for y in range(int(at.y()) - 30, int(at.y()) + 30))

    before = lit("o4")
    view.dressing.set_loupe(True)
    qtbot.mouseMove(target.viewport(), pos=at.toPoint())
    assert lit("o4") > 8 * before > 0
    assert lit("o1") == lit("o4")
    view.dressing.set_loupe(False)
    assert lit("o4") == before


def test_a_chosen_reference_is_marked_flipped_to_and_compared_with(qtbot, view: CompareView) -> None:
    view.set_reference("o2")
    view.dressing.flip(True)
    assert {middle(view, f"o{i}").red() for i in range(6)} == {128}
    view.dressing.flip(False)
    view.set_comparison(Difference.ABSOLUTE)
    qtbot.waitUntil(lambda: canvas(view, "o5").accessibleName() == "Absolute difference of O5 from O2", timeout=5000)
    assert middle(view, "o2").red() == 128
    view.set_comparison(None)
    view.set_reference("")
    assert view.reference().key == "o0"


def test_differences_of_all_panes_share_one_scale(qtbot, view: CompareView) -> None:
    view.set_comparison(Difference.ABSOLUTE)
    qtbot.waitUntil(
        lambda: all(canvas(view, f"o{i}").accessibleName().startswith("Absolute") for i in range(1, 6)), timeout=5000
    )
    light = [qGray(middle(view, f"o{i}").rgb()) for i in range(1, 6)]
    assert light == sorted(light)
    assert light[0] < light[-1] - 60
    assert middle(view, "o0").red() == 51


def test_the_map_of_similarity_is_bright_where_structure_differs(qtbot, view: CompareView) -> None:
    rng = np.random.default_rng(0)
    truth = rng.random((60, 80), np.float32)
    other = truth.copy()
    other[:, 40:] = rng.random((60, 40), np.float32)
    view.set_outputs([Output("truth", "Truth", truth, MM), Output("sr", "Result", other, MM)])
    view.set_comparison(Difference.SIMILARITY)
    qtbot.waitUntil(lambda: view.dressing.worn is not None or view.active() == "truth", timeout=5000)
    qtbot.waitUntil(lambda: canvas(view, "sr").accessibleName().startswith("SSIM map"), timeout=5000)
    seen = shot(view, "sr")
    halves = [
        np.mean([seen.pixelColor(x, y).lightness() for x in columns for y in range(150, seen.height() - 150, 7)])
        for columns in (range(100, seen.width() // 2 - 40, 9), range(seen.width() // 2 + 40, seen.width() - 100, 9))
    ]
    assert halves[0] < 10
    assert halves[1] > 60


def test_the_largest_difference_is_where_the_pictures_differ_most(qtbot, view: CompareView) -> None:
    truth = np.full((60, 80), 0.5, np.float32)
    other = truth.copy()
    other[5, 5] = 1
    other[40:44, 60:64] = 0.8
    view.set_outputs([Output("truth", "Truth", truth, MM), Output("sr", "Result", other, MM, super_resolved=True)])
    view.set_active("sr")
    view.set_comparison(Difference.ABSOLUTE)
    qtbot.waitUntil(lambda: view.dressing.worn is not None, timeout=5000)
    assert view.dressing.worn.peak == pytest.approx((42 / 60 * MM[0], 62 / 80 * MM[1]), abs=2)


def test_outputs_of_different_scale_are_compared_at_the_same_place(qtbot, view: CompareView) -> None:
    coarse = np.zeros((30, 40), np.float32)
    coarse[:, 20:] = 0.5
    fine = np.kron(coarse, np.ones((4, 4), np.float32))
    view.set_outputs([Output("lr", "Coarse", coarse, MM), Output("sr", "Fine", fine, MM, super_resolved=True)])
    view.set_active("sr")
    view.set_comparison(Difference.ABSOLUTE)
    qtbot.waitUntil(lambda: view.dressing.worn is not None, timeout=5000)
    values = view.dressing.worn.values
    assert values.shape == fine.shape
    assert values[:, :76].max() == 0
    assert values[:, 84:].max() == 0


def test_in_a_narrow_pane_the_title_keeps_its_end_the_chip_goes_and_the_header_tells_all_of_it(qtbot):
    view = CompareView()
    qtbot.addWidget(view)
    title = "Exact bicubic with a longer name ×2"
    view.set_outputs([Output("a", title, np.zeros((60, 80), np.float32), facts="43.90 dB · 0.1 s")])
    view.resize(900, 300)
    view.show()
    pane = next(pane for pane in view.findChildren(Pane) if pane.isVisible())
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert {title, "43.90 dB · 0.1 s", "reference"} <= set(words)
    view.resize(200, 300)
    QApplication.processEvents()
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]
    assert words[0] == "1"
    assert words[1].startswith("Ex")
    assert words[1].endswith("×2")
    assert "…" in words[1]
    assert len(words) == 2
    told = next(label for label in pane.findChildren(QLabel) if label.text() == words[1]).toolTip()
    assert f"{title} · 43.90 dB · 0.1 s · reference" in told


def test_a_picture_fills_its_place_also_after_other_columns_have_shown_more_of_it(qtbot) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    view.resize(900, 520)
    view.set_layout(4)
    view.set_outputs([flat(f"o{i}", 0.6, (600, 800)) for i in range(3)])
    view.show()
    qtbot.waitExposed(view)
    columns = set()
    for size in ((900, 520), (900, 300), (520, 700), (900, 420), (640, 640)):
        view.resize(*size)
        QApplication.processEvents()
        columns.add(len({pane.x() for pane in panes(view)}))
        for pane in panes(view):
            image, seen = shot(view, pane.key), pane.canvas
            top, foot = seen.pixel(QPointF(0, 0)), seen.pixel(QPointF(MM[1], MM[0]))
            inset = 4
            for x in (top.x() + inset, foot.x() - inset):
                for y in (top.y() + inset, (top.y() + foot.y()) / 2):
                    assert grey(image, min(max(x, 40), image.width() - 4), max(y, 3)) > 100, (size, pane.key)
    assert len(columns) > 1


def test_six_panes_at_twice_the_size_name_their_pictures_and_keep_both_note_and_colour_bar(qtbot) -> None:
    """What all docks leave of a window of 1,920 × 1,080 pixels."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.DARK, 2.0)
    try:
        view = CompareView()
        qtbot.addWidget(view)
        view.resize(920, 600)
        view.set_layout(6)
        names = ("Reference", "Input ×2", "Bicubic ×2", "Denoise ×2", "SimReg ×2", "ZSSR ×2")
        views = [flat(f"o{i}", 0.2 + i / 1000, (130, 200), super_resolved=i > 1) for i in range(6)]
        view.set_outputs([replace(one, title=name) for one, name in zip(views, names, strict=True)])
        view.set_comparison(Difference.SIGNED)
        view.show()
        qtbot.waitExposed(view)
        qtbot.waitUntil(lambda: all(has_bar(view, f"o{i}") for i in range(1, 6)), timeout=5000)
        for pane, name in zip(panes(view), names, strict=True):
            assert name in [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
        for key in ("o2", "o3", "o4", "o5"):  # those that are no recording say so at their foot
            seen = shot(view, key)
            foot = [
                grey(seen, x, y) for x in range(10, seen.width() - 40) for y in range(seen.height() - 40, seen.height())
            ]
            assert max(foot) > 200
    finally:
        theme.apply(application, theme.DARK, 1.0)
