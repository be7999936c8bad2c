"""What of a scan no network should draw anew, found where it is certain: text and marks, colour, other displays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ussr_engine.scan import Scan
from ussr_engine.trust.colour import coloured
from ussr_engine.trust.edge import Mask
from ussr_engine.trust.lettering import lettered
from ussr_engine.trust.sector import surround

TEXT, COLOUR, SURROUND = "text", "colour", "surround"
ALIKE = 0.9
"""Share of a tissue region from which another region over it is that region again, not a box within it."""


@dataclass(frozen=True, eq=False)
class Found:
    """One region: ``mask`` (h, w) bool with its upper left pixel at (``top``, ``left``) of the scan.

    ``kind`` is "text" (letters, marks, scales), "colour", or the kind of a region that the file names: "spectral",
    "M-mode", "colour flow", "other"; or "surround", all that lies outside of the regions with echoes.
    """

    kind: str
    top: int
    left: int
    mask: Mask

    @property
    def bottom(self) -> int:
        """Exclusive."""
        return self.top + len(self.mask)

    @property
    def right(self) -> int:
        """Exclusive."""
        return self.left + len(self.mask[0])


def found(scan: Scan) -> tuple[Found, ...]:
    """Regions to protect, from the file's own regions, from colour and from lettering; empty for plain tissue.

    Only what is certain: what the file's regions leave out; a calibrated region whose content is not tissue; pixels
    whose channels differ by more than chroma noise and by more than a tint of the whole scan; bright islands as sharp
    along the beam's breadth as no echo is.
    """
    regions = [Found(kind, top, left, mask) for kind, top, left, mask in _told(scan)]
    outside = surround(scan)
    if outside is not None:
        regions.append(Found(SURROUND, 0, 0, outside & ~union(regions, outside.shape)))
    taken = union(regions, (scan.height, scan.width))
    regions += [Found(COLOUR, top, left, mask) for top, left, mask in coloured(scan.image)]
    regions += [Found(TEXT, top, left, mask) for top, left, mask in lettered(scan.image)]
    return tuple(one for one in regions if one.kind not in (TEXT, COLOUR) or not _within(one, taken))


def union(regions: Iterable[Found], shape: tuple[int, int]) -> Mask:
    """All of them in one mask of the scan's size."""
    whole = np.zeros(shape, np.bool_)
    for one in regions:
        whole[one.top : one.bottom, one.left : one.right] |= one.mask
    return whole


def says_of(regions: Iterable[Found]) -> str:
    """What they are, each kind once: "text, colour"."""
    return ", ".join(dict.fromkeys(one.kind for one in regions))


def _told(scan: Scan) -> Iterable[tuple[str, int, int, Mask]]:
    tissue = [region for region in scan.regions if region.kind == "2D"]
    for region in scan.regions:
        height, width = min(region.bottom, scan.height) - region.top, min(region.right, scan.width) - region.left
        if region.kind == "2D" or height <= 0 or width <= 0:
            continue
        covered = 0.0
        for other in tissue:
            high = min(region.bottom, other.bottom) - max(region.top, other.top)
            wide = min(region.right, other.right) - max(region.left, other.left)
            size = (other.bottom - other.top) * (other.right - other.left)
            covered = max(covered, max(high, 0) * max(wide, 0) / size)
        if covered < ALIKE:
            yield region.kind, region.top, region.left, np.ones((height, width), np.bool_)


def _within(one: Found, taken: Mask) -> bool:
    return bool(taken[one.top : one.bottom, one.left : one.right][one.mask].all())
