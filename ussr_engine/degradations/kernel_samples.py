"""Crops that teach a kernel generator: what it must shrink, and what the critic takes for real.

Bell-Kligler, Shocher, Irani, NeurIPS 2019, whose crops follow the gradients; Thapliyal, McGill 2021, whose crops are
turned and noisy.  Crops are always copies: noise added to one leaves the scan alone.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor

from ussr_engine.imaging.resize import Real, resize

KERNEL = 13
"""Taps of the kernel a generator forms."""
LEAST = 28
"""Smallest even crop that, shrunk by half with `KERNEL` taps, holds two patches a side: batch norm needs several."""
STRONGEST = 0.03
"""Share of the pixels that count as edges."""
FRAME = 5
"""Pixels along the borders where gradients are not trusted."""


class Sample(NamedTuple):
    """What one step learns from, (1, 1, side, side) each, in [-1, 1].

    ``shrunk`` is ``wide`` by antialiased bicubic shrinking, pixel for pixel where a kernel would put it.
    """

    wide: Tensor
    shrunk: Tensor
    real: Tensor
    noise: Tensor


def crop_side(lr: Tensor, wanted: int) -> int:
    """An even side of at most 0.6 of the scan's; below `LEAST` the scan is too small for a kernel."""
    return min(wanted, int(0.6 * min(lr.shape[2], lr.shape[3]))) // 2 * 2


class Crops:
    """KernelGAN's crops: drawn where gradients are strong, the large ones by those of the scan shrunk by half.

    Parameters
    ----------
    lr : (1, 1, h, w)
        In [0, 1].
    side : int
        Of the crops the generator shrinks, even.
    noise : float
        Standard deviation of what is added to the patches the critic sees, 1 = white.
    """

    def __init__(self, lr: Tensor, side: int, noise: float, chance: np.random.Generator) -> None:
        self._chance, self._side, self._noise = chance, side, noise
        self._small = (side - KERNEL) // 2 + 1
        self._device = lr.device
        self._image = lr[0, 0].cpu().numpy()
        half = resize(self._image.astype(np.float64), scale=0.5)
        self._half = half.astype(np.float32)
        # Gradients of the half-size picture, each pixel standing for four.
        coarse: Real = np.kron(edges(half), np.ones((2, 2))).astype(np.float64)
        coarse = coarse[: self._image.shape[0], : self._image.shape[1]]
        self._wide = corners(coarse, side)
        self._real = corners(edges(self._image.astype(np.float64)), self._small)

    def draw(self) -> Sample:
        """Two crops, apart from each other."""
        top, left = (at // 2 * 2 for at in self._place(self._wide))
        small = self._small
        wide = self._image[top : top + self._side, left : left + self._side]
        # The first coarse pixel that a kernel of 13 taps sees whole lies three in, as the cubic's middle does.
        row, column = top // 2 + KERNEL // 4, left // 2 + KERNEL // 4
        shrunk = self._half[row : row + small, column : column + small]
        top, left = self._place(self._real)
        real = self._image[top : top + small, left : left + small] + self._grain()
        return Sample(
            self._tensor(2 * wide - 1), self._tensor(2 * shrunk - 1), self._tensor(2 * real - 1),
            self._tensor(self._grain()),
        )  # fmt: skip

    def _grain(self) -> NDArray[np.float32]:
        return self._chance.standard_normal((self._small, self._small), np.float32) * np.float32(self._noise)

    def _place(self, cumulative: Real) -> tuple[int, int]:
        index = int(np.searchsorted(cumulative.ravel(), self._chance.random(), side="right"))
        row, column = np.unravel_index(min(index, cumulative.size - 1), cumulative.shape)
        return int(row), int(column)

    def _tensor(self, array: NDArray[np.float32]) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(array, np.float32))[None, None].to(self._device)


class TurnedCrops:
    """The thesis' crops: one place, mirrored and turned alike, noisy for the generator and clean for the critic."""

    def __init__(self, lr: Tensor, side: int, noise: float, chance: np.random.Generator) -> None:
        self._lr, self._side, self._noise, self._chance = lr, side, noise, chance

    def draw(self) -> Sample:
        """One crop, twice."""
        lr, side, chance = self._lr, self._side, self._chance
        top, left = (int(chance.integers(size - side + 1)) for size in lr.shape[2:])
        clean = torch.rot90(lr[..., top : top + side, left : left + side], int(chance.integers(4)), (2, 3))
        clean = clean.flip(3) if chance.integers(2) else clean
        grain = chance.standard_normal(tuple(clean.shape), np.float32) * np.float32(self._noise)
        noisy = (clean + torch.from_numpy(grain).to(clean.device)).clamp(0, 1)
        nothing = torch.zeros((), device=lr.device)
        return Sample(2 * noisy - 1, nothing, 2 * clean - 1, nothing)


def edges(image: Real) -> Real:
    """Where gradients are strong: (H, W), mean 1; flat pictures give 1 everywhere."""
    down, across = np.gradient(image)
    total = np.zeros_like(image)
    for strength in (np.abs(down), np.abs(across), np.hypot(down, across)):
        strength[:FRAME] = strength[-FRAME:] = strength[:, :FRAME] = strength[:, -FRAME:] = 0
        strong = strength > np.quantile(strength, 1 - STRONGEST)
        total += strong / max(int(strong.sum()), 1)
    spread = ndimage.uniform_filter(total, FRAME, mode="constant")
    mean = float(spread.mean())
    return spread / mean if mean > 0 else np.ones_like(image)


def corners(weight: Real, side: int) -> Real:
    """Cumulative probability of each top left corner (H - side + 1, W - side + 1) of a crop, by its middle's weight."""
    box = max(side // 2, 1)
    smooth = np.maximum(ndimage.uniform_filter(weight, box, mode="constant"), 0)
    rows, columns = (size - side + 1 for size in weight.shape)
    middles = smooth[box : box + rows, box : box + columns]
    if middles.sum() <= 0:
        middles = np.ones_like(middles)
    cumulative: Real = np.cumsum(middles / middles.sum()).reshape(middles.shape)
    return cumulative
