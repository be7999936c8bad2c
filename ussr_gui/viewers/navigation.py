"""Where the linked panes look, and how far those that were moved alone have strayed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QSizeF

from ussr_gui.viewers.viewpoint import FINEST, Viewpoint


@dataclass(frozen=True)
class Stray:
    """How a pane that was moved alone differs from the others: shifted in the field's unit, and closer."""

    dx: float = 0.0
    dy: float = 0.0
    closer: float = 1.0

    @classmethod
    def between(cls, common: Viewpoint, own: Viewpoint) -> Stray:
        return cls(own.x - common.x, own.y - common.y, own.scale / common.scale)

    def of(self, common: Viewpoint) -> Viewpoint:
        return Viewpoint(common.x + self.dx, common.y + self.dy, common.scale * self.closer)


class Navigation:
    """One viewpoint for all panes; a pane's own, by its key, while it has strayed."""

    def __init__(self) -> None:
        self._common = Viewpoint(0.5, 0.5, 1)
        self._strays: dict[str, Stray] = {}
        self._field = (1.0, 1.0)
        self._room = QSizeF(1, 1)
        self._finest = 1.0
        self.is_fitted = True
        """True while the whole picture is shown, also when the window changes its size."""

    def settle(self, field: tuple[float, float], room: QSizeF, finest: float) -> None:
        """What there is to see (axial, lateral), in panes of at least this size; ``finest``: pixels per unit."""
        self._field, self._room, self._finest = field, room, finest
        self._common = self._fitting() if self.is_fitted else self._common.kept(field)

    def viewpoint(self, key: str) -> Viewpoint:
        """Where this pane looks."""
        stray = self._strays.get(key)
        return stray.of(self._common) if stray else self._common

    @property
    def scale(self) -> float:
        """Screen pixels per unit of the field."""
        return self._common.scale

    @property
    def has_strays(self) -> bool:
        return bool(self._strays)

    def fit(self) -> None:
        """All of the picture in all panes."""
        self.is_fitted = True
        self.relink()
        self._common = self._fitting()

    def relink(self) -> None:
        """All panes look at the same place again."""
        self._strays.clear()

    def zoom(self, at: QPointF | None, factor: float, alone: str = "") -> None:
        """Closer (above 1) or farther about a place, or the middle; ``alone``: only the pane of this key."""
        own = self.viewpoint(alone) if alone else self._common
        largest, smallest = FINEST * self._finest, self._fitting().scale / 4
        scale = min(max(own.scale * factor, smallest), max(largest, smallest))
        self._see(own.zoomed(scale / own.scale, at), alone)

    def pan(self, dx: float, dy: float, alone: str = "", among: str = "") -> None:
        """The picture follows the mouse by these pixels, which it moved over the pane ``among``."""
        own = self.viewpoint(alone or among)
        moved = own.moved(dx, dy)
        if alone:
            self._see(moved, alone)
        else:
            self._see(replace(self._common, x=self._common.x + moved.x - own.x, y=self._common.y + moved.y - own.y))

    def common_place(self, key: str, place: QPointF) -> QPointF:
        """The place of the linked panes that lies where this one, seen by a pane that strayed, does on its screen."""
        own, common = self.viewpoint(key), self._common
        share = own.scale / common.scale
        return QPointF(common.x + (place.x() - own.x) * share, common.y + (place.y() - own.y) * share)

    def see(self, x: float, y: float, scale: float) -> None:
        """Look at a place (lateral, axial) at this many screen pixels per unit."""
        self._see(Viewpoint(x, y, scale))

    @property
    def common(self) -> Viewpoint:
        return self._common

    def _see(self, viewpoint: Viewpoint, alone: str = "") -> None:
        self.is_fitted = False
        viewpoint = viewpoint.kept(self._field)
        if alone:
            self._strays[alone] = Stray.between(self._common, viewpoint)
        else:
            self._common = viewpoint

    def _fitting(self) -> Viewpoint:
        return Viewpoint.fitted(self._field, self._room)
