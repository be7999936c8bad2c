"""Pictures for the page: the same crop of the reference and of every method's result, chosen by a stated rule."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image as Pillow

from ussr_engine.benchmark.cells import Cell
from ussr_engine.benchmark.ledger import Ledger
from ussr_engine.benchmark.statistics import BASELINE, Table
from ussr_engine.benchmark.subjects import loaded
from ussr_engine.benchmark.working import truth_of
from ussr_engine.errors import EngineError
from ussr_engine.metrics import Levels, to_levels
from ussr_engine.scan import luma

SIDE = 96
"""Pixels of the reference that a crop shows."""
GRID = 8
AMPLIFIED = 6
OVERVIEW = 260
"""Longest side of the whole picture, in which the crop is marked."""
RULE = (
    "Shown is the scan whose bicubic PSNR is the median of its table, and of it the window of "
    f"{SIDE} × {SIDE} pixels in the middle half of the picture that holds most detail (mean squared gradient of the "
    f"reference). No method was asked. Below: error against the reference, {AMPLIFIED} times amplified."
)


@dataclass(frozen=True)
class Exhibit:
    """Crops of one table: ``frame`` is the crop (left, top, width, height) in parts of the whole picture.

    ``crops`` gives for the reference ("") and each method the picture and, but for the reference, its error, as data
    URIs, and the PSNR of the whole picture.
    """

    name: str
    overview: str
    frame: tuple[float, float, float, float]
    crops: tuple[tuple[str, str, str, float | None], ...]


def exhibit(table: Table, cells: Sequence[Cell], ledger: Ledger) -> Exhibit | None:
    """The crops of a table; None where no scan or no result can be shown."""
    name = chosen(table)
    place = (table.group, table.scale, table.degradation, name)
    mine = [cell for cell in cells if (cell.subject.group, cell.scale, cell.degradation, cell.subject.name) == place]
    if not mine:
        return None
    try:
        truth = to_levels(luma(truth_of(mine[0], loaded(mine[0].subject)).image))
    except EngineError:
        return None
    top, left, side = window(truth)
    here = np.s_[top : top + side, left : left + side]
    crops: list[tuple[str, str, str, float | None]] = [("", _uri(truth[here]), "", None)]
    for cell in mine:
        picture = ledger.picture(cell.key)
        if picture is None:
            continue
        grey = _grey(picture)
        if grey.shape != truth.shape:
            grey = np.asarray(Pillow.fromarray(grey).resize(truth.shape[::-1], Pillow.Resampling.BILINEAR))
        error = np.abs(grey[here].astype(int) - truth[here]) * AMPLIFIED
        psnr = table.values["psnr"][cell.title].get(cell.subject.name)
        crops.append((cell.title, _uri(grey[here]), _uri(np.minimum(error, 255).astype(np.uint8)), psnr))
    whole = Pillow.fromarray(truth)
    whole.thumbnail((OVERVIEW, OVERVIEW))
    height, width = truth.shape
    frame = (left / width, top / height, side / width, side / height)
    return Exhibit(mine[0].subject.name, _uri(np.asarray(whole)), frame, tuple(crops))


def chosen(table: Table) -> str:
    """Name of the scan to show; the lower of two medians, of equals the first by name."""
    by_method = table.values["psnr"]
    values = by_method.get(BASELINE) or next((values for values in by_method.values() if values), {})
    ranked = sorted(values, key=lambda name: (values[name], name))
    return ranked[(len(ranked) - 1) // 2] if ranked else ""


def window(truth: Levels) -> tuple[int, int, int]:
    """(top, left, side) of the window of most detail whose centre lies in the middle half of the picture."""
    height, width = truth.shape
    side = min(SIDE, height, width)
    down, across = np.gradient(truth.astype(np.float64))
    total = np.pad(down**2 + across**2, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    tops, lefts = (
        range(max(0, math.ceil(n / 4 - side / 2)), max(0, min(n - side, math.floor(3 * n / 4 - side / 2))) + 1, GRID)
        for n in (height, width)
    )

    def detail(place: tuple[int, int]) -> float:
        top, left = place
        bottom, right = top + side, left + side
        return float(total[bottom, right] - total[top, right] - total[bottom, left] + total[top, left])

    top, left = max(((top, left) for top in tops or [0] for left in lefts or [0]), key=detail)
    return top, left, side


def _grey(picture: Levels) -> Levels:
    return to_levels(luma((picture / 255).astype(np.float32))) if picture.ndim == 3 else picture


def _uri(levels: Levels) -> str:
    file = io.BytesIO()
    Pillow.fromarray(np.ascontiguousarray(levels)).save(file, format="PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode("ascii")
