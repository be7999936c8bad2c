"""From an order to a job: the one place where a wish becomes a plan, a device, a challenge and a folder."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path

from ussr_engine import device
from ussr_engine.batch.desk import QueueDesk
from ussr_engine.batch.running import Around, worked_off
from ussr_engine.benchmark.running import Asked, benchmark
from ussr_engine.beside import beside
from ussr_engine.checkup import seen, tried
from ussr_engine.cine.enlarging import ClipJob, Wanted, reeled
from ussr_engine.cine.saving import saving
from ussr_engine.degradations.study import degrade
from ussr_engine.download import PUBLISHED, begun_at, fetch
from ussr_engine.errors import BadRequest, MissingWeights, UnwritableFile
from ussr_engine.events import Catalogued, Event, Fetched, Noted, WeightsCard
from ussr_engine.history.desk import Desk
from ussr_engine.history.entry import Entry
from ussr_engine.knobs import nearest
from ussr_engine.machine import LookAtDevices, TryDevices, Weigh
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.metrics import Levels
from ussr_engine.objectives.perceptual import lacking as vgg19_lacking
from ussr_engine.orders import Benchmark, Configure, EnlargeClip, FetchWeights, ResumeRun, SaveClip, Train
from ussr_engine.perceptual import available, lpips_alex, perceptual_weights_folder
from ussr_engine.plan import Plan
from ussr_engine.train import Events, Surroundings, train
from ussr_engine.weighing import weighed


def catalogued(weights: str, spare: int) -> Catalogued:
    """What this engine can do on this machine."""
    devices = device.available()
    threads = max(1, device.cores() - spare)
    chosen = device.choose(threads=threads)
    cards = tuple(method.card(weights or None) for method in METHODS.values())
    return Catalogued(cards, devices, chosen.id, available(weights or None), _weights(weights or None))


def _weights(folder: str | None) -> tuple[WeightsCard, ...]:
    place = perceptual_weights_folder(folder)
    reasons = {"alexnet": available(folder), "vgg19": vgg19_lacking(folder)}
    cards = []
    for name, reason in reasons.items():
        wanted = PUBLISHED[name]
        kept = begun_at(wanted, place)
        size = kept.stat().st_size if kept.is_file() else 0
        cards.append(WeightsCard(name, wanted.words, wanted.file, str(place), wanted.size, size, not reason))
    return tuple(cards)


def begun(order: Train | ResumeRun, desk: Desk, settings: Configure, spare: int) -> tuple[Entry | None, Events]:
    """The job of an order, and its entry among the runs that are kept; None, which the job tells, where that fails.

    Raises
    ------
    EngineError
        For anything that cannot be carried out; nothing has been started then.
    """
    weights = settings.weights or None
    entry: Entry | None = None
    trouble = ""
    if isinstance(order, ResumeRun):
        folder = desk.shelf.folder(order.run)
        asked, (scan, reference) = folder.run.order(), folder.run.inputs()
        plan, wish = Plan.from_dict(asked["plan"]), str(asked["device"])
    else:
        plan = plan_for(order.method, order.scale, order.knobs, order.seed)
        scan, reference, wish = order.scan, None, order.device
        if order.challenge:
            reference = scan.cropped(plan.scale)
            challenge = order.challenge
            scan = degrade(reference, challenge.degradation, plan.scale, noise=challenge.noise, seed=challenge.seed)
            scan = dataclasses.replace(scan, name=reference.name)
    if reason := lacking(plan, weights):
        raise MissingWeights(reason)
    chosen = device.choose(wish, max(1, device.cores() - spare))
    if isinstance(order, ResumeRun):
        entry = desk.entry_again(order.run)
    else:
        try:
            entry = desk.entry(order, METHODS[plan.method].title, plan.to_dict(), scan, reference)
        except (OSError, sqlite3.Error, UnwritableFile) as error:
            trouble = f"This run cannot be kept ({error}) and could not be resumed; it goes on all the same."
    run = entry.run if entry is not None and plan.schedule is not None else None
    lpips: Callable[[Levels, Levels], float] | str = available(weights) or (lambda a, b: lpips_alex(weights)(a, b))
    around = Surroundings(chosen, reference, run, lpips, settings.preview_seconds, weights)
    return entry, _warned(train(scan, plan, around), trouble)


def _warned(job: Events, trouble: str) -> Events:
    if trouble:
        yield Noted(trouble)
    return (yield from job)


def clip_begun(order: EnlargeClip, folder: Path, settings: Configure, spare: int) -> ClipJob:
    """The job that enlarges a clip, its frames kept below ``folder``; the same order finds its frames again.

    Raises
    ------
    EngineError
        For anything that cannot be carried out; nothing has been started then.
    """
    plan = plan_for(order.method, order.scale, order.knobs, order.seed)
    if reason := lacking(plan, settings.weights or None):
        raise MissingWeights(reason)
    around = Surroundings(
        device.choose(order.device, max(1, device.cores() - spare)),
        preview_seconds=settings.preview_seconds,
        weights=settings.weights or None,
    )
    return reeled(order.path, Wanted(plan, order.learn_from), around, folder)


def looked_after(order: LookAtDevices | Weigh) -> Event:
    """The answer to a question about this computer."""
    return seen(order.wish) if isinstance(order, LookAtDevices) else weighed(order)


def errand(
    order: Benchmark | FetchWeights | SaveClip | TryDevices, settings: Configure
) -> Generator[Event | None, object, None]:
    """A task that is no run, carried out beside: its longest steps do not keep files waiting."""
    if isinstance(order, SaveClip):
        return saving(order)
    if isinstance(order, TryDevices):
        return tried()
    if isinstance(order, FetchWeights):
        return beside(_fetched(order.name, perceptual_weights_folder(settings.weights or None)))
    if settings.weights:
        # The benchmark's workers, here and elsewhere, look where this name says.
        os.environ["USSR_WEIGHTS"] = settings.weights
    asked = Asked(
        order.folders, Path(order.out), order.methods, order.degradations, order.scales, order.noise or None,
        order.protocol, order.seed, order.device, workers=1, command="started in the window",
    )  # fmt: skip
    return beside(benchmark(asked))


def queue_job(desk: QueueDesk, settings: Configure, spare: int) -> Generator[Event | None, object, None]:
    """The work on the queue, while its desk answers orders about it."""
    threads = max(1, device.cores() - spare)
    command, more = "started in the window", lambda: desk.is_busy
    around = Around(desk.file, threads=threads, weights=settings.weights or None, command=command, more=more)
    return beside(worked_off(around))


def _fetched(name: str, folder: Path) -> Generator[Event, None, None]:
    if name not in PUBLISHED:
        raise BadRequest(f"No weights are published as {name!r}.{nearest(name, PUBLISHED)}")
    path = yield from fetch(PUBLISHED[name], folder)
    yield Fetched(name, str(path))
