"""What a blur kernel is asked to be while a generator forms it.

Bell-Kligler, Shocher, Irani, Blind Super-Resolution Kernel Estimation using an Internal-GAN, NeurIPS 2019.
Kernels are square (n, n), applied by correlation, and meant for a step by 2.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ussr_engine.imaging.kernels import middle

PENALTY = 30.0
RING = 2
"""Width in pixels of the frame where a kernel should be 0."""
TINY = 1e-12
"""Keeps the slope of a root finite at 0."""


def sum_to_one(kernel: Tensor) -> Tensor:
    """How far the sum is from 1."""
    return (1 - kernel.sum()).abs()


def boundaries(kernel: Tensor) -> Tensor:
    """Mean weight in the outermost pixels, corners counting more."""
    return (kernel * _frame(kernel)).abs().mean()


def off_centre(kernel: Tensor) -> Tensor:
    """Mean squared distance, per axis, of the centre of mass from where it shifts nothing."""
    wanted = middle(kernel.shape[0], 2)
    at = torch.arange(kernel.shape[0], dtype=kernel.dtype, device=kernel.device)
    total = kernel.sum()
    row, column = (kernel.sum(1) * at).sum() / total, (kernel.sum(0) * at).sum() / total
    return ((row - wanted).square() + (column - wanted).square()) / 2


def sparse(kernel: Tensor) -> Tensor:
    """Mean of |k| to the power 0.2: few strong taps cost less than many weak ones."""
    return (kernel.abs() + TINY).pow(0.2).mean()


def _frame(kernel: Tensor) -> Tensor:
    size = kernel.shape[0]
    at = torch.arange(size, dtype=kernel.dtype, device=kernel.device) - (size - 1) / 2
    bell = torch.exp(-(at / size).square() / 2)
    weight = bell[:, None] * bell[None, :]
    weight = PENALTY * (1 - weight / weight.max())
    weight[RING:-RING, RING:-RING] = 0
    return weight
