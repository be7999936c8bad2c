"""Results of other choices than those that stand beside them: marked, so that nobody takes one for the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ussr_gui.records import Run
from ussr_gui.wanted import Wanted

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


class Staleness(QObject):
    """Follows the method panel.

    Signals
    -------
    changed
        Other runs are marked than before.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.method.changed.connect(self.follow)
        for signal in (self._session.run_began, self._session.run_chosen, self._session.scan_chosen):
            signal.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Mark the runs of the chosen method that were made with other choices."""
        method = self._window.method
        if method.card is None or method.problem:
            return
        wanted = method.wanted
        before = [run.is_stale for run in self._session.runs]
        for run in self._session.runs:
            run.is_stale = is_stale(run, wanted)
        if before != [run.is_stale for run in self._session.runs]:
            self.changed.emit()


def is_stale(run: Run, wanted: Wanted) -> bool:
    """True where a run is of the wanted method but was made otherwise; the device does not make another result."""
    made = run.wanted
    if made is None or made.method != wanted.method:
        return False
    mine = (made.scale, made.knobs, made.seed, made.challenge)
    return mine != (wanted.scale, wanted.knobs, wanted.seed, wanted.challenge)
