"""Which millimetres hold where on a scan."""

from __future__ import annotations

from collections.abc import Sequence

from ussr_engine.scan import Region, Scan, Spacing

WHOLE = "the whole picture"


def spacing_at(scan: Scan, points: Sequence[tuple[float, float]]) -> tuple[Spacing | None, str]:
    """Millimetres per pixel that hold for all of these points, and the reason.

    Parameters
    ----------
    scan : Scan
    points : sequence of (x, y)
        Pixels from the upper left corner of the scan, lateral first.

    Returns
    -------
    Spacing or None, str
        Where the scan has calibrated regions, that of the region which holds every point (the smallest one, if several
        do); between regions, outside them, and in one whose axes are not both millimetres, None.  Without regions that
        of the picture.  Nothing is guessed: None means pixels.

    References
    ----------
    DICOM PS3.3 C.8.5.5: a calibration holds inside its region.
    """
    if not scan.regions:
        return (scan.spacing, WHOLE) if scan.spacing else (None, "the file gives no millimetres")
    holding = [region for region in scan.regions if all(_holds(region, point) for point in points)]
    if not holding:
        touched = [region for region in scan.regions if any(_holds(region, point) for point in points)]
        if touched:
            return None, "it leaves its region, and no millimetres hold on both sides"
        return None, "it lies outside the calibrated regions"
    region = min(holding, key=lambda one: (one.bottom - one.top) * (one.right - one.left))
    if region.spacing is None:
        return None, f"the axes of the {region.kind} region are not both millimetres"
    return region.spacing, f"the {region.kind} region"


def _holds(region: Region, point: tuple[float, float]) -> bool:
    return region.left <= point[0] <= region.right and region.top <= point[1] <= region.bottom
