"""What may leave with a picture when nothing of the patient shall: a list of what is kept, not of what is dropped.

After the Basic Application Level Confidentiality Profile (DICOM PS3.15, Annex E), read strictly: no free text, no date,
no time and no identifier of the source stays.  Of coded words only those of the standard's own lists are kept, so that
a name in a field of codes does not pass.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydicom.dataset import Dataset
from pydicom.uid import UID

from ussr_engine import __version__
from ussr_engine.derived.keywords import MEASURES, SAID_ANEW
from ussr_engine.derived.news import Identity
from ussr_engine.derived.origin import origin
from ussr_engine.derived.wording import coded
from ussr_engine.errors import UnreadableFile
from ussr_engine.files.stored import quietly, shown

NUMBERS = frozenset({"US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "DS", "IS", "AT"})
"""Value representations that hold nothing but numbers."""


WORDS: dict[str, frozenset[str]] = {
    "BurnedInAnnotation": frozenset({"YES", "NO"}),
    "LossyImageCompression": frozenset({"00", "01"}),
    "LossyImageCompressionMethod": frozenset(
        {"ISO_10918_1", "ISO_14495_1", "ISO_15444_1", "ISO_13818_2", "ISO_14496_10", "ISO_23008_2"}
    ),
    "PresentationIntentType": frozenset({"FOR PRESENTATION", "FOR PROCESSING"}),
    "ImageType": frozenset(
        {"ORIGINAL", "DERIVED", "PRIMARY", "SECONDARY"}
        | {"ABDOMINAL", "BREAST", "CARDIOLOGY", "CHEST", "ENDOCAVITARY", "ENDORECTAL", "ENDOVAGINAL", "EPICARDIAL"}
        | {"FETAL HEART", "GYNECOLOGY", "INTRACARDIAC", "INTRAOPERATIVE", "INTRAVASCULAR", "MUSCULOSKELETAL"}
        | {"NEONATAL HEAD", "OBSTETRICAL", "OPHTHALMIC", "PEDIATRIC", "PELVIC", "RETROPERITONEAL", "SCROTAL"}
        | {"SMALL PARTS", "TEE", "THYROID", "TRANSCRANIAL", "TTE", "VASCULAR"}
    ),
    "TransducerType": frozenset(
        {"SECTOR_PHASED", "SECTOR_MECH", "SECTOR_ANNULAR", "LINEAR", "CURVED LINEAR", "SINGLE CRYSTAL"}
        | {"SPLIT XTAL CWD", "IV_PHASED", "IV_ROT XTAL", "IV_ROT MIRROR", "ENDOCAV_PA", "ENDOCAV_MECH"}
        | {"ENDOCAV_CLA", "ENDOCAV_AA", "ENDOCAV_LINEAR", "VECTOR_PHASED"}
    ),
}
"""Attributes that are kept as far as their words are the standard's (PS3.3 C.7.6.1, C.8.5.6 and 7FE0)."""

_PATIENT = 0x0010
"""Group of the attributes that name and describe a patient."""

_MODES = re.compile(r"0[0-7][0-9A-F]{2}")
"""Value 4 of an ultrasound Image Type: the modes on the screen, as bits (PS3.3 C.8.5.6.1.1)."""

SEQUENCES = frozenset({"SequenceOfUltrasoundRegions"})
"""Sequences that are kept; their items go through the same list."""


PROFILE, CLEAN_PIXELS = ("113100", "Basic Application Confidentiality Profile"), ("113101", "Clean Pixel Data Option")


def allowed(dataset: Dataset) -> Dataset:
    """The attributes of a data set that say nothing of anybody."""
    kept = Dataset()
    for element in dataset:
        if element.keyword in SEQUENCES and element.VR == "SQ":
            setattr(kept, element.keyword, [allowed(item) for item in element.value])
        elif element.keyword in MEASURES and element.VR in NUMBERS:
            kept.add(deepcopy(element))
        elif element.keyword in WORDS:
            words = {word for word in _several(element.value) if not _MODES.fullmatch(word)}
            if words <= WORDS[element.keyword]:
                kept.add(deepcopy(element))
    return kept


def remapped(secret: bytes) -> Callable[[str], UID]:
    """New identifiers for old ones, equal for equal, which nobody can undo without the secret (HMAC-SHA-256, 2.25)."""

    def new(old: str) -> UID:
        digest = hmac.new(secret, str(old).encode(), hashlib.sha256).digest()
        # 2.25 takes a UUID as a number (PS3.5 B.2); version and variant are set as RFC 4122 asks.
        number = int.from_bytes(digest[:16], "big")
        number = number & ~(0xF << 76) & ~(0x3 << 62) | (0x4 << 76) | (0x2 << 62)
        return UID(f"2.25.{number}")

    return new


def mark_removed(dataset: Dataset, *, blanked: bool, clean: bool) -> None:
    """Say in the data set what was done to it.

    PatientIdentityRemoved is YES only where the picture holds no text about the patient: the source says so, or a
    person has looked (``clean``).
    """
    removed = clean or dataset.get("BurnedInAnnotation") == "NO"
    dataset.PatientIdentityRemoved = "YES" if removed else "NO"
    dataset.DeidentificationMethod = [
        f"USSR {__version__}: header by a list of what is kept (PS3.15 E)",
        "pixels outside the regions blanked" if blanked else "pixels as in the source",
    ]
    codes = [PROFILE, CLEAN_PIXELS] if blanked and clean else [PROFILE]
    dataset.DeidentificationMethodCodeSequence = [coded(*code) for code in codes]


def identity_in(source: str | Path) -> Identity | None:
    """What a file tells of a patient; None for one that is not DICOM.

    Raises
    ------
    UnreadableFile
        If it is gone or damaged.
    """
    dataset = origin(source).dataset
    if dataset is None:
        return None
    try:
        with quietly():  # values are read when they are first looked at
            regions = len(dataset.get("SequenceOfUltrasoundRegions") or ())
            return Identity(going(dataset), str(dataset.get("BurnedInAnnotation") or ""), regions)
    except Exception:  # a damaged value, which pydicom's words would quote
        raise UnreadableFile(f"The header of {shown(Path(source))} is damaged.") from None


def going(dataset: Any) -> tuple[str, ...]:  # noqa: ANN401 - pydicom is untyped here
    """Names of the attributes that go, each once, the patient's own first; those without any value are not named."""
    kept = allowed(dataset)
    names = {}
    private = 0
    stay = SAID_ANEW | {"SpecificCharacterSet"}
    for element in sorted(dataset, key=lambda one: (one.tag.group != _PATIENT, one.tag)):
        if element.tag in kept or element.is_empty or element.tag.group in (0x0028, 0x7FE0) or element.keyword in stay:
            continue
        if element.tag.is_private:
            private += not element.tag.is_private_creator
        else:
            names[element.name if element.keyword else f"Unknown attribute {element.tag}"] = True
    return (*names, f"{private} private attributes") if private else tuple(names)


def staying(dataset: Any) -> Iterator[int]:  # noqa: ANN401
    """Tags that a de-identified export may have besides those that the writer sets itself."""
    for element in allowed(dataset):
        yield int(element.tag)


def _several(value: Any) -> list[str]:  # noqa: ANN401
    return [str(value)] if isinstance(value, str) else [str(word) for word in value or ()]
