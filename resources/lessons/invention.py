"""Lesson 3: what a network may invent, with a network that was taught with walls that never end."""

from __future__ import annotations

import numpy as np
import torch
from scipy import ndimage
from simulation import MM, Sheet, coarse, enlarged, picture, psnr, scanned, scene, truth_of

from ussr_engine import catalogue
from ussr_engine.device import Device
from ussr_engine.learning import course_for, learn
from ussr_engine.lessons.lesson import Curtain, Lesson, Look, Overlay, Role, Step
from ussr_engine.lessons.questions import Choice, Outline, Spot, ellipse
from ussr_engine.pairs import Example
from ussr_engine.scan import Image

SCALE, SIDE, PICTURES, STEPS = 3, 144, 40, 400
HEIGHT, WIDTH = 216, 288
GAPS = ((7.6, 7.9), (3.2, 3.7))
WALLS = (
    Sheet(2.2, 0.05, 0.004, 10 ** (-14 / 20)),
    Sheet(4.6, -0.06, 0.006, 10 ** (-14 / 20), (GAPS[0],)),
    Sheet(7.6, 0.08, -0.004, 10 ** (-15 / 20), (GAPS[1],)),
    Sheet(9.6, 0.02, 0.0, 10 ** (-24 / 20)),
)
INVENTED = 0.12
"""Brightness above the truth from which a streak counts as drawn by the network."""
MOST = 12
"""Streaks that count as found."""
NEAR_MM = 0.35
"""Around a wall, where brightness may be the wall's."""


def taught() -> torch.nn.Module:
    """A network that saw other pictures: speckle in, and out the same scene without speckle."""
    assert catalogue
    chance, found = np.random.default_rng(5), []
    for number in range(PICTURES):
        walls = [
            Sheet(
                chance.uniform(0.1, 0.95) * SIDE * MM,
                chance.normal(0, 0.12),
                chance.normal(0, 0.02),
                10 ** (chance.uniform(-34, -14) / 20),
            )
            for _ in range(chance.integers(3, 7))
        ]
        made = scene(chance, SIDE, SIDE, walls)
        lr = coarse(scanned(chance, made), SCALE)
        found.append(Example(str(number), _tensor(lr), _tensor(truth_of(made))))
    knobs = {"layers": 10, "features": 32, "schedule.steps": STEPS, "schedule.rate": 1e-3, "samples.crop": 72}
    course = course_for("vdsr", SCALE, knobs | {"schedule.patience": STEPS}, 0, "simulated walls")
    job = learn(found, course, Device("cpu", "CPU", bfloat16=False))
    while True:
        try:
            next(job)
        except StopIteration as end:
            network: torch.nn.Module = end.value.network
            return network


def streaks(drawn: Image, truth: Image) -> tuple[Outline, ...]:
    """Where the network drew something bright away from every wall: outlines in mm, the clearest."""
    near = np.zeros(drawn.shape, bool)
    down, across = (np.arange(HEIGHT) + 0.5)[:, None] * MM, (np.arange(WIDTH) + 0.5)[None] * MM
    for wall in WALLS:
        near |= np.abs(down - wall.depths(across, WIDTH * MM)) < NEAR_MM
    excess = np.where(near, 0, drawn - truth)
    excess[:, :8] = excess[:, -8:] = excess[:8] = excess[-8:] = 0
    labels, count = ndimage.label(excess > INVENTED)
    sums = ndimage.sum(excess, labels, np.arange(1, count + 1))
    boxes = ndimage.find_objects(labels)
    found = []
    for number in np.argsort(-sums)[:MOST]:
        rows, columns = boxes[number]
        edge = 8
        left, right = (columns.start - edge) * MM, (columns.stop + edge) * MM
        found.append(ellipse(left, (rows.start - edge) * MM, right, (rows.stop + edge) * MM, 32))
    return tuple(found)


