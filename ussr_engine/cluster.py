"""Tasks on the machines of an existing dask.distributed cluster; the package is the optional extra ``cluster``."""

from __future__ import annotations

import importlib
from collections.abc import Generator, Iterator
from typing import Any

from ussr_engine.crews import Crew, D, Task
from ussr_engine.errors import BadRequest, EngineError

PATIENCE = 15
"""Seconds to wait for the scheduler to answer."""
AHEAD = 2
"""Tasks submitted for every thread of the cluster, so that none waits for us."""


def cluster(address: str) -> Crew[Any]:
    """A crew that submits to the scheduler at ``address``; scans travel with the tasks, no folder need be shared.

    Only connect to a cluster you trust: the two sides run each other's code.
    """

    def crew(work: Iterator[Task[D]]) -> Generator[tuple[str, D | None], None, None]:
        distributed = _package()
        client = _client(distributed, address)
        try:
            under_way: dict[str, Task[D]] = {}
            finished = distributed.as_completed(loop=client.loop)
            while True:
                room = AHEAD * max(1, sum(client.nthreads().values()))
                while len(under_way) < room and (task := next(work, None)):
                    # No resource of dask's decides: a task uses one thread, as a thread of the cluster does.
                    finished.add(client.submit(carried_out, task, key=task.key, pure=False))
                    under_way[task.key] = task
                    yield task.key, None
                if not under_way:
                    return
                future = next(finished)
                yield future.key, _done(future, under_way.pop(future.key))
        finally:
            client.close()

    return crew


def carried_out(task: Task[D]) -> D:
    """A task, on whichever machine this is."""
    return task.run()


def _done(future: Any, task: Task[D]) -> D:  # noqa: ANN401 - the package has no types
    problem = future.exception()
    if problem is None:
        done: D = future.result()
        return done
    return task.lost(f"The cluster could not carry it out ({problem!r}).")


def _package() -> Any:  # noqa: ANN401
    try:
        return importlib.import_module("distributed")
    except ImportError:
        remedy = "Run: python -m pip install 'ussr[cluster]'"
        raise BadRequest("A cluster needs the package distributed, which is not installed.", remedy) from None


def _client(distributed: Any, address: str) -> Any:  # noqa: ANN401
    try:
        return distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise EngineError(f"No scheduler answers at {address} ({error}).", "Start one: dask scheduler") from error
