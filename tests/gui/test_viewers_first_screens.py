"""The first screen and the error that stands where the picture would be."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ussr_engine.samples import SAMPLES, sample
from ussr_gui import theme
from ussr_gui.viewers.curves import LossPlot
from ussr_gui.viewers.empty import EmptyState
from ussr_gui.viewers.error import SAFE, ErrorCard
from ussr_gui.viewers.rows import Row
from ussr_gui.viewers.samples import Tile


@pytest.fixture
def empty(qtbot) -> EmptyState:
    empty = EmptyState()
    empty.resize(1200, 700)
    qtbot.addWidget(empty)
    empty.show()
    return empty


def row(screen: EmptyState, title: str) -> Row:
    return next(row for row in screen.findChildren(Row) if row.accessibleName() == title and not row.isHidden())


def test_dropped_files_are_told_together_and_an_address_is_not_taken(qtbot, empty: EmptyState, tmp_path: Path) -> None:
    def drop(*urls: QUrl) -> bool:
        data = QMimeData()
        data.setUrls(list(urls))
        action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPointF(50, 50).toPoint(), action, data, button, none)
        enter.ignore()
        QApplication.sendEvent(empty, enter)
        if enter.isAccepted():
            QApplication.sendEvent(empty, QDropEvent(QPointF(50, 50), action, data, button, none))
        return enter.isAccepted()

    scans = [tmp_path / "scan.png", tmp_path / "other.png"]
    with qtbot.waitSignal(empty.files_dropped) as heard:
        assert drop(*(QUrl.fromLocalFile(str(scan)) for scan in scans))
    assert [Path(path) for path in heard.args[0]] == scans
    with qtbot.assertNotEmitted(empty.files_dropped):
        assert not drop(QUrl("https://example.org/scan.png"))


def test_a_recent_file_is_shown_by_its_name_and_opened_by_its_path(qtbot, empty: EmptyState) -> None:
    picture = QPixmap(300, 100)
    picture.fill(QColor("white"))
    empty.set_recent([("/scans/carotid.dcm", "today", picture), ("/scans/breast.png", "yesterday", None)])
    with qtbot.waitSignal(empty.path_chosen) as heard:
        qtbot.mouseClick(row(empty, "carotid.dcm"), Qt.MouseButton.LeftButton)
    assert heard.args == ["/scans/carotid.dcm"]
    row(empty, "breast.png").setFocus()
    with qtbot.waitSignal(empty.path_chosen) as heard:
        qtbot.keyClick(row(empty, "breast.png"), Qt.Key.Key_Space)
    assert heard.args == ["/scans/breast.png"]


def test_the_recent_files_can_be_forgotten_only_where_there_are_some(qtbot, empty: EmptyState) -> None:
    clear = next(button for button in empty.findChildren(QPushButton) if button.text() == "Clear")
    assert not clear.isVisible()
    empty.set_recent([("/scans/carotid.dcm", "today", None)])
    with qtbot.waitSignal(empty.clear_recent_requested):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    empty.set_recent([])
    assert any(label.text() == "Scans you open appear here." for label in empty.findChildren(QLabel))
    assert not [row for row in empty.findChildren(Row) if not row.isHidden() and row.accessibleName() == "carotid.dcm"]


def test_the_sample_the_dialog_and_the_pages_are_asked_for(qtbot, empty: EmptyState) -> None:
    tiles = {tile.accessibleName(): tile for tile in empty.findChildren(Tile)}
    assert list(tiles) == ["Cysts", "Wires", "Vessel"]
    for title, path in (("Cysts", "phantom:cysts"), ("Vessel", "phantom:vessel")):
        with qtbot.waitSignal(empty.path_chosen) as heard:
            qtbot.mouseClick(tiles[title], Qt.MouseButton.LeftButton)
        assert heard.args == [path]
    with qtbot.waitSignal(empty.open_requested):
        qtbot.mouseClick(empty.open_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.learn_requested) as heard:
        qtbot.mouseClick(empty.tour, Qt.MouseButton.LeftButton)
    assert heard.args == ["tour"]
    for title, page in (
        ("Keyboard and mouse", "keyboard"),
        ("What it can and cannot show", "limits"),
        ("Which method for which scan?", "which_method"),
        ("Why not my GPU?", "devices"),
    ):
        with qtbot.waitSignal(empty.learn_requested) as heard:
            qtbot.mouseClick(row(empty, title), Qt.MouseButton.LeftButton)
        assert heard.args == [page]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_sample_is_seen_as_a_picture_with_its_words_at_every_size(
    qapp: QApplication, empty: EmptyState, scale: float
) -> None:
    try:
        theme.apply(qapp, theme.DARK, scale)
        QApplication.processEvents()
        for tile in empty.findChildren(Tile):
            shot = tile.grab().toImage()
            top = [shot.pixelColor(x, shot.height() // 6).lightness() for x in range(8, shot.width() - 8)]
            assert np.std(top) > 10  # speckle, and no flat surface
            assert tile.height() >= tile.heightForWidth(tile.width())
    finally:
        theme.apply(qapp, theme.DARK)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_picture_of_a_sample_is_the_one_that_the_engine_makes(name: str) -> None:
    image = sample(name).image
    half = image.reshape(image.shape[0] // 2, 2, image.shape[1] // 2, 2).mean((1, 3))
    shipped = np.asarray(Image.open(BytesIO(files("ussr_gui").joinpath("pictures", f"sample-{name}.png").read_bytes())))
    assert np.abs(shipped.astype(float) - 255 * half).max() <= 1


@pytest.fixture
def error(qtbot) -> ErrorCard:
    error = ErrorCard()
    error.resize(900, 600)
    qtbot.addWidget(error)
    error.show()
    return error


def said(error: ErrorCard) -> list[str]:
    return [label.text() for label in error.findChildren(QLabel) if label.isVisible() and label.text()]


def test_an_error_says_what_is_wrong_what_to_do_and_that_the_rest_is_safe(error: ErrorCard) -> None:
    error.show_error("scan.dcm cannot be read", "The data stop early.", "Copy the file again.", "File  scan.dcm, 3 MB")
    assert said(error) == [
        "scan.dcm cannot be read",
        "The data stop early.",
        "What you can do",
        "Copy the file again.",
        "File  scan.dcm, 3 MB",
        SAFE,
    ]
    error.show_error("<b>odd</b>.png cannot be read", "No picture.", "")
    assert said(error) == ["<b>odd</b>.png cannot be read", "No picture.", SAFE]


def test_an_errors_buttons_retry_choose_another_file_and_copy_the_details(qtbot, error: ErrorCard) -> None:
    error.show_error("scan.dcm cannot be read", "The data stop early.", "Copy the file again.", "File  scan.dcm")
    with qtbot.waitSignal(error.retry):
        qtbot.keyClick(error.retry_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(error.other_file):
        qtbot.mouseClick(error.other_button, Qt.MouseButton.LeftButton)
    copy = next(button for button in error.findChildren(QPushButton) if "Copy" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == "scan.dcm cannot be read\nThe data stop early.\nCopy the file again.\nFile  scan.dcm"
    assert copy.text().strip() == "Copied"


def test_another_theme_and_a_larger_scale_reach_what_is_already_on_the_screen(
    qapp: QApplication, empty: EmptyState, error: ErrorCard
) -> None:
    empty.set_recent([("/scans/carotid.dcm", "today", None)])
    plot = LossPlot()
    before = row(empty, "Keyboard and mouse").sizeHint().height()
    try:
        theme.apply(qapp, theme.LIGHT, 1.25)
        assert row(empty, "Keyboard and mouse").sizeHint().height() > before
        assert row(empty, "carotid.dcm")
        assert plot.axes.backgroundBrush().color() == QColor(theme.LIGHT.panel)
        shot = error.grab().toImage()
        assert shot.pixelColor(shot.width() // 2, shot.height() // 2) in (
            QColor(theme.LIGHT.panel),
            QColor(theme.LIGHT.window),
        )
    finally:
        theme.apply(qapp, theme.DARK)
        plot.deleteLater()
