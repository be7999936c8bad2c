"""How often the band of a method holds the truth: ``python -m ussr_engine.benchmark.coverage FOLDER…``.

Every scan is taken as the truth, degraded by a Method of the study and enlarged again with maps.  Printed are the share
of pixels within the band, and its interval score (Gneiting, Raftery, JASA 102, 2007) over that of a band which is
equally wide everywhere and holds as many: below 1 the widths say something.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ussr_engine.degradations.study import degrade
from ussr_engine.device import choose
from ussr_engine.events import Finished
from ussr_engine.files import read_scan
from ussr_engine.honesty.band import COVERED
from ussr_engine.honesty.maps import UNCERTAINTY, WHITE
from ussr_engine.methods import plan_for
from ussr_engine.scan import Image, Scan, luma
from ussr_engine.train import Surroundings, train

GOOD = 0.05
"""How far the share may lie from what the band promises."""
STEP = 8
"""Pixels of which the sides of a truth are multiples, so that every scale divides them."""


@dataclass(frozen=True)
class Coverage:
    """``share`` of the pixels within a band; ``score``, the mean interval score over that of one constant width."""

    share: float
    score: float

    @classmethod
    def of(cls, error: npt.NDArray[np.floating], width: npt.NDArray[np.floating]) -> Coverage:
        """From absolute errors and half-widths, pixel by pixel."""
        share = float(np.mean(error <= width))

        def score(half: npt.NDArray[np.floating] | float) -> float:
            return float(np.mean(2 * half + 2 / (1 - COVERED) * np.maximum(error - half, 0)))

        return cls(share, score(width) / score(float(np.quantile(error, share))))


def covered(reference: Scan, way: int, scale: int, *, polish: bool = False) -> Coverage:
    """Of SimReg's band on a scan (H, W) that is degraded by a Method of the study and enlarged again."""
    plan = plan_for("simreg", scale, {"maps": True, "polish": polish})
    *_, last = train(degrade(reference, way, scale), plan, Surroundings(choose("cpu", 1)))
    assert isinstance(last, Finished)
    error = np.abs(_grey(last.result.sr.image) - _grey(reference.image))
    return Coverage.of(error, last.result.maps[UNCERTAINTY].values / WHITE)


def _grey(image: Image) -> Image:
    return image if image.ndim == 2 else image.mean(2)


def main() -> None:
    """Print a line a scan and, of every folder, the share of all its pixels; then how many hold what the band says."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("scans", nargs="+", help="scans, or folders of them")
    asked.add_argument("--methods", default="1,2,3", help="of the study (1,2,3)")
    asked.add_argument("--scales", default="2,4")
    asked.add_argument("--polish", action="store_true")
    options = asked.parse_args()
    given = [Path(place) for place in options.scans]
    paths = [path for place in given for path in (sorted(place.iterdir()) if place.is_dir() else [place])]
    single: list[Coverage] = []
    pooled: list[float] = []
    for scale in map(int, options.scales.split(",")):
        for way in map(int, options.methods.split(",")):
            cell = f"×{scale} Method {way}"
            inside: dict[str, list[int]] = {}
            for path in paths:
                whole = read_scan(path).cropped(STEP)
                reference = Scan(luma(whole.image), bits=8, name=whole.name)
                found = covered(reference, way, scale, polish=options.polish)
                single.append(found)
                pixels = inside.setdefault(path.parent.name, [0, 0])
                pixels[0] += round(found.share * reference.image.size)
                pixels[1] += reference.image.size
                sys.stdout.write(f"{cell}  {found.share:.3f}  {found.score:.2f}  {whole.name}\n")
                sys.stdout.flush()
            for folder, (within, of) in inside.items():
                pooled.append(within / of)
                sys.stdout.write(f"{cell}  {within / of:.3f}  of the pixels of {folder}\n")
    for words, shares in (("scans", [one.share for one in single]), ("folders", pooled)):
        good = sum(abs(share - COVERED) <= GOOD for share in shares)
        sys.stdout.write(f"{words}: {good} of {len(shares)} within {GOOD} of {COVERED}\n")
    better = sum(one.score < 1 for one in single)
    sys.stdout.write(f"{better} of {len(single)} score better than a constant width\n")


if __name__ == "__main__":
    main()
