"""A measurement's way through the real window with the real engine: scan, run, every output, files."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFileDialog

from ussr_engine.phantom import phantom
from ussr_gui.main_window import MainWindow
from ussr_gui.records import PHANTOM
from ussr_gui.viewers.canvas import Canvas
from ussr_gui.viewers.pane import Pane

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton


def canvases(window: MainWindow) -> dict[str, Canvas]:
    return {pane.key: pane.canvas for pane in window.pictures.compare.findChildren(Pane) if pane.isVisible()}


def drag_mm(qtbot, canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> tuple[QPointF, QPointF]:
    """Drag between two places in (lateral, axial) mm; returns the places of the pixels that were hit."""
    first, last = (canvas.pixel(QPointF(*at)).toPoint() for at in (start, end))
    qtbot.mousePress(canvas.viewport(), LEFT, pos=first)
    qtbot.mouseMove(canvas.viewport(), pos=(first + last) / 2)
    qtbot.mouseMove(canvas.viewport(), pos=last)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=last)
    return canvas.at(QPointF(first)), canvas.at(QPointF(last))


def first_row(window: MainWindow) -> list[str]:
    table = window.measuring.panel.shapes
    return [table.item(0, column).text() for column in range(table.columnCount())]


def test_a_caliper_on_the_scan_goes_on_to_every_output_of_its_run_and_into_a_file(qtbot, window, tmp_path: Path):
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    axial, lateral = phantom(0).wires[-1]
    window.actions_["caliper"].trigger()
    ends = drag_mm(qtbot, canvases(window)["input"], (lateral - 3, axial), (lateral + 3, axial))
    length = f"{math.hypot(ends[1].x() - ends[0].x(), ends[1].y() - ends[0].y()):.2f}"
    assert first_row(window) == ["Distance 1", length, "mm"]

    window.method.choose("bicubic", 2, "challenge", {})
    with qtbot.waitSignal(window.session.result_ready, timeout=PATIENCE):
        window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: set(canvases(window)) == {"input", "reference", "run-1", "difference"}, timeout=PATIENCE)
    assert first_row(window) == ["Distance 1", length, "mm"]
    outputs = window.measuring.panel.outputs
    qtbot.waitUntil(lambda: outputs.rowCount() == 3, timeout=PATIENCE)
    widths = {line[0]: float(line[1]) for line in outputs.lines()[1:]}
    assert outputs.lines()[0][1] == "FWHM mm"
    assert 0.5 < min(widths.values()) <= max(widths.values()) < 2.5

    window.pictures.compare.zoom_by(4)
    assert first_row(window) == ["Distance 1", length, "mm"]
    window.actions_["select"].trigger()
    window.pictures.compare.fit()
    canvas = canvases(window)["reference"]
    canvas.setFocus()
    window.measuring.measurements.choose(1, 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert float(first_row(window)[1]) == pytest.approx(float(length) + 10 * 0.095, abs=0.011)
    window.actions_["undo"].trigger()
    assert first_row(window) == ["Distance 1", length, "mm"]

    window.actions_["pair"].trigger()
    cyst = phantom(0).cysts[0]
    half = cyst.radius_mm / math.sqrt(2)
    for shift in (0.0, 2.2 * cyst.radius_mm):
        middle = cyst.lateral_mm + shift
        corners = (middle - half, cyst.axial_mm - half), (middle + half, cyst.axial_mm + half)
        drag_mm(qtbot, canvas, *corners)
    qtbot.waitUntil(lambda: "gCNR" in outputs.lines()[0], timeout=PATIENCE)
    assert all(float(line[1]) > 0.9 for line in outputs.lines()[1:])

    path = tmp_path / "figures.csv"
    window.actions_["export_measurements"].trigger()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists, timeout=PATIENCE)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["output"] for row in rows} >= {"all", "Input, bicubic ×2", "Reference"}
    assert sum(row["quantity"] == "gCNR" for row in rows) == 3
