"""A job carried out in a thread beside, so that orders are answered also while one of its steps takes minutes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator

from ussr_engine.events import Event

BEAT = 0.1
"""Seconds after which nothing new is told, so that the listener can look at its orders."""


def beside(job: Generator[Event | None, None, None]) -> Generator[Event | None, object, None]:
    """Yield what a job yields, and None every ``BEAT`` seconds in which it yields nothing.

    The job is at most one event ahead of the listener.  ``close()`` waits for the step that goes on, and closes the
    job then.  An exception of the job is raised here.
    """
    told: queue.Queue[Event | None] = queue.Queue(maxsize=1)
    closing = threading.Event()
    failures: list[Exception] = []

    def work() -> None:
        try:
            for event in job:
                told.put(event)
                if closing.is_set():
                    return
        except Exception as error:  # raised again in the listener's thread
            failures.append(error)
        finally:
            job.close()

    thread = threading.Thread(target=work, name="job", daemon=True)
    thread.start()
    try:
        while thread.is_alive() or not told.empty():
            try:
                yield told.get(timeout=BEAT)
            except queue.Empty:
                yield None
        if failures:
            raise failures[0]
    finally:
        closing.set()
        while thread.is_alive():
            while not told.empty():
                told.get()
            thread.join(BEAT)
