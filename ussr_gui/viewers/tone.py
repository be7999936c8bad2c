"""Window, level and colours: how grey levels of a picture become light on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg

Table = npt.NDArray[np.uint32]

ENTRIES = 65536
"""One for every stored level, so that a narrow window still shows steps that a screen can."""
NARROWEST = 4 / 255
GREY, INVERTED, SEPIA, INFERNO, VIRIDIS = "grey", "inverted", "sepia", "inferno", "viridis"
COLOURS = (GREY, INVERTED, SEPIA, INFERNO, VIRIDIS)
SEPIA_STOPS = ((0, 0, 0), (96, 62, 34), (204, 160, 110), (255, 244, 226))


@dataclass(frozen=True)
class Tone:
    """``level`` is the grey shown half bright, ``window`` the range of greys from black to white, both of 0 to 1."""

    window: float = 1.0
    level: float = 0.5
    colours: str = GREY

    def moved(self, wider: float, higher: float) -> Tone:
        """Wider and with a higher level by these shares of the whole range, kept within it."""
        window = min(max(self.window + wider, NARROWEST), 1.0)
        return replace(self, window=window, level=min(max(self.level + higher, 0.0), 1.0))

    @property
    def is_plain(self) -> bool:
        """True where pictures look as they are stored."""
        return self == PLAIN

    def lightness(self) -> Table:
        """(65536,) what each level becomes, 0 to 255."""
        return _lightness(self.window, self.level, self.colours == INVERTED)

    def table(self) -> Table:
        """(65536,) what each grey level becomes, as 0xffRRGGBB."""
        return _table(self)


PLAIN = Tone()
"""As the picture is stored."""


@lru_cache(maxsize=8)
def _lightness(window: float, level: float, inverted: bool) -> Table:
    grey = np.arange(ENTRIES) / (ENTRIES - 1)
    light = np.clip((grey - level) / window + 0.5, 0, 1)
    return np.rint((1 - light if inverted else light) * 255).astype(np.uint32)


@lru_cache(maxsize=8)
def _table(tone: Tone) -> Table:
    colours = _colours(tone.colours)
    packed = np.uint32(0xFF000000) | colours[:, 0] << 16 | colours[:, 1] << 8 | colours[:, 2]
    made: Table = packed[tone.lightness()]
    return made


@lru_cache(maxsize=8)
def _colours(name: str) -> Table:
    if name in (GREY, INVERTED):
        return np.repeat(np.arange(256, dtype=np.uint32)[:, None], 3, axis=1)
    if name == SEPIA:
        at = np.linspace(0, 255, len(SEPIA_STOPS))
        stops = np.array(SEPIA_STOPS, float)
        return np.stack([np.interp(np.arange(256), at, c) for c in stops.T], axis=1).round().astype(np.uint32)
    found: Table = pg.colormap.get(name).getLookupTable(nPts=256)[:, :3].astype(np.uint32)
    return found


def coloured(stops: npt.NDArray[np.uint8]) -> Table:
    """(65536,) table that runs evenly through these colours (N, 3)."""
    at = np.linspace(0, len(stops) - 1, ENTRIES)
    red, green, blue = (np.interp(at, np.arange(len(stops)), c).round().astype(np.uint32) for c in stops.T)
    return np.uint32(0xFF000000) | red << 16 | green << 8 | blue
