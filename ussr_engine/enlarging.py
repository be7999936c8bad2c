"""From a way to enlarge to the finished picture: self-ensemble, tiles, consistency with the scan."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from typing import TypeVar

from torch import Tensor

from ussr_engine.errors import BadRequest
from ussr_engine.events import Command, Event, StageBegan, Stepped
from ussr_engine.imaging.backprojection import backproject, exact
from ussr_engine.imaging.ensemble import median, members
from ussr_engine.imaging.resize import grid
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import Work
from ussr_engine.job import Job
from ussr_engine.protocols import Further, Stream

T = TypeVar("T")
Enlarge = Callable[[Tensor, float, tuple[int, int]], Work[Tensor]]
"""(1, C, h, w), scale, shape -> (1, C, *shape)."""

PARTS = 100
"""Steps that a pass is told in."""

TILE = 512
"""Sides of a tile in pixels of the scan: bounds the memory of a wide network to a few hundred megabytes."""


CUBIC = 3
"""Pixels of the scan that cubic interpolation looks at beyond a tile."""


def enlarged(
    job: Job,
    enlarge: Enlarge,
    scale: float,
    reach: int,
    count: int | None = None,
    multiple_of: int = 1,
    scan: Tensor | None = None,
) -> Stream:
    """Yield progress; return the scan's picture, having kept the way for further frames: see ``way``.

    Parameters
    ----------
    enlarge : callable
        One pass of the method.
    reach : int
        Radius of its view in output pixels.
    count : int, optional
        Members of the ensemble, if not the plan's.
    multiple_of : int
        Output pixels after which the method repeats itself, by which tiles are aligned.
    scan : (1, C, h, w), optional
        What is enlarged, if not the job's scan.
    """
    job.further = way(job, enlarge, scale, reach, count, multiple_of)
    return (yield from job.further(job.lr if scan is None else scan))


def way(
    job: Job, enlarge: Enlarge, scale: float, reach: int, count: int | None = None, multiple_of: int = 1
) -> Further:
    """From a scan (1, C, h, w) to its picture (1, C, round-up(scale h), round-up(scale w)) in [0, 1]."""
    members = job.plan.enlargement.ensemble if count is None else count

    def picture(scan: Tensor) -> Stream:
        return _picture(job, enlarge, scale, reach, members, multiple_of, scan)

    return picture


def _picture(
    job: Job, enlarge: Enlarge, scale: float, reach: int, count: int, multiple_of: int, scan: Tensor
) -> Stream:
    wanted = job.plan.enlargement
    iterative = wanted.backprojection == "iterative"
    yield StageBegan(f"Enlarging ×{scale:g}", count * PARTS + 1)

    def consistent(sr: Tensor, lr: Tensor, passes: int) -> Tensor:
        shape = (lr.shape[2], lr.shape[3])
        return backproject(sr, lr, lambda hr: job.shrink(hr, scale, shape), passes, scale)

    answers = []
    for done, (lr, turn_back) in enumerate(members(scan, count)):
        sr = (yield from _pass(enlarge, lr, scale, reach, multiple_of, done)).clamp(0, 1)
        answers.append(turn_back(consistent(sr, lr, wanted.passes if iterative and count > 1 else 0)))
        yield Stepped((done + 1) * PARTS)
    sr = median(answers)
    if wanted.backprojection == "exact":
        if job.degradation.resize_kernel is None:
            raise BadRequest("The assumed degradation has no exact back-projection.", "Choose iterative.")
        sr = exact(sr, scan, scale, job.degradation.resize_kernel)
    elif iterative:
        sr = consistent(sr, scan, wanted.final_passes)
    yield Stepped(count * PARTS + 1)
    return sr


def _pass(enlarge: Enlarge, lr: Tensor, scale: float, reach: int, multiple_of: int, done: int) -> Stream:
    """One pass over the whole picture, tile by tile, after ``done`` others."""

    def one(part: Tensor) -> Work[Tensor]:
        return enlarge(part, scale, grid((part.shape[2], part.shape[3]), scale)[0])

    work = tiled(one, lr, scale, TILE, math.ceil(reach / scale) + CUBIC, multiple_of)
    return (yield from stepped(work, PARTS, done * PARTS))


def stepped(work: Work[T], steps: int, first: int = 0) -> Generator[Event, Command | None, T]:
    """A work as ``steps`` steps of a stage, after ``first`` others; a cancel is heard wherever the work yields."""
    while True:
        try:
            fraction = next(work)
        except StopIteration as end:
            value: T = end.value
            return value
        yield Stepped(first + int(fraction * steps))


def bicubic(lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
    """(N, C, h, w) to (N, C, *shape), not clipped."""
    return resize_tensor(lr, scale=scale, shape=shape)
