"""The training of the study's Models 1 and 2: mean absolute error and a bounded perceptual term.

Loss = mean |HR - M(LR)| + strength · (1 - 1 / (1 + V)), V the distance of VGG19's block1_conv2.  Both terms are the
study's on grey levels of 0 to 255, where V is so large that the bounded term hardly has a gradient.

Y. Thapliyal, self-supervised super-resolution of ultrasound images, M.Eng project, McGill, 2021.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import Tensor, nn

from ussr_engine.gradual import gradual
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.objectives import perceptual
from ussr_engine.plan import Plan
from ussr_engine.protocols import Stream
from ussr_engine.recipes.paired import Options as PairedOptions
from ussr_engine.recipes.paired import PairedLearner
from ussr_engine.registry import RECIPES

LEVELS = {"vgg255": 255.0, "vgg01": 1.0}
"""White as the loss sees it."""
OFF = "The study's perceptual term is off (it needs the weights of VGG19): the loss is the mean absolute error alone."


@dataclass(frozen=True)
class Options:
    """Knobs of the training."""

    perceptual: str = knob(
        "off", choices=("off", *LEVELS), says="VGG19's term on 0–255 (as in the study) or on 0–1; needs its weights"
    )
    strength: float = knob(10.0, 0.0, 1000.0, says="of the perceptual term, its ceiling", advanced=True)
    keeps: str = knob(
        "last", choices=("last", "best"), says="the weights at the end as in the study, or the best held-out ones"
    )


@RECIPES.add("study", title="Pairs, the study's way", options=Options, reference="Thapliyal, McGill 2021")
class Study:
    """Adam on one network."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def lacking(self, plan: Plan, weights: str | None) -> str:
        """Why it cannot run here, or nothing."""
        return "" if self.options.perceptual == "off" else perceptual.lacking(weights)

    def run(self, job: Job) -> Stream:
        """Train and enlarge."""
        network = None
        if self.options.perceptual != "off":
            network = perceptual.vgg19(perceptual.BLOCK1_CONV2, job.weights).to(job.device.torch)
        elif OFF not in job.notes:
            yield job.noted(OFF)
        return (yield from gradual(job, StudyLearner(job, self.options, network)))


class StudyLearner(PairedLearner):
    """A paired learner with the perceptual term, where there is a network that sees."""

    def __init__(self, job: Job, options: Options, vgg: nn.Module | None) -> None:
        super().__init__(job.network(), PairedOptions(), job.device)
        self.study, self.vgg = options, vgg
        self.keeps_best = options.keeps == "best"

    def losses(self, answer: Tensor, father: Tensor) -> dict[str, Tensor]:
        """The objective in [0, 1], then its two parts: "l1" and the distance "vgg"."""
        plain = super().losses(answer, father)
        if self.vgg is None:
            return plain
        white = LEVELS[self.study.perceptual]
        value = perceptual.distance(self.vgg, answer * white, father * white)
        objective = plain["l1"] + self.study.strength / white * perceptual.bounded(value)
        return {"objective": objective, **plain, "vgg": value}

    def remark(self, losses: Mapping[str, float]) -> str:
        """Say when the perceptual term is saturated."""
        if losses.get("vgg", 0.0) <= perceptual.SATURATED:
            return ""
        return (
            f"The perceptual term is saturated (a distance above {perceptual.SATURATED:g}): it hardly has a gradient, "
            "and training minimises the mean absolute error alone."
        )
