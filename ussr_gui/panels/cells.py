"""The rows of a benchmark as they come: one cell a line."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ussr_engine.benchmark.cells import Row
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.words import as_tip

COLUMNS = (tr("Scan"), tr("Degradation"), tr("Scale"), tr("Method"), tr("PSNR dB"), "SSIM", "LPIPS", tr("Time"))
FIGURES = 4
"""The first column of figures."""


class CellTable(QTableWidget):
    """Newest row last, and in sight."""

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self.setAccessibleName(tr("Finished cells"))
        self.setHorizontalHeaderLabels(COLUMNS)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def add(self, row: Row) -> None:
        """A finished cell; what failed says why in the place of its figures."""
        line = self.rowCount()
        self.insertRow(line)
        for column, words in enumerate(_words(row)):
            item = QTableWidgetItem(words)
            told = interpreted(row.error) or "\n".join(map(interpreted, filter(None, (*row.notes, row.lpips_reason))))
            item.setToolTip(as_tip(told or words))
            if column >= FIGURES and not row.error:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(line, column, item)
        if row.error:
            self.setSpan(line, FIGURES, 1, len(COLUMNS) - FIGURES)
        self.scrollToBottom()

    def forget(self) -> None:
        self.clearSpans()
        self.setRowCount(0)


def _words(row: Row) -> list[str]:
    what = [f"{row.group}/{row.name}", str(row.degradation), f"×{row.scale}", row.method]
    if row.error:
        return [*what, tr("Failed: {error}").format(error=interpreted(row.error))]
    seconds = duration_in_words(row.seconds) if row.seconds is not None else ""
    return [*what, _figure(row.psnr, 2), _figure(row.ssim, 4), _figure(row.lpips, 4), seconds]


def _figure(value: float | None, places: int) -> str:
    if value is None:
        return "–"
    return f"{value:.{places}f}" if math.isfinite(value) else "∞"
