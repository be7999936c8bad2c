"""A race as a saved session has it: the queue, what was allowed, and which run is whose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ussr_gui.language import tr
from ussr_gui.racing.race import NEVER, Race
from ussr_gui.racing.runner import Runner, State
from ussr_gui.racing.scoring import Metric
from ussr_gui.records import Run
from ussr_gui.wanted import Wanted

INTERRUPTED = tr("the session was saved while it ran")


@dataclass(frozen=True)
class KeptRunner:
    """A runner; ``run`` is the number of its run, 0 where it never began."""

    wanted: Wanted
    title: str
    state: State
    run: int = 0
    seconds: float = 0.0
    allowed: float = NEVER
    why: str = ""


@dataclass(frozen=True)
class KeptRace:
    """A race; ``each`` and ``together`` are seconds."""

    path: str
    runners: tuple[KeptRunner, ...]
    metric: Metric
    each: float
    together: float
    drops: bool
    spent: float


def kept(race: Race) -> KeptRace:
    """All there is to a race, as it stands."""
    runners = tuple(
        KeptRunner(
            one.wanted, one.title, one.state, one.run.number if one.run else 0, one.seconds, one.allowed, one.why
        )
        for one in race.runners
    )
    return KeptRace(race.path, runners, race.metric, race.each, race.all_, race.drops, race.spent)


def recalled(kept: KeptRace, runs: Iterable[Run]) -> Race:
    """The race again, with these runs: whoever waited waits, and whoever was running has been interrupted."""
    numbered = {run.number: run for run in runs}
    race = Race(kept.path)
    race.metric, race.each, race.all_ = kept.metric, kept.each, kept.together
    race.drops, race.spent = kept.drops, kept.spent
    for one in kept.runners:
        runner = Runner(one.wanted, one.title, one.state, numbered.get(one.run), one.seconds, one.allowed, one.why)
        if runner.state is State.RUNNING:
            runner.state, runner.why = State.CANCELLED, INTERRUPTED
        race.runners.append(runner)
    return race
