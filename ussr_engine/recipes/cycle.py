"""Two generators, fine to coarse and back, each judged by a critic: CycleGAN on the patches of one scan.

Liu, Liu, Hou, Tao, Han, Perception consistency ultrasound image super-resolution via self-supervised CycleGAN, Neural
Computing and Applications 2021, arXiv:2012.14142.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import l1_loss, pad

from ussr_engine.coarsener import NOISE, STEP, Coarsener
from ussr_engine.critics import StridedCritic, seeded
from ussr_engine.gradual import gradual
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.objectives import perceptual
from ussr_engine.objectives.adversarial import least_squares
from ussr_engine.plan import Plan
from ussr_engine.progress import part
from ussr_engine.protocols import Pair, Stream
from ussr_engine.registry import RECIPES
from ussr_engine.stage import Trained

OFF = "The study's perceptual term is off (it needs the weights of VGG19): cycles are held together by L1 alone."
LEAST = 32
"""Smallest side a critic can judge; smaller patches are continued by their last rows and columns."""
SEEN = 224
"""Side to which pictures are enlarged for VGG19, as published."""


@dataclass(frozen=True)
class Options:
    """Knobs of the training."""

    perceptual: str = knob(
        "off",
        choices=("off", "vgg", "vgg224"),
        says="VGG19's term on patches as they are, or enlarged to 224 pixels as published; needs its weights",
    )
    adversarial: float = knob(0.15, 0.0, 100.0, says="weight of the critics' opinion", advanced=True)
    buffer: int = knob(50, 0, 1000, unit="patches", says="made patches kept to show the critics again", advanced=True)
    coarsener: int = knob(96, 6, 192, unit="channels", says="width of the network that makes coarse; 24 is light")
    critic: int = knob(64, 4, 128, unit="channels", says="width of the critics; 16 is light")


@RECIPES.add("cycle", title="Cycle of two generators", options=Options, reference="arXiv:2012.14142")
class Cycle:
    """One Adam for both generators, one for each critic."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def lacking(self, plan: Plan, weights: str | None) -> str:
        """Why it cannot run here, or nothing."""
        return "" if self.options.perceptual == "off" else perceptual.lacking(weights)

    def run(self, job: Job) -> Stream:
        """Train and enlarge."""
        vgg = None
        if self.options.perceptual != "off":
            vgg = perceptual.vgg19(perceptual.POOL4, job.weights).to(job.device.torch)
        elif OFF not in job.notes:
            yield job.noted(OFF)
        return (yield from gradual(job, CycleLearner(job, self.options, vgg)))


class Replay:
    """Made patches of the past: a critic that saw only the latest would forget the earlier ones.

    Shrivastava et al., CVPR 2017: half of the time the critic sees an old patch, which the new one replaces.
    """

    def __init__(self, size: int, chance: np.random.Generator) -> None:
        self.size, self.chance = size, chance
        self.patches: list[Tensor] = []

    def exchanged(self, patch: Tensor) -> Tensor:
        """The patch itself, or an old one in its place."""
        if len(self.patches) < self.size:
            self.patches.append(patch)
            return patch
        if not self.size or self.chance.random() < 0.5:
            return patch
        place = int(self.chance.integers(self.size))
        old, self.patches[place] = self.patches[place], patch
        return old


