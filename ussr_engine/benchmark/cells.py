"""A cell of the study and what comes out of it: plain records that pickle."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from ussr_engine.metrics import Levels

PROTOCOLS = ("clean", "study")
"""clean: `metrics.measure` on references cropped to a multiple of 8.  study: as the study measured, oddities too."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A readable scan of a data set: ``group`` is the folder's name, ``digest`` the SHA-256 of the file."""

    group: str
    name: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One method on one degraded scan: everything that decides its row.

    ``plan`` is ``Plan.to_dict()`` as JSON with sorted keys; ``device`` a wish, which decides seconds and no more than
    the last bits.  ``row`` is what the tables call it where that is not the method's id, and decides nothing.
    """

    subject: Subject
    degradation: int
    scale: int
    noise: str
    protocol: str
    method: str
    plan: str
    seed: int
    version: str
    device: str = "auto"
    row: str = ""

    @property
    def title(self) -> str:
        """What the tables call it: the method, or the method with the knobs turned for this row."""
        return self.row or self.method

    @property
    def key(self) -> str:
        """Name of the cell by its content: another scan, plan, seed, protocol or version is another cell."""
        record = dataclasses.asdict(self)
        del record["device"], record["row"], record["subject"]["path"]
        return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:32]

    @property
    def noise_seed(self) -> int:
        """Seed of the speckle: the same for every method, another for every scan, degradation and scale."""
        told = f"{self.subject.digest} {self.degradation} {self.scale} {self.seed}"
        return int.from_bytes(hashlib.sha256(told.encode()).digest()[:6], "big")

    @property
    def words(self) -> str:
        """For a line of progress: "cca/17-37-04.jpg ×2 Method 3, zssr"."""
        subject = self.subject
        return f"{subject.group}/{subject.name} ×{self.scale} Method {self.degradation}, {self.title}"


@dataclass(frozen=True, slots=True)
class Row:
    """What a cell gave; ``method`` is the title of the cell.

    ``psnr`` in dB, ``ssim``, ``lpips`` and ``alex5`` are None where they could not be had: ``lpips_reason`` or
    ``error`` says why.  ``resized`` tells sizes where the study's protocol squeezed the result.  ``seconds`` and
    ``cpu_seconds`` are of the method alone.
    """

    key: str
    group: str
    name: str
    digest: str
    width: int
    height: int
    degradation: int
    scale: int
    noise: str
    protocol: str
    method: str
    seed: int
    psnr: float | None = None
    ssim: float | None = None
    lpips: float | None = None
    lpips_reason: str = ""
    alex5: float | None = None
    resized: str = ""
    seconds: float | None = None
    cpu_seconds: float | None = None
    device: str = ""
    notes: tuple[str, ...] = ()
    error: str = ""

    @classmethod
    def of(cls, cell: Cell, width: int, height: int, **found: Any) -> Row:  # noqa: ANN401 - any field of the row
        """A row of a cell."""
        subject = cell.subject
        told = (cell.degradation, cell.scale, cell.noise, cell.protocol, cell.title, cell.seed)
        return cls(cell.key, subject.group, subject.name, subject.digest, width, height, *told, **found)


@dataclass(frozen=True, eq=False)
class Done:
    """A row with its picture in 8-bit levels, (H, W) or (H, W, 3); None where the cell failed."""

    row: Row
    picture: Levels | None
