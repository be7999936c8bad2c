"""What the window may ask of the engine process: plain records that pickle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ussr_engine.batch.items import Treatment
from ussr_engine.cine.news import EnlargedClip, Watched
from ussr_engine.knobs import Value
from ussr_engine.passport import NAMELESS, Privacy
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan

ROOM = 5 * 10**9
"""Bytes that kept runs may take, unless the person chooses otherwise."""


@dataclass(frozen=True, slots=True)
class Order:
    """A wish of the window."""


@dataclass(frozen=True, slots=True)
class Open(Order):
    """Read a frame of a file; answered by Opened or OpenFailed, also while a run goes on.

    ``phantom:SEED`` is the neck, ``phantom:cysts`` (wires, vessel) a sample.
    """

    path: str
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Save(Order):
    """Write a scan; the suffix chooses the format; answered by Saved or SaveFailed."""

    path: str
    scan: Scan
    result: Result | None
    """The run it came from, for the provenance; None for a picture that no method made."""
    bits: int
    source: str = ""
    """Path of the file it was made of, from which a DICOM file is derived; empty where there is none."""
    frame: int = 0
    """Which frame of it."""
    privacy: Privacy = NAMELESS


@dataclass(frozen=True, slots=True)
class SaveClip(Order):
    """Write all frames of an enlarged clip; the suffix chooses the format, none gives a folder of pictures.

    Answered by StageBegan and Stepped in frames, then ClipSaved, or Cancelled or Failed.
    """

    path: str
    clip: EnlargedClip
    result: Result
    """``clip.result`` as it is to be trusted: all frames are mixed with interpolation like it."""
    source: str
    """Path of the file that was enlarged."""
    bits: int
    privacy: Privacy = NAMELESS


@dataclass(frozen=True, slots=True)
class FindPatient(Order):
    """Say what a file tells of a patient; answered by PatientFound."""

    path: str


@dataclass(frozen=True, slots=True)
class SaveKernel(Order):
    """Write a blur kernel as .json, to be given again as ``degradation.kernel_file``; answered as ``Save`` is."""

    path: str
    kernel: Image


@dataclass(frozen=True, slots=True)
class Challenge:
    """Shrink the scan first and keep it as the truth: degradation 1, 2 or 3 of the study, noise "grey" or "rgb"."""

    degradation: int
    noise: str = "grey"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Train(Order):
    """Run a method on a scan; answered by a stream that ends with Finished, Cancelled or Failed.

    ``knobs`` maps "recipe.steps" (or the bare name where it is unique) to a value.
    """

    scan: Scan
    method: str
    scale: int
    knobs: Mapping[str, Value] = field(default_factory=dict)
    seed: int = 0
    device: str = "auto"
    challenge: Challenge | None = None


@dataclass(frozen=True, slots=True)
class EnlargeClip(Order):
    """Learn from some frames of a file, counted from 0, and enlarge all of them; the rest is as for ``Train``.

    Answered by the stream of a run, which ends with ClipEnlarged, Cancelled or Failed.
    """

    path: str
    learn_from: tuple[int, ...]
    method: str
    scale: int
    knobs: Mapping[str, Value] = field(default_factory=dict)
    seed: int = 0
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class Look(Order):
    """Show frame ``index`` of a file: as it is, interpolated by ``scales``, and as it is in enlarged clips.

    Answered by Looked.
    """

    path: str
    index: int
    scales: tuple[int, ...]
    clips: tuple[Watched, ...]


@dataclass(frozen=True, slots=True)
class ResumeRun(Order):
    """Go on with a run that was killed or cancelled, from its last checkpoint."""

    run: str


@dataclass(frozen=True, slots=True)
class ListRuns(Order):
    """Tell all runs that are kept; answered by RunsListed.  These six are answered also while a run goes on."""


@dataclass(frozen=True, slots=True)
class RestoreRun(Order):
    """Give a kept run back with its pictures; answered by RunRestored, or RunRefused."""

    run: str


@dataclass(frozen=True, slots=True)
class MarkRun(Order):
    """Star a kept run or take its star, and say something of it; answered by RunsChanged, or RunRefused."""

    run: str
    star: bool
    tag: str
    note: str


@dataclass(frozen=True, slots=True)
class DeleteRuns(Order):
    """Throw kept runs away; answered by RunsChanged, and RunRefused for those that cannot go."""

    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndeleteRuns(Order):
    """Bring deleted runs back, which is possible until the engine ends; answered as DeleteRuns is."""

    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PurgeRuns(Order):
    """Delete for good what was deleted; answered by RunsChanged."""


@dataclass(frozen=True, slots=True)
class Benchmark(Order):
    """Compare methods on folders of scans, one cell at a time; what an earlier sitting left in ``out`` is kept.

    Answered by the events of ``benchmark.news``, the last of them Reported, or Cancelled or Failed.  ``noise`` is
    "grey", "rgb", or "" for the protocol's own.
    """

    folders: tuple[str, ...]
    out: str
    methods: tuple[str, ...]
    degradations: tuple[int, ...]
    scales: tuple[int, ...]
    noise: str
    protocol: str
    seed: int
    device: str


@dataclass(frozen=True, slots=True)
class FetchWeights(Order):
    """Fetch published weights by their name; answered by StageBegan and Stepped in bytes, then Fetched or Failed.

    Sent by a click on the very button that names the size, and by nothing else.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ShowQueue(Order):
    """Tell every item of the queue; answered by QueueChanged, some items at a time."""


@dataclass(frozen=True, slots=True)
class Enqueue(Order):
    """Add files, and what is in folders, with every one of these treatments; results go below ``folder``.

    Answered by QueueChanged and QueueSearched as files are found, or QueueRefused; at any time, also during a run.
    """

    paths: tuple[str, ...]
    treatments: tuple[Treatment, ...]
    folder: str
    template: str


@dataclass(frozen=True, slots=True)
class ChangeQueue(Order):
    """Do something with items: "skip", "retry", "remove", or "move" them before another (None: to the end).

    Answered by QueueChanged, at any time.
    """

    change: str
    numbers: tuple[int, ...]
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ReportQueue(Order):
    """Write the queue as a table (.csv); answered by Saved or SaveFailed."""

    path: str


@dataclass(frozen=True, slots=True)
class RunQueue(Order):
    """Work the queue off; answered by QueueChanged and QueuePaced, the last of all QueueEnded, Cancelled or Failed.

    Cancel pauses the item that runs: its training goes on from there the next time.
    """


@dataclass(frozen=True, slots=True)
class Pause(Order):
    """Stand still."""


@dataclass(frozen=True, slots=True)
class Resume(Order):
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class Finish(Order):
    """Stop training and enlarge with the best there is."""


@dataclass(frozen=True, slots=True)
class Cancel(Order):
    """Give the run up; its checkpoint stays."""


@dataclass(frozen=True, slots=True)
class Preview(Order):
    """Show the picture now."""


@dataclass(frozen=True, slots=True)
class Configure(Order):
    """Settings the engine must know.

    Where the perceptual weights lie, seconds between previews (0 = none), bytes that kept runs may take.
    """

    weights: str
    preview_seconds: float
    room: int = ROOM


@dataclass(frozen=True, slots=True)
class Quit(Order):
    """End the process."""
