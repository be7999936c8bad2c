"""A finished result takes its place, and never that of anything that is there."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from ussr_engine.batch.items import Item, State
from ussr_engine.batch.queue import Queue
from ussr_engine.files import suffix_of

ENDS = 3
"""So often an item may be cut off by the end of the program before it is taken to be the reason."""


def part_of(queue: Path, item: Item) -> Path:
    """Where an item's result is written first: hidden, beside its place, and of no other item of any queue."""
    mark = hashlib.sha256(os.fsencode(queue.absolute())).hexdigest()[:8]
    out = Path(item.out)
    return out.with_name(f".ussr-{mark}-{item.number}{suffix_of(out)}")


def placed(queue: Queue, item: Item, part: Path) -> Path:
    """Give a whole file its name; a number is added while another file has that name.

    A link is made, which fails where something is; where the file system has no links, the name is looked at first.
    """
    wanted, target, number = Path(item.out), Path(item.out), 1
    while True:
        try:
            os.link(part, target)
            return target
        except FileExistsError:
            pass
        except OSError:
            if not os.path.lexists(target):
                os.rename(part, target)
                return target
        number += 1
        target = queue.rename(item.number, wanted, number)


def forgotten(part: Path) -> None:
    """Take away what was written first, if anything was."""
    with contextlib.suppress(OSError):
        part.unlink()


def recovered(queue: Queue, file: Path) -> None:
    """Let items wait again that were running when the program was killed; one whose result had its place is done.

    An item that was running at the last of many ends in a row is taken to be the reason, and failed.
    """
    for item in queue.items_in(State.RUNNING):
        part, out = part_of(file, item), Path(item.out)
        try:
            is_there = part.samefile(out)
        except OSError:
            is_there = False
        forgotten(part)
        if is_there:
            queue.end(item.number, State.DONE, "The program was killed when its result had just been written.")
        elif item.attempts >= ENDS:
            queue.end(item.number, State.FAILED, f"The program ended {item.attempts} times while it was at this file.")
        else:
            queue.end(item.number, State.WAITING)
