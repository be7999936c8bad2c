"""Whatever happens to a job, exactly one end is told, and orders are obeyed between two steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator

import numpy as np
import pytest

from ussr_engine.drive import drive
from ussr_engine.errors import BadRequest
from ussr_engine.events import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Measured,
    Paused,
    Resumed,
    StageBegan,
    Stepped,
)
from ussr_engine.orders import Cancel, Finish, Order, Pause, Preview, Resume
from ussr_engine.result import Result
from ussr_engine.scan import Scan

RESULT = Result(Scan(np.zeros((8, 8), np.float32)), {}, "m", "M", 2, 0, 0.0, 0.0, "CPU")
closed: list[bool] = []


def counting(steps: int, fails_at: int = -1, error: Exception | None = None) -> Generator[Event, Command | None, None]:
    """A job that counts; finishes early when told."""
    try:
        yield StageBegan("counting", steps)
        for step in range(1, steps + 1):
            if step == fails_at and error:
                raise error
            if (yield Stepped(step)) is Command.FINISH:
                break
        yield Finished(RESULT)
    finally:
        closed.append(True)


def heard(job: Generator[Event, Command | None, None], script: dict[int, list[Order]]) -> list[Event]:
    """Events of a job while orders come in before its n-th pull."""
    told: list[Event] = []
    waiting: deque[Order] = deque()
    pulls = 0

    def poll(wait: bool) -> Order | None:
        nonlocal pulls
        if not wait:
            waiting.extend(script.get(pulls, []))
            pulls += 1
        return waiting.popleft() if waiting else None

    drive(job, told.append, poll)
    return told


def ends(told: list[Event]) -> list[Event]:
    return [event for event in told if isinstance(event, Finished | Cancelled | Failed)]


def test_a_quiet_job_ends_with_its_result() -> None:
    told = heard(counting(5), {})
    assert ends(told) == [Finished(RESULT)]
    assert told[-1] == Finished(RESULT)


def test_heartbeats_are_thinned_and_other_events_never() -> None:
    def chatter() -> Generator[Event, Command | None, None]:
        for step in range(2000):
            yield Stepped(step)
            if step % 100 == 0:
                yield Measured(step, {}, 1e-3, None, 0)
        yield Finished(RESULT)

    told = heard(chatter(), {})
    assert sum(isinstance(event, Measured) for event in told) == 20
    assert sum(isinstance(event, Stepped) for event in told) < 200


def test_cancel_closes_the_job_and_says_so_once() -> None:
    closed.clear()
    told = heard(counting(1000), {3: [Cancel()]})
    assert ends(told) == [Cancelled()]
    assert closed == [True]


def test_finish_reaches_the_job_as_a_command() -> None:
    told = heard(counting(10**9), {3: [Finish()]})
    assert ends(told) == [Finished(RESULT)]


@pytest.mark.parametrize(("then", "end"), [(Resume(), Finished), (Finish(), Finished), (Cancel(), Cancelled)])
def test_a_pause_lasts_until_another_order(then: Order, end: type[Event]) -> None:
    told = heard(counting(50), {3: [Pause(), Pause(), then]})
    kinds = [type(event) for event in told]
    assert Paused in kinds
    assert (Resumed in kinds) == (end is Finished)
    assert len(ends(told)) == 1
    assert isinstance(told[-1], end)


def test_an_error_meant_for_the_person_keeps_its_words_and_remedy() -> None:
    told = heard(counting(5, fails_at=2, error=BadRequest("The crop is too large.", "Choose 64.")), {})
    (end,) = ends(told)
    assert isinstance(end, Failed)
    assert (end.kind, end.words, end.remedy) == ("BadRequest", "The crop is too large.", "Choose 64.")


def test_a_defect_becomes_words_with_a_trace() -> None:
    told = heard(counting(5, fails_at=2, error=RuntimeError("CUDA out of memory")), {})
    (end,) = ends(told)
    assert isinstance(end, Failed)
    assert "CUDA out of memory" in end.words
    assert "counting" in end.trace


def test_a_job_that_ends_without_a_result_is_a_failure() -> None:
    def empty() -> Generator[Event, Command | None, None]:
        yield Stepped(1)

    (end,) = ends(heard(empty(), {}))
    assert isinstance(end, Failed)


def test_a_preview_asked_for_reaches_the_job() -> None:
    commands: list[Command | None] = []

    def listening() -> Generator[Event, Command | None, None]:
        for step in range(5):
            commands.append((yield Stepped(step)))
        yield Finished(RESULT)

    heard(listening(), {1: [Preview()]})
    assert commands.count(Command.PREVIEW) == 1
