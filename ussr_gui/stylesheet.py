"""The one stylesheet of the window, as a template over a palette."""

from __future__ import annotations


def stylesheet(colours: dict[str, str], scale: float) -> str:
    """The stylesheet with a palette's colours; ``scale`` multiplies every size."""
    return ""
