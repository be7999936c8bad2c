"""A run's folder as training needs it: what was asked, the scan it was given, and its last checkpoint.

A cancelled or killed run can be resumed, bit for bit, on the same device with the same number of threads.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import safetensors.numpy
from safetensors import SafetensorError, safe_open

from ussr_engine.errors import BadRequest, EngineError, UnreadableFile, UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.scan import Known, Region, Scan, Spacing

if TYPE_CHECKING:
    from torch import Tensor

ORDER, INPUTS, CHECKPOINT = "order.json", "inputs.safetensors", "checkpoint.safetensors"
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
    def begin(
        cls,
        root: Path,
        order: Mapping[str, Any],
        scan: Scan,
        reference: Scan | None,
        given: Scan | None = None,
    ) -> Run:
        """A new folder below ``root`` holding the order, the scan, the reference and, where it differs, what was given.

        Raises
        ------
        UnwritableFile
            Where there is no room or no permission.
        """
        folder = root / f"{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:8]}"
        try:
            folder.mkdir(parents=True)
            pictures = {"scan": scan, "reference": reference, "given": given}
            tensors = {name: np.ascontiguousarray(one.image) for name, one in pictures.items() if one}
            facts = {name: _record(one) for name, one in pictures.items() if one}
            with replaced(folder / INPUTS) as temporary:
                temporary.write_bytes(safetensors.numpy.save(tensors, {"facts": json.dumps(facts)}))
            with replaced(folder / ORDER) as temporary:
                temporary.write_text(json.dumps(dict(order)), encoding="utf-8")
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            words = error.strerror or error
            raise UnwritableFile(f"The run cannot be kept in {root} ({words}).", "Free some space there.") from error
        return cls(folder)

    @classmethod
    def named(cls, root: Path, name: str) -> Run:
        """The run of that name; raises BadRequest when there is none."""
        if name not in begun(root):
            raise BadRequest(f"There is no unfinished run {name!r}.", "Start it anew.")
        return cls(root / name)

    def order(self) -> dict[str, Any]:
        """What was asked.

        Raises
        ------
        UnreadableFile
            If it is missing or damaged; so does ``inputs``.
        """
        try:
            return dict(json.loads((self.folder / ORDER).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, RecursionError) as error:
            raise UnreadableFile(f"What run {self.name} was asked is damaged ({error}).", "Start it anew.") from error

    def pictures(self) -> dict[str, Scan]:
        """By name: "scan", and where there is one "reference" and "given"."""
        try:
            with safe_open(str(self.folder / INPUTS), framework="np") as stored:
                facts = json.loads((stored.metadata() or {})["facts"])
                return {name: _scan(facts[name], stored.get_tensor(name)) for name in stored.keys()}  # noqa: SIM118
        except (OSError, SafetensorError, KeyError, ValueError, TypeError, BadRequest, RecursionError) as error:
            raise UnreadableFile(f"The scan of run {self.name} is damaged ({error}).", "Start it anew.") from error

    def inputs(self) -> tuple[Scan, Scan | None]:
        """The scan and the reference as they were."""
        scans = self.pictures()
        if "scan" not in scans:
            raise UnreadableFile(f"The scan of run {self.name} is not there.", "Start it anew.")
        return scans["scan"], scans.get("reference")

    def is_due(self) -> bool:
        """True when the last checkpoint is old enough."""
        return time.monotonic() >= self._next

    def save(self, tensors: Mapping[str, Tensor], facts: Mapping[str, Any]) -> None:
        """Write the state."""
        from ussr_engine import checkpoint

        began = time.monotonic()
        try:
            checkpoint.save(self.folder / CHECKPOINT, tensors, facts)
        finally:
            now = time.monotonic()
            self._next = now + max(self._seconds, 20 * (now - began))

    def load(self) -> tuple[dict[str, Tensor], dict[str, Any]] | None:
        """The last state, or None before the first checkpoint."""
        from ussr_engine import checkpoint

        path = self.folder / CHECKPOINT
        return checkpoint.load(path) if path.exists() else None

    def facts(self) -> dict[str, Any] | None:
        """The numbers of the last state, without a tensor; None where there is no sound checkpoint."""
        try:
            with safe_open(str(self.folder / CHECKPOINT), framework="np") as stored:
                return dict(json.loads((stored.metadata() or {})["facts"]))
        except (OSError, SafetensorError, KeyError, ValueError, TypeError, RecursionError):
            return None

    def drop_state(self) -> None:
        """Forget the checkpoint: the run has its result."""
        (self.folder / CHECKPOINT).unlink(missing_ok=True)

    def end(self) -> None:
        """Forget the run."""
        shutil.rmtree(self.folder, ignore_errors=True)


def begun(root: Path) -> list[str]:
    """Names of the runs whose folders lie below ``root``, oldest first."""
    if not root.is_dir():
        return []
    return sorted(path.parent.name for path in root.glob(f"*/{ORDER}"))


def going_on(root: Path, order: Mapping[str, Any], scan: Scan) -> Run:
    """The unfinished run below ``root`` of the same plan on the same scan, or a new one."""
    for name in reversed(begun(root)):
        run = Run.named(root, name)
        try:
            if run.order()["plan"] == order["plan"] and np.array_equal(run.inputs()[0].image, scan.image):
                return run
        except (EngineError, OSError, ValueError, KeyError):  # a damaged run is nothing to go on with
            continue
    # Without its name: that of a file may be a patient's.
    return Run.begin(root, order, dataclasses.replace(scan, name="scan"), None)


def _record(scan: Scan) -> dict[str, Any]:
    record = {f.name: getattr(scan, f.name) for f in dataclasses.fields(scan) if f.name != "image"}
    record["spacing"] = dataclasses.asdict(scan.spacing) if scan.spacing else None
    record["regions"] = [dataclasses.asdict(region) for region in scan.regions]
    record["facts"] = dict(scan.facts)
    record["known"] = [dataclasses.asdict(known) for known in scan.known]
    return record


def _scan(record: dict[str, Any], image: np.ndarray) -> Scan:
    spacing = Spacing(**record["spacing"]) if record["spacing"] else None
    regions = tuple(
        Region(**{**region, "spacing": Spacing(**region["spacing"]) if region["spacing"] else None})
        for region in record["regions"]
    )
    known = tuple(Known(**one) for one in record.get("known", ()))  # older runs know of none
    return Scan(image, spacing, record["bits"], record["name"], regions, record["facts"], known)
