"""``ussr-engine``: the command line, the second consumer of the engine's events."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Run a command; exit status 0 done, 2 bad request, 3 unreadable input, 4 failed, 130 cancelled."""
    multiprocessing.freeze_support()  # the processes of an installed program begin here
    from ussr_engine.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
