"""PNG, JPEG and BMP by Pillow; PNG of 16 bits with several channels, which Pillow halves, by OpenCV."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as Pillow

from ussr_engine.clip import STILL
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.clips import ClipReader
from ussr_engine.files.levels import Levels, one_channel_if_grey, over_black, said_reach, to_unit, upright
from ussr_engine.files.marks import own_marks, provenance_from, spacing_from
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Scan

ORIENTATION = 274
"""The EXIF and TIFF tag that says how the camera was held."""

_LARGEST_FILE = 2_000_000_000
_COLOUR_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples per pixel of PNG's colour types (ISO/IEC 15948, 11.2.2)."""


class Picture(ClipReader):
    """A PNG, JPEG or BMP; of an animated PNG the first picture.

    Raises
    ------
    UnreadableFile
        For a damaged, truncated or too large picture.
    """

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path)
        if path.stat().st_size > _LARGEST_FILE:
            raise UnreadableFile(
                f"{self.name} is larger than {_LARGEST_FILE // 10**9} GB, too large for a {kind} picture."
            )
        whole = path.read_bytes()
        self._kind, self._data = kind, _without_profile(whole) if kind == "PNG" else whole
        self._profiled = len(self._data) < len(whole)
        picture = opened(io.BytesIO(self._data), kind, self.name)
        width, height = picture.size
        channels, bits = len(picture.getbands()), 1 if picture.mode == "1" else 8
        if kind == "PNG":
            # Pillow's bands are those after unpacking; the header tells what is stored.
            channels, bits = _COLOUR_CHANNELS.get(self._data[25], 1), self._data[24]
        self.clip = STILL
        self.stored = Stored(kind, width, height, channels, bits)
        self.stored.check_size(self.name)
        _check_whole(self._data, kind, self.name)

    def _read(self, index: int) -> tuple[Scan, Stored]:
        kind, stored, notes = self._kind, self.stored, self.of(index)
        picture = opened(io.BytesIO(self._data), kind, self.name)
        levels = decoded(picture, kind, self.name, notes)
        if stored.bits == 16 and stored.channels > 1:
            levels = _sixteen_bit_colour(self._data, self.name, notes)
        levels = upright(levels, _orientation(picture, notes))
        if getattr(picture, "n_frames", 1) > 1:
            notes["frame"] = f"1 of {picture.n_frames}; only the first picture of an animation is read"
        if self._profiled or "icc_profile" in picture.info:
            notes["colour profile"] = "ignored"
        grey = one_channel_if_grey(levels, tolerance=2 if kind == "JPEG" else 0)
        if levels.ndim == 3 and grey.ndim == 2:
            notes["colour"] = "three equal channels, read as one"
        said_reach(grey, notes)
        entries = own_marks(getattr(picture, "text", {}))
        stored = replace(stored, notes=notes, provenance=provenance_from(entries))
        bits = 8 * levels.dtype.itemsize
        height, width = levels.shape[:2]
        scan = Scan(
            image=to_unit(grey, 2**bits - 1),
            spacing=spacing_from(entries, width, height),
            bits=bits,
            name=self.name,
            facts=stored.facts(),
        )
        return scan, stored


def opened(source: io.BytesIO | Path, kind: str, name: str) -> Any:  # noqa: ANN401 - Pillow is untyped here
    """The picture's header, by the one decoder of its kind."""
    try:
        return Pillow.open(source, formats=[kind])
    except Pillow.DecompressionBombError:
        raise UnreadableFile(f"{name} claims an absurd number of pixels.", "It is damaged or hostile.") from None
    except FileNotFoundError:
        raise
    except Exception as error:
        raise UnreadableFile(f"{name} starts like a {kind} file, but its header is damaged or cut off.") from error


