"""Noise taken out by comparing blocks: similar ones are stacked and their common transform is shrunk.

Collaborative filtering in two steps, hard thresholds and then a Wiener filter: Dabov, Foi, Katkovnik, Egiazarian, IEEE
TIP 16(8), 2007.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view
from scipy import fft, ndimage, sparse

from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.resize import Real
from ussr_engine.imaging.work import Work, part
from ussr_engine.scan import Image

Table = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]
Filtering = Callable[[Table, Table, Table | None], Work[Table]]
"""Of a picture, the guide by which blocks are compared and a cleaner picture, if there is one; see `filtered`."""

SIDE, STEP, REACH, STACK = 8, 4, 6, 16
"""Pixels of a block, between blocks and of the search; blocks in a stack."""
THRESHOLD = 2.7
"""Standard deviations of the noise under which a coefficient is noise."""
SMOOTHING = 0.8
"""Pixels of blur before blocks are first compared."""
PIXELS = 32_768
"""Pixels whose blocks are compared and filtered between two chances to stop."""
LEAST = 12
"""Smallest side of a picture: a smaller one has too few places for a stack."""
MARGIN = 48
"""Pixels around a place that can have a say in the result, a multiple of STEP."""

SOME = 128
"""Stacks that are transformed at one time: what they take stays in the processor's cache."""

COSINES = fft.dct(np.eye(SIDE), axis=0, norm="ortho")
ACROSS = fft.dct(np.eye(STACK), axis=0, norm="ortho")
"""The transform of a stack: cosines within blocks and across them."""
FADE = np.kaiser(SIDE, 2.0)
"""Of a block's say towards its edges, along each axis."""


def cleaned(image: Image, law: NoiseLaw, filtering: Filtering | None = None) -> Work[Image]:
    """Take the noise out of a picture (h, w) in [0, 1]; it is returned clipped to [0, 1].

    ``filtering`` does the same as `filtered` elsewhere.
    """
    way = filtering or filtered
    bent = law.stabilised(image.astype(np.float64), 1.0).astype(np.float32)
    if min(bent.shape) < LEAST:
        return image
    estimate = yield from part(way(bent, ndimage.gaussian_filter(bent, SMOOTHING), None), 0, 0.5)
    clean = yield from part(way(bent, estimate, estimate), 0.5, 1)
    return np.clip(law.restored(clean.astype(np.float64), 1.0), 0, 1).astype(np.float32)


