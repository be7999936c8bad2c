"""A file that never asks for more memory than it has bytes."""

from __future__ import annotations

import io
import os
from pathlib import Path


class Bounded(io.BufferedReader):
    """A file opened for reading; ``read`` allocates for what is there, not for what a damaged header claims."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self.path = path
        self.size = os.fstat(self.fileno()).st_size

    def read(self, size: int | None = -1) -> bytes:
        """Up to ``size`` bytes; all that is left where it is None or negative."""
        left = max(self.size - self.tell(), 0)
        return super().read(left if size is None or size < 0 else min(size, left))

    def at(self, offset: int, length: int) -> bytes:
        """``length`` bytes from ``offset``; fewer at the end of the file."""
        self.seek(offset)
        return self.read(length)
