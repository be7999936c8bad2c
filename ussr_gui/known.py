"""What is known of a simulated scan, in words."""

from __future__ import annotations

from ussr_engine.scan import Known, Scan
from ussr_gui.language import tr


def named(known: Known) -> str:
    """What it is."""
    return {"cyst": tr("Cyst"), "lesion": tr("Bright lesion"), "wire": tr("Wire"), "vessel": tr("Vessel")}[known.kind]


def sized(known: Known) -> str:
    """How wide it is and where: the truth, which a caliper can be held against."""
    place = tr("{depth} mm deep, {across} mm from the left")
    where = place.format(depth=f"{known.axial_mm:.1f}", across=f"{known.lateral_mm:.1f}")
    if known.kind == "wire":
        return where
    if known.kind == "vessel":
        wide = tr("lumen {size} mm wide").format(size=f"{known.size_mm:.1f}")
        return tr("{wide}, its middle {depth} mm deep").format(wide=wide, depth=f"{known.axial_mm:.1f}")
    return tr("{size} mm wide, {where}").format(size=f"{known.size_mm:.1f}", where=where)


def widest(scan: Scan) -> Known | None:
    """The thing that a newcomer can measure best."""
    sizes = [known for known in scan.known if known.size_mm]
    return max(sizes, key=lambda known: known.size_mm) if sizes else None
