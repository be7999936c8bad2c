"""Frames for the screen: files stay open between two looks, for the next frame is usually the next one asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ussr_engine.cine.news import Levels, Looked, Sight
from ussr_engine.cine.store import FrameStore
from ussr_engine.errors import EngineError
from ussr_engine.files import open_clip
from ussr_engine.files.clips import ClipReader
from ussr_engine.files.levels import to_levels
from ussr_engine.imaging.resize import resize
from ussr_engine.orders import Look

OPEN = 3
"""Files that are kept open."""


class Projector:
    """Answers looks; ``opened`` opens a file, or a picture that is none, such as the phantom."""

    def __init__(self, opened: Callable[[str], ClipReader] = open_clip) -> None:
        self._open = opened
        self._readers: OrderedDict[str, ClipReader] = OrderedDict()

    def looked(self, order: Look) -> Looked:
        """A frame and what was made of it, or words why not."""
        try:
            scan = self._reader(order.path).scan(order.index)
        except EngineError as error:
            return Looked(order.path, order.index, None, str(error))
        interpolated = {scale: _shown(np.clip(resize(scan.image, scale=scale), 0, 1)) for scale in order.scales}
        enlarged: dict[str, Levels] = {}
        for folder in order.folders:
            try:
                enlarged[folder] = _shown(FrameStore(Path(folder)).frame(order.index))
            except EngineError:
                continue
        return Looked(order.path, order.index, Sight(order.index, scan, interpolated, enlarged))

    def close(self) -> None:
        """Let go of all files."""
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()

    def _reader(self, path: str) -> ClipReader:
        if path not in self._readers:
            while len(self._readers) >= OPEN:
                self._readers.popitem(last=False)[1].close()
            self._readers[path] = self._open(path)
        self._readers.move_to_end(path)
        return self._readers[path]


def _shown(image: np.ndarray) -> Levels:
    levels: Levels = to_levels(image, 8)
    return levels
