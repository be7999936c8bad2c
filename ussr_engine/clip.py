"""How many pictures a file holds, and when each of them was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clip:
    """Frames of a file in time.

    Attributes
    ----------
    frames : int
        Pictures in the file, 1 for a still.
    times : tuple of float
        Milliseconds from the first frame to each, rising from 0; empty where the file does not say.
    """

    frames: int = 1
    times: tuple[float, ...] = ()

    @property
    def duration(self) -> float | None:
        """Milliseconds from the first frame to the last; None where the file does not say."""
        return self.times[-1] if self.times else None

    @property
    def rate(self) -> float | None:
        """Frames a second, the mean over the clip; None for a still, or where the file does not say."""
        duration = self.duration
        return 1000 * (self.frames - 1) / duration if duration else None


STILL = Clip()
"""One picture."""


def evenly(frames: int, step: float) -> Clip:
    """A clip with ``step`` milliseconds from each frame to the next; without times where that is no duration."""
    if frames < 2 or not 0 < step < 1e7:
        return Clip(frames)
    return Clip(frames, tuple(step * number for number in range(frames)))
