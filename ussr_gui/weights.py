"""File › Perceptual weights at work on the session: their folder, and fetching them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_engine.events import Failed, Fetched
from ussr_gui.errands import problem
from ussr_gui.language import tr
from ussr_gui.panels.weights import WeightsPanel
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Weights(QObject):
    """Opens the panel, remembers the folder, sends the order of a click."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.panel = WeightsPanel(window)
        session, errands = window.session, window.session.errands
        window.actions_["weights"].triggered.connect(self._open)
        session.methods_listed.connect(self.panel.show_catalogue)
        for signal in (session.run_changed, session.engine_changed, errands.changed, session.methods_listed):
            signal.connect(self._follow)
        errands.fetch_told.connect(self.panel.hear)
        errands.fetch_told.connect(self._log)
        self.panel.fetch_requested.connect(self._fetch)
        self.panel.stop_requested.connect(errands.stop)
        self.panel.choose.clicked.connect(self._ask_for_folder)
        self._follow()

    @Slot()
    def _open(self) -> None:
        self.panel.show()
        self.panel.activateWindow()

    @Slot()
    def _follow(self) -> None:
        self.panel.take_problem(problem(self._session))

    @Slot(str)
    def _fetch(self, name: str) -> None:
        self.panel.begin()
        self._session.errands.fetch(name)

    @Slot(object)
    def _log(self, event: object) -> None:
        match event:
            case Fetched(_, path):
                self._window.log.add(tr("Fetched and checked: {path}").format(path=from_home(path)))
            case Failed(_, words, remedy):
                self._window.log.add(f"{words} {remedy}".strip())

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(
            self.panel, tr("Folder with the perceptual weights"), self._window.settings.text("weights")
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(self._set_folder)
        dialog.show()

    @Slot(str)
    def _set_folder(self, folder: str) -> None:
        self._window.settings.set_text("weights", folder)
        self._window.configure()
        self._window.status.say(tr("Weights are looked for in {folder}").format(folder=folder))
