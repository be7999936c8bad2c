"""What a process leaves when a signal ends it: where each of its threads stood, in a file that was opened before.

Only Python's own fault handler writes there, so nothing of a scan does; a process that ends by itself leaves no file.
"""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import os
from pathlib import Path
from typing import IO

FOLDER = "USSR_LAST_WORDS"
"""Environment: the folder of such files; without it, as on the command line, none are left."""
SUFFIX = ".fault"


class LastWords:
    """The file of this process, open until ``withdraw``."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file, self._path = file, path

    def withdraw(self) -> None:
        """Nothing more will be left; a file without words goes."""
        if self._file.closed:
            return
        faulthandler.disable()
        self._file.close()
        with contextlib.suppress(OSError):
            if not self._path.stat().st_size:
                self._path.unlink()


def prepare(who: str) -> LastWords | None:
    """Have the fatal signals of this process tell its threads in ``WHO-PID.fault`` in the folder that is named.

    None where no folder is named or it cannot be written: a process works as well without last words.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    path = Path(folder) / f"{who}-{os.getpid()}{SUFFIX}"
    try:
        file = path.open("wb", buffering=0)
    except OSError:
        return None
    faulthandler.enable(file, all_threads=True)
    words = LastWords(file, path)
    atexit.register(words.withdraw)
    return words
