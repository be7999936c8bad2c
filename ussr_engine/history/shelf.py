"""All runs below one folder: begun, listed, restored, marked, deleted, and no more of them than there is room for."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ussr_engine.errors import BadRequest, EngineError, UnreadableFile
from ussr_engine.history.card import RunCard, State, scan_key, thumbnail
from ussr_engine.history.folder import Folder, NewerRecord, nameless, stopped, versions
from ussr_engine.history.index import Index
from ussr_engine.history.lease import Lease, is_held
from ussr_engine.orders import ROOM
from ussr_engine.runs import ORDER, Run
from ussr_engine.scan import Scan

TRASH, DAMAGED = "trash", "damaged"
NAME = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
OLD = 86_400.0
"""Seconds after which what another sitting threw away is gone for good."""


class Shelf:
    """The runs below ``root``, which is made if need be and which nobody else may look into.

    Raises
    ------
    OSError, sqlite3.Error
        From every method, where the disk fails.
    """

    def __init__(self, root: Path, limit: int = ROOM) -> None:
        self.root, self.limit = root, limit
        root.mkdir(parents=True, exist_ok=True)
        root.chmod(0o700)
        self._index, self.words = Index.opened(root)
        """What had to be repaired; empty where all was well."""
        self._thrown: dict[str, int] = {}
        self._tidy_trash()
        self.compare()

    def close(self) -> None:
        """Let the index go; what was thrown away in this sitting is gone for good."""
        self.purge()
        self._index.close()

    # -- what there is -----------------------------------------------------------------------------------------------

    def cards(self) -> list[RunCard]:
        """Every run, the oldest first."""
        return list(self._index.cards())

    def card(self, run: str) -> RunCard:
        """One run's.

        Raises
        ------
        BadRequest
            Where there is none of that name.
        """
        card = self._index.card(run)
        if card is None:
            raise BadRequest(f"There is no run {run!r} in the list.", "It may have been deleted.")
        return card

    def folder(self, run: str) -> Folder:
        """Where a listed run lies."""
        return Folder(self.root / self.card(run).run)

    def used(self) -> int:
        """Bytes of all runs, those in the trash included."""
        return self._index.used() + sum(self._thrown.values())

    def compare(self) -> None:
        """Bring the index up to what the folders say, and the folders to what is true: who holds no lease runs not."""
        known = self._index.stamps()
        newer = repaired = 0
        for name in self._names():
            stamp = Folder(self.root / name).stamp
            if stamp is not None and known.get(name) == stamp:
                continue
            try:
                repaired += self._take_in(Folder(self.root / name))
            except NewerRecord:
                newer += 1
                self._index.drop(name)
            except (UnreadableFile, KeyError):
                self._put_apart(name)
        there = set(self._names())
        for name in known.keys() - there:
            self._index.drop(name)
        for card in self._index.cards():
            if card.state is State.RUNNING and not is_held(self.root / card.run):
                folder = Folder(self.root / card.run)
                folder.sweep()
                self.write(stopped(replace(card, state=State.INTERRUPTED, size=folder.size()), folder.run))
        if repaired:
            self._say(f"The records of {repaired} runs were damaged and have been made anew.")
        if newer:
            self._say(f"{newer} runs were made by a newer program and are not listed.")

    # -- changes -----------------------------------------------------------------------------------------------------

    def begin(
        self, asked: Mapping[str, Any], card: Mapping[str, Any], given: Scan, scan: Scan, reference: Scan | None
    ) -> tuple[Folder, RunCard, Lease]:
        """A new run: ``asked`` is kept as JSON, ``card`` names the fields of its card that are known.

        Raises
        ------
        UnwritableFile
            Where there is no room or no permission.
        """
        key = scan_key(given.image)
        bare = [nameless(one, key) if one is not None else None for one in (scan, reference, given)]
        known = any(one is not None and one.image is given.image for one in (scan, reference))
        run = Run.begin(self.root, asked, _present(bare[0]), bare[1], None if known else bare[2])
        lease = Lease.taken(run.folder)
        if lease is None:
            raise BadRequest(f"Run {run.name} is held by another program.", "Start it anew.")
        made = RunCard(
            run.name, key, given.height, given.width, started=time.time(), versions=versions(),
            thumbnail=thumbnail(given.image), **card,
        )  # fmt: skip
        folder = Folder(run.folder)
        return folder, self.write(replace(made, size=folder.size())), lease

    def take_up(self, run: str) -> tuple[Folder, RunCard, Lease]:
        """Go on with a run that stopped before its end.

        Raises
        ------
        BadRequest
            Where there is none, it has its result, or it goes on elsewhere.
        """
        card = self.card(run)
        folder = Folder(self.root / run)
        if card.state is State.FINISHED:
            raise BadRequest("This run has its result; there is nothing to go on with.", "Run it again.")
        lease = Lease.taken(folder.path)
        if lease is None:
            raise BadRequest("This run goes on in another window.", "Wait for it there.")
        return folder, self.write(replace(card, state=State.RUNNING, ended=None, words="")), lease

    def write(self, card: RunCard) -> RunCard:
        """Keep a card: in the folder first, for that is what counts."""
        folder = Folder(self.root / card.run)
        folder.write_card(card)
        self._index.put(card, folder.stamp or 0)
        return card

    def mark(self, run: str, star: bool, tag: str, note: str) -> RunCard:
        """Star a run, or say something of it; words are cut where they are longer than anyone reads."""
        return self.write(replace(self.card(run), star=star, tag=tag.strip()[:80], note=note.strip()[:2000]))

    def delete(self, run: str) -> None:
        """Throw a run away; until the end of the sitting ``undelete`` brings it back.

        Raises
        ------
        BadRequest
            Where it goes on, or is not there.
        """
        card = self.card(run)
        if is_held(self.root / run):
            raise BadRequest(f"{card.label} goes on; it cannot be deleted now.", "Cancel it first.")
        (self.root / TRASH).mkdir(exist_ok=True)
        os.replace(self.root / run, self.root / TRASH / run)
        self._index.drop(run)
        self._thrown[run] = card.size

    def undelete(self, run: str) -> RunCard:
        """Bring a run back from the trash.

        Raises
        ------
        BadRequest
            Where it is not there any more.
        """
        place = self.root / TRASH / run
        if not NAME.fullmatch(run) or not place.is_dir():
            raise BadRequest("That run is gone for good.", "")
        os.replace(place, self.root / run)
        self._thrown.pop(run, None)
        folder = Folder(self.root / run)
        card = folder.card()
        self._index.put(card, folder.stamp or 0)
        return card

    def purge(self) -> None:
        """Delete for good what was thrown away in this sitting."""
        for name in list(self._thrown):
            shutil.rmtree(self.root / TRASH / name, ignore_errors=True)
            del self._thrown[name]

    def bound(self, spared: str = "") -> list[str]:
        """Make room: first the trash, then the oldest runs that are neither starred nor unfinished; their names.

        ``spared`` is the run that has just ended: it stays whatever there is.
        """
        gone: list[str] = []
        if self.used() > self.limit:
            self.purge()
        for card in self.cards() if self.used() > self.limit else ():
            if card.may_go and card.run != spared and not is_held(self.root / card.run):
                shutil.rmtree(self.root / card.run, ignore_errors=True)
                self._index.drop(card.run)
                gone.append(card.run)
                if self.used() <= self.limit:
                    break
        return gone

    # -- inside ------------------------------------------------------------------------------------------------------

    def _names(self) -> Iterator[str]:
        with os.scandir(self.root) as entries:
            yield from sorted(one.name for one in entries if NAME.fullmatch(one.name) and one.is_dir())

    def _take_in(self, folder: Folder) -> bool:
        """Take a folder into the index; True where its record had to be made anew."""
        if folder.stamp is None and not (folder.path / ORDER).exists():
            if not is_held(folder.path):  # begun, and then the program or the machine stopped
                folder.remove()
            return False
        damaged = False
        try:
            card = folder.card()
        except NewerRecord:
            raise
        except UnreadableFile:
            damaged = folder.stamp is not None
            card = folder.repaired()
            folder.write_card(card)
        size = card.size or folder.size()
        self._index.put(replace(card, size=size), folder.stamp or 0)
        return damaged

    def _put_apart(self, name: str) -> None:
        """A folder of which nothing can be told is kept, where it does not stand in the way."""
        (self.root / DAMAGED).mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            os.replace(self.root / name, self.root / DAMAGED / name)
            self._say(f"A run could not be read; its folder is kept in {DAMAGED}.")

    def _tidy_trash(self) -> None:
        trash = self.root / TRASH
        for one in list(trash.iterdir()) if trash.is_dir() else ():
            if time.time() - one.stat().st_ctime > OLD:
                shutil.rmtree(one, ignore_errors=True)

    def _say(self, words: str) -> None:
        self.words = " ".join(part for part in (self.words, words) if part)


def _present(scan: Scan | None) -> Scan:
    if scan is None:
        raise EngineError("A run needs a scan.")
    return scan
