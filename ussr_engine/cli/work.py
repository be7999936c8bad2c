"""The command that does the work, with its progress."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from argparse import Namespace
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from ussr_engine.cli import clips
from ussr_engine.cli.files import burnt_in, guard, read, show, tell
from ussr_engine.cli.trust import shield
from ussr_engine.errors import BadRequest, EngineError, MissingWeights
from ussr_engine.events import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Measured,
    Noted,
    Prepared,
    Recalled,
    StageBegan,
    Stepped,
)
from ussr_engine.history.desk import Desk
from ussr_engine.history.entry import Entry
from ussr_engine.history.place import runs_folder
from ussr_engine.orders import Train
from ussr_engine.passport import Privacy
from ussr_engine.plan import Plan
from ussr_engine.result import Result, Trust
from ussr_engine.runs import going_on
from ussr_engine.scan import Image, Scan
from ussr_engine.train import Events, Surroundings, train

T = TypeVar("T")

MAPS = "maps"
"""The knob by which a recipe is asked for maps."""


def enlarge(asked: Namespace) -> int:
    """Enlarge a scan and write the result."""
    from ussr_engine.device import choose
    from ussr_engine.export import export
    from ussr_engine.methods import lacking, plan_for
    from ussr_engine.trust.mixing import Mixing

    plan = plan_for(asked.method, asked.scale, knobs(asked.set), asked.seed)
    guard(asked.scan, asked.out, clips=True)
    trust = Trust.parsed(asked.trust)
    plan = mapped(plan, asked.maps, Path(asked.out))
    if reason := lacking(plan):
        raise MissingWeights(reason)
    device = choose(asked.device)
    if clips.frames_of(asked) > 1:
        return clips.enlarge_clip(asked, plan, Surroundings(device))
    scan = read(asked.scan, (asked.frame or 1) - 1)
    mask, says = shield(asked.protect, scan)
    order = {"plan": plan.to_dict(), "device": "auto"}
    run = going_on(Path(asked.keep), order, scan) if asked.keep and plan.schedule else None
    entry = filed(asked, plan, scan) if asked.history else None
    state = entry.run if entry and plan.schedule else run
    bicubic, result = watched(train(scan, plan, Surroundings(device, run=state)), entry)
    result = Mixing(result, bicubic, mask, says).at(trust)
    privacy = Privacy(not asked.keep_identity, asked.blank_outside, asked.seen_clean)
    made = export(asked.out, result.sr, result, asked.bits or scan.bits, asked.scan, (asked.frame or 1) - 1, privacy)
    if run:
        run.end()
    tell(f"{made.words}. {result.title} ×{plan.scale} took {result.seconds:.1f} s on {result.device}.")
    if made.passport is not None:
        tell(made.passport.table())
        tell(burnt_in(asked.scan, privacy))
    if result.mixture:
        tell(f"Written with {result.mixture}.")
    if result.consistency is not None:
        tell(f"Shrunk again it is {result.consistency:.2f} grey levels (RMS) from the scan, noise included.")
    if asked.json:
        show(
            {
                "out": asked.out,
                "seconds": result.seconds,
                "cpu_seconds": result.cpu_seconds,
                "seed": result.seed,
                "plan": dict(result.plan),
                "notes": list(result.notes),
                "consistency": result.consistency,
                "device": result.device,
                "trust": dataclasses.asdict(result.trust),
                "protected": None if result.protected is None else dataclasses.asdict(result.protected),
                "evidence": None if result.evidence is None else dataclasses.asdict(result.evidence),
                "passport": None if made.passport is None else [dataclasses.asdict(row) for row in made.passport.rows],
                "maps": {name: {"unit": one.unit, "says": one.says} for name, one in result.maps.items()},
            }
        )
    return 0


def mapped(plan: Plan, asked: bool, out: Path) -> Plan:
    """The plan, with its maps turned on where they are ``asked`` for; refused where they cannot be made or written."""
    from ussr_engine.files import MAPS_IN
    from ussr_engine.knobs import knobs_of

    makes = any(record.name == MAPS for record in knobs_of(plan.recipe.options))
    if asked and not makes:
        raise BadRequest(f"The method {plan.method} makes no maps.", "Leave --maps out, or choose simreg.")
    if asked:
        plan = plan.turned({f"recipe.{MAPS}": True})
    if getattr(plan.recipe.options, MAPS, False) and out.suffix.lower() not in MAPS_IN:
        raise BadRequest(f"{out.name} has no room for maps.", "Write a TIFF, .tif, or leave the maps out.")
    return plan


def knobs(settings: list[str]) -> dict[str, str]:
    """``["steps=200", "patches.crop=64"]`` as a mapping."""
    turned = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise BadRequest(f"--set takes KNOB=VALUE, not {setting!r}.")
        turned[name.strip()] = value.strip()
    return turned


def filed(asked: Namespace, plan: Plan, scan: Scan) -> Entry:
    """A new run among those that the window lists."""
    from ussr_engine.methods import METHODS

    order = Train(scan, asked.method, asked.scale, knobs(asked.set), asked.seed, asked.device)
    return Desk(runs_folder()).entry(order, METHODS[plan.method].title, plan.to_dict(), scan, None)


def watched(job: Events, entry: Entry | None = None) -> tuple[Image, Result]:
    """Show a job's progress and keep it in its entry; return the scan by interpolation and the result."""
    try:
        with contextlib.closing(shown(job)) as events:
            for event in events:
                for trouble in entry.heard(event)[:-1] if entry else ():
                    tell(getattr(trouble, "words", ""))
                if isinstance(event, Prepared):
                    bicubic = event.bicubic.image
                elif isinstance(event, Finished):
                    return bicubic, event.result
    except EngineError as error:
        if entry:
            entry.heard(Failed(type(error).__name__, error.words, error.remedy, ""))
        raise
    except KeyboardInterrupt:
        if entry:
            entry.heard(Cancelled())
        raise
    finally:
        if entry:
            entry.close()
    raise AssertionError("a job ends with Finished or an exception")


def outcome(work: Generator[Event | None, Command | None, T]) -> T:
    """Show the progress of work that ends by returning something; return that."""
    events = shown(work)
    while True:
        try:
            next(events)
        except StopIteration as end:
            answer: T = end.value
            return answer


def shown(work: Generator[Event | None, Command | None, T]) -> Generator[Event, None, T]:
    """Hand events on, having shown them: progress on a terminal, notes anywhere.  Ctrl+C closes the work."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[facts]}"), TimeElapsedColumn())
    first = 0
    try:
        with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
            bar = progress.add_task("Preparing", total=None, facts="")
            while True:
                try:
                    event = next(work)
                except StopIteration as end:
                    answer: T = end.value
                    return answer
                if event is None:
                    continue
                match event:
                    case StageBegan(name, steps, first):
                        progress.update(bar, description=name, total=steps or None, completed=0, facts="")
                    case Stepped(step):
                        progress.update(bar, completed=step - first)
                    case Measured(step, losses, rate):
                        facts = "  ".join(f"{name} {value:.4f}" for name, value in losses.items())
                        progress.update(bar, facts=f"step {step}  {facts}  rate {rate:.0e}")
                    case Noted(words):
                        console.print(words, markup=False)
                    case Recalled(step):
                        console.print(f"Going on from step {step}.")
                yield event
    finally:
        work.close()