def filtered(image: Table, guide: Table, pilot: Table | None) -> Work[Table]:
    """The mean, by weight, of every block's say about every pixel, for noise of unit variance.

    Blocks are compared in ``guide``.  ``pilot`` is a cleaner picture that tells how much of a coefficient is signal;
    without one small coefficients are set to 0.
    """
    height, width = image.shape
    rows, columns = (np.unique(np.r_[np.arange(0, size - SIDE + 1, STEP), size - SIDE]) for size in image.shape)
    total, weight = np.zeros(image.shape), np.zeros(image.shape)
    several = max(1, PIXELS // (STEP * width))
    for first in range(0, len(rows), several):
        some = rows[first : first + several]
        top, bottom = max(0, some[0] - REACH), min(height, some[-1] + SIDE + REACH)
        strip = slice(top, bottom)
        places = _alike(guide[strip], some - top, columns)
        coefficients = _transformed(image[strip], places)
        if pilot is None:
            gain = (np.abs(coefficients) > THRESHOLD).astype(np.float64)
        else:
            power = np.square(_transformed(pilot[strip], places))
            gain = power / (power + 1)
        gain[:, 0, 0] = 1
        coefficients *= gain
        energy = np.square(gain, out=gain).sum((1, 2))
        _spread(coefficients, places, 1 / energy, total[strip], weight[strip])
        yield (first + len(some)) / len(rows)
    mean: Table = (total / np.maximum(weight, 1e-9)).astype(np.float32)
    return mean


def _alike(image: Table, rows: Index, columns: Index) -> Index:
    """The STACK most similar blocks near every block of the grid, itself first among them: (blocks, STACK).

    A block is known by the place of its upper left pixel among all that have one, row by row.  Of two that are equally
    similar the upper or left one comes first.
    """
    height, width = image.shape
    span = 2 * REACH + 1
    first, last = rows[0], rows[-1] + SIDE
    here = image[first:last, None]
    padded = np.pad(image, REACH, mode="edge")
    distance = np.empty((len(rows), len(columns), span, span), np.float32)
    for lower in range(span):
        moved = sliding_window_view(padded[first + lower : last + lower], width, axis=1)
        apart = here - moved
        np.square(apart, out=apart)
        wide = _eights(_eights(apart, rows - first).transpose(2, 1, 0), columns)
        distance[:, :, lower] = wide.transpose(2, 0, 1)
    distance += _beyond(rows, height)[:, None, :, None]
    distance += _beyond(columns, width)[None, :, None, :]
    distance[:, :, REACH, REACH] = -1
    # The bits of a distance, as a whole number, are in its order; behind them goes the number of the block.  The order
    # matters: the transform across a stack depends on it.
    likeness = distance.view(np.int32).reshape(-1, span * span).astype(np.int64) << 8 | np.arange(span * span)
    likeness.partition(STACK - 1, axis=1)
    best = np.sort(likeness[:, :STACK], axis=1) & 255
    corners = (rows[:, None] * (width - SIDE + 1) + columns).reshape(-1, 1)
    places: Index = corners + (best // span - REACH) * (width - SIDE + 1) + best % span - REACH
    return places


def _eights(values: Table, starts: Index) -> Table:
    """Sums of SIDE values along the first axis from every start on."""
    pairs = values[:-1] + values[1:]
    fours = pairs[:-2] + pairs[2:]
    sums: Table = fours[starts] + fours[starts + 4]
    return sums


def _beyond(starts: Index, size: int) -> Table:
    """0 where a block of the search still lies within the picture along one axis, infinity elsewhere."""
    moved = starts[:, None] + np.arange(-REACH, REACH + 1)
    return np.where((moved < 0) | (moved > size - SIDE), np.inf, 0).astype(np.float32)


def _transformed(image: Table, places: Index) -> Real:
    """Coefficients of the stacks: (blocks, STACK, SIDE²).

    They are in double precision, so that one near the threshold falls on the same side in every tile and on every
    device.  Rounded to single precision many would differ, for sums of pixels often lie halfway between two numbers.
    """
    height, width = (size - SIDE + 1 for size in image.shape)
    along = sliding_window_view(image.astype(np.float64), SIDE, axis=1) @ COSINES.T
    both = COSINES @ sliding_window_view(along.reshape(-1, width * SIDE), SIDE, axis=0).transpose(0, 2, 1)
    within = np.empty((height, width, SIDE, SIDE))
    within[:] = both.reshape(height, SIDE, width, SIDE).transpose(0, 2, 1, 3)
    blocks = within.reshape(-1, SIDE * SIDE)
    turned = np.empty((len(places), STACK, SIDE * SIDE))
    for first in range(0, len(places), SOME):
        some = slice(first, first + SOME)
        np.matmul(ACROSS, blocks.take(places[some], axis=0), out=turned[some])
    return turned


def _spread(coefficients: Real, places: Index, weights: Real, total: Real, weight: Real) -> None:
    """Add every block, times the weight of its stack, to the pixels it covers, and the weights to ``weight``.

    Blocks of one place are added up before they are turned back into pixels.
    """
    height, width = (size - SIDE + 1 for size in total.shape)
    blocks = ACROSS.T @ coefficients
    heavy = np.repeat(weights, STACK)
    gather = sparse.csr_array((heavy, (places.ravel(), np.arange(places.size))), (height * width, places.size))
    table = (gather @ blocks.reshape(-1, SIDE * SIDE)).reshape(height, width, SIDE, SIDE).transpose(0, 2, 1, 3)
    back = COSINES * FADE
    lines = back.T @ table.reshape(height, SIDE, width * SIDE)
    down = np.zeros((height + SIDE - 1, width * SIDE))
    for row in range(SIDE):
        down[row : row + height] += lines[:, row]
    pixels = down.reshape(-1, width, SIDE) @ back
    shares = np.bincount(places.ravel(), heavy, height * width).reshape(height, width)
    tall = np.zeros((height + SIDE - 1, width))
    for row in range(SIDE):
        tall[row : row + height] += FADE[row] * shares
    for column in range(SIDE):
        total[:, column : column + width] += pixels[:, :, column]
        weight[:, column : column + width] += FADE[column] * tall
