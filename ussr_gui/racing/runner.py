"""One runner of a race: what it shall do, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ussr_gui.language import marked
from ussr_gui.records import Outcome, Run
from ussr_gui.wanted import Wanted


class State(Enum):
    """Where a runner stands; the value is the word the table shows."""

    WAITING = marked("waiting")
    RUNNING = marked("running")
    FINISHED = marked("finished")
    CANCELLED = marked("cancelled")
    FAILED = marked("stopped")
    LEFT = marked("not started")


ENDS = {Outcome.FINISHED: State.FINISHED, Outcome.CANCELLED: State.CANCELLED, Outcome.FAILED: State.FAILED}


@dataclass(eq=False)
class Runner:
    """A method with its knobs; ``run`` is its run once it has begun.

    Attributes
    ----------
    seconds : float
        Of this runner's turn so far, pauses left out.
    allowed : float
        Seconds after which it is told to finish; infinite without a budget.
    why : str
        Why it ended before its own end, or why it never began.
    """

    wanted: Wanted
    title: str
    state: State = State.WAITING
    run: Run | None = None
    seconds: float = 0.0
    allowed: float = float("inf")
    why: str = ""

    @property
    def label(self) -> str:
        """Title, scale, and the knobs that differ from the method's own."""
        parts = (f"{self.title} ×{self.wanted.scale}", self.wanted.variant)
        return " · ".join(part for part in parts if part)

    @property
    def took(self) -> float:
        """Seconds of the method's work once there is a result, else of its turn so far."""
        result = self.run.result if self.run else None
        return result.seconds if result is not None else self.seconds

    @property
    def end(self) -> float:
        """The step at which it stops at the latest: of its stage, or where its time will be over; 0 where unknown."""
        run = self.run
        if run is None or run.stage is None or not run.stage.steps:
            return 0.0
        last = float(run.stage.first + run.stage.steps)
        in_time = run.step * self.allowed / self.seconds if self.seconds > 0 else last
        return min(last, in_time)

    @property
    def progress(self) -> float:
        """How much of its stage, or of its time, is over: 0 to 1."""
        run = self.run
        if self.state is not State.RUNNING or run is None or run.stage is None:
            return 0.0
        steps = (run.step - run.stage.first) / run.stage.steps if run.stage.steps else 0.0
        return min(1.0, max(0.0, steps, self.seconds / self.allowed))
