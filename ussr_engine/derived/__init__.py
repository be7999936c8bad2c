"""Derived DICOM: the source's data set with other pixels, its millimetres right, and a passport that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ussr_engine.errors import BadRequest, UnwritableFile

if TYPE_CHECKING:
    from ussr_engine.passport import Passport
    from ussr_engine.scan import Image


def write_derived(
    path: str | Path,
    frames: Iterable[Image],
    *,
    source: str | Path,
    scale: float,
    facts: Mapping[str, str],
    deidentified: bool = False,
    bits: int | None = None,
    frame: int = 0,
    count: int | None = None,
    blanked: bool = False,
    clean: bool = False,
) -> Passport:
    """Write enlarged frames as a derived image of ``source``, whole or not at all, and prove it by a second reader.

    Parameters
    ----------
    path : str or Path
        Of the new file; never the source's own.
    frames : iterable of (H, W) or (H, W, 3) float32 in [0, 1]
        Every frame of the source, or its first ``count``, or one of them; consumed one at a time.
    source : str or Path
        The file that was enlarged, which is read again here: a DICOM file, any other that can be opened, which gives a
        secondary capture, or ``phantom:SEED``.
    scale : float
        A whole number; the frames are so many times the source's size.
    facts : mapping
        What every export says of itself, as `ussr_engine.export.provenance` gives it.
    deidentified : bool
        Leave nothing of the patient in the header: only attributes of a list stay, identifiers are replaced.
    bits : int, optional
        8 or 16 for grey; as the source by default.  Colour has 8.
    frame : int
        Which one it is, from 0, where only one is given.
    count : int, optional
        How many are given, where a clip was not enlarged to its end: its first so many.
    blanked : bool
        Black outside the ultrasound regions.
    clean : bool
        A person has looked: what is left of the picture holds no text about the patient.

    Returns
    -------
    Passport
        Every row agrees.

    Raises
    ------
    UnwritableFile
        Where the disk is against it, or where the passport disagrees; an earlier file of that name is then untouched.
    UnreadableFile
        If the source cannot be read any more.
    BadRequest
        For frames that are not the source's, or a source without regions that shall be blanked outside them.

    References
    ----------
    DICOM PS3.3 C.7.6.1 (derivation), C.8.5.5 (regions), PS3.15 E (confidentiality).
    """
    from ussr_engine.derived.writing import write
    from ussr_engine.passport import Privacy

    whole = int(scale)
    if whole != scale or whole < 1:
        raise BadRequest(f"A derived image is a whole number of times its source, not {scale:g}.")
    if bits not in (None, 8, 16):
        raise BadRequest(f"A picture is written with 8 or 16 bits, not {bits}.")
    target = Path(path)
    if target.exists() and Path(source).exists() and target.samefile(source):
        raise UnwritableFile(f"{target.name} is the scan itself.", "Choose another name; inputs are never overwritten.")
    return write(target, frames, source, whole, facts, Privacy(deidentified, blanked, clean), bits, frame, count)
