"""The bytes of a volume, wherever they lie: plain in a file, or compressed, then unpacked no further than asked for."""

from __future__ import annotations

import zlib
from tempfile import TemporaryFile
from typing import IO

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded

LARGEST = 8_000_000_000
"""Bytes that a compressed volume unpacks to at most."""

_CHUNK, _ROOM = 1 << 18, 1 << 22


class Samples:
    """Bytes by their offset.

    Compressed ones are unpacked into a temporary file without a name, as far as they are asked for and never beyond
    ``end``, so that neither a long volume nor a bomb takes memory.

    Parameters
    ----------
    file : Bounded
        Closed with this.
    start : int
        Offset in ``file`` of the first byte, of the compressed stream where ``compressed`` (zlib or gzip).
    end : int
        Bytes that the header promises.
    """

    def __init__(self, file: Bounded, start: int, end: int, compressed: bool, name: str) -> None:
        self._file, self._start, self._end, self._name = file, start, end, name
        self._unpacked: IO[bytes] | None = None
        if compressed and end > LARGEST:
            raise UnreadableFile(f"{name} would unpack to {end / 1e9:,.0f} GB; at most {LARGEST // 10**9} are read.")
        if compressed:
            self._unpacked = TemporaryFile()  # noqa: SIM115 - closed with this
            self._stream = zlib.decompressobj(wbits=47)  # zlib or gzip, as its first bytes say
            self._packed, self._size = start, 0
        elif start < 0 or start + end > file.size:
            raise self._short(file.size - start)

    def at(self, offset: int, length: int) -> bytes:
        """``length`` bytes; refused where they are not there."""
        if self._unpacked is None:
            return self._file.at(self._start + offset, length)
        if self._size < offset + length:
            self._unpack(offset + length)
        self._unpacked.seek(offset)
        return self._unpacked.read(length)

    def close(self) -> None:
        """Let go of both files."""
        self._file.close()
        if self._unpacked is not None:
            self._unpacked.close()

    def _unpack(self, wanted: int) -> None:
        assert self._unpacked is not None
        self._unpacked.seek(self._size)
        while self._size < wanted:
            waiting = self._stream.unconsumed_tail or self._stream.unused_data
            if self._stream.eof and waiting:  # gzip files may be chained
                self._stream = zlib.decompressobj(wbits=47)
            if not waiting:
                waiting = self._file.at(self._packed, _CHUNK)
                self._packed += len(waiting)
            if not waiting or self._stream.eof:
                raise self._short(self._size)
            piece = self._stream.decompress(waiting, _ROOM)[: self._end - self._size]
            self._unpacked.write(piece)
            self._size += len(piece)

    def _short(self, there: int) -> UnreadableFile:
        return UnreadableFile(
            f"{self._name} is cut short: {max(there, 0):,} of {self._end:,} bytes are there.",
            "Copy it again from its source.",
        )
