"""Keeps every run of a scan mixed as its trust and the scan's shield want it; works in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ussr_engine.result import Result, Trust
from ussr_engine.trust.mixing import Mixing
from ussr_gui.measuring.frame import Frame
from ussr_gui.newest import Newest
from ussr_gui.records import Run
from ussr_gui.trusting.shield import Shield, Shields

SETTLED_MS = 200
"""After the last turn of the dial, scores follow and what else takes long."""


@dataclass(frozen=True)
class Wanted:
    """How a run is to be shown; ``searched`` when what can be found on its scan is known."""

    trust: Trust
    shield: Shield
    searched: bool
    scored: bool = False

    @property
    def masks(self) -> tuple[object, ...]:
        """What the mask hangs on."""
        return self.shield, self.searched


@dataclass(frozen=True, eq=False)
class Mixed:
    """What came of it."""

    run: Run
    wanted: Wanted
    result: Result


class Blending(QObject):
    """The trust of every run, and the pictures that come of it: ``Run.mixed``.

    Signals
    -------
    changed : Run, bool
        ``run.mixed`` is another picture; and whether the dial stands still, so that what is costly may follow.
    """

    changed = Signal(object, bool)

    def __init__(self, shields: Shields, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shields = shields
        self._newest = Newest(self)
        self._trusts: dict[Run, Trust] = {}
        self._made: dict[Run, Wanted] = {}
        self._mixing: tuple[Run, tuple[object, ...], Mixing] | None = None
        self._runs: Sequence[Run] = ()
        self._frame: Frame | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._score)
        self._newest.answered.connect(self._take)

    def close(self) -> None:
        """Wait for the thread."""
        self._settle.stop()
        self._newest.close()

    @property
    def is_busy(self) -> bool:
        """True until every picture and its scores are as they are wanted."""
        return self._newest.is_busy or self._settle.isActive()

    def trust_of(self, run: Run) -> Trust:
        return self._trusts.get(run, Trust())

    def trust(self, run: Run, trust: Trust) -> None:
        """Show a run at this trust from the next `follow` on."""
        self._trusts[run] = trust

    def follow(self, frame: Frame | None, runs: Sequence[Run]) -> None:
        """Mix these runs of the scan in the panes, the first of them first, those without a result left out."""
        self._frame, self._runs = frame, runs
        for run in runs:
            wanted = self._wanted(run)
            if wanted is not None and replace(self._made.get(run, NEVER), scored=False) != wanted:
                self._ask(run, wanted)
                return

    def _wanted(self, run: Run) -> Wanted | None:
        frame = self._frame
        if frame is None or run.result is None or run.prepared is None or frame.key not in (run.path, run.folder):
            return None
        shield = self._shields.shield_of(frame.key)
        return Wanted(self.trust_of(run), shield, self._shields.is_searched(frame.key, frame.scan))

    def _ask(self, run: Run, wanted: Wanted) -> None:
        result, prepared, frame = run.result, run.prepared, self._frame
        assert result is not None
        assert prepared is not None
        assert frame is not None
        kept = self._mixing
        if kept is not None and kept[0] is run and kept[1] == wanted.masks:
            mixing = kept[2]
        else:
            mask, says = self._shields.mask(frame.key, (frame.scan.height, frame.scan.width))
            mixing = Mixing(result, prepared.bicubic.image, mask, says)
            self._mixing = run, wanted.masks, mixing
        truth = prepared.reference.image if wanted.scored and prepared.reference is not None else None
        self._newest.ask(lambda: Mixed(run, wanted, mixing.at(wanted.trust, truth)))

    @Slot(object)
    def _take(self, told: Mixed) -> None:
        run, before = told.run, told.run.mixed
        run.mixed = told.result if told.result is not run.result else None
        self._made[run] = told.wanted
        if run.mixed is not before:
            self.changed.emit(run, told.wanted.scored or run.mixed is None)
        if run.mixed is not None and not told.wanted.scored:
            self._settle.start()
        self.follow(self._frame, self._runs)

    @Slot()
    def _score(self) -> None:
        """The dial stands still."""
        for run in self._runs:
            made = self._made.get(run)
            if run.mixed is not None and made is not None and not made.scored and not self._newest.is_busy:
                if replace(made, scored=False) == self._wanted(run):
                    self._ask(run, replace(made, scored=True))
                return


NEVER = Wanted(Trust.whole(0), Shield(), False, True)
