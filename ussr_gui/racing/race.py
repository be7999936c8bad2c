"""A race on one scan: the queue, the clock and the budgets.  It starts nothing itself; whoever does tells it so."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.racing.runner import ENDS, Runner, State
from ussr_gui.racing.scoring import Metric, cannot_catch_up, leader, standing
from ussr_gui.records import Run
from ussr_gui.wanted import Wanted

NEVER = float("inf")
OVER = tr("its time was up")
RACE_OVER = tr("the time of the race was up")
BEHIND = tr("it could not reach the leader")


class Race:
    """Runners in the order in which they were entered; those that wait start in that order.

    Attributes
    ----------
    each, all_ : float
        Most seconds of every runner and of the whole race; infinite for no budget.
    drops : bool
        Whether runners that cannot reach the leader are told to finish.
    spent : float
        Seconds that runners took so far, pauses left out, those side by side counted once.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.runners: list[Runner] = []
        self.metric = Metric.PSNR
        self.each, self.all_ = NEVER, NEVER
        self.drops = False
        self.spent = 0.0

    # -- the queue ---------------------------------------------------------------------------------------------------

    def enter(self, wanted: Wanted, title: str) -> Runner | None:
        """One more runner at the end of the queue; None if the same already stands there or has run."""
        gone = (State.CANCELLED, State.FAILED, State.LEFT)
        if any(runner.wanted == wanted and runner.state not in gone for runner in self.runners):
            return None
        runner = Runner(wanted, title)
        self.runners.append(runner)
        return runner

    def remove(self, runner: Runner) -> bool:
        """Take a runner out of the table, unless it is running; its run stays in the list of runs."""
        if runner.state is State.RUNNING or runner not in self.runners:
            return False
        self.runners.remove(runner)
        return True

    def move(self, runner: Runner, by: int) -> bool:
        """Let a waiting runner change places with the waiting one before (-1) or behind it (+1)."""
        waiting = self.waiting
        if runner not in waiting or not 0 <= waiting.index(runner) + by < len(waiting):
            return False
        one, other = (self.runners.index(member) for member in (runner, waiting[waiting.index(runner) + by]))
        self.runners[one], self.runners[other] = self.runners[other], self.runners[one]
        return True

    @property
    def waiting(self) -> list[Runner]:
        return [runner for runner in self.runners if runner.state is State.WAITING]

    @property
    def under_way(self) -> list[Runner]:
        return [runner for runner in self.runners if runner.state is State.RUNNING]

    @property
    def running(self) -> Runner | None:
        """The first of those under way."""
        return next(iter(self.under_way), None)

    @property
    def next(self) -> Runner | None:
        """Whoever starts next; with the time of the race used up nobody does, and those that wait are told why."""
        waiting = self.waiting
        if self.spent < self.all_:
            return waiting[0] if waiting else None
        for runner in waiting:
            runner.state, runner.why = State.LEFT, RACE_OVER
        return None

    @property
    def has_truth(self) -> bool:
        """Whether any runner enlarges a scan whose truth is known."""
        return any(runner.wanted.challenge is not None for runner in self.runners)

    @property
    def measure(self) -> Metric:
        """What places the runners: the wanted metric, or without any truth the distance from the scan."""
        return self.metric if self.has_truth or not self.runners else Metric.CONSISTENCY

    @property
    def table(self) -> list[tuple[int | None, Runner]]:
        """Places and runners as they are listed."""
        return standing(self.runners, self.measure)

    # -- what happens ------------------------------------------------------------------------------------------------

    def begin(self, runner: Runner, run: Run, lanes: int = 1) -> None:
        """A runner sets out; what is left of the race's time, on all lanes, is shared among those that still wait."""
        waiting = len(self.waiting)
        left = (self.all_ - self.spent) * min(lanes, waiting) / waiting
        runner.state, runner.run, runner.seconds = State.RUNNING, run, 0.0
        runner.allowed = min(self.each, left)

    def pass_time(self, seconds: float, runner: Runner | None = None) -> str:
        """Count time of a runner under way, the first if none is named; why it shall finish now, or nothing."""
        runner = runner or self.running
        if runner is None:
            return ""
        runner.seconds += seconds
        self.spent += seconds / len(self.under_way)
        if not runner.why:
            runner.why = OVER if runner.seconds >= runner.allowed else self._behind(runner)
        return runner.why

    def _behind(self, runner: Runner) -> str:
        best = leader(self.runners, runner, self.measure) if self.drops else None
        return BEHIND if best is not None and cannot_catch_up(runner, best, self.measure) else ""

    def end(self, run: Run) -> bool:
        """A run has ended; False if it is none of this race."""
        runner = next((one for one in self.under_way if one.run is run), None)
        if runner is None:
            return False
        runner.state = ENDS[run.outcome]
        if runner.state is State.FAILED and run.failed is not None:
            runner.why = run.failed.words
        return True
