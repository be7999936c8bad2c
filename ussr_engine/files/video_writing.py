"""MP4 out, by OpenCV's own MPEG-4 encoder (LGPL): for showing, not for measuring, for it loses detail."""

from __future__ import annotations

import errno
import json
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from ussr_engine.files.levels import Levels, to_levels
from ussr_engine.scan import Image

FALLBACK = 25.0
"""Frames a second where the clip does not say: a video must have some."""


def write_video(path: Path, frames: Iterable[Image], rate: float | None, entries: Mapping[str, str]) -> int:
    """Write frames one at a time and mark the file; returns how many there were.

    An odd last row or column is doubled, for the format halves the chroma.

    Raises
    ------
    OSError
        If the encoder cannot open or finish the file.
    """
    import cv2

    count = 0
    writer: cv2.VideoWriter | None = None
    try:
        for image in frames:
            levels = _even(to_levels(image, 8))
            size = levels.shape[1], levels.shape[0]
            if writer is None:
                writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), rate or FALLBACK, size)
                if not writer.isOpened():
                    raise OSError(errno.EIO, "the video encoder failed")
            writer.write(np.ascontiguousarray(levels[..., ::-1]))
            count += 1
    finally:
        if writer is not None:
            writer.release()
    _mark(path, entries)
    return count


def frames_in(path: Path) -> tuple[int, int, int]:
    """Frames that decode, width and height, read anew."""
    import cv2

    capture = cv2.VideoCapture(str(path))
    count = width = height = 0
    try:
        while True:
            whole, frame = capture.read()
            if not whole:
                return count, width, height
            count, width, height = count + 1, frame.shape[1], frame.shape[0]
    finally:
        capture.release()


def _even(levels: Levels) -> Levels:
    colour = levels if levels.ndim == 3 else np.repeat(levels[..., None], 3, axis=2)
    return np.pad(colour, ((0, colour.shape[0] % 2), (0, colour.shape[1] % 2), (0, 0)), mode="edge")


def _mark(path: Path, entries: Mapping[str, str]) -> None:
    """Add a comment to the movie box (ISO/IEC 14496-12 8.10, iTunes ``©cmt``), which the encoder puts last."""
    with path.open("rb+") as file:
        start, size = _last_box(path, b"moov")
        comment = json.dumps(dict(entries)).encode()
        data = _box(b"data", struct.pack(">II", 1, 0) + comment)
        handler = _box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
        meta = _box(b"meta", bytes(4) + handler + _box(b"ilst", _box(b"\xa9cmt", data)))
        user = _box(b"udta", meta)
        file.seek(start)
        file.write(struct.pack(">I", size + len(user)))
        file.seek(0, 2)
        file.write(user)


def _last_box(path: Path, kind: bytes) -> tuple[int, int]:
    end, start = path.stat().st_size, 0
    with path.open("rb") as file:
        while start + 8 <= end:
            file.seek(start)
            size, name = struct.unpack(">I4s", file.read(8))
            if size == 1:
                size = struct.unpack(">Q", file.read(8))[0]
            if name == kind and start + size == end:
                return start, size
            if size < 8:
                break
            start += size
    raise OSError(errno.EIO, "the video encoder left the file unfinished")


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content
