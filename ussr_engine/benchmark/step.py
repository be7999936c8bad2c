"""Times one training step of ZSSR as published beside ours: ``python -m ussr_engine.benchmark.step``.

As published: eight 3×3×64 layers, float32, one 3-channel father of 128 pixels, L1, Adam.  Ours: the method's defaults
on one channel.  Both in turn on the same threads, data making included in ours, so that the machine's drift falls on
both alike; medians of processor seconds a step.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import torch
from torch import nn

from ussr_engine.backbones.zssr import ZSSR, Options
from ussr_engine.degradations.blur import Blur
from ussr_engine.degradations.blur import Options as BlurOptions
from ussr_engine.device import Device, choose
from ussr_engine.imaging.patches import Patches, Source
from ussr_engine.methods import plan_for
from ussr_engine.recipes.paired import Options as PairedOptions
from ussr_engine.recipes.paired import PairedLearner


def published(device: Device) -> Callable[[], None]:
    """The original's plain step on ready data."""
    layers: list[nn.Module] = []
    for before, after in pairwise([3, *[64] * 7, 3]):
        layers += [nn.Conv2d(before, after, 3, padding=1, bias=False), nn.ReLU()]
    network = nn.Sequential(*layers[:-1]).to(device.torch)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)
    chance = torch.Generator().manual_seed(0)
    son, father = (torch.rand(1, 3, 128, 128, generator=chance).to(device.torch) for _ in range(2))

    def step() -> None:
        loss = (son + network(son) - father).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()

    return step


def ours(device: Device) -> Callable[[], None]:
    """Our step: drawing a pair, one update."""
    plan = plan_for("zssr", 2)
    assert plan.patches is not None
    chance = np.random.default_rng(0)
    scan = torch.from_numpy(chance.random((165, 200), np.float32))[None, None].to(device.torch)
    patches = Patches([Source(1.0, scan)], Blur(BlurOptions()), 2, plan.patches, chance)
    network = ZSSR(1, 2, Options(), torch.Generator().manual_seed(0)).to(device.torch)
    learner = PairedLearner(network, PairedOptions(), device)

    def step() -> None:
        learner.step(patches.draw())

    return step


def main() -> None:
    """Print both and their ratio."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--threads", type=int, default=None, help="all cores by default")
    asked.add_argument("--rounds", type=int, default=7, help="rounds of ten steps each")
    asked.add_argument("--device", default="cpu")
    options = asked.parse_args()
    device = choose(options.device, options.threads)
    steps = {"as published": published(device), "ours": ours(device)}
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in steps}
    for step in steps.values():
        step()
    for _ in range(options.rounds):
        for name, step in steps.items():
            wall, cpu = time.perf_counter(), time.process_time()
            for _ in range(10):
                step()
            if device.id.startswith("cuda"):
                torch.cuda.synchronize()
            spent[name].append(((time.perf_counter() - wall) / 10, (time.process_time() - cpu) / 10))
    sys.stdout.write(f"{device.words}; median of {options.rounds} rounds of 10 steps\n")
    medians = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in spent.items()}
    for name, (wall, cpu) in medians.items():
        sys.stdout.write(f"{name:<14} {wall * 1e3:8.1f} ms wall {cpu:8.3f} CPU-s a step\n")
    ratio = medians["ours"][1] / medians["as published"][1]
    sys.stdout.write(f"ours / published: {ratio:.2f} of the CPU-seconds\n")


if __name__ == "__main__":
    main()
