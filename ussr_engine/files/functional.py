"""What a DICOM header says of one frame: the groups shared by all frames, then those of the frame, over the rest."""

from __future__ import annotations

from typing import Any

from pydicom.dataset import Dataset

_WANTED = (
    "SequenceOfUltrasoundRegions",
    "PixelSpacing",
    "PixelAspectRatio",
    "WindowCenter",
    "WindowWidth",
    "VOILUTFunction",
    "VOILUTSequence",
    "RescaleSlope",
    "RescaleIntercept",
)
"""What may differ from frame to frame (PS3.3 C.7.6.16, C.8.24), wherever in its groups a scanner has put it."""


def header_of(header: Any, index: int) -> Any:  # noqa: ANN401 - pydicom is untyped here
    """The header with what its functional groups say of a frame; the same record where there are none."""
    shared = header.get("SharedFunctionalGroupsSequence") or ()
    frames = header.get("PerFrameFunctionalGroupsSequence") or ()
    groups = [*list(shared)[:1], *([frames[index]] if index < len(frames) else [])]
    told: dict[str, Any] = {}
    for group in groups:
        inner = [items[0] for element in group if element.VR == "SQ" and len(items := element.value)]
        for part in (*inner, group):
            told.update({keyword: part[keyword] for keyword in _WANTED if keyword in part})
    if not told:
        return header
    merged = Dataset()
    merged.update(header)
    for element in told.values():
        merged[element.tag] = element
    return merged
