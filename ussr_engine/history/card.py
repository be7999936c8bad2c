"""What is known of a run at a glance: a line of the list, and nothing by which a patient could be told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from ussr_engine.result import Scores
from ussr_engine.scan import Image

Thumbnail = npt.NDArray[np.uint8]
"""(h, w) or (h, w, 3), at most 112 × 84 pixels."""

WIDEST, HIGHEST = 112, 84


class State(Enum):
    """Where a run stands; the value is the word the list shows."""

    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The program or the machine stopped while it went on."""


@dataclass(frozen=True, eq=False)
class RunCard:
    """A run of the list.

    Attributes
    ----------
    run : str
        Name of its folder: when it began, and chance.
    scan : str
        What tells its scan from others: `scan_key` of the pixels that were opened.  No name of a file is kept, for it
        may be a patient's.
    height, width : int
        Pixels of that scan.
    variant : str
        What tells it apart from the method as it is: "steps 200, seed 3".  Paths among knobs are left out.
    challenge : str
        In words, where the scan was shrunk first; else empty.
    versions : str
        Of the program and what it rests on.
    started, ended : float
        Seconds since 1970, UTC; ``ended`` is None while it goes on.
    seconds : float or None
        Of the method's work, as its result says.
    words : str
        Why it failed.
    step, checkpoint : int
        The last step heard of; the step from which it can go on, None where there is none.
    scores, bicubic : Scores or None
        Of the result and of interpolation, where the truth is known.
    consistency : float or None
        As in ``Result``.
    size : int
        Bytes on the disk.
    """

    run: str
    scan: str
    height: int
    width: int
    method: str
    title: str
    scale: int
    seed: int
    started: float
    state: State = State.RUNNING
    variant: str = ""
    challenge: str = ""
    device: str = ""
    versions: str = ""
    ended: float | None = None
    seconds: float | None = None
    words: str = ""
    step: int = 0
    checkpoint: int | None = None
    scores: Scores | None = None
    bicubic: Scores | None = None
    consistency: float | None = None
    star: bool = False
    tag: str = ""
    note: str = ""
    size: int = 0
    thumbnail: Thumbnail | None = None

    @property
    def label(self) -> str:
        """Title with the scale, and what sets the run apart: "ZSSR ×2 · steps 200"."""
        return " · ".join(part for part in (f"{self.title} ×{self.scale}", self.variant) if part)

    @property
    def can_go_on(self) -> bool:
        """True where it stopped before its end and has a state from which to go on."""
        return self.state not in (State.RUNNING, State.FINISHED) and self.checkpoint is not None

    @property
    def may_go(self) -> bool:
        """True where it may make room for others: it is neither starred nor unfinished."""
        return not self.star and self.state is not State.RUNNING and not self.can_go_on


def scan_key(image: Image) -> str:
    """What tells pictures apart: SHA-256 of size and float32 levels, its first 32 hexadecimal digits."""
    digest = hashlib.sha256(str(image.shape).encode())
    digest.update(np.ascontiguousarray(image, np.float32).tobytes())
    return digest.hexdigest()[:32]


def scan_name(key: str) -> str:
    """A name for a scan of which only the key is known: "Scan 3f2a91"."""
    return f"Scan {key[:6]}"


def thumbnail(image: Image) -> Thumbnail:
    """Every n-th pixel of the means of n × n: the picture, small."""
    step = max(1, -(-image.shape[0] // HIGHEST), -(-image.shape[1] // WIDEST))
    height, width = max(1, image.shape[0] // step), max(1, image.shape[1] // step)
    step = min(step, image.shape[0], image.shape[1])
    height, width = image.shape[0] // step, image.shape[1] // step
    blocks = image[: height * step, : width * step].reshape(height, step, width, step, *image.shape[2:])
    small: Thumbnail = np.rint(blocks.mean((1, 3)) * 255).astype(np.uint8)
    return small
