"""Cells on the machines of an existing dask.distributed cluster; the package is the optional extra ``cluster``."""

from __future__ import annotations

import importlib
from collections.abc import Generator
from typing import Any

from ussr_engine.benchmark.cells import Cell, Done, Row
from ussr_engine.benchmark.crews import Crew, Work
from ussr_engine.benchmark.working import run_cell
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.scan import Scan

PATIENCE = 15
"""Seconds to wait for the scheduler to answer."""
AHEAD = 2
"""Cells submitted for every thread of the cluster, so that none waits for us."""


def cluster(address: str) -> Crew:
    """A crew that submits to the scheduler at ``address``; scans travel with the cells, no folder need be shared.

    Only connect to a cluster you trust: the two sides run each other's code.
    """

    def crew(work: Work) -> Generator[Cell | Done, None, None]:
        distributed = _package()
        client = _client(distributed, address)
        try:
            under_way: dict[str, tuple[Cell, Scan]] = {}
            finished = distributed.as_completed(loop=client.loop)
            while True:
                room = AHEAD * max(1, sum(client.nthreads().values()))
                while len(under_way) < room and (next_one := next(work, None)):
                    cell, scan = next_one
                    # No resource of dask's decides: a cell uses one thread, as a thread of the cluster does.
                    finished.add(client.submit(run_cell, cell, scan, key=cell.key, pure=False))
                    under_way[cell.key] = next_one
                    yield cell
                if not under_way:
                    return
                future = next(finished)
                cell, scan = under_way.pop(future.key)
                yield _done(future, cell, scan)
        finally:
            client.close()

    return crew


def _done(future: Any, cell: Cell, scan: Scan) -> Done:  # noqa: ANN401 - the package has no types
    problem = future.exception()
    if problem is None:
        done: Done = future.result()
        return done
    words = f"The cluster could not carry the cell out ({problem!r})."
    return Done(Row.of(cell, scan.width, scan.height, error=words), None)


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
