"""Where all linked panes look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

FINEST = 64.0
"""Largest zoom, in screen pixels per picture pixel."""


@dataclass(frozen=True)
class Viewpoint:
    """The centre of the view in the field's unit (``x`` lateral, ``y`` axial) and ``scale`` in pixels per unit."""

    x: float
    y: float
    scale: float

    @staticmethod
    def fitted(field: tuple[float, float], size: QSizeF) -> Viewpoint:
        """All of a field of (axial, lateral) units in a pane of this size."""
        axial, lateral = field
        scale = min(max(size.width(), 1) / lateral, max(size.height(), 1) / axial)
        return Viewpoint(lateral / 2, axial / 2, scale)

    def rect(self, size: QSizeF, device_ratio: float = 1.0) -> QRectF:
        """What a pane of this size shows; shifted by less than a device pixel so that pictures lie on its grid."""
        per_pixel = 1 / self.scale
        left, top = self.x - size.width() / 2 * per_pixel, self.y - size.height() / 2 * per_pixel
        grid = per_pixel / device_ratio
        return QRectF(
            round(left / grid) * grid, round(top / grid) * grid, size.width() * per_pixel, size.height() * per_pixel
        )

    def zoomed(self, factor: float, at: QPointF | None = None) -> Viewpoint:
        """``factor`` times closer; the point ``at`` stays where it is on the screen."""
        fixed = QPointF(self.x, self.y) if at is None else at
        return Viewpoint(
            fixed.x() + (self.x - fixed.x()) / factor, fixed.y() + (self.y - fixed.y()) / factor, self.scale * factor
        )

    def moved(self, dx: float, dy: float) -> Viewpoint:
        """The picture follows the mouse by this many pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def kept(self, field: tuple[float, float]) -> Viewpoint:
        """The nearest viewpoint with its centre on the picture."""
        axial, lateral = field
        return replace(self, x=min(max(self.x, 0.0), lateral), y=min(max(self.y, 0.0), axial))
