"""Who carries tasks out: this process, or processes beside it.  `cluster` has the third kind.

A crew takes the tasks lazily and yields (key, None) when one is begun and (key, what came of it) when it ends, in any
order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Protocol, TypeAlias, TypeVar

from ussr_engine.errors import BadRequest

D = TypeVar("D")
D_co = TypeVar("D_co", covariant=True)


class Task(Protocol[D_co]):
    """One piece of work, whole in itself: it pickles, and so does what comes of it."""

    @property
    def key(self) -> str:
        """Its name among the tasks of a crew."""

    def run(self) -> D_co:
        """Carry it out, start to end; what goes wrong is told in the answer, not raised."""

    def lost(self, words: str) -> D_co:
        """What came of it where whoever carried it out is gone."""


Crew: TypeAlias = Callable[[Iterator[Task[D]]], Generator[tuple[str, D | None], None, None]]


def hired(scheduler: str, device: str, workers: int | None) -> tuple[Crew[Any], int]:
    """The crew at a scheduler's address, else so many processes; and how many work in it at once, 0 where unknown.

    ``workers`` None is one per core, or one on an accelerator; one works in this process, with one thread.

    Raises
    ------
    BadRequest
        For a device that is not there, and less than one worker.
    """
    from ussr_engine.device import choose, cores

    if scheduler:
        from ussr_engine.cluster import cluster

        return cluster(scheduler), 0
    if workers is not None and workers < 1:
        raise BadRequest(f"{workers} workers cannot do anything.", "Choose 1 or more.")
    chosen = choose(device, threads=1)
    count = workers or (cores() if chosen.id == "cpu" else 1)
    return (here if count == 1 else processes(count)), count


def here(work: Iterator[Task[D]]) -> Generator[tuple[str, D | None], None, None]:
    """One task after the other in this process."""
    for task in work:
        yield task.key, None
        yield task.key, task.run()


def processes(count: int) -> Crew[Any]:
    """``count`` fresh processes; closing the generator ends them at once."""

    def crew(work: Iterator[Task[D]]) -> Generator[tuple[str, D | None], None, None]:
        busy: dict[Connection, tuple[SpawnProcess, Task[D]]] = {}
        idle: list[tuple[Connection, SpawnProcess]] = []
        try:
            while True:
                while len(busy) < count and (task := next(work, None)):
                    connection, process = idle.pop() if idle else _hired()
                    connection.send(task)
                    busy[connection] = (process, task)
                    yield task.key, None
                if not busy:
                    return
                for ready in wait(list(busy)):
                    assert isinstance(ready, Connection)
                    process, task = busy.pop(ready)
                    try:
                        done: D = ready.recv()
                        idle.append((ready, process))
                    except EOFError:
                        process.join()
                        done = task.lost(
                            f"The worker ended (exit code {process.exitcode}), perhaps for lack of memory."
                        )
                    yield task.key, done
        finally:
            for connection, process in [*idle, *((connection, kept[0]) for connection, kept in busy.items())]:
                process.kill()
                process.join()
                connection.close()

    return crew


def _hired() -> tuple[Connection, SpawnProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _serve(connection: Connection) -> None:
    """Carry tasks out until the other side is gone."""
    # Ctrl+C is for the parent, which kills its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(task.run())


def _follow_parent() -> None:
    """End with the parent, also in the midst of a task: nobody is left to hear of it."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
