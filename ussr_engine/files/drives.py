"""Drives that may have gone: whether a folder still answers, and where a file is kept when it does not."""

from __future__ import annotations

import threading
from pathlib import Path
from tempfile import TemporaryFile

import platformdirs

PATIENCE = 10.0
"""Seconds that a folder may take to accept a byte."""


def answers(folder: Path, patience: float = PATIENCE) -> bool:
    """True where a byte is taken or refused in time; a network drive that is gone may do neither for hours."""
    asked = threading.Thread(target=_touch, args=(folder,), name="drive probe", daemon=True)
    asked.start()
    asked.join(patience)
    return not asked.is_alive()


def recovery_folder() -> Path:
    """Where a file is kept whose own place no longer answers; made when first needed, for this user alone."""
    folder = platformdirs.user_data_path("ussr") / "recovered"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _touch(folder: Path) -> None:
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"?")
    except OSError:  # an answer too: the writer will say which
        return
