"""NRRD headers (.nrrd, and .nhdr with its data beside it), as teem, 3D Slicer and Plus write them."""

from __future__ import annotations

import math
import re

import numpy as np

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.beside import data_beside
from ussr_engine.files.bounded import Bounded
from ussr_engine.files.grid import COLOURS, Grid, clip_of, frames_of, spacing_of, turned_as
from ussr_engine.files.samples import Samples

_TYPES = {
    "i1": ("signed char", "int8", "int8_t"),
    "u1": ("uchar", "unsigned char", "uint8", "uint8_t"),
    "i2": ("short", "short int", "signed short", "signed short int", "int16", "int16_t"),
    "u2": ("ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"),
    "i4": ("int", "signed int", "int32", "int32_t"),
    "u4": ("uint", "unsigned int", "uint32", "uint32_t"),
    "i8": ("longlong", "long long", "long long int", "signed long long", "signed long long int", "int64", "int64_t"),
    "u8": ("ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t"),
    "f4": ("float",),
    "f8": ("double",),
}
_COLOUR_KINDS = ("rgb-color", "rgba-color", "3-color", "4-color", "vector")
_MILLIMETRES = {"mm": 1.0, "millimeter": 1.0, "cm": 10.0, "m": 1000.0, "um": 1e-3, "µm": 1e-3}
_LONGEST_HEADER, _LONGEST_LINE = 16_000_000, 65_536


def parsed(file: Bounded, name: str) -> tuple[Grid, Samples]:
    """The header, and where the samples lie.

    Raises
    ------
    UnreadableFile
        For data in other places than this file or one of a plain name beside it, and for what is no picture.
    """
    entries = _entries(file, name)
    kind = next((kind for kind, names in _TYPES.items() if entries.get("type", "").lower() in names), None)
    encoding = entries.get("encoding", "").lower()
    if kind is None or encoding not in ("raw", "gz", "gzip"):
        raise UnreadableFile(
            f"{name} holds {entries.get('type', 'samples')[:24]} encoded as {encoding[:24]}, which is not read.",
            "Save it as raw or gzip.",
        )
    sizes = [int(word) for word in entries["sizes"].split()]
    kinds = entries.get("kinds", "").lower().split()
    channels = sizes[0] if kinds and kinds[0] in _COLOUR_KINDS else 1
    colour = int(channels > 1)
    if channels not in COLOURS or kinds[:1] == ["list"]:
        raise UnreadableFile(f"{name} keeps other things than columns and rows of grey or RGB on its first axes.")
    columns, rows, frames = frames_of(sizes[colour:], name)
    notes: dict[str, str] = {}
    lateral, axial = _steps(entries, len(sizes))[colour : colour + 2]
    unit = _unit(entries)
    orientation = entries.get("ultrasound image orientation", "")
    if orientation:
        notes["orientation"] = orientation[:8]
    grid = Grid(
        "NRRD",
        columns,
        rows,
        clip_of(frames, entries),
        np.dtype(kind).newbyteorder(">" if entries.get("endian", "").lower() == "big" else "<"),
        channels,
        spacing_of(lateral * unit, axial * unit, notes),
        **turned_as(orientation),
        notes=notes,
    )
    end, compressed = grid.frame_bytes * frames, encoding != "raw"
    start, skip = file.tell(), int(entries.get("byte skip", entries.get("byteskip", "0")))
    if int(entries.get("line skip", entries.get("lineskip", "0"))):
        raise UnreadableFile(f"{name} skips lines before its samples, which is not read.", "Save it anew.")
    if place := entries.get("data file", entries.get("datafile", "")):
        beside = data_beside(file, place, name)
        file.close()
        file, start = beside, 0
    if skip < -1 or (compressed and skip):
        raise UnreadableFile(f"{name} skips bytes within a compressed stream, which is not read.", "Save it anew.")
    return grid, Samples(file, file.size - end if skip == -1 else start + skip, end, compressed, name)


def _entries(file: Bounded, name: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    file.seek(0)
    while file.tell() < _LONGEST_HEADER:
        line = file.readline(_LONGEST_LINE)
        words = line.decode("utf-8", "replace").strip()
        if not words:  # an empty line comes before the samples; a detached header may end without one
            return entries
        if words.startswith("#") or words.startswith("NRRD"):
            continue
        # "field: value" of the format itself, "key:=value" of the program that wrote it.
        key, colon, value = words.partition(":")
        if colon:
            plain = key.strip() if value.startswith("=") else key.strip().lower()
            entries[plain] = value.removeprefix("=").strip()
    raise UnreadableFile(f"{name} has a header of more than {_LONGEST_HEADER // 10**6} MB, which is not read.")


def _steps(entries: dict[str, str], axes: int) -> list[float]:
    """Distance from sample to sample along each axis; NaN where none is told."""
    if directions := entries.get("space directions"):
        vectors = re.findall(r"none|\([^)]*\)", directions.lower())
        steps = [
            math.nan if words == "none" else math.hypot(*(float(part) for part in words[1:-1].split(",")))
            for words in vectors
        ]
    else:
        steps = [float(word) for word in entries.get("spacings", "").split()]
    return steps if len(steps) == axes else [math.nan] * axes


def _unit(entries: dict[str, str]) -> float:
    """Millimetres in the unit of the axes; millimetres where none is named, as teem's users mean."""
    named = re.findall(r'"([^"]*)"', entries.get("space units", entries.get("units", "")))
    known = [word for word in named if word]
    return _MILLIMETRES.get(known[0].lower(), math.nan) if known else 1.0
