"""Works something out in a thread of its own: one work at a time, and of those that wait only the newest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Work = Callable[[], object]


class Newest(QObject):
    """Answers in the window's thread.

    Signals
    -------
    answered : object
        In the order of the works; those that were overtaken before their turn have none.
    """

    answered = Signal(object)
    _worked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._busy = False
        self._waiting: Work | None = None
        self._worked.connect(self._take)

    def ask(self, work: Work) -> None:
        """Work this out next, instead of what waits."""
        self._waiting = work
        if not self._busy:
            self._begin()

    def add(self, work: Callable[[], None]) -> None:
        """Do this in its turn, whatever else is asked; it tells of itself."""
        self._pool.start(work)

    @property
    def is_busy(self) -> bool:
        return self._busy

    def close(self) -> None:
        """Wait for the thread, at most for the work it is at."""
        self._waiting = None
        self._pool.waitForDone()

    def _begin(self) -> None:
        work, self._waiting = self._waiting, None
        if work is None:
            return
        self._busy = True
        wanted = work

        def worked() -> None:
            told: object
            try:
                told = wanted()
            except Exception as error:  # raised again in the window's thread, where it is told
                told = error
            self._worked.emit(told)

        self._pool.start(worked)

    @Slot(object)
    def _take(self, told: object) -> None:
        self._busy = False
        try:
            if isinstance(told, Exception):
                raise told
            self.answered.emit(told)
        finally:
            if not self._busy:
                self._begin()
