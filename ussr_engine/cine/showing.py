"""Frames for the screen: files stay open between two looks, for the next frame is usually the next one asked for."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import numpy as np

from ussr_engine.cine.news import Levels, Looked, Sight
from ussr_engine.cine.store import FrameStore
from ussr_engine.errors import EngineError
from ussr_engine.events import Event, Opened, OpenFailed
from ussr_engine.files import open_clip
from ussr_engine.files.clips import ClipReader
from ussr_engine.files.levels import to_levels
from ussr_engine.imaging.resize import resize
from ussr_engine.orders import Look, Open
from ussr_engine.samples import PREFIX, simulated
from ussr_engine.trust.mixing import Mixture

OPEN = 3
"""Files that are kept open."""

Identity = tuple[int, int, int, int] | None
"""What is the same as long as a file is: device, number, size, time of the last change."""


class Projector:
    """Answers what is asked of files: a scan, or a frame with all that was made of it; a context manager."""

    def __init__(self) -> None:
        self._readers: OrderedDict[str, tuple[Identity, ClipReader]] = OrderedDict()

    def opened(self, order: Open) -> Event:
        """A scan, a frame of a clip, or what is simulated ("phantom:0"); or words why not."""
        path = order.path
        try:
            if path.startswith(PREFIX):
                return Opened(path, simulated(path))
            reader = self._reader(path)
            try:
                return Opened(path, reader.scan(order.frame), reader.clip, order.frame)
            finally:
                if reader.clip.frames == 1:
                    self._readers.pop(path)[1].close()
        except EngineError as error:
            return OpenFailed(path, error.words, error.remedy)
        except MemoryError:
            return OpenFailed(path, f"{Path(path).name} does not fit into memory.", "Close other programs or crop it.")
        except Exception:  # a reader's defect must not end the process; its words may quote the file
            return OpenFailed(path, f"{Path(path).name} cannot be read.", "Export it anew, as PNG or DICOM.")

    def looked(self, order: Look) -> Looked:
        """A frame and what was made of it, or words why not."""
        answer = self.opened(Open(order.path, order.index))
        if isinstance(answer, OpenFailed):
            return Looked(order.path, order.index, None, f"{answer.words} {answer.remedy}".strip())
        assert isinstance(answer, Opened)
        scan = answer.scan
        interpolated = {scale: _shown(np.clip(resize(scan.image, scale=scale), 0, 1)) for scale in order.scales}
        enlarged: dict[str, Levels] = {}
        for clip in order.clips:
            try:
                image = FrameStore(Path(clip.folder)).frame(order.index)
                if not clip.trust.is_full or clip.mask is not None:
                    bicubic = np.clip(resize(scan.image, scale=clip.scale), 0, 1)
                    image = Mixture(image, bicubic, clip.scale, clip.mask).at(clip.trust)
            except EngineError:
                continue
            enlarged[clip.folder] = _shown(image)
        return Looked(order.path, order.index, Sight(order.index, scan, interpolated, enlarged))

    def __enter__(self) -> Projector:
        return self

    def __exit__(self, *_: object) -> None:
        for known in self._readers.values():
            known[1].close()

    def _reader(self, path: str) -> ClipReader:
        """The file's reader; a file that was changed meanwhile is opened anew."""
        identity = _identity(path)
        known = self._readers.get(path)
        if known is None or known[0] != identity:
            if known is not None:
                self._readers.pop(path)[1].close()
            while len(self._readers) >= OPEN:
                self._readers.popitem(last=False)[1][1].close()
            self._readers[path] = identity, open_clip(path)
        self._readers.move_to_end(path)
        return self._readers[path][1]


def _identity(path: str) -> Identity:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _shown(image: np.ndarray) -> Levels:
    levels: Levels = to_levels(image, 8)
    return levels
