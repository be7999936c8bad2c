"""Make the pictures that the window shows before anything is open: python resources/make_pictures.py.

The three samples as the engine makes them, and for every method that rests on nothing trained elsewhere a corner of
its own results on one of them, clean and noisy, with scores and times: ``ussr_gui/pictures``.  Takes minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from ussr_engine import device
from ussr_engine.degradations.study import degrade
from ussr_engine.events import Finished
from ussr_engine.measures.truth import seen
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.samples import SAMPLES, sample
from ussr_engine.scan import Image as Picture
from ussr_engine.train import Surroundings, train

HERE = Path(__file__).resolve().parents[1] / "ussr_gui" / "pictures"
SHRINK = 2
SAMPLE, SCALE, CASES = "cysts", 2, {"clean": 1, "noisy": 3}
"""What the methods are shown on: the sample shrunk, and shrunk, blurred and grained (the study's Methods 1 and 3)."""
CORNER = slice(40, 136), slice(20, 148)
"""Rows and columns of the sample that the pictures of the methods show."""


def written(image: Picture, path: Path) -> None:
    """An 8 bit grey PNG."""
    Image.fromarray(np.rint(image * 255).astype(np.uint8)).save(path, optimize=True)
    print(path)


def samples() -> None:
    """The three samples, at half their size."""
    for name in SAMPLES:
        image = sample(name).image
        half = image.reshape(image.shape[0] // SHRINK, SHRINK, image.shape[1] // SHRINK, SHRINK).mean((1, 3))
        written(half, HERE / f"sample-{name}.png")


def methods(only: list[str]) -> None:
    """A corner of the truth, of the scans, and of every method's results, with figures."""
    truth = sample(SAMPLE).cropped(SCALE)
    place = HERE / "methods.json"
    written(truth.image[CORNER], HERE / "method-truth.png")
    for name, method in METHODS.items():
        if (only and name not in only) or method.card().borrows:
            continue
        for case, degradation in CASES.items():
            scan = replace(degrade(truth, degradation, SCALE, noise="grey", seed=0), name=truth.name)
            if name == "bicubic":
                pixels = np.kron(scan.image, np.ones((SCALE, SCALE), np.float32))
                written(pixels[CORNER], HERE / f"method-{case}-scan.png")
            around = Surroundings(device.choose("cpu", 1), truth)
            result = next(
                event.result for event in train(scan, plan_for(name, SCALE), around) if isinstance(event, Finished)
            )
            written(result.sr.image[CORNER], HERE / f"method-{case}-{name}.png")
            scores = result.scores
            assert scores is not None
            widest = max(truth.known, key=lambda known: known.size_mm)
            figures = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
            figures.setdefault(name, {})[case] = {
                "psnr": round(scores.psnr, 2),
                "ssim": round(scores.ssim, 4),
                "cpu_seconds": round(result.cpu_seconds, 1),
                "cyst": round(seen(result.sr.image, truth.spacing, widest), 2),
            }
            place.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
            print(name, case, figures[name][case], flush=True)


def main() -> int:
    """Make them and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", action="store_true", help="only the samples")
    parser.add_argument("methods", nargs="*", help="only these methods")
    asked = parser.parse_args()
    HERE.mkdir(exist_ok=True)
    samples()
    if not asked.samples:
        methods(asked.methods)
    return 0


if __name__ == "__main__":
    sys.exit(main())
