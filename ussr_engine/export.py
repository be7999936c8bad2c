"""A result leaves the program: the picture, its millimetres, and how it was made; nothing of the source's metadata."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.errors import BadRequest, UnwritableFile
from ussr_engine.files import DERIVED_IN, suffix_of, write_scan
from ussr_engine.files.atomic import replaced
from ussr_engine.files.drives import answers, recovery_folder
from ussr_engine.files.refusals import DriveGone
from ussr_engine.imaging.kernels import centre_of_mass, moments
from ussr_engine.passport import NAMELESS, Passport, Privacy
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan

_FILES = (".safetensors", ".pth", ".json", ".png", ".tif")
"""Suffixes of what a knob may name."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, in ``words``; the passport of a derived file."""

    words: str
    passport: Passport | None = None


def provenance(result: Result | None) -> dict[str, str]:
    """What every export says of itself."""
    facts = {"software": f"USSR {__version__}", "use": RESEARCH_USE}
    if result is not None:
        facts |= {
            "method": result.method,
            "title": result.title,
            "scale": f"{result.scale:g}",
            "seed": str(result.seed),
            "plan": json.dumps(_without_places(result.plan), sort_keys=True),
            "trust": str(result.trust),
        }
        if result.protected is not None:
            facts |= {
                "protected_pixels": f"{result.protected.pixels} of {result.protected.total}",
                "protected": f"plain interpolation: {result.protected.says}",
            }
    return facts


def export(
    path: str | Path,
    scan: Scan,
    result: Result | None,
    bits: int,
    source: str = "",
    frame: int = 0,
    privacy: Privacy = NAMELESS,
) -> Exported:
    """Write a picture whose suffix chooses the format.

    A TIFF of a result holds its maps as further pages.  A DICOM file is derived from ``source``, of which ``scan``
    shows frame ``frame``, enlarged; ``privacy`` says what of the patient leaves with it, and is of no matter to other
    formats, which never hold anything of the source's.

    Returns
    -------
    Exported
        A sentence that says what was written, and the passport of a DICOM file.

    Raises
    ------
    UnwritableFile, BadRequest
        If the place or the format cannot take it; an earlier file of that name is then untouched.
    """
    target = Path(path)
    try:
        if not answers(target.absolute().parent):
            raise DriveGone(f"The drive of {target.parent} does not answer.", "Choose another folder.")
        return _exported(target, scan, result, bits, source, frame, privacy)
    except DriveGone as gone:
        folder = recovery_folder()
        kept = free(folder / target.name)
        _exported(kept, scan, result, bits, source, frame, privacy)
        raise UnwritableFile(gone.words, f"The picture is kept as {kept.name} in {folder}.") from gone


def _exported(
    path: Path, scan: Scan, result: Result | None, bits: int, source: str, frame: int, privacy: Privacy
) -> Exported:
    if suffix_of(path) in DERIVED_IN:
        passport = _derived(path, scan, result, bits, source, frame, privacy)
        return Exported(passport.words, passport)
    maps = result.maps if result is not None and result.sr is scan else None
    return Exported(write_scan(path, scan, bits=bits, provenance=provenance(result), maps=maps))


def _derived(
    path: Path, scan: Scan, result: Result | None, bits: int, source: str, frame: int, privacy: Privacy
) -> Passport:
    from ussr_engine.derived import write_derived
    from ussr_engine.derived.origin import origin

    name = path.name
    if not source:
        raise BadRequest(
            f"{name} cannot be written: a DICOM file is derived from a file, and this picture comes from none.",
            "Save it as PNG or TIFF.",
        )
    scale = scan.width / origin(source).columns
    return write_derived(
        path,
        [scan.image],
        source=source,
        scale=scale,
        facts=provenance(result),
        deidentified=privacy.deidentified,
        bits=bits,
        frame=frame,
        blanked=privacy.blanked,
        clean=privacy.clean,
    )


def free(path: Path) -> Path:
    """The path, or the first with a number that is not taken."""
    number, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return found


def _without_places(plan: Mapping[str, Any]) -> dict[str, Any]:
    """A plan in which files are named by what they hold: where they lie may say who a patient is."""

    def unplaced(value: object) -> object:
        return _without_places(value) if isinstance(value, Mapping) else _unplaced(value)

    return {key: unplaced(value) for key, value in plan.items()}


def _unplaced(value: object) -> object:
    if not isinstance(value, str) or not ({"/", "\\"} & set(value) or Path(value).suffix in _FILES):
        return value
    try:
        return f"sha256:{hashlib.sha256(Path(value).expanduser().read_bytes()).hexdigest()[:16]}"
    except OSError:
        return "a file"


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
