"""How the panes look at the pictures, as a record that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ussr_engine.measures.differences import Difference
from ussr_gui.viewers.split import Division
from ussr_gui.viewers.tone import PLAIN, Tone


@dataclass(frozen=True)
class View:
    """Outputs are named by their keys; ``x``, ``y`` and ``across`` say where one looks, in the field's unit."""

    panes: int = 4
    active: str = ""
    reference: str = ""
    """Chosen by the person; empty for the usual one."""
    comparison: Difference | None = None
    split: Division | None = None
    sides: tuple[str, str] | None = None
    position: float = 0.5
    """Of the curtain."""
    tone: Tone = PLAIN
    tones: Mapping[str, Tone] = field(default_factory=dict)
    """Of outputs that have their own."""
    own_tones: bool = False
    fitted: bool = True
    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    """Width of what a pane shows."""
    overlay: str = "none"
    marked: bool = True
