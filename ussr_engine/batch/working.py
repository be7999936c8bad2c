"""One item, start to end: the same here, in a process beside, and on a machine of a cluster."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ussr_engine import __version__
from ussr_engine.batch import treating
from ussr_engine.errors import BadRequest, EngineError, UnwritableFile, defect
from ussr_engine.events import Command, Event, Finished, Prepared
from ussr_engine.files import open_clip
from ussr_engine.result import Result, Trust
from ussr_engine.scan import Image, Scan

Steps = Generator[Event, Command | None, "Outcome"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of an item: ``problem`` is empty where it has a result.

    ``made`` is the result where it could not be written by the one who made it; ``facts`` are its figures.
    """

    problem: str = ""
    words: str = ""
    seconds: float = 0.0
    facts: dict[str, Any] = field(default_factory=dict)
    made: Result | None = None
    bits: int = 8


@dataclass(frozen=True, eq=False)
class Piece:
    """An item as a crew takes it.

    Attributes
    ----------
    record : str
        The treatment, as `treating.settled` gave it.
    part : str
        Where the result is written, to be put into its place afterwards; empty on another machine, from which the
        result comes back instead.
    kept : str
        Folder for the state of a training, so that it goes on where it was stopped; empty keeps nothing.
    threads : int or None
        Processor threads; None for all.
    scan, frames : Scan or None, int
        The scan, where it travels with the piece, and how many frames its file has; None where the file is read when
        its turn comes.
    weights : str or None
        Folder of perceptual weights, where the person has chosen one.
    """

    number: int
    source: str
    record: str
    part: str = ""
    kept: str = ""
    threads: int | None = 1
    scan: Scan | None = None
    frames: int = 1
    weights: str | None = None
    version: str = __version__

    @property
    def key(self) -> str:
        """The item's number."""
        return str(self.number)

    def run(self) -> Outcome:
        """Carry the item out."""
        steps = self.steps()
        while True:
            try:
                next(steps)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome

    def lost(self, words: str) -> Outcome:
        """Its worker is gone."""
        return Outcome(words)

    def steps(self) -> Steps:
        """Carry the item out and tell of its training; whatever goes wrong is the outcome's ``problem``."""
        began = time.perf_counter()
        try:
            return (yield from self._steps(began))
        except EngineError as error:
            problem = str(error)
        except MemoryError:
            problem = "There is not enough memory. Close other programs or crop the scan."
        except Exception as error:  # a defect in one method must not end a night's work
            problem = f"The engine met an error: {defect(error)}."
        return Outcome(problem, seconds=time.perf_counter() - began)

    def _steps(self, began: float) -> Steps:
        from ussr_engine.batch.reels import holds_frames, reel
        from ussr_engine.device import choose
        from ussr_engine.export import export
        from ussr_engine.plan import Plan
        from ussr_engine.runs import going_on
        from ussr_engine.train import Surroundings, train
        from ussr_engine.trust.mixing import Mixing
        from ussr_engine.trust.protection import found, says_of, union

        if self.version != __version__:
            raise BadRequest(f"This worker runs version {__version__}, the batch {self.version}.", "Install the same.")
        told = treating.read(self.record)
        plan = Plan.from_dict(told["plan"])
        scan, frames = (self.scan, self.frames) if self.scan is not None else still(self.source)
        device = choose(str(told["device"]), self.threads)
        regions = found(scan) if told["protect"] == treating.PROTECTIONS[0] else ()
        mask = union(regions, (scan.height, scan.width)) if regions else None
        bits = int(told["bits"]) or scan.bits
        if frames > 1 and holds_frames(self.part):
            made_room(Path(self.part).parent)
            around = Surroundings(device, weights=self.weights)
            shield = (mask, says_of(regions))
            clip, first = yield from reel(self.source, scan, plan, told, self.part, self.kept, around, *shield)
            self._forget()
            words = " ".join([f"{clip.frames} frames.", *first.notes])
            return Outcome("", words, time.perf_counter() - began, _facts(scan, first), None, bits)
        run = None
        if self.kept and plan.schedule is not None:
            run = going_on(Path(self.kept), {"plan": plan.to_dict(), "device": told["device"]}, scan)
        bicubic: Image | None = None
        result: Result | None = None
        job = train(scan, plan, Surroundings(device, run=run, weights=self.weights))
        try:
            for event in job:
                if isinstance(event, Prepared):
                    bicubic = event.bicubic.image
                elif isinstance(event, Finished):
                    result = event.result
                else:
                    yield event
        finally:
            job.close()
        assert bicubic is not None
        assert result is not None
        result = Mixing(result, bicubic, mask, says_of(regions)).at(Trust.parsed(told["trust"]))
        if self.part:
            made_room(Path(self.part).parent)
            export(self.part, result.sr, result, bits, self.source)
        self._forget()
        of_clip = [f"The file has {frames} frames; the first was enlarged."] if frames > 1 else []
        words = " ".join([*of_clip, *result.notes])
        seconds = time.perf_counter() - began
        return Outcome("", words, seconds, _facts(scan, result), None if self.part else result, bits)

    def _forget(self) -> None:
        """What was kept to go on with is not needed any more."""
        if self.kept:
            shutil.rmtree(self.kept, ignore_errors=True)


def still(path: str) -> tuple[Scan, int]:
    """The first picture of a file, and how many frames the file has."""
    with open_clip(path) as reader:
        return reader.scan(0), reader.clip.frames


def made_room(folder: Path) -> None:
    """Make a folder for results.

    Raises
    ------
    UnwritableFile
        Where that cannot be.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = f"The folder {folder} cannot be made ({error.strerror or error})."
        raise UnwritableFile(words, "Choose another folder.") from error


def _facts(scan: Scan, result: Result) -> dict[str, Any]:
    figures = {
        "width": scan.width,
        "height": scan.height,
        "spacing_mm": [scan.spacing.axial, scan.spacing.lateral] if scan.spacing else None,
        "method_seconds": result.seconds,
        "cpu_seconds": result.cpu_seconds,
        "device": result.device,
        "consistency": result.consistency,
        "mixture": result.mixture,
        "version": result.version,
    }
    return dict(json.loads(json.dumps(figures)))
