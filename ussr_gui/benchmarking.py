"""Tools › Benchmark at work on the session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ussr_engine.benchmark.news import Reported
from ussr_engine.events import Failed
from ussr_gui.errands import problem
from ussr_gui.language import tr
from ussr_gui.panels.benchmark import BenchmarkPanel
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Benchmarking(QObject):
    """Opens the panel, asks for folders, sends the order and shows the page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.panel = BenchmarkPanel(window)
        session, errands = window.session, window.session.errands
        window.actions_["benchmark"].triggered.connect(self._open)
        session.methods_listed.connect(self.panel.show_catalogue)
        for signal in (session.run_changed, session.engine_changed, errands.changed, session.methods_listed):
            signal.connect(self._follow)
        errands.benchmark_told.connect(self.panel.hear)
        errands.benchmark_told.connect(self._log)
        self.panel.begin_requested.connect(errands.begin)
        self.panel.stop_requested.connect(errands.stop)
        self.panel.add_folder.clicked.connect(self._ask_for_scans)
        self.panel.browse.clicked.connect(self._ask_for_output)
        self.panel.page.clicked.connect(self._show_page)
        self._follow()

    @Slot()
    def _open(self) -> None:
        self.panel.show()
        self.panel.activateWindow()

    @Slot()
    def _follow(self) -> None:
        self.panel.take_problem(problem(self._session))

    @Slot(object)
    def _log(self, event: object) -> None:
        match event:
            case Reported(folder, _, failed):
                self._window.log.add(
                    tr("The benchmark is done, %n cells failed: {folder}", failed).format(folder=from_home(folder))
                )
            case Failed(_, words, remedy, trace):
                self._window.log.add(f"{words} {remedy}\n{trace}".strip())

    @Slot()
    def _ask_for_scans(self) -> None:
        self._dialog(tr("Folder of scans")).fileSelected.connect(self.panel.take_folder)

    @Slot()
    def _ask_for_output(self) -> None:
        self._dialog(tr("Folder for the results")).fileSelected.connect(self.panel.out.setText)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.panel, title, self._window.settings.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    @Slot()
    def _show_page(self) -> None:
        page = Path(self.panel.wanted.out) / "index.html"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
