"""Back-projection: make an enlarged picture agree with the scan it came from.

Iterative: S <- clip(S + up(L - down(S))) (Irani and Peleg, CVGIP 1991; ZSSR, CVPR 2018).  Exact: for a separable
down(S) = A S Bᵀ the nearest picture, in least squares, that reproduces the scan is S + A⁺ (L - A S Bᵀ) B⁺ᵀ.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from ussr_engine.imaging.resize import Scale
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.imaging.separable import Blur, Separable


def backproject(
    sr: Tensor, lr: Tensor, degrade: Callable[[Tensor], Tensor], passes: int, scale: Scale | None = None
) -> Tensor:
    """Iterative back-projection.

    Parameters
    ----------
    sr : (N, C, s*H, s*W)
        Enlarged picture in [0, 1].
    lr : (N, C, H, W)
        The scan in [0, 1].
    degrade : callable
        The degradation assumed in training: ``sr``'s shape to ``lr``'s.
    passes : int
        Corrections, each enlarged by the cubic kernel and clipped to [0, 1]; 0 returns ``sr``.
    scale : float or (axial, lateral), optional
        Enlargement, where it is not the ratio of the shapes (1.5 times 101 pixels are 152).
    """
    for _ in range(passes):
        correction = resize_tensor(lr - degrade(sr), scale=scale, shape=(sr.shape[2], sr.shape[3]))
        sr = (sr + correction).clamp(0, 1)
    return sr


def project(sr: Tensor, lr: Tensor, scale: Scale, kernel: str = "cubic") -> Tensor:
    """The nearest picture to ``sr`` whose antialiased resize by ``1 / scale`` is ``lr``; not clipped.

    Parameters
    ----------
    sr : (N, C, H', W')
        Enlarged picture.
    lr : (N, C, H, W)
        The scan, H <= H' and W <= W'.
    scale : float or (axial, lateral)
        Enlargement, > 1.
    kernel : str
        "cubic" or "lanczos3".

    Returns
    -------
    (N, C, H', W')
        Computed in float64 on the CPU, returned in ``sr``'s dtype and on its device; no gradient.
    """
    shrinking = Separable((sr.shape[2], sr.shape[3]), (lr.shape[2], lr.shape[3]), scale, Blur(kernel))
    out = sr.detach().cpu().double().numpy().copy()
    wanted = lr.detach().cpu().double().numpy()
    for picture, target in zip(out.reshape(-1, *out.shape[2:]), wanted.reshape(-1, *wanted.shape[2:]), strict=True):
        picture[:] = shrinking.nearest(picture, target)
    return torch.from_numpy(out).to(sr.dtype).to(sr.device)


def exact(sr: Tensor, lr: Tensor, scale: Scale, kernel: str = "cubic", rounds: int = 3) -> Tensor:
    """Exact back-projection within [0, 1]: `project` and clip in turn, ``rounds`` times, ending clipped.

    Clipping undoes a little of the agreement wherever the correction left [0, 1]; each further round takes away a third
    to a half of what is left.  Parameters as in `project`.
    """
    for _ in range(rounds):
        sr = project(sr, lr, scale, kernel).clamp(0, 1)
    return sr
