"""A result leaves the program: the picture, its millimetres, and how it was made; nothing of the source's metadata."""

from __future__ import annotations

import json
from pathlib import Path

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.errors import BadRequest, UnwritableFile
from ussr_engine.files import write_scan
from ussr_engine.files.atomic import replaced
from ussr_engine.imaging.kernels import centre_of_mass, moments
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan


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
            "trust": str(result.trust),
        }
        if result.protected is not None:
            facts |= {
                "protected_pixels": f"{result.protected.pixels} of {result.protected.total}",
                "protected": f"plain interpolation: {result.protected.says}",
            }
    return facts


def export(path: str | Path, scan: Scan, result: Result | None, bits: int) -> str:
    """Write a picture whose suffix chooses the format; returns a sentence that says what was written.

    A TIFF of a result holds its maps as further pages.

    Raises
    ------
    UnwritableFile, BadRequest
        If the place or the format cannot take it; an earlier file of that name is then untouched.
    """
    maps = result.maps if result is not None and result.sr is scan else None
    return write_scan(path, scan, bits=bits, provenance=provenance(result), maps=maps)


def export_kernel(path: str | Path, kernel: Image) -> str:
    """Write a blur kernel as JSON, to be used again as ``degradation.kernel_file``; returns what was written, in words.

    Parameters
    ----------
    path : str or Path
        Ending in .json.
    kernel : (k, k) float32
        ``Result.kernel``.

    Raises
    ------
    BadRequest, UnwritableFile
        If the name or the place cannot take it; an earlier file of that name is then untouched.
    """
    target = Path(path)
    if target.suffix.lower() != ".json":
        raise BadRequest(f"A blur kernel is written as .json, not {target.suffix or 'without a suffix'}.")
    major, minor, angle = moments(kernel.astype(float))
    record = {
        "what": "blur kernel of a step by 2, applied by correlation",
        "software": f"USSR {__version__}",
        "centre_of_mass_px": centre_of_mass(kernel.astype(float)),
        "sigma_px": [major, minor],
        "angle_deg": angle,
        "kernel": [[float(f"{weight:.9g}") for weight in row] for row in kernel.tolist()],
    }
    try:
        with replaced(target) as temporary:
            temporary.write_text(json.dumps(record, indent=1), encoding="utf-8")
    except OSError as error:
        raise UnwritableFile(f"{target.name} cannot be written ({error}).", "Choose another folder.") from error
    return f"Blur kernel of {kernel.shape[0]} × {kernel.shape[1]} taps written to {target.name}"
