"""Unfinished runs on disk: what they were asked, the scan they were given, and their last checkpoint.

A run's folder lives until the run finishes; a cancelled or killed one can be resumed, bit for bit, on the same
device with the same number of threads.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ussr_engine import checkpoint
from ussr_engine.errors import BadRequest, EngineError, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.scan import Region, Scan, Spacing

KEPT = 20
"""Unfinished runs kept; older ones are forgotten when a new one starts."""


FIRST = 1.0
"""Seconds to the first checkpoint of a sitting."""


class Run:
    """One run's folder.

    Parameters
    ----------
    folder : Path
        An existing folder made by ``begin``.
    seconds : float
        Least seconds between checkpoints; a slow disk stretches it so that writing takes at most a twentieth.
    """

    def __init__(self, folder: Path, seconds: float = 5.0) -> None:
        self.folder = folder
        self._seconds = seconds
        # The first comes early: even a run of a few seconds can then be resumed.
        self._next = time.monotonic() + min(FIRST, seconds)

    @property
    def name(self) -> str:
        """Name by which ``Run.named`` finds it again."""
        return self.folder.name

    @classmethod
    def begin(cls, root: Path, order: Mapping[str, Any], scan: Scan, reference: Scan | None) -> Run:
        """A new folder below ``root`` holding the order, the scan and the reference."""
        for old in sorted(unfinished(root))[: -KEPT + 1]:
            shutil.rmtree(root / old, ignore_errors=True)
        folder = root / f"{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:8]}"
        try:
            folder.mkdir(parents=True)
            pictures = {"scan": scan, "reference": reference}
            tensors = {name: torch.tensor(given.image) for name, given in pictures.items() if given}
            facts = {name: _record(given) for name, given in pictures.items() if given}
            checkpoint.save(folder / "inputs.safetensors", tensors, facts)
            with replaced(folder / "order.json") as temporary:
                temporary.write_text(json.dumps(dict(order)), encoding="utf-8")
        except OSError as error:
            raise UnwritableFile(f"The run cannot be kept in {root} ({error}).", "Free some space there.") from error
        return cls(folder)

    @classmethod
    def named(cls, root: Path, name: str) -> Run:
        """The run of that name; raises BadRequest when there is none."""
        if name not in unfinished(root):
            raise BadRequest(f"There is no unfinished run {name!r}.", "Start it anew.")
        return cls(root / name)

    def order(self) -> dict[str, Any]:
        """What was asked."""
        return dict(json.loads((self.folder / "order.json").read_text(encoding="utf-8")))

    def inputs(self) -> tuple[Scan, Scan | None]:
        """The scan and the reference as they were."""
        tensors, facts = checkpoint.load(self.folder / "inputs.safetensors")
        scans = {name: _scan(facts[name], tensors[name].numpy()) for name in tensors}
        return scans["scan"], scans.get("reference")

    def is_due(self) -> bool:
        """True when the last checkpoint is old enough."""
        return time.monotonic() >= self._next

    def save(self, tensors: Mapping[str, Tensor], facts: Mapping[str, Any]) -> None:
        """Write the state."""
        began = time.monotonic()
        checkpoint.save(self.folder / "checkpoint.safetensors", tensors, facts)
        now = time.monotonic()
        self._next = now + max(self._seconds, 20 * (now - began))

    def load(self) -> tuple[dict[str, Tensor], dict[str, Any]] | None:
        """The last state, or None before the first checkpoint."""
        path = self.folder / "checkpoint.safetensors"
        return checkpoint.load(path) if path.exists() else None

    def end(self) -> None:
        """Forget the run: it has its result."""
        shutil.rmtree(self.folder, ignore_errors=True)


def unfinished(root: Path) -> list[str]:
    """Names of the runs below ``root`` that can be resumed, oldest first."""
    if not root.is_dir():
        return []
    return sorted(path.parent.name for path in root.glob("*/order.json"))


def going_on(root: Path, order: Mapping[str, Any], scan: Scan) -> Run:
    """The unfinished run below ``root`` of the same plan on the same scan, or a new one."""
    for name in reversed(unfinished(root)):
        run = Run.named(root, name)
        try:
            if run.order()["plan"] == order["plan"] and np.array_equal(run.inputs()[0].image, scan.image):
                return run
        except (EngineError, OSError, ValueError, KeyError):  # a damaged run is nothing to go on with
            continue
    return Run.begin(root, order, scan, None)


def _record(scan: Scan) -> dict[str, Any]:
    record = {f.name: getattr(scan, f.name) for f in dataclasses.fields(scan) if f.name != "image"}
    record["spacing"] = dataclasses.asdict(scan.spacing) if scan.spacing else None
    record["regions"] = [dataclasses.asdict(region) for region in scan.regions]
    record["facts"] = dict(scan.facts)
    return record


def _scan(record: dict[str, Any], image: np.ndarray) -> Scan:
    spacing = Spacing(**record["spacing"]) if record["spacing"] else None
    regions = tuple(
        Region(**{**region, "spacing": Spacing(**region["spacing"]) if region["spacing"] else None})
        for region in record["regions"]
    )
    return Scan(image, spacing, record["bits"], record["name"], regions, record["facts"])
