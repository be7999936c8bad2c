"""What the window keeps of every file it was given and of every run it started."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path, PurePath

import numpy as np

from ussr_engine.cine.news import ClipEnlarged, EnlargedClip, Sight
from ussr_engine.clip import Clip
from ussr_engine.events import (
    Checkpointed,
    Event,
    Failed,
    Finished,
    Identified,
    KernelEstimated,
    Measured,
    Prepared,
    Previewed,
    Recalled,
    StageBegan,
    Stepped,
)
from ussr_engine.moments import Moment, kept
from ussr_engine.result import History, Identification, Result, Scores
from ussr_engine.scan import Scan
from ussr_gui.language import marked, tr
from ussr_gui.wanted import Wanted

PHANTOM = "phantom:0"
"""Path of the built-in sample."""
KEPT = "kept:"
"""Begins the path of a scan that came back with a run, and of which no file is open."""


class RunState(Enum):
    """What the engine is doing for us; the buttons follow it."""

    IDLE = auto()
    PREPARING = auto()
    TRAINING = auto()
    PAUSED = auto()
    FINISHING = auto()


STATES = {
    RunState.IDLE: "",
    RunState.PREPARING: tr("Preparing"),
    RunState.TRAINING: tr("Training"),
    RunState.PAUSED: tr("Paused"),
    RunState.FINISHING: tr("Finishing"),
}
"""What the window says of them."""


class EngineState(Enum):
    """Whether there is an engine to ask."""

    STARTING = auto()
    READY = auto()
    DOWN = auto()


class Outcome(Enum):
    """Where a run stands; the value is the word the list shows."""

    RUNNING = marked("running")
    FINISHED = marked("finished")
    CANCELLED = marked("cancelled")
    FAILED = marked("stopped")


@dataclass(eq=False)
class ScanFile:
    """A file of the scans list: being read, read, or refused with the reason."""

    path: str
    scan: Scan | None = None
    words: str = ""
    remedy: str = ""
    alias: str = ""
    """Stands for the name while names are hidden."""
    clip: Clip = field(default_factory=Clip)
    frame: int = 0
    """Which frame of the clip ``scan`` is."""
    sight: Sight | None = None
    """The frame that is looked at, with all that was made of it; None for the one that was read first."""

    def see(self, sight: Sight) -> None:
        """Look at another frame."""
        self.scan, self.frame, self.sight = sight.scan, sight.index, sight

    @property
    def name(self) -> str:
        if self.alias:
            return self.alias
        if self.scan is not None:
            return tr(self.scan.name) if self.is_phantom else self.scan.name
        return tr("Phantom") if self.is_phantom else PurePath(self.path).name

    @property
    def is_phantom(self) -> bool:
        return self.path.startswith("phantom:")

    @property
    def has_file(self) -> bool:
        """False for the sample, and for a scan that came back with a run."""
        return not self.path.startswith(("phantom:", KEPT))

    @property
    def is_refused(self) -> bool:
        return bool(self.words)


@dataclass(eq=False)
class Run:
    """One run of this sitting, with everything needed to show it again."""

    title: str
    scale: int
    path: str
    """Of the scan it was started on; empty for a run resumed from an earlier sitting."""
    number: int = 0
    """Tells the runs of a sitting apart."""
    variant: str = ""
    """What tells it apart from other runs of the method: "steps 200"."""
    folder: str = ""
    """Name by which the engine can resume it; empty while it cannot."""
    outcome: Outcome = Outcome.RUNNING
    prepared: Prepared | None = None
    previewed: Previewed | None = None
    result: Result | None = None
    failed: Failed | None = None
    stage: StageBegan | None = None
    step: int = 0
    checkpoint: int | None = None
    measured: list[Measured] = field(default_factory=list)
    kernel: KernelEstimated | None = None
    identification: Identification | None = None
    frame: int = 0
    """Of the clip, that it was started on."""
    clip: EnlargedClip | None = None
    """All frames, where all were enlarged."""
    wanted: Wanted | None = None
    """What was asked, where that is known."""
    is_stale: bool = False
    """Something else is chosen for the method now: the result is that of earlier choices."""
    mixed: Result | None = None
    """The result as the trust dial and the protect mask show it; None where that is the result as it is."""
    moments: list[Moment] = field(default_factory=list)
    """What it showed while it trained, oldest first."""
    moment: Moment | None = None
    """The one that is looked at; None is the newest picture there is."""

    @classmethod
    def of(cls, title: str, file: ScanFile, wanted: Wanted, variant: str) -> Run:
        """A run that is about to be asked for."""
        frame = (*wanted.learn_from, file.frame)[0]
        return cls(title, wanted.scale, file.path, variant=variant, frame=frame, wanted=wanted)

    def keep(self, event: Event, runs: Sequence[Run]) -> None:
        """Keep what an event says; pictures that are equal to those of other ``runs`` are kept once."""
        match event:
            case Prepared():
                self.prepared, self.folder = sharing(event, self, runs), event.run
            case Recalled(step, history):
                self.step, self.measured = step, measurements(history)
                self.moments = [moment for moment in self.moments if moment.step <= step]
                self.moment = self.moment if self.moment in self.moments else None
            case StageBegan():
                self.stage = event
            case Stepped(step):
                self.step = step
            case Measured():
                self.measured.append(event)
            case Previewed():
                self.previewed = event
                self.moments = kept(self.moments, Moment.of(event))
            case Identified(identification):
                self.identification = identification
            case KernelEstimated():
                self.kernel = event
            case Checkpointed(step, folder):
                self.checkpoint, self.folder = step, folder
            case Finished(result):
                self.result, self.previewed = result, None
            case ClipEnlarged(clip):
                self.clip, self.result, self.previewed = clip, clip.result, None
            case Failed():
                self.failed = event

    @property
    def label(self) -> str:
        """Title with the scale, and what sets the run apart: "ZSSR ×2 · steps 200"."""
        return " · ".join(part for part in (f"{self.title} ×{self.scale}", self.variant) if part)

    @property
    def can_resume(self) -> bool:
        stopped = self.outcome in (Outcome.CANCELLED, Outcome.FAILED)
        return stopped and bool(self.folder) and self.checkpoint is not None

    @property
    def end(self) -> int:
        """The step of the newest picture: where training ended, or the last preview."""
        if self.result is not None and self.measured:
            return self.measured[-1].step
        return self.moments[-1].step if self.moments else 0

    @property
    def earlier(self) -> list[Moment]:
        """The moments before the newest picture."""
        return [moment for moment in self.moments if moment.step < self.end]

    def go_to(self, step: float | None) -> bool:
        """Look at the picture as it was at a step, or at the newest one (None, or the end); True if that is a change.

        The picture at a step is the last one kept until then.
        """
        before, earlier = self.moment, self.earlier
        passed = [moment for moment in earlier if step is not None and moment.step <= step]
        at_end = step is None or step >= self.end or not earlier
        self.moment = None if at_end else passed[-1] if passed else earlier[0]
        return self.moment is not before

    @property
    def scores(self) -> Scores | None:
        """The newest there are: of the result, else of the preview."""
        if self.result is not None:
            return self.result.scores
        return self.previewed.scores if self.previewed is not None else None


def measurements(history: History) -> list[Measured]:
    """Curves of a run, as they would have been heard one measurement at a time."""
    by_step: dict[int, dict[str, float]] = {}
    for name, curve in history.losses.items():
        for step, value in curve:
            by_step.setdefault(step, {})[name] = value
    rates = dict(history.rates)
    rate, told = 0.0, []
    for step in sorted(by_step.keys() | rates.keys()):
        rate = rates.get(step, rate)
        if step in by_step:
            told.append(Measured(step, by_step[step], rate, history.best_step, 0))
    return told


def sharing(prepared: Prepared, run: Run, runs: Sequence[Run]) -> Prepared:
    """The same, with the pictures of the last run on that file where they are equal: many runs keep them once."""
    before = next((other.prepared for other in reversed(runs) if other is not run and other.path == run.path), None)
    if before is None:
        return prepared
    known = [scan for scan in (before.scan, before.bicubic, before.reference) if scan is not None]

    def shared(scan: Scan) -> Scan:
        return next((k for k in known if k.name == scan.name and np.array_equal(k.image, scan.image)), scan)

    truth = None if prepared.reference is None else shared(prepared.reference)
    return replace(prepared, scan=shared(prepared.scan), bicubic=shared(prepared.bicubic), reference=truth)


def is_same_file(one: Path, other: Path) -> bool:
    """True where both paths lead to one file, also by links and other spellings."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
