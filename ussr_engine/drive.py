"""Pulls a job's events and hands them on: heartbeats thinned, orders obeyed, exactly one end always sent."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator

from ussr_engine.errors import EngineError
from ussr_engine.events import Cancelled, Command, End, Event, Failed, Paused, Resumed, Stepped
from ussr_engine.orders import Cancel, Finish, Order, Pause, Preview

BEAT = 0.05
"""Least seconds between two heartbeats handed on."""

Job = Generator[Event, Command | None, object] | Generator[Event | None, Command | None, object]


class Gone(Exception):  # noqa: N818 - not an error
    """Whoever gave the orders and heard the events is gone: there is nobody to tell of the end."""


def drive(
    job: Job,
    send: Callable[[Event], None],
    poll: Callable[[bool], Order | None],
) -> None:
    """Run a job to its end in the calling thread.

    Parameters
    ----------
    job : generator
        ``train(...)``, or another that yields an ``End`` last; None is no event, a chance to look at orders.  Always
        closed on return.
    send : callable
        Takes each event; the last is an ``End``, and only the last.
    poll : callable
        ``poll(False)`` returns an order or None at once, ``poll(True)`` waits for one.

    Raises
    ------
    Gone
        As ``send`` or ``poll`` raise it; the job is closed.
    """
    try:
        end = _pull(job, send, poll)
    except Gone:
        job.close()
        raise
    except EngineError as error:
        end = Failed(type(error).__name__, error.words, error.remedy, traceback.format_exc())
    except Exception as error:  # a defect must reach the window as words, whatever it is
        remedy = "Copy the details and report them; your scans are unchanged."
        end = Failed(type(error).__name__, f"The engine met an error: {error}.", remedy, traceback.format_exc())
    job.close()
    send(end)


def _pull(
    job: Job,
    send: Callable[[Event], None],
    poll: Callable[[bool], Order | None],
) -> Event:
    event = next(job)
    beat = 0.0
    while True:
        if isinstance(event, End):
            return event
        if event is not None and (not isinstance(event, Stepped) or time.monotonic() - beat >= BEAT):
            send(event)
            beat = time.monotonic() if isinstance(event, Stepped) else beat
        order = poll(False)
        if isinstance(order, Pause):
            send(Paused())
            while isinstance(order, Pause | Preview):
                order = poll(True)
            if not isinstance(order, Cancel):
                send(Resumed())
        if isinstance(order, Cancel):
            return Cancelled()
        command = Command.FINISH if isinstance(order, Finish) else None
        command = Command.PREVIEW if isinstance(order, Preview) else command
        try:
            event = job.send(command)
        except StopIteration:
            return Failed("NoResult", "The job ended without a result.", "Start it again.", "")
