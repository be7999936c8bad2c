"""Fit the table by which a scan's grain tells its smoothing: ``python resources/calibrate_grain.py SCANS``.

Ten named scans and three phantoms are coarsened by every candidate, at three brightnesses, whole and in halves, with
noise of 4 to 16 percent; a multinomial logistic score with a small ridge is fitted to all.  Leaving each source out in
turn tells how often it is right.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from ussr_engine.files import read_scan
from ussr_engine.identification.candidates import CANDIDATES, Candidate
from ussr_engine.identification.grain import COUNT, grain
from ussr_engine.identification.posterior import design
from ussr_engine.imaging.noise import estimated
from ussr_engine.imaging.resize import Real
from ussr_engine.phantom import phantom
from ussr_engine.scan import luma

NAMES = (
    "cca_splab/09-42-05_1.jpg", "cca_splab/11-05-17.jpg", "cca_splab/17-35-56.jpg", "busi/benign (48).png",
    "busi/benign (160).png", "busi/malignant (57).png", "hc18/007_HC.png", "hc18/031_HC.png",
    "brachial_etz/crop_png/20210812_091452_0001.png", "brachial_etz/crop_png/20210812_092354_0001.png",
)  # fmt: skip
PHANTOMS = ((11, 400, 320), (12, 560, 480), (13, 700, 420))
SCALES = (2, 3, 4)
BRIGHTNESSES = (1.0, 0.6, 1.5)
RIDGE = 3e-3


def degraded(truth: Real, scale: int, candidate: Candidate, chance: np.random.Generator) -> Real:
    """A coarse scan with multiplicative noise, 8 bits."""
    shape = (truth.shape[0] // scale, truth.shape[1] // scale)
    coarse = np.clip(candidate.coarsened(truth[: shape[0] * scale, : shape[1] * scale], shape, scale), 0, 1)
    half = np.sqrt(3 * 10 ** chance.uniform(-2.7, -1.6))
    return np.floor(np.clip(coarse * (1 + half * chance.uniform(-1, 1, shape)), 0, 1) * 255 + 0.5) / 255


def samples(sources: list[Real]) -> tuple[Real, np.ndarray, Real, np.ndarray]:
    """(numbers, candidate, scale, source) of every sample."""
    chance = np.random.default_rng(5)
    rows = []
    for source, truth in enumerate(sources):
        for power in BRIGHTNESSES:
            whole = truth**power
            height, width = whole.shape
            halves = (whole[: height // 2], whole[height // 2 :], whole[:, : width // 2], whole[:, width // 2 :])
            for part in (whole, *halves):
                for scale in SCALES:
                    for index, candidate in enumerate(CANDIDATES):
                        scan = degraded(part, scale, candidate, chance)
                        rows.append((*grain(scan, estimated(scan)), index, scale, source))
    table = np.array(rows)
    return table[:, :COUNT], table[:, COUNT].astype(int), table[:, COUNT + 1], table[:, COUNT + 2].astype(int)


def fitted(seen: Real, which: np.ndarray) -> Real:
    """Weights of the score."""
    wanted = np.eye(len(CANDIDATES))[which]

    def loss(flat: Real) -> tuple[float, Real]:
        weights = flat.reshape(seen.shape[1], -1)
        logits = seen @ weights
        logits -= logits.max(1, keepdims=True)
        chances = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        surprise = -np.log((chances * wanted).sum(1) + 1e-12).mean()
        slope = seen.T @ (chances - wanted) / len(seen) + RIDGE * weights
        return surprise + RIDGE / 2 * float((weights**2).sum()), slope.ravel()

    start = np.zeros(seen.shape[1] * len(CANDIDATES))
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(seen.shape[1], -1)


def main(folder: Path) -> None:
    """Fit, check, and print the module."""
    sources = [luma(read_scan(folder / name).image).astype(float) for name in NAMES]
    sources += [phantom(seed, width=width, height=height).scan.image.astype(float) for seed, width, height in PHANTOMS]
    numbers, which, scales, source = samples(sources)
    right = 0
    for left_out in range(len(sources)):
        known = source != left_out
        mean, spread = numbers[known].mean(0), numbers[known].std(0)
        weights = fitted(design(numbers[known], scales[known], mean, spread), which[known])
        guess = (design(numbers[~known], scales[~known], mean, spread) @ weights).argmax(1)
        right += int((guess == which[~known]).sum())
    print(f"right where its source was left out: {right} of {len(which)}", file=sys.stderr)
    mean, spread = numbers.mean(0), numbers.std(0)
    weights = fitted(design(numbers, scales, mean, spread), which)
    print('"""Weights of the score of a scan\'s grain; made by ``resources/calibrate_grain.py``."""\n')
    print("from __future__ import annotations\n\nimport numpy as np\n")
    for name, values in (("MEAN", mean), ("SPREAD", spread), ("WEIGHTS", weights)):
        text = np.array2string(values, separator=", ", precision=3, max_line_width=110, floatmode="fixed")
        print(f"{name} = np.array(\n{text}\n)  # fmt: skip")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
