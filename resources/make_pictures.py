"""Make the pictures that the window shows before anything is open: python resources/make_pictures.py.

The three samples as the engine makes them, and for every method that rests on nothing trained elsewhere a corner of
its own result on one of them, with its scores and its time: ``ussr_gui/pictures``.  Takes some minutes on a processor.
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
from ussr_engine.events import Finished, Prepared
from ussr_engine.measures.truth import seen
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.samples import SAMPLES, sample
from ussr_engine.scan import Image as Picture
from ussr_engine.train import Surroundings, train

HERE = Path(__file__).resolve().parents[1] / "ussr_gui" / "pictures"
SHRINK = 2
SAMPLE, SCALE, DEGRADATION = "cysts", 2, 3
"""What the methods are shown on: shrunk, blurred and grained, as scans are."""
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
    """A corner of the truth, of the scan, and of every method's result, with figures."""
    truth = sample(SAMPLE).cropped(SCALE)
    scan = replace(degrade(truth, DEGRADATION, SCALE, noise="grey", seed=0), name=truth.name)
    place = HERE / "methods.json"
    figures = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
    written(truth.image[CORNER], HERE / "method-truth.png")
    for name, method in METHODS.items():
        if (only and name not in only) or method.card().borrows:
            continue
        plan = plan_for(name, SCALE)
        around = Surroundings(device.choose("cpu", 1), truth)
        for event in train(scan, plan, around):
            if isinstance(event, Prepared) and name == "bicubic":
                nearest = np.kron(event.scan.image, np.ones((SCALE, SCALE), np.float32))
                written(nearest[CORNER], HERE / "method-scan.png")
            if isinstance(event, Finished):
                result = event.result
        written(result.sr.image[CORNER], HERE / f"method-{name}.png")
        scores = result.scores
        assert scores is not None
        widest = max(truth.known, key=lambda known: known.size_mm)
        figures[name] = {
            "psnr": round(scores.psnr, 2),
            "ssim": round(scores.ssim, 4),
            "cpu_seconds": round(result.cpu_seconds, 1),
            "cyst": round(seen(result.sr.image, truth.spacing, widest), 2),
        }
        place.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        print(name, figures[name], flush=True)


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
