"""The dialogs of the queue: files and folders to add, where results go, where the table goes.  They stop nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_gui.language import tr
from ussr_gui.panels.queue import QueuePanel

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Asking(QObject):
    """Asks, and says what was chosen.

    Signals
    -------
    paths_chosen : list of str
        Files, or a folder, to add.
    table_chosen : str
        Where the table is written.
    """

    paths_chosen = Signal(list)
    table_chosen = Signal(str)

    def __init__(self, window: MainWindow, panel: QueuePanel) -> None:
        super().__init__(window)
        self._window, self._panel = window, panel
        window.actions_["queue_files"].triggered.connect(self._ask_for_files)
        window.actions_["queue_folder"].triggered.connect(self._ask_for_folder)
        window.actions_["queue_report"].triggered.connect(self._ask_for_table)
        panel.browse.clicked.connect(self._ask_where)

    @Slot()
    def _ask_for_files(self) -> None:
        dialog = self._dialog(tr("Add files to the queue"), QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.paths_chosen)

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = self._dialog(tr("Add a folder to the queue"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self.paths_chosen)

    @Slot()
    def _ask_where(self) -> None:
        dialog = self._dialog(tr("Folder for results"), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._panel.take_folder)

    @Slot()
    def _ask_for_table(self) -> None:
        dialog = self._dialog(tr("Write the table of the queue"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("queue.csv")
        dialog.fileSelected.connect(self.table_chosen)

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._window.settings.folder)
        dialog.setModal(False)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog
