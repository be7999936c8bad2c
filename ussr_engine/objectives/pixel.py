"""Losses between two pictures (N, C, H, W), pixel by pixel."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor
from torch.nn.functional import l1_loss, mse_loss

PIXEL: dict[str, Callable[[Tensor, Tensor], Tensor]] = {"l1": l1_loss, "mse": mse_loss}
"""Mean absolute and mean squared difference, by the name of their curve."""
