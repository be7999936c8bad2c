"""Whose a run is: a lock on its folder that the system lets go when the process that holds it ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "going.lock"


class Lease:
    """Held from ``taken`` until ``let_go``, or until this process ends."""

    def __init__(self, file: int) -> None:
        self._file = file

    @classmethod
    def taken(cls, folder: Path) -> Lease | None:
        """The lease of a run; None where another process, or another part of this one, holds it.

        Raises
        ------
        OSError
            Where the folder cannot be written.
        """
        file = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            return None
        return cls(file)

    def let_go(self) -> None:
        """Give it back."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def is_held(folder: Path) -> bool:
    """True while somebody works on the run."""
    lease = Lease.taken(folder)
    if lease is None:
        return True
    lease.let_go()
    return False
