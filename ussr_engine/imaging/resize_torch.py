"""The resize of `ussr_engine.imaging.resize` on tensors: same taps, differentiable, on any device."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from ussr_engine.imaging.resize import Scale, banded, grid

BLOCK = 128
"""Output pixels computed by one small dense product: one product for a training crop, narrow bands for a whole scan."""


@lru_cache(maxsize=256)
def _blocks(
    size_in: int, size_out: int, scale: float, kernel: str, antialias: bool, dtype: torch.dtype, device: torch.device
) -> tuple[Tensor, Tensor | None]:
    """Weights (blocks, rows, window) and the input pixels (blocks * window,) under them; None where one block sees all.

    Rows past ``size_out`` are zero.
    """
    full = banded(size_in, size_out, scale, kernel, antialias)
    count = -(-size_out // BLOCK)
    parts = [full[at * BLOCK : (at + 1) * BLOCK] for at in range(count)]
    first = [int(part.indices.min()) for part in parts]
    window = max(int(part.indices.max()) - left + 1 for part, left in zip(parts, first, strict=True))
    if count == 1:
        first, window = [0], size_in
    first = [min(left, size_in - window) for left in first]
    weights = np.zeros((count, size_out if count == 1 else BLOCK, window))
    for at, (part, left) in enumerate(zip(parts, first, strict=True)):
        weights[at, : part.shape[0]] = part[:, left : left + window].toarray()
    # The cache outlives the call, so its tensors must be usable by autograd whatever mode the first caller was in.
    with torch.inference_mode(False):
        indices = None
        if count > 1:
            indices = torch.from_numpy((np.array(first)[:, None] + np.arange(window)).ravel()).to(device)
        return torch.from_numpy(weights).to(dtype).to(device), indices


def _along_rows(x: Tensor, weights: Tensor, indices: Tensor | None, size_out: int) -> Tensor:
    if indices is None:
        return torch.matmul(weights[0], x)
    count, rows, window = weights.shape
    planes, width = x.shape[0] * x.shape[1], x.shape[3]
    gathered = x.index_select(2, indices).reshape(planes, count, window, width)
    product = torch.stack([torch.bmm(weights, plane) for plane in gathered.unbind()])
    return product.reshape(x.shape[0], x.shape[1], count * rows, width)[:, :, :size_out]


def resize_tensor(
    x: Tensor,
    *,
    scale: Scale | None = None,
    shape: tuple[int, int] | None = None,
    kernel: str = "cubic",
    antialias: bool = True,
) -> Tensor:
    """Resize a batch of pictures, differentiably.

    Parameters
    ----------
    x : (N, C, H, W)
        Any range.  Half precision is computed in float32, under autocast too.
    scale, shape, kernel, antialias
        As in `ussr_engine.imaging.resize.resize`, with which it agrees to 1e-6.

    Returns
    -------
    (N, C, rows, columns)
        Of the input's dtype and device; not clipped.
    """
    (rows, columns), (axial, lateral) = grid((x.shape[2], x.shape[3]), scale, shape)
    dtype = x.dtype if x.dtype in (torch.float32, torch.float64) else torch.float32
    vertical = _blocks(x.shape[2], rows, axial, kernel, antialias, dtype, x.device)
    horizontal = _blocks(x.shape[3], columns, lateral, kernel, antialias, dtype, x.device)
    with torch.autocast(x.device.type, enabled=False):
        y = _along_rows(x.to(dtype), *vertical, rows)
        y = _along_rows(y.transpose(2, 3), *horizontal, columns).transpose(2, 3)
    return y.to(x.dtype).contiguous()