def lesson() -> Lesson:
    """All of it; takes some minutes."""
    network = taught()
    chance = np.random.default_rng(11)
    made = scene(chance, HEIGHT, WIDTH, WALLS)
    truth, lr = truth_of(made), coarse(scanned(chance, made), SCALE)
    with torch.no_grad():
        drawn = network(_tensor(lr), SCALE, (HEIGHT, WIDTH)).clamp(0, 1)[0, 0].numpy()
    plain, field = enlarged(lr, SCALE), (HEIGHT * MM, WIDTH * MM)
    worth = psnr(plain, truth), psnr(drawn, truth)
    scan = picture("Scan", lr, Role.SCAN, field)
    bicubic = picture("Bicubic ×3", plain, Role.INTERPOLATED, field, f"{worth[0]:.1f} dB")
    result = picture("Network ×3", drawn, Role.RESULT, field, f"{worth[1]:.1f} dB")
    true = picture("Truth", truth, Role.TRUTH, field)
    gaps = tuple(_around(WALLS[1 + number], gap) for number, gap in enumerate(GAPS))
    break_at = sum(GAPS[0]) / 2, float(WALLS[1].depths(np.array(sum(GAPS[0]) / 2), field[1]))
    close = (break_at[0] - 2.4, break_at[1] - 1.8, 4.8, 3.6)
    missed = np.abs(coarse(drawn, SCALE) - lr) * 255
    around = ndimage.uniform_filter(missed, 5)
    row, column = (int(place / MM / SCALE) for place in reversed(break_at))
    there, usual = float(around[row, column]), float(np.median(around))
    more = float(np.mean(around > there))
    overlay = Overlay("What the scan says otherwise", "grey levels", False, enlarged_map(missed), 1)
    widths = tuple(f"{right - left:.1f}" for left, right in GAPS)
    return Lesson(
        "What a network may invent",
        "A network taught with other pictures enlarges a scan whose truth is known. On average it is far better than "
        "interpolation. At some places it draws what is not there.",
        (
            Step(
                "A scan whose truth is known",
                "Four walls in tissue, simulated. On the right is what is there: two of the walls are broken, one of "
                f"them by {widths[0]} mm, the other by {widths[1]} mm. On the left is what a scanner shows, with "
                "speckle, and as wide as its beam.",
                (scan, true),
                Look(panes=2),
            ),
            Step(
                "What interpolation shows",
                "Enlarged three times by bicubic interpolation. The larger break is a dim place in its wall. The "
                "smaller one is not to be seen: the beam is wider than the break, and echoes of both ends meet in "
                "it.\n\nInterpolation shows what the scan holds, and no more.",
                (bicubic, true),
                Look(panes=2, active=0),
            ),
            Step(
                "A network that was taught elsewhere",
                f"This network saw {PICTURES} other simulated pictures, and learned to turn a coarse scan with speckle "
                "into a fine picture without. In none of them did a wall ever end.\n\nIts picture is calm and sharp. "
                f"Its PSNR against the truth is {worth[1]:.1f} dB, that of interpolation {worth[0]:.1f} dB. By that "
                "number it is far better.",
                (bicubic, result),
                Look(panes=2, active=1),
            ),
            Step(
                "Which is real?",
                "One of these two is the truth, the other one the network's. Zoom with the wheel and look closely. The "
                "names come when you have answered.",
                (result, true),
                Look(panes=2),
                Choice(
                    "Which one is the truth?",
                    ("A, on the left", "B, on the right"),
                    1,
                    "B is the truth. A has walls that go on where they are broken, and small bright streaks in the "
                    "tissue. Without B beside it, would you have doubted A?",
                ),
                hides_names=True,
            ),
            Step(
                "The wall that was mended",
                "The network's picture beside the truth. It has learned that walls do not end.",
                (result, true),
                Look(panes=2),
                Spot(
                    "Click on a piece of wall that the network drew where there is none.",
                    gaps,
                    f"The break of {widths[0]} mm is closed without a trace. Of the one of {widths[1]} mm a faint "
                    "notch is left. Such a break may be the very thing that somebody looks for: a tear, a leak, an "
                    "invasion.",
                ),
            ),
            Step(
                "Look closer",
                "The same place under a curtain: on its left interpolation, on its right the network. The scan itself "
                "holds no break that could be seen here. So the network had a choice, and took what it knew: a wall.",
                (bicubic, result, true),
                Look(panes=4, curtain=Curtain.UPRIGHT, sides=(0, 1), active=1, region=close, reference=0),
            ),
            Step(
                "Find the invented edge",
                "Speckle is random. Now and then some grains lie in a row. A network that looks for walls takes such a "
                "row for a short one.",
                (bicubic, result),
                Look(panes=2, active=1),
                Spot(
                    "Click on a short bright edge in the tissue, away from the four walls, that the network made up.",
                    streaks(drawn, truth),
                    "These are the clearest ones: the truth has even tissue there. In the scan there are a few bright "
                    "grains, no brighter than others. There are weaker streaks elsewhere, too.",
                ),
            ),
            Step(
                "Does the scan object?",
                "A useful check: make the network's picture coarse again, and compare it with the scan. Bright in this "
                f"map is what the scan says otherwise. It is speckle, everywhere, {usual:.0f} grey levels as a rule."
                f"\n\nAt the break that was mended it is {there:.0f}, and {100 * more:.0f} % of all places have "
                "more. The check finds what contradicts the scan. It cannot find an invention that fits it.",
                (bicubic, result),
                Look(panes=2, active=1, opacity=0.6),
                overlay=overlay,
            ),
            Step(
                "What would you trust?",
                "An enlarged picture shows a wall, sharp and without a break. In the scan itself the wall is blurred.",
                (bicubic, result),
                Look(panes=2, region=close, active=1),
                Choice(
                    "Is the wall unbroken?",
                    (
                        "Yes: the enlarged picture is sharp enough to show a break",
                        "Yes: the network has a higher PSNR than interpolation",
                        "The picture cannot say: what is finer than the scan resolves was filled in",
                    ),
                    2,
                    "Sharp is not the same as resolved. PSNR is a mean over all pixels, and a break is a few of them. "
                    "Look at the scan, take another view, or scan with a higher frequency.",
                ),
            ),
            Step(
                "What to keep in mind",
                "A network fills in what it was taught. The more a scan leaves open, the more it fills in, and nothing "
                "in the picture tells drawn from measured. Keep the scan at hand, compare, and never take a finding "
                "from an enlarged picture alone.",
                (scan, bicubic, result, true),
                Look(panes=4),
            ),
        ),
    )


def enlarged_map(values: Image) -> Image:
    """A map of the coarse grid on the fine one, each value a square."""
    return np.kron(values, np.ones((SCALE, SCALE))).astype(np.float32)


def _around(wall: Sheet, gap: tuple[float, float]) -> Outline:
    left, right = gap
    depth = float(wall.depths(np.array((left + right) / 2), WIDTH * MM))
    return ellipse(left - 0.35, depth - 0.45, right + 0.35, depth + 0.45, 32)


def _tensor(image: Image) -> torch.Tensor:
    return torch.from_numpy(image.copy())[None, None]
