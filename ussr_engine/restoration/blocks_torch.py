"""The cleaning of `ussr_engine.restoration.blocks` on tensors: the same sums, on any device with double precision."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ussr_engine.imaging.noise import NoiseLaw
from ussr_engine.imaging.work import Work
from ussr_engine.restoration.blocks import (
    ACROSS,
    COSINES,
    FADE,
    PIXELS,
    REACH,
    SIDE,
    STACK,
    STEP,
    THRESHOLD,
    Index,
    Table,
    cleaned,
)
from ussr_engine.scan import Image


def cleaned_tensor(image: Image, law: NoiseLaw, device: torch.device) -> Work[Image]:
    """Take the noise out of a picture (h, w) in [0, 1], on ``device``; it is returned clipped to [0, 1]."""

    def filtering(image: Table, guide: Table, pilot: Table | None) -> Work[Table]:
        seen, compared = (torch.from_numpy(one).to(device) for one in (image, guide))
        cleaner = None if pilot is None else torch.from_numpy(pilot).to(device)
        result: Table = (yield from _filtered(seen, compared, cleaner)).cpu().numpy()
        return result

    return cleaned(image, law, filtering)


def _filtered(image: Tensor, guide: Tensor, pilot: Tensor | None) -> Work[Tensor]:
    """The mean, by weight, of every block's say about every pixel, for noise of unit variance: (h, w) float32.

    Blocks are compared in ``guide``.  ``pilot`` is a cleaner picture that tells how much of a coefficient is signal;
    without one small coefficients are set to 0.
    """
    height, width = image.shape
    rows, columns = (np.unique(np.r_[np.arange(0, size - SIDE + 1, STEP), size - SIDE]) for size in image.shape)
    total, weight = (torch.zeros_like(image, dtype=torch.float64) for _ in range(2))
    several = max(1, PIXELS // (STEP * width))
    for first in range(0, len(rows), several):
        some = rows[first : first + several]
        strip = slice(max(0, int(some[0]) - REACH), min(height, int(some[-1]) + SIDE + REACH))
        places = _alike(guide[strip], some - strip.start, columns)
        coefficients = _transformed(image[strip], places)
        if pilot is None:
            gain = (coefficients.abs() > THRESHOLD).double()
        else:
            power = _transformed(pilot[strip], places).square_()
            gain = power / (power + 1)
        gain[0, :, 0] = 1
        coefficients *= gain
        energy = gain.square_().sum((0, 2))
        _spread(coefficients, places, 1 / energy, total[strip], weight[strip])
        yield (first + len(some)) / len(rows)
    return (total / weight.clamp(min=1e-9)).float()


def _alike(image: Tensor, rows: Index, columns: Index) -> Tensor:
    """The STACK most similar blocks near every block of the grid, itself first among them: (STACK, blocks).

    A block is known by the place of its upper left pixel among all that have one, row by row.
    """
    height, width = image.shape
    span = 2 * REACH + 1
    first, last = int(rows[0]), int(rows[-1]) + SIDE
    here = image[first:last, None]
    padded = functional.pad(image[None, None], [REACH] * 4, mode="replicate")[0, 0]
    down, along = (torch.from_numpy(starts).to(image.device) for starts in (rows, columns))
    distance = image.new_empty((len(rows), len(columns), span, span))
    for lower in range(span):
        apart = (here - padded[first + lower : last + lower].unfold(1, width, 1)).square_()
        distance[:, :, lower] = _eights(_eights(apart, down - first, 0), along, 2).transpose(1, 2)
    distance += _beyond(down, height)[:, None, :, None]
    distance += _beyond(along, width)[None, :, None, :]
    distance[:, :, REACH, REACH] = -1
    number = torch.arange(span * span, device=image.device)
    likeness = distance.view(torch.int32).view(-1, span * span).long() << 8 | number
    best = likeness.topk(STACK, largest=False, sorted=True).indices
    corners = (down[:, None] * (width - SIDE + 1) + along).view(-1, 1)
    return (corners + (best // span - REACH) * (width - SIDE + 1) + best % span - REACH).T.contiguous()


def _eights(values: Tensor, starts: Tensor, axis: int) -> Tensor:
    """Sums of SIDE values along an axis from every start on."""
    pairs = values.narrow(axis, 0, values.shape[axis] - 1) + values.narrow(axis, 1, values.shape[axis] - 1)
    fours = pairs.narrow(axis, 0, pairs.shape[axis] - 2) + pairs.narrow(axis, 2, pairs.shape[axis] - 2)
    return fours.index_select(axis, starts) + fours.index_select(axis, starts + 4)


def _beyond(starts: Tensor, size: int) -> Tensor:
    """0 where a block of the search still lies within the picture along one axis, infinity elsewhere."""
    moved = starts[:, None] + torch.arange(-REACH, REACH + 1, device=starts.device)
    return torch.where((moved < 0) | (moved > size - SIDE), torch.inf, 0.0).float()


def _transformed(image: Tensor, places: Tensor) -> Tensor:
    """Coefficients of the stacks: (STACK, blocks, SIDE²), along the rows of a block first."""
    height, width = (size - SIDE + 1 for size in image.shape)
    cosines = torch.from_numpy(COSINES).to(image.device)
    lines = image.double().unfold(1, SIDE, 1).reshape(-1, SIDE) @ cosines.T
    above = lines.view(-1, width * SIDE).unfold(0, SIDE, 1).reshape(-1, SIDE)
    within = (above @ cosines.T).view(height * width, SIDE * SIDE)
    stacks = within.index_select(0, places.view(-1)).view(STACK, -1)
    return (torch.from_numpy(ACROSS).to(image.device) @ stacks).view(STACK, -1, SIDE * SIDE)


def _spread(coefficients: Tensor, places: Tensor, weights: Tensor, total: Tensor, weight: Tensor) -> None:
    """Add every block, times the weight of its stack, to the pixels it covers, and the weights to ``weight``.

    Blocks of one place are added up before they are turned back into pixels.
    """
    height, width = (size - SIDE + 1 for size in total.shape)
    turned = torch.from_numpy(ACROSS.T).to(total.device) @ coefficients.view(STACK, -1)
    blocks = turned.view(STACK, -1, SIDE * SIDE)
    heavy = weights.expand(STACK, -1)
    table = total.new_zeros((height * width, SIDE * SIDE))
    # On CUDA this sum is always taken in the same order; that of `index_add_` is not.
    table.index_put_((places.view(-1),), (blocks * heavy[:, :, None]).view(-1, SIDE * SIDE), accumulate=True)
    back = (torch.from_numpy(COSINES) * torch.from_numpy(FADE)).to(total.device)
    lines = (table.view(-1, SIDE) @ back).view(height, width * SIDE, SIDE)
    tall = total.new_zeros((height + SIDE - 1, width * SIDE))
    for row in range(SIDE):
        tall[row : row + height] += lines[:, :, row]
    pixels = tall.view(-1, SIDE) @ back
    shares = total.new_zeros(height * width)
    shares.index_put_((places.view(-1),), heavy.reshape(-1), accumulate=True)
    high = total.new_zeros((height + SIDE - 1, width))
    for row in range(SIDE):
        high[row : row + height] += FADE[row] * shares.view(height, width)
    for column in range(SIDE):
        total[:, column : column + width] += pixels.view(-1, width, SIDE)[:, :, column]
        weight[:, column : column + width] += FADE[column] * high
