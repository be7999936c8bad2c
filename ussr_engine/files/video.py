"""AVI, MP4, MOV and MPEG by OpenCV's own build of FFmpeg, which is under the LGPL; sound is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from ussr_engine.clip import Clip, evenly
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.clips import ClipReader, damaged
from ussr_engine.files.levels import Levels, one_channel_if_grey, to_unit
from ussr_engine.files.stored import Stored
from ussr_engine.scan import Scan

MOST = 200_000
"""Frames of a clip at most: more than an hour and a half at 30 a second."""

_NEAR = 64
"""Frames ahead up to which one decodes on rather than looking for the place."""


class VideoClip(ClipReader):
    """Frames of a video.

    Raises
    ------
    UnreadableFile
        For a damaged or too large video, or one coded in a way that is not decoded here.
    """

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path)
        self._seeks = kind != "MPEG"  # an MPEG programme stream has no index: a seek there lands somewhere near
        self._open()
        try:
            width, height = (int(self._get(which)) for which in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
            stored = Stored(kind, width, height, 3, 8)
            stored.check_size(self.name)
            rate = self._get(cv2.CAP_PROP_FPS)
            self._times = 1000 / rate if rate > 0 else 0.0
            frames = self._counted()
            self.clip: Clip = evenly(frames, self._times)
            notes = {"coding": _letters(int(self._get(cv2.CAP_PROP_FOURCC)))}
            self.stored = replace(stored, frames=frames, notes=notes)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._video.release()

    def _open(self) -> None:
        self._video: Any = cv2.VideoCapture(str(self.path.absolute()), cv2.CAP_FFMPEG)
        self._next = 0
        if not self._video.isOpened():
            raise UnreadableFile(
                f"{self.name} is a video that is damaged or coded in a way that is not decoded here.",
                "Convert it to MP4 (H.264) or AVI (Motion JPEG).",
            )

    def _get(self, which: int) -> float:
        value = float(self._video.get(which))
        return value if np.isfinite(value) else 0.0

    def _counted(self) -> int:
        """Frames that are there: what the header says is believed where the last of them can be decoded."""
        promised = int(self._get(cv2.CAP_PROP_FRAME_COUNT))
        if promised > MOST:
            raise UnreadableFile(f"{self.name} claims {promised:,} frames; at most {MOST:,} are read.", "Cut it first.")
        if self._seeks and promised > 1 and self._sought(promised - 1):
            return promised
        self._again()
        count = 0
        while count <= MOST and self._video.grab():
            count += 1
        self._again()
        if not 0 < count <= MOST:
            raise damaged(self.name)
        return count

    def _again(self) -> None:
        self.close()
        self._open()

    def _sought(self, index: int) -> bool:
        """Decode the frame with this number by a seek; False where another one came."""
        self._video.set(cv2.CAP_PROP_POS_FRAMES, index)
        found = round(self._get(cv2.CAP_PROP_POS_FRAMES)) == index and bool(self._video.grab())
        self._next = index + 1
        return found

    def _grab(self, index: int) -> bool:
        near = self._next <= index <= self._next + _NEAR
        if self._seeks and not near and self._sought(index):
            return True
        if self._next > index or not near:
            self._again()
        while self._next <= index:
            if not self._video.grab():
                return False
            self._next += 1
        return True

    def _levels(self, index: int) -> Levels:
        if not self._grab(index):
            raise UnreadableFile(f"Frame {index + 1} of {self.clip.frames} of {self.name} cannot be decoded.")
        sound, frame = self._video.retrieve()
        if not sound or frame is None or frame.dtype != np.uint8:
            raise damaged(self.name)
        return frame if frame.ndim == 2 else np.ascontiguousarray(frame[..., ::-1])

    def _read(self, index: int) -> tuple[Scan, Stored]:
        notes = {**self.stored.notes, **self.of(index)}
        levels = self._levels(index)
        grey = one_channel_if_grey(levels, tolerance=2)
        if grey.ndim == 2:
            notes["colour"] = "three equal channels, read as one"
        stored = replace(self.stored, notes=notes)
        return Scan(image=to_unit(grey, 255), name=self.name, facts=stored.facts()), stored


def _letters(code: int) -> str:
    """The four letters of a coding, "MJPG"; harmless whatever the file says."""
    letters = (code & 0xFFFFFFFF).to_bytes(4, "little").decode("latin-1")
    return "".join(letter if letter.isascii() and letter.isalnum() else "?" for letter in letters)
