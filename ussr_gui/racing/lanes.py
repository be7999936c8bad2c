"""Where runners run: on the session's own engine, and on one more for every further device."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ussr_gui.beside import Beside
from ussr_gui.records import EngineState, Run, RunState, ScanFile
from ussr_gui.session import Session
from ussr_gui.wanted import Wanted


class Lane(Protocol):
    """One engine process, which takes one run at a time."""

    @property
    def run(self) -> Run | None: ...
    @property
    def state(self) -> RunState: ...
    @property
    def is_free(self) -> bool: ...
    def takes(self, wanted: Wanted) -> bool: ...
    def begin(self, file: ScanFile, wanted: Wanted, title: str, show: bool) -> Run | None: ...
    def finish(self) -> None: ...
    def cancel(self) -> None: ...


class OwnLane:
    """The session's engine; it has a device of its own only where there are further ones."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.device, self.others = "", frozenset[str]()
        self.finish, self.cancel = session.finish, session.cancel

    @property
    def run(self) -> Run | None:
        return self._session.run

    @property
    def state(self) -> RunState:
        return self._session.state

    @property
    def is_free(self) -> bool:
        return not self._session.is_busy and self._session.engine is EngineState.READY

    def takes(self, wanted: Wanted) -> bool:
        """Whatever no other device is meant for."""
        return wanted.device == self.device or wanted.device not in self.others or bool(wanted.learn_from)

    def begin(self, file: ScanFile, wanted: Wanted, title: str, show: bool) -> Run | None:
        here = replace(wanted, device=self.device) if self.device and wanted.device == "auto" else wanted
        return self._session.begin(file, here, wanted.variant, show)


class Lanes(QObject):
    """All lanes of a race.

    ``devices`` are those to race on; None for every graphics card that the engine knows of.

    Signals
    -------
    changed
        A lane has become free, or its run has come to a further stage.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.devices: Sequence[str] | None = None
        self._session, self._own = session, OwnLane(session)
        self._further: list[Beside] = []
        self._leaving: list[Beside] = []

    @property
    def all_(self) -> list[Lane]:
        return [self._own, *self._further]

    @property
    def are_busy(self) -> bool:
        """Whether a run goes on beside the session's."""
        return any(lane.run is not None for lane in self._further)

    def open(self) -> None:
        """Start an engine for every further device; with one device, or none that is named, there is nothing to do."""
        there = self._session.catalogue.devices if self._session.catalogue is not None else ()
        cards = [device for device, _ in there if device.startswith("cuda")]
        first, *further = self.devices or cards or [""]
        if self._further or not further:
            return
        self._own.device, self._own.others = first, frozenset(further)
        for device in further:
            lane = Beside(self._session, device)
            lane.changed.connect(self.changed)
            self._further.append(lane)

    def of(self, run: Run | None) -> Lane | None:
        """The lane on which a run goes on."""
        return next((lane for lane in self.all_ if run is not None and lane.run is run), None)

    def dismiss(self) -> None:
        """The race is over: end further engines, once their runs have ended."""
        if not self.are_busy:
            for lane in self._further:
                self._leaving.append(lane)
                lane.left.connect(self._forget)
                lane.leave()
            self._further, self._own.device, self._own.others = [], "", frozenset()

    def close(self) -> None:
        """End them now, whatever they do."""
        for lane in (*self._further, *self._leaving):
            lane.close()

    @Slot()
    def _forget(self) -> None:
        gone = self.sender()
        assert isinstance(gone, Beside)
        self._leaving.remove(gone)
        gone.deleteLater()
