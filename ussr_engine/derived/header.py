"""The data set of a derived image, all but its pixels: what is copied, what is left behind, what is said anew."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pydicom
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.uid import UID, generate_uid
from pydicom.valuerep import DSfloat

from ussr_engine import __version__
from ussr_engine.derived import identity
from ussr_engine.derived.geometry import set_geometry
from ussr_engine.derived.keywords import BLANK, LEFT, PIXELS_KEPT, TIMES
from ussr_engine.derived.origin import Origin
from ussr_engine.derived.wording import coded, comments, derivation, plain, series_name
from ussr_engine.passport import Privacy

COLOUR_SC, BYTE_SC, WORD_SC = (f"1.2.840.10008.5.1.4.1.1.7.{number}" for number in (4, 2, 3))
"""Multi-frame true colour, grayscale byte and grayscale word secondary capture."""


_BULK = frozenset({"OB", "OW", "OF", "OD", "OL", "OV", "UN"})


@dataclass(frozen=True, slots=True)
class Picture:
    """Of the export: ``frames`` of ``rows`` × ``columns``, colour or grey, 8 or 16 bits; ``first`` in its source."""

    frames: int
    rows: int
    columns: int
    colour: bool
    bits: int
    first: int = 0


def header(origin: Origin, picture: Picture, scale: int, facts: Mapping[str, str], privacy: Privacy) -> Dataset:
    """Everything before Pixel Data (7FE0,0010).

    Parameters
    ----------
    facts : mapping
        What every export says of itself: software, use, method, scale, seed, plan, trust.
    """
    source = origin.dataset if origin.dataset is not None else Dataset()
    new = identity.remapped(secrets.token_bytes(32)) if privacy.deidentified else UID
    kept = identity.allowed(source) if privacy.deidentified else copied(source)
    if picture.frames == 1:
        for name in TIMES & set(kept.dir()):
            delattr(kept, name)
    elif kept.get("FrameTimeVector"):
        kept.FrameTimeVector = kept.FrameTimeVector[: picture.frames]
    _identify(kept, source, origin, picture, new)
    _describe_pixels(kept, picture)
    _keep_losses(kept, origin)
    set_geometry(kept, scale, _same_levels(source, picture), origin.spacing)
    _derive(kept, source, origin, picture, facts, scale, new, privacy)
    if origin.dataset is None:
        _time(kept, origin, picture)
    if not origin.is_ultrasound:
        _capture(kept, picture)
    if privacy.clean:
        kept.BurnedInAnnotation = "NO"
    if privacy.deidentified and origin.dataset is not None:
        identity.mark_removed(kept, blanked=privacy.blanked, clean=privacy.clean)
    for name in BLANK:
        if name not in kept:
            setattr(kept, name, None)
    return kept


def copied(source: Dataset) -> Dataset:
    """What of a source's header still holds for another picture of the same patient and study.

    Private attributes stay behind: nobody can say whether they speak of pixels.  So do values that the standard does
    not allow, for a strict reader would refuse the file.
    """
    kept = Dataset()
    for element in source:
        group = element.tag.group
        pixels = group == 0x0028 and element.keyword not in PIXELS_KEPT
        curves = group >= 0x5000
        if element.tag.is_private or pixels or curves or element.keyword in LEFT or element.VR in _BULK:
            continue
        cleaned = _valid(element)
        if cleaned is not None:
            kept.add(cleaned)
    return kept


def _valid(element: DataElement) -> DataElement | None:
    if element.VR == "SQ":
        items = []
        for item in element.value:
            made = Dataset()
            for inner in item:
                cleaned = None if inner.tag.is_private or inner.VR in _BULK else _valid(inner)
                if cleaned is not None:
                    made.add(cleaned)
            items.append(made)
        return DataElement(element.tag, "SQ", items)
    try:
        return DataElement(element.tag, element.VR, element.value, validation_mode=pydicom.config.RAISE)
    except Exception:  # pydicom's words quote the value
        return None


def _identify(kept: Dataset, source: Dataset, origin: Origin, picture: Picture, new: Any) -> None:  # noqa: ANN401
    if origin.is_ultrasound:
        kept.SOPClassUID = origin.sop_class
    else:
        kept.SOPClassUID = COLOUR_SC if picture.colour else BYTE_SC if picture.bits == 8 else WORD_SC
    kept.SOPInstanceUID, kept.SeriesInstanceUID = generate_uid(prefix=None), generate_uid(prefix=None)
    study = source.get("StudyInstanceUID")
    kept.StudyInstanceUID = new(study) if study else generate_uid(prefix=None)
    kept.Modality = source.get("Modality") if source.get("Modality") in ("US", "IVUS", "OT") else "US"
    kept.ImageType = ["DERIVED", "SECONDARY", *list(kept.get("ImageType") or ())[2:]]


def _describe_pixels(kept: Dataset, picture: Picture) -> None:
    kept.Rows, kept.Columns = picture.rows, picture.columns
    kept.SamplesPerPixel = 3 if picture.colour else 1
    kept.PhotometricInterpretation = "RGB" if picture.colour else "MONOCHROME2"
    if picture.colour:
        kept.PlanarConfiguration = 0
    kept.BitsAllocated = kept.BitsStored = picture.bits
    kept.HighBit, kept.PixelRepresentation = picture.bits - 1, 0
    if "UltrasoundColorDataPresent" in kept:
        kept.UltrasoundColorDataPresent = int(picture.colour)
    if picture.frames > 1 or kept.SOPClassUID.endswith((".3.1", ".7.2", ".7.3", ".7.4")):
        kept.NumberOfFrames = picture.frames


def _keep_losses(kept: Dataset, origin: Origin) -> None:
    """Once lossy, always lossy (PS3.3 C.7.6.1.1.5), also where the source forgot to say so."""
    if origin.lossy is None:
        return
    kept.LossyImageCompression = "01"
    if origin.lossy and not kept.get("LossyImageCompressionMethod"):
        kept.LossyImageCompressionMethod = origin.lossy
    if origin.ratio and not kept.get("LossyImageCompressionRatio"):
        kept.LossyImageCompressionRatio = DSfloat(round(origin.ratio, 2))


def _derive(
    kept: Dataset,
    source: Dataset,
    origin: Origin,
    picture: Picture,
    facts: Mapping[str, str],
    scale: int,
    new: Any,  # noqa: ANN401
    privacy: Privacy,
) -> None:
    kept.DerivationDescription = derivation(facts, scale)
    kept.DerivationCodeSequence = [coded("113085", "Spatial resampling")]
    kept.SeriesDescription = series_name(
        "" if privacy.deidentified else str(kept.get("SeriesDescription") or ""), facts
    )
    kept.ImageComments = comments(facts)
    ours = Dataset()
    ours.PurposeOfReferenceCodeSequence = [coded("109102", "Processing Equipment")]
    ours.Manufacturer = ours.ManufacturerModelName = "USSR"
    ours.SoftwareVersions = __version__
    ours.ContributionDescription = plain(facts.get("use", ""), 1024)
    if not privacy.deidentified:
        now = datetime.now(UTC)
        ours.ContributionDateTime = now.strftime("%Y%m%d%H%M%S+0000")
        kept.InstanceCreationDate, kept.InstanceCreationTime = now.strftime("%Y%m%d"), now.strftime("%H%M%S")
        kept.TimezoneOffsetFromUTC = kept.get("TimezoneOffsetFromUTC") or "+0000"
    kept.ContributingEquipmentSequence = [*(kept.get("ContributingEquipmentSequence") or ()), ours]
    if source.get("SOPInstanceUID"):
        item = Dataset()
        item.ReferencedSOPClassUID = source.SOPClassUID
        item.ReferencedSOPInstanceUID = new(source.SOPInstanceUID)
        if picture.frames < origin.frames:
            numbers = range(picture.first, picture.first + picture.frames)
            item.ReferencedFrameNumber = [number + 1 for number in numbers]
        item.PurposeOfReferenceCodeSequence = [coded("121322", "Source image for image processing operation")]
        kept.SourceImageSequence = [item]


def _time(kept: Dataset, origin: Origin, picture: Picture) -> None:
    """Times of a clip that was not DICOM, kept to the digit; pages without times are counted."""
    if picture.frames == 1:
        return
    steps = [later - earlier for earlier, later in zip(origin.times, origin.times[1:], strict=False)]
    steps = steps[: picture.frames - 1]
    if len(steps) != picture.frames - 1:
        kept.PageNumberVector = list(range(1, picture.frames + 1))
        kept.FrameIncrementPointer = 0x00182001
    elif max(steps) - min(steps) < 1e-3:
        kept.FrameTime = DSfloat(sum(steps) / len(steps), auto_format=True)
        kept.FrameIncrementPointer = 0x00181063
    else:
        kept.FrameTimeVector = [DSfloat(step, auto_format=True) for step in (0.0, *steps)]
        kept.FrameIncrementPointer = 0x00181065


def _capture(kept: Dataset, picture: Picture) -> None:
    """What a secondary capture must say besides (PS3.3 A.8.3, C.8.6)."""
    kept.ConversionType = "WSD"
    kept.BurnedInAnnotation = kept.get("BurnedInAnnotation") or "YES"  # nobody has said that it holds none
    if not picture.colour:
        kept.PresentationLUTShape = "IDENTITY"
        kept.RescaleIntercept, kept.RescaleSlope, kept.RescaleType = 0, 1, "US"
    if "PatientOrientation" not in kept:
        kept.PatientOrientation = None


def _same_levels(source: Dataset, picture: Picture) -> bool:
    as_before = ("RGB",) if picture.colour else ("MONOCHROME2",)
    return source.get("PhotometricInterpretation") in as_before and source.get("BitsStored") == picture.bits
