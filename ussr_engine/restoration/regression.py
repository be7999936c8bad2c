"""Ridge regression from a scan and its cleaned copy to what enlarging the copy lacks, for every kind of place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from ussr_engine.imaging.resize import Real, resized
from ussr_engine.imaging.work import Work, part
from ussr_engine.restoration.clean import mean_square, radius_of
from ussr_engine.restoration.ridge import Table, bands, even, folded, patches, unfolded
from ussr_engine.restoration.strata import COUNT, MIRRORED, Strata, Structure
from ussr_engine.scan import Image

Count = npt.NDArray[np.int64]

RIDGE = 3e-4
SHRINKAGE = 20.0
"""Pixels that the filters of all places count for among those of one kind."""
FEWEST = 50
"""Pixels of a kind from which filters of its own are learned."""
CLEANED = 2
"""Radius of the patches of the cleaned scan."""


@dataclass(frozen=True)
class View:
    """A scan, or a simulated one, as the regression sees it: as it is, cleaned, and enlarged after cleaning."""

    scan: Image
    clean: Image
    start: Image
    structure: Structure


@dataclass(frozen=True)
class Regression:
    """The way from a simulated scan back to its truth.

    ``tables`` (kinds, features, scale²) are the filters of every kind of place; ``error`` is what they leave without
    their own part of the learning, ``simple_error`` what the better of bicubic and the cleaned start leaves, and
    ``bicubic`` says which that is.
    """

    scale: int
    strata: Strata
    tables: Table
    error: float
    simple_error: float
    bicubic: bool

    @classmethod
    def learned(cls, pairs: Sequence[tuple[View, Image]], scale: int) -> Work[Regression]:
        """Learn from views (h, w) and their truths (scale h, scale w)."""
        strata = Strata.of(pairs[0][0].structure)
        cells = scale * scale
        size = (2 * radius_of(scale) + 1) ** 2 + (2 * CLEANED + 1) ** 2 + 1
        grams, crosses = np.zeros((COUNT, size, size)), np.zeros((COUNT, size, cells))
        counts = np.zeros(COUNT, np.int64)
        lacking = lost = 0.0
        pixels = 0
        for at, (seen, truth) in enumerate(pairs):
            kinds = strata.kinds(seen.structure)
            counts += np.bincount(kinds.ravel(), minlength=COUNT)
            pixels += seen.scan.size
            yield (0.1 + 0.9 * at) / len(pairs)
            for first, last in bands(seen.scan.shape):
                features = _features(seen, radius_of(scale), first, last)
                rows = slice(first * scale, last * scale)
                target = folded(truth[rows] - seen.start[rows], scale)
                lacking += float(np.sum(np.square(target), dtype=np.float64))
                for kind, here in _places(kinds[first:last]):
                    some = features[:, here]
                    grams[kind] += some @ some.T
                    crosses[kind] += some @ target[:, here].T
                yield (0.1 + 0.7 * last / len(kinds) + 0.9 * at) / len(pairs)
            steps = [(0.8 + 0.1 * more + 0.9 * at) / len(pairs) for more in (0, 1)]
            interpolated = yield from part(resized(seen.scan, scale=scale), *steps)
            lost += mean_square(truth - interpolated) / len(pairs)
        grams, crosses, counts = _flipped(grams, crosses, counts, scale)
        gram, cross = grams.sum(0) / pixels, crosses.sum(0) / pixels
        strength = float(np.trace(gram)) / size
        common = np.linalg.solve(gram + (RIDGE * strength + 1e-12) * np.eye(size), cross)
        left = lacking / pixels - 2 * np.sum(common * cross) + np.sum(common * (gram @ common))
        tables = np.repeat(common[None], COUNT, axis=0)
        own = counts >= FEWEST
        loaded = grams[own] + (SHRINKAGE * strength + 1e-12) * np.eye(size)
        tables[own] += np.linalg.solve(loaded, crosses[own] - grams[own] @ common)
        start = lacking / pixels / cells
        error = float(left) / cells
        return cls(scale, strata, tables.astype(np.float32), error, min(lost, start), lost < start)


def enlarged(seen: View, regressions: Sequence[Regression]) -> Work[Image]:
    """The finer picture that several regressions give on average, not clipped."""
    scale = regressions[0].scale
    fine = seen.start.copy()
    height, width = seen.scan.shape
    kinds = [one.strata.kinds(seen.structure) for one in regressions]
    yield 0.1
    for first, last in bands(seen.scan.shape):
        features = _features(seen, radius_of(scale), first, last)
        detail = np.zeros((scale * scale, features.shape[1]), np.float32)
        for one, kind_of in zip(regressions, kinds, strict=True):
            for kind, here in _places(kind_of[first:last]):
                detail[:, here] += one.tables[kind].T @ features[:, here]
        fine[first * scale : last * scale] += unfolded(detail, scale, width) / np.float32(len(regressions))
        yield 0.1 + 0.9 * last / height
    return fine


def _flipped(grams: Real, crosses: Real, counts: Count, scale: int) -> tuple[Real, Real, Count]:
    """The mean over the four flips, kind by kind; a kind counts the pixels of those that flips turn into it."""
    sides = 2 * radius_of(scale) + 1, 2 * CLEANED + 1
    wide, narrow = (np.arange(side * side).reshape(side, side) for side in sides)
    targets = np.arange(scale * scale).reshape(scale, scale)
    total = np.zeros_like(grams), np.zeros_like(crosses), np.zeros_like(counts)
    for down, along in product((1, -1), repeat=2):
        parts = wide[::down, ::along].ravel(), wide.size + narrow[::down, ::along].ravel(), [wide.size + narrow.size]
        seen, wanted = np.concatenate(parts), targets[::down, ::along].ravel()
        kinds = np.arange(COUNT) if down == along else MIRRORED
        total[0][:] += grams[kinds][:, seen][:, :, seen] / 4
        total[1][:] += crosses[kinds][:, seen][:, :, wanted] / 4
        total[2][:] += counts[kinds]
    return total


def _places(kinds: npt.NDArray[np.int64]) -> Iterator[tuple[int, npt.NDArray[np.int64]]]:
    """Every kind that occurs and the pixels of it."""
    flat = kinds.ravel()
    order = np.argsort(flat, kind="stable")
    cuts = np.searchsorted(flat[order], np.arange(COUNT + 1))
    for kind in range(COUNT):
        if cuts[kind] < cuts[kind + 1]:
            yield kind, order[cuts[kind] : cuts[kind + 1]]


def _features(seen: View, radius: int, first: int, last: int) -> Table:
    """Patches of the scan and of the cleaned scan, without their means, and what was removed: (features, pixels)."""
    removed = (seen.clean[first:last] - seen.scan[first:last]).reshape(1, -1)
    parts = [even(patches(seen.scan, radius, first, last)), even(patches(seen.clean, CLEANED, first, last)), removed]
    return np.concatenate(parts)
