"""What ``--trust`` and ``--protect`` say."""

from __future__ import annotations

from ussr_engine.cli.files import read
from ussr_engine.errors import BadRequest
from ussr_engine.scan import Scan, luma
from ussr_engine.trust.edge import Mask
from ussr_engine.trust.protection import found, says_of, union

AUTO, NONE = "auto", "none"


def shield(asked: str, scan: Scan) -> tuple[Mask | None, str]:
    """The mask of a scan and what it holds, in words: found, none, or read from a picture, white where protected."""
    if asked == NONE:
        return None, ""
    if asked == AUTO:
        regions = found(scan)
        return union(regions, (scan.height, scan.width)), says_of(regions)
    mask = read(asked)
    if (mask.height, mask.width) != (scan.height, scan.width):
        raise BadRequest(
            f"The mask has {mask.width} × {mask.height} pixels, the scan {scan.width} × {scan.height}.",
            "Draw it on the scan itself.",
        )
    return luma(mask.image) > 0.5, "given"