def decoded(picture: Any, kind: str, name: str, notes: dict[str, str]) -> Levels:  # noqa: ANN401
    """Levels of the picture as uint8 or uint16, (H, W) or (H, W, 3), opaque, in stored orientation."""
    try:
        picture.load()
    except Exception as error:
        raise UnreadableFile(
            f"{name} is damaged: its {kind} pixels cannot be decoded to the end.", "Copy it again from its source."
        ) from error
    mode = picture.mode
    if mode.startswith("I;16") or mode == "I":
        levels = np.asarray(picture).astype(np.uint16)
        key = picture.info.get("transparency")
        if isinstance(key, int) and (levels == key).any():
            levels[levels == key] = 0
            notes["transparency"] = "laid over black"
        return levels
    if mode == "1":
        picture = picture.convert("L")
    elif mode == "CMYK":
        picture = picture.convert("RGB")
        notes["colour"] = "CMYK, read as RGB"
    elif mode in ("P", "PA", "La", "LA", "RGBa", "RGBA") or "transparency" in picture.info:
        levels, transparent = over_black(np.asarray(picture.convert("RGBA")))
        if transparent:
            notes["transparency"] = "laid over black"
        return levels
    elif mode == "YCbCr":
        picture = picture.convert("RGB")
    elif mode not in ("L", "RGB"):
        raise UnreadableFile(f"{name} has the colour mode {mode}, which is not read.", "Convert it to grey or RGB.")
    return np.asarray(picture)


def _sixteen_bit_colour(data: bytes, name: str, notes: dict[str, str]) -> Levels:
    import cv2

    levels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if levels is None or levels.dtype != np.uint16 or levels.ndim != 3:
        raise UnreadableFile(f"{name} is damaged: its 16 bit pixels cannot be decoded.")
    if levels.shape[2] == 3:
        return np.ascontiguousarray(levels[..., ::-1])
    colour, transparent = over_black(levels[..., [2, 1, 0, 3]])
    if transparent:
        notes["transparency"] = "laid over black"
    return colour


def _orientation(picture: Any, notes: dict[str, str]) -> int:  # noqa: ANN401
    try:
        orientation = picture.getexif().get(ORIENTATION, 1)
    except Exception:  # a broken EXIF block says nothing about the pixels
        notes["orientation"] = "unreadable, taken as upright"
        return 1
    if orientation in (2, 3, 4, 5, 6, 7, 8):
        notes["orientation"] = f"turned upright (EXIF {orientation})"
        return int(orientation)
    return 1


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of the chunks of a PNG that are whole (ISO/IEC 15948, 5.3)."""
    offset = 8
    while offset + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, offset)
        end = offset + 12 + length
        if end <= len(data):
            yield kind, offset, end
        offset = end


def _without_profile(data: bytes) -> bytes:
    """A PNG without its colour profile, which is not used and may be of any size."""
    for kind, start, end in _chunks(data):
        if kind == b"iCCP":
            return data[:start] + data[end:]
        if kind == b"IDAT":
            break
    return data


def _check_whole(data: bytes, kind: str, name: str) -> None:
    remedy = "Copy it again from its source."
    if kind == "PNG":
        for kind_of_chunk, start, end in _chunks(data):
            if kind_of_chunk == b"IEND":
                return
            # What is not needed for the pixels may be spoiled; its kind begins with a small letter.
            sum_of_chunk = int.from_bytes(data[end - 4 : end], "big")
            if kind_of_chunk[:1].isupper() and zlib.crc32(data[start + 4 : end - 4]) != sum_of_chunk:
                raise UnreadableFile(f"{name} is damaged: a check sum of its pixels is wrong.", remedy)
        raise UnreadableFile(f"{name} is cut short: it ends before the last chunk (IEND) of a PNG.", remedy)
    if kind == "JPEG":
        # After the last start of scan, FF D9 can only be the end mark: coded data escape every FF.
        if data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda"):
            raise UnreadableFile(f"{name} is cut short: the end mark of a JPEG is missing.", remedy)
    elif kind == "BMP" and len(data) >= 6:
        (promised,) = struct.unpack_from("<I", data, 2)
        if len(data) < promised:
            raise UnreadableFile(f"{name} is cut short: it has {len(data):,} of {promised:,} bytes.", remedy)
