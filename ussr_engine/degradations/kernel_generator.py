"""A deep linear network whose layers, convolved, are a blur kernel, and the game in which it learns.

Bell-Kligler, Shocher, Irani, Blind Super-Resolution Kernel Estimation using an Internal-GAN, NeurIPS 2019.
Thapliyal, M.Eng project, McGill 2021: the same game without regularisers, on noisy crops.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, mse_loss
from torch.nn.utils.parametrizations import spectral_norm

from ussr_engine.critics import GAIN, PatchCritic, seeded
from ussr_engine.degradations.kernel_samples import KERNEL, Sample
from ussr_engine.objectives import kernel as terms
from ussr_engine.objectives.adversarial import cross_entropy, l1
from ussr_engine.stage import Trained

SIDES = (7, 5, 3, 1, 1, 1)
"""Sides of the layers' kernels: together `KERNEL` taps."""
SIMILAR, IN_A_ROW = 0.4, 3
"""The constraints' schedule begins once the bicubic term was below ``SIMILAR`` so many steps in a row."""
EACH, RELAX, FLOOR, INSERT = 200, 100.0, 5e-6, 5e-3
"""Each so many steps the bicubic weight is divided by ``RELAX``, down to ``FLOOR``; below ``INSERT`` centre and
sparsity begin to count."""


class KernelGenerator(nn.Module):
    """Six convolutions (7, 5, 3, 1, 1, 1) without bias or activation, the last by a step of 2: 150,656 parameters.

    Being linear it is never run: its layers are convolved to the kernel, which then shrinks the crop.  That is the same
    function of the same weights, gradients too, at a tenth of the cost.
    """

    def __init__(self, features: int = 64, normed: bool = False) -> None:
        super().__init__()
        widths = [1, *[features] * 5, 1]
        self.layers = nn.ModuleList()
        for index, side in enumerate(SIDES):
            layer = nn.Conv2d(widths[index], widths[index + 1], side, bias=False)
            nn.init.xavier_normal_(layer.weight, 1.0 if normed else GAIN)
            self.layers.append(spectral_norm(layer) if normed else layer)

    def kernel(self) -> Tensor:
        """(13, 13), applied by correlation."""
        weights: list[Tensor] = [layer.weight for layer in self.layers]  # type: ignore[misc]
        impulse = torch.zeros(1, 1, 2 * KERNEL - 1, 2 * KERNEL - 1, device=weights[0].device)
        impulse[..., KERNEL - 1, KERNEL - 1] = 1
        for weight in weights:
            impulse = conv2d(impulse, weight)
        return impulse[0, 0].flip(0, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, 1, H, W) to (N, 1, (H - 13) // 2 + 1, (W - 13) // 2 + 1)."""
        return conv2d(x, self.kernel()[None, None], stride=2)


@dataclass(frozen=True)
class Weights:
    """Of the regularisers, when they count."""

    bicubic: float
    sum_to_one: float
    boundaries: float
    centre: float
    sparse: float


class KernelLearner(Trained):
    """Generator and critic, a step each in turn.

    Parameters
    ----------
    weights : Weights or None
        KernelGAN's regularisers and its L1 game; None is the thesis' game: cross entropy alone, spectral norm in the
        generator too.
    """

    def __init__(self, weights: Weights | None, features: int, seed: int, device: torch.device) -> None:
        self.weights = weights
        generator = seeded(KernelGenerator, 2 * seed, features, weights is None).to(device)
        critic = seeded(PatchCritic, 2 * seed + 1, 1, features).to(device)
        assert isinstance(generator, KernelGenerator)
        self.generator, self.critic = generator, critic
        self._forming = torch.optim.Adam(generator.parameters(), betas=(0.5, 0.999))
        self._judging = torch.optim.Adam(critic.parameters(), betas=(0.5, 0.999))
        super().__init__(
            {"generator": generator, "critic": critic}, {"adam generator": self._forming, "adam critic": self._judging}
        )
        self._game: Callable[[Tensor, bool], Tensor] = l1 if weights else cross_entropy
        self._steps, self._similar = 0, 0
        self._bicubic = weights.bicubic if weights else 0.0

    def step(self, sample: Sample) -> dict[str, Tensor]:
        """One update of the generator, then one of the critic against what the generator makes now."""
        kernel = self.generator.kernel()
        made = conv2d(sample.wide, kernel[None, None], stride=2)
        losses = {"generator": self._game(self.critic(made), True)}
        total = losses["generator"]
        if self.weights:
            regular = self._regularisers(kernel, made, sample.shrunk)
            total = total + sum(weight * term for weight, term in regular.values() if weight)
            losses |= {name: term for name, (_, term) in regular.items()}
        self._descend(self._forming, total)
        with torch.no_grad():
            made = self.generator(sample.wide) + sample.noise
        judged = self._game(self.critic(sample.real), True) + self._game(self.critic(made), False)
        losses["critic"] = judged / 2 if self.weights else judged
        self._descend(self._judging, losses["critic"])
        self._steps += 1
        if self.weights:
            self._relax(losses["bicubic"])
        return {name: loss.detach() for name, loss in losses.items()}

    def _descend(self, optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
        self._forming.zero_grad(set_to_none=True)
        self._judging.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()

    def _regularisers(self, kernel: Tensor, made: Tensor, shrunk: Tensor) -> dict[str, tuple[float, Tensor]]:
        """Weight now and value of each."""
        weights = self.weights
        assert weights
        inserted = self._bicubic < INSERT
        return {
            "bicubic": (self._bicubic, mse_loss(made, shrunk)),
            "sum to one": (weights.sum_to_one, terms.sum_to_one(kernel)),
            "boundaries": (weights.boundaries, terms.boundaries(kernel)),
            "centre": (weights.centre if inserted else 0.0, terms.off_centre(kernel)),
            "sparse": (weights.sparse if inserted else 0.0, terms.sparse(kernel)),
        }

    def _relax(self, bicubic: Tensor) -> None:
        """Let go of the bicubic kernel once the generator has found it."""
        if self._similar < IN_A_ROW:
            self._similar = self._similar + 1 if float(bicubic.detach()) < SIMILAR else 0
        elif self._steps % EACH == 0:
            self._bicubic = max(self._bicubic / RELAX, FLOOR)

    @torch.no_grad()
    def kernel(self) -> Tensor:
        """(13, 13) as it stands."""
        return self.generator.kernel()

    def state(self) -> dict[str, Tensor]:
        """Networks, moments, and where the constraints' schedule is."""
        own = torch.tensor([self._steps, self._similar, self._bicubic], dtype=torch.float64)
        return super().state() | {"constraints": own}

    def load(self, state: dict[str, Tensor]) -> None:
        """Take a state back."""
        super().load(state)
        steps, similar, self._bicubic = state["constraints"].tolist()
        self._steps, self._similar = int(steps), int(similar)
