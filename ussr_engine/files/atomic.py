"""Writes that happen whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

ATTEMPTS, PAUSE = 5, 0.1
"""Virus scanners and previews of Windows hold a file open for a moment: so often, and seconds apart, it is retried."""


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Yield a temporary path in the same folder; on leaving it is flushed to disk and takes the place of ``path``.

    If the body raises, the temporary file is removed and ``path`` is untouched.

    Raises
    ------
    FileExistsError
        When another program has written ``path`` since the body began: of two writers the slower one gives way.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.ENODEV, "it is a device or a pipe, not a file")
    before = _state(path)
    suffix = "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem[:32]}-", suffix=suffix, delete=False) as file:
        temporary = Path(file.name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        if _state(path) != before:
            raise FileExistsError(errno.EEXIST, "another program has written it meanwhile")
        _take_place(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _take_place(temporary: Path, path: Path) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            os.replace(temporary, path)
        except PermissionError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE)
        else:
            return


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
