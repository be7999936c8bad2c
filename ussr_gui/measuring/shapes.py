"""What can be drawn on a scan; points are (x, y) = (lateral, axial) in pixels of the scan, whatever pane shows it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from ussr_engine.measures import geometry
from ussr_engine.scan import Spacing
from ussr_gui.language import marked

Point = tuple[float, float]
ARC = 72
"""Straight pieces by which an ellipse is drawn."""


class Kind(Enum):
    """The value begins the name of a new shape."""

    CALIPER = marked("Distance")
    ANGLE = marked("Angle")
    POLYGON = marked("Polygon")
    ELLIPSE = marked("Ellipse")
    PAIR = marked("Contrast")
    RECTANGLE = marked("Rectangle")

    @property
    def size(self) -> int | None:
        """Points it has; None for as many as one likes, from three on."""
        return {Kind.CALIPER: 2, Kind.ANGLE: 3, Kind.ELLIPSE: 2, Kind.PAIR: 4, Kind.RECTANGLE: 2}.get(self)


@dataclass(frozen=True)
class Area:
    """One closed region: the corners of a polygon, or two opposite corners around an ellipse."""

    round: bool
    points: tuple[Point, ...]

    def size(self, spacing: Spacing | None) -> float:
        """In mm², or square pixels of the scan."""
        return (geometry.ellipse_area if self.round else geometry.polygon_area)(self.points, spacing)

    def mask(self, shape: tuple[int, int], x_pixels: float, y_pixels: float) -> geometry.Mask:
        """Pixels it holds of a picture that has so many pixels per pixel of the scan."""
        points = [(x * x_pixels, y * y_pixels) for x, y in self.points]
        return (geometry.ellipse_mask if self.round else geometry.polygon_mask)(points, shape)

    @property
    def line(self) -> list[Point]:
        """The outline, closed."""
        if not self.round:
            return [*self.points, self.points[0]]
        (x0, y0), (x1, y1) = self.points
        turns = [2 * math.pi * i / ARC for i in range(ARC + 1)]
        middle, radius = ((x0 + x1) / 2, (y0 + y1) / 2), (abs(x1 - x0) / 2, abs(y1 - y0) / 2)
        return [(middle[0] + radius[0] * math.cos(t), middle[1] + radius[1] * math.sin(t)) for t in turns]


@dataclass(frozen=True)
class Shape:
    """One measurement; ``number`` names it for good and chooses its colour."""

    number: int
    kind: Kind
    name: str
    points: tuple[Point, ...]

    @property
    def areas(self) -> tuple[Area, ...]:
        """None for lines, one for a region, target and background for a pair."""
        if self.kind is Kind.POLYGON:
            return (Area(False, self.points),)
        if self.kind is Kind.RECTANGLE:
            (x0, y0), (x1, y1) = self.points
            return (Area(False, ((x0, y0), (x1, y0), (x1, y1), (x0, y1))),)
        if self.kind is Kind.ELLIPSE:
            return (Area(True, self.points),)
        if self.kind is Kind.PAIR:
            return Area(True, self.points[:2]), Area(True, self.points[2:])
        return ()

    @property
    def lines(self) -> list[list[Point]]:
        """What is drawn of it."""
        return [area.line for area in self.areas] or [list(self.points)]

    def moved(self, handle: int | None, dx: float, dy: float) -> Shape:
        """With one point, or all of it, elsewhere."""
        chosen = range(len(self.points)) if handle is None else (handle,)
        points = tuple((x + dx, y + dy) if i in chosen else (x, y) for i, (x, y) in enumerate(self.points))
        return replace(self, points=points)

    def kept(self, width: float, height: float, handle: int | None) -> Shape:
        """Inside a picture of this size: a point stops at the border, a whole shape keeps its form."""
        if handle is not None:
            points = ((min(max(x, 0.0), width), min(max(y, 0.0), height)) for x, y in self.points)
            return replace(self, points=tuple(points))
        xs, ys = zip(*self.points, strict=True)
        dx = max(0.0, -min(xs)) + min(0.0, width - max(xs))
        dy = max(0.0, -min(ys)) + min(0.0, height - max(ys))
        return self.moved(None, dx, dy) if dx or dy else self


def first_form(kind: Kind, left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """Points of a new shape in the middle of this view, for those who draw by keys."""

    def at(across: float, down: float) -> Point:
        return left + across * (right - left), top + down * (bottom - top)

    return {
        Kind.CALIPER: (at(0.3, 0.5), at(0.7, 0.5)),
        Kind.ANGLE: (at(0.65, 0.3), at(0.35, 0.6), at(0.65, 0.6)),
        Kind.POLYGON: (at(0.4, 0.35), at(0.6, 0.35), at(0.6, 0.6), at(0.4, 0.6)),
        Kind.ELLIPSE: (at(0.4, 0.4), at(0.6, 0.6)),
        Kind.RECTANGLE: (at(0.4, 0.4), at(0.6, 0.6)),
        Kind.PAIR: (at(0.25, 0.4), at(0.45, 0.6), at(0.55, 0.4), at(0.75, 0.6)),
    }[kind]


def is_drawable(shape: Shape) -> bool:
    """False for what a slip of the hand leaves: a line without length, an area without breadth."""
    if shape.areas:
        return all(area.size(None) > 0.25 for area in shape.areas)
    return all(one != other for one, other in pairwise(shape.points))
