"""A run as it is being written: it hears every event and keeps what must outlive the program."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from dataclasses import replace

from ussr_engine.events import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Identified,
    KernelEstimated,
    Noted,
    Prepared,
    Previewed,
    Recalled,
    StageBegan,
    Stepped,
)
from ussr_engine.history.card import RunCard, State, scan_name
from ussr_engine.history.folder import Ending, Folder, ended, stopped
from ussr_engine.history.lease import Lease
from ussr_engine.history.shelf import Shelf
from ussr_engine.knobs import Value
from ussr_engine.moments import Moment, thinned
from ussr_engine.result import Identification, Result
from ussr_engine.runs import Run


class Entry:
    """What a run's events leave on the disk.

    Parameters
    ----------
    shelf : Shelf
        Where it stands.
    folder, card, lease
        As ``Shelf.begin`` or ``Shelf.take_up`` gave them.
    private : mapping
        Words that must not be written, and what is written in their place: the name of the scan's file, paths.
    """

    def __init__(
        self, shelf: Shelf, folder: Folder, card: RunCard, lease: Lease, private: Mapping[str, str] | None = None
    ) -> None:
        self._shelf, self._folder, self.card, self._lease = shelf, folder, card, lease
        self._private = dict(private or {})
        self._kernel: KernelEstimated | None = None
        self._identification: Identification | None = None
        self._stage: StageBegan | None = None
        self._steps = folder.moment_steps()
        self._failed = False

    @property
    def run(self) -> Run:
        """The folder as training needs it."""
        return self._folder.run

    def heard(self, event: Event) -> list[Event]:
        """Keep what an event says; what there is to tell, which is the event itself unless the disk has failed.

        A result is on the disk before anyone hears of it; only then the checkpoint is dropped.
        """
        told = [replace(event, run=self.card.run) if isinstance(event, Prepared) else event]
        if self._failed:
            return told
        try:
            self._keep(event)
        except (OSError, sqlite3.Error) as error:
            self._failed = True
            why = getattr(error, "strerror", None) or error
            words = f"This run cannot be kept ({why}): it goes on, but it will not be in the list."
            return [Noted(words), *told]
        return told

    def close(self) -> list[str]:
        """Let the run go; names of those that had to make room."""
        self._lease.let_go()
        try:
            return self._shelf.bound(self.card.run)
        except (OSError, sqlite3.Error):
            return []

    def _keep(self, event: Event) -> None:
        match event:
            case Prepared(_, _, _, _, scores, device):
                self._write(replace(self.card, bicubic=scores, device=device))
            case Recalled(step):
                for late in [one for one in self._steps if one > step]:
                    self._drop(late)
            case StageBegan():
                self._stage = event
            case Stepped(step):
                self.card = replace(self.card, step=step)
            case Identified(identification):
                self._identification = identification
            case KernelEstimated():
                self._kernel = event
            case Previewed():
                self._keep_moment(Moment.of(event))
            case Finished(result):
                self._finish(result)
            case Cancelled():
                self._stop(State.CANCELLED, "")
            case Failed():
                self._stop(State.FAILED, self._bare(event))

    def _keep_moment(self, moment: Moment) -> None:
        steps = thinned(self._steps, moment.step, moment.levels.nbytes)
        self._folder.keep_moment(moment)
        for late in set(self._steps) - set(steps):
            self._drop(late)
        self._steps = steps

    def _drop(self, step: int) -> None:
        self._folder.drop_moment(step)
        self._steps = [one for one in self._steps if one != step]

    def _finish(self, result: Result) -> None:
        bare = replace(result.sr, name=f"{scan_name(self.card.scan)} ×{result.scale:g}")
        result = replace(result, sr=bare)
        self._folder.write_ending(Ending(result, self._kernel, self._identification, self._stage))
        self._write(ended(self.card, result, time.time()))
        self.run.drop_state()
        self._write(replace(self.card, size=self._folder.size()))

    def _stop(self, state: State, words: str) -> None:
        card = stopped(replace(self.card, state=state, words=words, ended=time.time()), self.run)
        self._write(replace(card, size=self._folder.size()))

    def _write(self, card: RunCard) -> None:
        self.card = self._shelf.write(card)

    def _bare(self, failed: Failed) -> str:
        """Why it failed, without names: of a defect only its kind is told, for its words may hold anything."""
        if failed.words.startswith("The engine met an error"):
            return f"The engine met an error ({failed.kind})."
        words = f"{failed.words} {failed.remedy}".strip()
        for private, public in sorted(self._private.items(), key=lambda one: -len(one[0])):
            words = words.replace(private, public)
        return words[:1000]


def private_words(name: str, key: str, knobs: Mapping[str, Value]) -> dict[str, str]:
    """Words that a failure may say and a card must not keep: the scan's name, and paths among the knobs."""
    found = {name: scan_name(key)} if name else {}
    for value in knobs.values():
        if isinstance(value, str) and any(mark in value for mark in "/\\"):
            parts = value.replace("\\", "/").rstrip("/").rpartition("/")
            found |= {value: "a file", **{part: "…" for part in (parts[0], parts[2]) if part}}
    return found
