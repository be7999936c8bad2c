"""One method on one scan, as a generator of events: the road every result comes down."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from ussr_engine import __version__
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest, DeviceFailed
from ussr_engine.events import Command, Event, Finished, Noted, Prepared
from ussr_engine.imaging.resize import resize
from ussr_engine.job import Clock, Job
from ussr_engine.loop import recall
from ussr_engine.methods import METHODS
from ussr_engine.metrics import consistency, measure
from ussr_engine.plan import Plan
from ussr_engine.registry import DEGRADATIONS, RECIPES
from ussr_engine.result import Result, Scores
from ussr_engine.runs import Run
from ussr_engine.scan import Image, Scan, luma

LEAST = 8
"""Smallest side of a scan in pixels."""
MOST = 400_000_000
"""Largest result in pixels."""

LITTLE = 0.25 / 255
"""Quarter of a grey level: less is no detail."""
JUDGED = 4_000_000
"""Largest preview that is scored: above, SSIM takes seconds in which nobody's order would be heard."""

FrameWay = Callable[[Scan], Generator[Event, Command | None, Scan]]
"""The way from a further frame like the scan to its enlargement, with what was learned."""
Events = Generator[Event, Command | None, FrameWay]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around a job and does not decide its result.

    ``reference`` is the truth, when it is known; ``run`` keeps the state on disk; ``lpips`` measures the perceptual
    distance of two 8-bit lumas, or is the reason why it cannot be; ``weights`` names the folder of perceptual weights,
    where the person has chosen one.
    """

    device: Device
    reference: Scan | None = None
    run: Run | None = None
    lpips: Callable[[np.ndarray, np.ndarray], float] | str = ""
    preview_seconds: float = 0.0
    weights: str | None = None


def train(scan: Scan, plan: Plan, around: Surroundings) -> Events:
    """Enlarge a scan by a plan.

    Yields ``Prepared``, then whatever the recipe has to tell, and ``Finished`` last.  Errors are raised, a cancel is
    ``close()``; ``Command.FINISH`` and ``Command.PREVIEW`` may be sent in at any event.  What the generator
    returns enlarges further frames of the scan's size.

    Raises
    ------
    BadRequest
        For scans too small or results too large.
    EngineError
        If the device runs out of memory or training gives nothing finite.
    """
    if plan.schedule is not None and min(scan.height, scan.width) < LEAST:
        words = f"{scan.name} is {scan.width} × {scan.height} pixels; at least {LEAST} a side are needed to learn."
        raise BadRequest(words, "Choose a method that learns nothing, such as bicubic.")
    if scan.height * scan.width * plan.scale**2 > MOST:
        raise BadRequest(
            f"{scan.name} ×{plan.scale} would have more than {MOST / 1e6:.0f} megapixels.", "Crop it first."
        )
    try:
        return (yield from _run(scan, plan, around))
    except DeviceFailed as failed:
        spare = around.device.spare
        if spare is None:
            raise
        words = f"{failed.words} The run went on on {spare.words}."
    yield Noted(words)
    return (yield from _run(scan, plan, replace(around, device=spare), words))


def _run(scan: Scan, plan: Plan, around: Surroundings, note: str = "") -> Events:
    clock = Clock()
    job = _work(scan, plan, around, clock, note)
    command: Command | None = None
    try:
        while True:
            clock.start()
            try:
                event = job.send(command)
            except StopIteration as end:
                way: FrameWay = end.value
                return way
            except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
                told = _told(error, around.device)
                if told is error:
                    raise
                raise told from error
            finally:
                clock.stop()
            command = yield event
    finally:
        job.close()


def _told(error: Exception, device: Device) -> Exception:
    """What befell the device in words; any other error as it is."""
    # On a processor torch reports a failed allocation as a bare RuntimeError.
    if not isinstance(error, RuntimeError) or "memory" in str(error):
        remedy = "Choose a smaller crop, a smaller scale, or another device."
        return DeviceFailed(f"{device.words} ran out of memory.", remedy)
    if device.id != "cpu" and ("CUDA" in str(error) or "MPS" in str(error)):
        return DeviceFailed(f"{device.words} failed.", "Restart the computer, or choose the processor.")
    return error


def _work(scan: Scan, plan: Plan, around: Surroundings, clock: Clock, note: str) -> Events:
    with clock.stopped():
        picture = Picture(scan, plan.scale, around)
        prepared = picture.prepared()
    yield prepared
    device = around.device.torch
    lr = torch.from_numpy(luma(scan.image).copy())[None, None].to(device)
    degradation = DEGRADATIONS[plan.degradation.name].make(plan.degradation.options)

    def judge(sr: Tensor) -> tuple[Image, Scores | None, float | None]:
        with clock.stopped():
            return picture.judged(sr, job.grey)

    job = Job(lr, plan, around.device, degradation, judge, around.run, around.preview_seconds, clock, around.weights)
    job.colour = scan.image if scan.is_colour else None
    if scan.is_colour:
        yield job.noted(
            "The scan is in colour: its brightness is enlarged by the method, its colours by interpolation."
        )
    if bool(lr.max() == lr.min()):
        yield job.noted("The scan is one flat tone: there is nothing to learn from it, so it was interpolated.")
        image = picture.bicubic
    else:
        yield from recall(job)
        job.degradation = yield from degradation.fit(job)
        recipe = RECIPES[plan.recipe.name].make(plan.recipe.options)
        image = picture.composed((yield from recipe.run(job)), job.grey)
        if plan.recipe.name != "interpolate" and picture.adds_little(image):
            yield job.noted("The result hardly differs from interpolation: no detail beyond it was found.")
    if note:
        job.noted(note)
    seconds, cpu_seconds = clock.read()
    result = Result(
        sr=scan.with_image(image, plan.scale, name=f"{scan.name} ×{plan.scale}"),
        plan=plan.to_dict(),
        method=plan.method,
        title=METHODS[plan.method].title,
        scale=plan.scale,
        seed=plan.seed,
        seconds=seconds,
        cpu_seconds=cpu_seconds,
        device=around.device.words,
        history=job.progress.history(),
        notes=tuple(job.notes),
        scores=picture.scores(image),
        consistency=picture.consistency(image),
        version=__version__,
        kernel=None if job.kernel is None else job.kernel.astype(np.float32),
        evidence=job.evidence,
        maps=job.maps,
    )
    yield Finished(result)

    def further(frame: Scan) -> Generator[Event, Command | None, Scan]:
        seen = Picture(frame, plan.scale, Surroundings(around.device))
        image = seen.bicubic
        if job.further and frame.image.min() < frame.image.max():
            job.colour = frame.image if frame.is_colour else None
            luminance = torch.from_numpy(luma(frame.image).copy())[None, None].to(device)
            image = seen.composed((yield from job.further(luminance)), job.grey)
        return frame.with_image(image, plan.scale)

    return further


class Picture:
    """From the luma a recipe gives to the picture a person sees, and its agreement with the truth."""

    def __init__(self, scan: Scan, scale: int, around: Surroundings) -> None:
        self.scan, self.scale, self.around = scan, scale, around
        self.bicubic = np.clip(resize(scan.image, scale=scale), 0, 1)

    def prepared(self) -> Prepared:
        """The event that opens a run."""
        around = self.around
        bicubic = self.scan.with_image(self.bicubic, self.scale, name=f"{self.scan.name}, bicubic ×{self.scale}")
        run = around.run.name if around.run else ""
        return Prepared(run, self.scan, bicubic, around.reference, self.scores(self.bicubic), around.device.words)

    def composed(self, sr: Tensor, without_colour: bool) -> Image:
        """Luma (1, 1, H, W) to a picture: colours, where the scan has any to keep, come from interpolation."""
        grey: Image = sr[0, 0].float().cpu().numpy()
        if without_colour or not self.scan.is_colour:
            return grey
        bicubic = self.bicubic
        if bicubic.shape[:2] != grey.shape:  # a stage on the way to the full size
            bicubic = np.clip(resize(self.scan.image, shape=grey.shape), 0, 1)
        # Colour differences do not change when all channels move together.
        return np.clip(bicubic + (grey - luma(bicubic))[..., None], 0, 1).astype(np.float32)

    def scores(self, image: Image) -> Scores | None:
        """Agreement with the truth, if it is known and of the same size."""
        reference = self.around.reference
        if reference is None or reference.image.shape[:2] != image.shape[:2]:
            return None
        lpips = self.around.lpips
        if isinstance(lpips, str):
            return measure(reference.image, image, lpips_reason=lpips)
        return measure(reference.image, image, lpips)

    def consistency(self, image: Image) -> float | None:
        """How far the picture, shrunk again, is from the scan; None for one that is not of the full size."""
        return consistency(self.scan.image, image) if image.shape[:2] == self.bicubic.shape[:2] else None

    def adds_little(self, image: Image) -> bool:
        """Whether a picture is interpolation but for a root mean square of `LITTLE`."""
        added = luma(image) - luma(self.bicubic)
        return float(np.sqrt(np.mean(np.square(added), dtype=np.float64))) < LITTLE

    def judged(self, sr: Tensor, without_colour: bool) -> tuple[Image, Scores | None, float | None]:
        """A preview, its scores and its consistency."""
        image = self.composed(sr, without_colour)
        return (image, self.scores(image), self.consistency(image)) if image.size <= JUDGED else (image, None, None)
