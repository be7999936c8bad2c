"""What hangs in the panes: which outputs, by which comparison, in which tone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from ussr_engine.measures.differences import Difference
from ussr_gui import theme
from ussr_gui.viewers.arrangement import reference_of, visible
from ussr_gui.viewers.canvas import Shown
from ussr_gui.viewers.comparison import WORDS, Comparison, Darkroom, bar_of
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.pane import Pane
from ussr_gui.viewers.split import Division, Split
from ussr_gui.viewers.tone import PLAIN, Tone

DIFFERENCE = "difference"
"""Key of the pane that shows, where there is room, how the active output differs from the reference."""


class Dressing(QObject):
    """State of the panes, and the hands that give each its picture and words.

    Signals
    -------
    changed
        Panes show something else now: dress again.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.outputs: dict[str, Output] = {}
        self.shown: dict[str, Shown] = {}
        self.most = 4
        self.active = ""
        self.maximised = ""
        self.chosen_reference = ""
        self._flipped = False
        self._marked = True
        self._magnifies = False
        self.comparison: Difference | None = None
        self.overlay: Overlay | None = None
        self._opacity = 0.5
        self.position = 0.5
        self.worn: Comparison | None = None
        """What is read under the mouse: of the active output, else of the pane of the difference."""
        self._sides: tuple[str, str] | None = None
        self._shape = Division.UPRIGHT
        self.common_tone = PLAIN
        self.tones: dict[str, Tone] | None = None
        """Of each output, where they have their own."""
        self._darkroom = Darkroom(self)
        self._darkroom.developed.connect(self.changed)
        self._coloured: dict[Comparison, tuple[float, Shown]] = {}
        theme.look.changed.connect(self._coloured.clear)

    def set_outputs(self, outputs: Sequence[Output], same_field: bool) -> None:
        """These and no others; a picture that was there before keeps its texture."""
        before, worn = self.outputs, self.shown
        self.outputs = {output.key: output for output in outputs}
        self.shown = {
            key: worn[key]
            if same_field and key in worn and _looks_alike(before[key], output)
            else Shown.of(output, outputs)
            for key, output in self.outputs.items()
        }
        if self.active not in self.outputs:
            self.active = next(iter(self.outputs), "")
        if self._sides and not set(self._sides) <= set(self.outputs):
            self._sides = None

    @Slot(bool)
    def flip(self, on: bool) -> None:
        """While on, every pane shows the reference."""
        if on != self._flipped:
            self._flipped = on
            self.changed.emit()

    @Slot(bool)
    def set_marks(self, on: bool) -> None:
        """Show or hide ticks, bars and cross; that a picture is super-resolved is always said."""
        self._marked = on
        self.changed.emit()

    @Slot(bool)
    def set_loupe(self, on: bool) -> None:
        """Magnify the place under the mouse in every pane."""
        self._magnifies = on
        self.changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """How much of the picture the map hides, 0 to 1."""
        self._opacity = opacity
        self.changed.emit()

    def hang(self) -> list[str]:
        """Keys of the panes, in order."""
        outputs = list(self.outputs.values())
        reference = reference_of(outputs, self.chosen_reference)
        if self._sides:
            return [self._sides[0]]
        if self.maximised in (*self.outputs, DIFFERENCE):
            return [self.active if self.maximised != DIFFERENCE else DIFFERENCE]
        keys = visible(outputs, self.active, self.most, reference.key if reference else "")
        if self.comparison is None and 2 <= len(keys) < self.most and self._to_compare() is not None:
            keys.append(DIFFERENCE)
        return keys

    def share(self, left: str | None, right: str | None, shape: Division) -> None:
        """Two outputs in one pane, or none."""
        known = left in self.outputs and right in self.outputs
        self._sides = (left, right) if known and left is not None and right is not None else None
        self._shape = shape

    @property
    def split(self) -> Split | None:
        """How two outputs share the pane, while they do."""
        return Split(self._shape, self.position) if self._sides else None

    @property
    def finest(self) -> float:
        """Pixels per unit of the field, of the output that has most."""
        return max(shown.texture.width / shown.field[1] for shown in self.shown.values())

    def tone_of(self, key: str) -> Tone:
        return self.common_tone if self.tones is None else self.tones.get(key, self.common_tone)

    def set_tone(self, key: str, tone: Tone) -> None:
        if self.tones is None:
            self.common_tone = tone
        else:
            self.tones[key] = tone

    def own_tones(self, on: bool) -> None:
        """Whether each output has its own tone; those of all become the active one's."""
        self.common_tone = self.tone_of(self.active)
        self.tones = {} if on else None

    def recall_tones(self, common: Tone, own: Mapping[str, Tone] | None) -> None:
        """These from now on."""
        self.common_tone, self.tones = common, None if own is None else dict(own)
        self.changed.emit()

    def close(self) -> None:
        self._darkroom.close()

    def dress(self, panes: Sequence[Pane]) -> None:
        """Give every pane its picture and words."""
        reference = reference_of(list(self.outputs.values()), self.chosen_reference)
        numbers = {key: i for i, key in enumerate(self.outputs, 1)}
        compared = self._compared([pane.key for pane in panes], reference)
        self.worn = compared.get(self.active, compared.get(DIFFERENCE))
        limit = max((made.limit for made in compared.values()), default=1.0)
        for pane in panes:
            canvas = pane.canvas
            canvas.marked, canvas.magnifies = self._marked, self._magnifies
            canvas.lay(self.overlay, list(self.outputs.values()), self._opacity)
            pane.set_active(pane.key == self.active and len(panes) > 1)
            if self._sides and not self._flipped:
                left, right = self._sides
                sides = (self.outputs[left], self.outputs[right])
                tones = (self.tone_of(left), self.tone_of(right))
                pane.show_split(sides, (self.shown[left], self.shown[right]), Split(self._shape, self.position), tones)
            elif self._flipped and reference is not None:
                number = numbers.get(pane.key, 0)
                pane.show_output(reference, self.shown[reference.key], number, True, self.tone_of(reference.key))
            elif pane.key in compared:
                self._show_comparison(pane, compared[pane.key], limit, numbers)
            elif pane.key in self.outputs:
                output = self.outputs[pane.key]
                held = output is reference
                pane.show_output(output, self.shown[pane.key], numbers[pane.key], held, self.tone_of(pane.key))
            else:
                pane.show_waiting(WORDS[self.comparison or Difference.SIGNED])

    def _to_compare(self) -> Output | None:
        """What the pane of the difference shows: the active output, else the newest that is not the reference."""
        reference = reference_of(list(self.outputs.values()), self.chosen_reference)
        made = [one for one in self.outputs.values() if one is not reference]
        active = self.outputs.get(self.active)
        if active is not None and active is not reference and active.super_resolved:
            return active
        return next((one for one in reversed(made) if one.super_resolved), None)

    def _compared(self, keys: Sequence[str], reference: Output | None) -> dict[str, Comparison]:
        """What is developed of the comparisons that these panes show."""
        if reference is None or self._sides or self._flipped:
            return {}
        wanted: dict[str, tuple[Difference, Output]] = {}
        for key in keys:
            output = self.outputs.get(key)
            if self.comparison is not None and output is not None and output is not reference:
                wanted[key] = (self.comparison, output)
            elif key == DIFFERENCE and (made := self._to_compare()) is not None:
                wanted[key] = (self.comparison or Difference.SIGNED, made)
        found = {}
        for key, (kind, output) in wanted.items():
            places = (self.shown[output.key].field, self.shown[reference.key].field)
            comparison = self._darkroom.ask(kind, output, reference, places)
            if comparison is not None:
                found[key] = comparison
        return found

    def _show_comparison(self, pane: Pane, made: Comparison, limit: float, numbers: dict[str, int]) -> None:
        kept = self._coloured.get(made)
        if kept is None or kept[0] != limit:
            if len(self._coloured) > 12:
                self._coloured.clear()
            own = self.shown[made.output.key]
            shown = Shown(made.texture(limit), made.place, own.unit, own.super_resolved, bar_of(made.kind, limit))
            kept = self._coloured[made] = (limit, shown)
        number = numbers.get(pane.key, 0)
        pane.show_comparison(WORDS[made.kind], made.output.title, made.reference.title, kept[1], number)


def _looks_alike(one: Output, other: Output) -> bool:
    """True where nothing that is painted differs."""
    same_place = (one.extent_mm, one.span) == (other.extent_mm, other.span)
    return one.image is other.image and same_place and one.super_resolved == other.super_resolved
