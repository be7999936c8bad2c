"""The Kernel tab at work: it follows the run that is shown, keeps kernels as files and gives them to methods."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_gui.language import tr
from ussr_gui.records import Run

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

KNOB = "degradation.kernel_file"
READABLE = tr("Kernels (*.json *.csv *.txt *.npy)")
WRITABLE = tr("Kernel (*.json)")


class Kernels(QObject):
    """Wires between the session, the Kernel tab and the knob that takes a kernel's file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, window.session, window.kernel
        self._session.kernel_estimated.connect(self._show)
        for signal in (self._session.run_chosen, self._session.run_began, self._session.scan_chosen):
            signal.connect(self._follow)
        window.method.changed.connect(self._consider)
        self._view.save_requested.connect(self._ask_to_save)
        self._view.load_requested.connect(self._ask_to_load)
        self._consider()

    @Slot(object)
    def _show(self, run: Run) -> None:
        if run is self._session.shown:
            self._view.show_kernel(run.kernel)

    @Slot()
    def _follow(self) -> None:
        run = self._session.shown
        self._view.show_kernel(run.kernel if run else None)

    @Slot()
    def _consider(self) -> None:
        takes = self._window.method.knobs.has(KNOB)
        self._view.allow_loading("" if takes else tr("The chosen method takes no kernel"))

    @Slot()
    def _ask_to_save(self) -> None:
        dialog = self._dialog(tr("Save kernel"), WRITABLE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("kernel.json")
        dialog.fileSelected.connect(self._save)
        dialog.show()

    @Slot()
    def _ask_to_load(self) -> None:
        dialog = self._dialog(tr("Load kernel"), READABLE)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._load)
        dialog.show()

    @Slot(str)
    def _save(self, path: str) -> None:
        if self._view.shown is not None:
            self._session.save_kernel(path, self._view.shown.kernel)

    @Slot(str)
    def _load(self, path: str) -> None:
        if self._window.method.knobs.has(KNOB):
            self._window.method.knobs.turn(KNOB, path)
            self._window.status.say(tr("The next run takes its kernel from {name}").format(name=Path(path).name))

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._window.settings.folder)
        dialog.setNameFilter(kinds)
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
