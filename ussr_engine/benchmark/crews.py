"""Who carries the cells out: this process, or processes beside it.  `cluster` has the third kind.

A crew takes the work lazily and yields each cell when it is begun and each ``Done`` when it ends, in any order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TypeAlias

from ussr_engine.benchmark.cells import Cell, Done, Row
from ussr_engine.benchmark.working import run_cell
from ussr_engine.scan import Scan

Work: TypeAlias = Iterator[tuple[Cell, Scan]]
Crew: TypeAlias = Callable[[Work], Generator[Cell | Done, None, None]]


def here(work: Work) -> Generator[Cell | Done, None, None]:
    """One cell after the other in this process."""
    for cell, scan in work:
        yield cell
        yield run_cell(cell, scan)


def processes(count: int) -> Crew:
    """``count`` fresh processes with one thread each; closing the generator ends them at once."""

    def crew(work: Work) -> Generator[Cell | Done, None, None]:
        busy: dict[Connection, tuple[SpawnProcess, Cell, Scan]] = {}
        idle: list[tuple[Connection, SpawnProcess]] = []
        try:
            while True:
                while len(busy) < count and (next_one := next(work, None)):
                    connection, process = idle.pop() if idle else _hired()
                    connection.send(next_one)
                    busy[connection] = (process, *next_one)
                    yield next_one[0]
                if not busy:
                    return
                for ready in wait(list(busy)):
                    assert isinstance(ready, Connection)
                    process, cell, scan = busy.pop(ready)
                    try:
                        done = ready.recv()
                        idle.append((ready, process))
                    except EOFError:
                        process.join()
                        words = f"The worker ended (exit code {process.exitcode}), perhaps for lack of memory."
                        done = Done(Row.of(cell, scan.width, scan.height, error=words), None)
                    yield done
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
    """Answer cells until the other side is gone."""
    # Ctrl+C is for the parent, which kills its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    while True:
        try:
            cell, scan = connection.recv()
        except EOFError:
            return
        connection.send(run_cell(cell, scan))


def _follow_parent() -> None:
    """End with the parent, also in the midst of a cell: nobody is left to hear of it."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
