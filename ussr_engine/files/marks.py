"""What this program writes into its pictures, and how it recognises its own: ``ussr:`` entries."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ussr_engine.errors import BadRequest
from ussr_engine.scan import Scan, Spacing

PREFIX = "ussr:"
_SIZE, _AXIAL, _LATERAL = (PREFIX + word for word in ("size", "axial_mm", "lateral_mm"))


def marks(scan: Scan, provenance: Mapping[str, str]) -> dict[str, str]:
    """Entries to embed: the size, the spacing to the last bit, and the provenance."""
    entries = {PREFIX + key: words for key, words in provenance.items()}
    entries[_SIZE] = f"{scan.width} × {scan.height}"
    if scan.spacing:
        entries[_AXIAL], entries[_LATERAL] = repr(scan.spacing.axial), repr(scan.spacing.lateral)
    return entries


def own_marks(entries: Mapping[str, object]) -> dict[str, str]:
    """The entries of a file that are this program's; empty for a foreign file."""
    return {key: words for key, words in entries.items() if key.startswith(PREFIX) and isinstance(words, str)}


def marks_in_json(description: str) -> dict[str, str]:
    """The same from a TIFF's description."""
    if not description.startswith('{"' + PREFIX) or len(description) > 1_000_000:
        return {}
    try:
        entries = json.loads(description)
    except (ValueError, RecursionError):
        return {}
    return own_marks(entries) if isinstance(entries, dict) else {}


def spacing_from(entries: Mapping[str, str], width: int, height: int) -> Spacing | None:
    """The spacing that was embedded; None where there is none, or where another program resized the picture since."""
    if entries.get(_SIZE) != f"{width} × {height}":
        return None
    try:
        return Spacing(float(entries[_AXIAL]), float(entries[_LATERAL]))
    except (KeyError, ValueError, BadRequest):
        return None


def provenance_from(entries: Mapping[str, str]) -> dict[str, str]:
    """The provenance that was embedded, under its own keys."""
    return {key.removeprefix(PREFIX): words for key, words in entries.items() if key not in (_SIZE, _AXIAL, _LATERAL)}
