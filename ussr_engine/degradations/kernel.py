"""Shrinking by a numeric blur kernel: one the person supplies, or one estimated from the scan."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ussr_engine.errors import BadRequest, EngineError, UnreadableFile
from ussr_engine.events import KernelEstimated
from ussr_engine.imaging.downsampling import downsample
from ussr_engine.imaging.kernels import analytic_x4, centre_of_mass, centred, middle, moments, stretched
from ussr_engine.imaging.resize import Real
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.protocols import Fitting
from ussr_engine.registry import DEGRADATIONS

READABLE = (".json", ".csv", ".txt", ".npy")
MOST_TAPS = 65
MOST_BYTES = 1_000_000
SUPPLIED = "supplied kernel"
"""Name under which a run keeps the kernel, so that it can be resumed without the file."""
OFF = 0.02
"""Pixels by which a kernel may miss its place without being moved."""


class KernelBlur:
    """Correlation with a kernel (k, k) of a step by 2, then every second pixel.

    A step by 4 is two steps by 2 in one (KernelGAN's analytic kernel).  A step by 3 takes the kernel to have the same
    footprint in pixels of the scan, as the point spread function of an instrument has.
    """

    resize_kernel = None

    def __init__(self, kernel: Real) -> None:
        self._kernels = {2: kernel}

    def fit(self, job: Job) -> Fitting:
        """Show the kernel; nothing to fit."""
        check_steps(job)
        job.kernel = self._kernels[2]
        yield sight(job.progress.step, job.kernel, final=True)
        return self

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """(N, C, H, W) to (N, C, *shape), differentiable, not clipped; ``scale`` 2, 3 or 4."""
        small = downsample(hr, torch.from_numpy(self.kernel(scale)), int(scale))
        return small[:, :, : shape[0], : shape[1]]

    def kernel(self, scale: float) -> Real:
        """The kernel of a step by 2, 3 or 4."""
        step = int(scale)
        if step not in self._kernels:
            make = {3: lambda k: stretched(k, 3), 4: analytic_x4}
            if step != scale or step not in make:
                raise BadRequest(f"A blur kernel makes steps by 2, 3 or 4, not by {scale:g}.")
            self._kernels[step] = make[step](self._kernels[2])
        return self._kernels[step]


@dataclass(frozen=True)
class Options:
    """Knobs of a supplied kernel."""

    kernel_file: str = knob("", says="table of numbers (.json, .csv, .txt, .npy): the blur of a step by 2")


@DEGRADATIONS.add("given", title="A kernel you supply", options=Options, reference="arXiv:1712.06087")
class Given:
    """A kernel read from a file."""

    resize_kernel = None

    def __init__(self, options: Options) -> None:
        self.options = options

    def fit(self, job: Job) -> Fitting:
        """Read the kernel."""
        if not self.options.kernel_file:
            raise BadRequest("No kernel was supplied.", "Name its file as kernel_file.")
        kept = job.progress.kept
        if SUPPLIED not in kept:
            kept[SUPPLIED] = torch.from_numpy(read_kernel(self.options.kernel_file))
        return (yield from KernelBlur(kept[SUPPLIED].cpu().numpy()).fit(job))

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """Only the fitted degradation shrinks."""
        raise TypeError("the kernel has not been read")


def check_steps(job: Job) -> None:
    """Refuse plans whose stages a kernel cannot make."""
    scales = job.plan.enlargement.scales(job.plan.scale)
    if any(scale != int(scale) for scale in scales):
        words = " and ".join(f"×{scale:g}" for scale in scales)
        raise BadRequest(f"A blur kernel cannot go by {words}.", "Choose stages: one jump.")


def sight(step: int, kernel: Real, *, final: bool) -> KernelEstimated:
    """The event that shows a kernel of positive sum."""
    return KernelEstimated(step, kernel.astype(np.float32), centre_of_mass(kernel), moments(kernel), final)


def read_kernel(path: str | Path) -> Real:
    """Read the kernel of a step by 2 from .json (a table, or {"kernel": a table}), .csv, .txt or .npy.

    Returns
    -------
    (k, k) float64
        Sum 1, moved to where it shifts nothing.

    Raises
    ------
    UnreadableFile
        If the file is missing, damaged, or holds no table of 2 to 65 rows and columns, finite, of positive sum.
    """
    path = Path(path)
    remedy = "A kernel is a table of 2 to 65 rows and columns of finite numbers with a positive sum."
    if path.suffix.lower() not in READABLE:
        raise UnreadableFile(f"{path.name} is none of {', '.join(READABLE)}.", remedy)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{path.name} is too large for a kernel.", remedy)
        table = np.asarray(_table(path), np.float64)
    except EngineError:
        raise
    except (OSError, ValueError, TypeError, KeyError, EOFError, RecursionError) as error:
        raise UnreadableFile(f"{path.name} holds no kernel ({error}).", remedy) from error
    sized = table.ndim == 2 and min(table.shape) >= 2 and max(table.shape) <= MOST_TAPS
    # Lobes below 0 are usual; a kernel that nearly cancels itself is none.
    if not sized or not np.isfinite(table).all() or table.sum() <= 0.1 * np.abs(table).sum():
        raise UnreadableFile(f"{path.name} holds no kernel.", remedy)
    side = max(table.shape)
    table = np.pad(table, [(0, side - size) for size in table.shape]) / table.sum()
    off = max(abs(at - middle(side, 2)) for at in centre_of_mass(table))
    return table if off < OFF else centred(table, 2)


def _table(path: Path) -> object:
    match path.suffix.lower():
        case ".npy":
            # Mapped, so that a header that promises more than the file holds costs no memory.
            return np.load(path, mmap_mode="r", allow_pickle=False)
        case ".json":
            record = json.loads(path.read_text(encoding="utf-8"))
            return record["kernel"] if isinstance(record, dict) else record
        case _:
            words = path.read_text(encoding="utf-8").replace(",", " ").replace(";", " ")
            return [[float(word) for word in line.split()] for line in words.splitlines() if line.strip()]
