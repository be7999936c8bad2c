"""A job in a thread beside: what it tells comes in order, and orders are heard while it is silent."""

from __future__ import annotations

import threading
from collections.abc import Generator

import pytest

from ussr_engine.beside import beside
from ussr_engine.errors import EngineError
from ussr_engine.events import Event, Noted


def test_events_come_in_order_and_silence_is_told_as_none() -> None:
    goes_on = threading.Event()

    def job() -> Generator[Event, None, None]:
        yield Noted("first")
        goes_on.wait(20)
        yield Noted("second")

    told = beside(job())
    assert next(told) == Noted("first")
    assert next(told) is None
    goes_on.set()
    assert [event for event in told if event is not None] == [Noted("second")]


def test_an_error_of_the_job_is_raised_after_what_it_told() -> None:
    def job() -> Generator[Event, None, None]:
        yield Noted("first")
        raise EngineError("It broke.")

    told = beside(job())
    assert next(told) == Noted("first")
    with pytest.raises(EngineError, match="It broke"):
        list(told)


def test_closing_waits_for_the_step_and_closes_the_job() -> None:
    closed = []

    def job() -> Generator[Event, None, None]:
        try:
            for number in range(1000):
                yield Noted(str(number))
        finally:
            closed.append(True)

    told = beside(job())
    next(told)
    told.close()
    assert closed == [True]
