"""The tour in the real window with the real engine: by the mouse, by the keyboard alone, left and taken up again."""

from __future__ import annotations

from collections.abc import Callable

from looking import panes
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar

from ussr_gui.main_window import MainWindow
from ussr_gui.settings import Settings
from ussr_gui.viewers.samples import Tile

PATIENCE, SOON = 120_000, 5_000
LEFT = Qt.MouseButton.LeftButton


def outlined(window: MainWindow) -> bool:
    """The frame lies around what the step points to, where it is now."""
    tour = window.touring
    if tour.step is None or not tour.outline.isVisible():
        return False
    spot = tour.step.spot(window)
    target = spot.on(window) if spot is not None else None
    return target is not None and tour.outline.geometry().contains(target)


def look(qtbot, window: MainWindow) -> None:
    """The note is in the window, whole, and never over what it points to."""
    tour = window.touring
    QApplication.processEvents()
    # What moves by itself, as a panel that fills with a result, is followed in the frames after.
    qtbot.waitUntil(lambda: outlined(window), timeout=SOON)
    note = tour.bubble.geometry()
    assert tour.bubble.isVisible()
    assert window.rect().contains(note), (tour.step.name, note)
    assert tour.bubble.height_at(note.width()) <= note.height(), tour.step.name
    target = tour.step.spot(window).on(window)
    assert not target.intersects(note), (tour.step.name, target, note)


def at(qtbot, window: MainWindow, name: str) -> None:
    assert window.touring.step.name == name
    look(qtbot, window)


def arrives(qtbot, window: MainWindow, name: str) -> None:
    """What the person did is what leads on."""
    qtbot.waitUntil(lambda: window.touring.step is not None and window.touring.step.name == name, timeout=PATIENCE)
    look(qtbot, window)


def press_tool(qtbot, window: MainWindow, name: str) -> None:
    row = window.findChild(QToolBar, "toolrow")
    qtbot.mouseClick(row.widgetForAction(window.actions_[name]), LEFT)


def test_the_tour_is_gone_through_by_doing_what_it_says(qtbot, window: MainWindow):
    window.method.choose("bicubic", 2, "enlarge", {})
    qtbot.mouseClick(window.pictures.empty.tour, LEFT)
    at(qtbot, window, "sample")
    note = window.touring.bubble
    qtbot.mouseClick(next(one for one in window.pictures.empty.findChildren(Tile) if one.name == "cysts"), LEFT)
    arrives(qtbot, window, "scan")
    qtbot.mouseClick(note.next, LEFT)
    at(qtbot, window, "task")
    assert not note.isModal()
    qtbot.mouseClick(window.method.task.part("challenge"), LEFT)
    arrives(qtbot, window, "method")
    qtbot.mouseClick(note.previous, LEFT)
    at(qtbot, window, "task")
    assert note.next.text() == "Next"  # it is done already
    qtbot.mouseClick(note.next, LEFT)
    window.method.method.setCurrentIndex(window.method.method.findData("simreg"))
    arrives(qtbot, window, "start")
    qtbot.waitUntil(window.equipment.gauge.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(window.controls.primary, LEFT)
    arrives(qtbot, window, "result")
    assert window.result.psnr.gain.text().startswith("+")
    head, first, *_ = window.result.truth.lines
    assert head == ["", "known", "bicubic", "result"]
    assert first[:2] == ["1 · Cyst", "6.0"]
    assert 5.4 < float(first[3]) < 6.0
    qtbot.mouseClick(note.next, LEFT)
    at(qtbot, window, "flip")
    press_tool(qtbot, window, "flip")
    assert window.touring.step.name == "flip"
    press_tool(qtbot, window, "flip")
    arrives(qtbot, window, "caliper")
    press_tool(qtbot, window, "caliper")
    arrives(qtbot, window, "cyst")
    draw_across(qtbot, window)
    arrives(qtbot, window, "truth")
    assert "You measured 5.7 mm; the simulation made it 6.0 mm." in note.words.text()
    qtbot.mouseClick(note.next, LEFT)
    at(qtbot, window, "save")
    qtbot.mouseClick(note.next, LEFT)
    at(qtbot, window, "end")
    qtbot.mouseClick(note.next, LEFT)
    assert not window.touring.is_on
    assert not note.isVisible()
    assert not window.touring.outline.isVisible()


def draw_across(qtbot, window: MainWindow) -> None:
    """From the left edge of the large cyst to its right edge, as they are seen."""
    pane = next(one for one in panes(window) if one.key.startswith("run-"))
    frame, canvas = window.measuring.hand.frame, pane.canvas
    ends = [canvas.pixel(frame.place(((16.0 + side * 2.85) / 0.1, 12.0 / 0.1))).toPoint() for side in (-1, 1)]
    qtbot.mousePress(canvas.viewport(), LEFT, pos=ends[0])
    qtbot.mouseMove(canvas.viewport(), pos=(ends[0] + ends[1]) / 2)
    qtbot.mouseMove(canvas.viewport(), pos=ends[1])
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=ends[1])


def key(window: MainWindow, keys: str) -> None:
    """A key pressed wherever the keyboard is."""
    QTest.keySequence(QApplication.focusWidget() or window, keys)


def test_at_twice_the_size_the_keyboard_alone_goes_through_it_leaves_it_and_takes_it_up_again(
    qtbot, open_window: Callable[[], MainWindow]
):
    settings = Settings()
    settings.set_whole("ui_scale", 200)
    settings.sync()
    window = open_window()
    with qtbot.waitActive(window):
        window.activateWindow()
    tour = window.touring
    key(window, "Shift+F2")
    at(qtbot, window, "sample")
    key(window, "Ctrl+F2")
    arrives(qtbot, window, "scan")
    key(window, "Space")
    arrives(qtbot, window, "task")
    key(window, "Space")  # "Do it for me"
    arrives(qtbot, window, "method")
    key(window, "Esc")
    assert not tour.is_on
    assert window.pictures.empty.tour.text() == "Go on with the tour"
    key(window, "Shift+F2")
    at(qtbot, window, "method")
    window.close()

    window = open_window()  # another day
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: window.session.catalogue is not None, timeout=PATIENCE)
    assert window.pictures.empty.tour.text() == "Go on with the tour"
    key(window, "Shift+F2")
    at(qtbot, window, "sample")  # what the step needs is not open any more
    key(window, "Space")
    arrives(qtbot, window, "scan")
    for name in ("task", "method", "start"):
        key(window, "Space")
        arrives(qtbot, window, name)
    key(window, "F5")
    arrives(qtbot, window, "result")
    key(window, "Space")
    at(qtbot, window, "flip")
    key(window, "Space")
    arrives(qtbot, window, "caliper")
    key(window, "M")
    arrives(qtbot, window, "cyst")
    key(window, "Return")
    arrives(qtbot, window, "truth")
    for name in ("save", "end"):
        key(window, "Space")
        at(qtbot, window, name)
    key(window, "Space")
    assert not window.touring.is_on
    assert window.pictures.empty.tour.text() == "Take the tour"


def test_the_note_makes_way_when_the_window_gets_smaller_and_can_be_skipped_for_good(qtbot, window: MainWindow):
    window.actions_["tour"].trigger()
    for width, height in ((1100, 760), (1600, 1000)):
        window.resize(width, height)
        look(qtbot, window)
    qtbot.mouseClick(window.touring.bubble.skip, LEFT)
    assert not window.touring.is_on
    assert window.pictures.empty.tour.text() == "Take the tour"
