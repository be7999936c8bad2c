"""One cell, start to end: the same function here, in a process beside, and on a machine of a cluster."""

from __future__ import annotations

import dataclasses
import json
import math
import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from ussr_engine import __version__
from ussr_engine.benchmark.cells import Cell, Done, Row
from ussr_engine.benchmark.oracle import ORACLE, oracle
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.metrics import Levels, to_levels
from ussr_engine.scan import Scan, luma

MULTIPLE = 8
"""Pixels to whose multiple references are cropped under the clean protocol."""


def truth_of(cell: Cell, scan: Scan) -> Scan:
    """What the result is compared with."""
    return scan if cell.protocol == "study" else scan.cropped(math.lcm(MULTIPLE, cell.scale))


@dataclass(frozen=True, eq=False)
class CellTask:
    """A cell with its scan, as a crew takes it."""

    cell: Cell
    scan: Scan

    @property
    def key(self) -> str:
        """The cell's."""
        return self.cell.key

    def run(self) -> Done:
        """Carry the cell out."""
        return run_cell(self.cell, self.scan)

    def lost(self, words: str) -> Done:
        """A row that says what became of its worker."""
        return Done(Row.of(self.cell, self.scan.width, self.scan.height, error=words), None)


def run_cell(cell: Cell, scan: Scan) -> Done:
    """Degrade, enlarge, measure; one thread, so that figures do not depend on how many cells run at once.

    Whatever goes wrong is the row's ``error``: other cells do not suffer from it.
    """
    began = time.perf_counter()
    try:
        return _run(cell, scan)
    except EngineError as error:
        words = str(error)
    except Exception as error:  # a defect in one method must not end a night's work
        words = f"The engine met an error: {error!r}."
    return Done(Row.of(cell, scan.width, scan.height, seconds=time.perf_counter() - began, error=words), None)


def _run(cell: Cell, scan: Scan) -> Done:
    from ussr_engine.degradations.study import degrade

    if cell.version != __version__:
        raise BadRequest(f"This worker runs version {__version__}, the benchmark {cell.version}.", "Install the same.")
    truth = truth_of(cell, scan)
    coarse = degrade(truth, cell.degradation, cell.scale, noise=cell.noise, seed=cell.noise_seed)
    coarse = dataclasses.replace(coarse, name=scan.name)
    made = _foretold if cell.method == ORACLE else _enlarged
    images, spent, device, notes = made(cell, coarse, truth)
    picture = images[0] if len(images) == 1 else np.stack(images, axis=-1)
    row = Row.of(
        cell,
        truth.width,
        truth.height,
        **measured(cell, truth, picture),
        seconds=spent[0],
        cpu_seconds=spent[1],
        device=device,
        notes=tuple(dict.fromkeys(notes)),
    )
    return Done(row, picture)


Made = tuple[list[Levels], tuple[float, float], str, list[str]]
"""Pictures of all channels that were enlarged by themselves, (wall, processor) seconds, device in words, notes."""


def _enlarged(cell: Cell, coarse: Scan, truth: Scan) -> Made:
    """By a method, which never sees the truth."""
    from ussr_engine.device import choose
    from ussr_engine.events import Finished
    from ussr_engine.plan import Plan
    from ussr_engine.train import Surroundings, train

    del truth
    device = choose(cell.device, threads=1)
    results = []
    for channel in _seen(cell, coarse):
        for event in train(channel, Plan.from_dict(json.loads(cell.plan)), Surroundings(device)):
            if isinstance(event, Finished):
                results.append(event.result)
    spent = sum(result.seconds for result in results), sum(result.cpu_seconds for result in results)
    notes = [note for result in results for note in result.notes]
    return [to_levels(result.sr.image) for result in results], spent, device.words, notes


def _foretold(cell: Cell, coarse: Scan, truth: Scan) -> Made:
    """By the filter that was fitted to the truth; of a scan in colour its brightness."""
    began, began_cpu = time.perf_counter(), time.process_time()
    seen = _seen(cell, coarse)
    truths = [luma(truth.image)] * len(seen)
    if len(seen) > 1 and truth.is_colour:
        truths = [truth.image[..., channel] for channel in range(len(seen))]
    pairs = zip(seen, truths, strict=True)
    images = [to_levels(oracle(luma(scan.image), wanted, cell.scale)) for scan, wanted in pairs]
    return images, (time.perf_counter() - began, time.process_time() - began_cpu), "CPU, 1 thread", []


def _seen(cell: Cell, coarse: Scan) -> list[Scan]:
    """What the method is given: the scan, or each channel by itself where the study gave its networks colour.

    A method by itself enlarges brightness and interpolates colours; noise drawn for each channel would stay in the
    colours, and PSNR over three channels would measure little else.
    """
    if cell.protocol == "study" and coarse.is_colour:
        return [coarse.with_image(coarse.image[..., channel]) for channel in range(3)]
    return [coarse]


def measured(cell: Cell, truth: Scan, picture: Levels) -> dict[str, Any]:
    """Figures of a result, by the names they have in a row; 8-bit levels are all that is judged."""
    from ussr_engine.benchmark import judging

    judge = judging.study if cell.protocol == "study" else judging.clean
    return dataclasses.asdict(judge(truth.image, (picture / 255).astype(np.float32)))
