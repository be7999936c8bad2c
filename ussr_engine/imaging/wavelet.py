"""One level of the two-dimensional Haar transform and its exact inverse, as four sub-bands of half size.

For a 2 × 2 cell a = x[0, 0], b = x[1, 0], c = x[0, 1], d = x[1, 1] the bands are
LL = a + b + c + d, LH = -a + b - c + d, HL = -a - b + c + d, HH = a - b - c + d: times 1/2 where orthonormal (MWCNN,
IEEE Access 2019), bare otherwise, the inverse then dividing by 4.
"""

from __future__ import annotations

import torch
from torch import Tensor

from ussr_engine.errors import BadRequest


def dwt(x: Tensor, *, orthonormal: bool = True) -> Tensor:
    """Forward transform.

    Parameters
    ----------
    x : (N, C, H, W)
        Even sides.
    orthonormal : bool
        Keep the energy; the bare form doubles every amplitude.

    Returns
    -------
    (N, 4 C, H / 2, W / 2)
        The C channels of LL, then of LH (differences down the rows), HL (along the columns), HH.
    """
    if x.shape[2] % 2 or x.shape[3] % 2:
        raise BadRequest(f"A wavelet needs even sides; this picture has {x.shape[3]} × {x.shape[2]} pixels.")
    a, b, c, d = x[:, :, ::2, ::2], x[:, :, 1::2, ::2], x[:, :, ::2, 1::2], x[:, :, 1::2, 1::2]
    low_left, high_left, low_right, high_right = a + b, b - a, c + d, d - c
    bands = torch.cat(
        [low_left + low_right, high_left + high_right, low_right - low_left, high_right - high_left], dim=1
    )
    return bands / 2 if orthonormal else bands


def iwt(bands: Tensor, *, orthonormal: bool = True) -> Tensor:
    """Inverse of `dwt`: (N, 4 C, H, W) to (N, C, 2 H, 2 W)."""
    if bands.shape[1] % 4:
        raise BadRequest(f"An inverse wavelet needs four bands; {bands.shape[1]} channels are not a multiple of 4.")
    low, down, along, cross = bands.chunk(4, dim=1)
    low_left, high_left, low_right, high_right = low - along, down - cross, low + along, down + cross
    left = torch.stack([low_left - high_left, low_left + high_left], dim=3)
    right = torch.stack([low_right - high_right, low_right + high_right], dim=3)
    n, channels, height, width = low.shape
    x = torch.stack([left, right], dim=5).reshape(n, channels, 2 * height, 2 * width)
    return x / 2 if orthonormal else x / 4
