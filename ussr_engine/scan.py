"""A scan: one picture in [0, 1], its millimetres, and what its file said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest

Image = npt.NDArray[np.float32]
"""(H, W) grey or (H, W, 3) colour, float32, in [0, 1], rows = axial (depth), columns = lateral."""

MAX_PIXELS = 100_000_000
"""Largest picture the program opens, in pixels; a larger header is taken for a damaged or hostile file."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distance between neighbouring pixel centres in mm: ``axial`` down the rows, ``lateral`` along the columns."""

    axial: float
    lateral: float

    def __post_init__(self) -> None:
        if not (0 < self.axial < 1e3 and 0 < self.lateral < 1e3):
            raise BadRequest(f"A pixel spacing of {self.axial} × {self.lateral} mm is impossible.")

    def enlarged(self, scale: float) -> Spacing:
        """Spacing after every pixel was split into ``scale`` × ``scale``."""
        return Spacing(self.axial / scale, self.lateral / scale)


@dataclass(frozen=True, slots=True)
class Region:
    """A calibrated rectangle of an ultrasound screen (DICOM PS3.3 C.8.5.5).

    Bounds are pixel indices, ``bottom`` and ``right`` exclusive.  ``kind`` is "2D", "M-mode", "colour flow",
    "spectral" or "other"; ``spacing`` is None where the axes are not both millimetres.
    """

    kind: str
    top: int
    left: int
    bottom: int
    right: int
    spacing: Spacing | None


@dataclass(frozen=True, slots=True)
class Known:
    """A thing in a simulated scan of which place and size are known; ``kind`` is "cyst", "lesion", "wire" or "vessel".

    The centre in mm from the picture's upper left edge, which no enlargement moves; ``size_mm`` is the diameter, 0 for
    a wire, which is thinner than anything a scan can show.
    """

    kind: str
    axial_mm: float
    lateral_mm: float
    size_mm: float


@dataclass(frozen=True, eq=False)
class Scan:
    """One picture with its geometry.

    Attributes
    ----------
    image : Image
        float32 in [0, 1], finite, read-only.
    spacing : Spacing or None
        mm per pixel; None where the file does not say, never guessed.
    bits : int
        Levels of the source: 8 or 16 bits per sample.
    name : str
        Short name to show; never a patient's.
    regions : tuple of Region
        Calibrated rectangles of the screen, if the file had any.
    facts : mapping
        What ``inspect`` shows of the file: format, stored size, photometric interpretation...  Nothing identifying.
    known : tuple of Known
        What is in it, where a simulation made it; empty for every file.
    """

    image: Image
    spacing: Spacing | None = None
    bits: int = 8
    name: str = "scan"
    regions: tuple[Region, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    known: tuple[Known, ...] = ()

    def __post_init__(self) -> None:
        image = np.ascontiguousarray(self.image, dtype=np.float32)
        if image.ndim not in (2, 3) or (image.ndim == 3 and image.shape[2] != 3) or image.size == 0:
            raise BadRequest(f"A scan has the shape (H, W) or (H, W, 3); this one has {self.image.shape}.")
        if not np.isfinite(image).all():
            raise BadRequest("The picture holds values that are not numbers (NaN or infinite).")
        if image.min() < -1e-6 or image.max() > 1 + 1e-6:
            raise BadRequest(f"Grey values must lie in [0, 1]; these go from {image.min():.3g} to {image.max():.3g}.")
        if image is self.image:
            image = image.copy()
        np.clip(image, 0, 1, out=image)
        image.setflags(write=False)
        object.__setattr__(self, "image", image)

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.image.shape[0])

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.image.shape[1])

    @property
    def is_colour(self) -> bool:
        """True where the three channels differ; equal channels are one grey channel from the reader on."""
        return self.image.ndim == 3

    def cropped(self, multiple: int) -> Scan:
        """The scan without the last rows and columns that do not fill a multiple of ``multiple`` pixels."""
        height, width = self.height - self.height % multiple, self.width - self.width % multiple
        if not height or not width:
            raise BadRequest(f"{self.name} is {self.width} × {self.height} pixels, less than {multiple} a side.")
        if (height, width) == (self.height, self.width):
            return self
        return replace(self, image=self.image[:height, :width])

    def with_image(self, image: Image, scale: float = 1, **changes: object) -> Scan:
        """The same scan with another picture, ``scale`` times finer: spacing and regions follow.

        A region's exclusive bound ``b`` becomes ``scale * b``; its spacing is divided by ``scale``.
        """
        spacing = self.spacing.enlarged(scale) if self.spacing else None
        regions = tuple(
            Region(
                r.kind,
                round(r.top * scale),
                round(r.left * scale),
                round(r.bottom * scale),
                round(r.right * scale),
                r.spacing.enlarged(scale) if r.spacing else None,
            )
            for r in self.regions
        )
        return replace(self, image=image, spacing=spacing, regions=regions, **changes)  # type: ignore[arg-type]


def luma(image: Image) -> Image:
    """Grey of a picture: itself, or ITU-R BT.601 luma (0.299 R + 0.587 G + 0.114 B), full range, (H, W) in [0, 1]."""
    if image.ndim == 2:
        return image
    return (image @ np.array([0.299, 0.587, 0.114], np.float32)).astype(np.float32)
