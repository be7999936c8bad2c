"""One run's folder beyond what training needs: its card, its moments, and what came of it."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import Any

from ussr_engine import __version__
from ussr_engine.archive import from_text, read_archive, to_text, write_archive
from ussr_engine.errors import EngineError, UnreadableFile
from ussr_engine.events import KernelEstimated, StageBegan
from ussr_engine.files.atomic import replaced
from ussr_engine.history.card import RunCard, State, scan_key, scan_name, thumbnail
from ussr_engine.history.index import CLASSES, set_aside
from ussr_engine.moments import Moment
from ussr_engine.result import Evidence, Identification, Protected, Result, Scores, Trust, TrustMap
from ussr_engine.result import History as Curves
from ussr_engine.runs import Run
from ussr_engine.scan import Region, Scan, Spacing

RECORD, ENDING, MOMENTS = "record.json", "ending.ussr", "moments"
VERSION = 1
LONGEST = 2**20
"""Bytes of a record."""


@dataclass(frozen=True)
class Record:
    """What the file of a card holds."""

    version: int
    card: RunCard


@dataclass(frozen=True, eq=False)
class Ending:
    """What came of a run that has its result."""

    result: Result
    kernel: KernelEstimated | None
    identification: Identification | None
    stage: StageBegan | None


KNOWN = (
    *(Ending, Result, Scan, Spacing, Region, Curves, Scores, Identification, Evidence, TrustMap, Trust, Protected),
    *(KernelEstimated, StageBegan),
)


class NewerRecord(UnreadableFile):
    """A newer program wrote it: it is left as it is."""


class Folder:
    """Reads and writes; every file is whole or not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.run = Run(path)

    @property
    def stamp(self) -> int | None:
        """When the card was written, in ns; None where there is none."""
        try:
            return (self.path / RECORD).stat().st_mtime_ns
        except OSError:
            return None

    def write_card(self, card: RunCard) -> None:
        """Write the card, but for its thumbnail, which follows from the scan."""
        with replaced(self.path / RECORD) as temporary:
            temporary.write_text(to_text(Record(VERSION, replace(card, thumbnail=None))), encoding="utf-8")

    def card(self) -> RunCard:
        """The card.

        Raises
        ------
        UnreadableFile
            For a damaged one; NewerRecord for one of a newer program.
        """
        path = self.path / RECORD
        try:
            if path.stat().st_size > LONGEST:
                raise UnreadableFile(f"The record of run {self.path.name} is too large.")
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise UnreadableFile(f"The record of run {self.path.name} cannot be read ({error}).") from error
        if _version(text) > VERSION:
            raise NewerRecord(f"Run {self.path.name} was made by a newer program.")
        record = from_text(text, (*CLASSES, Record))
        if not isinstance(record, Record) or record.card.run != self.path.name:
            raise UnreadableFile(f"The record of run {self.path.name} is damaged.")
        return replace(record.card, thumbnail=self.thumbnail())

    def thumbnail(self) -> Any:  # noqa: ANN401 - an array, or None
        """Of the scan; None where that is damaged."""
        try:
            pictures = self.run.pictures()
        except UnreadableFile:
            return None
        found = pictures.get("given") or pictures.get("reference") or pictures.get("scan")
        return thumbnail(found.image) if found else None

    def keep_moment(self, moment: Moment) -> None:
        """Write a picture of training."""
        (self.path / MOMENTS).mkdir(exist_ok=True)
        write_archive(self.path / MOMENTS / f"{moment.step:09d}.ussr", moment)

    def moment_steps(self) -> list[int]:
        """Steps of the pictures that are there."""
        stems = (path.stem for path in (self.path / MOMENTS).glob("*.ussr"))
        return sorted(int(stem) for stem in stems if stem.isdigit())

    def drop_moment(self, step: int) -> None:
        """Forget one of them."""
        (self.path / MOMENTS / f"{step:09d}.ussr").unlink(missing_ok=True)

    def moments(self) -> tuple[Moment, ...]:
        """All that can be read, the earliest first."""
        found = []
        for step in self.moment_steps():
            try:
                found.append(read_archive(self.path / MOMENTS / f"{step:09d}.ussr", (Moment, Scores)))
            except UnreadableFile:
                continue
        return tuple(one for one in found if isinstance(one, Moment))

    def write_ending(self, ending: Ending) -> None:
        """Write the result and what belongs to it."""
        write_archive(self.path / ENDING, ending, packed=False)

    def ending(self) -> Ending | None:
        """What came of the run; None where nothing did.

        Raises
        ------
        UnreadableFile
            For a damaged one.
        """
        path = self.path / ENDING
        if not path.exists():
            return None
        found = read_archive(path, KNOWN)
        if not isinstance(found, Ending):
            raise UnreadableFile(f"The result of run {self.path.name} is damaged.", "Run it again.")
        return found

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file())

    def sweep(self) -> None:
        """Remove what was being written when the program stopped."""
        for path in self.path.rglob(".*"):
            path.unlink(missing_ok=True)

    def repaired(self) -> RunCard:
        """A card made anew from what else is there; the damaged one is kept beside it.

        Raises
        ------
        UnreadableFile
            Where neither the order nor the scan can be read.
        """
        asked, pictures = self.run.order(), self.run.pictures()
        given = pictures.get("given") or pictures.get("reference") or pictures["scan"]
        try:
            plan = dict(asked["plan"])
            card = RunCard(
                self.path.name, scan_key(given.image), given.height, given.width, str(plan["method"]),
                str(asked.get("title", plan["method"])), int(plan["scale"]), int(plan["seed"]), _began(self.path),
                State.INTERRUPTED, variant=str(asked.get("variant", "")), thumbnail=thumbnail(given.image),
            )  # fmt: skip
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableFile(f"What run {self.path.name} was asked is damaged ({error}).") from error
        try:
            ending = self.ending()
        except EngineError:
            ending = None
        if ending is not None:
            card = ended(card, ending.result, (self.path / ENDING).stat().st_mtime)
        if self.stamp is not None:
            set_aside(self.path / RECORD)
        return stopped(card, self.run)

    def remove(self) -> None:
        """Delete all of it."""
        shutil.rmtree(self.path, ignore_errors=True)


def stopped(card: RunCard, run: Run) -> RunCard:
    """A card that says from which step its run can go on."""
    if card.state is State.FINISHED:
        return card
    facts = run.facts()
    step = facts.get("step") if facts else None
    checkpoint = step if isinstance(step, int) else None
    return replace(card, checkpoint=checkpoint, step=max(card.step, checkpoint or 0))


def ended(card: RunCard, result: Result, when: float) -> RunCard:
    """The card of a run that has its result."""
    return replace(
        card, state=State.FINISHED, ended=when, seconds=result.seconds, scores=result.scores, device=result.device,
        consistency=result.consistency, checkpoint=None, words="", title=result.title,
    )  # fmt: skip


def nameless(scan: Scan, key: str) -> Scan:
    """The same scan by the name that its key gives: that of its file may be a patient's."""
    return replace(scan, name=scan_name(key))


def versions() -> str:
    """Of the program and what results depend on."""
    found = []
    for package in ("torch", "numpy", "scipy"):
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join([f"USSR {__version__}", *found, f"Python {python_version()}"])


def _version(text: str) -> int:
    try:
        number = json.loads(text)["fields"]["version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    return number if isinstance(number, int) else 0


def _began(path: Path) -> float:
    """When a folder's name says that it was made."""
    try:
        return time.mktime(time.strptime(path.name[:15], "%Y%m%d-%H%M%S"))
    except ValueError:
        return path.stat().st_mtime
