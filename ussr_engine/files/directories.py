"""Where the pages of a TIFF begin: its chain of directories, followed once around and no further."""

from __future__ import annotations

import struct

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded

MOST = 100_000
"""Pages of a file at most."""


def page_offsets(file: Bounded, name: str) -> list[int]:
    """Offsets of the directories of a TIFF or BigTIFF (TIFF 6.0, section 2).

    Raises
    ------
    UnreadableFile
        Where the chain runs in a circle, out of the file, or on and on.
    """
    head = file.at(0, 16)
    order = "<" if head[:2] == b"II" else ">"
    big = head[2:4] in (b"+\0", b"\0+")
    at, pointer, count, entry = (8, "Q", "Q", 20) if big else (4, "I", "H", 12)
    (offset,) = struct.unpack_from(order + pointer, head, at)
    found: dict[int, None] = {}
    while offset:
        if offset in found:
            raise UnreadableFile(f"{name} is damaged: its pages follow one another in a circle.")
        if len(found) == MOST:
            raise UnreadableFile(f"{name} has more than {MOST:,} pages, which are not read.", "Split it first.")
        found[offset] = None
        words = file.at(offset, struct.calcsize(count))
        entries = struct.unpack(order + count, words)[0] if len(words) == struct.calcsize(count) else 0
        last = file.at(offset + len(words) + entries * entry, struct.calcsize(pointer))
        if not entries or len(last) < struct.calcsize(pointer):
            raise UnreadableFile(f"{name} is cut short: page {len(found)} lies beyond its end.", "Copy it again.")
        (offset,) = struct.unpack(order + pointer, last)
    if not found:
        raise UnreadableFile(f"{name} is a TIFF without any page.")
    return list(found)
