"""One start of the program: its log, what is left where a signal ends it, and the sign that it has not ended yet.

Each start has a folder of its own, so that windows that are open side by side never write into one file.  The sign is
the lock that kept runs have too: the system lets it go with the process, so one that is there and is not held is of a
start that did not end as it should.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import re
import shutil
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

from ussr_engine import lastwords
from ussr_engine.history.lease import NAME as SIGN
from ussr_engine.history.lease import Lease
from ussr_gui.language import tr
from ussr_gui.problems import crashes, traces
from ussr_gui.settings import APPLICATION

LOG = "log.txt"
BYTES = 256 * 1024
"""Of a log; the one before it is kept beside it."""
KEPT = 8
"""Starts whose folders are kept."""
STARTS = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
"""Names of such folders: when, in UTC, and chance."""


def logs_folder() -> Path:
    """Where the program's logs lie."""
    return user_log_path(APPLICATION, appauthor=False)


class _Handler(logging.handlers.RotatingFileHandler):
    """Gives up quietly where the disk does; the work goes on."""

    failed = False

    def handleError(self, record: logging.LogRecord) -> None:
        self.failed = True


class Logbook:
    """What this start leaves; without a folder that can be written it leaves nothing, and ``problem`` says why."""

    def __init__(self, root: Path | None = None) -> None:
        root = logs_folder() if root is None else root
        self.folder = root / f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{uuid.uuid4().hex[:8]}"
        self.fallen: Sequence[crashes.Fallen] = ()
        """Starts before this one that did not end as they should; they are told of once."""
        self.problem = ""
        self._log: logging.Logger | None = None
        self._handler: _Handler | None = None
        self._lease: Lease | None = None
        self._words: lastwords.LastWords | None = None
        try:
            root.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.fallen = crashes.found(root)
            self.folder.mkdir(mode=0o700)
            self._lease = Lease.taken(self.folder)
            self._handler = _Handler(self.folder / LOG, maxBytes=BYTES, backupCount=1, encoding="utf-8")
        except OSError as error:
            words = tr("No log is kept: {folder} cannot be written ({reason}).")
            self.problem = words.format(folder=root, reason=error.strerror or type(error).__name__)
            return
        self._open(self._handler)
        os.environ[lastwords.FOLDER] = str(self.folder)
        self._words = lastwords.prepare("window")
        _make_room(root, self.folder)

    def _open(self, handler: _Handler) -> None:
        form = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%d %H:%M:%S")
        form.converter = time.gmtime
        handler.setFormatter(form)
        # Not by getLogger: nothing that other packages tell may come in here.
        self._log = logging.Logger("ussr", logging.INFO)
        self._log.addHandler(handler)

    def note(self, words: str) -> None:
        """Write a line; the caller answers for what it says."""
        if self._log is not None:
            self._log.info("%s", words)

    def lines(self) -> list[str]:
        """All that was noted and is still kept, oldest first."""
        broken = self._handler is not None and self._handler.failed
        return [*crashes.log_of(self.folder), *(["(The disk refused further lines.)"] if broken else [])]

    def __enter__(self) -> Logbook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """An error that ends the program is written down, and the sign stays."""
        if kind is None or issubclass(kind, SystemExit):
            self.end()
            return
        for line in ("The program ended by an error:", *traces.of_error(kind, trace)):
            self.note(line)

    def end(self) -> None:
        """The start ends as it should."""
        if self._words is not None:
            self._words.withdraw()
        os.environ.pop(lastwords.FOLDER, None)
        if self._handler is not None:
            self._handler.close()
        if self._lease is None:
            return
        crashes.take_away(self.folder / SIGN, self._lease)
        with contextlib.suppress(OSError):
            for path in self.folder.glob(f"*{lastwords.SUFFIX}"):
                if not path.stat().st_size:
                    path.unlink()


def _make_room(root: Path, own: Path) -> None:
    """Forget all starts but the newest, and those that still go on."""
    with contextlib.suppress(OSError):
        starts = sorted(path for path in root.iterdir() if STARTS.fullmatch(path.name) and path != own)
        for folder in starts[: 1 - KEPT]:
            if not (folder / SIGN).exists():
                shutil.rmtree(folder, ignore_errors=True)
