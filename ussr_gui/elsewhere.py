"""Pictures of a scan's view that were made elsewhere: opened to be compared, not to be enlarged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ussr_gui.language import tr
from ussr_gui.opening import FILTERS
from ussr_gui.records import ScanFile

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Elsewhere(QObject):
    """Keeps them by the scan that was shown when they were asked for.

    Signals
    -------
    changed
        Other pictures belong to the scan that is shown.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self._pictures: dict[str, list[ScanFile]] = {}
        self._asked: dict[str, str] = {}
        self._dialog: QFileDialog | None = None
        self._actions["add_picture"].triggered.connect(self._ask)
        self._actions["drop_pictures"].triggered.connect(self._drop)
        self._session.scan_opened.connect(self._take)
        self._session.open_failed.connect(self._give_up)
        for signal in (self._session.scan_chosen, self._session.run_chosen, self._session.run_prepared):
            signal.connect(self.follow)
        self.follow()

    @property
    def pictures(self) -> list[ScanFile]:
        """Those of the scan that is shown."""
        return self._pictures.get(self._session.scan.path, []) if self._session.scan else []

    def remembered(self) -> dict[str, tuple[str, ...]]:
        """Their paths, by the path of the scan."""
        return {scan: tuple(file.path for file in files) for scan, files in self._pictures.items()}

    def recall(self, paths: Mapping[str, tuple[str, ...]]) -> None:
        """These take the place of all there are, as far as they are among the open files."""
        scans = self._session.scans
        self._pictures = {scan: [scans[path] for path in files if path in scans] for scan, files in paths.items()}

    @Slot(str)
    def add(self, path: str) -> None:
        """Read a picture and put it beside the outputs of the scan that is shown."""
        path = str(Path(path).absolute())
        if self._session.scan is not None:
            self._asked[path] = self._session.scan.path
            self._session.open([path], show=False)

    @Slot()
    def follow(self) -> None:
        """A picture can be added where a run shows what to compare it with."""
        self._actions["add_picture"].setEnabled(self._session.shown is not None)
        self._actions["drop_pictures"].setEnabled(bool(self.pictures))

    @Slot()
    def _ask(self) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self._window, tr("Add a picture to compare"))
            self._dialog.setModal(False)
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.setNameFilters(FILTERS)
            self._dialog.fileSelected.connect(self.add)
        self._dialog.setDirectory(self._window.settings.folder)
        self._dialog.show()
        self._dialog.activateWindow()

    @Slot(object)
    def _take(self, file: ScanFile) -> None:
        scan = self._asked.pop(file.path, None)
        if scan is not None:
            self._pictures.setdefault(scan, []).append(file)
            self.follow()
            self.changed.emit()

    @Slot(object)
    def _give_up(self, file: ScanFile) -> None:
        self._asked.pop(file.path, None)

    @Slot()
    def _drop(self) -> None:
        if self._session.scan is not None:
            self._pictures.pop(self._session.scan.path, None)
            self.follow()
            self.changed.emit()
