"""What is told of clips: frames that were asked for, and a clip that is enlarged; plain records that pickle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ussr_engine.events import End, Event
from ussr_engine.passport import Passport
from ussr_engine.result import Result, Trust
from ussr_engine.scan import Scan

Levels = npt.NDArray[np.uint8]
"""(H, W) or (H, W, 3), 0 to 255: what a screen shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """An enlarged clip as it is to be shown: its folder and scale, its trust, and what is protected of its scan."""

    folder: str
    scale: float
    trust: Trust
    mask: npt.NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True, eq=False)
class EnlargedClip:
    """Every frame of a clip by one method.

    Attributes
    ----------
    result : Result
        Of the frame that was learned from, the first of several.
    folder : str
        Where the engine keeps the frames.
    frames : int
        Those that were enlarged.
    times : tuple of float
        Milliseconds from the first frame to each; empty where unknown.
    learned_from : tuple of int
        Frames that were learned from, counted from 0.
    flicker, flicker_interpolated : float or None
        Of the enlarged frames and of the same by interpolation, in grey levels: see ``ussr_engine.cine.flicker``; None
        for fewer than three frames.
    damaged : tuple of int
        Frames that could not be read, in whose place the frame before stands.
    """

    result: Result
    folder: str
    frames: int
    times: tuple[float, ...]
    learned_from: tuple[int, ...]
    flicker: float | None
    flicker_interpolated: float | None
    damaged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ClipEnlarged(End):
    """All frames of a clip are enlarged, or as many as the person waited for."""

    clip: EnlargedClip


@dataclass(frozen=True, slots=True)
class Sight:
    """One frame of a clip as it is and as it was enlarged, for the screen.

    ``interpolated`` maps scales to the frame by bicubic, ``enlarged`` the folders of enlarged clips to their frame;
    a clip that does not have the frame is missing.
    """

    index: int
    scan: Scan
    interpolated: Mapping[int, Levels]
    enlarged: Mapping[str, Levels]


@dataclass(frozen=True, slots=True)
class Looked(Event):
    """A frame that was asked for; ``words`` say why there is none."""

    path: str
    index: int
    sight: Sight | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ClipSaved(End):
    """A clip was written, read back and found right; a derived file has its passport."""

    path: str
    words: str
    passport: Passport | None
