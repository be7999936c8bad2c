"""The eight flips and turns of a picture, and the pixelwise median of a network's answers to them.

ZSSR's geometric self-ensemble (Shocher, Cohen, Irani, CVPR 2018, section 3.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import torch
from torch import Tensor

from ussr_engine.errors import BadRequest

# (transpose, flip rows, flip columns).  The four that keep the shape come first: they are all that is left where the
# two axes are enlarged by different factors.
_TURNS = (
    (False, False, False),
    (False, True, True),
    (False, False, True),
    (False, True, False),
    (True, False, False),
    (True, True, True),
    (True, False, True),
    (True, True, False),
)
STRIP = 1 << 20
"""Pixels sorted at a time, so that the median of eight large pictures needs little more room than they do."""


def turn(x: Tensor, member: int) -> Tensor:
    """Member 0...7 of the dihedral group applied to (..., H, W); 0 is the picture itself, 4...7 swap the axes."""
    transpose, rows, columns = _TURNS[member]
    flips = [axis for axis, flip in ((-2, rows), (-1, columns)) if flip]
    x = torch.flip(x, flips) if flips else x
    return x.transpose(-1, -2) if transpose else x


def turn_back(x: Tensor, member: int) -> Tensor:
    """Inverse of `turn`."""
    transpose, rows, columns = _TURNS[member]
    x = x.transpose(-1, -2) if transpose else x
    flips = [axis for axis, flip in ((-2, rows), (-1, columns)) if flip]
    return torch.flip(x, flips) if flips else x


def members(lr: Tensor, count: int = 8) -> Iterator[tuple[Tensor, Callable[[Tensor], Tensor]]]:
    """The first ``count`` of the eight turned copies of ``lr`` (N, C, H, W), each with the function that turns back.

    For callers that report progress between members; `median` joins what they collect.
    """
    if not 1 <= count <= len(_TURNS):
        raise BadRequest(f"An ensemble has 1 to 8 members, not {count}.")
    for member in range(count):
        yield turn(lr, member).contiguous(), partial(turn_back, member=member)


def median(answers: Sequence[Tensor]) -> Tensor:
    """Pixelwise median of pictures of one shape (N, C, H, W); an even number of them averages the middle two."""
    if len(answers) == 1:
        return answers[0]
    middle = len(answers) // 2
    out = torch.empty(answers[0].shape, dtype=answers[0].dtype, device=answers[0].device)
    strip = max(1, STRIP // max(1, out[..., 0, :].numel()))
    for top in range(0, out.shape[-2], strip):
        ordered = torch.stack([answer[..., top : top + strip, :] for answer in answers]).sort(dim=0).values
        low = middle if len(answers) % 2 else middle - 1
        out[..., top : top + strip, :] = (ordered[low] + ordered[middle]) / 2
    return out


def ensemble(enlarge: Callable[[Tensor], Tensor], lr: Tensor, count: int = 8) -> Tensor:
    """Median of ``enlarge`` over ``count`` turned copies of ``lr`` (N, C, H, W); 1 is ``enlarge(lr)`` itself."""
    return median([back(enlarge(turned)) for turned, back in members(lr, count)])
