"""Millimetres of a picture whose every pixel was split into s × s: regions and spacing, by PS3.3 C.8.5.5 and 10.7.1.3.

A pixel centre x, counted from a region's first pixel, becomes s x + (s - 1) / 2; everything follows from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pydicom.dataset import Dataset
from pydicom.valuerep import DSfloat

from ussr_engine.derived.keywords import LEVELS, OFFSETS
from ussr_engine.scan import Spacing

CENTIMETRES, SPATIAL = 3, 1
AGREEMENT = 1e-3
"""Relative difference below which two spacings are one calibration."""


_SLACK = 0.005
"""Share of the picture by which a region may reach beyond it: scanners write the width for the last pixel."""


def enlarged_region(item: Dataset, scale: int, same_levels: bool) -> Dataset:
    """A region of the enlarged picture; ``item`` is left as it is.

    Bounds are inclusive: the first pixel goes to its first part, the last to its last.  The reference pixel is a whole
    number, so the part of a pixel that is left over goes into its physical value.
    """
    made = deepcopy(item)
    for axis in "XY":
        for name, grown in ((f"RegionLocationMin{axis}0", 0), (f"RegionLocationMax{axis}1", scale - 1)):
            if made.get(name) is not None:
                setattr(made, name, int(made[name].value) * scale + grown)
        _move_reference(made, axis, scale)
    for name in OFFSETS:
        if made.get(name) is not None:
            setattr(made, name, int(made[name].value) * scale)
    for name in () if same_levels else LEVELS:
        if name in made:
            delattr(made, name)
    return made


def _move_reference(item: Dataset, axis: str, scale: int) -> None:
    delta = item.get(f"PhysicalDelta{axis}")
    if delta is not None:
        delta = float(delta) / scale
        setattr(item, f"PhysicalDelta{axis}", delta)
    pixel = item.get(f"ReferencePixel{axis}0")
    if pixel is None:
        return
    setattr(item, f"ReferencePixel{axis}0", int(pixel) * scale)
    if delta is not None:
        value = float(item.get(f"ReferencePixelPhysicalValue{axis}") or 0)
        setattr(item, f"ReferencePixelPhysicalValue{axis}", value - (scale - 1) / 2 * delta)


def common_spacing(regions: Sequence[Any], rows: int, columns: int) -> Spacing | None:
    """Spacing of all spatial regions if every one is in centimetres and they agree; else None.

    A region that reaches beyond the picture of ``rows`` × ``columns`` belongs to a picture of another size: it says
    nothing of this one.  Signs of the deltas only say which way an axis counts.
    """
    found = []
    for item in regions:
        if item.get("RegionSpatialFormat") != SPATIAL:
            continue
        slack = 1 + _SLACK * max(rows, columns)
        last = item.get("RegionLocationMaxX1"), item.get("RegionLocationMaxY1")
        if None in last or last[0] + 1 > columns + slack or last[1] + 1 > rows + slack:
            return None
        if not item.get("PhysicalUnitsXDirection") == CENTIMETRES == item.get("PhysicalUnitsYDirection"):
            return None
        x, y = abs(float(item.get("PhysicalDeltaX") or 0)), abs(float(item.get("PhysicalDeltaY") or 0))
        if not (x and y):
            return None
        found.append(Spacing(axial=10 * y, lateral=10 * x))
    if not found:
        return None
    first = found[0]
    same = all(
        abs(one.axial - first.axial) <= AGREEMENT * first.axial
        and abs(one.lateral - first.lateral) <= AGREEMENT * first.lateral
        for one in found
    )
    return first if same else None


def pixel_spacing(spacing: Spacing) -> list[DSfloat]:
    """For the attribute: distance of rows (axial) first, then of columns, in mm, at most 16 characters each."""
    return [DSfloat(mm, auto_format=True) for mm in (spacing.axial, spacing.lateral)]


def set_geometry(dataset: Dataset, scale: int, same_levels: bool, spacing: Spacing | None) -> None:
    """Regions and spacing of the enlarged picture, in place.

    ``spacing`` is that of a source that is not DICOM.  Pixel Spacing is written only where every spatial region agrees
    with it, for readers that know nothing of regions; without regions it is the source's own.
    """
    regions = list(dataset.get("SequenceOfUltrasoundRegions") or ())
    own = _own_spacing(dataset)
    for name in ("PixelSpacing", "NominalScannedPixelSpacing", "ImagerPixelSpacing"):
        if name in dataset:
            delattr(dataset, name)
    if regions:
        dataset.SequenceOfUltrasoundRegions = [enlarged_region(item, scale, same_levels) for item in regions]
        common = common_spacing(dataset.SequenceOfUltrasoundRegions, int(dataset.Rows), int(dataset.Columns))
    else:
        known = own or spacing
        common = known.enlarged(scale) if known else None
    if common is not None:
        dataset.PixelSpacing = pixel_spacing(common)
        if "PixelAspectRatio" in dataset:  # says the same with less
            del dataset.PixelAspectRatio


def _own_spacing(dataset: Dataset) -> Spacing | None:
    try:
        rows, columns = (float(mm) for mm in dataset.PixelSpacing)
        return Spacing(axial=rows, lateral=columns)
    except Exception:  # absent, or not two positive numbers
        return None
