"""What the window and the command line hear: the closed set of events of a run, plain records that pickle.

A job is a generator that yields these.  Inside the engine there is no ``Failed`` and no ``Cancelled``: an error is
an exception and a cancel is ``close()``; ``drive`` turns both into the one last event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ussr_engine.clip import STILL, Clip
from ussr_engine.knobs import Knob
from ussr_engine.passport import Passport
from ussr_engine.result import History, Identification, Result, Scores
from ussr_engine.scan import Image, Scan


class Command(Enum):
    """What may be sent into a running job, between two steps."""

    FINISH = auto()
    """Stop training; enlarge with the best there is."""
    PREVIEW = auto()
    """Show the picture as it stands now."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""


@dataclass(frozen=True, slots=True)
class KnobGroup:
    """Knobs of one part of a plan: ``name`` "recipe", "backbone", "degradation" or "enlargement"."""

    name: str
    title: str
    knobs: tuple[Knob, ...]


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """A trained network of the person's own, as the window lists it."""

    path: str
    title: str
    says: str
    """Its card in a sentence."""
    scale: int
    scans: int
    """Files it learned from."""
    validation_scans: int
    gain: float
    """dB over bicubic, mean of the scans it was only checked on."""
    licence: str


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A method as the window lists it; ``reason`` says why one is not available and how to make it so."""

    id: str
    title: str
    says: str
    reference: str
    scales: tuple[int, ...]
    trains: bool
    groups: tuple[KnobGroup, ...]
    available: bool = True
    reason: str = ""
    models: tuple[ModelRecord, ...] = ()
    """What can be given to its knob ``recipe.model``, the newest first."""
    borrows: bool = False
    """It rests on weights that were trained elsewhere."""


@dataclass(frozen=True, slots=True)
class WeightsCard:
    """Weights that others publish: what they are for, where they are looked for, and how much a fetch would bring."""

    name: str
    words: str
    file: str
    folder: str
    size: int
    """Bytes of the published file."""
    kept: int
    """Bytes that an earlier fetch left there."""
    available: bool


@dataclass(frozen=True, slots=True)
class Catalogued(Event):
    """The engine is ready: its methods, the devices it may use, the one it would choose."""

    methods: tuple[MethodCard, ...]
    devices: tuple[tuple[str, str], ...]
    """(id, words): ("cpu", "CPU, 2 cores"), ("cuda:0", "NVIDIA H200, 139 GB")."""
    device: str
    lpips_reason: str
    """Empty when LPIPS can be computed; else why not."""
    weights: tuple[WeightsCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """A file was read, or one frame of it."""

    path: str
    scan: Scan
    clip: Clip = STILL
    """All that the file holds besides; a still has one frame."""
    frame: int = 0
    """Which of them ``scan`` is."""


@dataclass(frozen=True, slots=True)
class OpenFailed(Event):
    """A file could not be read; nothing else is affected."""

    path: str
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Prepared(Event):
    """A run is about to start: the scan it enlarges, that scan by bicubic, and the truth with bicubic's scores."""

    run: str
    """Name of the run's folder, by which it can be resumed; empty when nothing is kept."""
    scan: Scan
    bicubic: Scan
    reference: Scan | None
    bicubic_scores: Scores | None
    device: str


@dataclass(frozen=True, slots=True)
class StageBegan(Event):
    """A stage opens, in words ("Training ×2").

    ``steps`` is the most it can take, 0 where that is unknown; ``first`` the step at which it began, so that progress
    is (step - first) / steps also after a resume.
    """

    name: str
    steps: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Recalled(Event):
    """The run goes on from its checkpoint at ``step``; the curves up to there."""

    step: int
    history: History


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """The heartbeat; no tensor is read for it."""

    step: int


@dataclass(frozen=True, slots=True)
class Measured(Event):
    """Losses by name since the last measurement, and the learning rate; costs one read of the device."""

    step: int
    losses: Mapping[str, float]
    rate: float
    best_step: int | None
    """Step of the best held-out loss so far."""
    memory: int
    """Bytes in use by the engine: device memory on a GPU, resident memory on a CPU."""


@dataclass(frozen=True, slots=True)
class Previewed(Event):
    """The picture as the method would give it now, with its scores if the truth is known.

    ``consistency`` is its `metrics.consistency`; None on the way to the full size.
    """

    step: int
    image: Image
    scores: Scores | None
    consistency: float | None = None


@dataclass(frozen=True, slots=True)
class Identified(Event):
    """How the scan was made, as far as its own pixels tell."""

    identification: Identification


@dataclass(frozen=True, slots=True)
class KernelEstimated(Event):
    """The blur kernel as it stands: how the scan is taken to have been made from a picture twice as fine.

    ``kernel`` is (k, k) float32 of sum 1, applied by correlation.  ``centre`` is its centre of mass (row, column) in
    pixels of the finer picture from the first tap; ``moments`` (major, minor, angle) its standard deviations in such
    pixels and the angle of the wide axis in degrees from the lateral axis towards depth.  ``final`` marks the kernel
    that is used.
    """

    step: int
    kernel: Image
    centre: tuple[float, float]
    moments: tuple[float, float, float]
    final: bool


@dataclass(frozen=True, slots=True)
class Checkpointed(Event):
    """The run can be resumed from here, bit for bit."""

    step: int
    run: str


@dataclass(frozen=True, slots=True)
class Noted(Event):
    """A sentence the person should read."""

    words: str


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The job stands still until resumed."""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The job goes on."""


@dataclass(frozen=True, slots=True)
class Saved(Event):
    """A file was written, read back and found right; a derived DICOM file with its passport."""

    path: str
    words: str
    passport: Passport | None = None


@dataclass(frozen=True, slots=True)
class SaveFailed(Event):
    """A file could not be written; an earlier file of that name is untouched."""

    path: str
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class End(Event):
    """The last event of a job: nothing follows it."""


@dataclass(frozen=True, slots=True)
class Finished(End):
    """A run has its result."""

    result: Result


@dataclass(frozen=True, slots=True)
class Cancelled(End):
    """The job was given up; what was checkpointed stays."""


@dataclass(frozen=True, slots=True)
class Fetched(End):
    """Published weights are in place."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Failed(End):
    """The job could not go on: what is wrong, what to do, and the trace for "Copy details"."""

    kind: str
    words: str
    remedy: str
    trace: str
