"""The ways into the program: the dialog, recent files, and files that are dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDropEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ussr_engine.files import READABLE
from ussr_engine.lessons.files import SUFFIX
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.scans import thumbnail
from ussr_gui.records import PHANTOM, ScanFile
from ussr_gui.settings import Settings
from ussr_gui.viewers.empty import EmptyState
from ussr_gui.words import as_tip

_KINDS = {words: " ".join(f"*{suffix}" for suffix in suffixes) for words, suffixes in READABLE}
FILTERS = [
    tr("All scans ({kinds})").format(kinds=" ".join(_KINDS.values())),
    *(f"{interpreted(words)} ({kinds})" for words, kinds in _KINDS.items()),
]
FILTERS += [tr("Lessons ({kinds})").format(kinds=f"*{SUFFIX}"), tr("All files (*)")]
"""What a dialog offers to open, all kinds together first."""

MANY = 24
"""More files than these are not opened one by one."""


class Opening(QObject):
    """Says which paths the person wants to open, and remembers those that could be.

    Signals
    -------
    paths_chosen : list of str
        Files to open.
    many_dropped : list of str
        Folders, or more files than anyone looks at one by one.
    lesson_chosen : str
        A lesson to play.
    """

    paths_chosen = Signal(list)
    lesson_chosen = Signal(str)
    many_dropped = Signal(list)

    def __init__(self, window: QWidget, settings: Settings, menu: QMenu, empty: EmptyState) -> None:
        super().__init__(window)
        self._window, self._settings, self._menu, self._empty = window, settings, menu, empty
        self._pictures: dict[str, QPixmap] = {}
        self._dialog: QFileDialog | None = None
        empty.path_chosen.connect(self._open_one)
        empty.files_dropped.connect(self.open_files)
        empty.clear_recent_requested.connect(self._forget)
        menu.triggered.connect(self._open_action)
        self.redraw()

    @Slot()
    def ask(self) -> None:
        """Show the file dialog; it stops nothing."""
        if self._dialog is None:
            self._dialog = QFileDialog(self._window, tr("Open scan"))
            self._dialog.setModal(False)
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
            self._dialog.setNameFilters(FILTERS)
            self._dialog.filesSelected.connect(self.open_files)
        self._dialog.setDirectory(self._settings.folder)
        self._dialog.show()
        self._dialog.activateWindow()

    @Slot()
    def open_phantom(self) -> None:
        self.paths_chosen.emit([PHANTOM])

    @Slot(object)
    def remember(self, file: ScanFile) -> None:
        """Put a file that could be read at the head of the recent ones."""
        if not file.has_file or file.scan is None:
            return
        self._settings.folder = str(Path(file.path).parent)
        self._settings.add_recent(file.path)
        self._pictures[file.path] = thumbnail(file.scan)
        self.redraw()

    def redraw(self) -> None:
        """List the recent files in the menu and on the first screen."""
        recent = self._settings.recent
        self._menu.clear()
        for number, path in enumerate(recent, 1):
            action = QAction(Path(path).name.replace("&", "&&"), self._menu)
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            action.setToolTip(as_tip(f"{path} (Ctrl+Alt+{number})"))
            action.setData(path)
            self._menu.addAction(action)
        self._menu.setEnabled(bool(recent))
        self._empty.set_recent(
            [
                (path, tr("in {name}").format(name=Path(path).parent.name), self._pictures.get(path))
                for path in recent[:4]
            ]
        )

    def consider(self, event: QDropEvent) -> None:
        """Take what is dragged over the window if there are files in it."""
        if local_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def take(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        self.consider(event)
        self.open_files(local_files(event.mimeData()))

    @Slot(list)
    def open_files(self, paths: list[str]) -> None:
        """Open what was named, dropped or chosen: scans, or a lesson."""
        lessons = [path for path in paths if Path(path).suffix.lower() == SUFFIX]
        paths = [path for path in paths if path not in lessons]
        if lessons and not paths:
            self.lesson_chosen.emit(lessons[0])
        elif len(paths) > MANY or any(Path(path).is_dir() for path in paths):
            self.many_dropped.emit(paths)
        elif paths:
            self.paths_chosen.emit(paths)

    @Slot(str)
    def _open_one(self, path: str) -> None:
        self.paths_chosen.emit([path])

    @Slot(QAction)
    def _open_action(self, action: QAction) -> None:
        self.paths_chosen.emit([str(action.data())])

    @Slot()
    def _forget(self) -> None:
        self._settings.clear_recent()
        self.redraw()


def local_files(data: QMimeData) -> list[str]:
    """Files on this machine among what is dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
