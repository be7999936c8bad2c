"""Lesson 1: aliasing and interpolation, on a stack of thin layers that lie closer and closer with depth."""

from __future__ import annotations

import numpy as np
from simulation import MM, coarse, enlarged, picture

from ussr_engine.lessons.lesson import Comparison, Curtain, Lesson, Look, Role, Step
from ussr_engine.lessons.questions import Choice, Spot
from ussr_engine.scan import Image

SIDE, SCALE = 256, 4
WIDEST, CLOSEST = 1.2, 0.22
"""Distances of the layers in mm, at the top and at the bottom: 6 and 1.1 of the coarse pixels."""
SLOPE = 0.12
PIXEL = MM * SCALE


def layers() -> tuple[Image, float]:
    """Layers whose distance shrinks evenly with depth, and the depth in mm from which it is under two coarse pixels."""
    y, x = (np.arange(SIDE) + 0.5)[:, None] * MM, (np.arange(SIDE) + 0.5)[None] * MM
    depth = y + SLOPE * (x - SIDE * MM / 2)
    whole = SIDE * MM
    first, last = 1 / WIDEST, 1 / CLOSEST
    cycles = first * depth + (last - first) * depth**2 / (2 * whole)
    grain = np.random.default_rng(4).normal(0, 0.03, (SIDE, SIDE))
    # One wave and no overtones, so that what is false comes from the layers alone.
    image = np.clip(0.45 + 0.33 * np.cos(2 * np.pi * cycles) + grain, 0, 1).astype(np.float32)
    limit = (1 / (2 * PIXEL) - first) * whole / (last - first)
    return image, float(limit)


def lesson() -> Lesson:
    """All of it."""
    fine, limit = layers()
    field = (SIDE * MM, SIDE * MM)
    blurred, picked = coarse(fine, SCALE), coarse(fine, SCALE, antialias=False)
    truth = picture("Fine picture", fine, Role.TRUTH, field, f"{SIDE} × {SIDE}")
    clean = picture("Coarse, averaged", blurred, Role.SCAN, field, f"{SIDE // SCALE} × {SIDE // SCALE}")
    false = picture("Coarse, every 4th pixel", picked, Role.SCAN, field, f"{SIDE // SCALE} × {SIDE // SCALE}")
    nearest = picture("Squares", np.kron(blurred, np.ones((SCALE, SCALE), np.float32)), Role.INTERPOLATED, field)
    smooth = picture("Bicubic", enlarged(blurred, SCALE), Role.INTERPOLATED, field)
    smooth_false = picture("Bicubic of every 4th pixel", enlarged(picked, SCALE), Role.INTERPOLATED, field)
    close = (3.2, 0.8, 4.4, 4.4)
    deep = (0.0, limit + 1.2), (field[1], limit + 1.2), (field[1], field[0]), (0.0, field[0])
    return Lesson(
        "Aliasing and interpolation",
        "What is lost when a picture has too few pixels, what false patterns come instead, and why smaller pixels do "
        "not bring anything back.",
        (
            Step(
                "A picture whose detail is known",
                "These are thin layers, simulated, seen in pixels of 0.05 mm. At the top they lie "
                f"{WIDEST:g} mm apart; deeper they lie closer and closer, down to {CLOSEST:g} mm.\n\nThey all fall "
                "gently to one side in the same direction. Keep that in mind.",
                (truth,),
                Look(panes=1),
            ),
            Step(
                "Fewer pixels",
                f"On the right is the same picture with pixels of {PIXEL:g} mm. Each of them is the mean over its "
                "neighbourhood, as a good program makes it.\n\nThe wide layers are still there. A pattern needs more "
                f"than two pixels for each of its periods: here {2 * PIXEL:g} mm. Deeper than {limit:.1f} mm the "
                "layers lie closer than that, and fade into an even grey. That is loss, and it is honest: next to "
                "nothing false is seen.",
                (truth, clean),
                Look(panes=2),
            ),
            Step(
                "Leave the averaging out",
                "Now only every 4th pixel is kept, as it is. This happens when a frame is made smaller carelessly, and "
                "when beams lie too far apart.\n\nThe top is as before. Further down there are stripes again, wide "
                "ones, and near the bottom they lean the other way. There are no such layers. Fine layers that fall "
                "between the pixels come back as coarse ones: this is aliasing.",
                (truth, clean, false),
                Look(panes=4),
            ),
            Step(
                "Find the false stripes",
                "On the left the truth, on the right the careless picture. Look at distances and at the direction in "
                "which the stripes lean.",
                (truth, false),
                Look(panes=2),
                Spot(
                    "Click on stripes that are false.",
                    (deep,),
                    f"Anywhere in this region: the layers lie closer than {2 * PIXEL:g} mm here, so that pixels of "
                    f"{PIXEL:g} mm cannot hold them. What is seen is the difference between layers and pixels. Above "
                    "it, distances are right.",
                ),
            ),
            Step(
                "Smaller pixels by interpolation",
                "The averaged picture again, enlarged four times: first every pixel as a square, then by bicubic "
                "interpolation, which draws a smooth surface through the pixels.\n\nBicubic is pleasant to look at. "
                "Look for a layer that it shows and the squares do not: there is none. The fine picture beside them "
                "has layers down to the bottom.",
                (nearest, smooth, truth),
                Look(panes=4, region=close),
            ),
            Step(
                "How much detail?",
                "Both enlarged pictures have the same number of pixels as the fine one.",
                (nearest, smooth),
                Look(panes=2, region=close),
                Choice(
                    "Which of these two pictures holds more true detail?",
                    (
                        "The squares: nothing was smoothed",
                        "Bicubic: it computed new pixels",
                        "Neither: both were made of the same pixels",
                    ),
                    2,
                    "Interpolation decides how the surface runs between the pixels that were measured. It adds no "
                    "measurement. Smaller pixels are not finer resolution.",
                ),
            ),
            Step(
                "Interpolation believes what it is given",
                "Here the careless picture is enlarged. The false stripes have become smooth, even and convincing. "
                "Nothing in this picture says that they are false.\n\nMove the curtain: on its left is the truth.",
                (truth, smooth_false),
                Look(panes=2, curtain=Curtain.UPRIGHT, sides=(0, 1), active=1, reference=0),
            ),
            Step(
                "Where they differ",
                "The difference from the truth. At the top it is small. Deeper it is as strong as the layers "
                "themselves, in both colours: where there is a layer none is drawn, and where there is none one is.\n\n"
                "A network that learns from such a picture learns the false stripes as well, and sharpens them.",
                (truth, smooth_false),
                Look(panes=2, comparison=Comparison.SIGNED, reference=0, active=1),
            ),
            Step(
                "What keeps false stripes away?",
                "One more question.",
                (clean, false),
                Look(panes=2),
                Choice(
                    "What would have kept the false stripes out of the small picture?",
                    (
                        "Blurring before pixels are taken",
                        "Blurring the small picture afterwards",
                        "Bicubic interpolation afterwards",
                        "A network trained on sharp pictures",
                    ),
                    0,
                    "What is finer than two pixels must go before the pixels are taken. Afterwards false stripes are "
                    "made of the same pixels as true ones, and nobody can tell them apart: a blur takes both.",
                ),
            ),
            Step(
                "What to keep in mind",
                "Fine detail that was never sampled is gone. If it was not averaged away, it comes back as something "
                "else. Interpolation shows what is in the pixels, no more. Whatever shows more than that has "
                "guessed.\n\nFor your own scans: keep files at the size at which the scanner made them.",
                (truth, clean, false, smooth_false),
                Look(panes=4),
            ),
        ),
    )
