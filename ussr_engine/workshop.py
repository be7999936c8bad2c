"""From an order to a job: the one place where a wish becomes a plan, a device, a challenge and a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from ussr_engine import device
from ussr_engine.degradations.study import degrade
from ussr_engine.errors import MissingWeights
from ussr_engine.events import Catalogued
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.metrics import Levels
from ussr_engine.orders import Configure, ResumeRun, Train
from ussr_engine.perceptual import available, lpips_alex
from ussr_engine.plan import Plan
from ussr_engine.runs import Run
from ussr_engine.train import Events, Surroundings, train


def catalogued(weights: str, spare: int) -> Catalogued:
    """What this engine can do on this machine."""
    devices = device.available()
    threads = max(1, device.cores() - spare)
    chosen = device.choose(threads=threads)
    cards = tuple(method.card(weights or None) for method in METHODS.values())
    return Catalogued(cards, devices, chosen.id, available(weights or None))


def begun(order: Train | ResumeRun, folder: Path, settings: Configure, spare: int) -> Events:
    """The job of an order, its run kept below ``folder``.

    Raises
    ------
    EngineError
        For anything that cannot be carried out; nothing has been started then.
    """
    if isinstance(order, ResumeRun):
        run: Run | None = Run.named(folder, order.run)
        assert run is not None
        asked = run.order()
        scan, reference = run.inputs()
        plan, wish = Plan.from_dict(asked["plan"]), str(asked["device"])
    else:
        plan = plan_for(order.method, order.scale, order.knobs, order.seed)
        scan, reference, wish = order.scan, None, order.device
        if order.challenge:
            reference = scan.cropped(plan.scale)
            challenge = order.challenge
            scan = degrade(reference, challenge.degradation, plan.scale, noise=challenge.noise, seed=challenge.seed)
            scan = dataclasses.replace(scan, name=reference.name)
        run = None
    if reason := lacking(plan, settings.weights or None):
        raise MissingWeights(reason)
    chosen = device.choose(wish, max(1, device.cores() - spare))
    if run is None and plan.schedule is not None:
        run = Run.begin(folder, {"plan": plan.to_dict(), "device": wish}, scan, reference)
    weights = settings.weights or None
    lpips: Callable[[Levels, Levels], float] | str = available(weights) or (lambda a, b: lpips_alex(weights)(a, b))
    around = Surroundings(chosen, reference, run, lpips, settings.preview_seconds, weights)
    return train(scan, plan, around)
