"""Asks the engine for frames of a clip, one at a time: whoever is too fast gets the newest he wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ussr_engine.cine.news import Looked, Watched
from ussr_engine.orders import Look
from ussr_engine.trust.mixing import mask_of
from ussr_gui.records import Run, ScanFile
from ussr_gui.worker import Worker

if TYPE_CHECKING:
    from ussr_gui.session import Session


class Projector(QObject):
    """The frame of every clip that is looked at.

    Signals
    -------
    shown : ScanFile
        Another frame of it is there to be seen.
    failed : str, int, str
        The frame of a file that could not be shown, and why.
    """

    shown = Signal(object)
    failed = Signal(str, int, str)

    def __init__(self, worker: Worker, session: Session) -> None:
        super().__init__(session)
        self._worker, self._session = worker, session
        self._asked: Look | None = None
        self._wished: Look | None = None

    @property
    def is_waiting(self) -> bool:
        """True while a frame is on its way."""
        return self._asked is not None

    def look(self, file: ScanFile, index: int) -> None:
        """Wish for a frame, with all that was made of it."""
        runs = [run for run in self._session.runs if run.path == file.path]
        scales = {run.scale for run in runs if run.prepared is not None and run.prepared.reference is None}
        self._wished = Look(file.path, index, tuple(sorted(scales)), tuple(_watched(run) for run in runs if run.clip))
        self._ask()

    def forget(self) -> None:
        """The engine that was asked is gone."""
        self._asked = None
        self._ask()

    def hear(self, event: object) -> bool:
        """Take an event that is about a frame; False leaves it to others."""
        if not isinstance(event, Looked):
            return False
        self._asked = None
        file = self._session.scans.get(event.path)
        if file is not None and event.sight is not None:
            file.see(event.sight)
            self.shown.emit(file)
        elif file is not None:
            self.failed.emit(event.path, event.index, event.words)
        self._ask()
        return True

    def _ask(self) -> None:
        if self._asked is None and self._wished is not None:
            self._asked, self._wished = self._wished, None
            self._worker.order(self._asked)


def _watched(run: Run) -> Watched:
    """The clip of a run, mixed and protected as its own frame is."""
    assert run.clip is not None
    seen = run.mixed or run.clip.result
    return Watched(run.clip.folder, seen.scale, seen.trust, mask_of(seen))
