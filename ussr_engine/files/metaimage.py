"""MetaImage headers (.mha, and .mhd with its data beside it), as ITK, 3D Slicer and Plus write them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.beside import data_beside
from ussr_engine.files.bounded import Bounded
from ussr_engine.files.grid import COLOURS, Grid, clip_of, frames_of, spacing_of, turned_as
from ussr_engine.files.samples import Samples

_TYPES = {
    **{"MET_UCHAR": "u1", "MET_CHAR": "i1", "MET_USHORT": "u2", "MET_SHORT": "i2"},
    **{"MET_UINT": "u4", "MET_INT": "i4", "MET_ULONG": "u4", "MET_LONG": "i4"},
    **{"MET_ULONG_LONG": "u8", "MET_LONG_LONG": "i8", "MET_FLOAT": "f4", "MET_DOUBLE": "f8"},
}
_LONGEST_HEADER, _LONGEST_LINE = 16_000_000, 65_536


def parsed(file: Bounded, name: str) -> tuple[Grid, Samples]:
    """The header, and where the samples lie.

    Raises
    ------
    UnreadableFile
        For data in other places than this file or one of a plain name beside it, and for what is no picture.
    """
    entries = _entries(file, name)
    kind = _TYPES.get(entries.get("ElementType", ""))
    channels = int(entries.get("ElementNumberOfChannels", "1"))
    if kind is None or channels not in COLOURS:
        raise UnreadableFile(
            f"{name} holds {entries.get('ElementType', 'samples')[:40]} × {channels}, not grey or RGB."
        )
    if entries.get("BinaryData", "True").lower() != "true":
        raise UnreadableFile(f"{name} holds its samples as text, which is not read.", "Save it as binary.")
    columns, rows, frames = frames_of([int(word) for word in entries["DimSize"].split()], name)
    notes: dict[str, str] = {}
    lateral, axial, *_ = (
        float(word) for word in entries.get("ElementSpacing", entries.get("ElementSize", "1 1")).split()
    )
    orientation = entries.get("UltrasoundImageOrientation", "")
    if orientation:
        notes["orientation"] = orientation[:8]
    if image_type := entries.get("UltrasoundImageType", ""):
        notes["image type"] = image_type[:40]
    big = (entries.get("BinaryDataByteOrderMSB") or entries.get("ElementByteOrderMSB") or "False").lower() == "true"
    grid = Grid(
        "MetaImage",
        columns,
        rows,
        clip_of(frames, entries),
        np.dtype(kind).newbyteorder(">" if big else "<"),
        channels,
        spacing_of(lateral, axial, notes),
        **turned_as(orientation),
        notes=notes,
    )
    compressed = entries.get("CompressedData", "False").lower() == "true"
    return grid, _data(file, entries, grid.frame_bytes * frames, compressed, name)


def _entries(file: Bounded, name: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    file.seek(0)
    while file.tell() < _LONGEST_HEADER:
        line = file.readline(_LONGEST_LINE)
        key, equals, value = line.decode("utf-8", "replace").partition("=")
        if not equals:
            break
        entries[key.strip()] = value.strip()
        if key.strip() == "ElementDataFile":
            return entries
    raise UnreadableFile(f"{name} is damaged: its header does not say where its samples are.")


def _data(file: Bounded, entries: Mapping[str, str], end: int, compressed: bool, name: str) -> Samples:
    place, start = entries["ElementDataFile"], file.tell()
    if place.upper() != "LOCAL":
        beside = data_beside(file, place, name)
        skip = int(entries.get("HeaderSize", "0"))
        file.close()
        file, start = beside, beside.size - end if skip == -1 else skip
    return Samples(file, start, end, compressed, name)
