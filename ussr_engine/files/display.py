"""What a viewer shows of stored DICOM grey values: modality LUT, window, MONOCHROME1."""

from __future__ import annotations

from typing import Any

import numpy as np
from pydicom.multival import MultiValue
from pydicom.pixels import apply_modality_lut, apply_voi

from ussr_engine.files.levels import Levels
from ussr_engine.scan import Image

_FULL = 0.01
"""A window whose ends lie within this share of the full range only restates it: levels stay exact."""


def displayed(header: Any, stored: Levels, notes: dict[str, str]) -> Image:  # noqa: ANN401 - pydicom is untyped here
    """Stored values as float32 in [0, 1], 0 black, as a viewer first shows them.

    The modality LUT (or rescale slope) comes first, then the first VOI LUT or window of the file, as DICOM PS3.3
    C.11.1 and C.11.2 prescribe; without a window the full range of Bits Stored goes to [0, 1].  Ultrasound scanners
    store what their screen showed, so a window of nearly the full range is taken as none and keeps levels exact.
    """
    bits = int(header.BitsStored)
    signed = int(header.get("PixelRepresentation", 0)) == 1
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
    values = np.clip(stored, low, high)
    if header.get("ModalityLUTSequence"):
        values = np.asarray(apply_modality_lut(values, header), np.float64)
        low, high = 0, 2 ** _lut_bits(header.ModalityLUTSequence[0]) - 1
    else:
        slope, offset = _rescale(header, notes)
        values = values * slope + offset
        low, high = sorted((low * slope + offset, high * slope + offset))
    if header.get("VOILUTSequence"):
        notes["window"] = "the file's own grey curve (VOI LUT)"
        unit = apply_voi(values.astype(np.int64), header) / (2 ** _lut_bits(header.VOILUTSequence[0]) - 1)
    else:
        unit = _windowed(header, values, low, high, notes)
    if header.PhotometricInterpretation == "MONOCHROME1":
        unit = 1 - unit
        notes["photometric"] = "MONOCHROME1, inverted"
    image: Image = np.clip(unit, 0, 1).astype(np.float32)
    return image


def _rescale(header: Any, notes: dict[str, str]) -> tuple[float, float]:  # noqa: ANN401
    slope, offset = _first(header.get("RescaleSlope")), _first(header.get("RescaleIntercept"))
    slope, offset = 1.0 if slope is None else slope, 0.0 if offset is None else offset
    if slope == 0 or not np.isfinite(slope + offset):
        notes["rescale"] = "impossible, not used"
        return 1.0, 0.0
    return slope, offset


def _windowed(header: Any, values: Levels, low: float, high: float, notes: dict[str, str]) -> Levels:  # noqa: ANN401
    centre, width = _first(header.get("WindowCenter")), _first(header.get("WindowWidth"))
    function = header.get("VOILUTFunction") or "LINEAR"
    whole = (values - low) / (high - low)
    if centre is None or width is None:
        return whole
    # PS3.3 C.11.2.1.2: LINEAR counts levels, so its ends lie half a level and a whole one further in.
    if function == "LINEAR":
        centre, width = centre - 0.5, width - 1
    if not (np.isfinite(centre) and width > 0):
        notes["window"] = "impossible, not used"
        return whole
    if function == "SIGMOID":
        notes["window"] = f"sigmoid, centre {centre:g}, width {width:g}"
        return 1 / (1 + np.exp(-4 * (values - centre) / width))
    start, end = centre - width / 2, centre + width / 2
    room = _FULL * (high - low)
    if abs(start - low) <= room and abs(end - high) <= room:
        return whole
    notes["window"] = f"{start:g} … {end:g} shown as 0 … 1"
    return np.clip((values - start) / (end - start), 0, 1)


def _first(value: Any) -> float | None:  # noqa: ANN401
    if isinstance(value, MultiValue):
        value = value[0] if len(value) else None
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _lut_bits(item: Any) -> int:  # noqa: ANN401
    return int(item.LUTDescriptor[2])
