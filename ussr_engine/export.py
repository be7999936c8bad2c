"""A result leaves the program: the picture, its millimetres, and how it was made; nothing of the source's metadata."""

from __future__ import annotations

import json
from pathlib import Path

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.files import write_scan
from ussr_engine.result import Result
from ussr_engine.scan import Scan


def provenance(result: Result | None) -> dict[str, str]:
    """What every export says of itself."""
    facts = {"software": f"USSR {__version__}", "use": RESEARCH_USE}
    if result is not None:
        facts |= {
            "method": result.method,
            "title": result.title,
            "scale": f"{result.scale:g}",
            "seed": str(result.seed),
            "plan": json.dumps(dict(result.plan), sort_keys=True),
        }
    return facts


def export(path: str | Path, scan: Scan, result: Result | None, bits: int) -> str:
    """Write a picture whose suffix chooses the format; returns a sentence that says what was written.

    Raises
    ------
    UnwritableFile, BadRequest
        If the place or the format cannot take it; an earlier file of that name is then untouched.
    """
    return write_scan(path, scan, bits=bits, provenance=provenance(result))
