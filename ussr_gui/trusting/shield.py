"""What is protected on each scan: regions that were found, regions that were drawn; every change can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup

from ussr_engine.scan import Scan
from ussr_engine.trust.edge import Mask
from ussr_engine.trust.protection import Found, says_of, union
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.shapes import Kind, Point, Shape

NUDGE = 2
"""Id of commands that grow together while arrow keys move one point."""
DRAWN = "drawn"


@dataclass(frozen=True)
class Shield:
    """What a person wants protected on one scan; ``removed`` are numbers of found regions, see `Shields.found`."""

    finds: bool = True
    removed: frozenset[int] = frozenset()
    drawn: tuple[Shape, ...] = ()


class Exchange(QUndoCommand):
    """The shield of a scan, before and after."""

    def __init__(self, owner: Shields, key: str, words: str, after: Shield, nudged: object = None) -> None:
        super().__init__(words)
        self._owner, self._key, self._nudged = owner, key, nudged
        self._before, self._after = owner.shield_of(key), after

    def id(self) -> int:
        return -1 if self._nudged is None else NUDGE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Exchange) or other._nudged != self._nudged:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        self._owner.become(self._key, self._after)

    def undo(self) -> None:
        self._owner.become(self._key, self._before)


class Shields(QObject):
    """The shield of the scan that is shown, as the hand and the panel know it.

    Drawn shapes have numbers from 1 on; the regions found have -1, -2, ... in their order.  Changes go on the stack
    that is active in ``group``, which is that of the scan's measurements.

    Signals
    -------
    changed
        Other regions are protected, or another one is chosen.
    """

    changed = Signal()

    def __init__(self, group: QUndoGroup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._shields: dict[str, Shield] = {}
        self._found: dict[str, tuple[Scan, tuple[Found, ...]]] = {}
        self._masked: tuple[object, tuple[Mask, str]] | None = None
        self._key: str | None = None
        self._live: Shape | None = None
        self._choices = 0
        self.chosen: int | None = None
        self.handle: int | None = None

    def go_to(self, key: str | None) -> None:
        """Show what is protected on this scan; None where no picture is shown."""
        if key != self._key:
            self._key, self._live, self.chosen, self.handle = key, None, None, None
            self.changed.emit()

    def shield_of(self, key: str) -> Shield:
        return self._shields.get(key, Shield())

    @property
    def shield(self) -> Shield:
        """Of the scan that is shown."""
        return self.shield_of(self._key) if self._key is not None else Shield()

    def remembered(self) -> dict[str, Shield]:
        """Of every scan, by its key."""
        return dict(self._shields)

    def recall(self, shields: Mapping[str, Shield]) -> None:
        """These take the place of all there are."""
        self._shields = dict(shields)
        self.changed.emit()

    def tell_found(self, key: str, scan: Scan, regions: tuple[Found, ...]) -> None:
        """What was found on a scan."""
        self._found[key] = scan, regions
        self.changed.emit()

    def is_searched(self, key: str, scan: Scan) -> bool:
        """Whether it is known what can be found on this very scan; a file may have been read anew."""
        return key in self._found and self._found[key][0] is scan

    @property
    def found(self) -> dict[int, Found]:
        """Regions found on the scan that is shown and still protected, by number."""
        return self.found_of(self._key) if self._key is not None else {}

    def found_of(self, key: str) -> dict[int, Found]:
        shield = self.shield_of(key)
        if not shield.finds:
            return {}
        numbered = {-i: one for i, one in enumerate(self._found[key][1] if key in self._found else (), 1)}
        return {number: one for number, one in numbered.items() if number not in shield.removed}

    def mask(self, key: str, shape: tuple[int, int]) -> tuple[Mask, str]:
        """Everything protected on a scan of this shape, and what it is in words; not what is being dragged."""
        hangs_on = key, shape, self.shield_of(key), self._found.get(key)
        if self._masked is not None and self._masked[0] == hangs_on:
            return self._masked[1]
        regions, drawn = self.found_of(key).values(), self.shield_of(key).drawn
        mask = union(regions, shape)
        for one in drawn:
            for area in one.areas:
                mask |= area.mask(shape, 1, 1)
        made = mask, ", ".join(part for part in (says_of(regions), DRAWN if drawn else "") if part)
        self._masked = hangs_on, made
        return made

    # -- for the hand -------------------------------------------------------------------------------------------------

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Drawn ones, also while one is being dragged."""
        live, drawn = self._live, self.shield.drawn
        return drawn if live is None else tuple(live if s.number == live.number else s for s in drawn)

    @property
    def shape(self) -> Shape | None:
        """The drawn one that is chosen."""
        return next((shape for shape in self.shapes if shape.number == self.chosen), None)

    def choose(self, number: int | None, handle: int | None = None) -> None:
        if (number, handle) != (self.chosen, self.handle):
            self.chosen, self.handle = number, handle
            self._choices += 1
            self.changed.emit()

    def add(self, kind: Kind, points: tuple[Point, ...]) -> None:
        """Protect a new shape, and choose it."""
        drawn = self.shield.drawn
        number = max((shape.number for shape in drawn), default=0) + 1
        shape = Shape(number, kind, f"{tr(kind.value)} {number}", points)
        self.chosen, self.handle = number, len(points) - 1
        self._do(tr("protect {name}").format(name=shape.name), replace(self.shield, drawn=(*drawn, shape)))

    def try_out(self, shape: Shape) -> None:
        """Show a shape as it is dragged."""
        self._live = shape
        self.changed.emit()

    def put(self, shape: Shape, words: str = tr("move {name}"), nudged: bool = False) -> None:
        """Keep a shape in its new form."""
        self._live = None
        drawn = self.shield.drawn
        if shape in drawn:
            self.changed.emit()
            return
        after = tuple(shape if s.number == shape.number else s for s in drawn)
        mark = (shape.number, self.handle, self._choices) if nudged else None
        self._do(words.format(name=shape.name), replace(self.shield, drawn=after), mark)

    # -- for the panel ------------------------------------------------------------------------------------------------

    def name_of(self, number: int) -> str:
        """For a person: "Text 3", "Ellipse 1"."""
        if number in self.found:
            return f"{interpreted(self.found[number].kind).capitalize()} {-number}"
        return next((shape.name for shape in self.shapes if shape.number == number), "")

    def remove(self) -> None:
        """Take the protection off the chosen region."""
        shield, number = self.shield, self.chosen
        if number is None or not self.name_of(number):
            return
        if number in self.found:
            after = replace(shield, removed=shield.removed | {number})
        else:
            after = replace(shield, drawn=tuple(s for s in shield.drawn if s.number != number))
        self._do(tr("unprotect {name_of}").format(name_of=self.name_of(number)), after)

    def set_finding(self, on: bool) -> None:
        """Protect what is found, all of it again, or only what was drawn."""
        if on != self.shield.finds:
            words = tr("find text and colour") if on else tr("find nothing")
            self._do(words, replace(self.shield, finds=on, removed=frozenset()))

    def become(self, key: str, shield: Shield) -> None:
        """Of the undo commands alone."""
        self._shields[key] = shield
        if key == self._key and (self.chosen is None or not self.name_of(self.chosen)):
            self.chosen, self.handle = None, None
        self.changed.emit()

    def _do(self, words: str, after: Shield, nudged: object = None) -> None:
        stack = self._group.activeStack()
        if self._key is not None and stack is not None:
            self._live = None
            stack.push(Exchange(self, self._key, words, after, nudged))
