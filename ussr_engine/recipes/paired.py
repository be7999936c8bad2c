"""One network learns pairs: a son goes in, its father must come out.

Zero-shot when the pairs are cut from the scan itself: Shocher, Cohen, Irani, CVPR 2018.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ussr_engine.device import Device
from ussr_engine.gradual import gradual
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.objectives.pixel import PIXEL, gradients
from ussr_engine.protocols import Backbone, Pair, Stream
from ussr_engine.registry import RECIPES
from ussr_engine.stage import Trained

FLATTEST = 1e-6
"""Mean gradient under which a picture has no edges to speak of."""


@dataclass(frozen=True)
class Options:
    """Knobs of the training."""

    loss: str = knob("l1", choices=tuple(PIXEL), says="what is minimised between result and father")
    weighting: str = knob(
        "even", choices=("even", "gradients"), says="where errors count: everywhere alike, or as the scan's edges are"
    )
    clip: float = knob(0.0, 0.0, 100.0, says="longest gradient, for deep networks; 0 leaves it alone", advanced=True)


@RECIPES.add("paired", title="Pairs of the scan and its shrunken self", options=Options, reference="arXiv:1712.06087")
class Paired:
    """Adam on one network and one pixel loss."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def run(self, job: Job) -> Stream:
        """Train and enlarge."""
        learner = PairedLearner(job.network(), self.options, job.device, float(gradients(job.lr).mean()))
        return (yield from gradual(job, learner))


class PairedLearner(Trained):
    """The network with its optimiser; on processors with bfloat16 the convolutions run in it, the sums in float32.

    ``usual`` is the scan's mean gradient, beside which a father's gradients weigh its errors where that is asked for;
    without it each father's own mean is.
    """

    keeps_best = True

    def __init__(self, network: Backbone, options: Options, device: Device, usual: float = 0.0) -> None:
        assert isinstance(network, nn.Module)
        self.network = network
        self.reach, self.multiple_of = network.reach, network.multiple_of
        self.device = device
        if device.bfloat16:
            self.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.options, self.usual = options, usual
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=1e-3)
        super().__init__({"network": self.network}, {"adam": self.optimiser})

    def _pass(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        if self.device.bfloat16:
            lr = lr.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.torch.type, torch.bfloat16, enabled=self.device.bfloat16):
            answer: Tensor = self.network(lr, scale, shape)
        return answer.float()

    def step(self, pair: Pair) -> dict[str, Tensor]:
        """One update; the scale is what the sizes of the pair say."""
        self.network.train()
        shape = (pair.hr.shape[2], pair.hr.shape[3])
        losses = self.losses(self._pass(pair.lr, pair.scale, shape), pair.hr)
        self.optimiser.zero_grad(set_to_none=True)
        next(iter(losses.values())).backward()  # type: ignore[no-untyped-call]
        if self.options.clip:
            nn.utils.clip_grad_norm_(self.network.parameters(), self.options.clip)
        self.optimiser.step()
        return {name: loss.detach() for name, loss in losses.items()}

    def losses(self, answer: Tensor, father: Tensor) -> dict[str, Tensor]:
        """Losses by name; the first is minimised."""
        compare = PIXEL[self.options.loss]
        if self.options.weighting == "even":
            return {self.options.loss: compare(answer, father)}
        strength = gradients(father)
        weight = strength / (self.usual or strength.mean().clamp_min(FLATTEST))
        return {self.options.loss: (compare(answer, father, reduction="none") * weight).mean()}

    @torch.no_grad()
    def enlarge(self, lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
        """One pass, (1, C, h, w) to (1, C, *shape); batch norms use what they learned, so that tiles leave no seam."""
        self.network.eval()
        return self._pass(lr, scale, shape)
