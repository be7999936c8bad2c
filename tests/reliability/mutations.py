"""Spoils sound files and reads them, in a process whose memory is bounded; run as a program by the tests.

``python -m tests.reliability.mutations FOLDER FIRST COUNT`` prints one JSON line: what was read, refused, and what
went wrong.  Before each file its number goes into FOLDER/at, so that a death can be told.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

import numpy as np

SEED, SECONDS, ROOM = 21, 2.0, 1_500_000_000
"""Where chance begins; processor seconds a file may take; bytes above those in use that a process may ask for."""


class Slow(BaseException):
    """A file took too long."""


def mutated(seeds: dict[str, bytes], number: int) -> tuple[str, bytes]:
    """The file with this number: a changed byte, a changed block, a cut, a repeated part, or noise alone."""
    chance = np.random.default_rng([SEED, number])
    name = list(seeds)[number % len(seeds)]
    content = bytearray(seeds[name])
    way = chance.choice(5, p=(0.5, 0.2, 0.1, 0.1, 0.1))
    # Most of what matters stands at the beginning.
    at = int(chance.integers(0, len(content) if chance.random() < 0.5 else min(len(content), 400)))
    if way == 0:
        content[at] = chance.integers(0, 256)
    elif way == 1:
        length = int(chance.integers(2, 33))
        content[at : at + length] = chance.bytes(length)
    elif way == 2:
        del content[at:]
    elif way == 3:
        length = int(chance.integers(1, 65))
        content[at:at] = content[at : at + length] * int(chance.integers(1, 9))
    else:
        keep = int(chance.integers(0, 17))
        content[keep:] = chance.bytes(int(chance.integers(0, 2000)))
    return name, bytes(content)


def survived(path: Path) -> bool:
    """Read the first and the last frame; True where there were any, False where the file was refused."""
    from ussr_engine.errors import EngineError
    from ussr_engine.files import open_clip

    try:
        with open_clip(path) as clip:
            for index in {0, clip.clip.frames - 1}:
                scan = clip.scan(index)
                assert np.isfinite(scan.image).all()
            return True
    except EngineError as refusal:
        if str(refusal).endswith(".") and "\n" not in str(refusal):
            return False
        raise


def peak() -> float:
    """Most memory so far in MB; getrusage would count what the process was forked from."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000


def main(folder: Path, first: int, count: int) -> None:
    from tests.reliability.seeds import written_seeds

    faulthandler.enable()
    (folder / "seeds").mkdir()
    seeds = written_seeds(folder / "seeds")
    for name in seeds:
        assert survived(folder / "seeds" / name), name

    def alarm(*_: object) -> None:
        raise Slow

    signal.signal(signal.SIGVTALRM, alarm)
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (in_use + ROOM, in_use + ROOM))
    before = peak()
    told: dict[str, object] = {"read": 0, "refused": 0, "slowest": 0.0}
    wrong: list[str] = []
    for number in range(first, first + count):
        name, content = mutated(seeds, number)
        path = folder / name
        path.write_bytes(content)
        (folder / "at").write_text(f"{number} {name}")
        began = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            told["read" if survived(path) else "refused"] += 1  # type: ignore[operator]
        except BaseException as error:  # whatever it is, it is what is looked for
            wrong.append(f"{number} {name}: {type(error).__name__} {error}"[:300])
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        told["slowest"] = max(told["slowest"], time.process_time() - began)  # type: ignore[call-overload]
    sys.stdout.write(json.dumps({**told, "wrong": wrong, "peak_mb": peak() - before}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
