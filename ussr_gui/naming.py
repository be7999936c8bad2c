"""Names of scans, which may tell whose they are: hidden where others look on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ussr_gui.language import tr
from ussr_gui.records import ScanFile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Naming(QObject):
    """Gives every file a number for a name while names are hidden.

    Signals
    -------
    changed
        Files go by other names now.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._action = window.session, window.actions_["hide_names"]
        self._action.toggled.connect(self._rename)
        for signal in (self._session.scan_listed, self._session.scan_opened, self._session.open_failed):
            signal.connect(self._name)

    @Slot(object)
    def _name(self, file: ScanFile) -> None:
        number = list(self._session.scans).index(file.path) + 1
        file.alias = tr("Scan {number}").format(number=number) if self._action.isChecked() else ""

    @Slot()
    def _rename(self) -> None:
        for file in self._session.scans.values():
            self._name(file)
        self.changed.emit()
