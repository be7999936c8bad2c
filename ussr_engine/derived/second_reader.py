"""A second reader of what the writer wrote: Part 10 files in Explicit VR Little Endian, byte by byte, without pydicom.

It shares no line with the writer, so that an error of the one is not repeated by the other (DICOM PS3.5 7, PS3.10 7).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_LONG = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"})
"""Value representations whose length takes four bytes after two that are reserved (PS3.5 7.1.2)."""

_NUMBERS = {b"US": "H", b"SS": "h", b"UL": "I", b"SL": "i", b"FL": "f", b"FD": "d"}
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_UNDEFINED = 0xFFFFFFFF
_PIXELS, _SYNTAX = 0x7FE00010, 0x00020010
_EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
_CHUNK = 1 << 20
_DEEPEST = 16


class Unsound(ValueError):  # noqa: N818 - reads as what it is
    """The bytes are no such file."""


@dataclass(frozen=True)
class Items:
    """What a data set or an item of a sequence holds, by tag."""

    values: dict[int, tuple[bytes, bytes | list[Items]]]

    def text(self, tag: int) -> str:
        """Words without padding; empty where there are none."""
        _, value = self.values.get(tag, (b"", b""))
        return value.decode("ascii", "replace").rstrip(" \0") if isinstance(value, bytes) else ""

    def numbers(self, tag: int) -> list[float]:
        """Numbers, binary or written out."""
        vr, value = self.values.get(tag, (b"", b""))
        if not isinstance(value, bytes):
            return []
        if vr in _NUMBERS:
            kind = _NUMBERS[vr]
            return [float(n) for n in struct.unpack(f"<{len(value) // struct.calcsize(kind)}{kind}", value)]
        return [float(word) for word in self.text(tag).split("\\") if word.strip()]

    def number(self, tag: int) -> float | None:
        """The first of them."""
        found = self.numbers(tag)
        return found[0] if found else None

    def items(self, tag: int) -> list[Items]:
        """Of a sequence."""
        _, value = self.values.get(tag, (b"", []))
        return value if isinstance(value, list) else []


@dataclass(frozen=True)
class Reread:
    """A file: its header, and its pixels by their length and SHA-256."""

    meta: Items
    header: Items
    length: int
    digest: str


def reread(path: Path) -> Reread:
    """Read a file that ends with its uncompressed pixels; memory stays that of the header.

    Raises
    ------
    Unsound
        For anything but such a file.
    OSError
        If the disk fails.
    """
    size = path.stat().st_size
    try:
        with path.open("rb") as file:
            if file.read(132)[128:] != b"DICM":
                raise Unsound("no DICM mark")
            meta = _elements(file, size, 0x0002)
            if meta.text(_SYNTAX) != _EXPLICIT_LITTLE:
                raise Unsound("another transfer syntax")
            header = _elements(file, size, 0x7FDF)
            tag, _, length = _head(file)
            if tag != _PIXELS or length != size - file.tell():
                raise Unsound("the pixels do not end with the file")
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except (struct.error, RecursionError, OverflowError) as error:
        raise Unsound("cut short") from error
    return Reread(meta, header, length, digest.hexdigest())


def _head(file: BinaryIO) -> tuple[int, bytes, int]:
    group, element = struct.unpack("<HH", file.read(4))
    tag = group << 16 | element
    if group == 0xFFFE:
        return tag, b"", struct.unpack("<I", file.read(4))[0]
    vr = file.read(2)
    if vr in _LONG:
        file.read(2)
        return tag, vr, struct.unpack("<I", file.read(4))[0]
    return tag, vr, struct.unpack("<H", file.read(2))[0]


def _elements(file: BinaryIO, end: int, last_group: int, depth: int = 0) -> Items:
    """Elements up to ``end``, to the first beyond ``last_group``, or to the mark of an item's end."""
    found: dict[int, tuple[bytes, bytes | list[Items]]] = {}
    before = -1
    while file.tell() < end:
        here = file.tell()
        tag, vr, length = _head(file)
        if tag == _ITEM_END:
            break
        if tag >> 16 > last_group:
            file.seek(here)
            break
        if tag <= before:
            raise Unsound("tags out of order")
        before = tag
        if vr == b"SQ":
            found[tag] = vr, _sequence(file, end if length == _UNDEFINED else file.tell() + length, depth + 1)
            continue
        value = file.read(length) if length <= end - file.tell() else b""
        if len(value) != length or length % 2:
            raise Unsound("a length is wrong")
        found[tag] = vr, value
    return Items(found)


def _sequence(file: BinaryIO, end: int, depth: int) -> list[Items]:
    if depth > _DEEPEST:
        raise Unsound("nested too deeply")
    items = []
    while file.tell() < end:
        tag, _, length = _head(file)
        if tag == _SEQUENCE_END:
            break
        if tag != _ITEM:
            raise Unsound("no item in a sequence")
        items.append(_elements(file, end if length == _UNDEFINED else file.tell() + length, 0xFFFD, depth))
    return items
