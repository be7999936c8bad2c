"""Why a file could not be written, in words, and what to do about it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from ussr_engine.errors import UnwritableFile

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
GONE = tuple(
    getattr(errno, name)
    for name in ("EIO", "ESTALE", "ENXIO", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT", "EREMOTEIO")
    if hasattr(errno, name)
)
"""What a drive says that was unplugged, or that a network no longer reaches."""


class DriveGone(UnwritableFile):
    """The drive no longer answers; what was to be written can still be kept elsewhere."""


def refusal(error: OSError, path: Path, name: str) -> UnwritableFile:
    """The same as an error to raise."""
    return (DriveGone if error.errno in GONE else UnwritableFile)(*why(error, path, name))


def why(error: OSError, path: Path, name: str) -> tuple[str, str]:
    """What is wrong and what to do, for a file that was to be written at ``path``."""
    if os.path.isdir(path):  # Path.is_dir raises for a name that is too long
        return f"{name} is a folder, so no file can take its place.", "Choose another name."
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        return f"{name} is a device or a pipe, not a file.", "Choose another name."
    if error.errno in FULL:
        return f"There is no room for {name} on the disk.", "Free some space, or choose another folder."
    if not path.parent.is_dir():
        return f"There is no folder {path.parent} to save {name} in.", "Choose another folder."
    if error.errno in FORBIDDEN:
        return f"{name} may not be written in {path.parent}.", "Choose another folder."
    if error.errno == errno.EEXIST:
        return f"Another program wrote {name} in the meantime; its file was left alone.", "Choose another name."
    if error.errno in GONE:
        return f"The drive of {path.parent} no longer answers.", "Plug it in again, or choose another folder."
    return f"{name} could not be written: {error.strerror or error}.", "Choose another folder."
