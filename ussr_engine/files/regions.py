"""Millimetres of a DICOM ultrasound picture: the calibrated regions of its screen, else its pixel spacing."""

from __future__ import annotations

from typing import Any

from ussr_engine.errors import BadRequest
from ussr_engine.scan import Region, Spacing

_CENTIMETRES = 3
"""Physical units code of PS3.3 C.8.5.5.1.15."""

_AGREEMENT = 1e-3
"""Relative difference below which two spacings are the same calibration, written with fewer digits."""

_SLACK = 0.005
"""Share of the picture by which a region may reach beyond it: one that did so by a pixel does so by s when enlarged."""


def calibration(header: Any, width: int, height: int) -> tuple[tuple[Region, ...], Spacing | None, dict[str, str]]:  # noqa: ANN401
    """Read Sequence of Ultrasound Regions (0018,6011) and Pixel Spacing (0028,0030).

    Parameters
    ----------
    header : pydicom.Dataset
    width, height : int
        Columns and rows of the picture; a region that reaches beyond them belongs to another size of picture, so its
        millimetres are not used.

    Returns
    -------
    regions : tuple of Region
        Clipped to the picture.
    spacing : Spacing or None
        That of all spatial regions if they agree, else of the only 2D tissue region; without any calibrated region
        the Pixel Spacing, unless the screen holds a time axis.  Never guessed.
    notes : dict
        Why millimetres were not used, in words.

    References
    ----------
    DICOM PS3.3 C.8.5.5 (US Region Calibration), 10.7.1.3 (Pixel Spacing: row distance first).
    """
    notes: dict[str, str] = {}
    regions = []
    for item in header.get("SequenceOfUltrasoundRegions") or ():
        region = _region(item, width, height, notes)
        if region:
            regions.append(region)
    spatial = [region for region in regions if region.spacing and region.kind in ("2D", "colour flow")]
    tissue = [region for region in spatial if region.kind == "2D"]
    if spatial and all(_same(region.spacing, spatial[0].spacing) for region in spatial):
        return tuple(regions), spatial[0].spacing, notes
    if len(tissue) == 1:
        notes["spacing"] = "of the 2D region; other regions are calibrated differently"
        return tuple(regions), tissue[0].spacing, notes
    if spatial:
        notes["spacing"] = "regions are calibrated differently, so the picture as a whole has none"
        return tuple(regions), None, notes
    spacing = None
    if not any(region.kind in ("M-mode", "spectral") for region in regions):
        spacing = _spacing(header.get("PixelSpacing"), notes)
    if header.get("PixelAspectRatio") and not spacing:
        notes["pixel aspect"] = ":".join(str(number) for number in header.PixelAspectRatio)
    return tuple(regions), spacing, notes


def _region(item: Any, width: int, height: int, notes: dict[str, str]) -> Region | None:  # noqa: ANN401
    try:
        left, top = int(item.RegionLocationMinX0), int(item.RegionLocationMinY0)
        # The maximum is the last pixel inside (inclusive); some scanners write the width itself.
        right, bottom = int(item.RegionLocationMaxX1) + 1, int(item.RegionLocationMaxY1) + 1
    except (AttributeError, TypeError, ValueError):
        notes["regions"] = "one without bounds was left out"
        return None
    slack = 1 + _SLACK * max(width, height)
    inside = left >= 0 and top >= 0 and right <= width + slack and bottom <= height + slack
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        notes["regions"] = "one outside the picture was left out"
        return None
    spacing = None
    centimetres = item.get("PhysicalUnitsXDirection") == _CENTIMETRES == item.get("PhysicalUnitsYDirection")
    if centimetres and inside:
        spacing = _spacing_of_deltas(item.get("PhysicalDeltaX"), item.get("PhysicalDeltaY"))
    elif centimetres:
        notes["regions"] = "one reaches beyond the picture; its millimetres are not used"
    return Region(_kind(item), top, left, bottom, right, spacing)


def _kind(item: Any) -> str:  # noqa: ANN401
    space, content = item.get("RegionSpatialFormat"), item.get("RegionDataType")
    if space == 1 and content in (1, 2):
        return "2D" if content == 1 else "colour flow"
    return {2: "M-mode", 3: "spectral"}.get(space, "other")


def _spacing_of_deltas(x: Any, y: Any) -> Spacing | None:  # noqa: ANN401
    try:
        # Negative steps only say which way the axis counts.
        return Spacing(axial=abs(float(y)) * 10, lateral=abs(float(x)) * 10)
    except (TypeError, ValueError, BadRequest):
        return None


def _spacing(pair: Any, notes: dict[str, str]) -> Spacing | None:  # noqa: ANN401
    if not pair:
        return None
    try:
        rows, columns = (float(number) for number in pair)
        return Spacing(axial=rows, lateral=columns)
    except (TypeError, ValueError, BadRequest):
        notes["spacing"] = "the Pixel Spacing is not two positive millimetres and was not used"
        return None


def _same(one: Spacing | None, other: Spacing | None) -> bool:
    if one is None or other is None:
        return False
    return (
        abs(one.axial - other.axial) <= _AGREEMENT * other.axial
        and abs(one.lateral - other.lateral) <= _AGREEMENT * other.lateral
    )
