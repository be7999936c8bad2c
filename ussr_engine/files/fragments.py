"""Where the frames of an encapsulated DICOM picture lie in its file; nothing of them is read.

DICOM PS3.5 A.4: a basic offset table, then fragments, then a delimiter.
"""

from __future__ import annotations

import struct

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.bounded import Bounded

Span = tuple[int, int]
"""Offset in the file and length in bytes."""

_ITEM, _END = b"\xfe\xff\x00\xe0", b"\xfe\xff\xdd\xe0"
_AGAIN = "Copy it again from its source."


def frame_spans(file: Bounded, start: int, frames: int, name: str) -> list[list[Span]]:
    """The fragments of each frame.

    Parameters
    ----------
    start : int
        Offset of the value of Pixel Data.
    frames : int
        How many frames the header promises.

    Raises
    ------
    UnreadableFile
        Where the file ends before the last fragment does, or holds fewer frames than promised.
    """
    items = _items(file, start, name)
    if not items:
        raise UnreadableFile(f"{name} ends before its pixels (no Pixel Data).", _AGAIN)
    (at, length), spans = items[0], items[1:]
    if frames == 1 and spans:
        return [spans]
    if len(spans) == frames:
        return [[span] for span in spans]
    table = struct.unpack(f"<{length // 4}I", file.at(at, length // 4 * 4)) if 4 * frames == length else ()
    # Offsets count from the first item after the table to the item of each frame, which begins 8 bytes early.
    groups = _by_offset(spans, table) if table and spans else _by_end_marks(file, spans)
    if len(groups) != frames:
        raise UnreadableFile(f"{name} is cut short: {len(groups):,} of its {frames:,} frames are there.", _AGAIN)
    return groups


def _items(file: Bounded, start: int, name: str) -> list[Span]:
    items = []
    offset = start
    while offset + 8 <= file.size:
        head = file.at(offset, 8)
        (length,) = struct.unpack_from("<I", head, 4)
        if head[:4] == _END:
            break
        if head[:4] != _ITEM:
            raise UnreadableFile(f"{name} is damaged: its compressed frames are not in order.", _AGAIN)
        offset += 8
        if length > file.size - offset:
            raise UnreadableFile(f"{name} is cut short: it ends within a compressed frame.", _AGAIN)
        items.append((offset, length))
        offset += length
    return items


def _by_offset(spans: list[Span], table: tuple[int, ...]) -> list[list[Span]]:
    first = spans[0][0] - 8
    starts = {offset - 8 - first: number for number, (offset, _) in enumerate(spans)}
    if any(offset not in starts for offset in table):
        return []
    begins = [starts[offset] for offset in table]
    if begins[0] != 0 or begins != sorted(set(begins)):
        return []
    return [spans[begin:end] for begin, end in zip(begins, [*begins[1:], len(spans)], strict=True)]


def _by_end_marks(file: Bounded, spans: list[Span]) -> list[list[Span]]:
    """Frames end with the fragment that ends with a JPEG's or a JPEG 2000's own end mark, but for padding."""
    groups: list[list[Span]] = []
    begins = True
    for offset, length in spans:
        if begins:
            groups.append([])
        groups[-1].append((offset, length))
        begins = b"\xff\xd9" in file.at(offset + max(length - 10, 0), min(length, 10))
    return groups if begins else groups[:-1]
