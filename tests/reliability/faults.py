"""A disk that fails on command: the n-th write, flush or renaming, as SQLite's own tests do it."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class Disk:
    """Counts what reaches the disk; operation ``fails`` (from 1, 0 = none) raises ``error``.

    With ``persists`` every later one fails too.
    """

    def __init__(self, fails: int = 0, error: int = errno.ENOSPC, persists: bool = False) -> None:
        self.fails, self.error, self.persists = fails, error, persists
        self.count = 0
        self.names: list[str] = []

    def operate(self, name: str) -> None:
        self.count += 1
        self.names.append(name)
        if self.count == self.fails or (self.persists and 0 < self.fails < self.count):
            raise OSError(self.error, os.strerror(self.error))

    @contextmanager
    def in_place(self) -> Iterator[Disk]:
        with pytest.MonkeyPatch.context() as patch:
            opened = io.open

            def opener(file: Any, mode: str = "r", *how: Any, **more: Any) -> Any:
                made = opened(file, mode, *how, **more)
                return Watched(made, self) if set(mode) & set("wax+") else made

            patch.setattr(io, "open", opener)
            patch.setattr(builtins, "open", opener)
            for name in ("fsync", "replace"):
                patch.setattr(os, name, self._watched(name))
            yield self

    def _watched(self, name: str) -> Any:
        real = getattr(os, name)

        def call(*how: Any) -> Any:
            self.operate(name)
            return real(*how)

        return call


class Watched:
    """A file whose writes are counted."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: Any) -> Any:
        self._disk.operate("write")
        return self._file.write(data)

    def truncate(self, *size: int) -> Any:
        self._disk.operate("truncate")
        return self._file.truncate(*size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Watched:
        self._file.__enter__()
        return self

    def __exit__(self, *how: Any) -> Any:
        return self._file.__exit__(*how)

    def __iter__(self) -> Any:
        return iter(self._file)
