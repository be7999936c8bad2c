"""Starts of the program that did not end as they should, found by the sign that they left."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ussr_engine import lastwords
from ussr_engine.history.lease import NAME as SIGN
from ussr_engine.history.lease import Lease
from ussr_gui.problems import traces

LOG = "log.txt"
STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ ")
"""Begins every line of a log."""
LONGEST = 2**20
"""Bytes that are read of a file; what the program writes is smaller."""
MOST = 12
"""Files of last words that are read, and starts that are told of."""
LAST_LINES = 40
"""Of the log of a start that fell."""


@dataclass(frozen=True)
class Fallen:
    """One such start: its name is when it began, in UTC, and chance."""

    name: str
    faults: Sequence[tuple[str, Sequence[str]]]
    """Of each process that a signal ended: who it was, and where its threads stood."""
    log: Sequence[str]
    """The last lines of its log."""


def found(root: Path) -> list[Fallen]:
    """Starts that nobody holds any more and that left their sign, the newest first; the sign is taken away.

    Of two programs that look at once one finds them.
    """
    told: list[Fallen] = []
    for sign in sorted(root.glob(f"*/{SIGN}"), reverse=True):
        try:
            lease = Lease.taken(sign.parent)
        except OSError:  # of another person, or no file
            continue
        if lease is None:
            continue
        if len(told) < MOST:
            told.append(Fallen(sign.parent.name, faults_of(sign.parent), log_of(sign.parent)[-LAST_LINES:]))
        take_away(sign, lease)
    return told


def take_away(sign: Path, lease: Lease) -> None:
    """Remove a sign that is held."""
    with contextlib.suppress(OSError):
        sign.unlink()
    lease.let_go()
    with contextlib.suppress(OSError):  # Windows removes no file that is open
        sign.unlink(missing_ok=True)


def faults_of(folder: Path) -> list[tuple[str, list[str]]]:
    """What processes of a start left when a signal ended them."""
    told = []
    for path in sorted(folder.glob(f"*{lastwords.SUFFIX}"))[:MOST]:
        who = path.stem.partition("-")[0]
        if lines := traces.of_signal(_read(path)):
            told.append((who, lines))
    return told


def log_of(folder: Path) -> list[str]:
    """Lines of the log of a start, oldest first; what does not begin with a time is no line of ours."""
    return [line for name in (f"{LOG}.1", LOG) for line in _read(folder / name).split("\n") if STAMP.match(line)]


def _read(path: Path) -> str:
    """The end of a file that may be damaged."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - LONGEST))
            return file.read(LONGEST).decode("utf-8", errors="replace").replace("\0", "")
    except OSError:
        return ""
