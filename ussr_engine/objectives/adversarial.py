"""What critic and generator minimise, from the critic's raw answers (any shape)."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, l1_loss, mse_loss


def _against(loss: Callable[[Tensor, Tensor], Tensor], answer: Tensor, real: bool) -> Tensor:
    return loss(answer, torch.full_like(answer, float(real)))


def l1(answer: Tensor, real: bool) -> Tensor:
    """Distance of the probability from 1 or 0 (KernelGAN, NeurIPS 2019)."""
    return _against(l1_loss, torch.sigmoid(answer), real)


def cross_entropy(answer: Tensor, real: bool) -> Tensor:
    """-log p or -log (1 - p) (Goodfellow et al., NeurIPS 2014)."""
    return _against(binary_cross_entropy_with_logits, answer, real)


def least_squares(answer: Tensor, real: bool) -> Tensor:
    """Squared distance of the raw answer from 1 or 0 (LSGAN, Mao et al., ICCV 2017)."""
    return _against(mse_loss, answer, real)