class CycleLearner(Trained):
    """Both generators, both critics, their optimisers and the patches they remember.

    Fine is a father, coarse its son enlarged to the same size.
    """

    keeps_best = True

    def __init__(self, job: Job, options: Options, vgg: nn.Module | None) -> None:
        network = job.network()
        assert isinstance(network, nn.Module)
        assert job.plan.patches is not None
        self.options, self.vgg, self.device = options, vgg, job.device
        self.chance = job.progress.chance
        self.reach, self.multiple_of = network.reach, network.multiple_of
        self.side = max(LEAST, math.ceil(job.plan.patches.crop / STEP) * STEP)
        channels, seed, where = job.lr.shape[1], job.plan.seed, job.device.torch
        self.refine = network
        self.coarsen = seeded(Coarsener, seed, channels, self.side, options.coarsener).to(where)
        self.critic_fine = seeded(StridedCritic, seed + 1, channels, options.critic).to(where)
        self.critic_coarse = seeded(StridedCritic, seed + 2, channels, options.critic).to(where)
        self.replay_fine, self.replay_coarse = (Replay(options.buffer, self.chance) for _ in range(2))
        # 26 million parameters: fused, Adam takes a quarter of the time.
        self.generators = torch.optim.Adam([*self.refine.parameters(), *self.coarsen.parameters()], fused=True)
        self.judge_fine = torch.optim.Adam(self.critic_fine.parameters(), fused=True)
        self.judge_coarse = torch.optim.Adam(self.critic_coarse.parameters(), fused=True)
        super().__init__(
            {
                "refine": self.refine,
                "coarsen": self.coarsen,
                "critic_fine": self.critic_fine,
                "critic_coarse": self.critic_coarse,
            },
            {"adam": self.generators, "adam_fine": self.judge_fine, "adam_coarse": self.judge_coarse},
        )

    def step(self, pair: Pair) -> dict[str, Tensor]:
        """One update of the generators, then one of each critic."""
        shape = (pair.hr.shape[2], pair.hr.shape[3])
        fine = self._whole(pair.hr)
        coarse = self._whole(resize_tensor(pair.lr, scale=pair.scale, shape=shape).clamp(0, 1))
        made_fine, made_coarse = self._refined(coarse), self._coarsened(fine)
        again_fine, again_coarse = self._refined(made_coarse), self._coarsened(made_fine)
        losses = {
            "cycle": l1_loss(again_fine, fine) + l1_loss(again_coarse, coarse),
            "identity": l1_loss(made_fine, fine) + l1_loss(made_coarse, coarse),
        }
        if self.vgg is not None:
            losses["perceptual"] = self._seen(again_fine, fine) + self._seen(again_coarse, coarse)
        opinion = self._judged(self.critic_fine, made_fine, real=True)
        opinion = opinion + self._judged(self.critic_coarse, made_coarse, real=True)
        losses["adversarial"] = self.options.adversarial * opinion
        objective = torch.stack(list(losses.values())).sum()
        self._update(self.generators, objective)
        losses["critic fine"] = self._critic_step(
            self.critic_fine, self.judge_fine, fine, self.replay_fine.exchanged(made_fine.detach())
        )
        losses["critic coarse"] = self._critic_step(
            self.critic_coarse, self.judge_coarse, coarse, self.replay_coarse.exchanged(made_coarse.detach())
        )
        return {"generators": objective.detach(), **{name: loss.detach() for name, loss in losses.items()}}

    @torch.no_grad()
    def enlarge(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """One pass of the refining generator, (1, C, h, w) to (1, C, *shape)."""
        with self._cast():
            answer: Tensor = self.refine(lr, scale, shape)
        return answer.float()

    def state(self) -> dict[str, Tensor]:
        """Networks, moments and remembered patches."""
        state = super().state()
        for name, replay in (("fine", self.replay_fine), ("coarse", self.replay_coarse)):
            state |= {f"replay_{name}.{index}": patch.clone() for index, patch in enumerate(replay.patches)}
        return state

    def load(self, state: dict[str, Tensor]) -> None:
        """Take a state back."""
        super().load(state)
        for name, replay in (("fine", self.replay_fine), ("coarse", self.replay_coarse)):
            kept = part(state, f"replay_{name}.")
            replay.patches = [kept[str(index)].to(self.device.torch, copy=True) for index in range(len(kept))]

    def _whole(self, picture: Tensor) -> Tensor:
        """The patch at the side all networks are made for."""
        below, beside = self.side - picture.shape[2], self.side - picture.shape[3]
        return pad(picture, (0, beside, 0, below), mode="replicate") if below or beside else picture

    def _refined(self, coarse: Tensor) -> Tensor:
        with self._cast():
            answer: Tensor = self.refine(coarse, 1.0, (self.side, self.side))
        return answer.float()

    def _coarsened(self, fine: Tensor) -> Tensor:
        noise = torch.from_numpy(self.chance.standard_normal((fine.shape[0], NOISE), np.float32))
        with self._cast():
            answer: Tensor = self.coarsen(fine, noise.to(fine.device))
        return answer.float()

    def _judged(self, critic: nn.Module, picture: Tensor, *, real: bool) -> Tensor:
        with self._cast():
            answer: Tensor = critic(picture)
        return least_squares(answer.float(), real)

    def _seen(self, made: Tensor, wanted: Tensor) -> Tensor:
        assert self.vgg is not None
        pictures = [(picture + 1) / 2 for picture in (made, wanted)]
        if self.options.perceptual == "vgg224":
            pictures = [resize_tensor(picture, shape=(SEEN, SEEN)) for picture in pictures]
        return perceptual.distance(self.vgg, *pictures)

    def _critic_step(self, critic: nn.Module, optimiser: torch.optim.Optimizer, real: Tensor, made: Tensor) -> Tensor:
        loss = self._judged(critic, real, real=True) + self._judged(critic, made, real=False)
        self._update(optimiser, loss)
        return loss

    @staticmethod
    def _update(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
        own = [parameter for group in optimiser.param_groups for parameter in group["params"]]
        optimiser.zero_grad(set_to_none=True)
        loss.backward(inputs=own)  # type: ignore[no-untyped-call]
        optimiser.step()

    def _cast(self) -> torch.autocast:
        return torch.autocast(self.device.torch.type, torch.bfloat16, enabled=self.device.bfloat16)
