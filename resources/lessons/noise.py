"""Lesson 2: what noise does to learning, with real runs of ZSSR on one simulated scan, without noise and with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from simulation import coarse, psnr

from ussr_engine import events
from ussr_engine.device import Device
from ussr_engine.knobs import Value
from ussr_engine.lessons.lesson import Curve, Lesson, Look, Picture, Preview, Role, Step, Training, levels_of
from ussr_engine.lessons.questions import Choice, Spot
from ussr_engine.methods import METHODS
from ussr_engine.phantom import phantom
from ussr_engine.scan import Image, Scan
from ussr_engine.train import Surroundings, train

SEED, HEIGHT, WIDTH = 3, 224, 256
NOISE = 0.06
"""Deviation of the noise that is added, in parts of white: 15 grey levels."""
WIRE_MM = 1.3
"""On either side of a wire, where its echo is seen."""
STEPS, SHOWN = 3000, 14
KNOBS: Mapping[str, Value] = {"backbone.features": 32, "schedule.steps": STEPS, "schedule.patience": STEPS}


@dataclass(frozen=True, eq=False)
class Made:
    """What a run left: pictures, (step, picture, PSNR) of its previews, the loss on held-out pieces."""

    bicubic: Image
    bicubic_psnr: float
    result: Image
    result_psnr: float
    previews: tuple[tuple[int, Image, float], ...]
    held_out: tuple[tuple[int, float], ...]


def made_by(method: str, scan: Scan, truth: Scan, knobs: Mapping[str, Value]) -> Made:
    """Enlarge a scan twice; previews at steps that grow like the logarithm."""
    plan = dataclasses.replace(METHODS[method].plan.turned(knobs), scale=2, seed=0)
    job = train(scan, plan, Surroundings(Device("cpu", "CPU", bfloat16=False), truth))
    wanted = sorted({round(step) for step in np.geomspace(1, STEPS, SHOWN)})
    previews: list[tuple[int, Image, float]] = []
    bicubic, result, command = None, None, None
    while result is None:
        event, command = job.send(command), None
        if isinstance(event, events.Stepped) and wanted and event.step >= wanted[0]:
            wanted = [step for step in wanted if step > event.step]
            command = events.Command.PREVIEW
        elif isinstance(event, events.Previewed):
            previews.append((event.step, event.image, psnr(event.image, truth.image)))
        elif isinstance(event, events.Prepared):
            bicubic = event.bicubic.image
        elif isinstance(event, events.Finished):
            result = event.result
    assert bicubic is not None
    return Made(
        bicubic,
        psnr(bicubic, truth.image),
        result.sr.image,
        psnr(result.sr.image, truth.image),
        tuple(previews),
        tuple(result.history.losses.get("held out", ())),
    )


def training_of(made: Made, number: int) -> Training:
    """As a lesson has it; ``number`` is the picture that the run made."""
    worth = [(float(step), value) for step, _, value in made.previews]
    return Training(
        number,
        tuple(Preview(step, levels_of(image), f"{value:.2f} dB") for step, image, value in made.previews),
        (
            Curve("Loss, on pieces kept aside", tuple((float(step), value) for step, value in made.held_out)),
            Curve("Closeness to the truth: PSNR, dB", (*worth, (float(STEPS), made.result_psnr))),
        ),
    )


def lesson() -> Lesson:
    """All of it; takes some minutes."""
    whole = phantom(SEED, width=WIDTH, height=HEIGHT)
    truth = whole.scan
    assert truth.spacing is not None
    half = coarse(truth.image, 2)
    added = np.random.default_rng(1).normal(0, NOISE, half.shape)
    clean, noisy = (truth.with_image(_rounded(np.clip(one, 0, 1)), 0.5) for one in (half, half + added))
    quiet, loud = made_by("zssr", clean, truth, KNOBS), made_by("zssr", noisy, truth, KNOBS)
    denoised = made_by("denoise", noisy, truth, {})
    simulated = made_by("simreg", noisy, truth, {})

    def picture(name: str, image: Image, role: Role, value: float | None = None) -> Picture:
        scale = truth.height / image.shape[0]
        assert truth.spacing is not None
        facts = "" if value is None else f"{value:.2f} dB"
        return Picture(name, levels_of(image), role, truth.spacing.enlarged(1 / scale), facts=facts)

    true = picture("Truth", truth.image, Role.TRUTH)
    scan, noisy_scan = picture("Scan", clean.image, Role.SCAN), picture("Noisy scan", noisy.image, Role.SCAN)
    son = picture("The scan, made coarser", coarse(clean.image, 2), Role.OTHER)
    plain = picture("Bicubic ×2", quiet.bicubic, Role.INTERPOLATED, quiet.bicubic_psnr)
    learned = picture("ZSSR ×2", quiet.result, Role.RESULT, quiet.result_psnr)
    noisy_plain = picture("Bicubic ×2", loud.bicubic, Role.INTERPOLATED, loud.bicubic_psnr)
    noisy_learned = picture("ZSSR ×2", loud.result, Role.RESULT, loud.result_psnr)
    cleaned = picture("Denoise ×2", denoised.result, Role.RESULT, denoised.result_psnr)
    regained = picture("SimReg ×2", simulated.result, Role.RESULT, simulated.result_psnr)
    best_step, _, best = max(quiet.previews, key=lambda one: one[2])
    vessel, breadth = whole.vessel, WIDTH * truth.spacing.lateral
    lumen_half = 0.75 * vessel.radius_mm
    wires = [x for y, x in whole.wires if abs(y - vessel.centre(np.array(x), breadth)) < vessel.radius_mm]
    ends = [0.0, *(side for x in sorted(wires) for side in (x - WIRE_MM, x + WIRE_MM)), breadth]
    lumen = tuple(
        tuple(
            (x, float(vessel.centre(np.array(x), breadth)) + away)
            for x, away in ((left, -lumen_half), (right, -lumen_half), (right, lumen_half), (left, lumen_half))
        )
        for left, right in zip(ends[::2], ends[1::2], strict=True)
    )
    middle = vessel.axial_mm
    close = (breadth / 2 - 3.4, middle - 2.6, 6.8, 5.6)
    fell = loud.held_out[0][1], loud.held_out[-1][1]
    return Lesson(
        "What noise does to learning",
        "A network learns from one scan, first without noise and then with it: the loss falls both times, and only "
        "once the picture gets better.",
        (
            Step(
                "A scan and its truth",
                "A simulated neck with an artery: on the right as it is, on the left as a scan with half as many "
                "pixels a side. Here the truth is known, so that every enlargement can be held against it.",
                (scan, true),
                Look(panes=2),
            ),
            Step(
                "How one scan can teach",
                "ZSSR, a small network, has nothing but this scan. It makes the scan coarser still, and learns the way "
                "back from the coarse one (right) to the scan itself (left). Then it takes the same way once more, "
                "from the scan to something finer.\n\nThe loss says how far the way back misses the scan. It never "
                "sees the truth.",
                (scan, son),
                Look(panes=2),
            ),
            Step(
                "Without noise: scrub through training",
                f"Drag the slider, or click on a curve. Interpolation alone has a PSNR of {quiet.bicubic_psnr:.1f} dB "
                f"against the truth: higher is closer. Within {best_step} steps the network reaches {best:.1f} dB. "
                f"Then it gains nothing more on this scan, and ends at {quiet.result_psnr:.1f} dB.\n\nThe edges of "
                "the artery become crisper, as they are in the truth.",
                (plain, learned, true),
                Look(panes=4, region=close, active=1, reference=2),
                training=training_of(quiet, 1),
            ),
            Step(
                "Now with noise",
                f"The same scan with noise added, about {255 * NOISE:.0f} grey levels: a weak signal, much gain. The "
                "noise is another one in every pixel. It has nothing to do with the tissue.",
                (scan, noisy_scan, true),
                Look(panes=4, region=close),
            ),
            Step(
                "With noise: scrub through training",
                f"The same network, the same {STEPS} steps. The loss falls as before, from {fell[0]:.3f} to "
                f"{fell[1]:.3f}. But look at the other curve: the picture begins at {loud.bicubic_psnr:.1f} dB, which "
                f"is interpolation, and ends at {loud.result_psnr:.1f} dB. The longer it learns, the farther it is "
                "from the truth.",
                (noisy_plain, noisy_learned, true),
                Look(panes=4, region=close, active=1, reference=2),
                training=training_of(loud, 1),
            ),
            Step(
                "Why?",
                "The loss fell, on pieces of the scan that were kept aside, too. Nothing went wrong with the training.",
                (noisy_plain, noisy_learned, true),
                Look(panes=4, region=close, active=1, reference=2),
                Choice(
                    "Why does the picture get worse while the loss gets better?",
                    (
                        "The network is too small for this scan",
                        "What it learns to restore, the noisy scan, holds noise: it learns to make grain crisp",
                        "It was trained for too few steps",
                        "The scan has too few pixels to learn from",
                    ),
                    1,
                    "The scan is the teacher. Where it is noisy, a crisp grain earns a lower loss than a smooth one. "
                    "The network does what it was asked to do, and then sharpens the noise of the scan itself. More "
                    "steps and larger networks do that better still.",
                ),
            ),
            Step(
                "Where noise gives itself away",
                "Blood in this artery sends back no echo: in the truth its inside is black, but for one bright dot, "
                "which is a wire. Speckle of tissue looks much like sharpened noise. Fluid does not.",
                (noisy_plain, noisy_learned),
                Look(panes=2),
                Spot(
                    "Click where grain can only be noise.",
                    lumen,
                    "The inside of the artery, but for the wire. Whatever is seen in fluid was not there: look at "
                    "cysts, vessels and the bladder first when you judge an enlarged picture.",
                ),
            ),
            Step(
                "What helps",
                f"Take the noise out first. Denoise estimates it, removes it and then only interpolates: "
                f"{denoised.result_psnr:.1f} dB. SimReg finds out how noisy the scan is and counts on it: "
                f"{simulated.result_psnr:.1f} dB. Interpolation has {loud.bicubic_psnr:.1f} dB, ZSSR "
                f"{loud.result_psnr:.1f} dB.\n\nBoth smooth what they cannot tell from noise. That is a price, too: "
                "fine speckle goes.",
                (noisy_plain, cleaned, regained, true),
                Look(panes=4, region=close, active=1, reference=3),
            ),
            Step(
                "Without a truth",
                "On a patient's scan nobody knows the truth, and the second curve does not exist.",
                (noisy_learned,),
                Look(panes=1, region=close),
                Choice(
                    "You enlarge a noisy scan with a network that learns from it. The loss has fallen a lot. What does "
                    "that tell you?",
                    (
                        "The picture is closer to the truth",
                        "The network has learned this scan, its noise included",
                        "The picture can be used for measuring",
                    ),
                    1,
                    "The loss compares with the scan. It cannot know what in the scan is noise. Compare with "
                    "interpolation, look at fluid, and take noise out before you sharpen.",
                ),
            ),
        ),
    )


def _rounded(image: Image) -> Image:
    """As an 8-bit file holds it."""
    return (np.rint(image.astype(np.float32) * np.float32(255)) / np.float32(255)).astype(np.float32)
