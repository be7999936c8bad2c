"""The blur kernel of a scan, estimated from the scan alone, then used to shrink it.

Bell-Kligler, Shocher, Irani, Blind Super-Resolution Kernel Estimation using an Internal-GAN, NeurIPS 2019,
arXiv:1909.06581.  Patches of the scan, shrunk by the right kernel, look like patches of the scan.

That holds for photographs better than for ultrasound, whose speckle has one size at all scales of the picture: on
phantoms blurred by random Gaussians the game ends in much the same kernel, wide across the beam, whatever the blur
was.  The estimator "gaussian" makes no such assumption.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import torch
from torch import Tensor

from ussr_engine.degradations.kernel import KernelBlur, check_steps, read_kernel, sight
from ussr_engine.degradations.kernel_generator import KernelLearner, Weights
from ussr_engine.degradations.kernel_samples import LEAST, Crops, Sample, TurnedCrops, crop_side
from ussr_engine.degradations.kernel_spectrum import spectral_kernel
from ussr_engine.errors import BadRequest
from ussr_engine.events import Command, Event, KernelEstimated
from ussr_engine.imaging.kernels import bicubic, centred, moments, significant
from ussr_engine.imaging.resize import Real
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.loop import Loop, Telling
from ussr_engine.protocols import Fitting
from ussr_engine.registry import DEGRADATIONS
from ussr_engine.schedules import Staircase
from ussr_engine.stage import Stage, Supply

STAGE = "Estimating the blur kernel"
SHOW_EVERY = 100
NARROWEST, WIDEST = 0.2, 3.0
"""Standard deviations in pixels, along both axes, outside which an estimate is taken for a failure."""
STAIR, DROP = 750, 10.0


@dataclass(frozen=True)
class Options:
    """Knobs of the estimation."""

    estimator: str = knob(
        "official",
        choices=("official", "thesis", "gaussian", "bicubic"),
        says="official: KernelGAN; thesis: its form without constraints, on noisy crops; gaussian: no network, the "
        "Gaussian that explains the scan's spectrum; bicubic: no estimation",
    )
    kernel_file: str = knob("", says="a kernel to use instead: a table of numbers (.json, .csv, .txt, .npy)")
    estimate_steps: int = knob(3000, 1, 100_000, unit="steps", says="of generator and critic, in turn")
    estimate_rate: float = knob(2e-4, 1e-7, 1.0, says="learning rate of both", advanced=True)
    window: int = knob(64, LEAST, 256, unit="px", says="side of the crops; shrunk to 0.6 of small scans", advanced=True)
    width: int = knob(64, 4, 256, unit="channels", says="width of generator and critic", advanced=True)
    grain: float = knob(1.0, 0.0, 100.0, unit="grey levels", says="noise added to crops, of 255", advanced=True)
    bicubic: float = knob(5.0, 0.0, 1000.0, says="weight of likeness to bicubic, at the start", advanced=True)
    sum_to_one: float = knob(0.5, 0.0, 1000.0, says="weight of the kernel's sum", advanced=True)
    boundaries: float = knob(0.5, 0.0, 1000.0, says="weight of the kernel's frame", advanced=True)
    centre: float = knob(1.0, 0.0, 1000.0, says="weight of the kernel's centre of mass, later", advanced=True)
    sparse: float = knob(5.0, 0.0, 1000.0, says="weight of the kernel's sparsity, later", advanced=True)
    taps_kept: int = knob(40, 1, 168, unit="taps", says="about so many taps survive the clean-up", advanced=True)


THESIS = Options(estimator="thesis", window=96, grain=30.0)
"""The estimator of the study's Model 2."""


@DEGRADATIONS.add("kernelgan", title="Blur kernel of this scan", options=Options, reference="arXiv:1909.06581")
class KernelGAN:
    """Becomes a `KernelBlur` when fitted; falls back on the bicubic kernel, and says so, where no estimate is sound."""

    resize_kernel = None

    def __init__(self, options: Options) -> None:
        self.options = options

    def __call__(self, hr: Tensor, shape: tuple[int, int], scale: float) -> Tensor:
        """Only the fitted degradation shrinks."""
        raise TypeError("the kernel has not been estimated")

    def fit(self, job: Job) -> Fitting:
        """Estimate the kernel of a step by 2, or take the one that was asked for."""
        check_steps(job)
        kept = job.progress.kept
        if STAGE not in kept:
            options = self.options
            if options.kernel_file:
                kernel = read_kernel(options.kernel_file)
            elif options.estimator == "bicubic":
                kernel = bicubic(2)
            elif (side := crop_side(job.lr, options.window)) < LEAST:
                yield job.noted("The scan is too small to estimate its blur; the bicubic kernel is used instead.")
                kernel = bicubic(2)
            elif options.estimator == "gaussian":
                estimate = spectral_kernel(job.lr[0, 0].cpu().double().numpy())
                kernel = yield from _judged(job, estimate, "from the scan's spectrum")
            else:
                learner = self._learner(job)
                yield from self._train(job, learner, side)
                kernel = yield from _judged(job, self._tidied(learner), f"in {job.progress.step} steps")
            kept[STAGE] = torch.from_numpy(kernel)
        return (yield from KernelBlur(kept[STAGE].cpu().numpy()).fit(job))

    def _learner(self, job: Job) -> KernelLearner:
        options = self.options
        weights = Weights(options.bicubic, options.sum_to_one, options.boundaries, options.centre, options.sparse)
        official = options.estimator == "official"
        return KernelLearner(weights if official else None, options.width, job.plan.seed, job.device.torch)

    def _train(self, job: Job, learner: KernelLearner, side: int) -> Telling:
        options = self.options
        chance, noise = job.progress.chance, options.grain / 255
        official = options.estimator == "official"
        supply: Supply[Sample] = (Crops if official else TurnedCrops)(job.lr, side, noise, chance)
        every = STAIR if official else options.estimate_steps + 1

        def show() -> KernelEstimated | None:
            kernel = self._tidied(learner)
            return None if kernel is None else sight(job.progress.step, kernel, final=False)

        schedule = Staircase(options.estimate_rate, every, DROP)
        stage = Stage(STAGE, learner, supply, schedule, options.estimate_steps, show, show_every=SHOW_EVERY)
        yield from Loop(job, stage).run()

    def _tidied(self, learner: KernelLearner) -> Real | None:
        """The kernel without its weak taps, of sum 1, centred; None while it is nothing of the sort."""
        raw = learner.kernel().cpu().double().numpy()
        try:
            return centred(significant(raw, self.options.taps_kept), 2)
        except BadRequest:
            return None


def _judged(job: Job, kernel: Real | None, how: str) -> Generator[Event, Command | None, Real]:
    """The estimate, with a sentence about it, or the bicubic kernel."""
    if kernel is None:
        yield job.noted("No blur kernel took shape; the bicubic kernel is used instead.")
        return bicubic(2)
    major, minor, angle = moments(kernel)
    shape = f"sigma {major:.2f} × {minor:.2f} px at {angle:.0f}°"
    if not NARROWEST <= minor <= major <= WIDEST:
        yield job.noted(f"The estimated blur kernel ({shape}) is not credible; the bicubic kernel is used instead.")
        return bicubic(2)
    yield job.noted(f"Blur kernel estimated {how}: {shape} from the lateral axis.")
    return kernel
