"""Figures copied for a spreadsheet, and figures and plots kept as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from ussr_gui.language import tr
from ussr_gui.measuring import files
from ussr_gui.measuring.clerk import Clerk
from ussr_gui.measuring.frame import Frame, Sheet
from ussr_gui.measuring.undo import Measurements
from ussr_gui.panels.measure import MeasurePanel

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PLOTS = {"SVG (*.svg)": ".svg", "PNG (*.png)": ".png"}
TABLES = {"CSV (*.csv)": ".csv"}


class Keeping(QObject):
    """Follows the last entries of the Measure menu."""

    def __init__(self, window: MainWindow, measurements: Measurements, clerk: Clerk, panel: MeasurePanel) -> None:
        super().__init__(window)
        self._window, self._measurements, self._clerk, self._panel = window, measurements, clerk, panel
        self._frame: Frame | None = None
        self._sheets: Sequence[Sheet] = ()
        actions = window.actions_
        actions["copy_measurements"].triggered.connect(self._copy)
        actions["export_measurements"].triggered.connect(self._ask_for_table)
        actions["export_plot"].triggered.connect(self._ask_for_plot)
        clerk.reported.connect(self._keep_report)

    def show_frame(self, frame: Frame | None, sheets: Sequence[Sheet]) -> None:
        """The scan and its outputs, whose figures are asked for."""
        self._frame, self._sheets = frame, sheets

    @Slot()
    def _copy(self) -> None:
        self._report("")

    @Slot(str)
    def _report(self, path: str) -> None:
        if self._frame is not None:
            self._clerk.report(path, self._measurements.shapes, self._frame.scan, self._sheets)

    @Slot(str, object)
    def _keep_report(self, path: str, lines: files.Lines) -> None:
        if path:
            self._keep(path, files.as_csv(lines).encode())
            return
        QApplication.clipboard().setText(files.as_tsv(lines))
        self._window.status.say(tr("Measurements copied"), "ok")

    @Slot()
    def _ask_for_table(self) -> None:
        self._dialog(tr("Export measurements"), "measurements", TABLES).fileSelected.connect(self._report)

    @Slot()
    def _ask_for_plot(self) -> None:
        name = self._panel.chosen_page.value.lower()
        self._dialog(tr("Export plot"), name, PLOTS).fileSelected.connect(self._keep_plot)

    @Slot(str)
    def _keep_plot(self, path: str) -> None:
        plot = self._panel.plot
        self._keep(path, plot.as_png() if Path(path).suffix.lower() == ".png" else plot.as_svg())

    def _keep(self, path: str, content: bytes) -> None:
        wrong = files.write(path, content)
        self._window.status.say(wrong or tr("{name} written").format(name=Path(path).name), "error" if wrong else "ok")

    def _dialog(self, title: str, name: str, kinds: dict[str, str]) -> QFileDialog:
        scan = self._frame.scan.name if self._frame else "scan"
        dialog = QFileDialog(self._window, title, self._window.settings.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix(next(iter(kinds.values())))
        dialog.selectFile(f"{scan} {name}".replace(" ", "-"))
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog
