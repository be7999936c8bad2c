"""What a compressed frame says of its own size, read before any decoder allocates for it."""

from __future__ import annotations

import struct

_NO_LENGTH = {0x01, *range(0xD0, 0xD9)}
"""JPEG markers that stand alone: TEM, restarts and the start of the image (ITU-T T.81, table B.1)."""

_FRAME = {0xF7, *range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Start of frame of JPEG, and of JPEG-LS (ITU-T T.87, C.1.1): F7."""


def stream_size(frame: bytes) -> tuple[int, int, int] | None:
    """Width, height and components in a JPEG, JPEG-LS or JPEG 2000 frame; None where none is found."""
    if frame.startswith(b"\xff\xd8"):
        return _jpeg_size(frame)
    # The code stream begins with SOC and SIZ (ITU-T T.800, A.4.1, A.5.1), in a JP2 file after some boxes.
    start = frame.find(b"\xff\x4f\xff\x51")
    if start < 0 or len(frame) < start + 42:
        return None
    right, bottom, left, top, *_, components = struct.unpack_from(">8IH", frame, start + 8)
    return right - left, bottom - top, components


def _jpeg_size(frame: bytes) -> tuple[int, int, int] | None:
    offset = 2
    while offset + 10 <= len(frame):
        if frame[offset] != 0xFF:
            return None
        marker = frame[offset + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            offset += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAME:
            height, width, components = struct.unpack_from(">HHB", frame, offset + 5)
            return width, height, components
        offset += 2 + int(struct.unpack_from(">H", frame, offset + 2)[0])
    return None
